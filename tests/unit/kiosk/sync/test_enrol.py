"""Enrolment and the device's key."""

import base64
import json
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from kiosk.contract import messages as m
from kiosk.contract.signing import fingerprint_of_key
from kiosk.store import queries
from kiosk.store.store import Store
from kiosk.sync.device_key import (
    FILE_NAME,
    DeviceKeyUnusable,
    load_key,
    load_or_make_key,
    public_bytes,
)
from kiosk.sync.enrol import EnrolmentFailed, enrol
from tests.support.kiosk import FakeClock

Handler = Callable[[httpx.Request], httpx.Response]


def accept(request: httpx.Request) -> httpx.Response:
    message = m.Enrol.model_validate_json(request.content)
    assert (request.url.path, message.code) == ("/v1/devices/enrol", "BCDFGHJK")
    return httpx.Response(
        201,
        json={
            "device_id": "kiosk-1",
            "chamber_code": "99",
            "chamber_name": "Cámara de Comercio de Ejemplo",
            "central_id": "central-1",
            "central_key": base64.b64encode(bytes(32)).decode(),
            "point_of_sale": "K001",
            "fingerprint": fingerprint_of_key(base64.b64decode(message.public_key)),
        },
    )


def try_to_enrol(state_dir: Path, handler: Handler, code: str = "bcdf-ghjk") -> m.Enrolled:
    def make(url: str, **_options: object) -> httpx.Client:
        return httpx.Client(base_url=url, transport=httpx.MockTransport(handler))

    return enrol(
        "http://127.0.0.1:1", code, "SERIAL1", state_dir, FakeClock(), version="1", make=make
    )


def test_afterwards_the_store_knows_who_it_is_and_whom_it_trusts(tmp_path: Path) -> None:
    enrolled = try_to_enrol(tmp_path, accept)
    assert enrolled.fingerprint == fingerprint_of_key(public_bytes(load_key(tmp_path)))
    store = Store(tmp_path)
    device = queries.find_device(store)
    store.close()
    assert device is not None
    assert (device.device_id, device.serial, device.central_id) == (
        "kiosk-1",
        "SERIAL1",
        "central-1",
    )


def test_a_state_directory_belongs_to_one_device_for_ever(tmp_path: Path) -> None:
    try_to_enrol(tmp_path, accept)
    with pytest.raises(EnrolmentFailed) as failure:
        try_to_enrol(tmp_path, accept)
    assert failure.value.reason == "already-enrolled"


def wrong_fingerprint(request: httpx.Request) -> httpx.Response:
    body = json.loads(accept(request).content)
    return httpx.Response(201, json={**body, "fingerprint": "000000"})


def refuse(request: httpx.Request) -> httpx.Response:
    return httpx.Response(403, json={"status": 403, "code": "enrol-code-invalid"})


def fail(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("refused")


@pytest.mark.parametrize(
    ("handler", "code", "reason"),
    [
        (refuse, "BCDFGHJK", "enrol-code-invalid"),
        (fail, "BCDFGHJK", "offline"),
        (wrong_fingerprint, "BCDFGHJK", "wrong-answer"),
        (accept, "BC", "malformed"),
    ],
)
def test_a_failure_pairs_nothing_and_names_its_reason(
    tmp_path: Path, handler: Handler, code: str, reason: str
) -> None:
    with pytest.raises(EnrolmentFailed) as failure:
        try_to_enrol(tmp_path, handler, code)
    assert failure.value.reason == reason
    try_to_enrol(tmp_path, accept)  # with a new code it works, and with the same key


def test_the_key_is_made_once_and_only_its_user_can_read_it(tmp_path: Path) -> None:
    made = load_or_make_key(tmp_path)
    assert public_bytes(load_or_make_key(tmp_path)) == public_bytes(made)
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o777 == 0o600
    assert [p.name for p in tmp_path.iterdir()] == [FILE_NAME]


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    load_or_make_key(tmp_path)
    (tmp_path / FILE_NAME).chmod(0o644)
    with pytest.raises(DeviceKeyUnusable):
        load_key(tmp_path)


def test_a_damaged_or_missing_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeviceKeyUnusable):
        load_key(tmp_path)
    load_or_make_key(tmp_path)
    (tmp_path / FILE_NAME).write_bytes(b"short")
    with pytest.raises(DeviceKeyUnusable):
        load_key(tmp_path)
