"""Pairing a device: a technician makes a one-time code, the device answers with its public key.

The code is 8 of 20 consonants (34.6 bits, RFC 8628 section 6.1), lives 10 minutes and allows 5
tries, for one chamber and, if named, one serial number. Both screens show a 6-digit fingerprint of
the key. A lost answer may be asked for again with the same code and key.
"""

import base64
import binascii
from datetime import datetime, timedelta

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.devices.tables import Device, DeviceState, EnrolCode
from central.problems import Refusal
from central.records.record import audit
from central.services import Services
from central.tokens import CONSONANTS, new_code, token_hash
from kiosk.contract import messages as m
from kiosk.contract.problems import ProblemCode
from kiosk.contract.signing import fingerprint_of_key

CODE_LENGTH = 8
TRIES = 5
KEY_BYTES = 32
log = structlog.get_logger("central.devices")


def make_enrol_code(
    services: Services,
    point_of_sale: str,
    serial: str | None = None,
    made_by: str = "command",
    reason: str = "",
) -> str:
    """A new code, shown once; write it ``XXXX-XXXX``: the dash and lower case do not matter."""
    now = services.now()
    code = new_code(services.entropy, CODE_LENGTH, CONSONANTS)

    def work(db: Session) -> None:
        row = EnrolCode(
            id=new_id(),
            chamber_code=services.chamber,
            code_hash=token_hash(code),
            serial=serial,
            point_of_sale=point_of_sale,
            tries_left=TRIES,
            created_at=now,
            expires_at=now + timedelta(seconds=services.settings.enrol_code_s),
        )
        db.add(row)
        detail = f"{point_of_sale} {serial or ''} {reason}".strip()
        audit(db, services.chamber, now, made_by, "enrol-code", row.id, detail)

    services.database.run(work)
    return code


def enrol(services: Services, message: m.Enrol) -> m.Enrolled:
    """Pair a device.

    Raises:
        Refusal: ``enrol-code-invalid`` for a wrong, used, expired or worn-out code;
            ``malformed`` for a key that is none.
    """
    key = raw_key(message.public_key)
    now = services.now()
    wanted = token_hash(message.code.replace("-", "").upper())
    outcome = services.database.run(lambda db: _pair(db, services, message, wanted, now))
    if isinstance(outcome, Refusal):
        raise outcome
    fingerprint = fingerprint_of_key(key)
    # The technician compares this with the device's own screen.
    log.info("device-enrolled", device_id=outcome.id, fingerprint=fingerprint)
    return m.Enrolled(
        device_id=outcome.id,
        chamber_code=services.chamber,
        chamber_name=services.settings.chamber.name,
        central_id=services.settings.central_id,
        central_key=services.public_key,
        point_of_sale=outcome.point_of_sale,
        fingerprint=fingerprint,
    )


def _pair(
    db: Session, services: Services, message: m.Enrol, wanted: str, now: datetime
) -> Device | Refusal:
    paired = select(Device).join(EnrolCode, EnrolCode.device_id == Device.id)
    repeated = db.scalar(
        paired.where(
            EnrolCode.chamber_code == services.chamber,
            EnrolCode.code_hash == wanted,
            EnrolCode.expires_at > now,
            Device.public_key == message.public_key,
        )
    )
    if repeated is not None:
        return repeated
    candidates = db.scalars(
        select(EnrolCode)
        .where(
            EnrolCode.chamber_code == services.chamber,
            EnrolCode.used_at.is_(None),
            EnrolCode.expires_at > now,
            EnrolCode.tries_left > 0,
        )
        .order_by(EnrolCode.id)
        .with_for_update()
    ).all()
    for code in candidates:
        if code.code_hash == wanted and code.serial in (None, message.serial):
            return _take(db, code, message, now)
    # A wrong code is a try on every code it may have been meant for, and so is another serial.
    for code in candidates:
        if code.serial in (None, message.serial) or code.code_hash == wanted:
            code.tries_left -= 1
    return Refusal(ProblemCode.ENROL_CODE_INVALID)


def _take(db: Session, code: EnrolCode, message: m.Enrol, now: datetime) -> Device | Refusal:
    if key_is_taken(db, code.chamber_code, message.public_key):
        return Refusal(ProblemCode.MALFORMED, "this key belongs to a device already")
    code.used_at = now
    device = Device(
        id=new_id(),
        chamber_code=code.chamber_code,
        serial=message.serial,
        public_key=message.public_key,
        point_of_sale=code.point_of_sale,
        state=DeviceState.ACTIVE,
        version=message.version,
        enrolled_at=now,
    )
    db.add(device)
    db.flush()
    code.device_id = device.id
    audit(db, code.chamber_code, now, device.id, "device-enrolled", device.id, message.serial)
    return device


def key_is_taken(db: Session, chamber: str, public_key: str) -> bool:
    """True if a device has or had this key just before."""
    known = select(Device.id).where(
        Device.chamber_code == chamber,
        (Device.public_key == public_key) | (Device.previous_key == public_key),
    )
    return db.scalar(known) is not None


def raw_key(text: str) -> bytes:
    """The bytes of a public key.

    Raises:
        Refusal: ``malformed``.
    """
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        key = b""
    # The text must be the one spelling of its bytes, or one key could be two devices.
    if len(key) != KEY_BYTES or base64.b64encode(key).decode() != text:
        raise Refusal(ProblemCode.MALFORMED, "public_key is no raw Ed25519 key in base64")
    return key
