"""``POST /v1/devices/checkpoint``: central as the witness of a device's audit chain.

A hash chain alone only orders: its owner could write all of it anew. Central keeps every head the
device signed and signs it too; a chain that is shorter than before, has another head at a size that
is known, or says something else today about a checkpoint it was given, is not the same chain.
"""

import base64
import binascii
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import select
from sqlalchemy.orm import Session

from central.daily.tables import CheckpointRow
from central.db.ids import new_id
from central.devices.caller import Caller, must_be_active
from central.devices.tables import Device
from central.problems import Refusal
from central.records.record import IncidentKind, audit, incident
from central.services import Services
from kiosk.contract import messages as m
from kiosk.contract.problems import ProblemCode


def checkpoint(services: Services, caller: Caller, message: m.Checkpoint) -> m.Witnessed:
    """Keep and countersign; a repeat gets the same answer.

    Raises:
        Refusal: ``malformed`` for a signature that is not the device's; ``device-…``.
    """
    must_be_active(caller)
    now = services.now()
    return services.database.run(lambda db: witness(db, services, caller, message, now))


def witness(
    db: Session, services: Services, caller: Caller, message: m.Checkpoint, now: datetime
) -> m.Witnessed:
    """The same inside a transaction that is already there."""
    device = db.get_one(
        Device, caller.device_id, with_for_update={"key_share": True}, populate_existing=True
    )
    _check_signature(device, message, now)
    known = _known(db, caller, message.size, message.head)
    if known is None:
        known = _keep(db, services, caller, message, _break(db, caller, message), now)
    return m.Witnessed(
        size=known.size,
        head=known.head,
        continues=known.continues,
        received_at=known.received_at,
        signature=known.witness,
    )


def newest(db: Session, chamber: str, device_id: str) -> CheckpointRow | None:
    """The longest chain central vouches for."""
    return db.scalar(
        select(CheckpointRow)
        .where(
            CheckpointRow.chamber_code == chamber,
            CheckpointRow.device_id == device_id,
            CheckpointRow.continues.is_(True),
        )
        .order_by(CheckpointRow.size.desc())
        .limit(1)
    )


def _break(db: Session, caller: Caller, message: m.Checkpoint) -> str:
    """Why this chain is not the one central knows; empty if it may be."""
    last = newest(db, caller.chamber, caller.device_id)
    if last is None:
        return ""
    if message.size < last.size:
        return f"{message.size} rows, there were {last.size}"
    if message.size == last.size:
        return f"row {last.size} has another hash"
    claimed = message.witnessed_size
    if claimed and _known(db, caller, claimed, message.witnessed_head) is None:
        return f"row {claimed} has another hash"
    return ""


def _known(db: Session, caller: Caller, size: int, head: str) -> CheckpointRow | None:
    return db.scalar(
        select(CheckpointRow).where(
            CheckpointRow.chamber_code == caller.chamber,
            CheckpointRow.device_id == caller.device_id,
            CheckpointRow.size == size,
            CheckpointRow.head == head,
        )
    )


def _keep(
    db: Session,
    services: Services,
    caller: Caller,
    message: m.Checkpoint,
    broken: str,
    now: datetime,
) -> CheckpointRow:
    text = m.witness_text(caller.device_id, message.size, message.head, now)
    row = CheckpointRow(
        id=new_id(),
        chamber_code=caller.chamber,
        device_id=caller.device_id,
        size=message.size,
        head=message.head,
        at=message.at,
        signature=message.signature,
        continues=not broken,
        witness="" if broken else base64.b64encode(services.signing_key.sign(text)).decode(),
        received_at=now,
    )
    db.add(row)
    if broken:
        kind = IncidentKind.AUDIT_CHAIN_BROKEN
        incident(db, caller.chamber, now, kind, device_id=caller.device_id, detail=broken)
    else:
        detail = f"{message.size} {message.head}"
        audit(db, caller.chamber, now, caller.device_id, "checkpoint", caller.device_id, detail)
    db.flush()
    return row


def _check_signature(device: Device, message: m.Checkpoint, now: datetime) -> None:
    """By the present key, or by the one before while it still counts."""
    keys = [device.public_key]
    if device.previous_key and device.previous_until and device.previous_until > now:
        keys.append(device.previous_key)
    text = m.checkpoint_text(device.id, message)
    if not any(_signed(key, message.signature, text) for key in keys):
        raise Refusal(ProblemCode.MALFORMED, "the checkpoint is not signed by this device")


def _signed(key: str, signature: str, text: bytes) -> bool:
    try:
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key))
        public.verify(base64.b64decode(signature, validate=True), text)
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return True
