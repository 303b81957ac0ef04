"""Only what an enrolled device signed, here, now and once, is listened to."""

import base64
import secrets

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import func, select

from central.db.ids import new_id
from central.devices.state import set_state
from central.devices.tables import DeviceState, Nonce
from central.jobs import NONCE_KEPT_S
from central.sweeper import sweep
from kiosk.contract import messages as m
from kiosk.contract.signing import CREATED_WINDOW_S, sign_request
from kiosk.identity import IdType
from tests.support.central import Terminal

PATH = "/v1/operations/open"
BODY = m.OpenOperations().model_dump_json().encode()


def send(terminal: Terminal, headers: dict[str, str], **changes: object) -> httpx.Response:
    request = {"method": "POST", "url": PATH, "content": BODY, **changes}
    return terminal.http.request(headers=headers, **request)  # type: ignore[arg-type]


def code(response: httpx.Response) -> tuple[int, str]:
    return response.status_code, response.json()["code"]


INVALID = (401, "signature-invalid")


def test_a_good_signature_is_accepted_once(terminal: Terminal) -> None:
    headers = terminal.signed("POST", PATH, BODY, None)
    assert send(terminal, headers).status_code == 200
    assert code(send(terminal, headers)) == (401, "nonce-reused")


@pytest.mark.parametrize(
    "changes",
    [
        {"method": "PUT"},
        {"url": "/v1/operations/void"},
        {"url": PATH + "?x=1"},
        {"content": BODY + b" "},
        {"content": b""},
    ],
    ids=["method", "path", "query", "body", "no body"],
)
def test_what_is_signed_cannot_be_changed(lone: Terminal, changes: dict[str, object]) -> None:
    headers = lone.signed("POST", PATH, BODY, None)
    answer = send(lone, headers, **changes)
    assert answer.status_code in (401, 405)
    assert answer.json()["code"] in ("signature-invalid", "malformed")


@pytest.mark.parametrize(
    "name",
    [
        "content-digest",
        "dispensador-central",
        "dispensador-device",
        "dispensador-nonce",
        "signature-input",
        "signature",
    ],
)
@pytest.mark.parametrize("value", [None, "", "x", "sha-256=:AAAA:", "central-2"])
def test_every_signed_header_counts(lone: Terminal, name: str, value: str | None) -> None:
    headers = lone.signed("POST", PATH, BODY, None)
    if value is None:
        del headers[name]
    else:
        headers[name] = value
    assert send(lone, headers).status_code == 401


def test_another_nonce_another_time_or_another_key_do_not_fit(lone: Terminal) -> None:
    good = lone.signed("POST", PATH, BODY, None)
    time = good["signature-input"].replace("created=1", "created=2")
    assert code(send(lone, {**good, "dispensador-nonce": secrets.token_urlsafe(16)})) == INVALID
    assert code(send(lone, {**good, "signature-input": time})) == INVALID
    lone.key = Ed25519PrivateKey.generate()
    assert code(send(lone, lone.signed("POST", PATH, BODY, None))) == INVALID


@pytest.mark.parametrize(
    "change",
    [
        ('alg="ed25519"', 'alg="rsa-v1_5-sha1"'),
        ("k1=", "k2="),
        ('"content-digest" ', ""),
        ('"@method" "@path"', '"@path" "@method"'),
        ('"@query"', '"@query" "host"'),
    ],
    ids=["algorithm", "label", "less covered", "order", "more covered"],
)
def test_only_the_one_form_is_accepted(lone: Terminal, change: tuple[str, str]) -> None:
    headers = lone.signed("POST", PATH, BODY, None)
    headers["signature-input"] = headers["signature-input"].replace(*change)
    headers["signature"] = headers["signature"].replace("k1", change[1][:2])
    assert code(send(lone, headers)) == INVALID


