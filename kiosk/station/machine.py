"""What every paired machine is made of, a kiosk or a desk: one store, one engine, one central.

``open_machine`` recovers what a crash left, before anybody sees a screen; what then runs beside the
screen is wired by ``kiosk.station.attend``.
"""

from collections.abc import Callable
from dataclasses import dataclass

import structlog

from kiosk.ports import Printer
from kiosk.purchase.engine import Purchaser
from kiosk.purchase.limits import Limits
from kiosk.purchase.receipt import ReceiptPrinter
from kiosk.purchase.recovery import Recovery, recover
from kiosk.settings import Settings
from kiosk.station.configuration import RemoteConfiguration
from kiosk.station.guard import CrashGuard
from kiosk.station.paper import BudgetedPrinter, PaperBudget
from kiosk.store import queries
from kiosk.store.journal import Journal
from kiosk.store.rows import Device
from kiosk.store.store import Store
from kiosk.sync.client import HttpCentral
from kiosk.sync.clock_trust import ClockTrust
from kiosk.sync.connect import connect
from kiosk.sync.outbox import Outbox
from kiosk.sync.pairing import take_over
from kiosk.sync.worker import Worker
from kiosk.system import Pause, SystemClock, SystemIds, Threads, jitter

log = structlog.get_logger()
STOP_S = 15.0
"""Longer than one exchange with central."""


@dataclass(frozen=True)
class Make:
    """What only the composition root can tell of a machine.

    Attributes:
        version: of the installed program.
        reserve_mm: paper that is surely left when the printer's near-end sensor speaks.
        effect_threads: how many things may be done at once for who stands before it.
    """

    version: str
    reserve_mm: int
    effect_threads: int


@dataclass
class Machine:
    """A paired machine without its screen."""

    settings: Settings
    make: Make
    device: Device
    store: Store
    journal: Journal
    clock: SystemClock
    ids: SystemIds
    time: ClockTrust
    central: HttpCentral
    remote: RemoteConfiguration
    printer: BudgetedPrinter
    outbox: Outbox
    recovery: Recovery
    limits: Limits
    threads: Threads
    pause: Pause
    crashed: CrashGuard
    workers: tuple[Worker, ...] = ()

    @property
    def chamber(self) -> str:
        """The chamber's name on this machine."""
        return self.settings.chamber.name or self.device.chamber_name

    def purchaser(self, printer: Printer | None = None) -> Purchaser:
        """The one engine of purchases, on this machine's printer, or on what stands for one."""
        return Purchaser(
            journal=self.journal,
            outbox=self.outbox,
            central=self.central,
            printer=printer or self.printer,
            clock=self.clock,
            pause=self.pause,
            limits=self.limits,
            boot_id=self.recovery.boot_id,
            central_key=self.device.central_key,
            printer_is_clear=self.recovery.printer_is_clear,
        )

    def receipts(self) -> ReceiptPrinter:
        """Prints the receipts of what this machine sold."""
        return ReceiptPrinter(
            journal=self.journal,
            central=self.central,
            printer=self.printer,
            clock=self.clock,
            central_key=self.device.central_key,
            chamber_name=self.chamber,
            kiosk_id=self.device.point_of_sale,
            complaints=self.settings.chamber.contact_phone,
            demonstration=self.settings.chamber.demonstration,
        )

    def start(self) -> None:
        """Begin the work beside the screen."""
        for worker in self.workers:
            worker.start()

    def stop(self) -> bool:
        """End everything in order; True if every thread ended and the store was closed cleanly."""
        self.crashed.stop()
        self.pause.wake()
        self.threads.stop()
        ended = [worker.stop(STOP_S) for worker in self.workers]
        self.printer.close()
        self.central.close()
        self.store.close()
        return all(ended) and not self.store.failed


def open_machine(
    settings: Settings,
    printer: Printer,
    on_crash: Callable[[BaseException], None],
    make: Make,
    clock: SystemClock | None = None,
) -> Machine:
    """Open the store and recover what a crash left; ``clock`` None: this machine's own.

    Raises:
        NotEnrolled: pair the machine first.
        StoreFailed: the disk; do not open for sale.
        DeviceKeyUnusable: the key file is missing or damaged.
    """
    clock = clock or SystemClock()
    if take_over(settings.state_dir):
        log.info("paired_anew")
    store = Store(settings.state_dir)
    try:
        return _recovered(settings, printer, on_crash, make, store, clock)
    except BaseException:
        store.close()
        raise


def _recovered(
    settings: Settings,
    printer: Printer,
    on_crash: Callable[[BaseException], None],
    make: Make,
    store: Store,
    clock: SystemClock,
) -> Machine:
    device = queries.enrolled_device(store)
    ids = SystemIds(clock)
    journal = Journal(store, clock)
    time = ClockTrust(clock, queries.last_instant(store))
    roll_mm = settings.printer.roll_m * 1000
    budget = PaperBudget(store, clock, roll_mm=roll_mm, reserve_mm=make.reserve_mm)
    budgeted = BudgetedPrinter(printer, budget)
    remote = RemoteConfiguration(store, clock)
    central = connect(settings, device, clock, ids, time)
    outbox = Outbox(journal, central, clock, jitter)
    limits = Limits(
        lease_s=settings.purchase.lease_s,
        authorise_s=settings.purchase.authorise_s,
        settle_s=settings.purchase.settle_s,
    )
    recovery = recover(journal, outbox, central, budgeted, clock, ids, limits)
    log.info(
        "recovered",
        voided=len(recovery.voided),
        printed=len(recovery.printed),
        waiting=len(recovery.waiting),
        incidents=len(recovery.incidents),
        central_agreed=recovery.central_agreed,
    )
    crashed = CrashGuard(on_crash)
    return Machine(
        settings=settings,
        make=make,
        device=device,
        store=store,
        journal=journal,
        clock=clock,
        ids=ids,
        time=time,
        central=central,
        remote=remote,
        printer=budgeted,
        outbox=outbox,
        recovery=recovery,
        limits=limits,
        threads=Threads(make.effect_threads, crashed),
        pause=Pause(),
        crashed=crashed,
    )
