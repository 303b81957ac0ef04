"""``open_order``: the key, the cart, the balance, the price, and the questions before buying."""

from pathlib import Path

import pytest
from sqlalchemy import select

from central.db.ids import new_id
from central.operations.tables import Order
from central.sample import BENITO, CLARA, EL_NOGAL
from kiosk.contract import messages as m
from kiosk.contract.fingerprint import fingerprint
from tests.support.central import (
    CAFE,
    CAFE_PRICE,
    CAFE_TYPE,
    Central,
    Terminal,
    enrolled,
    fresh_database,
    make_central,
)

ORDERS = "/v1/orders"


def code_of(terminal: Terminal, message: m.OpenOrder) -> str:
    return str(terminal.post(ORDERS, message).json().get("code", "ok"))


def line(**changes: object) -> m.OrderLine:
    values = {"registration_number": CAFE, "certificate_type": CAFE_TYPE, "quantity": 1}
    return m.OrderLine.model_validate({**values, "price": CAFE_PRICE, **changes})


def test_an_order_names_itself_and_moves_no_money(terminal: Terminal) -> None:
    session = terminal.sign_in()
    order = terminal.order(session, quantity=3)
    assert (order.order_number, order.total, order.available) == (
        "000001",
        3 * CAFE_PRICE,
        100_000,
    )
    assert len(order.recovery_code) == 6
    assert not set(order.recovery_code) & set("0O1IL")
    assert terminal.account(session).held == 0


def test_a_repeated_order_keeps_its_recovery_code(terminal: Terminal) -> None:
    cart = terminal.cart(terminal.sign_in())
    first, second = (terminal.post(ORDERS, cart).json() for _ in range(2))
    for key in ("order_number", "recovery_code", "total"):
        assert first[key] == second[key]
    assert first["purchase_token"] != second["purchase_token"]


def test_a_repeat_in_a_new_session_is_the_same_order(lone: Terminal) -> None:
    cart = lone.cart(lone.sign_in())
    first = lone.post(ORDERS, cart).json()
    again = cart.model_copy(update={"session": lone.sign_in()})
    assert lone.post(ORDERS, again).json()["recovery_code"] == first["recovery_code"]


def test_one_order_id_with_another_cart_is_refused(lone: Terminal) -> None:
    session = lone.sign_in()
    cart = lone.cart(session)
    lone.post(ORDERS, cart)
    other = cart.model_copy(update={"lines": (line(quantity=2),)})
    assert code_of(lone, other) == "fingerprint-mismatch"
    stranger = enrolled(lone.central)
    stolen = cart.model_copy(update={"session": stranger.sign_in()})
    assert code_of(stranger, stolen) == "fingerprint-mismatch"


def test_no_digest_of_the_prepaid_key_is_stored(central: Central, terminal: Terminal) -> None:
    cart = terminal.cart(terminal.sign_in())
    terminal.post(ORDERS, cart)
    stored = central.services.database.run(lambda db: db.scalar(select(Order.fingerprint)))
    assert stored != fingerprint(cart)
    other_key = cart.model_copy(update={"session": "", "prepaid_key": ""})
    assert stored == fingerprint(other_key)


def test_a_wrong_prepaid_key_is_refused_and_counted(terminal: Terminal) -> None:
    session = terminal.sign_in()
    wrong = terminal.cart(session, prepaid_key="0000")
    assert [code_of(terminal, wrong) for _ in range(6)] == ["prepaid-key-invalid"] * 5 + [
        "throttled"
    ]
    assert code_of(terminal, terminal.cart(session)) == "throttled"
    terminal.central.clock.advance(15)
    assert code_of(terminal, terminal.cart(session)) == "ok"


def test_twenty_wrong_prepaid_keys_block_it_and_leave_the_sign_in_alone(lone: Terminal) -> None:
    for _ in range(20):
        wrong = lone.cart(lone.sign_in(), prepaid_key="0000")
        assert code_of(lone, wrong) == "prepaid-key-invalid"
        lone.central.clock.advance(3_601)
    assert code_of(lone, lone.cart(lone.sign_in())) == "key-blocked"


def test_a_missing_prepaid_key_is_a_wrong_one(lone: Terminal) -> None:
    assert code_of(lone, lone.cart(lone.sign_in(), prepaid_key="")) == "prepaid-key-invalid"


def test_a_companys_account_pays_with_its_own_key(lone: Terminal) -> None:
    order = lone.order(
        lone.sign_in(),
        account_id_type=EL_NOGAL.id_type,
        account_id_number="990000101-8",
        prepaid_key=EL_NOGAL.prepaid_key,
    )
    assert order.available == 250_000


