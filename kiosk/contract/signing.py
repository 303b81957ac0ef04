"""Device signatures on requests: RFC 9421 (HTTP Message Signatures) with RFC 9530 Content-Digest.

One fixed form and nothing else is accepted: label ``k1``, algorithm ``ed25519``, components
``"@method" "@path" "@query" "content-digest" "dispensador-central" "dispensador-device"`` and
either
``"dispensador-seq"`` (money messages) or ``"dispensador-nonce"`` (all others). ``@target-uri`` is
left out, because
a TLS proxy changes it.

    Content-Digest: sha-256=:…:
    Signature-Input: k1=("@method" … "dispensador-nonce");created=1795257300;keyid="…";alg="ed25519"
    Signature: k1=:…:
"""

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

CREATED_WINDOW_S = 120
HEADER_CENTRAL = "dispensador-central"
HEADER_DEVICE = "dispensador-device"
HEADER_SEQ = "dispensador-seq"
HEADER_NONCE = "dispensador-nonce"

_FIXED = ("@method", "@path", "@query", "content-digest", HEADER_CENTRAL, HEADER_DEVICE)
_INPUT = re.compile(
    r'^k1=\((?P<items>"[a-z@-]+"(?: "[a-z@-]+")*)\);created=(?P<created>\d{1,12});'
    r'keyid="(?P<keyid>[0-9A-Za-z-]{1,64})";alg="ed25519"$'
)
# 64 bytes have one spelling: the four spare bits of the last letter are zero (RFC 4648, 3.5).
_SIGNATURE = re.compile(r"^k1=:(?P<value>[A-Za-z0-9+/]{85}[AQgw]==):$")


class SignatureInvalid(Exception):
    """The request is not signed in the one accepted form, or the signature does not fit."""


@dataclass(frozen=True)
class SignedBy:
    """What a well-formed signature claims; trust it only after ``verify``."""

    device_id: str
    created_s: int
    nonce: str
    device_seq: int | None


def content_digest(body: bytes) -> str:
    """The ``Content-Digest`` header of a body (RFC 9530)."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"


def sign_request(
    *,
    method: str,
    path: str,
    body: bytes,
    device_id: str,
    central_id: str,
    created_s: int,
    key: Ed25519PrivateKey,
    nonce: str = "",
    device_seq: int | None = None,
    query: str = "",
) -> dict[str, str]:
    """The headers that sign one request; exactly one of ``nonce`` and ``device_seq`` is given."""
    if bool(nonce) == (device_seq is not None):
        raise ValueError("a request carries either a nonce or a device_seq")
    last = (HEADER_NONCE, nonce) if nonce else (HEADER_SEQ, str(device_seq))
    headers = {
        "content-digest": content_digest(body),
        HEADER_CENTRAL: central_id,
        HEADER_DEVICE: device_id,
        last[0]: last[1],
    }
    names = (*_FIXED, last[0])
    parameters = _parameters(names, created_s, device_id)
    base = _signature_base(names, parameters, method, path, query, headers)
    headers["signature-input"] = f"k1={parameters}"
    headers["signature"] = f"k1=:{base64.b64encode(key.sign(base)).decode()}:"
    return headers


def read_signature(headers: Mapping[str, str]) -> SignedBy:
    """Parse the signature headers (lower-case names).

    Raises:
        SignatureInvalid: missing or in another form than the fixed one.
    """
    match = _INPUT.match(headers.get("signature-input", ""))
    if match is None:
        raise SignatureInvalid("signature-input")
    names = tuple(item.strip('"') for item in match["items"].split(" "))
    if names[:-1] != _FIXED or names[-1] not in (HEADER_SEQ, HEADER_NONCE):
        raise SignatureInvalid("components")
    device_id = headers.get(HEADER_DEVICE, "")
    if match["keyid"] != device_id:
        raise SignatureInvalid("keyid")
    value = headers.get(names[-1], "")
    if names[-1] == HEADER_NONCE:
        if not re.fullmatch(r"[0-9A-Za-z_-]{16,64}", value):
            raise SignatureInvalid("nonce")
        return SignedBy(device_id, int(match["created"]), value, None)
    if not re.fullmatch(r"[1-9][0-9]{0,18}", value):
        raise SignatureInvalid("device-seq")
    return SignedBy(device_id, int(match["created"]), "", int(value))


def verify_request(
    *,
    method: str,
    path: str,
    body: bytes,
    headers: Mapping[str, str],
    central_id: str,
    public_key: bytes,
    query: str = "",
) -> None:
    """Check digest and signature; the caller judges ``created``, nonce and ``device_seq``.

    Raises:
        SignatureInvalid: digest, addressee or signature do not fit.
    """
    digest = headers.get("content-digest", "").encode()  # of text, only ASCII could be compared
    if not hmac.compare_digest(digest, content_digest(body).encode()):
        raise SignatureInvalid("content-digest")
    if headers.get(HEADER_CENTRAL) != central_id:
        raise SignatureInvalid("central")
    signed = read_signature(headers)
    names = (*_FIXED, HEADER_NONCE if signed.nonce else HEADER_SEQ)
    parameters = _parameters(names, signed.created_s, signed.device_id)
    base = _signature_base(names, parameters, method, path, query, headers)
    found = _SIGNATURE.match(headers.get("signature", ""))
    if found is None:
        raise SignatureInvalid("signature")
    try:
        key = Ed25519PublicKey.from_public_bytes(public_key)
        key.verify(base64.b64decode(found["value"], validate=True), base)
    except (InvalidSignature, binascii.Error, ValueError) as error:
        raise SignatureInvalid("signature") from error


def fingerprint_of_key(public_key: bytes) -> str:
    """Six digits that two people compare on kiosk and server screens after enrolment."""
    return f"{int.from_bytes(hashlib.sha256(public_key).digest()[:8]) % 1_000_000:06d}"


def _parameters(names: tuple[str, ...], created_s: int, key_id: str) -> str:
    items = " ".join(f'"{name}"' for name in names)
    return f'({items});created={created_s};keyid="{key_id}";alg="ed25519"'


def _signature_base(
    names: tuple[str, ...],
    parameters: str,
    method: str,
    path: str,
    query: str,
    headers: Mapping[str, str],
) -> bytes:
    """RFC 9421 section 2.5; the query component keeps its leading question mark (section 2.2.7)."""
    derived = {"@method": method.upper(), "@path": path, "@query": f"?{query}"}
    lines = [
        f'"{name}": {derived[name] if name in derived else headers.get(name, "")}' for name in names
    ]
    lines.append(f'"@signature-params": {parameters}')
    return "\n".join(lines).encode()
