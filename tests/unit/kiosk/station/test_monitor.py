"""The monitor: publishes what the machine can do, once per change."""

from datetime import date, timedelta

import pytest

from kiosk.ports import PrinterFault
from kiosk.station.capability import Capabilities
from kiosk.station.configuration import Remote, RemoteConfiguration
from kiosk.station.monitor import CHECKPOINT_S, PROBE_S, Monitor
from kiosk.station.opening import Closed
from kiosk.station.paper import PaperBudget
from kiosk.store.store import FILE_NAME
from kiosk.sync.clock_trust import TOLERANCE, ClockTrust
from tests.support.kiosk import FakeKiosk


class Station:
    """A monitor and everything it looks at."""

    def __init__(self, kiosk: FakeKiosk) -> None:
        self.kiosk = kiosk
        self.reachable = True
        self.idle = True
        self.probes = 0
        self.stopped = False
        self.sound = True
        self.closed: Closed | None = None
        self.shown: list[Capabilities] = []
        self.time = ClockTrust(kiosk.clock)
        self.budget = PaperBudget(kiosk.store, kiosk.clock, roll_mm=80_000, reserve_mm=2_000)
        self.configuration = RemoteConfiguration(kiosk.store, kiosk.clock)
        self.applied: list[Remote] = []
        self.monitor = Monitor(
            printer=kiosk.printer,
            probe=self._probe,
            store=kiosk.real,
            clock=kiosk.clock,
            time=self.time,
            budget=self.budget,
            configuration=self.configuration,
            publish=self.shown.append,
            apply=self._apply,
            is_idle=lambda: self.idle,
            is_stopped=lambda: self.stopped,
            is_sound=lambda: self.sound,
            state_dir=kiosk.state_dir,
            closed=lambda: self.closed,
        )

    def _probe(self) -> bool:
        self.probes += 1
        return self.reachable

    def _apply(self, remote: Remote) -> bool:
        if self.idle:
            self.applied.append(remote)
        return self.idle

    def look(self, after_s: float = 1.0) -> Capabilities:
        self.kiosk.clock.advance(after_s)
        self.monitor.look()
        return self.shown[-1]


@pytest.fixture
def station(kiosk: FakeKiosk) -> Station:
    return Station(kiosk)


def test_it_speaks_at_first_and_then_only_of_changes(station: Station) -> None:
    for _ in range(5):
        station.look()
    assert [c.can_buy for c in station.shown] == [True]


@pytest.mark.parametrize("fault", PrinterFault)
def test_a_printer_fault_is_named_and_its_end_too(station: Station, fault: PrinterFault) -> None:
    station.look()
    station.kiosk.printer.fault = fault
    assert (station.look().printing, station.shown[-1].buy_reason) == (fault.value, fault.value)
    station.kiosk.printer.fault = None
    assert station.look().can_buy


def test_central_is_probed_only_when_nothing_else_told_of_it(station: Station) -> None:
    station.look()
    station.look()
    assert station.probes == 1
    station.look(PROBE_S)
    assert station.probes == 2
    station.monitor.central_answered(False)
    assert station.look().network == "offline"
    assert station.probes == 2


def test_central_that_is_gone_stops_sale_and_balance(station: Station) -> None:
    station.reachable = False
    verdict = station.look()
    assert (verdict.can_buy, verdict.can_see_balance) == (False, False)


def test_a_failed_disk_stops_everything(station: Station) -> None:
    station.look()

    def fill(c):  # type: ignore[no-untyped-def]
        c.exec_driver_sql("PRAGMA max_page_count = 1")
        c.exec_driver_sql("CREATE TABLE filler AS SELECT randomblob(100000) AS x")

    with pytest.raises(Exception, match="SQLITE_FULL"):
        station.kiosk.real.write(fill)
    assert station.look().blocked_by == ("disk", "disk")


def test_the_log_is_emptied_when_the_machine_is_idle(station: Station) -> None:
    log = station.kiosk.state_dir / f"{FILE_NAME}-wal"
    station.idle = False
    station.look(CHECKPOINT_S)
    assert log.stat().st_size > 0
    station.idle = True
    station.look()
    assert log.stat().st_size == 0


def test_the_heartbeat_learns_what_the_station_knows(station: Station) -> None:
    station.kiosk.printer.fault = PrinterFault.PAPER_OUT
    health = station.monitor.health()
    assert health.printer == "paper_out"
    assert health.disk_free_mb > 0
    assert (health.paper_mm, health.clock_offset_s) == (0, 0)
    station.budget.load(5_000)
    station.kiosk.printer.fault = None
    station.kiosk.clock.wall += timedelta(seconds=40)
    health = station.monitor.health()
    assert (health.paper_mm, health.clock_offset_s) == (5_000, -40)


def test_paper_that_comes_and_goes_is_followed(station: Station) -> None:
    assert station.look().paper_left_mm is None
    station.kiosk.printer.fault = PrinterFault.PAPER_OUT
    assert station.look().paper_left_mm == 0
    station.kiosk.printer.fault = None
    assert station.look().paper_left_mm == 80_000
    station.budget.load(100)
    assert station.look().buy_reason == "paper_short"


def test_a_clock_that_jumps_stops_the_sale_until_it_is_right_again(station: Station) -> None:
    assert station.look().can_buy
    station.kiosk.clock.wall += TOLERANCE + timedelta(seconds=1)
    verdict = station.look()
    assert (verdict.buy_reason, verdict.can_see_balance) == ("clock-wrong", True)
    station.kiosk.clock.wall -= timedelta(seconds=2)
    assert station.look().can_buy


def test_a_machine_that_central_stops_says_so(station: Station) -> None:
    assert station.look().can_buy
    station.stopped = True
    assert station.look().blocked_by == ("station", "device-stopped")


def test_a_broken_invariant_closes_the_machine(station: Station) -> None:
    station.sound = False
    verdict = station.look()
    assert (verdict.buy_reason, verdict.balance_reason) == ("integrity", "integrity")


def test_remote_settings_wait_until_nobody_is_disturbed(station: Station) -> None:
    station.idle = False
    assert station.configuration.offer(3, {"idle_s": 60, "out_of_service": True})
    verdict = station.look()
    assert station.applied == []
    assert verdict.buy_reason == "out-of-service"  # nothing new is begun meanwhile
    station.idle = True
    station.look()
    station.look()
    assert [remote.idle_s for remote in station.applied] == [60]
    station.configuration.offer(4, {})
    assert station.look().can_buy


def test_closing_time_is_told_once_and_takes_nothing_from_who_has_begun(station: Station) -> None:
    assert station.look().takes_people
    station.closed = Closed(date(2026, 11, 21), None, ())
    verdict = station.look()
    assert (verdict.takes_people, verdict.can_buy, verdict.can_see_balance) == (False, True, True)
    station.look()
    assert len(station.shown) == 2
