"""Logs of devices: taken from the device alone, kept in bounds, read by who looks after kiosks."""

import json
from typing import Any

import pytest
from sqlalchemy import select

from central.db.ids import new_id
from central.devices.logs import KEPT
from central.devices.state import set_state
from central.devices.tables import DeviceLog, DeviceState
from central.records.tables import AuditEntry
from kiosk.contract import device_logs as m
from tests.support.central import START, Central, Terminal, enrolled
from tests.support.staff import Colleague, hired

LINE = json.dumps({"level": "error", "event": "crashed"})


def log(**changes: Any) -> m.SendLog:
    lines = f"{LINE}\n{LINE}\n"
    values: dict[str, Any] = {"made_at": START, "version": "0.1.0", "by": "teresa", "lines": lines}
    return m.SendLog(**(values | changes))


def send(terminal: Terminal, **changes: Any) -> str:
    answer = terminal.post("/v1/devices/log", log(**changes))
    assert answer.status_code == 200, answer.text
    return m.LogKept.model_validate_json(answer.content).log_id


@pytest.fixture
def teresa(office: Central) -> Colleague:
    colleague = hired(office, "tomas")
    colleague.sign_in()
    return colleague


@pytest.fixture
def terminal(office: Central) -> Terminal:
    return enrolled(office)


def audited(central: Central, action: str) -> list[tuple[str, str, str]]:
    rows = select(AuditEntry).where(AuditEntry.action == action)
    return central.services.database.run(
        lambda db: [(row.actor, row.subject, row.detail) for row in db.scalars(rows)]
    )


def test_a_log_is_kept_and_whoever_sees_kiosks_reads_it(
    office: Central, terminal: Terminal, teresa: Colleague
) -> None:
    device_id = terminal.identity.device_id
    log_id = send(terminal)
    listed = teresa.ask("/v1/staff/kiosks/logs", m.ListLogs, device_id=device_id)
    [head] = m.Logs.model_validate_json(listed.content).logs
    assert (head.log_id, head.by, head.lines) == (log_id, "teresa", 2)
    read = teresa.ask("/v1/staff/kiosks/log", m.FetchLog, log_id=log_id)
    assert m.LogText.model_validate_json(read.content).text == f"{LINE}\n{LINE}\n"
    assert audited(office, "device-log-sent") == [("teresa", device_id, log_id)]
    [(_who, subject, detail)] = audited(office, "device-log-read")
    assert (subject, detail) == (device_id, log_id)


def test_a_cashier_reads_no_log(office: Central, terminal: Terminal) -> None:
    log_id = send(terminal)
    carlos = hired(office, "carlos")
    carlos.sign_in()
    for path, kind, values in (
        ("logs", m.ListLogs, {"device_id": terminal.identity.device_id}),
        ("log", m.FetchLog, {"log_id": log_id}),
    ):
        answer = carlos.ask(f"/v1/staff/kiosks/{path}", kind, **values)
        assert (answer.status_code, answer.json()["code"]) == (403, "not-entitled")
    assert audited(office, "device-log-read") == []


def test_only_the_last_ones_of_each_device_are_kept(office: Central, terminal: Terminal) -> None:
    other = enrolled(office, point_of_sale="K02")
    send(other)
    sent = []
    for _ in range(KEPT + 3):
        office.clock.advance(1)
        sent.append(send(terminal))
    rows = office.services.database.run(
        lambda db: list(db.execute(select(DeviceLog.id, DeviceLog.device_id)))
    )
    own = {row.id for row in rows if row.device_id == terminal.identity.device_id}
    assert own == set(sent[-KEPT:])
    assert len(rows) == KEPT + 1


@pytest.mark.parametrize("lines", ["no json", f"{LINE}\n[]", f"{LINE}\n\n{LINE}", "[" * 5_000])
def test_what_is_no_log_is_refused(terminal: Terminal, lines: str) -> None:
    answer = terminal.post("/v1/devices/log", log(lines=lines))
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")


def test_a_log_has_an_end_and_the_longest_one_passes(terminal: Terminal) -> None:
    longest = (LINE + "\n") * (m.LINES_MAX // (len(LINE) + 1))
    send(terminal, lines=longest)
    too_long = log().model_copy(update={"lines": longest + LINE * 5})
    assert terminal.post("/v1/devices/log", too_long).status_code == 422


def test_a_device_that_was_stopped_sends_nothing(office: Central, terminal: Terminal) -> None:
    device_id = terminal.identity.device_id
    office.services.database.run(
        lambda db: set_state(db, device_id, DeviceState.FROZEN, "tests", office.services.now())
    )
    answer = terminal.post("/v1/devices/log", log())
    assert answer.json()["code"] == "device-cloned"


def test_what_is_not_there_is_said(teresa: Colleague) -> None:
    for path, kind, key in (("logs", m.ListLogs, "device_id"), ("log", m.FetchLog, "log_id")):
        answer = teresa.ask(f"/v1/staff/kiosks/{path}", kind, **{key: new_id()})
        assert (answer.status_code, answer.json()["code"]) == (404, "not-found")
