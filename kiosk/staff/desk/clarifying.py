"""Where central is asked what became of something that was sent and not answered."""

from pydantic import BaseModel

from kiosk.contract.staff import desk as t
from kiosk.contract.staff import settlements as m
from kiosk.contract.staff.base import StaffMessage
from kiosk.staff.desk.effects import Clarify


def question_of(effect: Clarify) -> tuple[str, StaffMessage, type[BaseModel]]:
    """Path, message, and what answers it: a deed about a bank's payment is no movement."""
    if effect.kind == "payment":
        message = m.FindPaymentDecision(
            staff_session=effect.session, decision_id=effect.movement_id
        )
        return "/v1/staff/settlements/find-decision", message, m.PaymentException
    asked = t.FindMovement(staff_session=effect.session, movement_id=effect.movement_id)
    return "/v1/staff/movements/find", asked, t.DeskMovement
