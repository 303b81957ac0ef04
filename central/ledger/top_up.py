"""Money comes in: a payment form's account is debited, a prepaid account credited."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.ledger.accounts import lock, open_account, shift
from central.ledger.tables import AccountKind, Posting, PostingKind


def top_up(
    db: Session,
    chamber: str,
    account_id: str,
    amount: int,
    payment_form: str,
    payment_id: str,
    now: datetime,
) -> bool:
    """Credit a payment once; False if ``payment_id`` was credited before.

    ``payment_form`` is the two-digit code of the form, ``payment_id`` the UUIDv7 of the payment.

    Raises:
        ValueError: ``amount`` (pesos) is not more than 0.
    """
    if amount <= 0:
        raise ValueError("a top-up adds money")
    # The prepaid account goes first in every transaction that touches two accounts: no deadlock.
    lock(db, account_id)
    if _known(db, chamber, payment_id):
        return False
    shift(db, account_id, posted=amount)
    cash_in = open_account(db, chamber, AccountKind.CASH_IN, payment_form)
    shift(db, cash_in.id, posted=-amount)
    db.add(
        Posting(
            id=new_id(),
            chamber_code=chamber,
            debit_account=cash_in.id,
            credit_account=account_id,
            amount=amount,
            op_id=payment_id,
            kind=PostingKind.TOP_UP,
            description="Recarga de prepago",
            at=now,
        )
    )
    db.flush()
    return True


def _known(db: Session, chamber: str, payment_id: str) -> bool:
    statement = select(Posting.id).where(
        Posting.chamber_code == chamber,
        Posting.op_id == payment_id,
        Posting.kind == PostingKind.TOP_UP,
    )
    return db.scalar(statement) is not None
