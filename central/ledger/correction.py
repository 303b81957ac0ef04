"""A person's correction of a prepaid account, against the account of its reason.

Corrections never edit anything: they are postings like all others, and their accounts show how
much was ever corrected, and why.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.ledger.accounts import lock, open_account, shift
from central.ledger.refund import posting_of
from central.ledger.tables import AccountKind, Posting, PostingKind


def correct(
    db: Session,
    chamber: str,
    account_id: str,
    amount: int,
    correction_id: str,
    reason: str,
    description: str,
    now: datetime,
) -> bool:
    """Add ``amount`` pesos (negative: take) once; False if this correction was made before.

    ``reason`` names the correction account, at most 40 characters.

    Raises:
        ValueError: ``amount`` is 0, or takes more than is available.
    """
    if amount == 0:
        raise ValueError("a correction moves money")
    lock(db, account_id)
    if posting_of(db, chamber, correction_id, PostingKind.CORRECTION) is not None:
        return False
    if not shift(db, account_id, posted=amount):
        raise ValueError("the account has not so much available")
    other = open_account(db, chamber, AccountKind.CORRECTION, reason)
    shift(db, other.id, posted=-amount)
    gains = amount > 0
    db.add(
        Posting(
            id=new_id(),
            chamber_code=chamber,
            debit_account=other.id if gains else account_id,
            credit_account=account_id if gains else other.id,
            amount=abs(amount),
            op_id=correction_id,
            kind=PostingKind.CORRECTION,
            description=description,
            at=now,
        )
    )
    db.flush()
    return True
