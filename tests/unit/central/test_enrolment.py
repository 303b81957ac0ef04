"""Pairing: one code, one device, few tries, little time."""

import base64
import re

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from central.devices.enrolment import make_enrol_code
from central.tokens import CONSONANTS, new_code
from kiosk.contract import messages as m
from kiosk.contract.signing import fingerprint_of_key
from tests.support.central import Central, Terminal

ENROL = "/v1/devices/enrol"


def fresh_key() -> str:
    key = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    return base64.b64encode(key).decode()


def try_code(terminal: Terminal, code: str, *, serial: str = "V-2", key: str = "") -> str:
    message = m.Enrol(code=code, serial=serial, public_key=key or fresh_key())
    answer = terminal.http.post(ENROL, content=message.model_dump_json())
    return str(answer.json().get("code", "ok"))


def test_a_code_pairs_one_device_and_names_whom_to_trust(
    central: Central, terminal: Terminal
) -> None:
    code = make_enrol_code(central.services, "K07")
    assert re.fullmatch(f"[{CONSONANTS}]{{8}}", code)
    key = fresh_key()
    message = m.Enrol(code=f"{code[:4]}-{code[4:]}".lower(), serial="V-2", public_key=key)
    reply = m.Enrolled.model_validate_json(
        terminal.http.post(ENROL, content=message.model_dump_json()).content
    )
    assert (reply.chamber_code, reply.point_of_sale) == ("99", "K07")
    assert reply.central_key == central.services.public_key
    assert reply.fingerprint == fingerprint_of_key(base64.b64decode(key))
    assert try_code(terminal, code) == "enrol-code-invalid"


def test_a_lost_answer_can_be_asked_for_again(central: Central, terminal: Terminal) -> None:
    code, key = make_enrol_code(central.services, "K07"), fresh_key()
    message = m.Enrol(code=code, serial="V-2", public_key=key).model_dump_json()
    first, second = (terminal.http.post(ENROL, content=message).json() for _ in range(2))
    assert first == second


def test_a_code_is_good_for_ten_minutes(lone: Terminal) -> None:
    code = make_enrol_code(lone.central.services, "K07")
    lone.central.clock.advance(600)
    assert try_code(lone, code) == "enrol-code-invalid"


def test_five_wrong_tries_wear_a_code_out(central: Central, terminal: Terminal) -> None:
    code = make_enrol_code(central.services, "K07")
    for _ in range(5):
        assert try_code(terminal, "BBBBBBBB") == "enrol-code-invalid"
    assert try_code(terminal, code) == "enrol-code-invalid"


def test_four_wrong_tries_do_not(lone: Terminal) -> None:
    code = make_enrol_code(lone.central.services, "K07")
    for _ in range(4):
        try_code(lone, "BBBBBBBB")
    assert try_code(lone, code) == "ok"


def test_a_code_for_one_serial_is_not_for_another(lone: Terminal) -> None:
    code = make_enrol_code(lone.central.services, "K07", serial="V-9")
    assert try_code(lone, code, serial="V-2") == "enrol-code-invalid"
    assert try_code(lone, code, serial="V-9") == "ok"


def test_one_key_is_one_device(lone: Terminal) -> None:
    services, key = lone.central.services, fresh_key()
    assert try_code(lone, make_enrol_code(services, "K07"), key=key) == "ok"
    assert try_code(lone, make_enrol_code(services, "K08"), key=key) == "malformed"


@pytest.mark.parametrize(
    "key", ["*" * 44, "A" * 44, "A" * 42 + "B="], ids=["no base64", "33 bytes", "loose bits"]
)
def test_a_key_that_is_none_is_refused(lone: Terminal, key: str) -> None:
    code = make_enrol_code(lone.central.services, "K07")
    assert try_code(lone, code, key=key) == "malformed"
    assert try_code(lone, code) == "ok"


def test_no_letter_of_a_code_is_favoured() -> None:
    """Bytes that would favour some letters are thrown away: 240 of 256 are fair for 20 letters."""
    dealt = iter([bytes([255, 240, 239]) + bytes(range(29))])
    assert new_code(lambda _: next(dealt), 3, CONSONANTS) == "ZBC"
