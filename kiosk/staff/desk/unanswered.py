"""What was sent and not answered, asked about one by one, also after a power cut."""

from dataclasses import replace

from kiosk.contract.staff import desk as t
from kiosk.contract.staff import settlements as m
from kiosk.staff.desk.effects import Clarify
from kiosk.staff.desk.events import Answered, DeskEvent, Failed
from kiosk.staff.desk.front import look
from kiosk.staff.desk.state import Desk, Home, Step, Unanswered
from kiosk.visit.events import Continue


def unanswered(desk: Desk, stage: Unanswered, event: DeskEvent) -> Step:
    """Central's word settles it: it was made, with a receipt, or it never was."""
    match event:
        case Answered(reply=t.DeskMovement() as made):
            return desk.at(Unanswered(last=made)), ()
        case Answered(reply=m.PaymentException() as decided):
            return desk.at(Unanswered(decided=decided)), ()
        case Failed(code="not-found"):
            return desk.at(Unanswered(never=True)), ()
        case Failed(code=code):
            return desk.at(replace(stage, error=code)), ()
        case Continue() if desk.mine:
            desk, first = desk.asking(), desk.mine[0]
            return desk, (Clarify(desk.request, desk.who.session, first.movement_id, first.kind),)
        case Continue():
            return look(desk.at(Home()))
        case _:
            return desk, ()
