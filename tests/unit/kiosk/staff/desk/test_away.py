"""Without central at a desk: who came in may count a drawer and nothing else, whatever is pressed.

And when central is back: what was noted is handed in by itself, once, while nobody is typing.
"""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.staff.rules import TABLE
from kiosk.contract.staff import provisional as p
from kiosk.contract.staff import shifts as s
from kiosk.ports import PrinterFault, PrinterState
from kiosk.staff import desk as package
from kiosk.staff.desk import events as e
from kiosk.staff.desk.closing import piece
from kiosk.staff.desk.coming_back import AGAIN_S
from kiosk.staff.desk.drawer import CloseNote, ShiftNote
from kiosk.staff.desk.effects import Ask, HandIn, KeepNote, Look, PutOnPaper, TellEntries
from kiosk.staff.desk.hand_in import HandedIn
from kiosk.staff.desk.provisional import OFFLINE_LEAVES
from kiosk.staff.entry.events import CloseAtCentral, GoOffline, LetIn
from kiosk.station.capability import Health, judge
from kiosk.visit.events import Back, Continue, Finish, KeyPressed, StationChanged, Tick
from tests.support.desk import NOW, SESSION, SHIFT, Counter, closed, listed, member, uuid
from tests.unit.kiosk.staff.desk.test_anything import answered, pressed

GONE = StationChanged(judge(Health(printer=None, central_online=False)))
THERE = StationChanged(
    judge(Health(printer=PrinterState(PrinterFault.NO_PRINTER), central_online=True))
)
OPEN_NOTE = ShiftNote(SHIFT.shift_id, "carlos", 50_000, NOW.isoformat())
CLOSED_NOTE = replace(
    OPEN_NOTE, close=CloseNote(uuid(8), ((10_000, 5),), (), 0, NOW.isoformat(), "key")
)
KEY_OF_SCREEN = re.compile(r'KeyLine\(\s*"F\d+",\s*"(\w+)"')
EVERY_KEY = sorted(
    {
        name
        for path in Path(package.__file__).parent.rglob("*.py")
        for name in KEY_OF_SCREEN.findall(path.read_text(encoding="utf-8"))
    }
    | {"open_offline", "close_offline", "refresh", "sign_in", "up", "down"}
)
HARMLESS = (KeepNote, PutOnPaper, HandIn, TellEntries, CloseAtCentral)
"""All that may leave a desk for somebody who came in without central, but one explanation."""


def away(
    entered: str = "key", session: str = "", notes: tuple[ShiftNote, ...] = (OPEN_NOTE,)
) -> Counter:
    """Somebody came in without central."""
    counter = Counter().send(GONE, e.NotesChanged(notes))
    for char in "carlos":
        counter.send(KeyPressed(char))
    counter.send(Continue(), KeyPressed("k"), Continue())
    counter.send(*(KeyPressed(char) for char in "123456")).send(Continue())
    stage: Any = counter.desk.stage
    who = member(entered=entered, session=session, actions=OFFLINE_LEAVES)
    return counter.send(LetIn(stage.entry.request, who))


def counted(counter: Counter, count: str = "5") -> Counter:
    """The blind count, noted here; its paper is out."""
    counter.send(e.Go("close")).fill(piece(10_000), count).enter(8).enter(8)
    return kept(counter)


def kept(counter: Counter) -> Counter:
    """The disk has the note that was asked for, and the paper came out."""
    note = counter.effect(KeepNote).note
    if note.close is not None:
        note = replace(note, close=replace(note.close, at=NOW.isoformat()))
    note = replace(note, opened_at=note.opened_at or NOW.isoformat())
    counter.send(e.NotesChanged((note,))).answer(e.NoteKept(0, note))
    return counter.send(e.PaperEnded(counter.desk.papers, "", "x.pdf"))


def taken(expected: int = 50_000, count: int = 50_000, **changes: Any) -> HandedIn:
    close = closed(expected, count, kind="recomputed", **changes)
    return HandedIn(CLOSED_NOTE, p.ProvisionalKept(shift=None, close=close, superseded=False))


# What may be done


