"""A settlement at a desk: taken, paid or let go; unlocked by who may, cancelled with a reason.

Taking locks it before anybody counts money. Paying posts to the ledger as a top-up does
(``shifts.money.credit_in_shift``): there is no second way, and no second time.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.payments.keeping import move, standing
from central.payments.lock import (
    SettlementClosed,
    SettlementInUse,
    holds,
    lift,
    lock_of,
    put,
    refuse,
)
from central.payments.states import Step, leads
from central.payments.tables import Settlement
from central.records.record import audit
from central.services import Services
from central.staff.entitled import entitled
from central.staff.rules import Action
from central.staff.sessions import SignedIn
from central.staff.shifts.money import NotTaken, Payment, credit_in_shift
from central.staff.shifts.receipt_mail import mail_by_itself
from central.staff.shifts.tables import DeskMovement
from central.staff.shifts.work import own_shift


def take(services: Services, who: SignedIn, settlement_id: str, movement_id: str) -> None:
    """Take a settlement to one's desk; ``movement_id`` is what it will be paid under.

    Who has it already, takes it anew: the movement before is worth nothing any more.

    Raises:
        NotEntitled, NotNow: as for a top-up.
        LookupError: there is no such settlement.
        SettlementLocked, SettlementClosed: see there.
        NotTaken: the movement was made for something else.
    """
    now = services.now()

    def work(db: Session) -> None:
        member = entitled(db, services.chamber, who.login, Action.WORK_SHIFT)
        own_shift(db, services.chamber, member.id)
        row = locked_row(db, services.chamber, settlement_id)
        if row.payment_id == movement_id:
            return  # its answer was lost, and it was paid long since
        state, lock = standing(row, now), lock_of(db, services, row, now)
        foreign = lock is not None and lock.staff_id != member.id
        if foreign or not leads(state, Step.TAKE):
            raise refuse(state, lock)
        if db.get(DeskMovement, movement_id) is not None:
            raise NotTaken("this id belongs to another movement")
        put(row, who, movement_id, now)
        audit(db, services.chamber, now, member.id, "settlement-taken", row.id, who.place.desk)

    services.database.run(work)


def pay(
    services: Services, who: SignedIn, settlement_id: str, movement_id: str, payment: Payment
) -> None:
    """Take the money of a settlement one has; the same movement gets the same answer.

    Raises:
        NotEntitled, NotNow: as for a top-up.
        LookupError: there is no such settlement.
        SettlementLocked, SettlementClosed: it is not one's own any more.
        NotTaken: another amount than the settlement's, not enough given, no voucher's number, or
            the settlement was unlocked meanwhile.
    """
    now = services.now()

    def work(db: Session) -> None:
        member = entitled(db, services.chamber, who.login, Action.WORK_SHIFT)
        shift = own_shift(db, services.chamber, member.id)
        row = locked_row(db, services.chamber, settlement_id)
        if row.payment_id != movement_id:
            _must_be_payable(db, services, who, row, movement_id, now)
        if payment.amount != row.amount:
            raise NotTaken("a settlement is paid with its own amount")
        credit_in_shift(db, shift, movement_id, row.account_id, payment, now)
        if row.payment_id is None:
            _paid(db, row, movement_id, member.id, now)
            mail_by_itself(db, services, movement_id, now)

    services.database.run(work)


def let_go(services: Services, who: SignedIn, settlement_id: str, movement_id: str) -> None:
    """Give it back untouched; if one has it no more, nothing happens.

    Raises:
        NotEntitled: see there.
        LookupError: there is no such settlement.
    """
    now = services.now()

    def work(db: Session) -> None:
        member = entitled(db, services.chamber, who.login, Action.WORK_SHIFT)
        row = locked_row(db, services.chamber, settlement_id)
        # Also from another session of the same person: after a crash it is theirs to give back.
        if (row.locked_by, row.locked_movement) != (member.id, movement_id):
            return
        lift(row, Step.LET_GO, now)
        audit(db, services.chamber, now, member.id, "settlement-let-go", row.id)

    services.database.run(work)


def unlock(services: Services, who: SignedIn, settlement_id: str, reason: str) -> None:
    """Free what a desk left behind; if its money had arrived, the settlement is paid instead.

    Raises:
        NotEntitled: see there.
        LookupError: there is no such settlement.
        SettlementClosed: no desk has it.
        SettlementInUse: that desk's cashier is still signed in.
    """
    now = services.now()

    def work(db: Session) -> None:
        member = entitled(db, services.chamber, who.login, Action.UNLOCK_SETTLEMENT)
        row = locked_row(db, services.chamber, settlement_id)
        lock = lock_of(db, services, row, now)
        if lock is None:
            raise SettlementClosed(f"it is {row.state.value}, and no desk has it")
        posted = db.get(DeskMovement, lock.movement_id)
        if posted is not None:
            _paid(db, row, posted.id, member.id, now)
            return
        if lock.live:
            raise SettlementInUse(f"{lock.login} is signed in at {lock.place}")
        lift(row, Step.LET_GO, now)
        detail = f"{lock.login} {lock.place} {lock.at.isoformat(timespec='seconds')} {reason}"
        audit(db, services.chamber, now, member.id, "settlement-unlocked", row.id, detail)

    services.database.run(work)


def cancel(services: Services, who: SignedIn, settlement_id: str, reason: str) -> None:
    """Nobody is to pay it any more.

    Raises:
        NotEntitled: see there.
        LookupError: there is no such settlement.
        SettlementLocked, SettlementClosed: see there.
    """
    now = services.now()

    def work(db: Session) -> None:
        member = entitled(db, services.chamber, who.login, Action.MAKE_SETTLEMENT)
        row = locked_row(db, services.chamber, settlement_id)
        state = standing(row, now)
        if not leads(state, Step.CANCEL):
            raise refuse(state, lock_of(db, services, row, now))
        move(row, Step.CANCEL, now)
        audit(db, services.chamber, now, member.id, "settlement-cancelled", row.id, reason)

    services.database.run(work)


def locked_row(db: Session, chamber: str, settlement_id: str) -> Settlement:
    """A settlement that nobody else touches until this transaction ends.

    Raises:
        LookupError: there is no such settlement.
    """
    row = db.scalar(
        select(Settlement)
        .where(Settlement.chamber_code == chamber, Settlement.id == settlement_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if row is None:
        raise LookupError("there is no such settlement")
    return row


def _must_be_payable(
    db: Session,
    services: Services,
    who: SignedIn,
    row: Settlement,
    movement_id: str,
    now: datetime,
) -> None:
    if not holds(row, who, movement_id):
        state, lock = standing(row, now), lock_of(db, services, row, now)
        if leads(state, Step.TAKE) and (lock is None or lock.staff_id == who.staff_id):
            raise NotTaken("it was let go meanwhile: take it again")
        raise refuse(state, lock)
    if db.get(DeskMovement, movement_id) is not None:
        raise NotTaken("this id belongs to another movement")


def _paid(db: Session, row: Settlement, payment_id: str, by: str, now: datetime) -> None:
    lift(row, Step.PAY, now)
    row.payment_id, row.paid_at = payment_id, now
    audit(db, row.chamber_code, now, by, "settlement-paid", row.id, payment_id)
