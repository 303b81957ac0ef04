"""Secure keys and prepaid keys: argon2id, few at once, the same work for nobody's key.

Sources: RFC 9106 section 4 (parameters), OWASP ASVS 5.0 V6.3.8 (nothing deducible by message or
time).
"""

import threading
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from secrets import token_bytes

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from central.db.engine import Database
from central.people.throttle import Blocked, MayTry, Place, Wait, count_try, forgive
from central.problems import Refusal
from central.settings import KeyHashing
from kiosk.contract.problems import ProblemCode


class KeyHasher:
    """Hashes and checks keys; ``settings.concurrent`` at a time, as each takes much memory."""

    def __init__(self, settings: KeyHashing) -> None:
        self._hasher = PasswordHasher(
            time_cost=settings.passes,
            memory_cost=settings.memory_kib,
            parallelism=settings.lanes,
        )
        self._places = _Places(settings.concurrent, settings.wait_s)
        self._nobody = _hash_of_no_key(settings)

    def hash(self, key: str) -> str:
        """The hash to store, parameters and salt included."""
        with self._places:
            return self._hasher.hash(key)

    def matches(self, stored: str | None, key: str) -> bool:
        """True if the key fits; with no stored hash the same work is done, and it never fits."""
        with self._places:
            try:
                self._hasher.verify(stored or self._nobody, key)
            except (VerificationError, InvalidHashError):
                return False
            return stored is not None

    def outdated(self, stored: str) -> bool:
        """True if the hash was made with other parameters than today's."""
        return self._hasher.check_needs_rehash(stored)

    @property
    def running(self) -> int:
        """How many hashes are made now."""
        return self._places.running

    @property
    def waiting(self) -> int:
        """How many requests wait for a place."""
        return self._places.waiting


class _Places:
    """The places for hashes that run at once; who finds none in time is sent away."""

    def __init__(self, count: int, wait_s: float) -> None:
        self._free = threading.BoundedSemaphore(count)
        self._counts = threading.Lock()
        self._wait_s = wait_s
        self.running = 0
        self.waiting = 0

    def __enter__(self) -> None:
        self._count(waiting=1)
        found = self._free.acquire(timeout=self._wait_s)
        self._count(waiting=-1, running=int(found))
        if not found:
            raise Refusal(ProblemCode.UNAVAILABLE, "too many keys at once", retry_after_s=2)

    def __exit__(self, *_: object) -> None:
        self._count(running=-1)
        self._free.release()

    def _count(self, *, running: int = 0, waiting: int = 0) -> None:
        with self._counts:
            self.running += running
            self.waiting += waiting


def _hash_of_no_key(settings: KeyHashing) -> str:
    """The same work to check as a real one: it costs nothing to make, and no key fits it."""
    salt, digest = (b64encode(token_bytes(size)).decode().rstrip("=") for size in (16, 32))
    costs = f"m={settings.memory_kib},t={settings.passes},p={settings.lanes}"
    return f"$argon2id$v=19${costs}${salt}${digest}"


@dataclass(frozen=True)
class Right:
    """The key fits; ``new_hash`` replaces a stored hash that has outdated parameters."""

    new_hash: str | None = None


@dataclass(frozen=True)
class Wrong:
    """The key does not fit, or there is none to fit."""


def check_key(
    database: Database,
    hasher: KeyHasher,
    place: Place,
    *,
    scope: str,
    subject: str,
    stored: str | None,
    key: str,
    now: datetime,
    second: Callable[[], bool] | None = None,
) -> Right | Wrong | Wait | Blocked:
    """Count, look, forgive: the counts are committed before the hash is touched.

    A power cut at any moment leaves the try counted, at the account, the terminal and the chamber.
    The hash runs outside every transaction. ``second`` judges a second factor behind a right key:
    the try is forgiven when both are right, and nobody learns which of them was wrong.
    """
    known = stored is not None
    verdict = database.run(lambda db: count_try(db, place, scope, subject, known=known, now=now))
    if not isinstance(verdict, MayTry):
        return verdict
    if not hasher.matches(stored, key) or (second is not None and not second()):
        return Wrong()
    tried = verdict.failure_id
    database.run(lambda db: forgive(db, place, scope, subject, tried, now))
    if stored is not None and hasher.outdated(stored):
        return Right(new_hash=hasher.hash(key))
    return Right()
