"""A purchase without value, from the question to central to the proof of the paper.

Everything but the money is the product's own: layout, preflight, fences, the job with its verdict,
and the counters' word where the job could not tell. What would have become of the money follows
from the verdict as in a sale. Nothing is asked of central but whether it is there.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kiosk.ports import (
    Counters,
    NotPrinted,
    Printed,
    PrinterFault,
    PrintOutcome,
    PrintProgress,
    PrintUnknown,
)
from kiosk.purchase.evidence import verdict
from kiosk.purchase.operation import State
from kiosk.purchase.paper import Attempt, prove_paper
from kiosk.staff.maintenance.bench import Bench, Deed, failed
from kiosk.staff.maintenance.events import Do
from kiosk.staff.maintenance.faults import FaultPort, strike
from kiosk.staff.maintenance.rehearsal import BEGUN, CUT_OFF, Rehearsal, money_of
from kiosk.staff.maintenance.rehearsal_paper import rehearsal_paper
from kiosk.staff.maintenance.state import Told
from kiosk.store.maintenance import rehearsal_was_cut_off

_BY_FAULT = {PrinterFault.COVER_OPEN: "cover", PrinterFault.PAPER_OUT: "paper"}
_TONES = {"printed": "good", "not_printed": "care", "unknown": "bad"}


def last_rehearsal(bench: Bench) -> Rehearsal:
    """The one of this person, or what a power cut left of the one before."""
    if bench.rehearsal is None:
        cut_off = bench.parts.store.read(rehearsal_was_cut_off)
        bench.rehearsal = CUT_OFF if cut_off else Rehearsal()
    return bench.rehearsal


def _rehearse(bench: Bench, effect: Do) -> Told:
    parts = bench.parts
    bench.rehearsal = Rehearsal("asking", seen=last_rehearsal(bench).seen)
    begins = parts.is_reachable()
    _see(bench, "" if begins else "network")
    parts.note(BEGUN, {"login": effect.who})
    before = parts.printer.counters() if parts.printer.has_counters else None
    paper = rehearsal_paper(parts.device.point_of_sale, effect.who, parts.time.now())
    _change(bench, stage="printing")
    attempt = prove_paper(parts.journal, parts.printer, paper, lambda p: _watch(bench, p))
    if attempt.outcome is None:
        _change(bench, stage="over", verdict="refused", cause=attempt.reason, money="not_begun")
        return failed(effect, attempt.reason)
    word, state = _judged(bench, attempt, attempt.outcome, before)
    still = parts.is_reachable()
    _see(bench, "" if still else "network")
    money = money_of(state, begins=begins, still=still)
    _change(
        bench,
        stage="over",
        waiting_for=None,
        verdict=word,
        cause=attempt.reason,
        evidence=attempt.outcome.evidence,
        money=money,
    )
    return Told(effect.act, f"rehearsed_{word}", tone=_TONES[word])


def _judged(
    bench: Bench, attempt: Attempt, outcome: PrintOutcome, before: Counters | None
) -> tuple[str, State]:
    """The job's verdict, and where a sale would stand after it: counters may know more."""
    match outcome:
        case Printed():
            return "printed", State.PRINTED
        case NotPrinted():
            return "not_printed", State.PRINT_FAILED_CLEAN
        case PrintUnknown():
            printer = bench.parts.printer
            after = printer.counters() if printer.has_counters else None
            state = verdict(
                before or Counters(),
                after,
                length_mm=attempt.length_mm,
                cleared=attempt.cleared,
            )
            return "unknown", state


def _watch(bench: Bench, progress: PrintProgress) -> None:
    waiting = progress.waiting_for
    _see(bench, _BY_FAULT.get(waiting, "") if waiting else "")
    if bench.parts.station().network == "offline":
        _see(bench, "network")
    _change(bench, fraction=progress.fraction, waiting_for=waiting)


def _see(bench: Bench, exercise: str) -> None:
    if exercise and bench.rehearsal is not None:
        _change(bench, seen=bench.rehearsal.seen | {exercise})


def _change(bench: Bench, **changes: Any) -> None:
    bench.rehearsal = replace(bench.rehearsal or Rehearsal(), **changes)


def _set_fault(bench: Bench, effect: Do) -> Told:
    return _on_board(bench, effect, lambda port: strike(port, effect.what, effect.amount))


def _clear_fault(bench: Bench, effect: Do) -> Told:
    return _on_board(bench, effect, lambda port: port.clear(effect.what or None))


def _on_board(bench: Bench, effect: Do, change: Callable[[FaultPort], object]) -> Told:
    port = bench.parts.faults
    if port is None:
        return failed(effect, "no_fault_board")
    try:
        change(port)
    except ValueError:
        return failed(effect, "fault_refused")
    return Told(effect.act, "fault_done")


DEEDS: dict[str, Deed] = {
    "rehearse": _rehearse,
    "set_fault": _set_fault,
    "clear_fault": _clear_fault,
}
