"""Screen 17: the preferences lie over the stage, which waits unchanged until they are closed."""

from dataclasses import replace

from kiosk.visit.choosing import refit
from kiosk.visit.comfort import prefer
from kiosk.visit.events import Adjust, Back, Continue, Event
from kiosk.visit.state import Attract, ClaimPrinting, Printing, Step, Visit


def may_adjust(visit: Visit) -> bool:
    """Everywhere but where the machine works with the person's money and shows it."""
    return not isinstance(visit.stage, Printing | ClaimPrinting)


def adjust(visit: Visit, event: Event) -> Step:
    """A touch on the preferences: it never reaches the stage below."""
    match event:
        case Back() | Continue():
            return refit(replace(visit, adjusting=False))
        case Adjust():
            return visit, ()
        case _:
            comfort = prefer(visit.comfort, event, visit.setup.theme)
            return replace(visit, comfort=comfort), ()


def uncovered(before: Visit, after: Visit) -> Visit:
    """The same visit, its preferences closed where the stage below has something new to say."""
    news = type(after.stage) is not type(before.stage)
    return replace(after, adjusting=False) if after.adjusting and news else after


def left_behind(visit: Visit) -> bool:
    """Whether the idle screen still shows what somebody chose who did not begin."""
    if not isinstance(visit.stage, Attract) or visit.adjusting:
        return False
    chosen = visit.language != visit.setup.language or visit.comfort != visit.ordinary
    return chosen and visit.now_s - visit.touched_s >= visit.setup.idle_s * visit.comfort.patience
