"""Money goes back: the whole of a purchase, once, as a posting of its own.

The refund has its own id and names the operation it gives back; the purchase itself is never
edited. ``(chamber, op_id, kind)`` is unique, so the database refuses a second refund too.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.ledger.accounts import shift
from central.ledger.tables import Posting, PostingKind


def refund(
    db: Session, chamber: str, op_id: str, refund_id: str, description: str, now: datetime
) -> Posting:
    """Take a purchase back from its revenue account; the caller locked the operation.

    Raises:
        LookupError: nothing was charged for this operation.
    """
    paid = posting_of(db, chamber, op_id, PostingKind.PURCHASE)
    if paid is None:
        raise LookupError(f"nothing was charged for {op_id}")
    # The prepaid account goes first, as in every transaction that touches two accounts.
    shift(db, paid.debit_account, posted=paid.amount)
    shift(db, paid.credit_account, posted=-paid.amount)
    back = Posting(
        id=refund_id,
        chamber_code=chamber,
        debit_account=paid.credit_account,
        credit_account=paid.debit_account,
        amount=paid.amount,
        op_id=op_id,
        kind=PostingKind.REFUND,
        description=description,
        at=now,
    )
    db.add(back)
    db.flush()
    return back


def posting_of(db: Session, chamber: str, op_id: str, kind: PostingKind) -> Posting | None:
    """The one posting of that kind for an operation."""
    return db.scalar(
        select(Posting).where(
            Posting.chamber_code == chamber, Posting.op_id == op_id, Posting.kind == kind
        )
    )
