"""The fault matrix of the printers: every fault, in every state of a job, on every model.

The virtual printer knows the truth: which strips it cut, and whether all that was sent is on them.
The verdict of the driver may never say more. Where a fault is mended as soon as the screen asks for
it, or does no harm, it may not say less either. And whatever happened, the next copy comes out
whole and alone: no strip holds letters of two copies.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from drivers.printer.printer import EscPosPrinter
from drivers.printer.profile import list_profiles, load_profile
from drivers.virtual import Strip, VirtualPrinter
from drivers.virtual.models import MODELS
from kiosk.documents.model import Document
from kiosk.ports import NotPrinted, Printed, PrinterFault, PrintOutcome, PrintProgress, PrintUnknown
from tests.proofs.outcome import Outcome
from tests.support.paper import difference
from tests.support.printer import (
    CALM_JOB,
    CALM_LINK,
    SHORT_JOB,
    SHORT_LINK,
    Bench,
    make_document,
    printer_bench,
)

_CODES = "PR1MERA222", "SEGVNDA333"
FIRST = make_document(5, code=_CODES[0])
SECOND = make_document(1, code=_CODES[1])
PATIENT_JOB = replace(CALM_JOB, hold_s=15.0, delivery_s=2.0)
_UNNOTICED_MM = 15.0  # a counter of centimetres may miss a line
_TRIES = 4  # how often a kiosk looks before it gives up
_SPEED = 50.0
SIDE_BY_SIDE = 3
"""Printers at a time: each of them mostly waits."""
Hand = Callable[[VirtualPrinter], object]


def _nothing(_printer: VirtualPrinter) -> None:
    pass


@dataclass(frozen=True)
class Fault:
    """What goes wrong, and what a person does about it.

    ``harmless``: the verdict must be "printed", because it is mended when the screen asks for it,
    or because nothing is lost by it.
    """

    name: str
    strike: Hand
    mend: Hand = _nothing
    mended_at_once: bool = False
    harmless: bool = False
    stall_s: float = SHORT_JOB.stall_s  # longer where the job mostly comes to an end by itself


def _both(first: Hand, second: Hand) -> Hand:
    def hands(printer: VirtualPrinter) -> None:
        first(printer)
        second(printer)

    return hands


def _restart(printer: VirtualPrinter) -> None:
    """What frees a cutter: some models report its error until they are switched off."""
    printer.power_cycle()


_MENDABLE = (
    ("paper out", lambda p: p.paper_out(), lambda p: p.load_paper()),
    ("cover open", lambda p: p.open_cover(), lambda p: p.close_cover()),
    ("head hot", lambda p: p.head_hot(), lambda p: p.head_hot(False)),
)
FAULTS = (
    Fault("nothing", _nothing, harmless=True),
    *(
        Fault(f"{name}, mended", strike, mend, mended_at_once=True, harmless=True)
        for name, strike, mend in _MENDABLE
    ),
    *(Fault(f"{name}, not mended", strike, mend) for name, strike, mend in _MENDABLE),
    Fault("cutter jam", lambda p: p.cutter_jam(), _both(lambda p: p.cutter_jam(False), _restart)),
    Fault("paper jam", lambda p: p.paper_jam(), lambda p: p.paper_jam(False)),
    Fault(
        "presenter jam",
        lambda p: p.presenter_jam(),
        _both(lambda p: p.presenter_jam(False), _restart),
    ),
    Fault("cable pulled", lambda p: p.unplug(), lambda p: p.replug()),
    Fault("cable pulled and put back", _both(lambda p: p.unplug(), lambda p: p.replug())),
    Fault("silent", lambda p: p.mute(), lambda p: p.mute(False)),
    Fault("power cut", lambda p: p.power_cycle()),
    Fault("brown-out", lambda p: p.brown_out(), stall_s=5.0),
    Fault("nearly out of paper", lambda p: p.set_paper_left(1_500.0), harmless=True),
    Fault("late answers", lambda p: p.answer_late(0.1), lambda p: p.answer_late(0), harmless=True),
    Fault("half an answer from nowhere", lambda p: p.inject(b"\x37\x22@@")),
    Fault("status bytes from nowhere", lambda p: p.inject(b"\x12\x12"), harmless=True),
    Fault(
        "a status inside of answers",
        lambda p: p.interrupt_answers(b""),
        lambda p: p.interrupt_answers(None),
        harmless=True,
    ),
    Fault(
        "XOFF and XON inside of answers",
        lambda p: p.interrupt_answers(b"\x13\x11"),
        lambda p: p.interrupt_answers(None),
        harmless=True,
    ),
    Fault("another name", lambda p: p.call_itself("RP-80X"), lambda p: p.call_itself(None)),
    Fault(
        "switched off",
        _both(lambda p: p.power_cycle(), lambda p: p.unplug()),
        lambda p: p.replug(),
    ),
    Fault(
        "no wire for BUSY",
        lambda p: p.cut_flow_wire(),
        lambda p: p.cut_flow_wire(False),
        harmless=True,
    ),
    Fault("an XOFF from nowhere", lambda p: p.inject(b"\x13"), lambda p: p.inject(b"\x11")),
    Fault(
        "a quick hand", lambda p: setattr(p, "on_paper", lambda _s: p.take_ticket()), harmless=True
    ),
)


@dataclass(frozen=True)
class Moment:
    """A state of the job, as a place where the fault strikes."""

    name: str
    kind: str  # before, ready, bytes, mm, progress, cut, after
    share: float = 0.0  # of all bytes, of all millimetres, of all progress reports

    @property
    def is_early(self) -> bool:
        """Before anything is on paper: not to begin is right, too."""
        return self.kind in ("ready", "bytes") and self.share == 0


MOMENTS = (
    Moment("before the look at the printer", "before"),
    Moment("after that look", "ready"),
    Moment("at the first byte", "bytes", 0.0),
    Moment("while the first part is sent", "bytes", 0.2),
    Moment("while a later part is sent", "bytes", 0.7),
    Moment("at the last byte", "bytes", 1.0),
    Moment("at the first line on paper", "mm", 0.01),
    Moment("in the middle of the paper", "mm", 0.5),
    Moment("at the last line on paper", "mm", 0.99),
    Moment("when a part is proved", "progress", 0.0),
    Moment("when the last part is proved", "progress", 1.0),
    Moment("at the cut", "cut"),
    Moment("after the verdict", "after"),
)


@dataclass(frozen=True)
class Cell:
    """One square of the matrix."""

    model: str
    fault: Fault
    moment: Moment

    def __str__(self) -> str:
        return f"{self.model}, {self.fault.name}, {self.moment.name}"


def selling_models() -> list[str]:
    """Every profile that sells; one whose printer cannot be played here is no proof, but a gap."""
    selling = [name for name in list_profiles() if load_profile(name).can_sell]
    missing = set(selling) - set(MODELS)
    assert not missing, f"no virtual printer plays {missing}"
    return selling


@cache
def cells() -> list[Cell]:
    """The whole matrix."""
    return [
        Cell(model, fault, moment)
        for model in selling_models()
        for fault in FAULTS
        for moment in MOMENTS
    ]


def fault_matrix(chosen: list[Cell], rounds: int = 1) -> Outcome:
    """Try every cell; what the verdict said, and every promise that did not hold."""
    outcome = Outcome("fault matrix of the printers")
    for model in {cell.model for cell in chosen}:
        _extent(model)  # once, and not by several at once
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        tried = chosen * rounds
        for cell, (said, broken) in zip(tried, pool.map(try_cell, tried), strict=True):
            outcome.add({"cells": 1, said: 1})
            outcome.broken += [f"{cell}: {line}" for line in broken]
    return outcome


def try_cell(cell: Cell) -> tuple[str, list[str]]:
    """What the verdict was, and what was wrong with it."""
    with TemporaryDirectory() as folder, _bench(Path(folder), cell) as bench:
        before_mm = bench.virtual.counters.printed_mm
        verdict = _first_copy(bench, cell)
        moved_mm = bench.virtual.counters.printed_mm - before_mm
        broken = list(_judge(cell, verdict, bench.virtual.strips, moved_mm))
        if cell.moment.kind == "after":
            cell.fault.strike(bench.virtual)
        cell.fault.mend(bench.virtual)
        bench.virtual.on_paper = None
        bench.virtual.take_ticket()
        broken += _second_copy(bench)
        if isinstance(verdict, NotPrinted) and _whole(FIRST, bench.virtual.strips):
            broken.append("a copy that was not printed came out later")
        name = "refused" if verdict is None else type(verdict).__name__
        return _NAMES[name], broken


_NAMES = {
    "refused": "refused beforehand",
    "Printed": "printed",
    "NotPrinted": "not printed",
    "PrintUnknown": "unknown",
}


@contextmanager
def _bench(folder: Path, cell: Cell) -> Iterator[Bench]:
    # Only where something must time out is time short: a busy machine is no fault of the printer.
    patient = cell.fault.harmless or cell.moment.kind == "after"
    hasty = replace(SHORT_JOB, stall_s=cell.fault.stall_s)
    job, link = (PATIENT_JOB, CALM_LINK) if patient else (hasty, SHORT_LINK)
    with printer_bench(
        folder, cell.model, speed=_SPEED, flow="xonxoff", job_limits=job, link_limits=link
    ) as bench:
        yield bench


@lru_cache
def _extent(model: str) -> tuple[int, float]:
    """Bytes and millimetres of a job without any fault."""
    cell = Cell(model, FAULTS[0], MOMENTS[-1])
    with TemporaryDirectory() as folder, _bench(Path(folder), cell) as bench:
        assert bench.driver.preflight(100) is None
        received, printed = len(bench.virtual.bytes_received), bench.virtual.counters.printed_mm
        outcome = bench.driver.print(bench.driver.lay_out(FIRST), 1, lambda _p: None)
        assert isinstance(outcome, Printed)
        sent = len(bench.virtual.bytes_received) - received
        return sent, bench.virtual.counters.printed_mm - printed


def _first_copy(bench: Bench, cell: Cell) -> PrintOutcome | None:
    """Print the first copy while the fault strikes; None if the look beforehand refused it."""
    driver, virtual, fault = bench.driver, bench.virtual, cell.fault
    strike = Once(lambda: fault.strike(virtual))
    roll = driver.lay_out(FIRST)
    if cell.moment.kind == "before":
        strike()
    refused = driver.preflight(roll.length_mm)
    if refused is not None and fault.mended_at_once:
        fault.mend(virtual)
        refused = _look(driver, roll.length_mm)
    if refused is not None:
        return None
    sent, printed_mm = _extent(cell.model)
    match cell.moment.kind:
        case "ready":
            strike()
        case "bytes":
            virtual.after_bytes(max(1, round(cell.moment.share * sent)), strike)
        case "mm":
            virtual.after_mm(cell.moment.share * printed_mm, strike)
        case "cut":
            virtual.on_paper = lambda _strip: strike()
        case _:
            pass

    def people(progress: PrintProgress) -> None:
        if progress.waiting_for is not None and fault.mended_at_once:
            fault.mend(virtual)
        is_due = progress.fraction > 0 and progress.fraction >= cell.moment.share
        if cell.moment.kind == "progress" and is_due:
            strike()

    verdict = driver.print(roll, 1, people)
    strike.disarm()
    return verdict


class Once:
    """A fault strikes once, and not after ``disarm``."""

    def __init__(self, do: Callable[[], object]) -> None:
        self._do: Callable[[], object] | None = do

    def __call__(self) -> None:
        do = self._do
        self.disarm()
        if do is not None:
            do()

    def disarm(self) -> None:
        self._do = None


def _judge(
    cell: Cell, verdict: PrintOutcome | None, strips: list[Strip], moved_mm: float
) -> Iterator[str]:
    whole = _whole(FIRST, strips)
    match verdict:
        case Printed() if whole != 1:
            yield f"said printed, {whole} whole strips: {verdict.evidence}"
        case None | NotPrinted():
            if strips:
                yield f"said not printed, and {len(strips)} strips were cut"
            if moved_mm > _UNNOTICED_MM:
                yield f"said not printed, and {moved_mm:.0f} mm of paper moved"
            if cell.fault.harmless and not cell.moment.is_early:
                yield f"would not print: {verdict}"
        case PrintUnknown() if cell.fault.harmless or cell.moment.kind == "after":
            yield f"does not know: {verdict.evidence}"
        case _:
            pass


def _second_copy(bench: Bench) -> Iterator[str]:
    """The next person's copy comes out whole and alone."""
    roll = bench.driver.lay_out(SECOND)
    bench.driver.job_limits = PATIENT_JOB
    fault = _look(bench.driver, roll.length_mm)
    if fault is not None:
        yield f"the next copy is refused: {fault}"
        return
    verdict = bench.driver.print(roll, 500, lambda _p: None)
    strips = bench.virtual.strips
    if not isinstance(verdict, Printed) or _whole(SECOND, strips) != 1:
        yield f"the next copy: {verdict}, {_whole(SECOND, strips)} whole strips"
    if any(_CODES[0] in strip.text and _CODES[1] in strip.text for strip in strips):
        yield "a strip with letters of two copies"


def _look(driver: EscPosPrinter, length_mm: int) -> PrinterFault | None:
    """Look as a kiosk does that waits for its printer: more than once."""
    for _ in range(_TRIES - 1):
        if driver.preflight(length_mm) is None:
            return None
    return driver.preflight(length_mm)


def _whole(document: Document, strips: list[Strip]) -> int:
    return sum(strip.complete and not difference(document, strip.text, {}) for strip in strips)
