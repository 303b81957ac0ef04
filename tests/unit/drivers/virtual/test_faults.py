"""Every fault by name: it strikes, it is mended, and the printer prints again."""

from pathlib import Path

import pytest

from drivers.printer.link import LinkLimits
from drivers.virtual import VirtualPrinter
from drivers.virtual.__main__ import obey
from drivers.virtual.faults import KINDS, FaultBoard, FaultRefused, Kind
from kiosk.ports import Printed, PrinterFault
from tests.support.printer import CALM_JOB, CALM_LINK, CUSTOM, EPSON, make_document, printer_bench

WAIT_S = 20.0
AMOUNT = {"": None, "s": 0.05, "mm": 1_000.0}
SEEN_AT_ONCE = {
    "paper_out": PrinterFault.PAPER_OUT,
    "cover_open": PrinterFault.COVER_OPEN,
    "head_hot": PrinterFault.HEAD_HOT,
    "paper_jam": PrinterFault.PAPER_JAM,
    "silent": PrinterFault.DISCONNECTED,
    "unplugged": PrinterFault.DISCONNECTED,
    "switched_off": PrinterFault.DISCONNECTED,
    "other_name": PrinterFault.UNKNOWN,
}


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_what_was_set_and_cleared_is_over(kind: Kind, tmp_path: Path) -> None:
    model = CUSTOM if kind.needs_presenter or kind.name == "paper_jam" else EPSON
    with printer_bench(
        tmp_path, model, speed=None, job_limits=CALM_JOB, link_limits=LinkLimits()
    ) as bench:
        board = FaultBoard(bench.virtual)
        assert bench.driver.preflight(100) is None
        board.set(kind.name, AMOUNT[kind.unit])
        assert board.active == ((kind.name,) if kind.clear else ())
        if kind.name in SEEN_AT_ONCE:
            assert bench.driver.preflight(100) is SEEN_AT_ONCE[kind.name]
        board.clear()
        assert board.active == ()
        bench.virtual.load_paper()
        assert any(bench.driver.preflight(100) is None for _ in range(4))
        roll = bench.driver.lay_out(make_document(1))
        assert isinstance(bench.driver.print(roll, 1, lambda _p: None), Printed)


@pytest.mark.parametrize("name", ["cutter_jam", "presenter_jam"])
def test_a_jam_is_noticed_at_the_cut(name: str, tmp_path: Path) -> None:
    with printer_bench(tmp_path, CUSTOM) as bench:
        assert bench.driver.preflight(100) is None
        FaultBoard(bench.virtual).set(name)
        roll = bench.driver.lay_out(make_document(1))
        assert not isinstance(bench.driver.print(roll, 1, lambda _p: None), Printed)


@pytest.mark.parametrize("name", ["status_in_answer", "xoff_in_answer"])
def test_what_comes_inside_an_answer_is_told_apart(name: str, tmp_path: Path) -> None:
    with printer_bench(
        tmp_path, EPSON, speed=None, job_limits=CALM_JOB, link_limits=CALM_LINK
    ) as bench:
        board = FaultBoard(bench.virtual)
        board.set(name)
        assert bench.driver.preflight(100) is None
        roll = bench.driver.lay_out(make_document(1))
        assert isinstance(bench.driver.print(roll, 1, lambda _p: None), Printed)


@pytest.mark.parametrize(
    ("name", "amount", "lasts_s", "told"),
    [
        ("papper_out", None, None, "no fault is called 'papper_out'; there are brown_out, cover"),
        ("late_answers", None, None, "late_answers needs an amount in s"),
        ("paper_low", float("nan"), None, "paper_low: nan mm is no amount"),
        ("paper_low", -3.0, None, "paper_low: -3 mm is no amount"),
        ("cover_open", 3.0, None, "cover_open takes no amount"),
        ("cover_open", None, 0.0, "cover_open: it cannot last 0 s"),
        ("power_cut", None, 3.0, "power_cut is over at once; it cannot last"),
        ("ticket_taken", None, None, "ticket_taken: this printer has no presenter"),
    ],
)
def test_nonsense_is_refused_and_changes_nothing(
    name: str, amount: float | None, lasts_s: float | None, told: str
) -> None:
    with VirtualPrinter(EPSON, speed=None) as printer:
        board = FaultBoard(printer)
        with pytest.raises(FaultRefused) as refused:
            board.set(name, amount, lasts_s)
        assert str(refused.value).startswith(told)
        assert board.active == ()
        with pytest.raises(FaultRefused, match="nothing to clear"):
            board.clear("power_cut")


def test_only_what_this_printer_can_suffer_is_offered() -> None:
    with VirtualPrinter(EPSON, speed=None) as plain, VirtualPrinter(CUSTOM, speed=None) as grand:
        offered = {kind.name for kind in FaultBoard(plain).known}
        more = {kind.name for kind in FaultBoard(grand).known} - offered
    assert more == {"presenter_jam", "ticket_taken"}


def test_a_fault_with_an_end_clears_itself() -> None:
    with VirtualPrinter(EPSON, speed=None) as printer:
        board = FaultBoard(printer)
        board.set("cover_open", lasts_s=0.02)
        assert board.active == ("cover_open",)
        assert printer.wait_until(lambda _p: board.active == (), WAIT_S)


def test_a_fault_that_was_set_again_outlives_the_first_end() -> None:
    passed: list[bool] = []
    with VirtualPrinter(EPSON, speed=None) as printer:
        board = FaultBoard(printer)
        board.set("cover_open", lasts_s=0.02)
        board.set("cover_open")
        printer.after_s(0.04, lambda: passed.append(True))
        assert printer.wait_until(lambda _p: bool(passed), WAIT_S)
        assert board.active == ("cover_open",)


def test_hands_are_spoken_commands(tmp_path: Path) -> None:
    with VirtualPrinter(EPSON, speed=None) as printer:
        board = FaultBoard(printer)
        assert obey(board, "fault cover_open\n") == "fault: done"
        assert obey(board, "fault paper_low 900\n") == "fault: done"
        assert obey(board, "list\n") == "set: cover_open, paper_low"
        assert obey(board, "clear cover_open\n") == "clear: done"
        assert obey(board, "clear\n") == "clear: done"
        assert obey(board, "list\n") == "set: none"
        assert obey(board, "paper-ends-after 12\n") == "paper-ends-after: done"
        assert obey(board, "fault paper_low much\n").startswith("fault: could not")
        assert obey(board, "save\n").startswith("save:")
        assert obey(board, f"save {tmp_path / 'paper.png'}\n") == "save: done"
        assert (tmp_path / "paper.png").is_file()
        assert obey(board, "dance\n").startswith("commands: clear, fault")
