"""Maintenance's one function: ``advance(state, event, now_s) -> (state, effects)``; pure.

Here what holds in every section: door, leaving, time-outs, reasons, one act at a time.
"""

from dataclasses import replace
from typing import get_args

from kiosk.staff.entry.advance import advance as at_door
from kiosk.staff.entry.events import (
    Challenged,
    CloseAtCentral,
    EntryEvent,
    EntryIntent,
    LetIn,
    Refused,
)
from kiosk.staff.maintenance.acts import can_act, can_act_on, reasons_for
from kiosk.staff.maintenance.editing import edited
from kiosk.staff.maintenance.events import (
    Act,
    Acted,
    ActOn,
    Do,
    Effect,
    Event,
    GoTo,
    Intent,
    Knock,
    Look,
    Looked,
    NoteEntry,
    NoteLeave,
    RestartPossible,
    RollLength,
    TouchTested,
    TurnPage,
    Why,
)
from kiosk.staff.maintenance.guided import begin, go_on, printed, seen
from kiosk.staff.maintenance.pairing_form import coded
from kiosk.staff.maintenance.sifting import sifted
from kiosk.staff.maintenance.state import (
    COUNTDOWN_S,
    DOOR_IDLE_S,
    IDLE_S,
    LOOK_S,
    SECTIONS,
    Maintenance,
)
from kiosk.visit.advance import LANGUAGES
from kiosk.visit.events import Back, Continue, Finish, MoreTime, SetLanguage, Tick

ROLL_MIN_M, ROLL_MAX_M, ROLL_STEP_M = 5, 1_000, 5

Step = tuple[Maintenance, tuple[Effect, ...]]


def advance(state: Maintenance, event: Event, now_s: float) -> Step:
    """The next state and what is to be done outside; ``now_s`` is monotonic."""
    state = replace(state, now_s=now_s)
    match event:
        case RestartPossible():
            return replace(state, can_restart=True), ()
        case Knock() if state.stage == "closed":
            return replace(state.closed(), stage="door", touched_s=now_s), ()
        case Knock():
            return state, ()
        case Tick():
            return _tick(state)
        case LetIn() | Refused() | Challenged():
            # What nobody waits for any more still has a session to close.
            return _door(state, event)
        case Looked() | Acted():
            return _answered(state, event), ()
        case _ if state.stage == "closed":
            return state, ()
        case _:
            return _intent(state, event)


def countdown_s(state: Maintenance) -> int:
    """Seconds left on the dimmed screen; 0 when nothing is counted down."""
    over_s = state.now_s - state.touched_s - _idle_s(state)
    return max(1, COUNTDOWN_S - int(over_s)) if over_s >= 0 else 0


def _idle_s(state: Maintenance) -> float:
    if state.stage == "closed" or state.doing or state.entry.checking:
        return float("inf")  # nobody is thrown out while the machine works
    if state.member is None:
        return DOOR_IDLE_S
    return min(IDLE_S, state.member.idle_s) - COUNTDOWN_S


def _tick(state: Maintenance) -> Step:
    if state.stage == "closed":
        return state, ()
    if state.now_s - state.touched_s >= _idle_s(state) + COUNTDOWN_S:
        return _leave(state, "idle")
    if state.stage == "door":
        return _door(state, Tick())
    if state.now_s >= state.who.until_s and not state.doing:
        return _leave(state, "limit")
    if not state.looking and state.now_s - state.looked_s >= LOOK_S:
        return _look(state)
    return state, ()


def _intent(state: Maintenance, event: Intent) -> Step:
    counting = countdown_s(state) > 0
    state = replace(state, touched_s=state.now_s)
    if counting or isinstance(event, MoreTime):
        return state, ()  # the touch that stops the countdown does nothing else
    if isinstance(event, Finish):
        return (state, ()) if state.doing else _leave(state, "left")
    if isinstance(event, SetLanguage):
        return _speak(state, event.code)
    if state.stage == "door":
        if isinstance(event, Back) and state.entry.step == "login":
            return _leave(state, "left")
        return _door(state, event) if isinstance(event, get_args(EntryIntent)) else (state, ())
    return _inside(state, event)


def _speak(state: Maintenance, code: str) -> Step:
    """Another language; what is on the screen is looked at once more in it."""
    if code not in LANGUAGES:
        return state, ()
    state = replace(state, language=code)
    return _look(state) if state.stage == "inside" else (state, ())


