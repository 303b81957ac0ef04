"""Watches the parts of the machine and publishes what it can do, whenever that changes."""

import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kiosk.ports import Clock, Printer, PrinterState
from kiosk.station.capability import Capabilities, Health, judge
from kiosk.station.configuration import Remote, RemoteConfiguration
from kiosk.station.opening import Closed
from kiosk.station.paper import PaperBudget
from kiosk.store import queries
from kiosk.store.archive import archive
from kiosk.store.failure import StoreFailed
from kiosk.store.store import Store
from kiosk.sync import heartbeat
from kiosk.sync.clock_trust import ClockTrust

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
        time: ClockTrust,
        budget: PaperBudget,
        configuration: RemoteConfiguration,
        publish: Callable[[Capabilities], None],
        apply: Callable[[Remote], bool],
        is_idle: Callable[[], bool],
        is_stopped: Callable[[], bool],
        is_sound: Callable[[], bool],
        state_dir: Path,
        closed: Callable[[], Closed | None] = lambda: None,
    ) -> None:
        """Wire it.

        Args:
            printer: its newest state is read at every look.
            probe: asks central whether it is there; may block for its time-out.
            store: its failure is the disk's; checkpointed when the machine is idle.
            clock: for the pauses between probes.
            time: whether the wall clock can be believed.
            budget: what the roll still holds; follows the printer.
            configuration: what central set from afar.
            publish: hears the first verdict and every change of it.
            apply: takes new remote settings over if nobody is disturbed; True if it did.
            is_stopped: True while central does not let this machine serve.
            is_sound: False once an invariant was found broken.
            is_idle: True while nobody buys, so that a checkpoint disturbs nobody.
            state_dir: whose free space is told to central.
            closed: whether it is outside the opening hours.
        """
        self._printer = printer
        self._probe = probe
        self._store = store
        self._clock = clock
        self._time = time
        self._budget = budget
        self._configuration = configuration
        self._publish = publish
        self._apply = apply
        self._applied = Remote()
        self._is_idle = is_idle
        self._is_stopped = is_stopped
        self._is_sound = is_sound
        self._state_dir = state_dir
        self._closed = closed
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
        wanted = self._configuration.remote
        if wanted != self._applied and self._apply(wanted):
            self._applied = wanted
        self._show()
        return EVERY_S

    def health(self) -> heartbeat.Health:
        """What the heartbeat tells central."""
        state = self._printer.state()
        return heartbeat.Health(
            printer=state.fault.value if state.fault else "ready",
            paper_mm=self._paper_left_mm(state),
            disk_free_mb=shutil.disk_usage(self._state_dir).free // 2**20,
            clock_offset_s=self._time.offset_s,
        )

    def _show(self) -> None:
        with self._guard:
            online = self._online
        state = self._printer.state()
        facts = Health(
            printer=state,
            paper_left_mm=self._paper_left_mm(state),
            central_online=online,
            unfinished=self._waiting(),
            clock_ok=self._time.trusted,
            stopped=self._stopped(),
            sound=self._sound(),
            disk_ok=not self._store.failed,
            closed=self._closed(),
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

    def _paper_left_mm(self, state: PrinterState) -> int | None:
        try:
            self._budget.observe(state)
            return self._budget.left_mm()
        except StoreFailed:
            return None

    def _stopped(self) -> str:
        if self._is_stopped():
            return "device-stopped"
        return "out-of-service" if self._configuration.remote.out_of_service else ""

    def _sound(self) -> bool:
        try:
            return self._is_sound()
        except StoreFailed:
            return True  # the disk is the news then

    def _tidy(self) -> None:
        with suppress(StoreFailed):  # the store stays failed, and ``look`` shows it next
            self._store.write(lambda c: archive(c, self._clock.now()))
            self._store.checkpoint()
