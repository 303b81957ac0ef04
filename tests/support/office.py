"""An office: real central on a port, a paired computer with the desk's window, a keyboard.

with open_office(tmp_path) as office:
    office.keys.types("carlos").presses("Return")
    office.sees("desk/Home")

Everything a person does is a key that goes into the window; what they see is what is drawn.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from central.devices.enrolment import make_enrol_code
from central.ledger.statement import verify
from central.operations.consistency import contradictions
from drivers.virtual import VirtualPrinter
from kiosk.staff.desk.compose import OpenDesk, open_desk
from kiosk.staff.views import StaffView
from kiosk.sync.enrol import enrol
from kiosk.system import SystemClock
from tests.support.central import Central, RunningClock, fresh_database, make_central
from tests.support.hall import Server, hall_printer, hall_settings
from tests.support.printer import EPSON, FAST
from tests.support.staff import Colleague, hired
from tests.support.wire import Wire
from ui.app import KioskWindow, make_window
from ui.lookup import find_item
from ui.office import office_window

WAIT_MS = 60_000
LOOK_MS = 20


def _ignore(_error: BaseException | str) -> None:
    """A crash is seen in what the screen says."""


class OfficeClock(SystemClock):
    """The desk's own clock, which may go faster: hours pass and nobody waits."""

    def __init__(self) -> None:
        self.ahead_s = 0.0

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=self.ahead_s)

    def monotonic(self) -> float:
        return super().monotonic() + self.ahead_s


