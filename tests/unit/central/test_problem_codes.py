"""Every problem code has one request that provokes it."""

import base64
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import update
from sqlalchemy.orm import Session

from central.body_limit import BODY_MAX_BYTES
from central.db import engine
from central.db.engine import Database, make_engine
from central.db.ids import new_id
from central.devices.state import set_state
from central.devices.tables import DeviceState
from central.operations.look_up import locked
from central.people.tables import Person
from central.people.throttle import FREE_TRIES, STOP_AT, WAIT_MAX_S
from central.sample import ANA, BENITO, CLARA
from central.staff.members import reset
from kiosk.contract import messages as m
from kiosk.contract.problems import Problem, ProblemCode
from kiosk.contract.staff import identity as i
from kiosk.contract.staff.certificates import AllowCopy
from kiosk.contract.staff.operations import RefundOperation
from kiosk.contract.staff.settlements import SettlementState
from kiosk.identity import IdType
from tests.support import postgres
from tests.support.central import (
    CAFE_PRICE,
    Terminal,
    enrolled,
    fresh_database,
    make_central,
)
from tests.support.customers import MAIL, Customer
from tests.support.settlements import Cashier
from tests.support.staff import Colleague, hired

OPEN, ACCOUNT = "/v1/operations/open", "/v1/account"
AUTHORISE, ORDERS = "/v1/operations/authorise", "/v1/orders"
Provoke = Callable[[Terminal, pytest.MonkeyPatch], httpx.Response]


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


def our_bug(terminal: Terminal, patch: pytest.MonkeyPatch) -> httpx.Response:
    """None is known, so this one is made."""

    def run(*_: object) -> None:
        raise ZeroDivisionError

    patch.setattr(Database, "run", run)
    return ask(terminal)


