"""Letting somebody into a place that has no network: a challenge, and the answer central gives.

The kiosk shows a challenge; whoever is responsible at the chamber has central answer it and reads
the answer out on the telephone. Both sides compute it, and nothing is kept for it anywhere: the
secret behind it is what only this kiosk's key and central's key have in common.

    secret = X25519(own private key, the other's public key)        RFC 7748
    key    = HKDF-SHA256(secret, info = "dispensador offline entry 1")
    answer = HMAC-SHA256(key, device ‖ challenge ‖ role ‖ login ‖ day), as 8 of 20 consonants

The Ed25519 keys that sign serve as X25519 keys by the usual map of the curve; that both uses of
one key do not weaken each other is shown by E. Thormarker, "On using the same key pair for Ed25519
and an X25519 based KEM" (IACR ePrint 2021/509). 20⁸ answers are 34.6 bits (RFC 8628 section 6.1):
with three tries a challenge nobody guesses one.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import date
from typing import Literal

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
"""No vowels, so that no words come out; no look-alikes when they are read out."""
LENGTH = 8
OfflineRole = Literal["technician", "administrator", "cashier", "supervisor"]
OfflinePlace = Literal["kiosk", "desk"]
OFFLINE_ROLES: tuple[OfflineRole, ...] = ("technician", "administrator")
"""Who maintains kiosks. A cashier without central moves no money and has nothing to do there."""
DESK_ROLES: tuple[OfflineRole, ...] = ("cashier", "supervisor")
"""Who answers for a drawer: at a desk they open a shift, count and close it, provisionally."""
ROLES_AT: dict[OfflinePlace, tuple[OfflineRole, ...]] = {"kiosk": OFFLINE_ROLES, "desk": DESK_ROLES}
"""No role is at home in both, so no answer for one opens the other."""
_PRIME = 2**255 - 19
_INFO = b"dispensador offline entry 1"
_RANGE = len(LETTERS) ** LENGTH


@dataclass(frozen=True)
class Entry:
    """What an answer is good for: this kiosk, challenge, role, person and Colombian day."""

    device_id: str
    challenge: str
    role: OfflineRole
    login: str
    day: date


def answer_to(entry: Entry, own: Ed25519PrivateKey, other: bytes) -> str:
    """The answer, the same on both sides; ``other`` is the other side's raw public key.

    Raises:
        ValueError: ``other`` is no key, or one that has nothing in common with any.
    """
    fields = (entry.device_id, entry.challenge, entry.role, entry.login, entry.day.isoformat())
    told = hmac.digest(_key(own, other), "\n".join(fields).encode(), "sha256")
    return letters_of(int.from_bytes(told))


def letters_of(number: int) -> str:
    """A number as letters that can be read out.

    >>> letters_of(0), letters_of(1), letters_of(20**8 - 1)
    ('BBBBBBBB', 'BBBBBBBC', 'ZZZZZZZZ')
    """
    rest, letters = number % _RANGE, ""
    for _ in range(LENGTH):
        rest, digit = divmod(rest, len(LETTERS))
        letters = LETTERS[digit] + letters
    return letters


def in_groups(letters: str) -> str:
    """As it is shown and written down.

    >>> in_groups("BCDFGHJK")
    'BCDF-GHJK'
    """
    return f"{letters[:4]}-{letters[4:]}"


def read_letters(typed: str) -> str | None:
    """What was typed, without dashes, blanks and small letters; None if it cannot be right.

    >>> read_letters(" bcdf-ghjk"), read_letters("BCDF-GHJ"), read_letters("ABCD-EFGH")
    ('BCDFGHJK', None, None)
    """
    letters = typed.upper().replace("-", "").replace(" ", "")
    fits = len(letters) == LENGTH and all(letter in LETTERS for letter in letters)
    return letters if fits else None


def _key(own: Ed25519PrivateKey, other: bytes) -> bytes:
    secret = exchange_key(own).exchange(X25519PublicKey.from_public_bytes(montgomery(other)))
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=_INFO).derive(secret)


def exchange_key(own: Ed25519PrivateKey) -> X25519PrivateKey:
    """The same secret scalar for key agreement (RFC 8032 section 5.1.5 makes it from the seed)."""
    return X25519PrivateKey.from_private_bytes(
        hashlib.sha512(own.private_bytes_raw()).digest()[:32]
    )


def montgomery(public: bytes) -> bytes:
    """A public key on the other form of the curve, ``u = (1 + y) / (1 - y)`` (RFC 7748, 4.1).

    Raises:
        ValueError: not 32 bytes, or a point that has none there.
    """
    y = int.from_bytes(public, "little") & (2**255 - 1)
    if len(public) != 32 or y in (1, _PRIME + 1):
        raise ValueError("no public key")
    return ((1 + y) * pow(1 - y, -1, _PRIME) % _PRIME).to_bytes(32, "little")
