"""A kiosk: the product's own parts, wired as ``kiosk.app`` does, around a disk and a printer that
outlive every start of its program.

Wherever the product calls a port it may be put aside or lose power. What a power cut leaves is the
disk, the paper and what is on its way over the network.
"""

import base64
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast

import httpx

from kiosk.ports import Printer
from kiosk.purchase.engine import Purchaser
from kiosk.purchase.give_back import Refunds
from kiosk.purchase.receipt import ReceiptPrinter
from kiosk.purchase.recovery import Recovery, recover
from kiosk.store.failure import StoreFailed
from kiosk.store.journal import Journal
from kiosk.store.rows import Device
from kiosk.sync.client import HttpCentral
from kiosk.sync.heartbeat import Health, Heartbeat
from kiosk.sync.outbox import Outbox
from kiosk.sync.worker import LONGEST_SLEEP_S
from kiosk.system import uuid7
from tests.simulation.baton import Crash, Task
from tests.simulation.disk import Disk, SimulatedStore
from tests.simulation.printer import SimulatedPrinter
from tests.simulation.service import START, Machine
from tests.simulation.wire import Wire

if TYPE_CHECKING:
    from tests.simulation.world import World

_REBOOT_S = ((0.5, 4.0), (1.0, 90.0))
"""A program that is started again, or a machine that boots."""


class NodeClock:
    """A machine's two clocks; they drift, and the wall clock may be put anywhere."""

    def __init__(self, now_s: Callable[[], float], drift: float, since_boot_s: float) -> None:
        self._now_s = now_s
        self._drift = drift
        self._booted_s = now_s() - since_boot_s
        self.wall_ahead_s = 0.0

    def now(self) -> datetime:
        return START + timedelta(seconds=self._now_s() * (1 + self._drift) + self.wall_ahead_s)

    def monotonic(self) -> float:
        return (self._now_s() - self._booted_s) * (1 + self._drift)

    def boot(self, since_s: float) -> None:
        """The machine starts anew: its monotonic clock begins again."""
        self._booted_s = self._now_s() - since_s


class NodeIds:
    """Ids and nonces of one machine, from the seed."""

    def __init__(self, world: "World") -> None:
        self._world = world

    def new_id(self) -> str:
        world = self._world
        return uuid7(
            int(START.timestamp() * 1000 + world.baton.now * 1000), world.chance.getrandbits(74)
        )

    def new_nonce(self) -> str:
        return base64.urlsafe_b64encode(self._world.chance.randbytes(16)).rstrip(b"=").decode()


class SteppedWorker:
    """What ``kiosk.sync.worker.Worker`` does, without its thread."""

    def __init__(self, node: "KioskNode", tick: Callable[[], float]) -> None:
        self._node = node
        self._tick = tick
        self._woken = False
        self._sleeper: tuple[Task, int] | None = None

    def wake(self) -> None:
        """Ask for a round now, or for one more after the present one."""
        self._woken = True
        if self._sleeper is not None:
            self._node.world.baton.wake(*self._sleeper)

    def run(self) -> None:
        baton = self._node.world.baton
        while True:
            wait_s = min(LONGEST_SLEEP_S, max(0.0, self._tick()))
            if not self._woken:
                self._sleeper = (baton.current, baton.current.ticket + 1)
                baton.wait(wait_s)
                self._sleeper = None
            self._woken = False
            self._node.point("")


