"""Logs are JSON lines that say what happened and never to whom."""

import io
import json
import logging
from typing import Any

import httpx
import pytest
import structlog

from central import logs
from central.alerts.watch import watch
from central.db.engine import Database
from central.sample import ANA, EL_NOGAL
from kiosk.contract import messages as m
from kiosk.identity import IdType
from tests.support.central import Central, Terminal, enrolled, running


@pytest.fixture
def written() -> io.StringIO:
    """Everything that is logged while a test runs, as production writes it."""
    stream = io.StringIO()
    logs.configure(stream, logging.DEBUG)
    logging.root.setLevel(logging.DEBUG)
    return stream


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_whole_day_of_purchases_and_faults_names_nobody(
    central: Central, written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: set[str] = {ANA.id_number, ANA.secure_key, "ana@example.invalid", *filter(None, ANA.name)}
    said |= {EL_NOGAL.id_number, EL_NOGAL.full_name, "Clave-wrong-9", "1990000777", "CAFÉ"}
    with running(central) as address, httpx.Client(base_url=address, trust_env=False) as http:
        terminal = enrolled(central, http)
        session = terminal.sign_in()
        terminal.account(session)
        terminal.post(
            "/v1/registrations/search",
            m.SearchRegistrations(session=session, text="Café El Mirador"),
        )
        order = terminal.order(session, quantity=2)
        ops = [terminal.authorise(order, copy) for copy in (1, 2)]
        terminal.capture(ops[0].op_id)
        central.clock.advance(900)
        terminal.capture(ops[1].op_id)  # late: an incident
        terminal.post("/v1/orders/receipt", m.FetchReceipt(order_id=order.order_id))
        said |= {session, order.purchase_token, order.recovery_code}
        said |= {op.verification_code for op in ops}
        http.get(f"/v/{ops[0].verification_code}")
        http.post(f"/v/{ops[0].verification_code}")
        _wrong_keys(terminal)
        said |= _strange_requests(terminal)
        _a_bug(terminal, ANA.id_number, monkeypatch)
        watch(central.services)
        said.add(terminal.signed("GET", "/", b"", None)["signature"])
    found = lines(written)
    events = {line["event"] for line in found}
    assert {"refused", "incident", "unexpected", "alert", "device-enrolled"} <= events
    text = written.getvalue()
    assert [secret for secret in said if secret in text] == []
    for line in found:
        assert set(line) <= logs.FIELDS


def _wrong_keys(terminal: Terminal) -> None:
    for number in (ANA.id_number, "1990000777"):
        message = m.OpenSession(id_type=IdType.CC, id_number=number, secure_key="Clave-wrong-9")
        assert terminal.post("/v1/sessions/open", message).status_code == 401
    cart = terminal.cart(terminal.sign_in(), prepaid_key="Clave-wrong-9")
    assert terminal.post("/v1/orders", cart).status_code == 403


def _strange_requests(terminal: Terminal) -> set[str]:
    body = json.dumps({"session": "strange-session-token", "text": "strange-text" * 9}).encode()
    terminal.send("POST", "/v1/registrations/search", body, None)
    terminal.http.get("/strange-path/1990000777?strange-query=1")
    return {"strange-session-token", "strange-text", "strange-path", "strange-query"}


def _a_bug(terminal: Terminal, secret: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def bug(*_: object) -> None:
        raise ValueError(f"the account of {secret} is odd")

    with monkeypatch.context() as patch:
        patch.setattr(Database, "run", bug)
        assert terminal.post("/v1/operations/open", m.OpenOperations()).status_code == 500


def test_every_line_of_a_request_carries_the_id_the_caller_was_told(
    lone: Terminal, written: io.StringIO
) -> None:
    answer = lone.http.post("/v1/account", content=b"{}")
    (line,) = [line for line in lines(written) if line["event"] == "refused"]
    assert line["request_id"] == answer.headers["x-request-id"] == answer.json()["request_id"]
    given = "proxy-given-0042"
    answer = lone.http.post("/v1/account", content=b"{}", headers={"x-request-id": given})
    assert answer.headers["x-request-id"] == given
    bad = {"x-request-id": 'x", "event": "forged'}
    assert lone.http.post("/v1/account", content=b"{}", headers=bad).json()["request_id"] != bad


def test_a_field_that_is_not_on_the_list_is_left_out(written: io.StringIO) -> None:
    structlog.get_logger("x").info("sold", op_id="1", person="Ana")
    (line,) = lines(written)
    assert (line["op_id"], "person" in line) == ("1", False)


def test_an_exception_is_told_by_type_and_place_not_by_its_words(written: io.StringIO) -> None:
    try:
        int("no 1990000001")
    except ValueError:
        logging.getLogger("library").exception("could not read %s", "1990000001")
        structlog.get_logger("x").exception("bad")
    first, second = lines(written)
    assert (first["event"], first["error"]) == ("could not read %s", "ValueError")
    assert "test_logs.py" in first["trace"][-1]
    assert second["error"] == "ValueError"
    assert "1990000001" not in written.getvalue()
