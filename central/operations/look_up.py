"""Finding an operation and telling the kiosk how it stands."""

import json

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from central.operations.tables import OperationRow
from kiosk.contract import messages as m
from kiosk.contract.messages import OperationState

# Made once: building a statement takes SQLAlchemy longer than running it.
_BY_ID = (
    select(OperationRow)
    .where(OperationRow.chamber_code == bindparam("chamber"), OperationRow.id == bindparam("op_id"))
    .with_for_update()
)
_PRINTABLE = (OperationState.HELD, OperationState.EXPIRED)


def locked(db: Session, chamber: str, op_id: str) -> OperationRow | None:
    """The operation, kept from other transactions until this one ends."""
    return db.scalar(_BY_ID, {"chamber": chamber, "op_id": op_id})


def reply(op: OperationRow) -> m.Operation:
    """The operation on the wire; the certificate travels only while it may still be printed."""
    certificate = None
    if op.state in _PRINTABLE and op.content and op.digest and op.signature:
        certificate = m.SignedDocument(content=op.content, digest=op.digest, signature=op.signature)
    return m.Operation(
        op_id=op.id,
        state=op.state,
        price=op.price,
        reason=op.reason,
        hold_expires_at=op.hold_expires_at if op.state is OperationState.HELD else None,
        verification_code=op.verification_code or _code_on(op.content),
        certificate=certificate,
        late=op.late,
    )


def _code_on(content: str | None) -> str:
    """A reprint has no code of its own: its paper carries the sale's."""
    return str(json.loads(content)["meta"]["verification_code"]) if content else ""
