"""In without a network, to maintain a kiosk or to a desk: it asks, central answers by telephone.

One challenge at a time; it is forgotten when it was answered, after three wrong answers, after a
quarter of an hour, at the end of its day and by a restart: an answer opens once, and never again.
After a challenge that ended in wrong answers the next one has to wait. A restart forgets the wait
too, and gains nothing: each challenge is a fresh chance of 3 in 20⁸.

What was opened at a kiosk is maintenance only, and at a desk a drawer that is counted: without
central no money moves anywhere.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.contract.offline_entry import (
    OFFLINE_ROLES,
    Entry,
    OfflineRole,
    answer_to,
    in_groups,
    letters_of,
    read_letters,
)
from kiosk.contract.signing import fingerprint_of_key
from kiosk.ports import Clock
from kiosk.sync.day_close import COLOMBIA

TRIES = 3
GOOD_FOR_S = 900.0
FIRST_WAIT_S = 15.0
WAIT_MAX_S = 3_600.0
OPEN_FOR_S = 7_200.0
"""How long the place stays open at most; silence ends it sooner."""


class Time(Protocol):
    """The time as well as it is known here (``kiosk.sync.clock_trust``)."""

    def now(self) -> datetime:
        """Aware UTC."""
        ...

    @property
    def trusted(self) -> bool:
        """The wall clock tells it, as far as anybody knows."""
        ...


@dataclass(frozen=True)
class Challenge:
    """What the screen shows, to be read to somebody who may have it answered."""

    text: str
    fingerprint: str
    day: date


@dataclass(frozen=True)
class Opened:
    """The place is open to ``login`` until ``until_s`` of the monotonic clock."""

    login: str
    role: OfflineRole
    until_s: float


@dataclass(frozen=True)
class Wrong:
    """Another try, or (``tries_left`` 0) another challenge."""

    tries_left: int


@dataclass(frozen=True)
class Over:
    """There is no challenge to answer: used up, too old, or of another day."""


@dataclass(frozen=True)
class Later:
    """Too many wrong answers: the next challenge comes in so many seconds."""

    seconds: int


@dataclass(frozen=True)
class ClockUnsure:
    """An answer is good for a day, and nobody knows here which day it is."""


@dataclass(frozen=True)
class _Asked:
    entry: Entry
    asked_s: float
    tries_left: int


class OfflineEntry:
    """The challenge that waits for its answer, in memory only.

    ``note`` writes a line of the audit chain: the event and its fields.
    """

    def __init__(
        self,
        device_id: str,
        key: Callable[[], Ed25519PrivateKey],
        central_key: bytes,
        clock: Clock,
        time: Time,
        entropy: Callable[[int], bytes],
        note: Callable[[str, dict[str, str]], None],
        roles: tuple[OfflineRole, ...] = OFFLINE_ROLES,
    ) -> None:
        """``roles`` are those that have something to do at this place."""
        self._roles = roles
        self._device_id = device_id
        self._key = key
        self._central_key = central_key
        self._clock = clock
        self._time = time
        self._entropy = entropy
        self._note = note
        self._asked: _Asked | None = None
        self._failed = 0
        self._wait_until_s = 0.0

    def ask(self, login: str, role: OfflineRole) -> Challenge | Later | ClockUnsure:
        """A fresh challenge for somebody; the one before is forgotten."""
        if role not in self._roles:
            raise ValueError(f"{role} has nothing to do here")
        now_s = self._clock.monotonic()
        if now_s < self._wait_until_s:
            return Later(int(self._wait_until_s - now_s) + 1)
        if not self._time.trusted:
            return ClockUnsure()
        letters = letters_of(int.from_bytes(self._entropy(16)))
        entry = Entry(self._device_id, letters, role, login, self._today())
        self._asked = _Asked(entry, now_s, TRIES)
        fingerprint = fingerprint_of_key(self._key().public_key().public_bytes_raw())
        self._note("offline-entry-asked", {"login": login, "role": role})
        return Challenge(in_groups(letters), fingerprint, entry.day)

    def answer(self, typed: str) -> Opened | Wrong | Over:
        """Judge an answer; a right one opens once."""
        asked, now_s = self._asked, self._clock.monotonic()
        if asked is None or self._is_over(asked, now_s):
            self._asked = None
            return Over()
        entry = asked.entry
        who = {"login": entry.login, "role": entry.role}
        if read_letters(typed) != answer_to(entry, self._key(), self._central_key):
            return self._refuse(asked, now_s, who)
        self._asked, self._failed = None, 0
        self._note("offline-entry-opened", who)
        return Opened(entry.login, entry.role, now_s + OPEN_FOR_S)

    def _refuse(self, asked: _Asked, now_s: float, who: dict[str, str]) -> Wrong:
        left = asked.tries_left - 1
        self._asked = _Asked(asked.entry, asked.asked_s, left) if left else None
        if not left:
            wait_s = min(FIRST_WAIT_S * 2**self._failed, WAIT_MAX_S)
            self._failed += 1
            self._wait_until_s = now_s + wait_s
        self._note("offline-entry-refused", who)
        return Wrong(left)

    def _is_over(self, asked: _Asked, now_s: float) -> bool:
        too_old = now_s - asked.asked_s >= GOOD_FOR_S
        return too_old or not self._time.trusted or self._today() != asked.entry.day

    def _today(self) -> date:
        return self._time.now().astimezone(COLOMBIA).date()
