"""Central is back: what was noted without it is handed in by itself, once nobody is in the middle.

A count that is being typed is left in peace: its turn comes when it is noted. A session that was
silent for too long is still good for handing in and for explaining a difference, and for nothing
else (``central.staff.sessions``).
"""

from dataclasses import replace

from kiosk.staff.desk.effects import DeskEffect, HandIn, TellEntries
from kiosk.staff.desk.events import HandedOver
from kiosk.staff.desk.front import leave, look
from kiosk.staff.desk.handed_in import after_hand_in
from kiosk.staff.desk.provisional import to_hand_in
from kiosk.staff.desk.state import Closing, Desk, Home, Step
from kiosk.station.capability import Capabilities

AGAIN_S = 60.0
"""After a try that came to nothing though central seemed to be there."""


def station_changed(desk: Desk, station: Capabilities) -> Step:
    """What this computer can do now; a line that is back is made use of at once."""
    is_back = desk.station.network != "online" and station.network == "online"
    desk = replace(desk, station=station)
    if not is_back:
        return desk, ()
    told: tuple[DeskEffect, ...] = (TellEntries(),)
    desk, effects = by_itself(replace(desk, hand_in_at_s=0.0))
    return desk, (*told, *effects)


def by_itself(desk: Desk) -> Step:
    """Hand in what waits, if it is time."""
    if not _is_due(desk):
        return desk, ()
    desk = replace(desk.asking(), hand_in_at_s=desk.now_s + AGAIN_S)
    return desk, (HandIn(desk.request, desk.who.session, desk.who.login),)


def handed_over(desk: Desk, event: HandedOver) -> Step:
    """The close as central has it, or a line on the first screen; nobody was touching anything."""
    if event.request != desk.request or not desk.waiting:
        return desk, ()
    desk = replace(desk, waiting=False)
    if event.error == "session-expired":
        return leave(desk, "session-expired")
    if event.error or not event.handed_in:
        return desk, ()
    desk, effects = after_hand_in(desk, event.handed_in)
    if not isinstance(desk.stage, Home):
        return desk, effects
    return look(desk)


def _is_due(desk: Desk) -> bool:
    if desk.member is None or not desk.member.session or desk.waiting:
        return False
    is_time = desk.station.network == "online" and desk.now_s >= desk.hand_in_at_s
    return is_time and _is_calm(desk) and bool(to_hand_in(desk))


def _is_calm(desk: Desk) -> bool:
    """Nothing is being typed and no paper is coming out."""
    match desk.stage:
        case Home():
            return True
        case Closing(step="told", paper=paper):
            return paper is None or paper.state != "working"
        case _:
            return False
