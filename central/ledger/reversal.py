"""A top-up taken back: the same two accounts the other way, once.

The posting names the top-up it takes back; ``(chamber, op_id, kind)`` is unique, so the database
refuses a second one too.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from central.ledger.accounts import lock, shift
from central.ledger.refund import posting_of
from central.ledger.tables import Posting, PostingKind


class NotReversible(ValueError):
    """The money was never put in, is spent or held, or was taken back before."""


def reverse(
    db: Session, chamber: str, top_up_id: str, reversal_id: str, description: str, now: datetime
) -> Posting:
    """Take a top-up out of its prepaid account; ``reversal_id`` becomes the posting's id.

    Raises:
        NotReversible: see there; what is held for a purchase is not there to be taken.
    """
    paid = posting_of(db, chamber, top_up_id, PostingKind.TOP_UP)
    if paid is None:
        raise NotReversible("there is no such top-up")
    lock(db, paid.credit_account)
    if posting_of(db, chamber, top_up_id, PostingKind.CORRECTION) is not None:
        raise NotReversible("this top-up was reversed before")
    if not shift(db, paid.credit_account, posted=-paid.amount):
        raise NotReversible("the account has not so much available")
    shift(db, paid.debit_account, posted=paid.amount)
    back = Posting(
        id=reversal_id,
        chamber_code=chamber,
        debit_account=paid.credit_account,
        credit_account=paid.debit_account,
        amount=paid.amount,
        op_id=top_up_id,
        kind=PostingKind.CORRECTION,
        description=description,
        at=now,
    )
    db.add(back)
    db.flush()
    return back