class KioskNode:
    """One machine. ``boots`` counts the starts of its program; a task of an older one is dead."""

    def __init__(self, world: "World", name: str, machine: Machine, disk: Disk) -> None:
        self.world = world
        self.name = name
        self.machine = machine
        self.disk = disk
        drift = world.faults.between(-3e-4, 3e-4) if world.faults.strikes("clock: drift") else 0.0
        self.clock = NodeClock(lambda: world.baton.now, drift, world.faults.between(5.0, 1e5))
        self.ids = NodeIds(world)
        self.printer = SimulatedPrinter(world.baton, world.faults, world.constants, self.note)
        self.printer.first_byte = self._first_byte
        self.printer.finished = lambda strip: world.paper_came(self, strip)
        self.boots = 0
        self.up = False
        self.recovering = False
        self.stopping = False
        self.retired = False
        self.tasks: list[Task] = []
        self.image: bytes | None = None
        self.forgetful = False
        self.on_ready: Callable[[], None] = lambda: None

    @property
    def is_clone(self) -> bool:
        """True for a second machine with somebody else's disk."""
        return self.name.endswith("'")

    def note(self, text: str) -> None:
        self.world.note(self.name, text)

    # Life.

    def start(self, delay_s: float = 0.0) -> None:
        """Start the program after a while."""
        self.boots += 1
        self.tasks = []
        self.spawn("start", self._start, delay_s)

    def spawn(self, name: str, work: Callable[[], object], delay_s: float = 0.0) -> Task:
        """Run blocking code of this start; a power cut or a broken disk ends all of it."""
        boot = self.boots

        def run() -> None:
            try:
                work()
            except Crash:
                if boot == self.boots:
                    self.world.baton.at(0.0, lambda: self._fallen(boot))
            except StoreFailed as failure:
                self.note(f"{name} ended: {failure}")
                if boot == self.boots:
                    self.up = False
                    self.world.baton.at(0.0, lambda: self._fallen(boot))
            except Exception as error:  # noqa: BLE001 - whatever the product did not mean
                self.retired = True
                self.world.unexpected(f"{self.name} {name}", error)
                self.stop()

        task = self.world.baton.spawn(f"{self.name} {name}", self, run, delay_s)
        self.tasks.append(task)
        return task

    def crash(self, why: str) -> None:
        """Power off now; the running task unwinds by itself, the others are thrown out."""
        self.note(f"power off: {why}")
        self.up = False
        raise Crash(why)

    def stop(self) -> None:
        """Power off from outside, for good or until ``start``."""
        self.up = False
        boot = self.boots
        if self.world.baton.inside:
            self.world.baton.at(0.0, lambda: self._end_tasks(boot))
        else:
            self._end_tasks(boot)

    def point(self, name: str) -> None:
        """A place where the machine may be put aside, or lose power."""
        world = self.world
        if not self.up:
            raise Crash("the machine is off")
        if name and world.faults.on:
            kind = f"kiosk: crash {name}"
            if self.recovering and world.faults.strikes("kiosk: crash in recovery"):
                self.crash("in recovery")
            if world.faults.strikes(kind):
                self.crash(name)
        if world.faults.chance.random() < world.constants.eager:
            boot = self.boots
            world.baton.wait(world.faults.between(0.0, 0.2))
            if not self._still_on(boot):
                raise Crash("the machine went off meanwhile")

    def _still_on(self, boot: int) -> bool:
        return self.up and boot == self.boots

    def _fallen(self, boot: int) -> None:
        """After a power cut or a disk error: everything of this start is gone; it starts anew."""
        if boot != self.boots:
            return
        self._end_tasks(boot)
        self.up = False
        if self.retired:
            return
        if self.world.chance.random() < 0.5:
            self.clock.boot(self.world.faults.between(1.0, 20.0))
            self.printer.lose_power()
        if self.world.faults.strikes("clock: kiosk's wall clock jumps"):
            self.clock.wall_ahead_s = self.world.faults.between(-90_000.0, 90_000.0)
        self.world.while_down(self)
        if not self.retired:
            self.start(self.world.faults.between(*self.world.chance.choice(_REBOOT_S)))

    def _end_tasks(self, boot: int) -> None:
        if boot != self.boots:
            return
        self.up = False
        for task in self.tasks:
            self.world.baton.end(task)

    # The program.

    def _start(self) -> None:
        """What ``kiosk.app.open_kiosk`` does."""
        world = self.world
        self.up, self.recovering, self.stopping = True, True, False
        self.note(f"start {self.boots}")
        constants = world.constants
        self.store = SimulatedStore(self.disk, self.point, self._disk_trouble)
        self.journal = Journal(self.store, self.clock)
        self.printer.point = self.point
        wire = Wire(world, self.point)
        identity = self.machine.identity
        self.central = HttpCentral(
            cast(httpx.Client, wire),
            device_id=identity.device_id,
            central_id=identity.central_id,
            key=self.machine.key,
            clock=self.clock,
            ids=self.ids,
            limit_s=constants.read_s + 3,
        )
        self.outbox = Outbox(self.journal, self.central, self.clock, world.chance.random)
        printer = cast(Printer, self.printer)
        recovery = recover(
            self.journal,
            self.outbox,
            self.central,
            printer,
            self.clock,
            self.ids,
            constants.limits,
        )
        self.recovering = False
        if recovery.broken_audit_row is not None:
            world.broken("I8", f"{self.name}: audit row {recovery.broken_audit_row}")
        self.note(
            f"recovered voided={len(recovery.voided)} printed={len(recovery.printed)} "
            f"waiting={len(recovery.waiting)} incidents={len(recovery.incidents)}"
        )
        self._wire(recovery, printer)
        self.on_ready()

    def _wire(self, recovery: Recovery, printer: Printer) -> None:
        identity, constants = self.machine.identity, self.world.constants
        self.purchaser = Purchaser(
            journal=self.journal,
            outbox=self.outbox,
            central=self.central,
            printer=printer,
            clock=self.clock,
            pause=self._pause,
            limits=constants.limits,
            boot_id=recovery.boot_id,
            central_key=identity.central_key,
            printer_is_clear=recovery.printer_is_clear,
        )
        self.receipts = ReceiptPrinter(
            journal=self.journal,
            central=self.central,
            printer=printer,
            clock=self.clock,
            central_key=identity.central_key,
            chamber_name=identity.chamber_name,
            kiosk_id=identity.point_of_sale,
        )
        self.refunds = Refunds(self.journal, self.outbox)
        heartbeat = Heartbeat(
            self.journal,
            self.outbox,
            self.central,
            self.clock,
            boot_id=recovery.boot_id,
            version="simulated",
            health=self._health,
            every_s=constants.heartbeat_s,
            agreed=recovery.central_agreed,
        )
        sender = SteppedWorker(self, self.outbox.send_due)
        self.outbox.on_queued = sender.wake
        self.spawn("outbox", sender.run)
        self.spawn("heartbeat", SteppedWorker(self, heartbeat.beat).run, 0.01)

    def _pause(self, seconds: float) -> bool:
        self.point("while pausing")
        if self.stopping:
            return True
        if seconds:
            self.world.baton.wait(seconds)
            self.point("")
        return self.stopping

    def _health(self) -> Health:
        state = self.printer.state()
        return Health(printer=state.fault.value if state.fault else "ready")

    def _disk_trouble(self) -> str:
        faults = self.world.faults
        if faults.strikes("disk: slow"):
            self.world.baton.wait(faults.between(0.0, 1.5))
            self.point("")
        if faults.strikes("disk: commit failed"):
            return "lost"
        return "kept" if faults.strikes("disk: commit failed but was kept") else ""

    def _first_byte(self, code: str) -> str:
        return self.world.first_byte(self, code) if code else ""


def device_row(machine: Machine) -> Device:
    """Who the machine is, as enrolment leaves it on the disk."""
    identity = machine.identity
    return Device(
        device_id=identity.device_id,
        serial="S-1",
        chamber_code=identity.chamber_code,
        chamber_name=identity.chamber_name,
        central_id=identity.central_id,
        central_key=identity.central_key,
        point_of_sale=identity.point_of_sale,
        fingerprint=identity.fingerprint,
    )
