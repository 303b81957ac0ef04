"""How an open operation stands for the person who bought it, and what may be done about it now.

Only an operation whose own kiosk said that it waits for a person may be printed elsewhere: that
kiosk does nothing more of itself. Giving the money back needs less: should paper prove to be out
after all, its capture is taken late.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from central.db.base import table_of
from central.operations.tables import Decision, OperationRow, ResolutionRow
from central.settings import Settings
from kiosk.contract.messages import OperationState

OPEN = (OperationState.HELD, OperationState.EXPIRED)
WAITING = "waiting-person"
"""The reason of an open operation whose kiosk says that a person must decide."""
# Made once: building a statement takes SQLAlchemy longer than running it.
_resolutions = table_of(ResolutionRow).c
_DECISION = select(_resolutions.decision).where(
    _resolutions.chamber_code == bindparam("chamber"), _resolutions.op_id == bindparam("operation")
)
_OPEN_CLAIMS = select(OperationRow).where(
    OperationRow.chamber_code == bindparam("chamber"),
    OperationRow.of_op_id == bindparam("operation"),
    OperationRow.state.in_(OPEN),
)

Word = Literal["waiting", "working", "silent", "claimed", "decided"]


@dataclass(frozen=True)
class Standing:
    """The contract's word for it."""

    word: Word

    @property
    def can_print(self) -> bool:
        """Nobody else will print it, and nobody has decided."""
        return self.word == "waiting"

    @property
    def can_give_back(self) -> bool:
        """Nobody is at it, as far as anybody can know."""
        return self.word in ("waiting", "silent")


def standing_of(db: Session, settings: Settings, op: OperationRow, now: datetime) -> Standing:
    """How an open sale stands; the caller has made sure that it is one."""
    if decision_on(db, op) is not None:
        return Standing("decided")
    if is_being_printed(db, op):
        return Standing("claimed")
    if op.reason == WAITING:
        return Standing("waiting")
    is_old = now >= op.created_at + timedelta(seconds=settings.hold_s)
    return Standing("silent" if is_old else "working")


def decision_on(db: Session, op: OperationRow) -> Decision | None:
    """What a person decided about an operation."""
    return db.scalar(_DECISION, {"chamber": op.chamber_code, "operation": op.id})


def open_claims(db: Session, op: OperationRow) -> tuple[OperationRow, ...]:
    """Papers of a sale that were begun and are neither proved nor given up."""
    return tuple(db.scalars(_OPEN_CLAIMS, {"chamber": op.chamber_code, "operation": op.id}))


def is_being_printed(db: Session, op: OperationRow) -> bool:
    """A kiosk prints a claim of it now; one that went silent lets its claim expire."""
    return any(
        claim.state is OperationState.HELD and claim.reason != WAITING
        for claim in open_claims(db, op)
    )
