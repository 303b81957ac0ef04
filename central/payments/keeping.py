"""How long a settlement may be paid. No rule waits for the sweeper: each one asks ``standing``."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.payments.states import State, Step, after, leads
from central.payments.tables import Settlement
from central.records.record import audit
from central.services import Services

SWEEP_MAX = 500
ACTOR = "central"


def standing(settlement: Settlement, now: datetime) -> State:
    """Where it stands at ``now``: what is due is expired, also before anybody wrote that down."""
    if settlement.expires_at <= now and leads(settlement.state, Step.EXPIRE):
        return after(settlement.state, Step.EXPIRE)
    return settlement.state


def move(settlement: Settlement, step: Step, now: datetime) -> None:
    """Take an arrow from where it stands.

    Raises:
        NoArrow: there is none.
    """
    settlement.state = after(standing(settlement, now), step)


def expire_settlements(services: Services) -> int:
    """Write down what is due; how many."""
    now = services.now()
    due = (
        select(Settlement)
        .where(
            Settlement.chamber_code == services.chamber,
            Settlement.state.in_([state for state in State if leads(state, Step.EXPIRE)]),
            Settlement.expires_at <= now,
        )
        .order_by(Settlement.expires_at, Settlement.id)
        .limit(SWEEP_MAX)
        .with_for_update(skip_locked=True)
    )

    def work(db: Session) -> int:
        rows = list(db.scalars(due))
        for row in rows:
            row.state = after(row.state, Step.EXPIRE)
            audit(db, services.chamber, now, ACTOR, "settlement-expired", row.id)
        return len(rows)

    return services.database.run(work)
