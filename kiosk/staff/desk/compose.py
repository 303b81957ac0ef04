"""Puts the desk together: a paired computer of the office, its notes, its printer if it has one."""

from collections.abc import Callable
from dataclasses import dataclass

import structlog

from kiosk.ports import Printer
from kiosk.settings import Settings
from kiosk.staff.desk.flow import DeskFlow
from kiosk.staff.desk.printing import DeskPapers
from kiosk.staff.desk.runner import DeskRunner
from kiosk.staff.desk.state import Setup
from kiosk.staff.desk.unclear import UnclearBook
from kiosk.staff.entry.doorkeeper import Doorkeeper
from kiosk.store import queries
from kiosk.store.journal import Journal
from kiosk.store.rows import Device
from kiosk.store.store import Store
from kiosk.sync.client import HttpCentral
from kiosk.sync.clock_trust import ClockTrust
from kiosk.sync.connect import connect
from kiosk.system import SystemClock, SystemIds, Threads

log = structlog.get_logger()
THREADS = 3
"""A question, a paper and a sign-out; a desk does not do more at once."""
NO_PRINTER = "none"
"""The device's name in the settings of a desk without a receipt printer."""

Crashed = Callable[[BaseException | str], None]


@dataclass
class OpenDesk:
    """A running desk without its window."""

    flow: DeskFlow
    central: HttpCentral
    _store: Store
    _threads: Threads
    _printer: Printer | None

    def stop(self) -> None:
        """End everything in order; a question that is under way is waited for."""
        self._threads.stop()
        if self._printer is not None:
            self._printer.close()
        self.central.close()
        self._store.close()


def open_desk(settings: Settings, printer: Printer | None, on_crash: Crashed) -> OpenDesk:
    """Open the store, wire the rest.

    Raises:
        NotEnrolled: pair this computer first.
        StoreFailed: the disk.
        DeviceKeyUnusable: the key file is missing or damaged.
    """
    store = Store(settings.state_dir)
    try:
        return _wire(settings, printer, on_crash, store, queries.enrolled_device(store))
    except BaseException:
        store.close()
        raise


def serve_desk(
    settings: Settings,
    make_printer: Callable[[Settings], Printer],
    show: Callable[[DeskFlow, Crashed], int],
) -> int:
    """Serve the desk until its window is closed; the exit status."""
    printer = None if settings.printer.device == NO_PRINTER else make_printer(settings)
    try:
        desk = open_desk(settings, printer, _log_crash)
    except BaseException:
        if printer is not None:
            printer.close()
        raise
    try:
        return show(desk.flow, _log_crash)
    finally:
        desk.stop()


def _wire(
    settings: Settings, printer: Printer | None, on_crash: Crashed, store: Store, device: Device
) -> OpenDesk:
    clock = SystemClock()
    ids = SystemIds(clock)
    time = ClockTrust(clock, queries.last_instant(store))
    central = connect(settings, device, clock, ids, time)
    threads = Threads(THREADS, on_crash)
    book = UnclearBook(settings.state_dir)
    runner = DeskRunner(
        central,
        threads,
        Doorkeeper(central, threads, clock, time),
        book,
        DeskPapers(settings.state_dir, Journal(store, clock), printer),
        time,
    )
    setup = Setup(
        chamber=settings.chamber.name or device.chamber_name,
        place=device.point_of_sale,
        roll=printer is not None,
        language=settings.visit.language,
        brand={"primary": settings.chamber.colour, "dark": settings.chamber.dark_colour},
        demonstration=settings.chamber.demonstration,
    )
    flow = DeskFlow(setup, clock, ids, runner, book.items())
    return OpenDesk(flow, central, store, threads, printer)


def _log_crash(error: BaseException | str) -> None:
    log.error("desk_crashed", error=type(error).__name__)
