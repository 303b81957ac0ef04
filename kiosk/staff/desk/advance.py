"""The desk's one function: ``advance(desk, event, now_s) -> (desk, effects)``; pure.

Here what holds at every stage: the door, silence, the session's end, answers nobody waits for, and
that nothing is typed over a question that is under way.
"""

from dataclasses import replace

from kiosk.staff.desk.approving import approval
from kiosk.staff.desk.closing import closing
from kiosk.staff.desk.coming_back import by_itself, handed_over, station_changed
from kiosk.staff.desk.customers import customer, find
from kiosk.staff.desk.events import (
    Answered,
    DeskEvent,
    Failed,
    FreshId,
    HandedOver,
    Looked,
    NoteKept,
    NotesChanged,
    PaperEnded,
    UnclearChanged,
)
from kiosk.staff.desk.form import Form
from kiosk.staff.desk.front import home, leave, look, opening, signing_in
from kiosk.staff.desk.money import reversal, top_up
from kiosk.staff.desk.people.stages import in_people
from kiosk.staff.desk.people.state import Enrolling, PeopleStage
from kiosk.staff.desk.records import back as back_in_records
from kiosk.staff.desk.records import in_records
from kiosk.staff.desk.records_state import RecordStage
from kiosk.staff.desk.sale.events import Queued, SaleEnded, SaleProgressed
from kiosk.staff.desk.sale.flow import back as back_in_sale
from kiosk.staff.desk.sale.flow import in_sale
from kiosk.staff.desk.sale.stages import SaleStage
from kiosk.staff.desk.settlement_state import SettlementStage
from kiosk.staff.desk.settlements import back as back_in_settlements
from kiosk.staff.desk.settlements import in_settlements
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
    Step,
    TopUp,
    Unanswered,
)
from kiosk.staff.desk.triage import operation, queue
from kiosk.staff.desk.unanswered import unanswered
from kiosk.staff.entry.events import Challenged, CloseAtCentral, LetIn, Refused
from kiosk.visit.events import Back, Finish, MoreTime, SetLanguage, StationChanged, Tick

LANGUAGES = ("es", "en")
ENROLLING_S = 300.0
"""A seed that nobody reads is not left on a screen."""
_ENTRY_ANSWERS = (LetIn, Refused, Challenged)


def advance(desk: Desk, event: DeskEvent, now_s: float) -> Step:
    """The next state and what is to be done outside; ``now_s`` is monotonic."""
    desk = replace(desk, now_s=now_s)
    match event:
        case FreshId(id=fresh):
            return replace(desk, fresh_id=fresh), ()
        case UnclearChanged(items=items):
            return replace(desk, unclear=items), ()
        case NotesChanged(items=notes):
            return replace(desk, notes=notes), ()
        case SetLanguage(code=code):
            return replace(desk, language=code) if code in LANGUAGES else desk, ()
        case StationChanged(capabilities=station):
            return station_changed(desk, station)
        case HandedOver():
            return handed_over(desk, event)
        case Tick():
            return _tick(desk)
        case Answered() | Looked() | NoteKept() | Failed() | SaleEnded():
            return _answered(desk, event)
        case Queued(messages=messages):
            return replace(desk, queued=messages), ()
        case SaleProgressed(request=request):
            return _in_stage(desk, event) if request == desk.request else (desk, ())
        case PaperEnded():
            return _in_stage(desk, event) if desk.member else (desk, ())
        case _:
            pass
    if isinstance(desk.stage, SigningIn):
        return signing_in(desk, desk.stage, event)  # type: ignore[arg-type]
    if isinstance(event, _ENTRY_ANSWERS):
        return desk, _unwanted(event)
    return _meant(replace(desk, touched_s=now_s), event)


def countdown_s(desk: Desk) -> int:
    """Whole seconds until the desk is locked, once that is near; 0 before."""
    left = _left_s(desk)
    return max(1, int(left)) if 0 < left <= desk.setup.countdown_s else 0


