"""A desk is a paired machine: it calls, recovers, closes its days, renews its key."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from central.alerts.rules import findings
from central.daily.listing import closes_of
from central.devices.enrolment import make_enrol_code
from central.devices.tables import Device, DeviceHealth
from central.operations.tables import OperationRow
from kiosk.purchase import advice
from kiosk.purchase.operation import State
from kiosk.purchase.order import Copy, Order
from kiosk.staff.desk.compose import OpenDesk, open_desk
from kiosk.staff.desk.state import SigningIn
from kiosk.station.capability import Service
from kiosk.store import queries, tables, witnesses
from kiosk.store.journal import Journal
from kiosk.store.store import Store
from kiosk.sync.device_key import NEXT_NAME, load_or_make_key
from kiosk.sync.enrol import enrol
from kiosk.system import SystemClock, SystemIds
from tests.support.central import Central, RunningClock, fresh_database, make_central
from tests.support.hall import WAIT_S, Server, hall_settings
from tests.support.printer import EPSON


@dataclass
class Paired:
    """An office computer with its notes and the central it is paired with."""

    central: Central
    server: Server
    state: Path

    @contextmanager
    def opened(self) -> Iterator[OpenDesk]:
        desk = open_desk(hall_settings(self.state, self.server.url, "none", EPSON), None, _ignore)
        try:
            yield desk
        finally:
            assert desk.stop()

    def device(self) -> Device:
        found = select(Device).where(Device.serial == "D-1")
        return self.central.services.database.run(lambda db: db.scalars(found).one())

    def health(self) -> DeviceHealth | None:
        return self.central.services.database.run(lambda db: db.scalar(select(DeviceHealth)))


@pytest.fixture
def paired(tmp_path: Path) -> Iterator[Paired]:
    central = make_central(tmp_path, fresh_database(tmp_path, "sqlite"), RunningClock())
    server = Server(central)
    server.on()
    state = tmp_path / "desk"
    enrol(server.url, make_enrol_code(central.services, "C01"), "D-1", state, SystemClock())
    try:
        yield Paired(central, server, state)
    finally:
        server.off()
        central.close()


def test_it_calls_central_which_then_has_nothing_to_say_about_it(paired: Paired) -> None:
    with paired.opened() as desk:
        desk.start()
        until(lambda: paired.health() is not None)
        services = paired.central.services
        later = services.now() + timedelta(minutes=2)
        wrong = services.database.run(lambda db: findings(db, "99", later))
        assert [found for found in wrong if found.subject == paired.device().id] == []
    health = paired.health()
    assert health is not None
    assert health.printer == "no_printer"


def test_what_a_crash_left_open_is_settled_before_the_first_screen(paired: Paired) -> None:
    clock = SystemClock()
    store = Store(paired.state)
    copy = Copy(SystemIds(clock).new_id(), "00041018", "CerMat", 1, 6_100, "M", "R")
    order = Order(SystemIds(clock).new_id(), "000001", "ABCDEF", "token-of-an-order", (copy,))
    Journal(store, clock).begin(order, "boot", lambda each: advice.authorise(order, each))
    store.close()
    with paired.opened() as desk:  # nothing beside the window runs yet
        assert isinstance(desk.flow.state().stage, SigningIn)
        assert desk.machine.recovery.voided == (copy.op_id,)
        (ended,) = queries.operations_in(desk.store, *State)
        assert ended.state is State.VOIDED
    row = paired.central.services.database.run(lambda db: db.get_one(OperationRow, copy.op_id))
    assert row.state.value == "VOIDED_BY_DEVICE"


def test_without_a_printer_it_says_why_it_sells_no_certificate(paired: Paired) -> None:
    with paired.opened() as desk:
        desk.start()
        until(lambda: desk.flow.state().station.network == "online")
        station = desk.flow.state().station
        assert station.buy_reason == "no_printer"
        assert station.can(Service.RECHARGE)


def test_it_closes_the_day_that_is_over(paired: Paired) -> None:
    clock = SystemClock()
    store = Store(paired.state)
    yesterday = clock.now() - timedelta(days=1)
    store.write(lambda c: c.execute(update(tables.device).values(enrolled_at=yesterday)))
    store.close()
    with paired.opened() as desk:
        desk.start()
        vouching = next(each for each in desk.machine.workers if each.name == "vouching")

        def closed_one() -> bool:
            vouching.wake()  # its first round may have come before central's time was known
            return bool(desk.store.read(witnesses.read_days))

        until(closed_one)
        (closed,) = desk.store.read(witnesses.read_days)
    day, device = closed.day, paired.device().id
    told = paired.central.services.database.run(lambda db: closes_of(db, "99", day))
    assert told == {device: ""}


def test_its_key_is_renewed(paired: Paired) -> None:
    before = paired.device().public_key
    load_or_make_key(paired.state, NEXT_NAME)  # as a power cut in the middle leaves it
    with paired.opened() as desk:
        desk.start()
        until(lambda: paired.device().public_key != before)


def until(holds: Callable[[], bool]) -> None:
    """Wait for what central or the desk will say."""
    pause = threading.Event()
    for _ in range(int(WAIT_S / 0.05)):
        if holds():
            return
        pause.wait(0.05)
    raise AssertionError("it did not come")


def _ignore(_error: BaseException | str) -> None:
    """Nothing may break here: ``stop`` would tell."""
