"""Power loss at every byte of a small job: no copy is called printed that did not come out whole.

Three kinds: the printer is off for half a second and loses what comes meanwhile; the supply sags
for a millisecond, and hardly a byte is missed; or for less, and none is. After each, the next copy
is whole and alone.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from drivers.virtual import Strip, VirtualPrinter
from kiosk.documents.model import Document, Field, QrCode
from kiosk.ports import NotPrinted, Printed
from tests.proofs.drivers_faults import PATIENT_JOB, SIDE_BY_SIDE, Once
from tests.proofs.outcome import Outcome
from tests.support.paper import difference
from tests.support.printer import SHORT_JOB, SHORT_LINK, printer_bench

LOSSES: dict[str, Callable[[VirtualPrinter], None]] = {
    "power cut": VirtualPrinter.power_cycle,
    "brown-out": VirtualPrinter.brown_out,
    "reset": lambda printer: printer.brown_out(lost_bytes=0),
}
_HASTY_JOB = replace(SHORT_JOB, stall_s=0.3, copy_s=3.0, delivery_s=0.3)
_URL = "https://verificar.example.invalid/v/ABCD2345"


def _slip(text: str) -> Document:
    return Document("voucher", "x", (Field("Código", text, strong=True), QrCode(_URL)))


FIRST, SECOND = _slip("PR1MERA222 año"), _slip("SEGVNDA333 año")


@lru_cache
def job_bytes(model: str) -> int:
    """How many bytes the job has."""
    with TemporaryDirectory() as folder, printer_bench(Path(folder), model, speed=None) as bench:
        assert bench.driver.preflight(100) is None
        before = len(bench.virtual.bytes_received)
        bench.driver.print(bench.driver.lay_out(FIRST), 1, lambda _p: None)
        return len(bench.virtual.bytes_received) - before


def power_loss_at_every_byte(models: list[str], step: int = 1) -> Outcome:
    """Try every ``step``-th byte of the job on every model, with every kind of loss."""
    outcome = Outcome("power loss at every byte of a job")
    places = [
        (model, loss, at)
        for model in models
        for at in range(1, job_bytes(model) + 1, step)
        for loss in LOSSES
    ]
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        tried = pool.map(lambda place: lose_power(*place), places)
        for (model, loss, at), (said, broken) in zip(places, tried, strict=True):
            outcome.add({"losses": 1, said: 1})
            outcome.broken += [f"{model}, {loss} at byte {at}: {line}" for line in broken]
    return outcome


def lose_power(model: str, loss: str, at: int) -> tuple[str, list[str]]:
    """What the driver said, and what was wrong with it."""
    broken = []
    with (
        TemporaryDirectory() as folder,
        printer_bench(
            Path(folder), model, speed=None, job_limits=_HASTY_JOB, link_limits=SHORT_LINK
        ) as bench,
    ):
        driver, virtual = bench.driver, bench.virtual
        ready = any(driver.preflight(100) is None for _ in range(4))
        assert ready, "the printer was not ready before anything happened"
        strike = Once(lambda: LOSSES[loss](virtual))
        virtual.after_bytes(at, strike)
        verdict = driver.print(driver.lay_out(FIRST), 1, lambda _p: None)
        strike.disarm()  # questions are no bytes of the job, and there are more or fewer of them
        whole = _whole(FIRST, virtual.strips)
        if isinstance(verdict, Printed) and whole != 1:
            broken.append(f"said printed, {whole} whole strips")
        if isinstance(verdict, NotPrinted) and virtual.strips:
            broken.append("said not printed, and a strip was cut")
        virtual.take_ticket()
        driver.job_limits = PATIENT_JOB
        if all(driver.preflight(100) is not None for _ in range(4)):
            broken.append("the next copy is refused")
        elif not isinstance(driver.print(driver.lay_out(SECOND), 9, lambda _p: None), Printed):
            broken.append("the next copy is not printed")
        strips = virtual.strips
        if not broken and _whole(SECOND, strips) != 1:
            broken.append("the next copy is not whole")
        if any("PR1MERA222" in strip.text and "SEGVNDA333" in strip.text for strip in strips):
            broken.append("a strip with letters of two copies")
    return type(verdict).__name__, broken


def _whole(document: Document, strips: list[Strip]) -> int:
    return sum(strip.complete and not difference(document, strip.text, {}) for strip in strips)
