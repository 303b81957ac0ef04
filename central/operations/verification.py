"""What a verification code is worth: nothing before its certificate is charged or once refunded."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central.ledger.refund import posting_of
from central.ledger.tables import PostingKind
from central.operations.tables import OperationKind, OperationRow, OrderedLine
from kiosk.contract.messages import OperationState


@dataclass(frozen=True)
class CodeStatus:
    """A code's state now, and the frozen certificate it stands for (canonical Document text).

    ``copies`` is how many marked copies of it were printed.
    """

    state: Literal["valid", "in_process", "void"]
    content: str
    certificate_type: str
    certificate_name: str
    registration_number: str
    registration_name: str
    issued_at: datetime
    copies: int = 0


def code_status(db: Session, code: str) -> CodeStatus | None:
    """The status of a code, read from the ledger's own operations; None if it was never given."""
    found = db.execute(
        select(OperationRow, OrderedLine)
        .join(OrderedLine, OperationRow.line_id == OrderedLine.id)
        .where(OperationRow.verification_code == code, OperationRow.kind == OperationKind.SALE)
    ).first()
    if found is None:
        return None
    op, line = found
    refunded = posting_of(db, op.chamber_code, op.id, PostingKind.REFUND) is not None
    return CodeStatus(
        state="void" if refunded else _state(op.state),
        content=op.content or "",
        certificate_type=line.certificate_type,
        certificate_name=line.certificate_name,
        registration_number=line.registration_number,
        registration_name=line.registration_name,
        issued_at=op.created_at,
        copies=_printed_copies(db, op),
    )


def _printed_copies(db: Session, sale: OperationRow) -> int:
    """Papers marked as a copy that came out; one that was voided or is being printed is none."""
    printed = select(func.count()).where(
        OperationRow.chamber_code == sale.chamber_code,
        OperationRow.of_op_id == sale.id,
        OperationRow.state == OperationState.CAPTURED,
    )
    return db.scalar(printed) or 0


def _state(state: OperationState) -> Literal["valid", "in_process", "void"]:
    match state:
        case OperationState.CAPTURED:
            return "valid"
        case OperationState.HELD | OperationState.EXPIRED:
            return "in_process"
        case (
            OperationState.VOIDED_BY_DEVICE
            | OperationState.VOIDED_BY_STAFF
            | OperationState.DECLINED
        ):
            return "void"
