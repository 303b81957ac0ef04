"""A person's decision about an uncertain print: recorded once, told to its kiosk by heartbeat."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.ledger.holds import release
from central.operations.look_up import locked
from central.operations.standing import (
    OPEN,
    WAITING,
    decision_on,
    is_being_printed,
    open_claims,
)
from central.operations.tables import Decision, OperationRow, ResolutionRow
from central.records.record import audit
from central.services import Services
from central.staff.entitled import entitled
from central.staff.rules import Action
from kiosk.contract import messages as m
from kiosk.contract.messages import OperationState


class StillPrinting(ValueError):
    """Another kiosk prints it for its buyer now: what comes of that decides."""

    def __init__(self) -> None:
        super().__init__("another kiosk is printing it now; ask again in some minutes")


def resolve(
    services: Services, op_id: str, decision: Decision, decided_by: str, note: str = ""
) -> Decision | None:
    """Decide; the first decision wins and is given back. None if there is nothing to decide.

    ``VOID`` frees the money at once. ``PRINTED`` moves none: the owning kiosk captures.
    ``decided_by`` is a login.

    Raises:
        NotEntitled: ``decided_by`` is nobody who may decide.
        StillPrinting: not now.
    """
    now = services.now()

    def work(db: Session) -> Decision | None:
        member = entitled(db, services.chamber, decided_by, Action.RESOLVE)
        op = locked(db, services.chamber, op_id)
        if op is None:
            return None
        made = decision_on(db, op)
        if made is not None:
            return made
        if op.state not in OPEN:
            return None
        if is_being_printed(db, op):
            raise StillPrinting
        settle(db, op, decision, member.id, note, now)
        return decision

    return services.database.run(work)


def settle(
    db: Session, op: OperationRow, decision: Decision, decided_by: str, note: str, now: datetime
) -> None:
    """Record the decision about a locked, open operation nobody has decided about."""
    decide(db, op, decision, decided_by, note, now)
    if decision is Decision.VOID:
        release(db, op.chamber_code, op.id, now)
        op.state, op.reason, op.voided_at = OperationState.VOIDED_BY_STAFF, "", now
        for claim in open_claims(db, op):
            if claim.reason == WAITING:  # its paper, if there is one, is worth nothing now
                decide(db, claim, decision, decided_by, note, now)


def decide(
    db: Session, op: OperationRow, decision: Decision, decided_by: str, note: str, now: datetime
) -> None:
    """Leave word for the operation's kiosk, unless there is word already."""
    if decision_on(db, op) is not None:
        return
    db.add(
        ResolutionRow(
            id=new_id(),
            chamber_code=op.chamber_code,
            op_id=op.id,
            decision=decision,
            decided_by=decided_by,
            note=note,
            at=now,
        )
    )
    audit(db, op.chamber_code, now, decided_by, f"resolve-{decision.value}", op.id, note)
    db.flush()


def resolutions_of(
    db: Session, chamber: str, device_id: str, op_ids: tuple[str, ...]
) -> tuple[m.Resolution, ...]:
    """What people decided about operations this device says it has not settled yet.

    A paper that came out after a decision to void is charged all the same: then that is told.
    """
    if not op_ids:
        return ()
    rows = db.execute(
        select(ResolutionRow.op_id, ResolutionRow.decision, OperationRow.state)
        .join(OperationRow, ResolutionRow.op_id == OperationRow.id)
        .where(
            ResolutionRow.chamber_code == chamber,
            OperationRow.device_id == device_id,
            ResolutionRow.op_id.in_(op_ids),
        )
        .order_by(ResolutionRow.at)
    )
    return tuple(
        m.Resolution(
            op_id=op_id,
            decision="printed" if state is OperationState.CAPTURED else decision.value,
        )
        for op_id, decision, state in rows
    )
