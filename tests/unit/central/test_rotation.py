"""A device changes its key: the new one counts at once, the old one for a day."""

import base64
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from central.devices.state import set_state
from central.devices.tables import DeviceState
from kiosk.contract import messages as m
from kiosk.contract.signing import fingerprint_of_key
from tests.support.central import Central, Terminal, enrolled

ROTATE, OPEN = "/v1/devices/rotate", "/v1/operations/open"


def public(key: Ed25519PrivateKey) -> str:
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def rotation(terminal: Terminal, key: Ed25519PrivateKey) -> m.RotateKey:
    text = m.rotation_text(terminal.identity.device_id, public(key))
    return m.RotateKey(public_key=public(key), proof=base64.b64encode(key.sign(text)).decode())


def works(terminal: Terminal) -> bool:
    answer = terminal.post(OPEN, m.OpenOperations())
    return answer.status_code == 200 or answer.json()["code"] != "signature-invalid"


def test_both_keys_count_for_a_day_then_only_the_new_one(
    central: Central, terminal: Terminal
) -> None:
    new = Ed25519PrivateKey.generate()
    message = rotation(terminal, new)
    answer = m.KeyRotated.model_validate_json(terminal.post(ROTATE, message).content)
    assert answer.fingerprint == fingerprint_of_key(new.public_key().public_bytes_raw())
    renewed = replace(terminal, key=new)
    assert (works(terminal), works(renewed)) == (True, True)
    # The answer was lost: the device asks again, with the key it still has.
    assert m.KeyRotated.model_validate_json(terminal.post(ROTATE, message).content) == answer
    central.clock.advance(24 * 3600)
    assert (works(terminal), works(renewed)) == (False, True)


def test_a_copied_old_key_cannot_name_the_next_one(terminal: Terminal) -> None:
    terminal.post(ROTATE, rotation(terminal, Ed25519PrivateKey.generate()))
    answer = terminal.post(ROTATE, rotation(terminal, Ed25519PrivateKey.generate()))
    assert (answer.status_code, answer.json()["code"]) == (401, "signature-invalid")


def test_a_key_that_is_not_ones_own_is_refused(central: Central, terminal: Terminal) -> None:
    other = enrolled(central)
    stolen = rotation(terminal, Ed25519PrivateKey.generate()).model_copy(
        update={"public_key": public(Ed25519PrivateKey.generate())}
    )
    taken = rotation(terminal, other.key)
    for message in (stolen, taken, rotation(other, Ed25519PrivateKey.generate())):
        answer = terminal.post(ROTATE, message)
        assert (answer.status_code, answer.json()["code"]) == (422, "malformed")
    assert works(terminal)


@pytest.mark.parametrize("state", [DeviceState.REVOKED, DeviceState.FROZEN])
def test_a_stopped_device_keeps_its_key(lone: Terminal, state: DeviceState) -> None:
    services = lone.central.services
    services.database.run(
        lambda db: set_state(db, lone.identity.device_id, state, "test", services.now())
    )
    answer = lone.post(ROTATE, rotation(lone, Ed25519PrivateKey.generate()))
    assert answer.status_code == 403


def test_money_messages_may_be_signed_by_the_old_key_meanwhile(terminal: Terminal) -> None:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    new = Ed25519PrivateKey.generate()
    terminal.post(ROTATE, rotation(terminal, new))
    assert terminal.capture(held.op_id).status_code == 200
    assert replace(terminal, key=new).fetch(held.op_id).json()["state"] == "CAPTURED"
