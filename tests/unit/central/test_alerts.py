"""Alerts: each rule opens one alert, says so once, and gives the all-clear once."""

import threading
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from central.alerts.rules import DAY_CLOSE, Rule
from central.alerts.watch import Notice, open_alerts, watch
from central.clock import BOGOTA, local_day
from central.db.ids import new_id
from central.devices.state import set_state
from central.devices.tables import DeviceState
from central.operations.gaps import PATIENCE
from central.records.record import IncidentKind, incident
from central.records.tables import Incident
from kiosk.contract import messages as m
from tests.support.central import Central, Terminal

GOOD: dict[str, Any] = {"version": "1", "printer": "ready", "disk_free_mb": 9_000}


def beat(terminal: Terminal, **changes: Any) -> None:
    message = m.Heartbeat(**{"boot_id": new_id(), **GOOD, **changes})
    assert terminal.post("/v1/devices/heartbeat", message).status_code == 200


def told(central: Central) -> list[tuple[str, bool]]:
    return [(notice.rule, notice.over) for notice in watch(central.services)]


def test_a_silent_kiosk_is_told_once_and_its_return_too(
    central: Central, terminal: Terminal
) -> None:
    beat(terminal)
    central.clock.advance(180)
    assert told(central) == []
    central.clock.advance(1)
    assert told(central) == [(Rule.SILENT, False)]
    central.clock.advance(600)
    assert told(central) == []
    (alert,) = open_alerts(central.services)
    assert (alert.rule, alert.subject) == (Rule.SILENT, terminal.identity.device_id)
    beat(terminal)
    assert told(central) == [(Rule.SILENT, True)]
    assert told(central) == []
    assert open_alerts(central.services) == []


def test_a_printer_fault_counts_from_its_first_heartbeat(
    central: Central, terminal: Terminal
) -> None:
    for _ in range(4):
        beat(terminal, printer="paper_out")
        assert told(central) == []
        central.clock.advance(60)
    beat(terminal, printer="cover_open")
    assert told(central) == [(Rule.PRINTER, False)]
    beat(terminal)
    assert told(central) == [(Rule.PRINTER, True)]


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"queue_age_s": 601, "queue_length": 2}, Rule.QUEUE),
        ({"clock_offset_s": -31}, Rule.CLOCK),
        ({"clock_offset_s": 31}, Rule.CLOCK),
        ({"disk_free_mb": 499}, Rule.DISK),
        ({"parked": (7,)}, Rule.PARKED),
    ],
)
def test_a_reading_out_of_bounds_is_an_alert_until_it_is_back(
    lone: Terminal, change: dict[str, Any], rule: Rule
) -> None:
    beat(lone, **change)
    assert told(lone.central) == [(rule, False)]
    beat(lone)
    assert told(lone.central) == [(rule, True)]


def test_a_clock_that_signs_late_is_seen_without_being_reported(lone: Terminal) -> None:
    clock = lone.central.clock
    clock.advance(-60)
    body = m.Heartbeat(boot_id=new_id(), **GOOD).model_dump_json().encode()
    headers = lone.signed("POST", "/v1/devices/heartbeat", body, None)
    clock.advance(60)
    lone.http.post("/v1/devices/heartbeat", content=body, headers=headers)
    assert told(lone.central) == [(Rule.CLOCK, False)]


def void(terminal: Terminal, seq: int) -> None:
    message = m.Void(op_id=new_id(), device_seq=seq, reason="test")
    assert terminal.post("/v1/operations/void", message).status_code == 200


def test_a_number_missing_for_15_minutes_is_an_alert_until_it_comes(
    central: Central, terminal: Terminal
) -> None:
    for seq in (1, 2, 5, 9):
        void(terminal, seq)
    beat(terminal)
    assert told(central) == []
    central.clock.advance(PATIENCE.total_seconds())
    beat(terminal)
    (notice,) = watch(central.services)
    assert (notice.rule, notice.detail) == (Rule.GAP, "missing: 3-4, 6-8")
    for seq in (4, 3, 8, 7, 6):
        void(terminal, seq)
    assert told(central) == [(Rule.GAP, True)]
    # What is complete is not looked at again; a later hole is found all the same.
    void(terminal, 11)
    central.clock.advance(PATIENCE.total_seconds())
    beat(terminal)
    (notice,) = watch(central.services)
    assert notice.detail == "missing: 10"


def test_a_parked_number_is_a_known_hole(central: Central, terminal: Terminal) -> None:
    for seq in (1, 4):
        void(terminal, seq)
    central.clock.advance(PATIENCE.total_seconds())
    beat(terminal, parked=(2, 3))
    assert told(central) == [(Rule.PARKED, False)]
    beat(terminal, parked=(2,))
    (notice,) = watch(central.services)
    assert (notice.rule, notice.detail) == (Rule.GAP, "missing: 3")


def test_a_device_that_calls_and_does_not_close_its_day_is_an_alert_until_it_does(
    central: Central, terminal: Terminal
) -> None:
    first = local_day(central.clock())
    over = datetime.combine(first + timedelta(days=1), time(), BOGOTA)
    due_s = (over + DAY_CLOSE - central.clock()).total_seconds()
    central.clock.advance(due_s - 1)
    beat(terminal)
    assert told(central) == []
    central.clock.advance(1)
    beat(terminal)
    (notice,) = watch(central.services)
    assert (notice.rule, notice.detail) == (Rule.DAY, f"{first} was not closed")
    assert terminal.closes(first).agrees
    assert told(central) == [(Rule.DAY, True)]


def test_a_silent_device_is_called_about_once(central: Central, terminal: Terminal) -> None:
    beat(terminal)
    central.clock.advance(5 * 86_400)
    assert told(central) == [(Rule.SILENT, False)]


def test_a_frozen_device_is_one_alert_and_a_revoked_one_none(
    central: Central, terminal: Terminal
) -> None:
    central.clock.advance(181)
    stop(central, terminal, DeviceState.FROZEN)
    assert told(central) == [(Rule.CLONED, False)]
    stop(central, terminal, DeviceState.REVOKED)
    assert told(central) == [(Rule.CLONED, True)]


def stop(central: Central, terminal: Terminal, state: DeviceState) -> None:
    device_id, now = terminal.identity.device_id, central.clock()
    central.services.database.run(lambda db: set_state(db, device_id, state, "test", now))


def test_incidents_are_one_alert_a_kind_until_all_are_settled(central: Central) -> None:
    database, now = central.services.database, central.clock()
    for _ in range(2):
        database.run(lambda db: incident(db, "99", now, IncidentKind.LATE_CAPTURE))
    (notice,) = watch(central.services)
    assert (notice.subject, notice.detail) == ("late-capture", "2 not settled")
    database.run(lambda db: db.execute(update(Incident).values(settled_at=now)))
    assert told(central) == [(Rule.INCIDENT, True)]


def test_several_watchers_tell_it_once(central: Central, terminal: Terminal) -> None:
    central.clock.advance(181)
    barrier = threading.Barrier(6)
    notices: list[Notice] = []

    def look() -> None:
        barrier.wait(20)
        notices.extend(watch(central.services))

    threads = [threading.Thread(target=look) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert [notice.subject for notice in notices] == [terminal.identity.device_id]


def test_a_notice_that_cannot_be_passed_on_leaves_no_alert(
    central: Central, terminal: Terminal
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no outbox")

    central.clock.advance(181)
    with pytest.raises(RuntimeError, match="no outbox"):
        watch(central.services, broken)
    assert open_alerts(central.services) == []
    assert told(central) == [(Rule.SILENT, False)]
    assert terminal.identity.device_id
