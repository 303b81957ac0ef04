"""What central does by itself every some seconds; a job that fails stops no other."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete
from sqlalchemy.orm import Session

from central.alerts.by_mail import notifier
from central.alerts.watch import watch
from central.db.base import table_of
from central.devices.tables import Nonce
from central.mail.keeping import forget_old
from central.operations.lease import SWEEP_MAX, expire_due
from central.payments.keeping import expire_settlements
from central.people import one_time
from central.people.throttle import prune
from central.services import Services
from kiosk.contract.signing import CREATED_WINDOW_S

# A signature is accepted this long before and after its time; twice that, no replay can come.
NONCE_KEPT_S = 4 * CREATED_WINDOW_S
# Made once: building a statement takes SQLAlchemy longer than running it.
_nonces = table_of(Nonce)
_OLD_NONCES = delete(_nonces).where(_nonces.c.seen_at < bindparam("oldest"))
Job = Callable[[Services], object]


def expire_holds(services: Services) -> int:
    """Free the money of holds whose time is over; how many."""
    now = services.now()
    freed = 0
    while True:
        count = services.database.run(lambda db: expire_due(db, services.chamber, now))
        freed += count
        if count < SWEEP_MAX:
            return freed


def forget(services: Services) -> None:
    """Drop nonces and tries that no rule looks at any more."""
    now = services.now()
    services.database.run(lambda db: _forget(db, now))


def look(services: Services) -> None:
    """Open and close alerts, and tell the operators."""
    watch(services, notifier(services))


def _forget(db: Session, now: datetime) -> None:
    db.execute(_OLD_NONCES, {"oldest": now - timedelta(seconds=NONCE_KEPT_S)})
    prune(db, now)
    one_time.prune(db, now)


JOBS: dict[str, Job] = {
    "holds": expire_holds,
    "forget": forget,
    "alerts": look,
    "mail": forget_old,
    "settlements": expire_settlements,
}
