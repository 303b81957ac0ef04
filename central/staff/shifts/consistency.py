"""Do the drawer and the ledger tell one story? Part of ``operations.consistency``."""

from collections.abc import Iterator

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from central.ledger.tables import Account, AccountKind, Posting, PostingKind
from central.operations.tables import Counter
from central.staff.shifts.tables import DeskMovement, MovementKind

_SERIES = "desk:"


def desk_contradictions(db: Session, chamber: str) -> Iterator[str]:
    """Every contradiction as one line with the row it is about."""
    move, paid, till = DeskMovement, aliased(Posting), aliased(Account)
    is_top_up = move.kind == MovementKind.TOP_UP
    unposted = (
        select(move.id)
        .outerjoin(
            paid,
            and_(
                paid.id == move.posting_id,
                paid.amount == move.amount,
                paid.kind == case((is_top_up, PostingKind.TOP_UP), else_=PostingKind.CORRECTION),
                paid.op_id == func.coalesce(move.reverses, move.id),
                case((is_top_up, paid.credit_account), else_=paid.debit_account) == move.account_id,
            ),
        )
        .outerjoin(
            till,
            and_(
                till.id == case((is_top_up, paid.debit_account), else_=paid.credit_account),
                till.kind == AccountKind.CASH_IN,
                till.holder == move.payment_form,
            ),
        )
        .where(move.chamber_code == chamber, or_(paid.id.is_(None), till.id.is_(None)))
    )
    for row in db.scalars(unposted):
        yield f"money at the desk that the ledger has otherwise: {row}"
    counted = select(Counter.name, Counter.value).where(
        Counter.chamber_code == chamber, Counter.name.startswith(_SERIES)
    )
    issued = select(move.place, func.count(), func.max(move.receipt_number)).where(
        move.chamber_code == chamber
    )
    numbers = {place: (n, last) for place, n, last in db.execute(issued.group_by(move.place)).all()}
    for name, value in db.execute(counted).all():
        place = name.removeprefix(_SERIES)
        if numbers.get(place) != (value, value):
            yield f"desk receipts with a gap: {place} has {numbers.get(place)}, counter {value}"
