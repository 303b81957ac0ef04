"""A device changes its key: the new one is signed by the old, and both count for a day.

The day covers a lost answer and messages that were signed before. Only the present key can name
the next one, so that a copied old key cannot take the device over.
"""

import base64
import binascii
from datetime import datetime, timedelta

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy.orm import Session

from central.devices.caller import Caller, must_be_active
from central.devices.enrolment import key_is_taken, raw_key
from central.devices.tables import Device
from central.problems import Refusal
from central.records.record import audit
from central.services import Services
from kiosk.contract import messages as m
from kiosk.contract.problems import ProblemCode
from kiosk.contract.signing import fingerprint_of_key

OVERLAP = timedelta(hours=24)


def rotate(services: Services, caller: Caller, message: m.RotateKey) -> m.KeyRotated:
    """Take the new key; a repeat with the same key gets the same answer.

    Raises:
        Refusal: ``malformed`` for a key that is none, that belongs to a device already or that
            did not sign its proof; ``signature-invalid`` for one named by the old key.
    """
    must_be_active(caller)
    key = raw_key(message.public_key)
    _check_proof(caller.device_id, key, message)
    now = services.now()

    def work(db: Session) -> datetime:
        device = db.get_one(Device, caller.device_id, with_for_update=True)
        if device.public_key == message.public_key and device.previous_until is not None:
            return device.previous_until
        if caller.by_old_key:
            raise Refusal(ProblemCode.SIGNATURE_INVALID, "only the present key names the next")
        if key_is_taken(db, caller.chamber, message.public_key):
            raise Refusal(ProblemCode.MALFORMED, "this key belongs to a device already")
        device.previous_key, device.previous_until = device.public_key, now + OVERLAP
        device.public_key = message.public_key
        fingerprint = fingerprint_of_key(key)
        audit(db, caller.chamber, now, device.id, "device-key-rotated", device.id, fingerprint)
        return device.previous_until

    until = services.database.run(work)
    return m.KeyRotated(fingerprint=fingerprint_of_key(key), old_key_until=until)


def _check_proof(device_id: str, key: bytes, message: m.RotateKey) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(
            base64.b64decode(message.proof, validate=True),
            m.rotation_text(device_id, message.public_key),
        )
    except (InvalidSignature, binascii.Error, ValueError) as error:
        raise Refusal(ProblemCode.MALFORMED, "proof") from error
