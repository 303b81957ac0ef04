"""Watches the parts of the machine and publishes what it can do, whenever that changes."""

import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kiosk.ports import Clock, Printer
from kiosk.station.capability import Capabilities, Health, judge
from kiosk.store import queries
from kiosk.store.failure import StoreFailed
from kiosk.store.store import Store
from kiosk.sync import heartbeat

EVERY_S = 1.0
PROBE_S = 10.0
"""How often central is asked whether it is there, when nothing else told us meanwhile."""
CHECKPOINT_S = 60.0


class Monitor:
    """One look at a time; a worker calls ``look`` again after the seconds it returns."""

    def __init__(
        self,
        *,
        printer: Printer,
        probe: Callable[[], bool],
        store: Store,
        clock: Clock,
        publish: Callable[[Capabilities], None],
        is_idle: Callable[[], bool],
        state_dir: Path,
    ) -> None:
        """Wire it.

        Args:
            printer: its newest state is read at every look.
            probe: asks central whether it is there; may block for its time-out.
            store: its failure is the disk's; checkpointed when the machine is idle.
            clock: for the pauses between probes.
            publish: hears the first verdict and every change of it.
            is_idle: True while nobody buys, so that a checkpoint disturbs nobody.
            state_dir: whose free space is told to central.
        """
        self._printer = printer
        self._probe = probe
        self._store = store
        self._clock = clock
        self._publish = publish
        self._is_idle = is_idle
        self._state_dir = state_dir
        self._guard = threading.Lock()
        self._online = False
        self._heard_s: float | None = None
        self._checkpoint_s = clock.monotonic()
        self._shown: Capabilities | None = None

    def central_answered(self, online: bool) -> None:
        """Every exchange with central tells here how it went; a probe is then not needed."""
        with self._guard:
            self._online = online
            self._heard_s = self._clock.monotonic()

    def look(self) -> float:
        """Look once at everything; publish if something changed."""
        now_s = self._clock.monotonic()
        with self._guard:
            stale = self._heard_s is None or now_s - self._heard_s >= PROBE_S
        if stale:
            self.central_answered(self._probe())
        if self._is_idle() and now_s - self._checkpoint_s >= CHECKPOINT_S:
            self._checkpoint_s = now_s
            self._tidy()
        self._show()
        return EVERY_S

    def health(self) -> heartbeat.Health:
        """What the heartbeat tells central."""
        state = self._printer.state()
        return heartbeat.Health(
            printer=state.fault.value if state.fault else "ready",
            disk_free_mb=shutil.disk_usage(self._state_dir).free // 2**20,
        )

    def _show(self) -> None:
        with self._guard:
            online = self._online
        facts = Health(
            printer=self._printer.state(),
            central_online=online,
            disk_ok=not self._store.failed,
            unfinished=self._waiting(),
        )
        verdict = judge(facts)
        if verdict != self._shown:
            self._shown = verdict
            self._publish(verdict)

    def _waiting(self) -> int:
        try:
            return queries.count_waiting(self._store)
        except StoreFailed:
            return 0  # the disk is the news then

    def _tidy(self) -> None:
        with suppress(StoreFailed):  # the store stays failed, and ``look`` shows it next
            self._store.checkpoint()
