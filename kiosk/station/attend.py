"""What runs beside a machine's screen: what must be sent, heard, watched over and vouched for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog

from kiosk.station.capability import Capabilities
from kiosk.station.configuration import Remote
from kiosk.station.integrity import Integrity
from kiosk.station.machine import Machine
from kiosk.station.monitor import Monitor
from kiosk.station.opening import Closed
from kiosk.store import witnesses
from kiosk.sync.day_close import DayCloser
from kiosk.sync.heartbeat import Heartbeat
from kiosk.sync.key_rotation import KeyRotation
from kiosk.sync.witness import Checkpoints
from kiosk.sync.worker import Rounds, Worker

log = structlog.get_logger()


@dataclass(frozen=True)
class Attendance:
    """``send`` has the outbox looked at now, ``beat`` has central told now how the machine is."""

    send: Callable[[], None]
    beat: Callable[[], None]


def attend(
    machine: Machine,
    publish: Callable[[Capabilities], None],
    apply: Callable[[Remote], bool],
    is_idle: Callable[[], bool],
    closed: Callable[[], Closed | None] = lambda: None,
) -> Attendance:
    """Give a machine its workers: outbox, heartbeat, monitor, day close, checkpoints, its key.

    Nothing runs before the machine's ``start``.

    Args:
        machine: recovered, without workers.
        publish: hears what the machine can do, and every change of it.
        apply: takes remote settings over if nobody is disturbed; True if it did.
        is_idle: True while nobody is served.
        closed: whether it is outside the opening hours; a desk has none.
    """
    integrity = Integrity(machine.store, machine.clock, log_breach)
    monitor = Monitor(
        printer=machine.printer,
        probe=machine.central.is_reachable,
        store=machine.store,
        clock=machine.clock,
        time=machine.time,
        budget=machine.printer.budget,
        configuration=machine.remote,
        publish=publish,
        apply=apply,
        is_idle=is_idle,
        is_stopped=lambda: heartbeat.is_stopped,
        is_sound=integrity.is_sound,
        state_dir=machine.settings.state_dir,
        closed=closed,
    )
    machine.central.on_answer = monitor.central_answered
    heartbeat = Heartbeat(
        machine.journal,
        machine.outbox,
        machine.central,
        machine.clock,
        boot_id=machine.recovery.boot_id,
        version=machine.make.version,
        health=monitor.health,
        configuration=machine.remote,
        every_s=machine.settings.central.heartbeat_s,
        agreed=machine.recovery.central_agreed,
    )
    sender = Worker("outbox", machine.outbox.send_due, machine.crashed)
    machine.outbox.on_queued = sender.wake
    beats = Worker("heartbeat", heartbeat.beat, machine.crashed)
    watch = Worker("monitor", monitor.look, machine.crashed)
    vouch = Worker("vouching", _vouching(machine, integrity), machine.crashed)
    machine.workers = (sender, beats, watch, vouch)
    return Attendance(sender.wake, beats.wake)


def _vouching(machine: Machine, integrity: Integrity) -> Rounds:
    """What makes central a witness of this machine's book, and keeps its key young."""
    days = machine.settings.central.key_days
    keys = KeyRotation(
        machine.settings.state_dir,
        machine.store,
        machine.central,
        machine.clock,
        machine.time,
        machine.device.device_id,
        timedelta(days=days) if days else None,
    )
    checkpoints = Checkpoints(
        machine.store,
        machine.central,
        machine.time,
        machine.device,
        lambda: keys.key,
        lambda told: integrity.report(f"I8 {told}", "central is the witness of the audit chain"),
    )
    closer = DayCloser(
        machine.store,
        machine.central,
        machine.clock,
        machine.time,
        machine.store.read(witnesses.enrolled_at),
        checkpoints.make,
        checkpoints.take,
    )
    return Rounds(checkpoints.send_due, closer.close_due, keys.tick)


def log_breach(name: str, detail: str) -> None:
    """The integrity's ear: the machine is out of service until people looked."""
    log.error("breach", name=name, detail=detail)
