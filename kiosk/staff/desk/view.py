"""``view(desk)``: what the window draws of a desk; total over every stage."""

from typing import assert_never

from kiosk.staff.desk import (
    show_door,
    show_money,
    show_queue,
    show_records,
    show_settlements,
    show_shift,
)
from kiosk.staff.desk import views as v
from kiosk.staff.desk.advance import countdown_s
from kiosk.staff.desk.copies.stages import PrintingCopy
from kiosk.staff.desk.people.show import body as show_people
from kiosk.staff.desk.people.state import Enrolling, PeopleStage
from kiosk.staff.desk.records_state import RecordStage
from kiosk.staff.desk.sale.show import body as sale_body
from kiosk.staff.desk.sale.stages import Printing, SaleStage
from kiosk.staff.desk.settlement_state import SettlementStage
from kiosk.staff.desk.state import (
    Approval,
    Closing,
    Customer,
    Desk,
    Home,
    Opening,
    Operation,
    Queue,
    Reversal,
    SigningIn,
    TopUp,
    Unanswered,
)
from kiosk.staff.views import StaffView


def view(desk: Desk) -> StaffView:
    """The screen with its frame."""
    body = _body(desk)
    inside = desk.member is not None
    return StaffView(
        screen=v.screen_of(body),
        body=body,
        chamber=desk.setup.chamber,
        who=desk.member.name if desk.member else "",
        language=desk.language,
        can_go_back=(inside or isinstance(desk.stage, Enrolling))
        and not isinstance(desk.stage, Home)
        and not desk.waiting,
        can_finish=inside and not desk.waiting,
        countdown_s=countdown_s(desk),
        busy=desk.waiting and not isinstance(desk.stage, Printing | PrintingCopy),
        brand=desk.setup.brand,
    )


def _body(desk: Desk) -> v.DeskBody:
    if isinstance(desk.stage, PeopleStage):
        return show_people(desk, desk.stage)
    if isinstance(desk.stage, SaleStage):
        return sale_body(desk, desk.stage)
    if isinstance(desk.stage, RecordStage):
        return show_records.body(desk, desk.stage)
    if isinstance(desk.stage, SettlementStage):
        return show_settlements.body(desk, desk.stage)
    match desk.stage:
        case SigningIn() as stage:
            return show_door.door(desk, stage)
        case Home() as stage:
            return show_shift.home(desk, stage)
        case Opening() as stage:
            return show_shift.opening(desk, stage)
        case Customer() as stage:
            return show_money.customer(desk, stage)
        case TopUp() as stage:
            return show_money.top_up(desk, stage)
        case Reversal() as stage:
            return show_money.reversal(desk, stage)
        case Closing() as stage:
            return show_shift.closing(desk, stage)
        case Queue() as stage:
            return show_queue.queue(desk, stage)
        case Operation() as stage:
            return show_queue.operation(desk, stage)
        case Approval() as stage:
            return show_queue.approval(desk, stage)
        case Unanswered() as stage:
            return show_money.unanswered(desk, stage)
        case _:
            assert_never(desk.stage)
