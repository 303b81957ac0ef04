"""What waits for a person: in words, and with those actions only that are safe for the role."""

from datetime import timedelta

import pytest

from kiosk.contract.messages import OperationState
from kiosk.contract.staff import operations as o
from kiosk.staff.desk import events as e
from kiosk.staff.desk.effects import Look
from tests.support.desk import NOW, Counter, listed, story, uuid

HELD, CAPTURED = OperationState.HELD, OperationState.CAPTURED


def offered(counter: Counter) -> list[str]:
    return [choice.code for choice in counter.body.actions]


def test_the_list_says_why_how_long_and_how_much() -> None:
    rows = (
        listed(created_at=NOW - timedelta(hours=2, minutes=50)),
        listed(OperationState.EXPIRED, created_at=NOW - timedelta(days=3)),
        listed(CAPTURED, incidents=("capture-after-void",)),
        listed(CAPTURED, late=True),
    )
    counter = Counter().at_home(operations=rows)
    assert (counter.body.waiting, counter.body.waiting_money) == (4, "$48.400")
    body = counter.send(e.Go("queue")).body
    assert [(row.why, row.age) for row in body.rows] == [
        ("held", "2 h"),
        ("expired", "3 d"),
        ("capture-after-void", "0 min"),
        ("late-capture", "0 min"),
    ]


@pytest.mark.parametrize(
    ("state", "actions", "expected"),
    [
        (HELD, ("resolve", "refund"), ["printed", "void"]),
        (OperationState.EXPIRED, ("resolve",), ["printed", "void"]),
        (HELD, ("refund",), []),
        (CAPTURED, ("resolve", "refund"), ["refund"]),
        (CAPTURED, ("resolve",), []),
        (OperationState.VOIDED_BY_STAFF, ("resolve", "refund"), []),
        (OperationState.DECLINED, ("resolve", "refund"), []),
    ],
)
def test_only_what_is_safe_for_the_state_and_the_role_is_offered(
    state: OperationState, actions: tuple[str, ...], expected: list[str]
) -> None:
    who = ("work-shift", "see-operations", *actions)
    counter = Counter().at_operation(story(state), actions=who)
    assert offered(counter) == expected
    for action in {"printed", "void", "refund"} - set(expected):
        assert counter.send(e.Select("action", action)).body.action == ""


def test_what_was_refunded_is_not_refunded_again() -> None:
    counter = Counter().at_operation(story(CAPTURED, "capture", "posting refund 12100"))
    assert offered(counter) == []
    assert counter.body.refunded


def test_a_decision_needs_a_reason_and_is_told() -> None:
    counter = Counter().at_operation(story()).enter()
    assert counter.body.error == "action-missing"
    counter.send(e.Select("action", "void")).enter()
    assert counter.body.error == "reason-missing"
    counter.fill("reason", "no salió el papel").enter()
    message = counter.asked(o.DecideOperation)
    assert (message.decision, message.reason) == ("void", "no salió el papel")
    counter.replies(o.OperationDecided(op_id=uuid(7), decision="void"))
    assert counter.body.stage == "told"
    assert isinstance(counter.enter().effects[0], Look)


def test_a_lost_answer_to_a_refund_is_asked_under_the_same_id() -> None:
    counter = Counter().at_operation(story(CAPTURED)).send(e.Select("action", "refund"))
    counter.fill("reason", "papel en blanco").enter(3)
    assert counter.asked(o.RefundOperation).refund_id == uuid(3)
    counter.fails("central-offline").enter(4)
    assert counter.asked(o.RefundOperation).refund_id == uuid(3)


def test_a_code_that_somebody_brings_is_looked_up() -> None:
    counter = Counter().at_home().send(e.Go("queue")).fill("code", "k7m2qx").enter()
    assert counter.asked(o.FindOperations).code == "K7M2QX"
    counter.replies(o.ListedOperations(operations=()))
    assert (counter.body.error, counter.body.searched) == ("nothing-found", True)
    assert not counter.fill("code", "").body.searched


def test_only_what_is_on_the_list_can_be_looked_at() -> None:
    counter = Counter().at_home().send(e.Go("queue"), e.Select("operation", uuid(3)))
    assert counter.effects == ()


def test_the_story_is_told_in_codes_that_have_words() -> None:
    told = story(HELD, "authorise held", "posting purchase 6100", "incident x late-capture",
                 "decision void", "resolve-void no salió", "something-new 1")  # fmt: skip
    events = Counter().at_operation(told).body.events
    assert [(line.code, line.detail) for line in events] == [
        ("authorise", ""),
        ("posting-purchase", "$6.100"),
        ("late-capture", ""),
        ("resolve-void", "no salió"),
        ("other", ""),
    ]
