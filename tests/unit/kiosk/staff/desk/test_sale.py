"""A sale as a pure machine: what may begin it, what leaves with which message, what is told."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.contract import messages as m
from kiosk.contract.staff import sales as v
from kiosk.contract.staff import shifts as s
from kiosk.contract.staff.receipts import CopyOrderReceipt, OrderReceiptCopied
from kiosk.documents.model import Document, to_json
from kiosk.ports import PrinterFault, PrinterState
from kiosk.purchase.operation import State
from kiosk.purchase.order import (
    CopyPhase,
    CopyResult,
    Order,
    PurchaseProgress,
    PurchaseResult,
    Trouble,
)
from kiosk.purchase.order_of import order_of
from kiosk.staff.desk import events as e
from kiosk.staff.desk.copies.press import CopyPress
from kiosk.staff.desk.effects import Ask, Clarify, Look, MoveMoney, PutOnPaper
from kiosk.staff.desk.paper import OrderPaper
from kiosk.staff.desk.sale.effects import PrintSale, PrintSaleReceipt
from kiosk.staff.desk.sale.events import Queued, SaleEnded, SaleProgressed
from kiosk.staff.desk.sale.runner import SaleRunner
from kiosk.staff.desk.sale.stages import Choosing, Paying, Printing, Sold
from kiosk.staff.desk.state import Customer, Home, Reversal
from kiosk.station.capability import Capabilities, Health, judge
from kiosk.visit.events import Back, Continue, Finish, StationChanged, Tick
from tests.support.desk import CASHIER, NOW, Counter, account, payment, uuid
from ui.convert import to_qml

SELLER = (*CASHIER, "sell")
SECRET = "Ω"
PRICE = 6_100
CATALOGUE = m.Catalogue(
    registration=m.RegistrationSummary(
        number="00041018",
        chamber_code="99",
        name="Café de la Loma",
        nit="",
        kind="establishment",
        municipality="",
        status="active",
    ),
    items=tuple(
        m.CatalogueItem(
            certificate_type=code,
            service_code="01",
            name=code,
            purpose="",
            price=PRICE,
            pages=1,
            roll_mm=400,
        )
        for code in ("CerMat", "CerExi")
    ),
)


def station(fault: PrinterFault | None = None) -> Capabilities:
    return judge(Health(printer=PrinterState(fault), central_online=True))


def opened(paid: bool = False, recent: tuple[str, ...] = ()) -> v.SaleOpened:
    return v.SaleOpened(
        order_id=uuid(3),
        order_number="000123",
        recovery_code="K7M2QX",
        purchase_token="token-of-an-order-0001",
        token_expires_at=NOW,
        total=PRICE,
        available=100_000,
        recent_purchases=recent,
        payment=payment(9, amount=PRICE, given=10_000) if paid else None,
    )


class Seller(Counter):
    """A desk whose cashier may sell and whose printer is ready."""

    def at_sale(self) -> "Seller":
        self.at_customer(actions=SELLER)
        self.send(StationChanged(station()), e.Go("sell"))
        return self

    def at_paying(self, copies: int = 1) -> "Seller":
        self.at_sale().fill("registration", "00041018").enter()
        self.replies(CATALOGUE)
        self.send(*[e.Go("more")] * copies).enter()
        return self

    def with_cash(self, given: str = "10000") -> "Seller":
        self.at_paying().fill("given", given).enter(3)
        return self

    def by_key(self, key: str = SECRET * 6) -> "Seller":
        self.at_paying().send(e.Select("way", "prepaid")).enter(3)
        self.secret("prepaid_key", key)
        return self

    def at_printing(self) -> "Seller":
        self.with_cash().enter(9)
        self.replies(opened(paid=True))
        return self

    def result(self, *states: State, fault: PrinterFault | None = None) -> PurchaseResult:
        effect = self.effect(PrintSale)
        numbers = iter(range(10))
        order = order_of(effect.opened, effect.cart, lambda: uuid(next(numbers)))
        trouble = Trouble.PRINTER if fault else Trouble.NONE
        return PurchaseResult(
            order,
            tuple(
                CopyResult(copy, state, trouble, fault, settled=True)
                for copy, state in zip(order.copies * len(states), states, strict=False)
            ),
        )

    def ends(self, *states: State, fault: PrinterFault | None = None) -> "Seller":
        result = self.result(*states, fault=fault)
        self.send(SaleEnded(self.desk.request, result))
        return self

    @property
    def paying(self) -> Paying:
        stage = self.desk.stage
        assert isinstance(stage, Paying)
        return stage


# -- who may begin


@pytest.mark.parametrize(
    ("who", "fault", "sells"),
    [
        (SELLER, None, True),
        (CASHIER, None, False),
        (SELLER, PrinterFault.NO_PRINTER, False),
        (SELLER, PrinterFault.PAPER_OUT, False),
    ],
)
def test_who_may_at_a_computer_that_can(
    who: tuple[str, ...], fault: PrinterFault | None, sells: bool
) -> None:
    counter = Seller()
    counter.at_customer(actions=who)
    counter.send(StationChanged(station(fault)))
    assert counter.body.no_sale == (fault.value if fault and "sell" in who else "")
    assert next(key.enabled for key in counter.body.keys if key.to == "sell") is sells
    assert isinstance(counter.send(e.Go("sell")).desk.stage, Choosing if sells else Customer)


def test_without_a_shift_nothing_is_sold() -> None:
    counter = Seller()
    counter.at_customer(actions=SELLER, shift=None)
    counter.send(StationChanged(station()), e.Go("sell"))
    assert isinstance(counter.desk.stage, Customer)


def test_the_chambers_expense_needs_its_leave_and_no_shift() -> None:
    counter = Seller()
    counter.at_home(shift=None, actions=("charge-to-expense",), role="administrator")
    counter.send(StationChanged(station()), e.Go("expense"))
    assert counter.body.buyer.at_expense
    other = Seller()
    other.at_home(actions=SELLER).send(StationChanged(station()), e.Go("expense"))
    assert isinstance(other.desk.stage, Home)


# -- the cart


def test_one_more_and_one_less_of_the_chosen_certificate() -> None:
    counter = Seller().at_sale()
    counter.fill("registration", "00041018").enter()
    counter.replies(CATALOGUE)
    counter.send(e.Go("more"), e.Go("more"), e.Select("certificate", "CerExi"), e.Go("more"))
    assert [(row.certificate, row.quantity) for row in counter.body.cart] == [
        ("CerMat", 2),
        ("CerExi", 1),
    ]
    assert counter.body.total == "$18.300"
    counter.send(e.Go("less"), e.Go("less"))
    assert counter.body.copies == 2
    counter.send(*[e.Go("more")] * 9)
    assert (counter.body.copies, counter.body.error) == (10, "cart-full")


def test_the_cart_lives_on_while_another_registration_is_looked_up() -> None:
    counter = Seller().at_sale()
    counter.fill("registration", "00041018").enter()
    counter.replies(CATALOGUE)
    counter.send(e.Go("more"), e.Go("registration")).fill("registration", "nada").enter()
    counter.fails("not-found")
    assert (counter.body.error, counter.body.copies) == ("not-found", 1)
    counter.fill("registration", "").enter()
    assert counter.paying.cart[0].quantity == 1


def test_nothing_is_paid_for_that_could_not_be_printed() -> None:
    counter = Seller().at_sale()
    counter.fill("registration", "00041018").enter()
    counter.replies(CATALOGUE)
    counter.send(e.Go("more"), StationChanged(station(PrinterFault.COVER_OPEN))).enter()
    assert counter.body.error == "cover_open"
    short = replace(station(), paper_left_mm=399)
    counter.send(StationChanged(short)).enter()
    assert counter.body.error == "paper_short"
    counter.send(StationChanged(replace(short, paper_left_mm=400))).enter()
    assert isinstance(counter.desk.stage, Paying)


# -- paying


@pytest.mark.parametrize(
    ("way", "name", "text", "error"),
    [
        ("01", "given", "", "given-missing"),
        ("01", "given", "6000", "given-short"),
        ("03", "reference", "", "reference-missing"),
    ],
)
def test_what_cannot_be_paid_like_this(way: str, name: str, text: str, error: str) -> None:
    counter = Seller().at_paying()
    counter.send(e.Select("way", way)).fill(name, text).enter()
    assert (counter.body.stage, counter.body.error) == ("fill", error)


def test_money_is_sent_for_once_under_one_id_and_noted_before() -> None:
    counter = Seller().with_cash()
    assert counter.body.change == "$3.900"
    counter.enter(9)
    effect = counter.effect(MoveMoney)
    message = counter.asked(v.SellPaid)
    assert (message.order_id, message.payment_id, message.given) == (uuid(3), uuid(9), 10_000)
    assert (effect.unclear.movement_id, effect.unclear.kind) == (uuid(9), "sale")
    assert effect.unclear.amount == PRICE


def test_a_lost_answer_is_asked_about_and_then_the_same_order_goes_on() -> None:
    counter = Seller().with_cash()
    counter.enter(9).fails("central-offline")
    assert (counter.body.stage, counter.body.change) == ("unclear", "")
    counter.enter(8)
    assert counter.effect(Clarify).movement_id == uuid(9)
    counter.replies(payment(9))
    again = counter.asked(v.SellPaid)
    assert (again.order_id, again.payment_id) == (uuid(3), uuid(9))
    counter.replies(opened(paid=True))
    assert isinstance(counter.desk.stage, Printing)


def test_what_central_never_saw_is_sent_again_under_the_same_id() -> None:
    counter = Seller().with_cash()
    counter.enter(9).fails("unavailable").enter(8).fails("not-found")
    assert (counter.body.stage, counter.body.error) == ("sure", "never-done")
    assert counter.enter(7).asked(v.SellPaid).payment_id == uuid(9)


def test_money_that_was_taken_for_an_order_that_then_was_refused_can_go_back() -> None:
    counter = Seller().with_cash()
    counter.enter(9).fails("internal").enter(8).replies(payment(9, amount=PRICE))
    counter.fails("not-possible")
    body = counter.body
    assert (body.ended, body.kept, body.can_give_back) == ("not-begun", "$6.100", True)
    assert isinstance(counter.send(e.Go("reverse")).desk.stage, Reversal)


def test_the_key_leaves_with_its_question_and_nothing_else_shows_it() -> None:
    counter = Seller().by_key()
    assert SECRET not in repr(counter.view)
    counter.enter(9)
    effect = counter.effect(Ask)
    assert isinstance(effect.message, v.SellWithKey)
    assert effect.message.prepaid_key == SECRET * 6
    assert SECRET not in repr(effect)
    assert SECRET not in repr(counter.desk)
    counter.fails("throttled", wait_s=30)
    assert counter.body.wait_s == 30
    counter.secret("prepaid_key", "1").enter()
    assert counter.effects == ()


def test_going_back_forgets_the_key_and_the_orders_id() -> None:
    counter = Seller().by_key()
    counter.send(Back())
    assert (counter.paying.order_id, dict(counter.paying.form.secrets)) == ("", {})


def test_another_price_lets_nobody_pay_the_old_one() -> None:
    counter = Seller().with_cash()
    counter.enter(9).fails("price-changed")
    assert isinstance(counter.desk.stage, Choosing)
    assert (counter.body.copies, counter.body.error) == (0, "price-changed")


def test_the_same_a_moment_ago_is_asked_about() -> None:
    counter = Seller().by_key()
    counter.enter(9).replies(opened(recent=("CerMat · Café · 10:31",)))
    assert counter.body.stage == "recent"
    counter.enter()
    counter.effect(PrintSale)


# -- printing and its end


def test_nothing_that_is_pressed_disturbs_the_engine() -> None:
    counter = Seller().at_printing()
    before = counter.desk.stage
    for event in (Back(), Continue(), Finish(), e.Go("reverse"), e.Type("given", "1")):
        assert counter.send(event).desk.stage == before
    counter.wait(10_000)
    assert counter.desk.stage == before
    assert not counter.view.busy
    progress = PurchaseProgress((CopyPhase.PRINTING,), 0.5, 9, PrinterFault.PAPER_OUT)
    counter.send(SaleProgressed(counter.desk.request - 1, progress))
    assert counter.body.progress == 0
    counter.send(SaleProgressed(counter.desk.request, progress))
    assert (counter.body.progress, counter.body.waiting_for) == (0.5, "paper_out")


@pytest.mark.parametrize(
    ("states", "ended", "gives_back", "kept"),
    [
        ((State.CAPTURED,), "all", False, ""),
        ((State.PRINTED,), "all", False, ""),
        ((State.CAPTURED, State.VOIDED), "some", False, ""),
        ((State.VOIDED,), "none", True, "$6.100"),
        ((State.DECLINED,), "none", True, "$6.100"),
        ((State.WAIT_PERSON,), "unknown", False, ""),
        ((State.CAPTURED, State.WAIT_PERSON), "unknown", False, ""),
    ],
)
def test_what_became_of_each_copy_is_told(
    states: tuple[State, ...], ended: str, gives_back: bool, kept: str
) -> None:
    counter = Seller().at_printing()
    counter.ends(*states)
    assert (counter.body.ended, counter.body.kept) == (ended, kept)
    assert counter.body.can_give_back is gives_back
    printed = State.CAPTURED in states or State.PRINTED in states
    assert any(isinstance(each, PrintSaleReceipt) for each in counter.effects) is printed


def test_an_engine_that_broke_is_not_called_nothing() -> None:
    counter = Seller().at_printing()
    counter.fails("internal")
    assert (counter.body.ended, counter.body.kept) == ("unknown", "")
    assert not counter.body.can_give_back


def test_a_receipt_that_did_not_come_out_is_printed_again() -> None:
    counter = Seller().at_printing()
    counter.ends(State.CAPTURED)
    first = counter.desk.papers
    counter.send(e.PaperEnded(first, "paper_out", ""))
    assert counter.body.paper.state == "failed"
    assert counter.send(e.Go("print")).effect(PrintSaleReceipt).paper == first + 1


def test_after_the_first_receipt_every_other_is_a_counted_copy() -> None:
    counter = Seller().at_printing()
    counter.ends(State.CAPTURED)
    counter.send(e.PaperEnded(counter.desk.papers, "", ""), e.Go("reprint"))
    order_id = counter.asked(CopyOrderReceipt).order_id
    document = to_json(Document(kind="cash_receipt", title="Recibo", blocks=()))
    reply = OrderReceiptCopied(
        order_id=order_id, number="C01V-000001", document=document, copy_number=1
    )
    counter.replies(reply)
    paper = counter.effect(PutOnPaper)
    assert isinstance(paper.data, OrderPaper)
    assert paper.data.copy_number == 1
    counter.send(e.PaperEnded(paper.paper, "paper_out", ""), e.Go("print"))
    assert counter.effect(PutOnPaper).data == paper.data
    counter.send(e.PaperEnded(counter.desk.papers, "", ""), e.Go("reprint"))
    assert counter.fails("central-offline").body.error == "central-offline"
    counter.send(e.Go("reprint")).replies(reply.model_copy(update={"document": "{"}))
    assert counter.body.error == "internal"


def test_where_central_has_no_receipt_yet_it_is_fetched_as_the_first() -> None:
    counter = Seller().at_printing()
    counter.ends(State.CAPTURED)
    counter.send(e.PaperEnded(counter.desk.papers, "", ""), e.Go("reprint"))
    counter.fails("not-found")
    assert counter.effect(PrintSaleReceipt).paper == counter.desk.papers


def test_afterwards_the_customer_is_looked_at_again() -> None:
    counter = Seller().at_printing()
    counter.ends(State.CAPTURED).enter()
    counter.replies(account(payment(9)))
    assert isinstance(counter.desk.stage, Customer)


def test_what_was_printed_and_not_sent_yet_is_said_at_the_close() -> None:
    counter = Seller()
    counter.at_home().send(Queued(2), e.Go("close"))
    assert counter.body.unsent == 2
    counter.enter().enter()
    assert counter.asked(s.CloseShift).unsent == 2


# -- the machine under the desk


class AtOnce:
    def submit(self, work: Callable[[], None], /) -> "Future[None]":
        work()
        return Future()


class Engine:
    """Prints everything, or breaks."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error

    def buy(self, order: Order, report: Callable[[PurchaseProgress], None]) -> PurchaseResult:
        if self.error is not None:
            raise self.error
        report(PurchaseProgress((CopyPhase.PRINTING,), 0.5, 3))
        ended = CopyResult(order.copies[0], State.WAIT_PERSON, Trouble.PRINTER, None, settled=False)
        return PurchaseResult(order, (ended,))

    def claim(self, *_args: object) -> PurchaseResult:
        raise AssertionError("a desk claims nothing")

    def reprint(
        self, order: Order, of_op_id: str, report: Callable[[PurchaseProgress], None]
    ) -> PurchaseResult:
        assert of_op_id != order.copies[0].op_id
        return self.buy(order, report)

    def print_receipt(self, _order: Order, _holder: str) -> str:
        if self.error is not None:
            raise self.error
        return "paper_out"


