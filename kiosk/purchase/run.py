"""One order while it is being bought: what is saved of each copy, and what the screen is told."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog

from kiosk.ports import Clock, PrinterFault, PrintProgress, Roll
from kiosk.purchase.operation import TERMINAL, State
from kiosk.purchase.order import (
    CopyPhase,
    CopyResult,
    Order,
    PurchaseProgress,
    PurchaseResult,
    Trouble,
)
from kiosk.store.rows import Saved

log = structlog.get_logger()

_PHASES = {
    State.INTENT: CopyPhase.AUTHORISING,
    State.HELD: CopyPhase.WAITING,
    State.PRINT_STARTED: CopyPhase.PRINTING,
    State.PRINT_FAILED_CLEAN: CopyPhase.PRINTING,
    State.UNCERTAIN: CopyPhase.UNCERTAIN,
    State.WAIT_PERSON: CopyPhase.UNCERTAIN,
    State.PRINTED: CopyPhase.PRINTED,
    State.CAPTURED: CopyPhase.PRINTED,
    State.VOIDING: CopyPhase.RELEASED,
    State.VOIDED: CopyPhase.RELEASED,
    State.DECLINED: CopyPhase.RELEASED,
}
_ENOUGH_MM = 50.0
"""Paper after which the measured speed is believed more than the assumed one."""


@dataclass
class Run:
    """The engine's memory of one order; the truth is in the store, this only follows it."""

    order: Order
    clock: Clock
    report: Callable[[PurchaseProgress], None]
    mm_per_s: float
    saved: dict[str, Saved] = field(default_factory=dict)
    rolls: dict[str, Roll] = field(default_factory=dict)
    started_s: float | None = None
    shown: PurchaseProgress | None = None

    @property
    def op_ids(self) -> tuple[str, ...]:
        """The operations, in the order they are printed."""
        return tuple(copy.op_id for copy in self.order.copies)

    def note(self, *saved: Saved) -> None:
        """Follow the store and tell the screen."""
        self.saved.update((one.op_id, one) for one in saved)
        self.tell()

    def state(self, op_id: str) -> State | None:
        """The last saved state; None before the order was saved at all."""
        found = self.saved.get(op_id)
        return found.state if found else None

    def tell(self, now: PrintProgress | None = None) -> None:
        """Report where the order is; ``now`` is the running job's own progress."""
        done_mm = total_mm = 0.0
        for op_id, roll in self.rolls.items():
            state = self.state(op_id)
            if state in (State.VOIDING, State.VOIDED, State.DECLINED):
                continue
            total_mm += roll.length_mm
            if state in (State.PRINTED, State.CAPTURED):
                done_mm += roll.length_mm
            elif state is State.PRINT_STARTED and now is not None:
                done_mm += roll.length_mm * min(1.0, max(0.0, now.fraction))
        progress = PurchaseProgress(
            phases=tuple(_PHASES[self.state(op_id) or State.INTENT] for op_id in self.op_ids),
            fraction=done_mm / total_mm if total_mm else 0.0,
            remaining_s=math.ceil((total_mm - done_mm) / self._speed(done_mm)),
            waiting_for=now.waiting_for if now else None,
        )
        if progress == self.shown:
            return
        self.shown = progress
        try:
            self.report(progress)
        except Exception:
            # Whoever looks on may break (a window that was just closed); the paper must not.
            log.exception("report_failed")

    def result(self, failed: Trouble = Trouble.NONE) -> PurchaseResult:
        """How it ended; ``failed`` is what stopped everything (the disk)."""
        return PurchaseResult(
            self.order, tuple(self._copy_result(op_id, failed) for op_id in self.op_ids)
        )

    def _copy_result(self, op_id: str, failed: Trouble) -> CopyResult:
        found = self.saved.get(op_id)
        copy = next(copy for copy in self.order.copies if copy.op_id == op_id)
        if found is None:  # never saved, hence never sent: nothing is held
            return CopyResult(copy, State.INTENT, failed, None, settled=True)
        settled = found.state in TERMINAL
        return CopyResult(
            copy=copy,
            state=found.state,
            trouble=found.trouble if settled or not failed else failed,
            fault=found.fault,
            settled=settled,
            verification_code=found.verification_code,
        )

    def _speed(self, done_mm: float) -> float:
        if self.started_s is None or done_mm < _ENOUGH_MM:
            return self.mm_per_s
        elapsed_s = self.clock.monotonic() - self.started_s
        return done_mm / elapsed_s if elapsed_s > 0 else self.mm_per_s


@dataclass(frozen=True)
class Stop:
    """Why nothing more of this order is printed."""

    trouble: Trouble
    fault: PrinterFault | None = None
