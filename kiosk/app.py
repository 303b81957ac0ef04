"""The composition root: the one place that chooses real or virtual parts and wires them.

Everything is a parameter; nothing happens at import. ``ui`` and ``drivers`` are imported late, so
that ``import kiosk`` needs neither Qt nor pyserial.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import structlog

from kiosk.ports import Printer, PrinterFault, PrinterState
from kiosk.purchase.engine import Purchaser
from kiosk.purchase.give_back import Refunds
from kiosk.purchase.limits import Limits
from kiosk.purchase.receipt import ReceiptPrinter
from kiosk.purchase.recovery import Recovery, recover
from kiosk.purchase.slip import SlipPrinter
from kiosk.settings import Settings
from kiosk.staff.compose import Program, make_screens
from kiosk.staff.maintenance.parts import PrinterModel
from kiosk.staff.screens import Screens
from kiosk.station.capability import Health, judge
from kiosk.station.configuration import Remote, RemoteConfiguration
from kiosk.station.guard import CrashGuard
from kiosk.station.integrity import Integrity
from kiosk.station.monitor import Monitor
from kiosk.station.paper import BudgetedPrinter, PaperBudget
from kiosk.store import queries, witnesses
from kiosk.store.journal import Journal
from kiosk.store.rows import Device
from kiosk.store.store import Store
from kiosk.supervisor import Pulse, of_this_process
from kiosk.sync.client import HttpCentral
from kiosk.sync.clock_trust import ClockTrust
from kiosk.sync.connect import connect
from kiosk.sync.day_close import DayCloser
from kiosk.sync.heartbeat import Heartbeat
from kiosk.sync.key_rotation import KeyRotation
from kiosk.sync.outbox import Outbox
from kiosk.sync.witness import Checkpoints
from kiosk.sync.worker import Rounds, Worker
from kiosk.system import Pause, SystemClock, SystemIds, Threads, jitter
from kiosk.visit.flow import Flow
from kiosk.visit.runner import EffectRunner
from kiosk.visit.state import Attract, Setup

if TYPE_CHECKING:
    from drivers.scanner.scanner import SerialScanner

log = structlog.get_logger()

EFFECT_THREADS = 4
"""A purchase takes one; signing out, fetching and printing a receipt must not wait for it."""
STOP_S = 15.0
"""Longer than one exchange with central."""


def program_version() -> str:
    """The installed version, or ``0`` when run from a bare tree."""
    try:
        return version("dispensador")
    except PackageNotFoundError:
        return "0"


@dataclass
class Kiosk:
    """A running dispenser without its screen."""

    device: Device
    store: Store
    central: HttpCentral
    printer: Printer
    flow: Flow
    screens: Screens
    recovery: Recovery
    workers: tuple[Worker, ...]
    threads: Threads
    pause: Pause
    crashed: CrashGuard
    start_scanner: "Callable[[], SerialScanner | None]"
    scanner: "SerialScanner | None" = None

    def start(self) -> None:
        """Begin background work: outbox, heartbeat, watching the parts, the barcode reader."""
        for worker in self.workers:
            worker.start()
        self.scanner = self.start_scanner()

    def watch(self, leave: Callable[[], None]) -> None:
        """Have ``leave`` called when the machine must be started anew and nobody stands there."""
        self.crashed.watch(self.screens.is_free, leave)
        self.screens.restartable()

    def stop(self) -> bool:
        """End everything in order; True if every thread ended and the store was closed cleanly."""
        self.crashed.stop()
        if self.scanner is not None:
            self.scanner.close()
        self.pause.wake()
        self.threads.stop()
        ended = [worker.stop(STOP_S) for worker in self.workers]
        self.printer.close()
        self.central.close()
        self.store.close()
        return all(ended) and not self.store.failed


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
    settings: Settings, printer: Printer, on_crash: Callable[[BaseException], None]
) -> Kiosk:
    """Open the store, recover what a crash left, wire the rest; nothing runs before ``start``.

    Raises:
        NotEnrolled: pair the machine first.
        StoreFailed: the disk; do not open for sale.
        DeviceKeyUnusable: the key file is missing or damaged.
    """
    clock = SystemClock()
    ids = SystemIds(clock)
    store = Store(settings.state_dir)
    try:
        return _wire(settings, printer, on_crash, store, queries.enrolled_device(store), clock, ids)
    except BaseException:
        store.close()
        raise


def _wire(
    settings: Settings,
    printer: Printer,
    on_crash: Callable[[BaseException], None],
    store: Store,
    device: Device,
    clock: SystemClock,
    ids: SystemIds,
) -> Kiosk:
    journal = Journal(store, clock)
    time = ClockTrust(clock, queries.last_instant(store))
    budget = PaperBudget(
        store,
        clock,
        roll_mm=settings.printer.roll_m * 1000,
        reserve_mm=near_end_mm(settings.printer.profile),
    )
    printer = BudgetedPrinter(printer, budget)
    remote = RemoteConfiguration(store, clock)
    central = connect(settings, device, clock, ids, time)
    outbox = Outbox(journal, central, clock, jitter)
    pause = Pause()
    limits = Limits(
        lease_s=settings.purchase.lease_s,
        authorise_s=settings.purchase.authorise_s,
        settle_s=settings.purchase.settle_s,
    )
    recovery = recover(journal, outbox, central, printer, clock, ids, limits)
    log.info(
        "recovered",
        voided=len(recovery.voided),
        printed=len(recovery.printed),
        waiting=len(recovery.waiting),
        incidents=len(recovery.incidents),
        central_agreed=recovery.central_agreed,
    )
    crashed = CrashGuard(on_crash)
    threads = Threads(EFFECT_THREADS, crashed)
    chamber = settings.chamber.name or device.chamber_name
    purchaser = Purchaser(
        journal=journal,
        outbox=outbox,
        central=central,
        printer=printer,
        clock=clock,
        pause=pause,
        limits=limits,
        boot_id=recovery.boot_id,
        central_key=device.central_key,
        printer_is_clear=recovery.printer_is_clear,
    )
    receipts = ReceiptPrinter(
        journal=journal,
        central=central,
        printer=printer,
        clock=clock,
        central_key=device.central_key,
        chamber_name=chamber,
        kiosk_id=device.point_of_sale,
        complaints=settings.chamber.contact_phone,
        demonstration=settings.chamber.demonstration,
    )
    slips = SlipPrinter(
        journal=journal,
        printer=printer,
        clock=clock,
        chamber_name=chamber,
        kiosk_id=device.point_of_sale,
        complaints=settings.chamber.contact_phone,
        demonstration=settings.chamber.demonstration,
    )
    runner = EffectRunner(
        central=central,
        purchaser=purchaser,
        receipts=receipts,
        slips=slips,
        refunds=Refunds(journal, outbox),
        ids=ids,
        executor=threads,
        tell=lambda: beats.wake(),
    )
    unknown = Health(printer=PrinterState(PrinterFault.UNKNOWN), central_online=False)
    setup = _setup(settings, chamber)
    flow = Flow(configured(setup, remote.remote), judge(unknown), clock, runner)
    integrity = Integrity(store, clock, log_breach)
    keys = KeyRotation(
        settings.state_dir,
        store,
        central,
        clock,
        time,
        device.device_id,
        timedelta(days=settings.central.key_days) if settings.central.key_days else None,
    )
    checkpoints = Checkpoints(
        store,
        central,
        time,
        device,
        lambda: keys.key,
        lambda told: integrity.report(f"I8 {told}", "central is the witness of the audit chain"),
    )
    days = DayCloser(
        store,
        central,
        clock,
        time,
        store.read(witnesses.enrolled_at),
        checkpoints.make,
        checkpoints.take,
    )
    monitor = Monitor(
        printer=printer,
        probe=central.is_reachable,
        store=store,
        clock=clock,
        time=time,
        budget=budget,
        configuration=remote,
        publish=flow.station_changed,
        apply=lambda wanted: flow.reconfigure(configured(setup, wanted)),
        is_idle=lambda: isinstance(flow.visit().stage, Attract),
        is_stopped=lambda: heartbeat.is_stopped,
        is_sound=integrity.is_sound,
        state_dir=settings.state_dir,
    )
    central.on_answer = monitor.central_answered
    heartbeat = Heartbeat(
        journal,
        outbox,
        central,
        clock,
        boot_id=recovery.boot_id,
        version=program_version(),
        health=monitor.health,
        configuration=remote,
        every_s=settings.central.heartbeat_s,
        agreed=recovery.central_agreed,
    )
    sender = Worker("outbox", outbox.send_due, crashed)
    outbox.on_queued = sender.wake
    beats = Worker("heartbeat", heartbeat.beat, crashed)
    workers = (sender, beats, Worker("monitor", monitor.look, crashed))
    vouch = Rounds(checkpoints.send_due, days.close_due, keys.tick)
    everybody = (*workers, Worker("vouching", vouch, crashed))
    program = Program(program_version(), lambda: _printer_model(settings), sender.wake, crashed.end)
    screens = make_screens(
        flow, store, printer, central, remote, settings, device, clock, threads, program
    )
    return Kiosk(
        device,
        store,
        central,
        printer,
        flow,
        screens,
        recovery,
        everybody,
        threads,
        pause,
        crashed,
        lambda: _start_scanner(settings, clock, screens),
    )


def _start_scanner(
    settings: Settings, clock: SystemClock, screens: Screens
) -> "SerialScanner | None":
    from drivers.scanner.start import start_scanner

    return start_scanner(settings.scanner, clock, screens)


def _printer_model(settings: Settings) -> PrinterModel:
    from drivers.printer.about import about

    return about(settings.printer)


def _setup(settings: Settings, chamber: str) -> Setup:
    visit = settings.visit
    return Setup(
        chamber=chamber,
        language=visit.language,
        phone=settings.chamber.contact_phone,
        brand={"primary": settings.chamber.colour, "dark": settings.chamber.dark_colour},
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
        notice={"es": remote.notice_es, "en": remote.notice_en or remote.notice_es}
        if remote.notice_es or remote.notice_en
        else setup.notice,
        phone=setup.phone if remote.contact_phone is None else remote.contact_phone,
    )


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


def close_window() -> None:
    """Ask the window's loop to end; from any thread."""
    from ui.app import end

    end()


def log_crash(error: BaseException | str) -> None:
    """The crash guard's ear: what nobody expected is logged; the journal has secured the money."""
    log.error("crashed", error=str(error), kind=type(error).__name__)


def log_breach(name: str, detail: str) -> None:
    """The integrity's ear: the machine is out of service until people looked."""
    log.error("breach", name=name, detail=detail)
