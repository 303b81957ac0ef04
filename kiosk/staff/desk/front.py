"""The door, the first screen and the opening of a shift."""

from dataclasses import replace
from typing import Literal

from kiosk.contract.staff import shifts as s
from kiosk.staff.desk.effects import Ask, Look
from kiosk.staff.desk.events import Answered, DeskEvent, Failed, Go, Looked, NoteKept, Type
from kiosk.staff.desk.form import Form, digits
from kiosk.staff.desk.handed_in import after_hand_in
from kiosk.staff.desk.people.state import Enrolling, OwnKey
from kiosk.staff.desk.provisional import SILENT, is_away, may_close, may_open, open_here
from kiosk.staff.desk.records_state import Records
from kiosk.staff.desk.sale.begin import begin_sale, may_charge_to_expense
from kiosk.staff.desk.settlement_state import Settlements
from kiosk.staff.desk.state import (
    Closing,
    Customer,
    Desk,
    Home,
    Opening,
    Queue,
    SigningIn,
    Step,
    Unanswered,
    door,
)
from kiosk.staff.entry.advance import advance as at_door
from kiosk.staff.entry.events import CloseAtCentral, EntryEvent, GoOffline
from kiosk.visit.events import Continue, Retry

OPEN = "/v1/staff/shifts/open"
AWAY = "central-offline"
_REASONS: dict[str, Literal["idle", "session-expired", "central-back"]] = {
    "idle": "idle",
    "session-expired": "session-expired",
    "central-back": "central-back",
}


def signing_in(desk: Desk, stage: SigningIn, event: EntryEvent | Go) -> Step:
    """The door's own machine; whoever came in is asked nothing more."""
    if isinstance(event, Go) and event.to == "challenge":
        event = GoOffline()
    if isinstance(event, Go):
        if event.to != "enrol" or stage.entry.checking:
            return desk, ()
        form = Form({"user": stage.entry.login})
        return replace(desk, touched_s=desk.now_s).at(Enrolling(form=form)), ()
    entry, effects = at_door(stage.entry, event, desk.now_s)
    if entry.member is None:
        reason = "" if entry.login != stage.entry.login else stage.reason
        return desk.at(replace(stage, entry=entry, reason=reason)), effects
    desk = replace(desk, member=entry.member, touched_s=desk.now_s)
    return look(desk.at(Home()))


def leave(desk: Desk, reason: str = "") -> Step:
    """To the door; the session ends at central, and nothing of it stays here.

    After silence the same person may come back without central (``entry.returning``).
    """
    session = desk.member.session if desk.member else ""
    told = desk.stage.told if isinstance(desk.stage, Home) else ""
    after = Desk(
        setup=desk.setup,
        stage=SigningIn(door(), _REASONS.get(reason, ""), told),
        language=desk.language,
        unclear=desk.unclear,
        notes=desk.notes,
        now_s=desk.now_s,
        touched_s=desk.now_s,
        request=desk.request + 1,
        papers=desk.papers,
        station=desk.station,
    )
    if not session and not is_away(desk):
        return after, ()
    return after, (CloseAtCentral(session, locked=reason == "idle"),)


def look(desk: Desk) -> Step:
    """Ask central how this desk stands; who came in without it is told that it is not asked."""
    if is_away(desk):
        told = desk.stage if isinstance(desk.stage, Home) else Home()
        return desk.at(replace(told, error=AWAY)), ()
    desk, who = desk.asking(), desk.who
    works, sees = who.may("work-shift"), who.may("see-operations")
    asked = Look(desk.request, who.session, works, sees, who.login)
    return desk, (asked,)


def home(desk: Desk, stage: Home, event: DeskEvent) -> Step:
    """From here everything is one key away; what needs a shift begins with opening one."""
    match event:
        case Looked(shift=shift, operations=operations, at=at):
            desk = replace(desk, shift=shift, operations=operations, clock_at=at)
            if not event.handed_in:
                return desk.at(replace(stage, error="")), ()
            return after_hand_in(desk, event.handed_in)
        case Failed(code=code):
            return desk.at(replace(stage, error=code)), ()
        case Retry() | Go(to=("refresh" | "sign_in")) if is_away(desk):
            return leave(desk, "central-back") if may_refresh(desk) else (desk, ())
        case Retry() | Go(to="refresh"):
            return look(desk.at(Home()))
        case Go(to=to):
            return _go(desk, stage, to)
        case _:
            return desk, ()


def may_refresh(desk: Desk) -> bool:
    """Central can be asked; for who came in without it that begins at the door."""
    return not desk.waiting and (not is_away(desk) or desk.station.network == "online")


def _go(desk: Desk, stage: Home, to: str) -> Step:
    if stage.error:
        # Before central told how the desk stands nothing is offered but what needs no central.
        if to == "open" and may_open(desk, stage.error):
            return desk.at(Opening()), ()
        if to == "close" and may_close(desk, stage.error):
            return desk.at(Closing()), ()
        return desk, ()
    match to:
        case "open" if desk.shift is None and desk.who.may("work-shift"):
            return desk.at(Opening()), ()
        case "expense" if may_charge_to_expense(desk):
            return begin_sale(desk, None)
        case "own_key":
            return desk.at(OwnKey()), ()
        case "records":
            return desk.at(Records()), ()
        case "settlement" if desk.who.may("see-settlements"):
            return desk.at(Settlements()), ()
        case "customer" if desk.who.may("see-accounts"):
            return desk.at(Customer()), ()
        case "queue" if desk.who.may("see-operations"):
            return desk.at(Queue()), ()
        case "unanswered" if desk.mine:
            return desk.at(Unanswered()), ()
        case "close" if desk.shift is not None:
            return desk.at(Closing()), ()
        case _:
            return desk, ()


def opening(desk: Desk, stage: Opening, event: DeskEvent) -> Step:
    """The base is counted by whoever answers for it; zero is a base too."""
    match event:
        case Type(name="base", text=text):
            return desk.at(replace(stage, form=stage.form.put("base", digits(text)), error="")), ()
        case Continue() if stage.form.text("base") == "":
            return desk.at(replace(stage, error="amount-missing")), ()
        case Continue() if is_away(desk):
            return open_here(desk, stage)
        case Continue():
            shift_id = stage.shift_id or desk.fresh_id
            desk = desk.asking().at(replace(stage, shift_id=shift_id, error=""))
            message = s.OpenShift(
                staff_session=desk.who.session,
                base=stage.form.pesos("base"),
                shift_id=shift_id or None,
            )
            return desk, (Ask(desk.request, OPEN, message, s.ShiftOpened, desk.who.login),)
        case Go(to="open_offline") if stage.offline and stage.form.text("base"):
            return open_here(desk, stage)
        case NoteKept():
            return desk.at(Home(error=AWAY)), ()
        case Answered(reply=s.ShiftOpened() as shift):
            return replace(desk, shift=shift).at(Home()), ()
        case Failed(code="not-possible"):
            return look(desk.at(Home()))  # opened at another desk meanwhile: central knows
        case Failed(code=code) if code in SILENT:
            return desk.at(replace(stage, error=code, offline=True)), ()
        case Failed(code=code):
            return desk.at(replace(stage, error=code)), ()
        case _:
            return desk, ()
