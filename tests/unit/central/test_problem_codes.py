"""Every problem code has one request that provokes it, or a reason why none can yet."""

import base64
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import update
from sqlalchemy.exc import OperationalError

from central.body_limit import BODY_MAX_BYTES
from central.db.engine import Database
from central.db.ids import new_id
from central.devices.state import set_state
from central.devices.tables import DeviceState
from central.people.tables import Person
from central.people.throttle import FREE_TRIES, STOP_AT, WAIT_MAX_S
from central.sample import BENITO, CLARA
from kiosk.contract import messages as m
from kiosk.contract.problems import Problem, ProblemCode
from kiosk.identity import IdType
from tests.support.central import Terminal, enrolled

OPEN, ACCOUNT = "/v1/operations/open", "/v1/account"
AUTHORISE, ORDERS = "/v1/operations/authorise", "/v1/orders"
Provoke = Callable[[Terminal, pytest.MonkeyPatch], httpx.Response]

UNPROVOKED = {
    "not-activated": "every stored person has a key; activation by mail is not there yet",
    "reprint-limit": "provoked where reprints are tested",
    "already-decided": "provoked where claims are tested",
    "not-yet-known": "provoked where claims are tested",
}


def ask(terminal: Terminal) -> httpx.Response:
    return terminal.post(OPEN, m.OpenOperations())


def stopped(terminal: Terminal, state: DeviceState) -> httpx.Response:
    services, device_id = terminal.central.services, terminal.identity.device_id
    services.database.run(lambda db: set_state(db, device_id, state, "test", services.now()))
    return ask(terminal)


