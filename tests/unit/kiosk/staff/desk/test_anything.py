"""Whatever is pressed and answered, in whatever order: the desk stands, and shows no secret."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kiosk.contract.messages import OperationState
from kiosk.contract.staff import identity as i
from kiosk.contract.staff import operations as o
from kiosk.contract.staff import settlements as m
from kiosk.contract.staff import shifts as s
from kiosk.staff.desk import events as e
from kiosk.staff.desk.closing import piece
from kiosk.staff.desk.effects import Ask, MoveMoney
from kiosk.visit.events import Back, Continue, Finish, MoreTime, Retry, Tick
from tests.support.bank_payments import SUPERVISES, decided, waiting
from tests.support.desk import (
    NOW,
    SHIFT,
    Counter,
    account,
    closed,
    listed,
    lock,
    payment,
    reversed_,
    settlement,
    slip_given,
    story,
    topped_up,
    uuid,
)
from ui.convert import to_qml

FIELDS = (
    "settlement",
    "base",
    "id",
    "amount",
    "given",
    "reference",
    "reason",
    "login",
    "code",
    piece(50_000),
)
WORDS = ("20000", "50000", "1990000001", "sofia", "carlos", "pidió otro valor", "", "V-1")
SECRET = "Ω"
"""A sign that nothing else on a screen has."""

typed = st.one_of(
    st.sampled_from(WORDS), st.text(max_size=12).filter(lambda text: SECRET not in text)
)
pressed = st.one_of(
    st.builds(e.Type, st.sampled_from(FIELDS), typed),
    st.builds(e.TypeSecret, st.sampled_from(("key", "code")), st.sampled_from((SECRET, "7", "٣"))),
    st.builds(e.EraseSecret, st.sampled_from(("key", "code"))),
    st.builds(
        e.Select,
        st.sampled_from(("id_type", "payment_form", "payment", "operation", "action")),
        st.sampled_from(
            ("CC", "NIT", "01", "03", uuid(1), uuid(6), uuid(7), "void", "printed", "refund",
             "apply", "return", "outside")
        ),
    ),
    st.builds(
        e.Go,
        st.sampled_from(
            ("open", "customer", "queue", "unanswered", "close", "refresh", "reverse", "reprint",
             "print", "settlement", "new_settlement", "another_settlement", "unlock", "slip",
             "cancel", "payments")
        ),
    ),
    st.sampled_from((Continue(), Continue(), Continue(), Back(), Retry(), MoreTime(), Tick())),
)  # fmt: skip
REPLIES: tuple[Any, ...] = (
    account(payment(1), payment(2, reversed=True)),
    payment(9),
    SHIFT,
    topped_up(),
    reversed_(),
    closed(50_000, 49_500),
    i.Approved(expires_at=NOW),
    o.ListedOperations(operations=(listed(),)),
    story(OperationState.HELD, "authorise held", "posting purchase 6100"),
    story(OperationState.CAPTURED, "capture", "incident x late-capture"),
    settlement(),
    settlement(state="at-desk", lock=lock()),
    settlement(state="at-desk", lock=lock(mine=False)),
    settlement(state="paid", payment=payment(9)),
    slip_given(),
    o.OperationDecided(op_id=uuid(7), decision="void"),
    m.PaymentExceptions(exceptions=(waiting(),)),
    waiting(),
    decided(1),
    decided(2, outcome="outside", applied_to=""),
)
CODES = (
    "central-offline",
    "not-possible",
    "approval-needed",
    "not-found",
    "throttled",
    "internal",
    "settlement-locked",
    "settlement-closed",
    "already-decided",
)
answered = st.one_of(
    st.builds(e.Answered, st.just(0), st.sampled_from(REPLIES)),
    st.builds(e.Failed, st.just(0), st.sampled_from(CODES), st.sampled_from((0, 30))),
    st.builds(
        e.Looked, st.just(0), st.sampled_from((SHIFT, None)), st.just((listed(),)), st.just(NOW)
    ),
)


def fits(counter: Counter, event: Any) -> bool:
    """Central answers only what it was asked."""
    if not isinstance(event, e.Answered):
        return True
    asked = [each for each in counter.effects if isinstance(each, Ask | MoveMoney)]
    return any(isinstance(event.reply, each.reply) for each in asked)


@given(st.lists(st.one_of(pressed, answered), max_size=60))
def test_nothing_brings_the_desk_down(events: list[Any]) -> None:
    counter = Counter().at_home(actions=SUPERVISES)
    for number, event in enumerate(events):
        if isinstance(event, e.Answered | e.Failed | e.Looked):
            if fits(counter, event):
                counter.answer(event)
        else:
            counter.send(e.FreshId(uuid(number % 10)), event)
        view = counter.view
        to_qml(view)
        assert SECRET not in repr(view)
        for effect in counter.effects:
            assert SECRET not in repr(effect)
            if isinstance(effect, MoveMoney):
                message: Any = effect.message
                no_drawer = isinstance(message, s.ReverseTopUp | m.DecidePayment)
                assert counter.desk.shift is not None or no_drawer
    counter.send(Finish())
    if counter.desk.member is None:
        assert SECRET not in repr(counter.desk)
