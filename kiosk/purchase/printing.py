"""Second part of a purchase: paper, copy after copy, never without a saved state behind it."""

from kiosk.contract import messages as m
from kiosk.documents.model import from_json
from kiosk.ports import (
    Central,
    Clock,
    Counters,
    NotPrinted,
    Offline,
    Printed,
    Printer,
    PrinterFault,
    PrintOutcome,
    PrintUnknown,
)
from kiosk.purchase import advice
from kiosk.purchase.evidence import settle_uncertain
from kiosk.purchase.limits import Limits, Wait
from kiosk.purchase.operation import MAX_PRINT_ATTEMPTS, State
from kiosk.purchase.order import Trouble
from kiosk.purchase.run import Run, Stop
from kiosk.store.journal import Journal
from kiosk.store.rows import Fields


class Press:
    """Prints the held copies of an order and saves what the printer proved."""

    def __init__(
        self,
        journal: Journal,
        central: Central,
        printer: Printer,
        clock: Clock,
        pause: Wait,
        limits: Limits,
        boot_id: str,
        *,
        printer_is_clear: bool,
    ) -> None:
        self._journal = journal
        self._central = central
        self._printer = printer
        self._clock = clock
        self._pause = pause
        self._limits = limits
        self._boot_id = boot_id
        self._is_clear = printer_is_clear

    def check(self, run: Run) -> Stop | None:
        """Lay every copy out and ask the printer for all the paper, before the first byte."""
        try:
            for op_id in run.op_ids:
                content = run.saved[op_id].content
                assert content is not None, "a held copy has its certificate"
                run.rolls[op_id] = self._printer.lay_out(from_json(content))
        except ValueError:
            return Stop(Trouble.CERTIFICATE_DAMAGED)
        run.tell()
        if not self._is_clear:  # somebody else's paper may still be in its buffer
            self._is_clear = self._printer.clear()
        if not self._is_clear:
            return Stop(Trouble.PRINTER, self._printer.state().fault or PrinterFault.UNKNOWN)
        fault = self._printer.preflight(sum(roll.length_mm for roll in run.rolls.values()))
        return Stop(Trouble.PRINTER, fault) if fault else None

    def print_all(self, run: Run) -> Stop | None:
        """Print copy after copy; the first that does not come out with proof stops the rest."""
        run.started_s = self._clock.monotonic()
        for number, op_id in enumerate(run.op_ids):
            roll = run.rolls[op_id]
            if number and self._pause(0.0):
                # The program is ending: the copy that runs is finished, no other is begun.
                return Stop(Trouble.CENTRAL_OFFLINE)
            if number and (fault := self._printer.preflight(roll.length_mm)):
                return Stop(Trouble.PRINTER, fault)
            stop = self._print_copy(run, op_id)
            if stop is not None:
                return stop
        return None

    def _print_copy(self, run: Run, op_id: str) -> Stop | None:
        """At most three attempts, a new one only after proof that nothing came out."""
        roll = run.rolls[op_id]
        for attempt in range(1, MAX_PRINT_ATTEMPTS + 1):
            before = self._printer.counters() if self._printer.has_counters else None
            if self._printer.has_counters and not _is_readable(before):
                return Stop(Trouble.PRINTER, self._printer.state().fault or PrinterFault.UNKNOWN)
            stop = self._renew_lease(run, op_id)
            if stop is not None:
                return stop
            started = self._journal.start_print(
                op_id, sheets=roll.sheets, length_mm=roll.length_mm, before=before
            )
            run.note(started)
            outcome = self._printer.print(roll, started.fence_first, run.tell)
            cause = self._save_outcome(run, op_id, outcome)
            if cause is None:
                return None
            is_clean = run.state(op_id) is State.PRINT_FAILED_CLEAN
            if not (is_clean and self._is_clear and attempt < MAX_PRINT_ATTEMPTS):
                return Stop(Trouble.PRINTER, cause)
            if self._printer.preflight(roll.length_mm) is not None:
                return Stop(Trouble.PRINTER, cause)
        raise AssertionError("the last attempt returns")

    def _save_outcome(self, run: Run, op_id: str, outcome: PrintOutcome) -> PrinterFault | None:
        """Save what came of one attempt; returns what was wrong, None with proof of paper."""
        fields: Fields = {"evidence": outcome.evidence}
        match outcome:
            case Printed(evidence=evidence):
                send = advice.capture(op_id, self._clock.now(), evidence)
                run.note(self._journal.go(op_id, State.PRINTED, fields=fields, send=send))
                return None
            case NotPrinted(cause=cause):
                run.note(self._journal.go(op_id, State.PRINT_FAILED_CLEAN, fields=fields))
                return cause
            case PrintUnknown(cause=cause, evidence=evidence):
                self._decide(run, op_id, cause, evidence)
                return cause

    def _decide(self, run: Run, op_id: str, cause: PrinterFault, evidence: str) -> None:
        """Nobody saw the end of this print: save that first, then look for evidence."""
        uncertain = self._journal.go(
            op_id,
            State.UNCERTAIN,
            fields={"evidence": evidence, "trouble": Trouble.PRINTER, "fault": cause},
        )
        run.note(uncertain)
        found, self._is_clear = settle_uncertain(
            self._journal, self._printer, self._clock, uncertain
        )
        run.note(found)

    def _renew_lease(self, run: Run, op_id: str) -> Stop | None:
        """Make sure that central holds the price now; the last thing before ``PRINT_STARTED``."""
        saved = run.saved[op_id]
        now_s = self._clock.monotonic()
        asked_s = saved.lease_from_s if saved.boot_id == self._boot_id else None
        if asked_s is not None and 0 <= now_s - asked_s < self._limits.lease_s:
            return None
        match self._central.operation(op_id):
            case m.Operation(op_id=same, state=m.OperationState.HELD) if same == op_id:
                run.note(self._journal.renew_lease(op_id, self._boot_id, now_s))
                return None
            case Offline():
                return Stop(Trouble.CENTRAL_OFFLINE)
            case _:
                return Stop(Trouble.LEASE_LOST)


def _is_readable(counters: Counters | None) -> bool:
    return counters is not None and counters.cuts is not None
