"""Housekeeping every some seconds: frees expired holds, forgets what no rule needs, watches.

No rule depends on its timing: a message judges the expiry of its own operation, and who lacks
money has what is due freed first.
"""

import threading
from datetime import datetime, timedelta

import structlog
from sqlalchemy import delete
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from central.alerts.watch import watch
from central.devices.tables import Nonce
from central.operations.lease import SWEEP_MAX, expire_due
from central.people.throttle import prune
from central.services import Services
from kiosk.contract.signing import CREATED_WINDOW_S

# A signature is accepted this long before and after its time; twice that, no replay can come.
NONCE_KEPT_S = 4 * CREATED_WINDOW_S
log = structlog.get_logger("central.sweeper")


def sweep(services: Services) -> int:
    """One round; the number of holds freed."""
    now = services.now()
    freed = 0
    while True:
        count = services.database.run(lambda db: expire_due(db, services.chamber, now))
        freed += count
        if count < SWEEP_MAX:
            break
    services.database.run(lambda db: _forget(db, now))
    return freed


def _forget(db: Session, now: datetime) -> None:
    db.execute(delete(Nonce).where(Nonce.seen_at < now - timedelta(seconds=NONCE_KEPT_S)))
    prune(db, now)


class Sweeper:
    """Runs ``sweep`` on its own thread until it is stopped."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sweeper", daemon=True)

    def start(self) -> None:
        """Begin; the first round comes after the first pause."""
        self._thread.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """Ask it to end and wait for the round that runs."""
        self._stop.set()
        self._thread.join(timeout_s)

    def _run(self) -> None:
        while not self._stop.wait(self._services.settings.sweep_s):
            try:
                sweep(self._services)
                watch(self._services)
            except SQLAlchemyError as error:
                # The database is away; messages fail by themselves, the next round tries again.
                log.warning("sweep-failed", error=type(error).__name__)