@dataclass
class Office:
    """The desk with everything behind it in reach."""

    folder: Path
    central: Central
    server: Server
    url: str
    desk: OpenDesk
    window: KioskWindow
    paper: VirtualPrinter | None = None
    staff: dict[str, Colleague] = field(default_factory=dict)
    clock: OfficeClock = field(default_factory=OfficeClock)

    @property
    def view(self) -> StaffView:
        return self.desk.flow.view()

    @property
    def body(self) -> Any:
        """What the screen draws; its kind is the screen's."""
        return self.view.body

    # -- hands

    def types(self, text: str) -> "Office":
        """Keys with their letters, as a keyboard sends them."""
        for char in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = ord(char.upper()) if char.isascii() else 0
                modifier = Qt.KeyboardModifier.NoModifier
                QCoreApplication.sendEvent(self.window.window, QKeyEvent(kind, key, modifier, char))
        return self

    def presses(self, *names: str) -> "Office":
        """Keys without letters: Return, Tab, Escape, F3 …"""
        for name in names:
            QTest.keyClick(self.window.window, getattr(Qt.Key, f"Key_{name}"))
        return self

    def closes_the_cover(self) -> None:
        """And wait until the desk has heard of it: before, it says that the cover is open."""
        assert self.paper is not None
        self.paper.close_cover()
        for _ in range(WAIT_MS // 20):
            if not self.desk.flow.state().station.buy_reason:
                return
            QTest.qWait(20)
        raise AssertionError(f"still {self.desk.flow.state().station}")

    # -- eyes

    def sees(self, screen: str, that: Callable[[Any], bool] = lambda _: True) -> Any:
        """Wait for a screen whose body is in a state, drawn and with nothing under way."""

        def there() -> bool:
            view = self.window.bridge.current()
            if not isinstance(view, StaffView) or view.busy or view.screen != screen:
                return False
            return that(view.body) and view == self.view and self.window.settled()

        self._turn_until(there)
        assert there(), f"waited for {screen}, still at {self.view}"
        QCoreApplication.processEvents()  # what a screen does last, as giving a field the keyboard
        self.window.window.grabWindow()
        return self.body

    def _turn_until(self, there: Callable[[], bool]) -> None:
        """Run the event loop until it is so, or the time is over."""
        loop, late = QEventLoop(), QTimer()
        late.setSingleShot(True)
        late.timeout.connect(loop.quit)
        self.window.bridge.viewChanged.connect(loop.quit)
        self.window.window.settledChanged.connect(loop.quit)  # type: ignore[attr-defined]
        late.start(WAIT_MS)
        while not there() and late.isActive():
            loop.exec()

    def until(self, that: Callable[[], bool]) -> None:
        """Wait for what is on no screen: what was told to central beside the window."""
        loop, again, late = QEventLoop(), QTimer(), QTimer()
        late.setSingleShot(True)
        again.timeout.connect(loop.quit)
        again.start(LOOK_MS)
        late.start(WAIT_MS)
        while not that():
            assert late.isActive(), "waited for it in vain"
            loop.exec()

    def item(self, name: str) -> QQuickItem:
        """What is drawn under a name."""
        found = find_item(self.window.window, name)
        assert found is not None, f"{name} is not on the screen"
        return found

    def text(self, name: str) -> str:
        return str(self.item(name).property("text"))

    # -- a day

    def passes(self, seconds: float) -> "Office":
        """Time, at the desk and at central alike."""
        self.central.clock.advance(seconds)
        self.clock.ahead_s += seconds
        return self

    def signs_in(self, login: str = "carlos") -> Any:
        who = self.staff[login]
        self.sees("desk/Door")
        self.types(login).presses("Return").types(who.key).presses("Return")
        self.types(who.fresh_code()).presses("Return")
        return self.sees("desk/Home")

    def opens_shift(self, base: int = 50_000) -> Any:
        self.presses("F2")
        self.sees("desk/Opening")
        self.types(str(base)).presses("Return")
        return self.sees("desk/Home", lambda body: body.shift_open)

    def finds(self, number: str = "1990000001") -> Any:
        self.presses("F3")
        self.sees("desk/Customer")
        self.types(number).presses("Return")
        return self.sees("desk/Customer", lambda body: body.found)

    @contextmanager
    def switched_off_and_on(self) -> Iterator[None]:
        """The same computer after a power cut: nothing is left but its disk."""
        self.desk.stop()
        self.desk = started(self.folder / "desk", self.url, self.paper, self.clock)
        with shown(self.desk) as self.window:
            yield

    def nothing_wrong(self) -> None:
        """The ledger's sums are the sums of its rows, and no two books contradict each other."""
        database = self.central.services.database
        assert database.run(verify) == []
        assert database.run(lambda db: contradictions(db, "99")) == []


def started(state: Path, url: str, paper: VirtualPrinter | None, clock: OfficeClock) -> OpenDesk:
    """A desk that runs, on the printer of this office if it has one."""
    device = paper.device_path if paper is not None else "none"
    printer = hall_printer(device, EPSON) if paper is not None else None
    settings = hall_settings(state, url, device, EPSON)
    desk = open_desk(settings, printer, _ignore, clock=clock)
    desk.start()
    return desk


@contextmanager
def open_office(folder: Path, *, wire: Wire | None = None, roll: bool = False) -> Iterator[Office]:
    """Open an office, its desk behind ``wire`` if there is one; clean afterwards.

    ``roll``: the desk has a printer.
    """
    central = make_central(folder, fresh_database(folder, "sqlite"), RunningClock())
    server = Server(central)
    server.on()
    state = folder / "desk"
    printers = ExitStack()
    try:
        enrol(server.url, make_enrol_code(central.services, "C01"), "D-1", state, SystemClock())
        staff = {login: hired(central, login) for login in ("carlos", "sofia")}
        url = wire.to(server.url) if wire is not None else server.url
        paper = None
        if roll:
            paper = VirtualPrinter(EPSON, link=folder / "printer", speed=FAST)
            printers.enter_context(paper)
        clock = OfficeClock()
        desk = started(state, url, paper, clock)
        office: Office | None = None
        try:
            with shown(desk) as window:
                office = Office(folder, central, server, url, desk, window, paper, staff, clock)
                yield office
        finally:
            (desk if office is None else office.desk).stop()
    finally:
        printers.close()
        server.off()
        central.close()


@contextmanager
def shown(desk: OpenDesk) -> Iterator[KioskWindow]:
    """The desk's window, ready for keys."""
    window = make_window(desk.flow, office_window())
    window.window.setProperty("settleMs", 0)
    window.show()
    window.window.requestActivate()
    assert QTest.qWaitForWindowActive(window.window, WAIT_MS)
    try:
        yield window
    finally:
        window.close()
