"""How many copies there are of a certificate."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central.operations.tables import OperationRow
from kiosk.contract.messages import OperationState

_COUNTED = (OperationState.HELD, OperationState.EXPIRED, OperationState.CAPTURED)


def copies_of(db: Session, chamber: str, op_id: str) -> int:
    """How many copies of a sale were printed, or may have been."""
    counted = select(func.count()).where(
        OperationRow.chamber_code == chamber,
        OperationRow.of_op_id == op_id,
        OperationRow.state.in_(_COUNTED),
    )
    return db.scalar(counted) or 0
