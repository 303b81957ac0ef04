"""What a kiosk asks about its own operations: one of them, or all that are still open."""

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from central.devices.caller import Caller, must_be_active
from central.operations.lease import expire_if_due, renew_or_expire
from central.operations.look_up import locked, reply
from central.operations.tables import OperationRow
from central.problems import Refusal
from central.services import Services
from kiosk.contract import messages as m
from kiosk.contract.messages import OperationState
from kiosk.contract.problems import ProblemCode

# Made once: building a statement takes SQLAlchemy longer than running it.
_OPEN_OF = (
    select(OperationRow)
    .where(
        OperationRow.chamber_code == bindparam("chamber"),
        OperationRow.device_id == bindparam("device"),
        OperationRow.state.in_((OperationState.HELD, OperationState.EXPIRED)),
    )
    .order_by(OperationRow.created_at, OperationRow.id)
    .with_for_update()
)


def operation(services: Services, caller: Caller, op_id: str) -> m.Operation:
    """One operation; a hold is renewed in full by the question, or it ends.

    Raises:
        Refusal: ``not-found``, also for another device's.
    """
    must_be_active(caller)
    now = services.now()

    def work(db: Session) -> m.Operation:
        op = locked(db, caller.chamber, op_id)
        if op is None or op.device_id != caller.device_id:
            raise Refusal(ProblemCode.NOT_FOUND)
        renew_or_expire(db, services.settings, op, now)
        return reply(op)

    return services.database.run(work)


def open_operations(
    services: Services, caller: Caller, _message: m.OpenOperations
) -> m.OpenOperationsReply:
    """All operations of this device that are neither captured nor void, oldest first."""
    must_be_active(caller)
    now = services.now()

    def work(db: Session) -> m.OpenOperationsReply:
        rows = db.scalars(_OPEN_OF, {"chamber": caller.chamber, "device": caller.device_id}).all()
        for op in rows:
            expire_if_due(db, op, now)
        return m.OpenOperationsReply(operations=tuple(reply(op) for op in rows))

    return services.database.run(work)
