"""Housekeeping on a thread of its own: runs the jobs of ``central.jobs`` again and again.

No rule depends on its timing: a message judges the expiry of its own operation, and who lacks
money has what is due freed first. That it runs at all is watched: ``/readyz`` and ``/metrics``.
"""

import threading
from collections.abc import Callable, Mapping

import structlog

from central.jobs import JOBS, Job, expire_holds, forget
from central.services import Services

LATE_ROUNDS = 5
LATE_MIN_S = 120.0
"""A sweeper whose last whole round is older than both does not run any more."""
log = structlog.get_logger("central.sweeper")


def sweep(services: Services) -> int:
    """One round of what frees money and room; the number of holds freed."""
    freed = expire_holds(services)
    forget(services)
    return freed


class Sweeper:
    """Runs jobs until it is stopped; ``failed(job)`` is told of each that broke."""

    def __init__(
        self,
        services: Services,
        failed: Callable[[str], None] = lambda _job: None,
        jobs: Mapping[str, Job] = JOBS,
    ) -> None:
        self._services = services
        self._failed = failed
        self._jobs = jobs
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sweeper", daemon=True)
        self._round_at = services.now()

    def start(self) -> None:
        """Begin; the first round comes after the first pause."""
        self._round_at = self._services.now()
        self._thread.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """Ask it to end and wait for the round that runs."""
        self._stop.set()
        self._thread.join(timeout_s)

    @property
    def idle_s(self) -> float:
        """Seconds since it began or a round ended, whichever was later."""
        return max(0.0, (self._services.now() - self._round_at).total_seconds())

    @property
    def late(self) -> bool:
        """True if it was started and does not come round any more."""
        limit_s = max(LATE_ROUNDS * self._services.settings.sweep_s, LATE_MIN_S)
        return self._thread.ident is not None and (
            not self._thread.is_alive() or self.idle_s > limit_s
        )

    def run_once(self) -> None:
        """One round: each job once, whatever became of the one before."""
        for name, job in self._jobs.items():
            try:
                job(self._services)
            except Exception as error:  # noqa: BLE001 - one broken job must not end the others
                # If the database is away, messages fail by themselves; the next round tries again.
                log.warning("sweep-failed", job=name, error=type(error).__name__)
                self._failed(name)
        self._round_at = self._services.now()

    def _run(self) -> None:
        while not self._stop.wait(self._services.settings.sweep_s):
            self.run_once()
