"""The station with everything real: what the hall, central and the records say agrees."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text

from central.daily.tables import CheckpointRow
from central.devices.configuration import configure
from central.devices.state import set_state
from central.devices.tables import Device, DeviceHealth, DeviceState
from kiosk.station import proof
from kiosk.store.reader import Reader
from kiosk.store.roll import load_roll, read_roll
from kiosk.sync.device_key import NEXT_NAME, load_or_make_key
from kiosk.system import SystemClock
from tests.support.hall import WAIT_S, Hall, open_hall, restarted


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with open_hall(tmp_path) as opened:
        yield opened


def load(hall: Hall, roll_mm: int) -> None:
    hall.kiosk.store.write(lambda c: load_roll(c, SystemClock().now(), roll_mm))


def beat(hall: Hall) -> None:
    """Have the heartbeat go out now instead of in a minute."""
    next(w for w in hall.kiosk.workers if w.name == "heartbeat").wake()


def test_an_order_the_roll_will_not_hold_is_refused_before_any_money_moves(hall: Hall) -> None:
    visitor = hall.visitor
    visitor.signs_in()
    load(hall, 450)
    visitor.sees("Account", that=lambda v: v.body.can_buy)
    visitor.chooses("00052310", "CerMat", "CerExi")
    view = visitor.sees("Confirm", that=lambda v: v.body.paper == "paper_short")
    assert (view.body.can_pay, view.body.pages_fit) == (False, 1)
    visitor.does("pay")
    assert visitor.view.body.stage == "review"
    assert hall.operations() == ()
    load(hall, 80_000)
    visitor.sees("Confirm", that=lambda v: v.body.can_pay)
    assert visitor.pays().ends().screen == "Done"
    used = hall.kiosk.store.read(read_roll)
    printed = sum(strip.length_mm for strip in hall.paper.strips)
    assert used.used_mm == used.total_mm >= printed * 0.98


def test_paper_that_is_loaded_is_noticed_without_anybody_saying_so(hall: Hall) -> None:
    hall.visitor.sees("Attract", that=lambda v: v.body.can_buy)
    hall.paper.paper_out()
    hall.visitor.sees("Attract", that=lambda v: v.body.paper == "out")
    hall.paper.load_paper()
    hall.visitor.sees("Attract", that=lambda v: v.body.can_buy)
    assert hall.kiosk.store.read(read_roll).roll_mm == 80_000


def test_settings_from_afar_arrive_close_the_machine_and_open_it_again(hall: Hall) -> None:
    hall.visitor.sees("Attract", that=lambda v: v.body.can_buy)
    services = hall.central.services
    configure(services, "*", '{"out_of_service": true, "contact_phone": "6010000000"}', "tests")
    beat(hall)
    view = hall.visitor.sees("Unavailable", that=lambda v: v.body.phone != "")
    assert (view.body.part, view.body.detail) == ("station", "out-of-service")
    assert view.body.phone == "6010000000"
    version = configure(services, "*", "{}", "tests")
    beat(hall)
    hall.visitor.sees("Attract", that=lambda v: v.body.can_buy)
    beat(hall)
    _until(lambda: health(hall).config_version == version)
    assert health(hall).paper_mm is None


def test_a_machine_that_was_revoked_says_so_and_sells_nothing(hall: Hall) -> None:
    hall.visitor.sees("Attract", that=lambda v: v.body.can_buy)
    device_id, now = hall.kiosk.machine.device.device_id, hall.central.services.now()
    hall.central.services.database.run(
        lambda db: set_state(db, device_id, DeviceState.FROZEN, "tests", now)
    )
    beat(hall)
    view = hall.visitor.sees("Unavailable")
    assert (view.body.part, view.body.detail) == ("station", "device-stopped")


def test_a_clock_that_central_contradicts_stops_the_sale_and_nothing_else(hall: Hall) -> None:
    """Central is told to be elsewhere in time: for the kiosk that is its own clock being wrong."""
    visitor = hall.visitor
    visitor.signs_in()
    hall.central.clock.advance(900)
    beat(hall)
    view = visitor.sees("Account", that=lambda v: not v.body.can_buy and not v.body.loading)
    assert view.body.buy_reason == "clock-wrong"
    beat(hall)
    _until(lambda: abs(health(hall).clock_skew_s - 900) <= 3)
    hall.central.clock.ahead = timedelta(0)  # type: ignore[attr-defined]
    beat(hall)
    visitor.sees("Account", that=lambda v: v.body.can_buy)


def test_the_audit_chain_is_witnessed_and_verifies_after_a_visit(hall: Hall) -> None:
    visitor = hall.visitor
    visitor.signs_in()
    visitor.chooses("00052310", "CerMat")
    visitor.pays().ends()
    hall.settled()
    with restarted_cleanly(hall) as back:
        _until(lambda: proof.verify(back.kiosk.store).witnessed > 0)
        verdict = proof.verify(Reader(back.folder / "kiosk"))
        assert verdict.problems == ()
    rows = hall.central.services.database.run(
        lambda db: list(db.scalars(select(CheckpointRow.continues)))
    )
    assert rows
    assert all(rows)


def restarted_cleanly(hall: Hall) -> AbstractContextManager[Hall]:
    hall.kiosk.stop()
    return restarted(hall)


def test_records_that_contradict_themselves_close_the_machine(hall: Hall) -> None:
    visitor = hall.visitor
    visitor.signs_in()
    visitor.chooses("00052310", "CerMat")
    visitor.pays().ends()
    hall.settled()
    hall.kiosk.store.write(
        lambda c: [
            c.execute(text("DROP TRIGGER operations_end")),
            c.execute(text("UPDATE operations SET state = 'VOIDED'")),
        ]
    )
    with restarted_cleanly(hall) as back:
        view = back.visitor.sees("Unavailable", that=lambda v: v.body.part == "integrity")
        assert view.body.detail == "integrity"
        assert back.account().available == 100_000 - 6_100


def health(hall: Hall) -> DeviceHealth:
    device_id = hall.kiosk.machine.device.device_id
    return hall.central.services.database.run(
        lambda db: db.scalars(select(DeviceHealth).where(DeviceHealth.device_id == device_id)).one()
    )


def _until(holds: Callable[[], bool]) -> None:
    """Wait for what central or the records will say."""
    pause = threading.Event()
    for _ in range(int(WAIT_S / 0.05)):
        if holds():
            return
        pause.wait(0.05)
    raise AssertionError("it did not come")


def test_the_key_changes_while_the_machine_serves(hall: Hall) -> None:
    device_id = hall.kiosk.machine.device.device_id

    def key() -> str:
        return hall.central.services.database.run(
            lambda db: db.get_one(Device, device_id).public_key
        )

    before = key()
    hall.visitor.sees("Attract", that=lambda v: v.body.can_buy)
    hall.kiosk.stop()
    load_or_make_key(hall.folder / "kiosk", NEXT_NAME)  # as a power cut in the middle leaves it
    with restarted(hall) as back:
        _until(lambda: key() != before)
        visitor = back.visitor
        visitor.signs_in()
        visitor.chooses("00052310", "CerMat")
        assert visitor.pays().ends().screen == "Done"
        back.settled()
        assert back.account().available == 100_000 - 6_100
