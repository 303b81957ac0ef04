"""Who is calling: the device behind a signed request (RFC 9421, see ``kiosk.contract.signing``).

Checked in this order: form, device, signature, time, nonce, state of the device. A wrong clock is
told to a genuine device only.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.db.insert import insert_once
from central.devices.tables import Device, DeviceState, Nonce
from central.problems import Refusal
from central.services import Services
from kiosk.contract.problems import ProblemCode
from kiosk.contract.signing import (
    CREATED_WINDOW_S,
    SignatureInvalid,
    read_signature,
    verify_request,
)

# Built once: to put a statement together costs as much time as to send it.
_DEVICE = select(Device).where(
    Device.id == bindparam("device_id"), Device.chamber_code == bindparam("chamber")
)


@dataclass(frozen=True)
class Caller:
    """A device whose signature was good; ``device_seq`` is signed on money messages, else None.

    ``by_old_key``: signed with the key before the present one. ``behind_s``: central's time less
    the signature's.
    """

    device_id: str
    chamber: str
    point_of_sale: str
    state: DeviceState
    device_seq: int | None = None
    by_old_key: bool = False
    behind_s: int = 0


@dataclass(frozen=True)
class Request:
    """What of an HTTP request is signed; header names in lower case."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes


def identify(services: Services, request: Request) -> Caller:
    """The device that signed this request, whatever its state.

    Raises:
        Refusal: ``signature-invalid``, ``device-unknown``, ``clock-skew`` or ``nonce-reused``.
    """
    try:
        claim = read_signature(request.headers)
    except SignatureInvalid as error:
        raise Refusal(ProblemCode.SIGNATURE_INVALID, str(error)) from error
    now = services.now()

    def work(db: Session) -> Caller:
        device = db.scalar(_DEVICE, {"device_id": claim.device_id, "chamber": services.chamber})
        if device is None:
            raise Refusal(ProblemCode.DEVICE_UNKNOWN)
        by_old_key = _verified_by_old_key(services, request, device, now)
        _check_time(claim.created_s, now)
        if claim.nonce and not _note_nonce(db, device, claim.nonce, now):
            raise Refusal(ProblemCode.NONCE_REUSED)
        return Caller(
            device_id=device.id,
            chamber=device.chamber_code,
            point_of_sale=device.point_of_sale,
            state=device.state,
            device_seq=claim.device_seq,
            by_old_key=by_old_key,
            behind_s=int(now.timestamp()) - claim.created_s,
        )

    return services.database.read(work)


def must_be_active(caller: Caller) -> None:
    """Refuse a device that was revoked or frozen.

    Raises:
        Refusal: ``device-revoked`` or ``device-cloned``.
    """
    match caller.state:
        case DeviceState.ACTIVE:
            return
        case DeviceState.REVOKED:
            raise Refusal(ProblemCode.DEVICE_REVOKED)
        case DeviceState.FROZEN:
            raise Refusal(ProblemCode.DEVICE_CLONED)


def _verified_by_old_key(
    services: Services, request: Request, device: Device, now: datetime
) -> bool:
    """Check the signature with the present key, else with the one before while it still counts."""
    try:
        _verify(services, request, device.public_key)
    except Refusal:
        until = device.previous_until
        if device.previous_key is None or until is None or until <= now:
            raise
        _verify(services, request, device.previous_key)
        return True
    return False


def _verify(services: Services, request: Request, public_key: str) -> None:
    try:
        verify_request(
            method=request.method,
            path=request.path,
            query=request.query,
            body=request.body,
            headers=request.headers,
            central_id=services.settings.central_id,
            public_key=base64.b64decode(public_key),
        )
    except SignatureInvalid as error:
        raise Refusal(ProblemCode.SIGNATURE_INVALID, str(error)) from error


def _check_time(created_s: int, now: datetime) -> None:
    if abs(now.timestamp() - created_s) > CREATED_WINDOW_S:
        server_time = now.astimezone(UTC).isoformat(timespec="seconds")
        raise Refusal(ProblemCode.CLOCK_SKEW, server_time=server_time)


def _note_nonce(db: Session, device: Device, nonce: str, now: datetime) -> bool:
    row = {"id": new_id(), "chamber_code": device.chamber_code, "device_id": device.id}
    return insert_once(db, Nonce, **row, nonce=nonce, seen_at=now)
