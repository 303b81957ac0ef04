"""The visit's one function: ``advance(visit, event, now_s) -> (visit, effects)``; pure.

Here only what holds in every stage: languages, leaving, the idle time-out, the station's health
and stale answers.
What a stage does with an event is in the stage's module.
"""

from dataclasses import replace
from typing import assert_never, get_args

from kiosk.visit.choosing import certificates, registrations
from kiosk.visit.events import (
    Answer,
    Event,
    Finish,
    Intent,
    MoreTime,
    SetLanguage,
    StationChanged,
    Tick,
    ToggleBalance,
)
from kiosk.visit.paying import confirm, done, failure, printing
from kiosk.visit.signing_in import account, attract, home, identification, secure_key
from kiosk.visit.state import (
    AccountStage,
    Attract,
    Certificates,
    Confirm,
    Done,
    Failure,
    Home,
    Identification,
    Printing,
    Registrations,
    SecureKey,
    Step,
    Visit,
    wiped,
)

LANGUAGES = ("es", "en")


def advance(visit: Visit, event: Event, now_s: float) -> Step:
    """The next state and what is to be done outside; ``now_s`` is monotonic."""
    visit = replace(visit, now_s=now_s)
    if isinstance(event, Tick):
        return _tick(visit)
    if isinstance(event, StationChanged):
        return replace(visit, station=event.capabilities), ()
    if isinstance(event, get_args(Answer)):
        if event.request != visit.request:
            return visit, ()
        # An answer ends a wait of the machine's; the person's own time starts now.
        return _in_stage(replace(visit, touched_s=now_s), event)
    assert isinstance(event, get_args(Intent))
    return _intent(visit, event)


def _intent(visit: Visit, event: Intent) -> Step:
    counting = countdown_s(visit) > 0
    if counting and visit.extensions >= visit.setup.max_extensions:
        return visit, ()
    extensions = visit.extensions + 1 if counting else visit.extensions
    visit = replace(visit, touched_s=visit.now_s, extensions=extensions)
    if counting or isinstance(event, MoreTime):
        # The touch that stops the countdown does nothing else: it may have aimed at the dimmed
        # screen.
        return visit, ()
    match event:
        case SetLanguage(code=code) if code in LANGUAGES:
            return replace(visit, language=code), ()
        case Finish() if not isinstance(visit.stage, Printing):
            return wiped(visit)
        case ToggleBalance():
            return replace(visit, balance_shown=not visit.balance_shown), ()
        case _:
            return _in_stage(visit, event)


def _in_stage(visit: Visit, event: Event) -> Step:
    stage = visit.stage
    match stage:
        case Attract():
            return attract(visit, stage, event)
        case Home():
            return home(visit, stage, event)
        case Identification():
            return identification(visit, stage, event)
        case SecureKey():
            return secure_key(visit, stage, event)
        case AccountStage():
            return account(visit, stage, event)
        case Registrations():
            return registrations(visit, stage, event)
        case Certificates():
            return certificates(visit, stage, event)
        case Confirm():
            return confirm(visit, stage, event)
        case Printing():
            return printing(visit, stage, event)
        case Done():
            return done(visit, stage, event)
        case Failure():
            return failure(visit, stage, event)
        case _:
            assert_never(stage)


def idle_limit_s(visit: Visit) -> float:
    """How long this stage waits for a touch before it counts down.

    Infinite while the machine itself works.
    """
    setup = visit.setup
    match visit.stage:
        case Attract() | Printing():
            return float("inf")
        case SecureKey(key=key) | Confirm(key=key) if key.checking:
            return float("inf")
        case AccountStage(loading=True) | Registrations(loading=True) | Certificates(loading=True):
            return float("inf")
        case Done(receipt="printing"):
            return float("inf")
        case Done():
            return setup.done_s
        case Failure():
            return setup.idle_s * 2  # a failure takes longer to read than a success
        case _:
            return setup.idle_s


def countdown_s(visit: Visit) -> int:
    """Seconds left on the dimmed screen; 0 when nothing is counted down."""
    over_s = visit.now_s - visit.touched_s - idle_limit_s(visit)
    if over_s < 0:
        return 0
    return max(1, visit.setup.countdown_s - int(over_s))


def _tick(visit: Visit) -> Step:
    if visit.now_s - visit.touched_s >= idle_limit_s(visit) + visit.setup.countdown_s:
        return wiped(visit)
    return visit, ()