def run(
    effect: Any, engine: Engine, passed: list[Any] | None = None
) -> tuple[list[Any], list[str]]:
    """What is emitted, and who was told."""
    heard: list[Any] = []
    told: list[str] = []
    runner = SaleRunner(
        lambda effect, _emit: (passed if passed is not None else heard).append(effect),
        engine,
        engine,
        lambda: uuid(1),
        AtOnce(),
        CopyPress(engine, lambda: uuid(2), None),
        threading.Lock(),
        tell=lambda: told.append("central"),
        queued=lambda: 3,
    )
    try:
        runner(effect, heard.append)
    except ZeroDivisionError:
        told.append("crash")
    return heard, told


def test_the_engine_reports_and_central_hears_of_what_waits() -> None:
    effect = Seller().at_printing().effect(PrintSale)
    heard, told = run(effect, Engine())
    assert [type(each) for each in heard] == [SaleProgressed, SaleEnded]
    assert all(each.request == effect.request for each in heard)
    assert told == ["central"]


def test_an_engine_that_breaks_is_told_and_has_the_desk_started_anew() -> None:
    effect = Seller().at_printing().effect(PrintSale)
    heard, told = run(effect, Engine(ZeroDivisionError()))
    assert heard == [e.Failed(effect.request, "internal")]
    assert told == ["crash"]


