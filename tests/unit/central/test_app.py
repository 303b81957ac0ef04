"""The application around the rules: probes, faults, the database away, a real port."""

import queue
import socket
from contextlib import suppress
from dataclasses import replace

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy.exc import OperationalError

from central import answers, health
from central.db import migrate
from central.db.engine import Database
from central.jobs import JOBS
from central.metrics import Metrics
from central.parts import Parts
from central.services import Services
from central.sweeper import LATE_ROUNDS, Sweeper, sweep
from kiosk.contract import messages as m
from tests.support.central import (
    Central,
    InProcess,
    Port,
    Terminal,
    enrolled,
    operation,
    running,
)

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


def test_a_job_that_breaks_stops_no_other_and_is_counted(central: Central) -> None:
    done: list[str] = []

    def broken(_services: Services) -> None:
        raise ZeroDivisionError

    def good(_services: Services) -> None:
        done.append("good")

    failed: list[str] = []
    jobs = {"first": broken, "second": good, "third": broken}
    sweeper = Sweeper(central.services, failed.append, jobs)
    for _ in range(2):
        sweeper.run_once()
    assert (done, failed) == (["good"] * 2, ["first", "third"] * 2)


def test_the_sweepers_own_jobs_run_and_its_thread_ends_when_asked(central: Central) -> None:
    """Whatever becomes of a round: here the database is away in the first one."""
    rounds: queue.SimpleQueue[str] = queue.SimpleQueue()
    services = central.services
    fast = services.settings.model_copy(update={"sweep_s": 0.001})

    def away(_services: Services) -> None:
        rounds.put("round")
        raise OperationalError("", {}, Exception())

    sweeper = Sweeper(replace(services, settings=fast), jobs={"away": away, **JOBS})
    sweeper.start()
    assert [rounds.get(timeout=20) for _ in range(3)] == ["round"] * 3
    sweeper.stop(20)
    assert not sweeper._thread.is_alive()


def test_a_sweeper_that_does_not_come_round_makes_the_service_not_ready(
    central: Central,
) -> None:
    sweeper = Sweeper(central.services)
    metrics = Metrics(central.services)
    metrics.watch(sweeper)
    app = FastAPI()
    app.state.parts = Parts(central.services, metrics, sweeper)
    answers.install(app, metrics)
    app.include_router(health.router())
    http = httpx.Client(transport=InProcess(app), base_url="http://central.invalid")
    limit_s = LATE_ROUNDS * central.services.settings.sweep_s
    sweeper.start()
    try:
        central.clock.advance(limit_s)
        assert http.get("/readyz").status_code == 200
        central.clock.advance(1)
        answer = http.get("/readyz")
        assert (answer.status_code, answer.json()["detail"]) == (503, "sweeper")
        assert f"dispensador_sweeper_idle_seconds {limit_s + 1:.1f}" in http.get("/metrics").text
        sweeper.run_once()
        assert http.get("/readyz").status_code == 200
    finally:
        sweeper.stop(20)
    assert http.get("/readyz").status_code == 503  # a thread that ended comes round no more
