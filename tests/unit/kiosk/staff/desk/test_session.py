"""The door, silence, age, and answers that nobody waits for."""

from kiosk.contract.staff import shifts as s
from kiosk.staff.desk import events as e
from kiosk.staff.desk.effects import Look
from kiosk.staff.entry.events import CloseAtCentral, LetIn
from kiosk.visit.events import Finish, MoreTime, SetLanguage
from tests.support.desk import NOW, SESSION, SHIFT, Counter, member


def test_whoever_comes_in_is_told_how_the_desk_stands() -> None:
    counter = Counter().at_home()
    assert counter.view.screen == "desk/Home"
    assert (counter.view.who, counter.body.shift_open) == ("Carlos", True)


def test_nothing_is_offered_before_central_has_answered() -> None:
    counter = Counter().at_home().send(e.Go("refresh"))
    assert isinstance(counter.effects[0], Look)
    counter.fails("central-offline")
    assert counter.body.error == "central-offline"
    for to in ("customer", "queue", "open", "records", "settlement", "unanswered"):
        assert counter.send(e.Go(to)).view.screen == "desk/Home"
    # A drawer can be counted without central, and nothing else.
    assert [line.to for line in counter.body.keys if line.enabled] == ["close", "refresh"]


def test_a_desk_that_central_refuses_is_offered_nothing_at_all() -> None:
    counter = Counter().at_home().send(e.Go("refresh")).fails("device-revoked")
    for to in ("customer", "queue", "close", "open"):
        assert counter.send(e.Go(to)).view.screen == "desk/Home"
    assert [line.to for line in counter.body.keys if line.enabled] == ["refresh"]


def test_silence_locks_the_desk_and_forgets_what_was_typed() -> None:
    counter = Counter().at_sure()
    counter.wait(275)
    assert counter.view.countdown_s > 0
    counter.wait(26)
    assert (counter.view.screen, counter.body.reason) == ("desk/Door", "idle")
    assert counter.effect(CloseAtCentral).session == SESSION
    assert counter.desk.member is None
    assert "1990000001" not in repr(counter.desk)


def test_a_key_stops_the_countdown() -> None:
    counter = Counter().at_home().wait(275).send(MoreTime())
    assert counter.view.countdown_s == 0
    assert counter.wait(290).view.screen == "desk/Home"


def test_a_session_ends_by_its_age_whatever_happens() -> None:
    counter = Counter().at_home(until_s=1_200.0)
    for _ in range(4):
        counter.wait(45).send(MoreTime())
    assert counter.view.screen == "desk/Home"
    counter.wait(45)
    assert (counter.view.screen, counter.body.reason) == ("desk/Door", "session-expired")


def test_the_desk_is_not_locked_while_central_is_asked() -> None:
    counter = Counter().at_sure().enter().wait(400)
    assert counter.view.busy
    assert counter.view.screen == "desk/TopUp"


def test_a_session_that_central_has_ended_leads_to_the_door() -> None:
    counter = Counter().at_sure().enter().fails("session-expired")
    assert (counter.view.screen, counter.body.reason) == ("desk/Door", "session-expired")


def test_leaving_wipes_everything() -> None:
    counter = Counter().at_sure().send(Finish())
    assert counter.view.screen == "desk/Door"
    assert "1990000001" not in repr(counter.desk)
    assert SESSION not in repr(counter.desk)


def test_a_late_answer_changes_nothing_for_whoever_comes_next() -> None:
    counter = Counter().at_home().send(e.Go("refresh"))
    request = counter.desk.request
    counter.send(e.Looked(request, SHIFT, (), NOW), Finish())
    before = counter.desk
    assert counter.send(e.Looked(request, SHIFT, (), NOW)).desk == before
    assert counter.send(e.Answered(request, SHIFT)).desk == before


def test_a_session_that_nobody_waits_for_is_closed() -> None:
    counter = Counter().at_home().send(LetIn(99, member(session="another-session-0001")))
    assert counter.effect(CloseAtCentral).session == "another-session-0001"


def test_a_session_never_shows_in_what_is_logged() -> None:
    counter = Counter().at_sure().enter()
    assert SESSION not in repr(counter.desk)
    assert SESSION not in repr(counter.effects)
    assert SESSION not in repr(counter.view)


def test_the_base_is_typed_and_zero_is_a_base() -> None:
    counter = Counter().at_home(shift=None).send(e.Go("open")).enter()
    assert counter.body.error == "amount-missing"
    counter.fill("base", "$ 0").enter()
    assert counter.asked(s.OpenShift).base == 0
    assert counter.replies(SHIFT).body.shift_open


def test_a_shift_that_was_open_already_is_the_one_that_counts() -> None:
    counter = Counter().at_home(shift=None).send(e.Go("open")).fill("base", "1").enter()
    counter.fails("not-possible")
    assert isinstance(counter.effects[0], Look)


def test_languages() -> None:
    assert Counter().send(SetLanguage("en")).view.language == "en"
    assert Counter().send(SetLanguage("xx")).view.language == "es"
