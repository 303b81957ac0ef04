"""Puts the desk together: a paired computer of the office, on the core that every machine has."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

import structlog

from kiosk.ports import Printer, PrinterFault, PrinterState
from kiosk.settings import Settings
from kiosk.staff.desk.copies.press import copy_press
from kiosk.staff.desk.drawer import DrawerBook
from kiosk.staff.desk.effects import DeskPaper
from kiosk.staff.desk.flow import DeskFlow
from kiosk.staff.desk.offline_door import make_doorkeeper, make_teller
from kiosk.staff.desk.printing import FOLDER, DeskPapers
from kiosk.staff.desk.runner import DeskRunner
from kiosk.staff.desk.sale.runner import SaleRunner
from kiosk.staff.desk.state import Home, Setup, SigningIn
from kiosk.staff.desk.unclear import UnclearBook
from kiosk.station.attend import attend
from kiosk.station.capability import Health, judge
from kiosk.station.guard import CrashGuard
from kiosk.station.machine import Machine, Make, open_machine
from kiosk.station.no_printer import NoPrinter
from kiosk.store import queries
from kiosk.store.store import Store
from kiosk.system import SystemClock

log = structlog.get_logger()
THREADS = 3
"""A question, a paper or a sale, and a sign-out; a desk does not do more at once."""
NO_PRINTER = "none"
"""The device's name in the settings of a desk without a receipt printer."""

Crashed = Callable[[BaseException | str], None]


@dataclass
class OpenDesk:
    """A running desk without its window."""

    machine: Machine
    flow: DeskFlow

    @property
    def store(self) -> Store:
        """This computer's notes."""
        return self.machine.store

    @property
    def crashed(self) -> CrashGuard:
        """Hears of whatever breaks."""
        return self.machine.crashed

    def start(self) -> None:
        """Begin what runs beside the window."""
        self.machine.start()

    def watch(self, leave: Callable[[], None]) -> None:
        """Have ``leave`` called when the desk must be started anew and nobody sits there."""
        self.crashed.watch(lambda: isinstance(self.flow.state().stage, SigningIn), leave)

    def stop(self) -> bool:
        """End everything in order; a copy that is being printed is waited for."""
        return self.machine.stop()


def open_desk(
    settings: Settings,
    printer: Printer | None,
    on_crash: Crashed,
    *,
    version: str = "0",
    reserve_mm: int = 0,
    clock: SystemClock | None = None,
) -> OpenDesk:
    """Open the store, recover what a crash left, wire the rest; nothing runs before ``start``.

    ``version`` is the program's, ``reserve_mm`` what the printer's roll surely holds when its
    near-end sensor speaks; ``clock`` None: this computer's own.

    Raises:
        NotEnrolled: pair this computer first.
        StoreFailed: the disk.
        DeviceKeyUnusable: the key file is missing or damaged.
    """
    make = Make(version, reserve_mm, THREADS)
    machine = open_machine(settings, printer or NoPrinter(), on_crash, make, clock)
    try:
        return _wire(machine, has_printer=printer is not None)
    except BaseException:
        machine.store.close()
        raise


def _wire(machine: Machine, *, has_printer: bool) -> OpenDesk:
    settings, clock = machine.settings, machine.clock
    book = UnclearBook(settings.state_dir)
    drawer = DrawerBook(settings.state_dir)
    printing = threading.Lock()
    papers = DeskPapers(
        settings.state_dir, machine.journal, machine.printer if has_printer else None
    )
    engine = machine.purchaser()
    runner = SaleRunner(
        DeskRunner(
            machine.central,
            machine.threads,
            make_doorkeeper(machine),
            book,
            lambda data: _alone(printing, papers, data),
            machine.time,
            drawer,
            make_teller(machine.store, machine.central, clock),
        ),
        engine,
        machine.receipts(),
        machine.ids.new_id,
        machine.threads,
        copy_press(machine, engine, has_printer=has_printer),
        printing,
        tell=lambda: attendance.beat(),
        queued=lambda: queries.queue(machine.store).length,
    )
    setup = Setup(
        chamber=machine.chamber,
        place=machine.device.point_of_sale,
        roll=has_printer,
        language=settings.visit.language,
        brand={"primary": settings.chamber.colour, "dark": settings.chamber.dark_colour},
        demonstration=settings.chamber.demonstration,
        folder=str(settings.state_dir / FOLDER),
    )
    fault = PrinterFault.UNKNOWN if has_printer else PrinterFault.NO_PRINTER
    unknown = judge(Health(printer=PrinterState(fault), central_online=False))
    flow = DeskFlow(setup, clock, machine.ids, runner, book.items(), unknown, drawer.items())
    attendance = attend(
        machine,
        publish=flow.station_changed,
        apply=lambda _remote: True,  # nothing that is set from afar concerns a desk's window
        is_idle=lambda: isinstance(flow.state().stage, SigningIn | Home),
    )
    return OpenDesk(machine, flow)


def _alone(printing: threading.Lock, papers: DeskPapers, data: DeskPaper) -> tuple[str, str]:
    """One paper at a time: a receipt does not come out in the middle of a certificate."""
    with printing:
        return papers(data)


def log_crash(error: BaseException | str) -> None:
    """The crash guard's ear at a desk."""
    log.error("desk_crashed", error=type(error).__name__)
