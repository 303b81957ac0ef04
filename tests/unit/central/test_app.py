"""The application around the rules: probes, faults, the database away, a real port."""

import socket
import threading
from contextlib import suppress
from dataclasses import replace

import httpx
import pytest
from sqlalchemy.exc import OperationalError

from central.db import migrate
from central.db.engine import Database
from central.sweeper import Sweeper, sweep
from kiosk.contract import messages as m
from tests.support.central import Central, Port, Terminal, enrolled, operation, running

OPEN = m.OpenOperations()


def test_the_probes_tell_alive_and_ready(central: Central) -> None:
    http = central.http()
    assert http.get("/healthz").json() == {"status": "ok"}
    assert http.get("/readyz").json() == {"status": "ok", "schema": migrate.head()}


def test_no_database_is_unavailable_and_tells_nothing(
    lone: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise OperationalError("SELECT secret", {}, Exception("host 10.0.0.1"))

    monkeypatch.setattr(Database, "run", away)
    answer = lone.post("/v1/operations/open", OPEN)
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
    assert answer.headers["Retry-After"] == "2"
    assert "secret" not in answer.text
    assert "10.0.0.1" not in answer.text


def test_our_own_bug_is_an_internal_problem_without_detail(
    lone: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bug(*_: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(Database, "run", bug)
    answer = lone.post("/v1/operations/open", OPEN)
    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    assert answer.json()["detail"] == ""
    assert "secret" not in answer.text


def test_answers_are_never_cached(lone: Terminal) -> None:
    answer = lone.post("/v1/operations/open", OPEN)
    assert answer.headers["cache-control"] == "no-store"


def test_a_schema_that_is_not_the_newest_is_not_ready(
    central: Central, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("central.db.migrate.head", lambda: "9999")
    assert central.http().get("/readyz").status_code == 503


def test_a_purchase_over_a_real_port(central: Central) -> None:
    with running(central) as address, httpx.Client(base_url=address, trust_env=False) as http:
        terminal = enrolled(central, http)
        held = terminal.authorise(terminal.order(terminal.sign_in()))
        assert operation(terminal.capture(held.op_id)).state is m.OperationState.CAPTURED
        page = http.post(f"/v/{held.verification_code}")
        assert page.status_code == 200


def test_a_port_that_closes_leaves_no_connection_open(central: Central) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = Port(central.app, listener)
        port.wait_until_served()
        with socket.create_connection(listener.getsockname(), timeout=10) as half:
            half.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
            while b"}" not in half.recv(4_096):
                pass  # the answer comes in pieces
            half.sendall(b"POST /v1/account HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nx")
            port.close(at_once=True)
            with suppress(ConnectionResetError):
                assert half.recv(1) == b""


def test_the_sweeper_frees_what_is_due(central: Central, terminal: Terminal) -> None:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    assert sweep(central.services) == 0
    central.clock.advance(900)
    assert sweep(central.services) == 1
    assert terminal.account(terminal.sign_in()).held == 0
    assert held.state is m.OperationState.HELD


def test_the_sweeper_survives_a_database_that_is_away(
    lone: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds = threading.Semaphore(0)

    def away(*_: object) -> None:
        rounds.release()
        raise OperationalError("", {}, Exception())

    services = lone.central.services
    fast = services.settings.model_copy(update={"sweep_s": 0.001})
    monkeypatch.setattr("central.sweeper.sweep", away)
    sweeper = Sweeper(replace(services, settings=fast))
    sweeper.start()
    for _ in range(3):
        assert rounds.acquire(timeout=20)
    sweeper.stop()
    assert not sweeper._thread.is_alive()