def test_the_leaves_without_central_move_no_money() -> None:
    """Of all that anybody may do, looking at one's own cash and answering for a drawer are left."""
    assert set(OFFLINE_LEAVES) == {"see-cash", "work-shift"}
    assert set(OFFLINE_LEAVES) < {action.value for action in TABLE}


@pytest.mark.parametrize("entered", ["key", "challenge"])
def test_the_first_screen_says_what_is_possible_and_asks_nobody(entered: str) -> None:
    counter = away(entered)
    assert counter.effects == ()
    body = counter.body
    assert (counter.view.screen, body.error, body.local.entered) == (
        "desk/Home",
        "central-offline",
        entered,
    )
    assert (body.local.shift_open, body.local.base) == (True, "$50.000")
    assert [key.to for key in body.keys if key.enabled] == ["close"]
    assert [key.to for key in away(notes=()).body.keys if key.enabled] == ["open"]


def at_stage(name: str, entered: str, session: str) -> Counter:
    """One of the screens that can be reached without central."""
    match name:
        case "home":
            return away(entered, session)
        case "home without a shift":
            return away(entered, session, ())
        case "opening":
            return away(entered, session, ()).send(e.Go("open")).fill("base", "50000")
        case "count":
            return away(entered, session).send(e.Go("close")).fill(piece(10_000), "5")
        case "sure":
            return at_stage("count", entered, session).enter(8)
        case "told":
            return counted(away(entered, session))
        case "home, to be handed in":
            return away(entered, session, (CLOSED_NOTE,))
        case _:
            handed_in = away(entered, SESSION, (CLOSED_NOTE,)).send(THERE)
            return handed_in.answer(e.HandedOver(0, (taken(51_000),)))


NAMES = (
    "home",
    "home without a shift",
    "opening",
    "count",
    "sure",
    "told",
    "home, to be handed in",
    "handed in",
)


@pytest.mark.parametrize("entered", ["key", "challenge"])
@pytest.mark.parametrize("name", NAMES)
def test_no_key_of_any_screen_moves_money_or_asks_central(entered: str, name: str) -> None:
    """Every action of the desk by table: each key that any screen has, at each screen there is."""
    assert {"customer", "sell", "reverse", "expense", "settlement", "queue"} <= set(EVERY_KEY)
    stage = at_stage(name, entered, SESSION if entered == "key" else "")
    for online in (GONE, THERE):
        for key in EVERY_KEY:
            counter = replace(stage).send(online, e.Go(key))  # a desk is never changed in place
            assert_harmless(counter, f"{name} {key}")
            counter.enter(9)
            assert_harmless(counter, f"{name} {key} Enter")


def assert_harmless(counter: Counter, where: str) -> None:
    for effect in counter.effects:
        explained = isinstance(effect, Ask) and isinstance(effect.message, s.ExplainShift)
        assert explained or isinstance(effect, HARMLESS), (where, effect)


anything = st.one_of(
    pressed,
    answered,
    st.builds(e.Go, st.sampled_from(EVERY_KEY)),
    st.builds(e.HandedOver, st.just(0), st.sampled_from(((), (taken(),), (taken(49_000),)))),
    st.sampled_from((GONE, THERE, e.NotesChanged((CLOSED_NOTE,)), e.NotesChanged(()))),
)


@given(st.lists(anything, max_size=25), st.sampled_from(("", SESSION)))
def test_nothing_that_is_pressed_and_answered_moves_money(events: list[Any], session: str) -> None:
    counter = away("key", session)
    for number, event in enumerate(events):
        counter.send(e.FreshId(uuid(number % 10)))
        counter.answer(event) if hasattr(event, "request") else counter.send(event)
        assert_harmless(counter, repr(event))
        assert counter.desk.shift is None


@pytest.mark.parametrize("entered", ["key", "challenge"])
def test_a_drawer_is_counted_and_the_note_says_how_they_came_in(entered: str) -> None:
    counter = away(entered).send(e.Go("close")).fill(piece(10_000), "5").enter(8).enter(8)
    note = counter.effect(KeepNote).note
    assert note.close is not None
    assert (note.shift_id, note.close.entered) == (SHIFT.shift_id, entered)
    told = kept(counter)
    assert (told.body.stage, told.body.provisional) == ("told", True)


