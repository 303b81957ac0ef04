"""A second person: never oneself, and never a key that stays."""

import pytest

from kiosk.contract.messages import OperationState
from kiosk.contract.staff import identity as i
from kiosk.contract.staff import operations as o
from kiosk.contract.staff import shifts as s
from kiosk.staff.desk import events as e
from kiosk.visit.events import Back
from tests.support.desk import NOW, Counter, story, uuid

KEY, CODE = "clave-de-sofia", "482913"


def needs_approval() -> Counter:
    counter = Counter().at_reversal().enter().fails("approval-needed")
    assert counter.view.screen == "desk/Approval"
    return counter


def signs(counter: Counter, login: str = "sofia", code: str = CODE) -> Counter:
    return counter.fill("login", login).secret("key", KEY).secret("code", code).enter(8)


def test_what_was_wanted_goes_on_by_itself_under_its_own_id() -> None:
    counter = signs(needs_approval())
    asked = counter.asked(i.Approve)
    assert (asked.login, asked.action, asked.subject) == ("sofia", "reverse-top-up", uuid(1))
    counter.replies(i.Approved(expires_at=NOW))
    assert counter.asked(s.ReverseTopUp).reversal_id == uuid(9)


def test_a_refund_is_approved_for_its_operation() -> None:
    counter = Counter().at_operation(story(OperationState.CAPTURED))
    counter.send(e.Select("action", "refund")).fill("reason", "papel en blanco").enter()
    refund = counter.asked(o.RefundOperation)
    counter = signs(counter.fails("approval-needed"))
    asked = counter.asked(i.Approve)
    assert (asked.action, asked.subject) == ("refund", uuid(7))
    counter.replies(i.Approved(expires_at=NOW))
    assert counter.asked(o.RefundOperation).refund_id == refund.refund_id


def test_nobody_approves_their_own() -> None:
    counter = signs(needs_approval(), login="carlos")
    assert counter.effects == ()
    assert counter.body.error == "oneself"
    assert signs(needs_approval(), login="CARLOS").body.error == "oneself"


@pytest.mark.parametrize("code", ["", "12345", "abcdef"])
def test_a_code_has_six_digits(code: str) -> None:
    counter = signs(needs_approval(), code=code)
    assert counter.effects == ()
    assert counter.body.error == "second-person-missing"


def test_key_and_code_leave_with_the_question_and_are_never_shown() -> None:
    counter = needs_approval().fill("login", "sofia").secret("key", KEY).secret("code", CODE)
    for shown in (repr(counter.view), repr(counter.desk), repr(counter.desk.stage)):
        assert KEY not in shown
        assert CODE not in shown
    assert [line.length for line in counter.body.fields] == [0, len(KEY), 6, 0]
    counter.enter()
    assert KEY not in repr(counter.effects)
    assert CODE not in repr(counter.effects)
    stage = counter.desk.stage
    assert stage.form.secrets == {}


def test_a_wrong_key_is_typed_anew_and_a_throttle_is_waited_for() -> None:
    counter = signs(needs_approval()).fails("throttled", 30)
    assert (counter.body.error, counter.body.wait_s) == ("throttled", 30)
    assert [line.length for line in counter.body.fields] == [0, 0, 0, 0]
    assert signs(counter).effects == ()
    counter.wait(31)
    assert signs(counter).asked(i.Approve).login == "sofia"


def test_without_approval_nothing_was_done() -> None:
    counter = needs_approval().send(Back())
    assert (counter.view.screen, counter.body.stage) == ("desk/Reversal", "fill")
    assert counter.effects == ()


def test_a_secret_is_erased_sign_by_sign() -> None:
    counter = needs_approval().secret("key", "abc").send(e.EraseSecret("key"))
    assert counter.body.fields[1].length == 2
    counter.send(e.TypeSecret("login", "x"), e.EraseSecret("reason"))
    assert counter.body.fields[0].text == ""
