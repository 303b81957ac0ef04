"""The paper budget: what the roll still holds, so that nothing is sold that will not fit.

The odometer counts every strip before it is printed, attempts that failed included: it may tell a
little less than there is, never more. The near-end sensor tightens it: from the moment it speaks,
the profile's reserve is all that is counted on. A roll that nobody saw put in has no known length;
then only the sensors speak.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from kiosk.ports import (
    Clock,
    PrinterFault,
    PrinterState,
)
from kiosk.station.passing_printer import PassingPrinter
from kiosk.store import roll
from kiosk.store.journal import Transactions
from kiosk.store.roll import RollRecord

_TREMBLE_MM = 300
"""Paper after which a near-end sensor that fell silent again is believed."""


def left_mm(record: RollRecord, reserve_mm: int) -> int | None:
    """What the roll still holds; None if its length is not known and no sensor has spoken.

    Args:
        record: what the disk remembers.
        reserve_mm: paper that is surely left when the near-end sensor speaks, from the profile.

    >>> left_mm(RollRecord(80_000, 78_500, 78_000, False, 0), 2_000)
    1500
    """
    known = []
    if record.is_out:
        known.append(0)
    if record.roll_mm is not None:
        known.append(record.roll_mm - record.used_mm)
    if record.near_end_mm is not None:
        known.append(reserve_mm - (record.used_mm - record.near_end_mm))
    return max(0, min(known)) if known else None


class PaperBudget:
    """Keeps the roll's record in step with what the printer says; writes only what is news."""

    def __init__(self, store: Transactions, clock: Clock, *, roll_mm: int, reserve_mm: int) -> None:
        """Wire it.

        Args:
            store: keeps the record.
            clock: when a roll came.
            roll_mm: length of a new roll of the kind this machine is fed with.
            reserve_mm: see ``left_mm``.
        """
        self._store = store
        self._clock = clock
        self._roll_mm = roll_mm
        self._reserve_mm = reserve_mm
        self._guard = threading.Lock()
        self._unseen = True  # what happened to the roll while this program was off nobody saw

    def left_mm(self) -> int | None:
        """What the roll still holds, as far as is known."""
        return left_mm(self._store.read(roll.read_roll), self._reserve_mm)

    def load(self, roll_mm: int | None = None) -> None:
        """Somebody put a roll in; a new one of the usual length if nothing else is said."""
        now, length = self._clock.now(), roll_mm or self._roll_mm
        self._store.write(lambda c: roll.load_roll(c, now, length))

    def observe(self, state: PrinterState) -> None:
        """Follow the printer: paper out, near its end, and both gone again.

        A roll counts as changed when paper is back after it was out, or when the near-end sensor
        fell silent while the cover was open or the printer off. A sensor that only trembles is not
        believed until so much was printed that it cannot be a trembling.
        """
        with self._guard:
            record = self._store.read(roll.read_roll)
            change = self._change(record, state)
            if change is not None:
                self._store.write(change)

    def _change(
        self, record: RollRecord, state: PrinterState
    ) -> Callable[[Connection], None] | None:
        now = self._clock.now()
        match state.fault:
            case PrinterFault.PAPER_OUT:
                return None if record.is_out else (lambda c: roll.note_out(c, now))
            case PrinterFault.COVER_OPEN | PrinterFault.DISCONNECTED:
                self._unseen = True
                return None
            case None:
                pass
            case _:
                return None
        unseen, self._unseen = self._unseen, False
        if record.is_out:
            return lambda c: roll.load_roll(c, now, self._roll_mm)
        if record.near_end_mm is None:
            return (lambda c: roll.note_near_end(c, now)) if state.near_end else None
        if state.near_end:
            return None
        if unseen:
            return lambda c: roll.load_roll(c, now, self._roll_mm)
        trembled = record.used_mm - record.near_end_mm >= _TREMBLE_MM
        return roll.forget_near_end if trembled else None


@dataclass
class BudgetedPrinter(PassingPrinter):
    """A printer that does not begin what its roll will not hold; all else is passed on."""

    budget: PaperBudget

    def preflight(self, length_mm: int) -> PrinterFault | None:
        """What the printer says; if it is ready, what the roll still holds."""
        fault = self.inner.preflight(length_mm)
        self.budget.observe(self.inner.state())
        if fault is not None:
            return fault
        left = self.budget.left_mm()
        return PrinterFault.PAPER_SHORT if left is not None and left < length_mm else None