def skewed(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    body = m.OpenOperations().model_dump_json().encode()
    headers = terminal.signed("POST", OPEN, body, None)
    terminal.central.clock.advance(121)
    return terminal.http.post(OPEN, content=body, headers=headers)


def replayed(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    body = m.OpenOperations().model_dump_json().encode()
    headers = terminal.signed("POST", OPEN, body, None)
    terminal.http.post(OPEN, content=body, headers=headers)
    return terminal.http.post(OPEN, content=body, headers=headers)


def unknown_device(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    return ask(replace(terminal, identity=terminal.identity.model_copy(update={"device_id": "x1"})))


def wrong_enrol_code(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    key = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    message = m.Enrol(code="BCDFGHJK", serial="V-2", public_key=base64.b64encode(key).decode())
    return terminal.http.post("/v1/devices/enrol", content=message.model_dump_json())


def wrong_key(terminal: Terminal) -> httpx.Response:
    message = m.OpenSession(id_type=IdType.CC, id_number="1990000001", secure_key="wrong")
    return terminal.post("/v1/sessions/open", message)


def wrong_keys(terminal: Terminal, tries: int) -> httpx.Response:
    for _ in range(tries):
        wrong_key(terminal)
        terminal.central.clock.advance(WAIT_MAX_S if tries > FREE_TRIES else 0)
    return wrong_key(terminal)


def order(terminal: Terminal, **changes: Any) -> httpx.Response:
    return terminal.post(ORDERS, terminal.cart(terminal.sign_in(), **changes))


def line(**changes: object) -> dict[str, object]:
    values: dict[str, object] = {
        "registration_number": "00041018",
        "certificate_type": "CerMat",
        "quantity": 1,
        "price": 6_100,
    }
    return {"lines": (m.OrderLine.model_validate(values | changes),)}


def no_account(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    cart = terminal.cart(terminal.sign_in(CLARA), account_id_number=CLARA.id_number)
    return terminal.post(ORDERS, cart)


def poor(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    changes: dict[str, Any] = {
        "account_id_number": BENITO.id_number,
        "prepaid_key": BENITO.prepaid_key,
    }
    return terminal.post(ORDERS, terminal.cart(terminal.sign_in(BENITO), **changes))


def two_lines_too_many(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    lines = [line(quantity=6)["lines"][0], line(quantity=6, certificate_type="CerEst")["lines"][0]]  # type: ignore[index]
    return order(terminal, lines=tuple(lines))


def old_token(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    opened = terminal.order(terminal.sign_in())
    terminal.central.clock.advance(600)
    return terminal.post(AUTHORISE, terminal.copy(opened))


def another_meaning(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    message = terminal.copy(terminal.order(terminal.sign_in(), quantity=2))
    terminal.post(AUTHORISE, message)
    changed = {"copy_index": 2, "device_seq": terminal.next_seq()}
    return terminal.post(AUTHORISE, message.model_copy(update=changed))


def held(terminal: Terminal) -> str:
    return terminal.authorise(terminal.order(terminal.sign_in())).op_id


def capture_after_void(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    op_id = held(terminal)
    terminal.void(op_id)
    return terminal.capture(op_id)


def void_after_capture(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    op_id = held(terminal)
    terminal.capture(op_id)
    return terminal.void(op_id)


def early_receipt(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    opened = terminal.order(terminal.sign_in())
    terminal.authorise(opened)
    return terminal.post("/v1/orders/receipt", m.FetchReceipt(order_id=opened.order_id))


def mail(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    message = m.MailOrder(session=terminal.sign_in(), order_id=new_id())
    return terminal.post("/v1/orders/mail", message)


def mail_without_address(terminal: Terminal, patch: pytest.MonkeyPatch) -> httpx.Response:
    services = terminal.central.services
    session = terminal.sign_in()
    opened = terminal.order(session)
    patch.setitem(
        services.settings.__dict__,
        "mail",
        services.settings.mail.model_copy(update={"host": "mail.invalid"}),
    )
    services.database.run(lambda db: db.execute(update(Person).values(email="")))
    return terminal.post("/v1/orders/mail", m.MailOrder(session=session, order_id=opened.order_id))


def broken(error: Exception) -> Provoke:
    def provoke(terminal: Terminal, patch: pytest.MonkeyPatch) -> httpx.Response:
        def run(*_: object) -> None:
            raise error

        patch.setattr(Database, "run", run)
        return ask(terminal)

    return provoke


class LockTaken(Exception):
    """What PostgreSQL says after ``lock_timeout``."""

    sqlstate = "55P03"


def unsigned(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    return terminal.http.post(OPEN, content=b"{}")


def signed_text(body: bytes) -> Provoke:
    return lambda terminal, _: terminal.send("POST", OPEN, body, None)


PROVOKED: dict[str, Provoke] = {
    "malformed": signed_text(b"{"),
    "not-found": lambda terminal, _: terminal.fetch(new_id()),
    "too-large": signed_text(b"x" * (BODY_MAX_BYTES + 1)),
    "contract-unsupported": signed_text(b'{"contract": 9}'),
    "signature-invalid": unsigned,
    "clock-skew": skewed,
    "nonce-reused": replayed,
    "device-unknown": unknown_device,
    "device-revoked": lambda terminal, _: stopped(terminal, DeviceState.REVOKED),
    "device-cloned": lambda terminal, _: stopped(terminal, DeviceState.FROZEN),
    "enrol-code-invalid": wrong_enrol_code,
    "credentials-invalid": lambda terminal, _: wrong_key(terminal),
    "throttled": lambda terminal, _: wrong_keys(terminal, FREE_TRIES),
    "key-blocked": lambda terminal, _: wrong_keys(terminal, STOP_AT),
    "session-expired": lambda terminal, _: terminal.post(ACCOUNT, m.FetchAccount(session="x" * 43)),
    "account-unknown": no_account,
    "prepaid-key-invalid": lambda terminal, _: order(terminal, prepaid_key="0000"),
    "insufficient-balance": poor,
    "price-changed": lambda terminal, _: order(terminal, **line(price=1)),
    "not-sold": lambda terminal, _: order(terminal, **line(certificate_type="CerNone")),
    "cart-too-large": two_lines_too_many,
    "token-expired": old_token,
    "fingerprint-mismatch": another_meaning,
    "in-progress": broken(OperationalError("", {}, LockTaken())),
    "voided-before-capture": capture_after_void,
    "already-captured": void_after_capture,
    "receipt-pending": early_receipt,
    "mail-off": mail,
    "no-mail-address": mail_without_address,
    "unavailable": broken(OperationalError("", {}, Exception())),
    "internal": broken(ZeroDivisionError()),
}


def test_every_code_is_in_one_of_the_two_tables() -> None:
    codes = {code.value for code in ProblemCode}
    assert codes - PROVOKED.keys() - UNPROVOKED.keys() == set()
    assert PROVOKED.keys() <= codes
    assert not PROVOKED.keys() & UNPROVOKED.keys()


@pytest.mark.parametrize("code", PROVOKED)
def test_a_request_provokes_it(lone: Terminal, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    answer = PROVOKED[code](lone, monkeypatch)
    assert answer.headers["content-type"] == "application/problem+json"
    problem = Problem.model_validate_json(answer.content)
    assert (problem.code.value, problem.status) == (code, answer.status_code)


@pytest.mark.parametrize(("field", "largest"), [("page_size", 20), ("page", 1_000)])
def test_a_page_has_a_largest_size(lone: Terminal, field: str, largest: int) -> None:
    session = lone.sign_in()
    for number, status in ((largest, 200), (largest + 1, 422), (0, 422)):
        message = m.SearchRegistrations(session=session, text="a").model_copy(
            update={field: number}
        )
        assert lone.post("/v1/registrations/search", message).status_code == status, number


def test_wrong_keys_at_many_terminals_make_the_whole_site_wait(lone: Terminal) -> None:
    lone.central.services.settings.__dict__["site_failures_max"] = 4
    others = [enrolled(lone.central, point_of_sale=f"K1{index}") for index in range(4)]
    for index, terminal in enumerate(others):
        message = m.OpenSession(
            id_type=IdType.CC, id_number=f"199000080{index}", secure_key="wrong"
        )
        assert terminal.post("/v1/sessions/open", message).status_code == 401
    waits = wrong_key(lone)
    assert (waits.status_code, waits.json()["code"]) == (429, "throttled")
    assert waits.json()["retry_after_s"] == 30
    lone.central.clock.advance(30)
    assert lone.sign_in()
