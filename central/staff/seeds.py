"""Seeds of second factors at rest: AES-256-GCM, each bound to whose it is.

A stolen copy of the database without the key file opens nobody's second factor, and a sealed seed
moved to somebody else's row is refused. The key stands in a file of its own, so that the key that
signs certificates can be changed without touching it.
"""

import base64
import binascii
from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE_BYTES = 12


class SeedUnreadable(Exception):
    """The seed was sealed with another key, for somebody else, or it is damaged."""


def seal(key: bytes, owner: str, seed: str, entropy: Callable[[int], bytes]) -> str:
    """What is stored of a seed: base64 of nonce and ciphertext; ``owner`` is the member's id."""
    nonce = entropy(_NONCE_BYTES)
    return base64.b64encode(
        nonce + _cipher(key).encrypt(nonce, seed.encode(), _for(owner))
    ).decode()


def unseal(key: bytes, owner: str, sealed: str) -> str:
    """The seed again.

    Raises:
        SeedUnreadable: see there.
    """
    try:
        raw = base64.b64decode(sealed, validate=True)
        plain = _cipher(key).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], _for(owner))
    except (InvalidTag, binascii.Error, ValueError) as error:
        raise SeedUnreadable(owner) from error
    return plain.decode()


def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)


def _for(owner: str) -> bytes:
    return f"dispensador staff seed {owner}".encode()
