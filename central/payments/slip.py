"""The bank slip of a settlement: what the bank reads, and how its reference leads back.

Source: the registry's slip; references of collection agreements are the settlement's number, padded
to at least 8 digits, or the chamber's code and the number in 11.
"""

from datetime import date

from sqlalchemy.orm import Session

from central import clock
from central.payments.desk import locked_row
from central.payments.keeping import move, standing
from central.payments.lock import lock_of, refuse
from central.payments.make import NUMBER_DIGITS
from central.payments.states import Step, leads
from central.payments.tables import Settlement
from central.records.record import audit
from central.services import Services
from central.settings import Settings
from kiosk.documents.gs1 import BankReference

_SHORT, _LONG = 8, 11


class NoAgreement(ValueError):
    """No bank collects for this chamber."""


def hand_slip(services: Services, staff_id: str, settlement_id: str) -> BankReference:
    """Hand a slip out; from then on a bank may report it, and a desk may still take it.

    Raises:
        NoAgreement: see there.
        LookupError: there is no such settlement.
        SettlementLocked, SettlementClosed: it is not to be paid, or a desk is just taking it.
    """
    now = services.now()
    if not services.settings.collection.gln:
        raise NoAgreement("no bank collects for this chamber")

    def work(db: Session) -> BankReference:
        row = locked_row(db, services.chamber, settlement_id)
        state = standing(row, now)
        if not leads(state, Step.HAND_SLIP):
            raise refuse(state, lock_of(db, services, row, now))
        move(row, Step.HAND_SLIP, now)
        row.slip_at = row.slip_at or now
        audit(db, services.chamber, now, staff_id, "settlement-slip", row.id)
        return bank_reference(services.settings, row)

    return services.database.run(work)


def bank_reference(settings: Settings, row: Settlement) -> BankReference:
    """What stands in the symbol of a settlement's slip."""
    agreed = settings.collection
    digits = row.number.zfill(_SHORT)
    if agreed.reference_format == "chamber":
        digits = settings.chamber.code + row.number.zfill(_LONG)
    return BankReference(agreed.gln, digits, row.amount, last_day(row), agreed.amount_digits)


def number_in(settings: Settings, reference: str) -> str:
    """The settlement that a bank's reference names; zeros and blanks around it mean nothing."""
    digits = reference.strip().lstrip("0")
    # The chamber's code may begin with a zero, which some banks leave out.
    code = settings.chamber.code.lstrip("0")
    if settings.collection.reference_format == "chamber" and len(digits) == len(code) + _LONG:
        digits = digits.removeprefix(code).lstrip("0")
    return digits.zfill(NUMBER_DIGITS)


def last_day(row: Settlement) -> date:
    """The last day on which a bank may take it, in Colombia."""
    return clock.local_day(row.expires_at)
