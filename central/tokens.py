"""Tokens and codes of central: random, opaque; alphabets without look-alikes."""

import base64
import hashlib
from collections.abc import Callable

UNAMBIGUOUS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Digits and capitals without 0 O 1 I L: what people read off paper and type again."""
CONSONANTS = "BCDFGHJKLMNPQRSTVWXZ"
"""20 consonants (RFC 8628 section 6.1): no words come out, 8 of them carry 34.6 bits."""


def new_token(entropy: Callable[[int], bytes]) -> str:
    """An opaque token of 256 bits, URL-safe."""
    return base64.urlsafe_b64encode(entropy(32)).decode().rstrip("=")


def token_hash(token: str) -> str:
    """What is stored of a token. A plain digest is enough: it has more bits than can be guessed."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_code(entropy: Callable[[int], bytes], length: int, alphabet: str = UNAMBIGUOUS) -> str:
    """A random code; bytes that would favour some letters are thrown away.

    >>> new_code(lambda n: bytes(range(n)), 6)
    '234567'
    """
    fair = 256 - 256 % len(alphabet)
    letters = ""
    while len(letters) < length:
        letters += "".join(alphabet[byte % len(alphabet)] for byte in entropy(32) if byte < fair)
    return letters[:length]