def _left_s(desk: Desk) -> float:
    if isinstance(desk.stage, Enrolling) and not desk.waiting:
        return desk.touched_s + ENROLLING_S - desk.now_s
    if desk.member is None or desk.waiting:
        return float("inf")
    silent = desk.touched_s + desk.member.idle_s - desk.now_s
    return min(silent, desk.member.until_s - desk.now_s)


def _tick(desk: Desk) -> Step:
    if isinstance(desk.stage, SigningIn):
        return signing_in(desk, desk.stage, Tick())
    if _left_s(desk) > 0:
        return by_itself(desk)
    over = desk.member is not None and desk.now_s >= desk.member.until_s
    return leave(desk, "session-expired" if over else "idle")


def _answered(desk: Desk, event: Answered | Looked | NoteKept | Failed | SaleEnded) -> Step:
    if event.request != desk.request or not desk.waiting:
        return desk, ()
    desk = replace(desk, waiting=False, touched_s=desk.now_s)
    ended = isinstance(event, Failed) and event.code == "session-expired"
    if ended and not (isinstance(desk.stage, Closing) and desk.stage.step == "sure"):
        return leave(desk, "session-expired")
    return _in_stage(desk, event)


def _meant(desk: Desk, event: DeskEvent) -> Step:
    if isinstance(event, MoreTime) or desk.waiting:
        return desk, ()  # a second Enter while central is asked does nothing
    if isinstance(event, Finish):
        return leave(desk)
    after, effects = _in_stage(desk, event)
    if isinstance(event, Back) and after == desk:
        return _back(desk)
    return after, effects


def _back(desk: Desk) -> Step:
    """One screen up; a movement that is unclear stays in the list of such."""
    if isinstance(desk.stage, SaleStage):
        return back_in_sale(desk, desk.stage)
    if isinstance(desk.stage, RecordStage):
        return back_in_records(desk, desk.stage)
    if isinstance(desk.stage, SettlementStage):
        return back_in_settlements(desk, desk.stage)
    match desk.stage:
        case TopUp(account=account):
            form = Form({"id": account.holder_id_number})
            return find(desk, Customer(account.holder_id_type, form))
        case Reversal(payment=payment):
            form = Form({"id": payment.holder_id_number})
            return find(desk, Customer(payment.holder_id_type, form))
        case Operation():
            return desk.at(Queue()), ()
        case Customer(account=account) if account is not None:
            return desk.at(Customer()), ()
        case Home():
            return desk, ()
        case _:
            return look(desk.at(Home()))


def _in_stage(desk: Desk, event: DeskEvent) -> Step:
    if isinstance(desk.stage, PeopleStage):
        return in_people(desk, desk.stage, event)
    if isinstance(desk.stage, SaleStage):
        return in_sale(desk, desk.stage, event)
    if isinstance(desk.stage, RecordStage):
        return in_records(desk, desk.stage, event)
    if isinstance(desk.stage, SettlementStage):
        return in_settlements(desk, desk.stage, event)
    match desk.stage:
        case Home() as stage:
            return home(desk, stage, event)
        case Opening() as stage:
            return opening(desk, stage, event)
        case Customer() as stage:
            return customer(desk, stage, event)
        case TopUp() as stage:
            return top_up(desk, stage, event)
        case Reversal() as stage:
            return reversal(desk, stage, event)
        case Closing() as stage:
            return closing(desk, stage, event)
        case Queue() as stage:
            return queue(desk, stage, event)
        case Operation() as stage:
            return operation(desk, stage, event)
        case Approval() as stage:
            return approval(desk, stage, event)
        case Unanswered() as stage:
            return unanswered(desk, stage, event)
        case SigningIn():
            return desk, ()


def _unwanted(event: DeskEvent) -> tuple[CloseAtCentral, ...]:
    """Somebody was let in whom nobody waits for: that session has no owner and is closed."""
    if isinstance(event, LetIn) and event.member.session:
        return (CloseAtCentral(event.member.session),)
    return ()
