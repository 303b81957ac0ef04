"""The composition root: the one place that chooses real or virtual parts and wires them.

Everything is a parameter; nothing happens at import. ``ui`` and ``drivers`` are imported late, so
that ``import kiosk`` needs neither Qt nor pyserial.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import structlog

from kiosk.ports import Printer, PrinterFault, PrinterState
from kiosk.purchase.give_back import Refunds
from kiosk.purchase.slip import SlipPrinter
from kiosk.settings import Settings
from kiosk.staff.compose import Program, make_screens
from kiosk.staff.desk import compose as desk
from kiosk.staff.maintenance.faults import FaultPort
from kiosk.staff.maintenance.parts import PrinterModel
from kiosk.staff.screens import Screens
from kiosk.station.attend import attend
from kiosk.station.capability import Health, judge
from kiosk.station.configuration import Remote
from kiosk.station.guard import CrashGuard
from kiosk.station.machine import Machine, Make, open_machine
from kiosk.station.opening import Opening
from kiosk.store.on_site import OnSite
from kiosk.store.store import Store
from kiosk.supervisor import Pulse, of_this_process
from kiosk.sync.client import HttpCentral
from kiosk.sync.worker import Worker
from kiosk.system import SystemClock
from kiosk.visit.flow import Flow
from kiosk.visit.runner import EffectRunner
from kiosk.visit.state import Attract, Setup

if TYPE_CHECKING:
    from drivers.scanner.scanner import SerialScanner

log = structlog.get_logger()

EFFECT_THREADS = 4
"""A purchase takes one; signing out, fetching and printing a receipt must not wait for it."""


def program_version() -> str:
    """The installed version, or ``0`` when run from a bare tree."""
    try:
        return version("dispensador")
    except PackageNotFoundError:
        return "0"


@dataclass
class Kiosk:
    """A running dispenser without its screen."""

    machine: Machine
    flow: Flow
    screens: Screens
    start_scanner: "Callable[[], SerialScanner | None]"
    scanner: "SerialScanner | None" = None

    @property
    def store(self) -> Store:
        """The machine's store."""
        return self.machine.store

    @property
    def central(self) -> HttpCentral:
        """Central, as this machine asks it."""
        return self.machine.central

    @property
    def crashed(self) -> CrashGuard:
        """Hears of whatever breaks."""
        return self.machine.crashed

    @property
    def workers(self) -> tuple[Worker, ...]:
        """What runs beside the screen."""
        return self.machine.workers

    def start(self) -> None:
        """Begin background work: outbox, heartbeat, watching the parts, the barcode reader."""
        self.machine.start()
        self.scanner = self.start_scanner()

    def watch(self, leave: Callable[[], None]) -> None:
        """Have ``leave`` called when the machine must be started anew and nobody stands there."""
        self.crashed.watch(self.screens.is_free, leave)
        self.screens.restartable()

    def stop(self) -> bool:
        """End everything in order; True if every thread ended and the store was closed cleanly."""
        if self.scanner is not None:
            self.scanner.close()
        return self.machine.stop()


def make_printer(settings: Settings) -> Printer:
    """The real printer of the settings' profile, on the settings' device."""
    from drivers.printer.job import JobLimits
    from drivers.printer.printer import EscPosPrinter
    from drivers.printer.profile import load_profile
    from drivers.printer.transport import serial_port_factory

    profile = load_profile(settings.printer.profile)
    factory = serial_port_factory(settings.printer.device, profile.serial, settings.printer.flow)
    limits = JobLimits(hold_s=settings.printer.hold_paper_s, copy_s=settings.printer.copy_s)
    return EscPosPrinter(factory, profile, SystemClock(), job_limits=limits)


def open_kiosk(
    settings: Settings,
    printer: Printer,
    on_crash: Callable[[BaseException], None],
    faults: FaultPort | None = None,
) -> Kiosk:
    """Open the store, recover what a crash left, wire the rest; nothing runs before ``start``.

    ``faults`` are those of a printer that can be told to fail; see ``kiosk.staff.maintenance``.

    Raises:
        NotEnrolled: pair the machine first.
        StoreFailed: the disk; do not open for sale.
        DeviceKeyUnusable: the key file is missing or damaged.
    """
    make = Make(program_version(), near_end_mm(settings.printer.profile), EFFECT_THREADS)
    machine = open_machine(settings, printer, on_crash, make)
    try:
        return _wire(machine, faults)
    except BaseException:
        machine.store.close()
        raise


