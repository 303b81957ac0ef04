"""The bank slip of a settlement, from what central gave to what goes on paper."""

from dataclasses import replace

from kiosk.contract.staff import settlements as m
from kiosk.documents.bank_slip import SlipPaper
from kiosk.documents.gs1 import BankReference
from kiosk.identity import format_id, parse_id
from kiosk.staff.desk.effects import PutOnPaper
from kiosk.staff.desk.settlement_state import Settlement
from kiosk.staff.desk.settling import PAYABLE
from kiosk.staff.desk.state import Desk, Paper, Step


def can_slip(desk: Desk, found: m.SettlementState) -> bool:
    """A bank collects, and nobody has taken its money."""
    return found.has_slip and found.state in PAYABLE and desk.who.may("make-settlement")


def slip_on_paper(desk: Desk, given: m.SlipGiven) -> Step:
    """Both copies, on the roll and kept as a page."""
    found = given.settlement
    person = parse_id(found.holder_id_type, found.holder_id_number)
    data = SlipPaper(
        chamber_name=desk.setup.chamber,
        chamber_nit=given.chamber_nit,
        chamber_address=given.chamber_address,
        number=found.number,
        recovery_code=found.recovery_code,
        holder_name=found.holder_name,
        holder_id=f"{person.id_type.value} {format_id(person)}",
        made_at=found.made_at,
        expires_at=found.expires_at,
        reference=BankReference(
            given.gln, given.reference, found.amount, given.last_day, given.amount_digits
        ),
        banks=given.banks,
        demonstration=desk.setup.demonstration,
    )
    number = desk.papers + 1
    stage = Settlement(found, paper=Paper(number))
    return replace(desk, papers=number).at(stage), (PutOnPaper(number, data),)
