"""Enrolment: the device makes its own key and is paired with a technician's one-time code."""

import base64
from collections.abc import Callable
from pathlib import Path

import httpx
from pydantic import ValidationError

from kiosk.contract import messages as m
from kiosk.contract.problems import Problem
from kiosk.contract.signing import fingerprint_of_key
from kiosk.errors import KioskError
from kiosk.ports import Clock, Offline
from kiosk.store import queries
from kiosk.store.journal import Journal
from kiosk.store.rows import Device
from kiosk.store.store import Store
from kiosk.sync.device_key import load_or_make_key, public_bytes
from kiosk.sync.http import exchange, make_http, read_answer

PATH = "/v1/devices/enrol"
_LIMIT_S = 15.0


class EnrolmentFailed(KioskError):
    """The device is not paired.

    Attributes:
        reason: ``already-enrolled``, ``offline``, ``wrong-answer``, ``malformed`` or central's
        problem code.
    """

    code = "ENR-01"

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason} {detail}".strip())
        self.reason = reason


def enrol(
    url: str,
    code: str,
    serial: str,
    state_dir: Path,
    clock: Clock,
    *,
    version: str = "",
    ca_file: Path | None = None,
    make: Callable[..., httpx.Client] = make_http,
) -> m.Enrolled:
    """Pair this device; afterwards the store knows who it is and whom it trusts.

    A state directory belongs to one device for ever: numbers and audit chain are that device's
    history.

    Raises:
        EnrolmentFailed: nothing was paired; a new code may be needed.
        StoreFailed: the disk.
    """
    store = Store(state_dir)
    try:
        if queries.find_device(store) is not None:
            raise EnrolmentFailed("already-enrolled")
        public = public_bytes(load_or_make_key(state_dir))
        with make(url, ca_file=ca_file) as http:
            enrolled = _ask(http, code, serial, public, version, clock)
        if enrolled.fingerprint != fingerprint_of_key(public):
            raise EnrolmentFailed("wrong-answer", "another key's fingerprint")
        Journal(store, clock).save_device(_device(enrolled, serial))
        return enrolled
    finally:
        store.close()


def _ask(
    http: httpx.Client, code: str, serial: str, public: bytes, version: str, clock: Clock
) -> m.Enrolled:
    try:
        message = m.Enrol(
            code=code.strip().upper().replace("-", ""),
            serial=serial,
            public_key=base64.b64encode(public).decode(),
            version=version,
        )
    except ValidationError as error:
        raise EnrolmentFailed("malformed", str(error.errors()[0]["loc"])) from error
    request = http.build_request(
        "POST",
        PATH,
        content=message.model_dump_json().encode(),
        headers={"content-type": "application/json"},
    )
    answer = exchange(http, request, clock, _LIMIT_S)
    reply = answer if isinstance(answer, Offline) else read_answer(answer, m.Enrolled)
    match reply:
        case m.Enrolled() as enrolled:
            return enrolled
        case Problem(code=problem):
            raise EnrolmentFailed(problem)
        case Offline(reason=reason):
            raise EnrolmentFailed("offline", reason)


def _device(enrolled: m.Enrolled, serial: str) -> Device:
    return Device(
        device_id=enrolled.device_id,
        serial=serial,
        chamber_code=enrolled.chamber_code,
        chamber_name=enrolled.chamber_name,
        central_id=enrolled.central_id,
        central_key=enrolled.central_key,
        point_of_sale=enrolled.point_of_sale,
        fingerprint=enrolled.fingerprint,
    )
