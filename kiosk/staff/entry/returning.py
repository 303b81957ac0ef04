"""Back in without central: the same person, with their key, after the desk was locked by silence.

When central has said yes to key and second factor, this computer keeps in memory what it needs to
know that key again: its Argon2id, and the session's end. Nothing of it is on any disk, so a power
cut leaves nothing to try keys on, and neither does a key that was wrong too often; only central's
yes makes another one. The key alone is enough because it comes on top of that session, on the one
computer that has it, before its absolute end (NIST SP 800-63B section 4.2.3 allows the same to a
session that silence has ended); who comes in has leave for what needs no central, and none of that
moves money.

Argon2id is OpenSSL's, with the parameters of RFC 9106 section 4 for little memory.
"""

import hmac
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kiosk.ports import Clock
from kiosk.staff.entry.state import Member

TRIES = 5
"""As many as central leaves without a wait; after them central has to say yes again."""
SET_BACK = timedelta(minutes=2)
"""A clock that shows less than at the sign-in by more than this was set back, not corrected."""
_SALT_BYTES = 16


@dataclass(frozen=True)
class Cost:
    """Of one Argon2id: what central takes, 0.3 s on a small computer."""

    memory_kib: int = 65_536
    passes: int = 3
    lanes: int = 1


@dataclass(frozen=True)
class Back:
    """The same person as before, with leave for little."""

    member: Member


@dataclass(frozen=True)
class NotTheKey:
    """Another try, or (``tries_left`` 0) central has to say yes again."""

    tries_left: int


@dataclass(frozen=True)
class NotKnown:
    """Nobody of this name was locked out by silence here, or it is too long ago."""


@dataclass(frozen=True)
class _Known:
    member: Member
    salt: bytes
    digest: bytes
    met_at: datetime
    until_at: datetime
    tries_left: int = TRIES
    locked: bool = False


class Returning:
    """Knows the one person who signed in here last; may be asked from any thread.

    ``note`` writes a line of the audit chain; a try that cannot be noted is not judged.
    """

    def __init__(
        self,
        clock: Clock,
        entropy: Callable[[int], bytes],
        note: Callable[[str, dict[str, str]], None],
        leaves: tuple[str, ...],
        cost: Cost | None = None,
    ) -> None:
        """``leaves`` are the most that anybody has who comes back."""
        self._clock = clock
        self._entropy = entropy
        self._note = note
        self._leaves = leaves
        self._cost = cost or Cost()
        self._lock = threading.Lock()
        self._known: _Known | None = None

    def met(self, member: Member, key: str) -> None:
        """Central has said yes; whoever was known before is known no more.

        Who has leave for nothing here without central has nothing to come back for.
        """
        if not set(member.actions) & set(self._leaves):
            self.forget()
            return
        salt, now = self._entropy(_SALT_BYTES), self._clock.now()
        lasts = timedelta(seconds=member.until_s - self._clock.monotonic())
        known = _Known(member, salt, self._digest(salt, key), now, now + lasts)
        with self._lock:
            self._known = known

    def locked(self, session: str) -> None:
        """Silence ended what ``session`` began; its person may come back."""
        with self._lock:
            if self._known is not None and self._known.member.session == session:
                self._known = replace(self._known, locked=True)

    def closed(self, session: str) -> None:
        """Central heard of the lock: the session is over there as well, and worth nothing."""
        with self._lock:
            if self._known is not None and self._known.member.session == session:
                self._known = replace(self._known, member=replace(self._known.member, session=""))

    def forget(self) -> None:
        """They left, or their time is over."""
        with self._lock:
            self._known = None

    def judge(self, login: str, key: str) -> Back | NotTheKey | NotKnown:
        """One try, counted and noted before the key is looked at."""
        with self._lock:
            known = self._known
            if known is None or known.member.login != login or not self._lasts(known):
                return NotKnown()
            left = known.tries_left - 1
            self._known = replace(known, tries_left=left) if left else None
        who = {"login": login, "left": str(left)}
        self._note("offline-return-tried", who)
        if not hmac.compare_digest(self._digest(known.salt, key), known.digest):
            return NotTheKey(left)
        with self._lock:
            self._known = replace(known, tries_left=TRIES)
        self._note("offline-return-opened", {"login": login})
        leaves = tuple(each for each in known.member.actions if each in self._leaves)
        return Back(replace(known.member, actions=leaves, entered="key"))

    def _lasts(self, known: _Known) -> bool:
        """Locked, and not too long ago by either clock; one of them may stand still."""
        if self._clock.monotonic() >= known.member.until_s:
            self._known = None
            return False
        if not known.met_at - SET_BACK <= self._clock.now() < known.until_at:
            self._known = None
            return False
        return known.locked

    def _digest(self, salt: bytes, key: str) -> bytes:
        cost = self._cost
        kdf = Argon2id(
            salt=salt,
            length=32,
            iterations=cost.passes,
            lanes=cost.lanes,
            memory_cost=cost.memory_kib,
        )
        return kdf.derive(key.encode())
