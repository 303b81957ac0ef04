"""``/metrics``: what happened is counted once, by route and outcome, and names nobody."""

import queue
import threading
import time
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy.exc import OperationalError

from central.alerts.watch import watch
from central.db.engine import Database
from central.db.ids import new_id
from kiosk.contract import messages as m
from tests.support.central import Central, Terminal, fresh_database, make_central

Sample = tuple[str, tuple[tuple[str, str], ...]]


def numbers(central: Central) -> dict[Sample, float]:
    answer = central.http().get("/metrics")
    assert answer.status_code == 200
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def operations(found: dict[Sample, float]) -> dict[str, float]:
    return {
        labels[0][1]: value
        for (name, labels), value in found.items()
        if name == "dispensador_operations_total"
    }


def messages(found: dict[Sample, float]) -> dict[tuple[str, str], float]:
    return {
        (dict(labels)["path"], dict(labels)["outcome"]): value
        for (name, labels), value in found.items()
        if name == "dispensador_messages_total"
    }


def test_operations_are_counted_by_what_they_became_and_repeats_are_not(
    central: Central, terminal: Terminal
) -> None:
    order = terminal.order(terminal.sign_in(), quantity=3)
    held = [terminal.authorise(order, copy).op_id for copy in (1, 2, 3)]
    terminal.capture(held[0])
    terminal.capture(held[0])  # a repeat with its own number
    terminal.void(held[1])
    central.clock.advance(900)
    terminal.capture(held[2])
    assert operations(numbers(central)) == {
        "held": 3,
        "captured": 1,
        "voided_by_device": 1,
        "captured-late": 1,
    }
    watch(central.services)
    found = numbers(central)
    assert found["dispensador_incidents_unsettled", (("kind", "late-capture"),)] == 1
    assert found["dispensador_alerts_open", (("kind", "incident"),)] == 1
    assert found["dispensador_database_up", ()] == 1


def test_messages_are_counted_by_route_and_outcome(lone: Terminal) -> None:
    lone.sign_in()
    lone.post("/v1/account", m.FetchAccount(session="x" * 43))
    lone.fetch(new_id())
    lone.http.get("/no/such/page")
    lone.http.post("/v/ABCD2345")
    found = messages(numbers(lone.central))
    assert found["/v1/sessions/open", "ok"] == 1
    assert found["/v1/account", "session-expired"] == 1
    assert found["/v1/operations/{op_id}", "not-found"] == 1
    assert found["-", "not-found"] == 1
    assert not any("ABCD2345" in path for path, _ in found)


def test_a_bug_and_a_database_that_is_away_are_counted(
    lone: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bug(*_: object) -> None:
        raise ZeroDivisionError

    def away(*_: object) -> None:
        raise OperationalError("", {}, Exception())

    with monkeypatch.context() as patch:
        patch.setattr(Database, "run", bug)
        lone.post("/v1/operations/open", m.OpenOperations())
    monkeypatch.setattr(Database, "run", away)
    lone.post("/v1/operations/open", m.OpenOperations())
    found = numbers(lone.central)
    assert messages(found)["/v1/operations/open", "internal"] == 1
    assert messages(found)["/v1/operations/open", "unavailable"] == 1
    assert found["dispensador_database_up", ()] == 0


def test_hashes_at_work_and_waiting_are_counted(lone: Terminal) -> None:
    hasher = lone.central.services.hasher
    free = hasher._places._free
    while free.acquire(blocking=False):
        pass  # all places are taken, as by other requests
    told = queue.SimpleQueue[str]()
    hashing = threading.Thread(target=lambda: told.put(hasher.hash("x")))
    hashing.start()
    deadline = time.monotonic() + 20
    while not hasher.waiting:
        assert time.monotonic() < deadline
    found = numbers(lone.central)
    assert found["dispensador_key_hashes", (("phase", "waiting"),)] == 1
    free.release()
    assert told.get(timeout=20)
    hashing.join(20)
    assert (hasher.running, hasher.waiting) == (0, 0)


def test_the_numbers_may_be_kept_from_strangers(tmp_path: Path) -> None:
    url = fresh_database(tmp_path, "sqlite")
    central = make_central(tmp_path, url, metrics_token="s3cret")
    http = central.http()
    for told in ("", "Bearer ", "Bearer s3creT", "s3cret", "Basic s3cret", "Bearer \xf1"):
        answer = http.get("/metrics", headers={b"Authorization": told.encode("latin-1")})
        assert (answer.status_code, answer.content) == (401, b"")
        assert answer.headers["WWW-Authenticate"] == "Bearer"
    answer = http.get("/metrics", headers={"Authorization": "Bearer s3cret"})
    assert answer.status_code == 200
    assert "dispensador_sweeper_idle_seconds" in answer.text
    assert "s3cret" not in repr(central.services.settings)
    central.close()