def test_a_shift_is_opened_when_none_is_known() -> None:
    counter = away("challenge", notes=()).send(e.Go("open")).fill("base", "50000").enter(5)
    note = counter.effect(KeepNote).note
    assert (note.shift_id, note.provisional, note.entered) == (uuid(5), True, "challenge")
    assert kept(counter).body.drawer == "opened"


def test_silence_and_age_end_it_as_they_end_any_session() -> None:
    counter = away(session=SESSION).wait(301)
    assert (counter.view.screen, counter.body.reason) == ("desk/Door", "idle")
    assert counter.effect(CloseAtCentral) == CloseAtCentral(SESSION, locked=True)
    counter = away()
    counter.now_s = 39_900.0
    counter.fill("x", "y").wait(101)
    assert counter.body.reason == "session-expired"
    assert not counter.effect(CloseAtCentral).locked


def test_leaving_by_hand_is_for_good() -> None:
    assert away().send(Finish()).effect(CloseAtCentral) == CloseAtCentral("")


def test_with_central_again_it_goes_on_at_the_door() -> None:
    counter = away().send(e.Go("sign_in"))
    assert counter.view.screen == "desk/Home"  # there is nobody to sign in with
    counter.send(THERE)
    assert counter.body.local.is_back
    assert counter.send(e.Go("sign_in")).body.reason == "central-back"


# The door


def test_a_challenge_is_offered_where_central_is_away_to_who_answers_for_a_drawer() -> None:
    counter = Counter().send(THERE)
    assert [key.to for key in counter.body.keys] == ["enrol"]
    counter.send(GONE, KeyPressed("c"))
    assert [(key.to, key.enabled) for key in counter.body.keys][1] == ("challenge", True)
    counter.send(e.Go("challenge"))
    assert (counter.body.door.stage, counter.body.keys) == ("role", ())
    assert [role.code for role in counter.body.door.roles] == ["cashier", "supervisor"]
    assert Counter().send(GONE, GoOffline()).body.door.stage == "login"  # for nobody there is none


# Handed in by itself


def inside(*notes: ShiftNote) -> Counter:
    """Somebody signed in with central, which went away."""
    counter = Counter().at_home().send(GONE, e.Go("refresh")).fails("central-offline")
    return counter.send(e.NotesChanged(notes))


def handed(counter: Counter) -> list[HandIn]:
    return [each for each in counter.effects if isinstance(each, HandIn)]


def test_a_note_is_handed_in_when_central_is_back_and_once() -> None:
    counter = inside(CLOSED_NOTE).send(THERE)
    assert counter.effects == (TellEntries(), HandIn(counter.desk.request, SESSION, "carlos"))
    assert counter.view.busy
    for event in (THERE, GONE, THERE, Tick(), e.Go("refresh"), Continue()):
        assert not handed(counter.send(event))
    counter.answer(e.HandedOver(0, (taken(),))).send(e.NotesChanged(()))
    assert (counter.body.stage, counter.body.handed_in, counter.body.provisional) == (
        "told",
        True,
        False,
    )
    assert not handed(counter.wait(AGAIN_S))


def test_the_difference_is_shown_and_can_be_explained_then() -> None:
    counter = inside(CLOSED_NOTE).send(THERE)
    counter.answer(e.HandedOver(0, (taken(51_000),)))
    assert (counter.body.difference, counter.body.must_explain) == ("-$1.000", True)
    counter.fill("reason", "falta un billete").enter(9)
    assert counter.asked(s.ExplainShift).shift_id == SHIFT.shift_id


def test_what_central_refuses_for_good_is_told_with_the_reason_and_kept() -> None:
    counter = inside(CLOSED_NOTE).send(THERE)
    refused = replace(CLOSED_NOTE, refused=True)
    counter.send(e.NotesChanged((refused,)))
    counter.answer(e.HandedOver(0, (HandedIn(CLOSED_NOTE, None, "not-possible"),)))
    counter.answer(e.Looked(0, None, (listed(),), NOW))
    assert (counter.body.told, counter.body.why) == ("refused", "not-possible")
    assert not handed(counter.wait(AGAIN_S))
    counter.send(e.Go("refresh")).effect(Look)
    assert counter.answer(e.Looked(0, None, (), NOW)).body.told == ""