def test_a_request_for_another_central_is_refused(lone: Terminal) -> None:
    headers = sign_request(
        method="POST",
        path=PATH,
        body=BODY,
        device_id=lone.identity.device_id,
        central_id="central-2",
        created_s=int(lone.central.clock().timestamp()),
        key=lone.key,
        nonce=secrets.token_urlsafe(16),
    )
    assert code(send(lone, headers)) == INVALID


@pytest.mark.parametrize("skew_s", [-CREATED_WINDOW_S - 1, CREATED_WINDOW_S + 1])
def test_a_wrong_clock_is_told_the_right_time(lone: Terminal, skew_s: int) -> None:
    headers = lone.signed("POST", PATH, BODY, None)
    lone.central.clock.advance(skew_s)
    answer = send(lone, headers)
    assert code(answer) == (401, "clock-skew")
    assert answer.json()["server_time"] == lone.central.clock().isoformat(timespec="seconds")


@pytest.mark.parametrize("skew_s", [-CREATED_WINDOW_S, CREATED_WINDOW_S])
def test_a_clock_at_the_edge_of_the_window_is_good(lone: Terminal, skew_s: int) -> None:
    headers = lone.signed("POST", PATH, BODY, None)
    lone.central.clock.advance(skew_s)
    assert send(lone, headers).status_code == 200


def test_a_stranger_is_not_told_the_time(lone: Terminal) -> None:
    headers = lone.signed("POST", PATH, BODY, None)
    lone.central.clock.advance(1_000)
    headers["signature"] = f"k1=:{base64.b64encode(bytes(64)).decode()}:"
    assert code(send(lone, headers)) == INVALID


def test_an_unknown_device_is_refused(lone: Terminal) -> None:
    lone.identity = lone.identity.model_copy(update={"device_id": new_id()})
    assert code(send(lone, lone.signed("POST", PATH, BODY, None))) == (401, "device-unknown")


@pytest.mark.parametrize(
    ("state", "expected"),
    [(DeviceState.REVOKED, "device-revoked"), (DeviceState.FROZEN, "device-cloned")],
)
def test_a_stopped_device_is_refused_at_once(
    lone: Terminal, state: DeviceState, expected: str
) -> None:
    services, device_id = lone.central.services, lone.identity.device_id
    services.database.run(lambda db: set_state(db, device_id, state, "staff", services.now()))
    wanted = [
        lone.post(PATH, m.OpenOperations()),
        lone.post(
            "/v1/sessions/open",
            m.OpenSession(id_type=IdType.CC, id_number="1990000001", secure_key="x"),
        ),
        lone.void(new_id()),
        lone.fetch(new_id()),
    ]
    assert [code(answer) for answer in wanted] == [(403, expected)] * 4


def test_a_revocation_is_for_ever_a_freeze_is_not(lone: Terminal) -> None:
    services, device_id = lone.central.services, lone.identity.device_id

    def to(state: DeviceState) -> bool:
        return services.database.run(
            lambda db: set_state(db, device_id, state, "staff", services.now())
        )

    assert to(DeviceState.FROZEN)
    assert to(DeviceState.ACTIVE)
    assert lone.post(PATH, m.OpenOperations()).status_code == 200
    assert to(DeviceState.REVOKED)
    assert not to(DeviceState.ACTIVE)


def test_the_signed_number_must_be_the_bodys(lone: Terminal) -> None:
    message = m.Void(op_id=new_id(), device_seq=5, reason="x")
    body = message.model_dump_json().encode()
    for seq in (6, None):
        answer = lone.send("POST", "/v1/operations/void", body, seq)
        assert code(answer) == INVALID


def test_nonces_are_kept_while_a_replay_could_pass(lone: Terminal) -> None:
    services = lone.central.services

    def kept() -> int | None:
        return services.database.run(lambda db: db.scalar(select(func.count()).select_from(Nonce)))

    lone.post(PATH, m.OpenOperations())
    lone.central.clock.advance(NONCE_KEPT_S)
    sweep(services)
    assert kept() == 1
    lone.central.clock.advance(1)
    sweep(services)
    assert kept() == 0
