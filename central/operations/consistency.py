"""Do operations, holds, postings and receipts tell one story? Beside ``ledger.statement.verify``.

These are the rules that hold between two messages, whatever happened before: the proofs ask them
after every fault, and ``dispensador-central ledger verify`` asks them in production.
"""

from collections.abc import Iterator
from functools import cache

from sqlalchemy import Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from central.ledger.tables import Account, AccountKind, Hold, HoldState, Posting, PostingKind
from central.operations.tables import Counter, OperationRow, ReceiptRow
from central.payments.consistency import settlement_contradictions
from central.staff.sales.consistency import sale_contradictions
from central.staff.shifts.consistency import desk_contradictions
from kiosk.contract.messages import OperationState


def contradictions(db: Session, chamber: str) -> list[str]:
    """Every contradiction as one line with the row it is about; empty is the only good answer."""
    found: list[str] = []
    for what, statement in _questions(chamber):
        found += [f"{what}: {row}" for row in db.scalars(statement)]
    return [
        *found,
        *_receipt_gaps(db, chamber),
        *desk_contradictions(db, chamber),
        *sale_contradictions(db, chamber),
        *settlement_contradictions(db, chamber),
    ]


@cache
def _questions(chamber: str) -> tuple[tuple[str, Select[str]], ...]:
    """Made once a chamber: building the statements takes SQLAlchemy longer than running them."""
    return tuple(_made(chamber))


def _made(chamber: str) -> Iterator[tuple[str, Select[str]]]:
    op, paid, back = OperationRow, aliased(Posting), aliased(Posting)
    of_op = and_(paid.chamber_code == op.chamber_code, paid.op_id == op.id)
    purchase = and_(of_op, paid.kind == PostingKind.PURCHASE)
    yield (
        "captured but not charged its price",
        select(op.id)
        .outerjoin(paid, purchase)
        .where(
            op.chamber_code == chamber,
            op.state == OperationState.CAPTURED,
            op.price > 0,
            or_(paid.id.is_(None), paid.amount != op.price),
        ),
    )
    yield (
        "charged but not captured",
        select(paid.op_id)
        .outerjoin(op, of_op)
        .where(
            paid.chamber_code == chamber,
            paid.kind == PostingKind.PURCHASE,
            or_(op.id.is_(None), op.state != OperationState.CAPTURED),
        ),
    )
    same = and_(Hold.chamber_code == op.chamber_code, Hold.op_id == op.id)
    right = or_(
        and_(op.state == OperationState.HELD, Hold.state == HoldState.LIVE),
        and_(op.state == OperationState.CAPTURED, Hold.state == HoldState.CAPTURED),
        and_(
            op.state.not_in((OperationState.HELD, OperationState.CAPTURED)),
            Hold.state == HoldState.RELEASED,
        ),
    )
    yield (
        "a hold in another state than its operation",
        select(Hold.op_id)
        .outerjoin(op, same)
        .where(Hold.chamber_code == chamber, or_(op.id.is_(None), ~right)),
    )
    yield (
        "held or captured without a hold",
        select(op.id)
        .outerjoin(Hold, same)
        .where(
            op.chamber_code == chamber,
            op.state.in_((OperationState.HELD, OperationState.CAPTURED)),
            or_(Hold.id.is_(None), Hold.amount != op.price),
        ),
    )
    yield (
        "refunded more or other than was charged",
        select(back.op_id)
        .outerjoin(
            paid,
            and_(
                paid.chamber_code == back.chamber_code,
                paid.op_id == back.op_id,
                paid.kind == PostingKind.PURCHASE,
                paid.amount == back.amount,
                paid.debit_account == back.credit_account,
            ),
        )
        .where(
            back.chamber_code == chamber,
            back.kind == PostingKind.REFUND,
            paid.id.is_(None),
        ),
    )
    late = (
        exists()
        .where(Hold.account_id == Account.id, Hold.state == HoldState.CAPTURED)
        .where(op.chamber_code == Hold.chamber_code, op.id == Hold.op_id, op.late)
    )
    yield (
        "owes money without a late capture",
        select(Account.id).where(
            Account.chamber_code == chamber,
            Account.kind == AccountKind.PREPAID,
            Account.posted < Account.held,
            ~late,
        ),
    )


def _receipt_gaps(db: Session, chamber: str) -> Iterator[str]:
    """A series counts 1, 2, 3 … up to its counter; a taken number without receipt is a gap."""
    counted = select(Counter.name, Counter.value).where(
        Counter.chamber_code == chamber, Counter.name.startswith("receipt:")
    )
    taken = {name.removeprefix("receipt:"): value for name, value in db.execute(counted).all()}
    series = select(ReceiptRow.point_of_sale, func.count(), func.max(ReceiptRow.number)).where(
        ReceiptRow.chamber_code == chamber
    )
    issued = {
        point: (count, last)
        for point, count, last in db.execute(series.group_by(ReceiptRow.point_of_sale)).all()
    }
    for point in sorted(taken.keys() | issued.keys()):
        count, last = issued.get(point, (0, 0))
        if not count == last == taken.get(point, 0):
            yield (
                f"receipt numbers with a gap: {point} has {count}, the last is {last}, "
                f"its counter says {taken.get(point, 0)}"
            )
