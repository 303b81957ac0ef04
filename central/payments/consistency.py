"""Do settlements and the ledger tell one story? Part of ``operations.consistency``."""

from collections.abc import Iterator

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from central.ledger.tables import Posting, PostingKind
from central.operations.tables import Counter
from central.payments.make import SERIES
from central.payments.states import State
from central.payments.tables import Outcome, PaymentException, Settlement
from central.staff.shifts.tables import DeskMovement


def settlement_contradictions(db: Session, chamber: str) -> Iterator[str]:
    """Every contradiction as one line with the row it is about."""
    credited = and_(
        Posting.chamber_code == chamber,
        Posting.kind == PostingKind.TOP_UP,
        Posting.op_id == Settlement.payment_id,
    )
    unpaid = (
        select(Settlement.number)
        .outerjoin(Posting, credited)
        .where(
            Settlement.chamber_code == chamber,
            Settlement.state == State.PAID,
            or_(
                Posting.id.is_(None),
                Posting.amount != Settlement.amount,
                Posting.credit_account != Settlement.account_id,
            ),
        )
    )
    for number in db.scalars(unpaid):
        yield f"a settlement paid without its money: {number}"
    left = (
        select(Settlement.number)
        .join(DeskMovement, DeskMovement.id == Settlement.locked_movement)
        .where(Settlement.chamber_code == chamber)
    )
    for number in db.scalars(left):
        yield f"a settlement's money was taken, and it is not paid: {number}"
    twice = (
        select(PaymentException.id)
        .join(
            Posting,
            and_(
                Posting.chamber_code == chamber,
                Posting.kind == PostingKind.TOP_UP,
                Posting.op_id == PaymentException.id,
            ),
        )
        .where(PaymentException.chamber_code == chamber)
    )
    for payment in db.scalars(twice):
        yield f"a payment that is an exception was credited: {payment}"
    yield from _applied(db, chamber)
    yield from _gaps(db, chamber)


def _applied(db: Session, chamber: str) -> Iterator[str]:
    """A deed posted just what it says: the payment to the chosen account, or nothing at all."""
    credited = and_(
        Posting.chamber_code == chamber,
        Posting.kind == PostingKind.TOP_UP,
        Posting.op_id == PaymentException.decision_id,
    )
    right = and_(
        PaymentException.outcome == Outcome.APPLIED,
        Posting.amount == PaymentException.amount,
        Posting.credit_account == Settlement.account_id,
    )
    wrong = (
        select(PaymentException.id)
        .outerjoin(Posting, credited)
        .outerjoin(Settlement, Settlement.id == PaymentException.applied_to)
        .where(
            PaymentException.chamber_code == chamber,
            or_(
                and_(PaymentException.outcome == Outcome.APPLIED, Posting.id.is_(None)),
                and_(Posting.id.is_not(None), ~right),
            ),
        )
    )
    for payment in db.scalars(wrong):
        yield f"a payment that was applied, and the ledger says otherwise: {payment}"


def _gaps(db: Session, chamber: str) -> Iterator[str]:
    taken = (
        db.scalar(
            select(Counter.value).where(Counter.chamber_code == chamber, Counter.name == SERIES)
        )
        or 0
    )
    made = db.scalar(select(func.count()).where(Settlement.chamber_code == chamber)) or 0
    if made != taken:
        yield f"settlement numbers with a gap: {made} made, the counter says {taken}"