def database_gone(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    """The disk with the database is not there any more."""
    database = terminal.central.services.database
    database.close()
    database.engine = make_engine("sqlite:////nowhere/central.sqlite")
    return ask(terminal)


def key_never_set(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    terminal.central.services.database.run(
        lambda db: db.execute(update(Person).values(secure_key_hash=None))
    )
    return wrong_key(terminal)


def sold(terminal: Terminal) -> str:
    op_id = held(terminal)
    terminal.capture(op_id)
    return op_id


def too_many_copies(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    of_op_id = sold(terminal)
    for _copy in range(terminal.central.services.settings.reprints_max):
        assert again(terminal, m.Reprint, "reprint", of_op_id).status_code == 200
    return again(terminal, m.Reprint, "reprint", of_op_id)


def copy_at_a_desk(terminal: Terminal, op_id: str) -> httpx.Response:
    """A cashier wants a certificate printed again."""
    cashier = hired(terminal.central, "carlos", enrolled(terminal.central, point_of_sale="C01"))
    cashier.sign_in()
    values = {"copy_id": new_id(), "op_id": op_id}
    return cashier.ask("/v1/staff/certificates/copy", AllowCopy, **values)


def refunded(terminal: Terminal) -> str:
    op_id = sold(terminal)
    assert refund(terminal, op_id).status_code == 200
    return op_id


def claim(terminal: Terminal, of_op_id: str) -> httpx.Response:
    """At another kiosk than the one that sold it."""
    return again(enrolled(terminal.central, point_of_sale="K02"), m.Claim, "claim", of_op_id)


def again(
    terminal: Terminal, kind: type[m.Reprint | m.Claim], name: str, of_op_id: str
) -> httpx.Response:
    message = kind(
        op_id=new_id(),
        device_seq=terminal.next_seq(),
        session=terminal.sign_in(),
        of_op_id=of_op_id,
    )
    return terminal.post(f"/v1/operations/{name}", message)


def not_enrolled(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    given = reset(terminal.central.services, "marta")
    return Colleague(terminal.central, "marta", given, "JBSWY3DPEHPK3PXP" * 2).open()


def enrol_again(terminal: Terminal, new_key: str) -> httpx.Response:
    marta = hired(terminal.central, "marta")
    marta.sign_in()
    message = i.StaffEnrol(login="marta", key=marta.key, new_key=new_key)
    return marta.send("/v1/staff/enrol", message)


def enrol_too_late(terminal: Terminal) -> httpx.Response:
    given = reset(terminal.central.services, "marta")
    terminal.central.clock.advance(72 * 3_600)
    message = i.StaffEnrol(login="marta", key=given, new_key="a good key of mine")
    return terminal.central.http().post("/v1/staff/enrol", content=message.model_dump_json())


def refund(terminal: Terminal, op_id: str, login: str = "carlos") -> httpx.Response:
    colleague = hired(terminal.central, login)
    colleague.sign_in()
    values = {"op_id": op_id, "refund_id": new_id()}
    return colleague.ask("/v1/staff/operations/refund", RefundOperation, **values)


def dear_refund(terminal: Terminal, patch: pytest.MonkeyPatch) -> httpx.Response:
    settings = terminal.central.services.settings
    staff = settings.staff.model_copy(update={"refund_limit": CAFE_PRICE - 1})
    patch.setitem(settings.__dict__, "staff", staff)
    return refund(terminal, sold(terminal))


def at_a_desk(terminal: Terminal, does: str, *args: str, **fields: str) -> httpx.Response:
    """Something a cashier does about Ana."""
    cashier = hired(terminal.central, "carlos")
    cashier.sign_in()
    ana = Customer(ANA.id_type, ANA.id_number, {})
    answer: httpx.Response = getattr(ana, does)(cashier, *args, **fields)
    return answer


def no_consent(terminal: Terminal) -> httpx.Response:
    return at_a_desk(terminal, "changes", mobile="3000000007", consent_version="1")


def code_needed(terminal: Terminal, patch: pytest.MonkeyPatch) -> httpx.Response:
    patch.setitem(terminal.central.services.settings.__dict__, "mail", MAIL)
    return at_a_desk(terminal, "sets_prepaid")


def taken_settlement(terminal: Terminal) -> tuple[Cashier, SettlementState]:
    """Carlos has it at his desk."""
    carlos = Cashier(terminal.central)
    made = carlos.makes()
    carlos.takes(made)
    return carlos, made


def locked_settlement(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    _carlos, made = taken_settlement(terminal)
    return Cashier(terminal.central, "sofia", "C02").takes(made)


def used_settlement(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    _carlos, made = taken_settlement(terminal)
    return Cashier(terminal.central, "sofia", "C02").unlocks(made)


def closed_settlement(terminal: Terminal, _: pytest.MonkeyPatch) -> httpx.Response:
    carlos, made = taken_settlement(terminal)
    carlos.pays(made)
    return carlos.takes(made)


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
    "voided-before-capture": capture_after_void,
    "already-captured": void_after_capture,
    "receipt-pending": early_receipt,
    "mail-off": mail,
    "no-mail-address": mail_without_address,
    "unavailable": database_gone,
    "internal": our_bug,
    "not-activated": key_never_set,
    "second-factor-missing": not_enrolled,
    "already-enrolled": lambda terminal, _: enrol_again(terminal, "another good key"),
    "key-expired": lambda terminal, _: enrol_too_late(terminal),
    "key-too-weak": lambda terminal, _: enrol_again(terminal, "short"),
    "not-entitled": lambda terminal, _: refund(terminal, new_id(), "tomas"),
    "approval-needed": dear_refund,
    "not-possible": lambda terminal, _: refund(terminal, new_id()),
    "settlement-locked": locked_settlement,
    "settlement-closed": closed_settlement,
    "settlement-in-use": used_settlement,
    "code-invalid": lambda terminal, _: at_a_desk(terminal, "confirms", "123456"),
    "code-needed": code_needed,
    "consent-outdated": lambda terminal, _: no_consent(terminal),
    "reprint-limit": too_many_copies,
    "certificate-void": lambda terminal, _: copy_at_a_desk(terminal, refunded(terminal)),
    "certificate-in-process": lambda terminal, _: copy_at_a_desk(terminal, held(terminal)),
    "already-decided": lambda terminal, _: claim(terminal, sold(terminal)),
    "not-yet-known": lambda terminal, _: claim(terminal, held(terminal)),
}
ONLY_ON_POSTGRESQL = {"in-progress"}
"""SQLite has one connection: nobody holds a lock that another could wait for."""


def test_every_code_is_provoked() -> None:
    assert PROVOKED.keys() | ONLY_ON_POSTGRESQL == {code.value for code in ProblemCode}


def refused(answer: httpx.Response, code: str) -> None:
    assert answer.headers["content-type"] == "application/problem+json"
    problem = Problem.model_validate_json(answer.content)
    assert (problem.code.value, problem.status) == (code, answer.status_code)


@pytest.mark.parametrize("code", PROVOKED)
def test_a_request_provokes_it(lone: Terminal, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    refused(PROVOKED[code](lone, monkeypatch), code)


def test_an_operation_somebody_else_holds_is_in_progress(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "LOCK_TIMEOUT_MS", 50)
    url = fresh_database(tmp_path, "postgresql")
    central = make_central(tmp_path, url)
    terminal = enrolled(central)
    op_id = held(terminal)
    with Session(central.services.database.engine) as other, other.begin():
        assert locked(other, "99", op_id) is not None
        answer = terminal.capture(op_id)
    refused(answer, "in-progress")
    assert answer.headers["Retry-After"] == "1"
    assert terminal.capture(op_id).status_code == 200
    central.close()
    postgres.drop_database(url)


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
