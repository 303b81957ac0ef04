"""Incidents people have looked at."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.records.record import audit
from central.records.tables import Incident
from central.services import Services

SHOWN_MAX = 500


def unsettled(services: Services) -> list[Incident]:
    """What waits for somebody, oldest first."""
    rows = (
        select(Incident)
        .where(Incident.chamber_code == services.chamber, Incident.settled_at.is_(None))
        .order_by(Incident.at, Incident.id)
        .limit(SHOWN_MAX)
    )
    return services.database.run(lambda db: list(db.scalars(rows)))


def settle(services: Services, incident_id: str, settled_by: str, note: str) -> bool:
    """Mark it as looked at; False if there is none, or somebody did before."""
    now = services.now()

    def work(db: Session) -> bool:
        row = db.get(Incident, incident_id, with_for_update=True)
        if row is None or row.chamber_code != services.chamber or row.settled_at is not None:
            return False
        row.settled_at = now
        audit(db, services.chamber, now, settled_by, "incident-settled", row.id, note)
        return True

    return services.database.run(work)
