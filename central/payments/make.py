"""A new settlement: made at a desk, or by its own holder in the portal."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.operations.counters import next_number
from central.payments.letters import tell_made
from central.payments.states import State
from central.payments.tables import Settlement
from central.people.prepaid_key import find_holder
from central.records.record import audit
from central.services import Services
from central.tokens import new_code
from kiosk.identity import PersonId

SERIES = "settlement"
NUMBER_DIGITS = 6
CODE_LENGTH = 6
_TRIES_MAX = 20


class NotMade(ValueError):
    """It cannot be made; the text says why."""


@dataclass(frozen=True)
class Wanted:
    """``amount`` pesos for the account of ``holder``; the id makes a repeated wish one wish."""

    settlement_id: str
    holder: PersonId
    amount: int


def make(services: Services, made_by: str, wanted: Wanted) -> Settlement:
    """Make a settlement; ``made_by`` is the id of whoever asked, for the trail.

    Raises:
        LookupError: nobody has a prepaid account with this identity.
        NotMade: the amount is out of the chamber's limits, or the id belongs to another one.
    """
    now = services.now()
    limits = services.settings.staff

    def work(db: Session) -> Settlement:
        found = find_holder(db, services.chamber, wanted.holder)
        if found is None:
            raise LookupError("nobody has a prepaid account with this identity")
        made = db.get(Settlement, wanted.settlement_id)
        if made is not None:
            if (made.account_id, made.amount) != (found.account_id, wanted.amount):
                raise NotMade("this id belongs to another settlement")
            return made
        if not limits.top_up_min <= wanted.amount <= limits.top_up_max:
            raise NotMade(f"from {limits.top_up_min} to {limits.top_up_max} pesos")
        row = Settlement(
            id=wanted.settlement_id,
            chamber_code=services.chamber,
            number=f"{next_number(db, services.chamber, SERIES):0{NUMBER_DIGITS}d}",
            recovery_code=_unused_code(db, services),
            account_id=found.account_id,
            amount=wanted.amount,
            state=State.OPEN,
            made_by=made_by,
            made_at=now,
            expires_at=now + timedelta(days=services.settings.settlement_days),
        )
        db.add(row)
        db.flush()
        audit(db, services.chamber, now, made_by, "settlement-made", row.id, str(wanted.amount))
        tell_made(db, services, row, found)
        return row

    return services.database.run(work)


def _unused_code(db: Session, services: Services) -> str:
    """With a letter at least: what is all digits is a number, and nobody confuses the two."""
    for _ in range(_TRIES_MAX):
        code = new_code(services.entropy, CODE_LENGTH)
        used = select(Settlement.id).where(
            Settlement.chamber_code == services.chamber, Settlement.recovery_code == code
        )
        if not code.isdigit() and db.scalar(used) is None:
            return code
    raise RuntimeError("no unused recovery code found")
