"""One's own key at the desk: changed with both factors, first taken before the door, never kept."""

from dataclasses import asdict
from typing import Any

import pytest

from kiosk.contract.staff import identity as i
from kiosk.staff.desk import events as e
from kiosk.staff.desk.advance import ENROLLING_S
from kiosk.visit.events import Back, Continue, KeyPressed
from tests.support.desk import Counter
from ui.convert import to_qml

OLD, NEW, CODE, GIVEN = "vieja-clave-9", "nueva-clave-7", "402913", "K7M2QXW4PTR9"
SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
URI = f"otpauth://totp/Dispensador%20CC%20Ejemplo:nora?secret={SEED}&issuer=Dispensador"


def everything(counter: Counter) -> str:
    return str((asdict(counter.desk), to_qml(counter.view), counter.effects))


def at_own() -> Counter:
    return Counter().at_home().send(e.Go("own_key"))


def typed_own(new: str = NEW, again: str = NEW) -> Counter:
    counter = at_own().secret("present", OLD).enter().secret("key", new).enter()
    return counter.secret("again", again).enter().secret("code", CODE)


def at_first(login: str = "nora") -> Counter:
    return Counter().send(e.Go("enrol"), e.Type("user", login), Continue())


def typed_first() -> Counter:
    return at_first().secret("given", GIVEN).enter().secret("key", NEW).enter().secret("again", NEW)


# -- another key


def test_a_key_is_changed_with_the_present_one_and_a_code() -> None:
    counter = typed_own().enter()
    sent = counter.asked(i.ChangeStaffKey)
    assert (sent.key, sent.new_key, sent.code) == (OLD, NEW, CODE)
    counter.replies(i.StaffKeyChanged(told=True))
    assert (counter.body.stage, counter.body.to) == ("told", True)
    counter.enter()
    assert counter.view.screen == "desk/Home"


@pytest.mark.parametrize(
    ("counter", "stage", "error"),
    [
        (lambda: at_own().enter(), "present", "present-missing"),
        (lambda: at_own().secret("present", OLD).enter().secret("key", "corta").enter(), "key",
         "staff-key-short"),
        (lambda: typed_own(again="otra cosa 7"), "key", "key-differs"),
        (lambda: typed_own().send(e.EraseSecret("code")).enter(), "code", "code-short"),
    ],
    ids=["nothing", "short", "different", "half a code"],
)  # fmt: skip
def test_what_cannot_be_right_is_not_sent(counter: Any, stage: str, error: str) -> None:
    made = counter()
    assert (made.body.stage, made.body.error, made.effects) == (stage, error, ())


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("credentials-invalid", "credentials-invalid"),
        ("key-too-weak", "key-too-weak"),
        ("central-offline", "own-unanswered"),
        ("unavailable", "own-unanswered"),
    ],
)
def test_after_a_refusal_all_of_it_is_typed_anew(code: str, error: str) -> None:
    counter = typed_own().enter().fails(code)
    assert (counter.body.stage, counter.body.error) == ("present", error)
    assert counter.body.fields[0].length == 0


def test_a_wait_is_waited_for() -> None:
    counter = typed_own().enter().fails("throttled", 15).secret("present", OLD)
    assert (counter.body.wait_s, counter.enter().body.stage) == (15, "present")
    assert counter.wait(16).enter().body.stage == "key"


def test_keys_leave_with_their_question_and_with_every_other_way_out() -> None:
    assert OLD in str(asdict(typed_own().desk))  # the search finds what is there
    for left in (typed_own().enter(), typed_own().send(Back()), typed_own().wait(400)):
        assert not any(secret in everything(left) for secret in (OLD, NEW, CODE))
    assert not any(secret in str(to_qml(typed_own().view)) for secret in (OLD, NEW, CODE))


# -- the first time


def test_what_was_handed_over_becomes_a_key_of_ones_own() -> None:
    counter = typed_first().enter()
    sent = counter.asked(i.StaffEnrol)
    assert (sent.login, sent.key, sent.new_key) == ("nora", GIVEN, NEW)
    counter.replies(i.StaffEnrolled(provisioning_uri=URI))
    body = counter.body
    assert (counter.view.screen, body.stage) == ("desk/Enrol", "scan")
    assert body.seed.replace(" ", "") == SEED
    assert sum(run.length for run in body.runs) > body.size
    counter.enter()
    assert counter.view.screen == "desk/Door"
    assert (counter.body.door.stage, counter.body.door.login) == ("key", "nora")


def test_the_seed_is_gone_with_its_screen() -> None:
    def scanning() -> Counter:
        return typed_first().enter().replies(i.StaffEnrolled(provisioning_uri=URI))

    assert SEED in everything(scanning())
    for left in (scanning().enter(), scanning().send(Back()), scanning().wait(ENROLLING_S + 1)):
        assert SEED not in everything(left)
        assert left.view.screen == "desk/Door"


def test_a_half_typed_first_time_is_thrown_away_after_a_while() -> None:
    counter = typed_first().wait(ENROLLING_S - 60)
    assert counter.view.screen == "desk/Enrol"
    counter.wait(61)
    assert counter.view.screen == "desk/Door"
    assert not any(secret in everything(counter) for secret in (GIVEN, NEW))


def test_the_name_typed_at_the_door_is_there_already() -> None:
    counter = Counter().send(*(KeyPressed(char) for char in "nora"), e.Go("enrol"))
    assert counter.body.fields[0].text == "nora"
    assert counter.enter().body.stage == "given"
    assert at_first("").body.error == "login-missing"


def test_without_an_answer_it_may_be_done_again_with_the_new_key() -> None:
    counter = typed_first().enter().fails("central-offline")
    assert (counter.body.stage, counter.body.error) == ("given", "enrol-unanswered")
    counter.secret("given", NEW).enter().secret("key", NEW).enter().secret("again", NEW).enter()
    assert counter.asked(i.StaffEnrol).key == NEW


@pytest.mark.parametrize("code", ["credentials-invalid", "already-enrolled", "key-too-weak"])
def test_a_refused_first_time_begins_anew_with_the_name(code: str) -> None:
    counter = typed_first().enter().fails(code)
    assert (counter.body.stage, counter.body.error, counter.body.login) == ("given", code, "nora")
    assert not any(secret in everything(counter) for secret in (GIVEN, NEW))


def test_whoever_is_checked_at_the_door_does_not_go_elsewhere() -> None:
    counter = Counter().send(*(KeyPressed(char) for char in "carlos"), Continue())
    counter.send(KeyPressed("k"), Continue(), *(KeyPressed(char) for char in "123456"), Continue())
    assert counter.send(e.Go("enrol")).view.screen == "desk/Door"