def test_a_receipt_that_fails_is_only_a_paper() -> None:
    counter = Seller().at_printing()
    effect = counter.ends(State.CAPTURED).effect(PrintSaleReceipt)
    assert run(effect, Engine())[0] == [e.PaperEnded(effect.paper, "paper_out", "")]
    assert run(effect, Engine(ZeroDivisionError())) == (
        [e.PaperEnded(effect.paper, "internal", "")],
        [],
    )


def test_looking_around_begins_with_what_this_computer_still_owes() -> None:
    passed: list[Any] = []
    effect = Look(1, "session", with_shift=True, with_operations=False)
    assert run(effect, Engine(), passed)[0] == [Queued(3)]
    assert passed == [effect]


# -- whatever is pressed

FIELDS = ("registration", "given", "reference", "reason")
pressed = st.one_of(
    st.builds(e.Type, st.sampled_from(FIELDS), st.sampled_from(("00041018", "10000", "V-1", ""))),
    st.builds(e.TypeSecret, st.just("prepaid_key"), st.sampled_from((SECRET, "7"))),
    st.builds(e.EraseSecret, st.just("prepaid_key")),
    st.builds(
        e.Select,
        st.sampled_from(("way", "certificate")),
        st.sampled_from(("01", "03", "prepaid", "expense", "CerMat", "CerExi")),
    ),
    st.builds(e.Go, st.sampled_from(("sell", "more", "less", "registration", "reverse", "print"))),
    st.sampled_from((Continue(), Continue(), Continue(), Back(), Tick())),
)
answered = st.one_of(
    st.builds(
        e.Answered,
        st.just(0),
        st.sampled_from(
            (CATALOGUE, opened(), opened(paid=True), opened(recent=("x",)), payment(9), account())
        ),
    ),
    st.builds(
        e.Failed,
        st.just(0),
        st.sampled_from(("central-offline", "not-possible", "not-found", "throttled", "internal")),
        st.sampled_from((0, 30)),
    ),
)
ended = st.sampled_from((State.CAPTURED, State.VOIDED, State.WAIT_PERSON))


@given(st.lists(st.one_of(pressed, answered, ended), max_size=50))
def test_nothing_brings_a_sale_down_nor_shows_a_key(events: list[Any]) -> None:
    counter = Seller().at_sale()
    for number, event in enumerate(events):
        asked = [each for each in counter.effects if isinstance(each, Ask | MoveMoney)]
        prints = [each for each in counter.effects if isinstance(each, PrintSale)]
        if isinstance(event, State):
            if prints:
                counter.ends(event)
        elif isinstance(event, e.Failed):
            if counter.desk.waiting:
                counter.answer(event)
        elif isinstance(event, e.Answered):
            if any(isinstance(event.reply, each.reply) for each in asked):
                counter.answer(event)
        else:
            counter.send(e.FreshId(uuid(number % 10)), event)
        to_qml(counter.view)
        assert SECRET not in repr(counter.view)
        stage = counter.desk.stage
        if isinstance(stage, Sold) and stage.result is not None:
            assert counter.body.ended in ("all", "none", "unknown")
        for effect in counter.effects:
            assert SECRET not in repr(effect)
            if isinstance(effect, PrintSale):
                assert counter.desk.waiting