def test_an_opening_that_is_taken_goes_on_as_a_shift_and_says_so() -> None:
    note = replace(OPEN_NOTE, provisional=True)
    counter = inside(note).send(THERE)
    kept_ = p.ProvisionalKept(shift=SHIFT, close=None, superseded=False)
    counter.send(e.NotesChanged((OPEN_NOTE,))).answer(e.HandedOver(0, (HandedIn(note, kept_),)))
    counter.answer(e.Looked(0, SHIFT, (), NOW))
    assert (counter.body.told, counter.body.shift_open) == ("taken", True)


def test_a_session_that_ended_meanwhile_leads_to_the_door_which_says_what_became_of_it() -> None:
    note = replace(OPEN_NOTE, provisional=True)
    counter = inside(note).send(THERE)
    kept_ = p.ProvisionalKept(shift=SHIFT, close=None, superseded=False)
    counter.answer(e.HandedOver(0, (HandedIn(note, kept_),))).fails("session-expired")
    assert (counter.body.reason, counter.body.told) == ("session-expired", "taken")
    counter = inside(note).send(THERE).answer(e.HandedOver(0, error="session-expired"))
    assert (counter.body.reason, counter.body.told) == ("session-expired", "")


def test_a_count_that_is_being_typed_is_left_in_peace() -> None:
    counter = inside(replace(OPEN_NOTE, provisional=True))
    counter.desk = replace(counter.desk, shift=None)
    counter.send(e.Go("close")).fill(piece(10_000), "5")
    for event in (THERE, Tick(), Back(), Continue(), Tick()):
        if not isinstance(event, Back):
            assert not handed(counter.send(event))
    assert counter.body.stage == "sure"
    counter.enter(8)
    counter = kept(counter)
    assert counter.body.provisional
    assert handed(counter.send(Tick()))  # now it is its turn


def test_nothing_is_handed_in_while_its_paper_comes_out() -> None:
    counter = inside(CLOSED_NOTE)
    counter = counter.send(e.NotesChanged((OPEN_NOTE,)), e.Go("close"), e.FreshId(uuid(8)))
    counter.fill(piece(10_000), "5").enter(8).enter(8).fails("central-offline")
    counter.send(e.Go("close_offline"))
    note = replace(counter.effect(KeepNote).note, opened_at=NOW.isoformat())
    assert note.close is not None
    note = replace(note, close=replace(note.close, at=NOW.isoformat()))
    counter.send(e.NotesChanged((note,))).answer(e.NoteKept(0, note))
    assert not handed(counter.send(THERE, Tick()))
    assert handed(counter.send(e.PaperEnded(1, "", "x.pdf"), Tick()))


def test_a_try_that_came_to_nothing_is_made_again_later_and_keeps_nobody_inside() -> None:
    counter = inside(CLOSED_NOTE).send(THERE)
    touched_s = counter.desk.touched_s
    tries = 0
    while counter.desk.member is not None:
        if handed(counter.wait(10.0)):
            tries += 1
        if counter.view.busy:
            counter.answer(e.HandedOver(0, error="unavailable"))
            assert counter.desk.touched_s == touched_s
    assert counter.body.reason == "idle"
    assert tries == 4  # in five minutes, after the first


def test_nobody_elses_notes_and_no_ones_without_a_session_are_handed_in() -> None:
    assert not handed(inside(replace(CLOSED_NOTE, login="sofia")).send(THERE))
    assert not handed(away("challenge", notes=(CLOSED_NOTE,)).send(THERE))
    assert handed(away("key", SESSION, (CLOSED_NOTE,)).send(THERE))
    assert not handed(Counter().send(e.NotesChanged((CLOSED_NOTE,)), THERE))


def test_a_count_is_kept_when_the_session_ended_before_it_was_sent() -> None:
    counter = inside(OPEN_NOTE).send(THERE, e.Go("refresh"))
    counter.answer(e.Looked(0, SHIFT, (), NOW)).send(e.Go("close"))
    counter.fill(piece(10_000), "5").enter(8).enter(8).fails("session-expired")
    note = counter.effect(KeepNote).note
    assert note.close is not None
    assert (note.close.close_id, note.close.pieces) == (uuid(8), ((10_000, 5),))
    assert kept(counter).body.provisional
