"""The heartbeat: says how the device is, keeps live holds alive, hears what people decided.

Its answer also brings central's time (the client learns it) and a new remote configuration.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.contract import messages as m
from kiosk.contract.problems import Problem, ProblemCode
from kiosk.ports import Central, Clock
from kiosk.purchase import advice
from kiosk.purchase.operation import State
from kiosk.purchase.recovery import reconcile
from kiosk.station.configuration import RemoteConfiguration
from kiosk.store import queries
from kiosk.store.journal import Journal
from kiosk.sync.outbox import Outbox

EVERY_S = 60.0
OFFLINE_EVERY_S = 15.0
"""Sooner while central does not answer, so that the first screen knows soon when it is back."""

_MOST = 100
"""The contract's limit of live and of parked ones; more than a handful is an alarm anyway."""

_STOPPED = frozenset(
    {
        ProblemCode.DEVICE_UNKNOWN,
        ProblemCode.DEVICE_REVOKED,
        ProblemCode.DEVICE_CLONED,
        ProblemCode.SIGNATURE_INVALID,
        ProblemCode.CONTRACT_UNSUPPORTED,
    }
)
"""Answers that mean: this machine may not serve until people have looked at it."""


@dataclass(frozen=True)
class Health:
    """What the station knows of itself; ``printer`` is its fault code or ``ready``."""

    printer: str
    paper_mm: int | None = None
    disk_free_mb: int = 0
    clock_offset_s: int = 0


class Heartbeat:
    """One beat at a time; a worker calls ``beat`` again after the seconds it returns."""

    def __init__(
        self,
        journal: Journal,
        outbox: Outbox,
        central: Central,
        clock: Clock,
        *,
        boot_id: str,
        version: str,
        health: Callable[[], Health],
        configuration: RemoteConfiguration | None = None,
        every_s: float = EVERY_S,
        agreed: bool = True,
    ) -> None:
        """Wire it.

        Args:
            journal: names live operations and takes decisions over.
            outbox: knows what the engine works on; woken when a decision must be told.
            central: hears the beat.
            clock: the age of the queue.
            boot_id: of this start.
            version: of this program.
            health: what the station knows of itself.
            configuration: takes what central wants changed.
            every_s: pause between beats, unless central wants another.
            agreed: whether start-up could compare its operations with central's; if not, the first
                beat that is answered does it.
        """
        self._journal = journal
        self._outbox = outbox
        self._central = central
        self._clock = clock
        self._boot_id = boot_id
        self._version = version
        self._health = health
        self._configuration = configuration
        self._every_s = every_s
        self._agreed = agreed
        self._refusal: ProblemCode | None = None

    @property
    def is_stopped(self) -> bool:
        """Central does not let this machine serve, by its last word."""
        return self._refusal in _STOPPED

    def beat(self) -> float:
        """Send one heartbeat and apply what comes back."""
        match self._central.heartbeat(self._message()):
            case m.HeartbeatReply() as reply:
                self._refusal = None
                for resolution in reply.resolutions:
                    self._apply(resolution)
                if self._configuration is not None:
                    self._configuration.offer(reply.config_version, reply.config)
                if not self._agreed:
                    self._agreed = reconcile(self._journal, self._central) is not None
                    self._outbox.on_queued()
                return self._pause_s()
            case Problem(code=code):
                self._refusal = code
                return min(self._pause_s(), OFFLINE_EVERY_S)
            case _:
                return min(self._pause_s(), OFFLINE_EVERY_S)

    def _pause_s(self) -> float:
        wanted = self._configuration.remote.heartbeat_s if self._configuration else None
        return self._every_s if wanted is None else wanted

    def _message(self) -> m.Heartbeat:
        store = self._journal.store
        health = self._health()
        queue = queries.queue(store)
        age = (self._clock.now() - queue.oldest_at).total_seconds() if queue.oldest_at else 0
        live = queries.operations_in(store, *queries.LIVE)
        waiting = [op for op in live if op.state is State.WAIT_PERSON]
        return m.Heartbeat(
            boot_id=self._boot_id,
            version=self._version,
            printer=health.printer,
            paper_mm=health.paper_mm,
            queue_length=queue.length,
            queue_age_s=max(0, int(age)),
            disk_free_mb=health.disk_free_mb,
            live_operations=tuple(op.op_id for op in live[:_MOST]),
            waiting_operations=tuple(op.op_id for op in waiting[:_MOST]),
            parked=tuple(parked.device_seq for parked in queries.parked_items(store)[:_MOST]),
            clock_offset_s=health.clock_offset_s,
            config_version=self._configuration.version if self._configuration else 0,
        )

    def _apply(self, resolution: m.Resolution) -> None:
        """Take over a decision; central repeats it, so what no longer waits is left as it is."""
        op_id = resolution.op_id
        found = queries.find_operation(self._journal.store, op_id)
        if found is None or found.state is not State.WAIT_PERSON or self._outbox.is_reserved(op_id):
            return
        if resolution.decision == "printed":
            told = "resolved by a person: printed"
            send = advice.capture(op_id, self._clock.now(), told)
            self._journal.go(op_id, State.PRINTED, fields={"evidence": told}, send=send)
        else:
            told = "resolved by a person: void"
            send = advice.void(op_id, "resolved")
            self._journal.go(op_id, State.VOIDING, fields={"evidence": told}, send=send)
        self._outbox.on_queued()
