"""A person's decision about an uncertain print: recorded once, told to its kiosk by heartbeat."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.ledger.holds import release
from central.operations.look_up import locked
from central.operations.tables import Decision, OperationRow, ResolutionRow
from central.records.record import audit
from central.services import Services
from kiosk.contract import messages as m
from kiosk.contract.messages import OperationState


def resolve(
    services: Services, op_id: str, decision: Decision, decided_by: str, note: str = ""
) -> Decision | None:
    """Decide; the first decision wins and is given back. None if there is nothing to decide.

    ``VOID`` frees the money at once. ``PRINTED`` moves none: the owning kiosk captures.
    """
    now = services.now()

    def work(db: Session) -> Decision | None:
        op = locked(db, services.chamber, op_id)
        if op is None:
            return None
        made = db.scalar(
            select(ResolutionRow.decision).where(
                ResolutionRow.chamber_code == services.chamber, ResolutionRow.op_id == op_id
            )
        )
        if made is not None:
            return made
        if op.state not in (OperationState.HELD, OperationState.EXPIRED):
            return None
        db.add(
            ResolutionRow(
                id=new_id(),
                chamber_code=services.chamber,
                op_id=op_id,
                decision=decision,
                decided_by=decided_by,
                note=note,
                at=now,
            )
        )
        if decision is Decision.VOID:
            release(db, services.chamber, op_id, now)
            op.state, op.voided_at = OperationState.VOIDED_BY_STAFF, now
        audit(db, services.chamber, now, decided_by, f"resolve-{decision.value}", op_id, note)
        return decision

    return services.database.run(work)


def resolutions_of(
    db: Session, chamber: str, device_id: str, op_ids: tuple[str, ...]
) -> tuple[m.Resolution, ...]:
    """Decisions about operations this device says it has not settled yet."""
    if not op_ids:
        return ()
    rows = db.scalars(
        select(ResolutionRow)
        .join(OperationRow, ResolutionRow.op_id == OperationRow.id)
        .where(
            ResolutionRow.chamber_code == chamber,
            OperationRow.device_id == device_id,
            ResolutionRow.op_id.in_(op_ids),
        )
        .order_by(ResolutionRow.at)
    )
    return tuple(m.Resolution(op_id=row.op_id, decision=row.decision.value) for row in rows)
