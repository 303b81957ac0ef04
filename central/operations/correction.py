"""``correct``: staff put a prepaid account right, with a name and a reason that stay for ever."""

from datetime import datetime

from sqlalchemy.orm import Session

from central.ledger.correction import correct as post
from central.records.record import audit
from central.services import Services
from central.staff.entitled import entitled
from central.staff.rules import Action


def correct(
    services: Services,
    account_id: str,
    amount: int,
    correction_id: str,
    corrected_by: str,
    reason: str,
    note: str = "",
) -> bool:
    """Add ``amount`` pesos (negative: take) to a prepaid account, once for a ``correction_id``.

    ``reason`` names the correction account (``saldo inicial``, ``error de caja``), ``note`` says
    more to who reads the audit trail. False if this correction was made before.

    Raises:
        NotEntitled: ``corrected_by`` (a login) is nobody who may correct.
        ValueError: no reason, no amount, or more is taken than is available.
    """
    if not reason.strip():
        raise ValueError("a correction needs a reason")
    now: datetime = services.now()

    def work(db: Session) -> bool:
        member = entitled(db, services.chamber, corrected_by, Action.CORRECT)
        text = f"Corrección · {reason}"
        new = post(db, services.chamber, account_id, amount, correction_id, reason, text, now)
        if new:
            detail = f"{amount} {reason} {note}".rstrip()
            audit(db, services.chamber, now, member.id, "correction", account_id, detail)
        return new

    return services.database.run(work)
