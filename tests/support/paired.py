"""A kiosk's own disk and key, paired with the real central in process; the wire loses on demand."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import httpx

from central.devices.enrolment import make_enrol_code
from kiosk.store import queries
from kiosk.store.journal import Journal
from kiosk.store.rows import Device
from kiosk.store.store import Store
from kiosk.sync.client import HttpCentral
from kiosk.sync.clock_trust import ClockTrust
from kiosk.sync.device_key import load_key
from kiosk.sync.enrol import enrol
from tests.support.central import Central, InProcess, ManualClock, fresh_database, make_central
from tests.support.kiosk import START, Crasher, CrashingStore, FakeClock, FakeIds, fresh_state

LOST_REQUEST, LOST_ANSWER = "lost request", "lost answer"


class TrueTime(ManualClock):
    """Central's clock is right: it goes with the kiosk's monotonic one."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self._began_s = clock.seconds
        self.ahead = timedelta(0)

    def __call__(self) -> datetime:
        return START + timedelta(seconds=self._clock.seconds - self._began_s) + self.ahead


class Wire(httpx.BaseTransport):
    """Passes on, loses, or is where the power goes off."""

    def __init__(self, central: Central, crasher: Crasher) -> None:
        self._inner = InProcess(central.app)
        self._crasher = crasher
        self.faults: deque[str] = deque()
        self.paths: list[str] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self._crasher.point("before send")
        fault = self.faults.popleft() if self.faults else ""
        if fault == LOST_REQUEST:
            raise httpx.ConnectError("lost")
        answer = self._inner.handle_request(request)
        self.paths.append(f"{request.url.path} {answer.status_code}")
        self._crasher.point("after send")
        if fault == LOST_ANSWER:
            raise httpx.ReadTimeout("lost")
        return answer


class Paired:
    """Everything of one kiosk that survives a power cut, and the objects that do not."""

    def __init__(self, folder: Path, template: Path, crasher: Crasher | None = None) -> None:
        self.crasher = crasher or Crasher()
        self.clock = FakeClock()
        self.true_time = TrueTime(self.clock)
        self.central = make_central(folder, fresh_database(folder, "sqlite"), self.true_time)
        self.state_dir = fresh_state(folder / "kiosk", template)
        self.wire = Wire(self.central, Crasher())
        code = make_enrol_code(self.central.services, "K01")
        client = self._http()
        enrol("", code, "V-1", self.state_dir, self.clock, make=lambda *_a, **_k: client)
        self.open()

    def open(self) -> None:
        """What a start makes."""
        self.wire = Wire(self.central, self.crasher)
        self.real = Store(self.state_dir)
        self.store = CrashingStore(self.real, self.crasher)
        self.journal = Journal(self.store, self.clock)
        found = queries.find_device(self.store)
        assert found is not None
        self.device: Device = found
        self.time = ClockTrust(self.clock)
        self.client = HttpCentral(
            self._http(),
            device_id=self.device.device_id,
            central_id=self.device.central_id,
            key=load_key(self.state_dir),
            clock=self.clock,
            ids=FakeIds(int(self.clock.seconds)),
            time=self.time,
        )

    def reboot(self) -> None:
        """What a power cut leaves."""
        self.real.abandon()
        self.crasher.at = 0
        self.clock.advance(30)
        self.open()

    def close(self) -> None:
        self.real.abandon()
        self.central.close()

    def _http(self) -> httpx.Client:
        return httpx.Client(transport=self.wire, base_url="http://central.invalid")


@contextmanager
def paired(folder: Path, template: Path, crasher: Crasher | None = None) -> Iterator[Paired]:
    """A pair that is closed afterwards; ``template`` is where an empty store may be kept."""
    made = Paired(folder, template, crasher)
    try:
        yield made
    finally:
        made.close()