def _door(state: Maintenance, event: EntryEvent) -> Step:
    entry, effects = at_door(state.entry, event, state.now_s)
    state = replace(state, entry=entry)
    if isinstance(event, LetIn | Refused | Challenged) and entry.request == event.request:
        state = replace(state, touched_s=state.now_s)  # the wait was the machine's
    if entry.member is None or state.stage != "door":
        return state, effects
    state = replace(
        state,
        stage="inside",
        member=entry.member,
        entry=state.closed().entry,
        roll_m=state.setup.roll_m,
    )
    state, looks = _look(state)
    return state, (*effects, NoteEntry(state.who), *looks)


def _leave(state: Maintenance, why: str) -> Step:
    member = state.member
    effects: tuple[Effect, ...] = ()
    if member is not None:
        effects = (NoteLeave(member.login, why),)
        if member.session:
            effects = (*effects, CloseAtCentral(member.session))
    return state.closed(), effects


def _look(state: Maintenance) -> Step:
    state = replace(state, look=state.look + 1, looking=True, looked_s=state.now_s)
    return state, (Look(state.look, state.section, state.page, state.least, state.speaks),)


def _answered(state: Maintenance, event: Looked | Acted) -> Maintenance:
    if isinstance(event, Looked):
        if event.look != state.look or state.stage != "inside":
            return state
        return seen(replace(state, found=event.found, looking=False, page=event.found.page))
    if event.request != state.request or state.stage != "inside":
        return state
    state = replace(
        state,
        doing="",
        told=event.told,
        report=event.report or state.report,
        touched_s=state.now_s,
        looked_s=0.0,  # what an act changed is looked at with the next tick
    )
    return printed(state, event.told)


def _inside(state: Maintenance, event: Intent) -> Step:
    form = edited(state, event) or coded(state, event)
    if form is not None:
        return form, ()
    sieve = sifted(state, event)
    if sieve is not None:
        return _look(sieve)
    match event:
        case GoTo(section=section) if section in SECTIONS and not state.doing:
            moved = replace(
                state, section=section, found=None, page=1, asking="", told=None, paper="idle"
            )
            moved = replace(moved, editing="", typed="")
            return _look(moved)
        case TurnPage(delta=delta) if state.found and 1 <= state.page + delta <= state.found.pages:
            return _look(replace(state, page=state.page + delta))
        case Back():
            return replace(state, asking=""), ()
        case Why(code=code) if state.asking and code in reasons_for(state.asking):
            (what, amount), act, typed = state.asked_on, state.asking, state.typed
            state = replace(state, asking="", asked_on=("", 0), editing="", typed="")
            return _do(state, act, why=code, what=what, amount=amount, typed=typed)
        case Act(code="change_paper") if state.section == "paper" and not state.doing:
            return begin(state), ()
        case Act(code="leave") if state.section == "leave" and not state.doing:
            return _leave(state, "left")
        case Act(code=code) if can_act(state, code):
            if reasons_for(code):
                return replace(state, asking=code, asked_on=("", 0), told=None), ()
            return _do(state, code)
        case ActOn(code, what, amount) if can_act_on(state, code):
            if reasons_for(code):
                return replace(state, asking=code, asked_on=(what, amount), told=None), ()
            if not state.doing:
                return _do(state, code, what=what, amount=amount)
            # Under no number that anybody waits for; what it led to is seen by the next look.
            beside = Do(0, code, state.who.login, amount=amount, what=what)
            return replace(state, looked_s=0.0), (beside,)
        case RollLength(delta=delta) if state.paper == "length":
            wanted = state.roll_m + delta * ROLL_STEP_M
            return replace(state, roll_m=min(ROLL_MAX_M, max(ROLL_MIN_M, wanted))), ()
        case Continue() if state.section == "paper" and not state.doing:
            state, act = go_on(state)
            return _do(state, act, amount=state.roll_m) if act else (state, ())
        case TouchTested(missed=missed) if state.section == "touch" and not state.doing:
            return _do(state, "touch_test", amount=missed)
        case _:
            return state, ()


def _do(
    state: Maintenance,
    act: str,
    *,
    why: str = "",
    amount: int = 0,
    what: str = "",
    typed: str = "",
) -> Step:
    state = replace(state, doing=act, told=None, request=state.request + 1)
    return state, (Do(state.request, act, state.who.login, why, amount, what, typed),)
