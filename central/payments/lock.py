"""Which desk has a settlement: who, where, since when, and under which movement alone it pays.

The lock is what makes a late message harmless. A payment is taken only by the session and under
the movement that hold it; once it is let go, whatever that movement still sends is refused.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from central.payments.keeping import move
from central.payments.states import State, Step
from central.payments.tables import Settlement
from central.services import Services
from central.staff.sessions import SignedIn, is_live
from central.staff.tables import StaffMember


class SettlementLocked(ValueError):
    """Another desk has it."""


class SettlementClosed(ValueError):
    """It is paid, expired or cancelled; the text says which."""


class SettlementInUse(ValueError):
    """Who has it is still signed in: a payment may be on its way, and nobody knows it here."""


@dataclass(frozen=True)
class Lock:
    """``live``: its session goes on, and what it sent may still arrive."""

    staff_id: str
    login: str
    name: str
    place: str
    at: datetime
    movement_id: str
    live: bool


def lock_of(db: Session, services: Services, settlement: Settlement, now: datetime) -> Lock | None:
    """Who has a settlement; None: nobody."""
    if settlement.locked_by is None or settlement.locked_at is None:
        return None
    member = db.get_one(StaffMember, settlement.locked_by)
    live = member.active and is_live(
        db, settlement.locked_session or "", now, services.settings.staff.idle_s
    )
    return Lock(
        staff_id=member.id,
        login=member.login,
        name=member.name,
        place=settlement.locked_place or "",
        at=settlement.locked_at,
        movement_id=settlement.locked_movement or "",
        live=live,
    )


def holds(settlement: Settlement, who: SignedIn, movement_id: str) -> bool:
    """True if this session has it, under this movement."""
    return (settlement.locked_by, settlement.locked_session, settlement.locked_movement) == (
        who.staff_id,
        who.session_id,
        movement_id,
    )


def put(settlement: Settlement, who: SignedIn, movement_id: str, now: datetime) -> None:
    """It is ``who``'s from now on."""
    move(settlement, Step.TAKE, now)
    settlement.locked_by, settlement.locked_session = who.staff_id, who.session_id
    settlement.locked_place, settlement.locked_at = who.place.desk, now
    settlement.locked_movement = movement_id


def lift(settlement: Settlement, step: Step, now: datetime) -> None:
    """Nobody has it any more; ``step`` says what became of it."""
    if step is Step.LET_GO and settlement.slip_at is not None:
        step = Step.LET_GO_TO_BANK
    move(settlement, step, now)
    settlement.locked_by = settlement.locked_session = settlement.locked_movement = None
    settlement.locked_place = settlement.locked_at = None


def refuse(state: State, lock: Lock | None) -> ValueError:
    """Why a settlement is not to be had now."""
    if state is State.AT_DESK and lock is not None:
        return SettlementLocked(f"{lock.login} has it at {lock.place} since {lock.at:%H:%M} UTC")
    return SettlementClosed(f"it is {state.value}")