@pytest.mark.parametrize(
    ("number", "why"), [("9900001018", "exists"), ("9900009990", "does not"), ("1", "cannot")]
)
def test_others_accounts_are_not_told_apart_without_their_key(
    lone: Terminal, number: str, why: str
) -> None:
    cart = lone.cart(
        lone.sign_in(),
        account_id_type=EL_NOGAL.id_type,
        account_id_number=number,
        prepaid_key="0000",
    )
    assert code_of(lone, cart) == "prepaid-key-invalid", why


def test_a_person_without_account_is_told_so(lone: Terminal) -> None:
    cart = lone.cart(lone.sign_in(CLARA), account_id_number=CLARA.id_number)
    assert code_of(lone, cart) == "account-unknown"


def test_too_little_money_is_said_before_anything_is_opened(lone: Terminal) -> None:
    cart = lone.cart(
        lone.sign_in(BENITO),
        account_id_number=BENITO.id_number,
        prepaid_key=BENITO.prepaid_key,
    )
    assert code_of(lone, cart) == "insufficient-balance"
    assert lone.central.services.database.run(lambda db: db.scalar(select(Order.id))) is None


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ((line(price=CAFE_PRICE - 1),), "price-changed"),
        ((line(certificate_type="CerExi"),), "not-sold"),
        ((line(certificate_type="Nothing"),), "not-sold"),
        ((line(registration_number="99999999"),), "not-sold"),
        ((line(quantity=6), line(certificate_type="CerExi", quantity=5)), "cart-too-large"),
        ((line(), line()), "malformed"),
    ],
    ids=["price", "not of this kind", "no such type", "no such registration", "11", "twice"],
)
def test_a_wrong_cart_is_refused(lone: Terminal, lines: tuple[m.OrderLine, ...], code: str) -> None:
    session = lone.sign_in()
    assert code_of(lone, lone.cart(session, lines=lines)) == code
    assert code_of(lone, lone.cart(session)) == "ok"


def test_an_equal_purchase_some_minutes_ago_is_asked_about(
    central: Central, terminal: Terminal
) -> None:
    first = terminal.order(terminal.sign_in(), quantity=2)
    assert first.recent_purchases == ()
    terminal.capture(terminal.authorise(first).op_id)
    repeated = terminal.cart(terminal.sign_in(), 2, order_id=first.order_id)
    assert terminal.post(ORDERS, repeated).json()["recent_purchases"] == []

    central.clock.advance(240)
    other = enrolled(central)
    (asked,) = other.order(other.sign_in()).recent_purchases
    assert "Café de la Loma" in asked
    assert asked.endswith("· 10:00")
    central.clock.advance(15 * 60)
    assert other.order(other.sign_in()).recent_purchases == ()


def test_a_voided_purchase_is_not_asked_about(lone: Terminal) -> None:
    lone.void(lone.authorise(lone.order(lone.sign_in())).op_id)
    assert lone.order(lone.sign_in()).recent_purchases == ()


def test_a_receipt_needs_an_order_of_this_device_with_something_charged(lone: Terminal) -> None:
    order = lone.order(lone.sign_in())
    stranger = enrolled(lone.central)
    ask = m.FetchReceipt(order_id=order.order_id)
    answers = [
        lone.post("/v1/orders/receipt", ask),
        lone.post("/v1/orders/receipt", m.FetchReceipt(order_id=new_id())),
        stranger.post("/v1/orders/receipt", ask),
    ]
    assert [answer.json()["code"] for answer in answers] == ["not-found"] * 3


def test_browsing_needs_a_session_and_finds_what_is_sold(lone: Terminal) -> None:
    session = lone.sign_in()
    search = m.SearchRegistrations(session=session, text="cafe loma")
    page = lone.post("/v1/registrations/search", search).json()
    assert [item["number"] for item in page["items"]] == [CAFE]
    assert (page["page"], page["pages"], page["total"]) == (1, 1, 1)

    wanted = m.FetchCatalogue(session=session, registration_number=CAFE)
    catalogue = m.Catalogue.model_validate_json(
        lone.post("/v1/registrations/catalogue", wanted).content
    )
    prices = {item.certificate_type: item.price for item in catalogue.items}
    assert prices[CAFE_TYPE] == CAFE_PRICE
    unknown = wanted.model_copy(update={"registration_number": "1"})
    assert lone.post("/v1/registrations/catalogue", unknown).status_code == 404
    stale = search.model_copy(update={"session": "x" * 43})
    assert lone.post("/v1/registrations/search", stale).status_code == 401


def test_ones_own_account_needs_no_key_where_the_chamber_says_so(tmp_path: Path) -> None:
    url = fresh_database(tmp_path, "sqlite")
    lone = enrolled(make_central(tmp_path, url, require_prepaid_key=False))
    session = lone.sign_in()
    assert code_of(lone, lone.cart(session, prepaid_key="")) == "ok"
    company = lone.cart(
        session,
        account_id_type=EL_NOGAL.id_type,
        account_id_number=EL_NOGAL.id_number,
        prepaid_key="",
    )
    assert code_of(lone, company) == "prepaid-key-invalid"
    lone.central.close()
