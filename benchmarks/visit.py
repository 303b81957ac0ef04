"""Processor time of a whole visit at the kiosk: sign in, look, buy two certificates, settle.

Only the kiosk is measured: central (and with it the hashing of keys) and the virtual printer run as
processes of their own, so that this process spends time on nothing but flow, journal, layout, line
and HTTP.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from kiosk.app import log_crash, make_printer, open_kiosk
from kiosk.demo.central_process import CentralProcess
from kiosk.sync.enrol import enrol
from kiosk.system import SystemClock
from kiosk.visit.views import ConfirmBody, DoneBody, View
from tests.support.hall import Visitor, hall_settings
from tests.support.printer import EPSON

VISITS = 4  # with the first one, all the money of the sample person


def measure() -> Mapping[str, float]:
    """Median over some visits; the first one, which warms caches, is not counted."""
    with tempfile.TemporaryDirectory(prefix="dispensador-bench-") as name:
        folder = Path(name)
        central_folder = folder / "central"
        central_folder.mkdir()
        central = CentralProcess(central_folder)
        central.seed()
        code = central.enrol_code()
        central.start()
        try:
            with _printer_process(folder) as device:
                return {"kiosk.visit_cpu_ms": _visits(folder / "kiosk", central.url, code, device)}
        finally:
            central.stop()


def _visits(state: Path, url: str, code: str, device: str) -> float:
    enrol(url, code, "B-1", state, SystemClock())
    settings = hall_settings(state, url, device, EPSON)
    kiosk = open_kiosk(settings, make_printer(settings), log_crash)
    kiosk.start()
    try:
        visitor = Visitor(kiosk)
        _visit(visitor, again=False)
        return median(_visit(visitor, again=True) for _ in range(VISITS))
    finally:
        kiosk.stop()


def _visit(visitor: Visitor, *, again: bool) -> float:
    """One visit; the same purchase minutes ago is a question, which is answered with yes."""
    started = time.process_time()
    visitor.signs_in()
    visitor.chooses()
    visitor.pays()
    if again:
        visitor.sees("Confirm", that=_asks_again)
        visitor.does("buy_anyway")
    ended = visitor.ends()
    if ended.screen != "Done":
        raise RuntimeError(f"the visit did not end well: {ended}")
    visitor.sees("Done", that=_knows_the_balance)
    visitor.does("finish").sees("Attract")
    return (time.process_time() - started) * 1000


def _asks_again(view: View) -> bool:
    return isinstance(view.body, ConfirmBody) and view.body.stage == "recent"


def _knows_the_balance(view: View) -> bool:
    return isinstance(view.body, DoneBody) and view.body.balance != ""


@contextmanager
def _printer_process(folder: Path) -> Iterator[str]:
    """A virtual printer that neither paces nor shares this process."""
    link = folder / "printer"
    process = subprocess.Popen(
        [sys.executable, "-m", "drivers.virtual", "--link", str(link), "--speed", "50"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.readline()  # it says where it is once it is there
    try:
        yield str(link)
    finally:
        process.communicate(timeout=10)
