"""The Ed25519 key that signs certificates: made at the first start, readable by its owner only."""

import base64
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from central.key_files import write_once


def load_or_make_key(path: Path) -> Ed25519PrivateKey:
    """The key in the file, or a new one written there with mode 0600.

    Raises:
        ValueError: the file holds something else than an Ed25519 key.
        OSError: it cannot be read or written.
    """
    if not path.exists():
        write_once(path, _new_pem())
    key = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError(f"{path} holds no Ed25519 key")  # noqa: TRY004 - the content is wrong
    return key


def public_text(key: Ed25519PrivateKey) -> str:
    """The raw public key, base64: what devices pin at enrolment."""
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def _new_pem() -> bytes:
    return Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
