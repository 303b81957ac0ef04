"""What one seed draws before anything happens: its constants, and how likely each fault is."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from kiosk.purchase.limits import Limits

TRUTHFUL, HARSH, LYING = "truthful", "harsh", "lying"
PROFILES = (TRUTHFUL, HARSH, LYING)
"""Harsh: as truthful, but every number is as bad as the settings allow: holds barely longer than
leases, long copies, several machines and one account that cannot pay for all."""

_CRASHES = {
    "kiosk: crash before a commit": 0.007,
    "kiosk: crash after a commit": 0.007,
    "kiosk: crash before sending": 0.006,
    "kiosk: crash after the answer": 0.006,
    "kiosk: crash while printing": 0.03,
    "kiosk: crash at the printer": 0.01,
    "kiosk: crash while pausing": 0.01,
    "kiosk: crash in recovery": 0.006,
    "central: crash before a commit": 0.01,
    "central: crash after a commit": 0.02,
}
_NETWORK = {
    "net: request lost": 0.04,
    "net: answer lost": 0.05,
    "net: request delayed": 0.04,
    "net: answer delayed": 0.03,
    "net: request duplicated": 0.04,
    "net: answer truncated": 0.03,
    "net: request truncated": 0.02,
    "net: refused for the moment": 0.02,
    "net: away": 0.008,
}
_DISK = {
    "disk: commit failed": 0.003,
    "disk: commit failed but was kept": 0.003,
    "disk: slow": 0.01,
}
_CLOCKS = {
    "clock: kiosk's wall clock jumps": 0.02,
    "clock: set while running": 0.1,
    "clock: drift": 0.5,
}
_PRINTER = {
    "printer: paper out, loaded": 0.04,
    "printer: paper out for good": 0.05,
    "printer: cover opened": 0.03,
    "printer: silent": 0.03,
    "printer: unplugged": 0.03,
    "printer: nothing printed": 0.05,
    "printer: strip retracted": 0.06,
    "printer: presenter blocked": 0.02,
    "printer: counters unreadable": 0.03,
    "printer: counters reset": 0.1,
    "printer: answer late": 0.08,
    "printer: proof lost": 0.04,
    "printer: buffer not cleared": 0.03,
    "printer: full buffer not cleared": 0.2,
    "printer: cut at loading": 0.6,
}
_PEOPLE = {
    "person: walks away": 0.05,
    "person: submits twice": 0.1,
    "staff: program stopped": 0.02,
    "staff: device revoked": 0.008,
    "disk: old image restored": 0.012,
    "disk: cloned": 0.008,
    "disk: lost": 0.008,
    "price: changed": 0.05,
}
_LIES = {
    "lie: printed without paper": 0.03,
    "lie: not printed with paper": 0.03,
    "lie: counters": 0.1,
    "lie: wrong decision": 0.3,
    "lie: central's clock jumps": 0.02,
}
_HARSHER = {"printer: counters reset": 0.5}
"""Of the harsh profile, whatever else was drawn."""
_THEMES = ("", "", "", "printer:", "printer:", "kiosk:", "net:", "central:", "clock:")
_AS_LONG = 0.5
_MOSTLY = 0.7
_THEME_FORCE = 4.0
"""Some seeds are about one thing, so that its rare combinations meet."""
FAULTS = {**_CRASHES, **_NETWORK, **_DISK, **_CLOCKS, **_PRINTER, **_PEOPLE}


@dataclass(frozen=True)
class Constants:
    """The numbers of one schedule, all in seconds unless named otherwise.

    Attributes:
        kiosks: how many dispensers.
        orders: how many orders each is asked for.
        limits: the kiosk's own.
        hold_s: how long central holds without sign of life; barely longer than the lease at worst.
        hold_total_s: when renewals end.
        token_s: how long an opened order may be authorised.
        heartbeat_s: between two beats.
        read_s: how long a kiosk waits for one answer.
        latency_s: the longest way of a message that is not delayed.
        hold_paper_s: how long a job waits for paper.
        length_mm: of each copy; a long one takes longer than a lease.
        mm_per_s: how fast the printers are.
        eager: how often a task is put aside at a point (0..1).
        signed: requests are signed and checked as on the wire.
        visit: people use the real visit flow instead of the engine alone.
        counters: the printers have counters.
        staff: people decide while kiosks still run.
        poor: everybody buys from one account that cannot pay for all.
    """

    kiosks: int
    orders: int
    limits: Limits
    hold_s: int
    hold_total_s: int
    token_s: int
    heartbeat_s: float
    read_s: float
    latency_s: float
    hold_paper_s: float
    length_mm: int
    mm_per_s: float
    eager: float
    signed: bool
    visit: bool
    counters: bool
    staff: bool
    poor: bool


def draw_constants(chance: random.Random, profile: str) -> Constants:
    """Some calm, some harsh; within what the settings of both programs allow."""
    drawn = _draw(chance)
    return _harshest(drawn, chance) if profile == HARSH else drawn


def _draw(chance: random.Random) -> Constants:
    lease_s = chance.choice((15.0, 60.0, 60.0, 100.0, 114.0, 114.0))
    hold_s = chance.choice((120, 120, 180, 900))
    return Constants(
        kiosks=chance.choice((1, 1, 1, 1, 1, 1, 1, 1, 2, 3)),
        orders=chance.choice((1, 1, 1, 1, 1, 1, 2)),
        limits=Limits(
            lease_s=lease_s,
            authorise_s=chance.choice((3.0, 10.0, 25.0, 60.0)),
            settle_s=chance.choice((1.0, 8.0, 8.0)),
            drain_s=chance.choice((1.0, 15.0)),
        ),
        hold_s=hold_s,
        hold_total_s=max(hold_s, chance.choice((120, 400, 86_400, 86_400))),
        token_s=chance.choice((60, 600, 600)),
        heartbeat_s=chance.choice((120.0, 600.0, 600.0, 600.0)),
        read_s=chance.choice((2.0, 8.0, 8.0)),
        latency_s=chance.choice((0.05, 0.3, 2.0)),
        hold_paper_s=chance.choice((20.0, 180.0)),
        length_mm=chance.choice((300, 300, 1_500, 3_000)),
        mm_per_s=chance.choice((40.0, 60.0, 150.0)),
        eager=chance.choice((0.02, 0.1, 0.3)),
        signed=chance.random() < 0.1,
        visit=chance.random() < 0.02,
        counters=chance.random() < 0.75,
        staff=chance.random() < 0.7,
        poor=chance.random() < 0.15,
    )


def _harshest(drawn: Constants, chance: random.Random) -> Constants:
    return replace(
        drawn,
        kiosks=chance.choice((1, 2, 3)),
        orders=chance.choice((1, 2, 2)),
        limits=replace(drawn.limits, lease_s=114.0, authorise_s=60.0),
        hold_s=120,
        hold_total_s=86_400,
        heartbeat_s=chance.choice((120.0, 300.0, 600.0)),
        length_mm=chance.choice((300, 3_000)),
        mm_per_s=40.0,
        visit=False,
        poor=chance.random() < _MOSTLY,
    )


def draw_chances(chance: random.Random, profile: str) -> dict[str, float]:
    """How likely each fault is at each place where it could strike; many seeds leave some out."""
    known = {**FAULTS, **(_LIES if profile == LYING else {})}
    force = chance.choice((0.0, 0.3, 1.0, 1.0, 2.5))
    theme = chance.choice(_THEMES)
    chances = {}
    for kind, likely in known.items():
        more = _THEME_FORCE if theme and kind.startswith(theme) else 1.0
        chances[kind] = likely * force * more if chance.random() < 0.65 else 0.0
    return chances | (_HARSHER if profile == HARSH else {})


def kinds(profile: str) -> tuple[str, ...]:
    """All faults of a profile."""
    return tuple({**FAULTS, **(_LIES if profile == LYING else {})})


@dataclass
class Faults:
    """Decides each time whether a fault strikes, and counts those that did.

    ``limits_s`` are the waits of the programs themselves: what lasts barely longer than one of them
    shows most. ``left_out`` are numbers of strikes that a smaller version of the schedule does
    without.
    """

    chance: random.Random
    chances: dict[str, float]
    limits_s: tuple[float, ...]
    left_out: frozenset[int] = frozenset()
    note: Callable[[str], None] = lambda _text: None
    on: bool = True
    struck: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def strikes(self, kind: str) -> bool:
        """Whether this fault happens here and now."""
        likely = self.chances[kind]
        if not likely or not self.on or self.chance.random() >= likely:
            return False
        number = len(self.struck)
        self.struck.append(kind)
        if number in self.left_out:
            return False
        self.counts[kind] += 1
        self.note(f"fault {number}: {kind}")
        return True

    def awhile_s(self, longest_s: float) -> float:
        """A time up to the longest, or (every other one) about as long as one of the limits."""
        if self.chance.random() < _AS_LONG:
            return self.chance.choice(self.limits_s) * self.between(0.9, 1.2)
        return self.between(1.0, longest_s)

    def between(self, low: float, high: float) -> float:
        """A number in a range."""
        return self.chance.uniform(low, high)
