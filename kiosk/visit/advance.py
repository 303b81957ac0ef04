"""The visit's one function: ``advance(visit, event, now_s) -> (visit, effects)``; pure.

Here only what holds in every stage: languages, leaving, time-outs, the end of the session, a key
that must not stay in sight, the station's health and stale answers.
What a stage does with an event is in the stage's module.
"""

from dataclasses import replace
from math import isfinite
from typing import assert_never, get_args

from kiosk.contract.problems import ProblemCode
from kiosk.visit.adjusting import adjust, left_behind, may_adjust, uncovered
from kiosk.visit.choosing import certificates, registrations
from kiosk.visit.claiming import claim_printing, interrupted, resume
from kiosk.visit.effects import CloseSession, Effect
from kiosk.visit.events import (
    Adjust,
    Answer,
    Event,
    Failed,
    Finish,
    Intent,
    MoreTime,
    ReaderChanged,
    SetLanguage,
    Show,
    SignedIn,
    StationChanged,
    SymbolRead,
    Tick,
    ToggleBalance,
)
from kiosk.visit.paying import confirm, done, failure, printing
from kiosk.visit.scanning import scan
from kiosk.visit.signing_in import account, attract, home, identification, secure_key
from kiosk.visit.state import (
    AccountStage,
    Attract,
    Certificates,
    ClaimPrinting,
    Confirm,
    Done,
    Failure,
    Home,
    Identification,
    Interrupted,
    Printing,
    Registrations,
    Resume,
    SecureKey,
    Stage,
    Step,
    Visit,
    wiped,
)

LANGUAGES = ("es", "en")
_SIGNED_IN = (AccountStage, Registrations, Certificates, Confirm, Interrupted)


def advance(visit: Visit, event: Event, now_s: float) -> Step:
    """The next state and what is to be done outside; ``now_s`` is monotonic."""
    after, effects = _advanced(replace(visit, now_s=now_s), event)
    return uncovered(visit, after), effects


def _advanced(visit: Visit, event: Event) -> Step:
    if isinstance(event, Tick):
        return _tick(visit)
    if isinstance(event, StationChanged):
        return replace(visit, station=event.capabilities), ()
    if isinstance(event, ReaderChanged):
        return replace(visit, can_scan=event.can_scan), ()
    if isinstance(event, SymbolRead):
        return _scan(visit, event)
    if isinstance(event, get_args(Answer)):
        if event.request != visit.request:
            return visit, _unwanted(event)
        # An answer ends a wait of the machine's; the person's own time starts now.
        return _in_stage(replace(visit, touched_s=visit.now_s), event)
    assert isinstance(event, get_args(Intent))
    return _intent(visit, event)


def _unwanted(event: Event) -> tuple[Effect, ...]:
    """An answer nobody waits for; a session that it opened has no owner and is closed."""
    return (CloseSession(event.session.session),) if isinstance(event, SignedIn) else ()


def _intent(visit: Visit, event: Intent) -> Step:
    if event == Show(on=False):
        # The finger left the button; whatever else that touch means, the key is no longer shown.
        visit = _covered(visit)
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
        case Finish() if not isinstance(visit.stage, Printing | ClaimPrinting):
            return wiped(visit)
        case Adjust() if may_adjust(visit):
            return replace(_covered(visit), adjusting=True), ()
        case _ if visit.adjusting:
            return adjust(visit, event)
        case ToggleBalance() if visit.session is not None:
            return replace(visit, balance_shown=not visit.balance_shown), ()
        case _:
            return _in_stage(visit, event)


def _scan(visit: Visit, event: SymbolRead) -> Step:
    """A scan is as good as a touch, but only where somebody waits for it.

    A card that lies under the reader must not keep a visit alive that its owner has left.
    """
    step = None if visit.adjusting else scan(visit, event.symbol)
    counting = countdown_s(visit) > 0
    if step is None or (counting and visit.extensions >= visit.setup.max_extensions):
        return visit, ()
    after, effects = step
    extensions = visit.extensions + 1 if counting else visit.extensions
    return replace(after, touched_s=visit.now_s, extensions=extensions), effects


def _covered(visit: Visit) -> Visit:
    """The same visit with no secret in sight."""
    match visit.stage:
        case SecureKey(key=key) | Confirm(key=key) if key.showing:
            return visit.at(replace(visit.stage, key=replace(key, showing=False)))
        case _:
            return visit


def _lives_by_session(stage: Stage) -> bool:
    """The stages that do not tell of money; what was told stays, whatever the session's age."""
    return isinstance(stage, _SIGNED_IN) and not (
        isinstance(stage, Interrupted) and stage.step == "told"
    )


def _session_over(visit: Visit) -> Step:
    """Nothing was bought that is not told already: say that the session ended, and why."""
    return visit.at(Failure(cause=ProblemCode.SESSION_EXPIRED)), ()


def _in_stage(visit: Visit, event: Event) -> Step:
    stage = visit.stage
    expired = isinstance(event, Failed) and event.code == ProblemCode.SESSION_EXPIRED
    if expired and _lives_by_session(stage):
        return _session_over(visit)
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
        case Interrupted():
            return interrupted(visit, stage, event)
        case ClaimPrinting():
            return claim_printing(visit, stage, event)
        case Resume():
            return resume(visit, stage, event)
        case _:
            assert_never(stage)


def idle_limit_s(visit: Visit) -> float:
    """How long this stage waits for a touch before it counts down.

    Infinite while the machine itself works.
    """
    return _limit_s(visit) * visit.comfort.patience


def _limit_s(visit: Visit) -> float:
    setup = visit.setup
    match visit.stage:
        case Attract() if visit.adjusting:
            return setup.idle_s
        case Attract() | Printing() | ClaimPrinting():
            return float("inf")
        case Interrupted(step="asking") | Resume(checking=True) | Failure(slip="printing"):
            return float("inf")
        case SecureKey(key=key) | Confirm(key=key) if key.checking:
            return float("inf")
        case AccountStage(loading=True) | Registrations(loading=True) | Certificates(loading=True):
            return float("inf")
        case Done(receipt="printing"):
            return float("inf")
        case Done():
            return setup.done_s
        case Failure() | Interrupted():
            return setup.idle_s * 2  # a failure takes longer to read than a success
        case _:
            return setup.idle_s


def countdown_s(visit: Visit) -> int:
    """Seconds left on the dimmed screen; 0 when nothing is counted down."""
    over_s = visit.now_s - visit.touched_s - idle_limit_s(visit)
    if over_s < 0:
        return 0
    return max(1, _countdown_from_s(visit) - int(over_s))


def _countdown_from_s(visit: Visit) -> int:
    return visit.setup.countdown_s * visit.comfort.patience


def _tick(visit: Visit) -> Step:
    if visit.now_s - visit.touched_s >= idle_limit_s(visit) + _countdown_from_s(visit):
        return wiped(visit)
    if left_behind(visit):
        # Whoever only chose a language or large letters and left does not choose for the next one.
        return wiped(visit)
    is_over = visit.now_s - visit.signed_in_s >= visit.setup.session_s
    if is_over and _lives_by_session(visit.stage) and isfinite(idle_limit_s(visit)):
        return _session_over(visit)
    return (_covered(visit) if countdown_s(visit) else visit), ()
