"""Request signatures, against RFC 9421's own words and against a second implementation's base."""

import base64
import secrets
from dataclasses import dataclass, field
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from kiosk.contract.documents import document_is_genuine, sign_document
from kiosk.contract.signing import (
    SignatureInvalid,
    content_digest,
    fingerprint_of_key,
    read_signature,
    sign_request,
    verify_request,
)

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
DEVICE = "01a1fcbc-61d3-70fc-b84e-e75c23e8a7b8"


@dataclass
class Signed:
    """A request and what was signed of it."""

    method: str = "POST"
    path: str = "/v1/operations/capture"
    body: bytes = b'{"op_id": "x"}'
    query: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def verify(self, **changes: Any) -> None:
        values = {**vars(self), "central_id": "central-1", "public_key": PUBLIC, **changes}
        verify_request(**values)


def make_signed(**changes: Any) -> Signed:
    request = Signed()
    values = {
        "method": request.method,
        "path": request.path,
        "body": request.body,
        "device_id": DEVICE,
        "central_id": "central-1",
        "created_s": 1_795_257_300,
        "key": KEY,
        "device_seq": 7,
    }
    request.headers = sign_request(**{**values, **changes})
    return request


def test_the_signature_base_is_that_of_rfc_9421() -> None:
    """Written out by hand from section 2.5, and signed by nothing of ours."""
    parameters = (
        '("@method" "@path" "@query" "content-digest" "dispensador-central" '
        f'"dispensador-device" "dispensador-seq");created=1795257300;keyid="{DEVICE}";'
        'alg="ed25519"'
    )
    base = (
        '"@method": POST\n'
        '"@path": /v1/operations/capture\n'
        '"@query": ?\n'
        f'"content-digest": {content_digest(Signed.body)}\n'
        '"dispensador-central": central-1\n'
        f'"dispensador-device": {DEVICE}\n'
        '"dispensador-seq": 7\n'
        f'"@signature-params": {parameters}'
    )
    headers = make_signed().headers
    assert headers["signature-input"] == f"k1={parameters}"
    expected = base64.b64encode(KEY.sign(base.encode())).decode()
    assert headers["signature"] == f"k1=:{expected}:"


def test_the_digest_of_nothing_is_the_known_one() -> None:
    assert content_digest(b"") == "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"


def test_a_good_request_verifies_and_tells_who_signed() -> None:
    request = make_signed()
    request.verify()
    claim = read_signature(request.headers)
    assert (claim.device_id, claim.created_s, claim.device_seq, claim.nonce) == (
        DEVICE,
        1_795_257_300,
        7,
        "",
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"method": "PUT"},
        {"path": "/v1/operations/void"},
        {"query": "x=1"},
        {"body": b"{}"},
        {"central_id": "central-2"},
        {"public_key": bytes(32)},
        {"public_key": b"short"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_whatever_was_signed_cannot_change(changes: dict[str, Any]) -> None:
    with pytest.raises(SignatureInvalid):
        make_signed().verify(**changes)


def test_a_signature_has_one_spelling() -> None:
    request = make_signed()
    end = request.headers["signature"][-4]
    other = chr(ord(end) + 1)  # the same 64 bytes to a lenient decoder
    request.headers["signature"] = request.headers["signature"][:-4] + other + "==:"
    with pytest.raises(SignatureInvalid):
        request.verify()


@given(st.data())
def test_a_changed_header_never_verifies(data: st.DataObject) -> None:
    request = make_signed()
    name = data.draw(st.sampled_from(sorted(request.headers)))
    position = data.draw(st.integers(0, len(request.headers[name]) - 1))
    letter = data.draw(st.characters(codec="ascii"))
    value = request.headers[name]
    changed = value[:position] + letter + value[position + 1 :]
    if changed == value:
        return
    request.headers[name] = changed
    with pytest.raises(SignatureInvalid):
        request.verify()


@given(st.dictionaries(st.sampled_from(sorted(make_signed().headers)), st.text()))
def test_garbage_is_refused_and_nothing_else_happens(headers: dict[str, str]) -> None:
    with pytest.raises(SignatureInvalid):
        read_signature(headers)


def test_a_request_carries_either_a_nonce_or_a_number() -> None:
    for both in ({"nonce": "x" * 16}, {"device_seq": None}):
        with pytest.raises(ValueError, match="either"):
            make_signed(**both)
    nonce = secrets.token_urlsafe(16)
    signed = make_signed(device_seq=None, nonce=nonce)
    signed.verify()
    assert read_signature(signed.headers).nonce == nonce


def test_the_fingerprint_of_a_key_has_six_digits() -> None:
    assert fingerprint_of_key(PUBLIC) == fingerprint_of_key(PUBLIC)
    assert len(fingerprint_of_key(PUBLIC)) == 6
    assert fingerprint_of_key(PUBLIC) != fingerprint_of_key(bytes(32))


def test_a_document_is_genuine_only_as_it_was_signed() -> None:
    signed = sign_document('{"kind":"certificate","ñ":1}', KEY)
    central_key = base64.b64encode(PUBLIC).decode()
    assert document_is_genuine(signed, central_key)
    other_key = base64.b64encode(bytes(32)).decode()
    forged = [
        signed.model_copy(update={"content": signed.content + " "}),
        signed.model_copy(update={"digest": "0" * 64}),
        signed.model_copy(update={"signature": base64.b64encode(bytes(64)).decode()}),
        signed.model_copy(update={"signature": "*"}),
    ]
    assert not any(document_is_genuine(each, central_key) for each in forged)
    assert not document_is_genuine(signed, other_key)
    assert not document_is_genuine(signed, "*")