def _wire(machine: Machine, faults: FaultPort | None) -> Kiosk:
    settings = machine.settings
    slips = SlipPrinter(
        journal=machine.journal,
        printer=machine.printer,
        clock=machine.clock,
        chamber_name=machine.chamber,
        kiosk_id=machine.device.point_of_sale,
        complaints=settings.chamber.contact_phone,
        demonstration=settings.chamber.demonstration,
    )
    runner = EffectRunner(
        central=machine.central,
        purchaser=machine.purchaser(),
        receipts=machine.receipts(),
        slips=slips,
        refunds=Refunds(machine.journal, machine.outbox),
        ids=machine.ids,
        executor=machine.threads,
        tell=lambda: attendance.beat(),
    )
    unknown = Health(printer=PrinterState(PrinterFault.UNKNOWN), central_online=False)
    setup = _setup(settings, machine.chamber)
    on_site = OnSite(settings.state_dir, machine.clock)
    flow = Flow(configured(setup, machine.remote.remote), judge(unknown), machine.clock, runner)
    attendance = attend(
        machine,
        publish=flow.station_changed,
        apply=lambda wanted: flow.reconfigure(configured(setup, wanted)),
        is_idle=lambda: isinstance(flow.visit().stage, Attract),
        closed=Opening(settings.hours, machine.remote, machine.time, lambda: on_site.closed_from),
    )
    program = Program(
        machine.make.version,
        lambda: _printer_model(settings, machine.printer),
        attendance.send,
        machine.crashed.end,
        on_site,
        faults,
    )
    screens = make_screens(
        flow,
        machine.store,
        machine.printer,
        machine.central,
        machine.remote,
        settings,
        machine.device,
        machine.clock,
        machine.threads,
        program,
    )
    return Kiosk(machine, flow, screens, lambda: _start_scanner(settings, machine.clock, screens))


def _start_scanner(
    settings: Settings, clock: SystemClock, screens: Screens
) -> "SerialScanner | None":
    from drivers.scanner.start import start_scanner

    return start_scanner(settings.scanner, clock, screens)


def _printer_model(settings: Settings, printer: Printer) -> PrinterModel:
    from drivers.printer.about import about

    return about(settings.printer, printer)


def _setup(settings: Settings, chamber: str) -> Setup:
    visit = settings.visit
    return Setup(
        chamber=chamber,
        language=visit.language,
        phone=settings.chamber.contact_phone,
        brand={"primary": settings.chamber.colour, "dark": settings.chamber.dark_colour},
        elsewhere=in_two(settings.hours.elsewhere_es, settings.hours.elsewhere_en),
        idle_s=visit.idle_s,
        countdown_s=visit.countdown_s,
        done_s=visit.done_s,
        cart_limit=visit.cart_limit,
        require_prepaid_key=visit.require_prepaid_key,
    )


def configured(setup: Setup, remote: Remote) -> Setup:
    """The machine's own settings with what central set from afar over them."""
    return replace(
        setup,
        language=remote.language or setup.language,
        idle_s=remote.idle_s or setup.idle_s,
        countdown_s=remote.countdown_s or setup.countdown_s,
        done_s=remote.done_s or setup.done_s,
        cart_limit=remote.cart_limit or setup.cart_limit,
        notice=in_two(remote.notice_es, remote.notice_en) or setup.notice,
        elsewhere=setup.elsewhere
        if remote.elsewhere_es is None and remote.elsewhere_en is None
        else in_two(remote.elsewhere_es, remote.elsewhere_en),
        phone=setup.phone if remote.contact_phone is None else remote.contact_phone,
    )


def in_two(es: str | None, en: str | None) -> dict[str, str]:
    """A text by language, the other's where one is missing; nothing where both are."""
    return {"es": es or en or "", "en": en or es or ""} if es or en else {}


def near_end_mm(profile: str) -> int:
    """Paper that is surely left when this model's near-end sensor speaks."""
    from drivers.printer.profile import load_profile

    return load_profile(profile).head.near_end_mm


def show_window(kiosk: Kiosk, *, fullscreen: bool) -> int:
    """Show the kiosk's screen until it is closed; only a window that is not full screen can be."""
    from ui.app import WindowOptions, run_window

    supervisor = of_this_process(SystemClock())
    options = WindowOptions(
        fullscreen=fullscreen,
        hide_cursor=fullscreen,
        may_close=not fullscreen,
        on_turn=Pulse(supervisor, lambda: not kiosk.store.failed),
    )
    kiosk.start()
    try:
        return run_window(kiosk.screens, options, kiosk.crashed)
    finally:
        supervisor.ending()


def open_desk(settings: Settings) -> desk.OpenDesk:
    """The cashier's desk, on the printer of the settings or none.

    Raises:
        NotEnrolled, StoreFailed, DeviceKeyUnusable: as ``open_kiosk``.
    """
    if settings.printer.device == desk.NO_PRINTER:
        return desk.open_desk(settings, None, desk.log_crash, version=program_version())
    printer = make_printer(settings)
    try:
        return desk.open_desk(
            settings,
            printer,
            desk.log_crash,
            version=program_version(),
            reserve_mm=near_end_mm(settings.printer.profile),
        )
    except BaseException:
        printer.close()
        raise


def show_desk(opened: desk.OpenDesk) -> int:
    """Show the desk until its window is closed; the exit status."""
    from ui import office

    opened.start()
    return office.show_desk(opened.flow, opened.crashed)


def close_window() -> None:
    """Ask the window's loop to end; from any thread."""
    from ui.app import end

    end()


def log_crash(error: BaseException | str) -> None:
    """The crash guard's ear: what nobody expected is logged; the journal has secured the money."""
    log.error("crashed", kind=type(error).__name__)
