"""Many schedules: what happened in them, what of it was never seen, and the first failures."""

import gc
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import structlog

from kiosk.purchase.operation import ARROWS
from tests.simulation.chances import kinds
from tests.simulation.world import Outcome, World

ENOUGH = 2_000
"""From so many schedules on, a fault or state that was never seen is a failure."""
SHOWN_MAX = 3
_COLLECT_EVERY = 200
_SAID_EVERY = 1_000
_NOT_REACHED = {
    "kiosk: WAIT_PERSON > PRINT_STARTED": "no part of the program takes this arrow yet",
    "kiosk: VOIDING > CAPTURED": "a claim's kiosk is silent for longer than a hold, people decide, "
    "the selling kiosk hears it, and only then does the claim's capture arrive",
}
"""Arrows nothing takes, or hardly anything in some thousand schedules, with the reason."""
_CENTRAL_STATES = (
    "central: CAPTURED",
    "central: CAPTURED late",
    "central: DECLINED",
    "central: EXPIRED",
    "central: HELD",
    "central: VOIDED_BY_DEVICE",
    "central: VOIDED_BY_DEVICE tombstone",
    "central: VOIDED_BY_STAFF",
    "central: expired by the sweeper",
    "staff: printed",
    "staff: void",
)


@dataclass
class Batch:
    """The sum of many schedules."""

    profile: str
    schedules: int = 0
    operations: int = 0
    steps: int = 0
    checks: int = 0
    cpu_s: float = 0.0
    wall_s: float = 0.0
    faults: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    excused: Counter[str] = field(default_factory=Counter)
    failed: list[Outcome] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Count one schedule."""
        self.schedules += 1
        self.operations += outcome.operations
        self.steps += outcome.steps
        self.checks += outcome.checks
        self.faults += outcome.faults
        self.states += outcome.states
        self.excused += outcome.excused
        if outcome.breaches:
            self.failed.append(outcome)

    @property
    def per_s(self) -> float:
        """Schedules for each second of one core."""
        return self.schedules / self.cpu_s if self.cpu_s else 0.0

    def never_seen(self) -> list[str]:
        """Faults and states with count zero, if there were enough schedules to expect them all."""
        if self.schedules < ENOUGH:
            return []
        arrows = [
            f"kiosk: {source} > {target}"
            for source, targets in ARROWS.items()
            for target in targets
        ]
        wanted = [*sorted(arrows), *_CENTRAL_STATES]
        unseen = [kind for kind in kinds(self.profile) if not self.faults[kind]]
        unseen += [state for state in wanted if not self.states[state]]
        return [one for one in unseen if one not in _NOT_REACHED]

    def report(self) -> str:
        """Everything in lines."""
        lines = [
            f"schedules {self.schedules:,}  operations {self.operations:,}  messages {self.steps:,}"
            f"  invariants checked {self.checks:,}  violations {len(self.failed)}",
            f"faults struck {sum(self.faults.values()):,}",
            *_table(self.faults),
            "states and arrows visited",
            *_table(self.states),
            "excused (devices people tampered with, or somebody lied about)",
            *_table(self.excused),
            f"{self.per_s:.1f} schedules a second of one core"
            f" ({self.cpu_s:.0f} s of it, {self.wall_s:.0f} s by the clock)",
        ]
        lines += [f"NEVER SEEN: {one}" for one in self.never_seen()]
        return "\n".join(lines)


def run_batch(seeds: Iterable[int], profile: str, *, stop_at_first: bool = False) -> Batch:
    """Run these seeds one after the other."""
    quiet()
    batch = Batch(profile)
    cpu, wall = time.process_time(), time.monotonic()
    gc.disable()  # objects of a schedule die with it; cycles are collected between schedules
    try:
        for seed in seeds:
            batch.add(outcome := World(seed, profile).run())
            if outcome.breaches:
                print(f"seed {seed}: {outcome.breaches[0]}", file=sys.stderr)  # noqa: T201
            if batch.schedules % _COLLECT_EVERY == 0:
                gc.collect()
                _progress(batch)
            if batch.failed and (stop_at_first or len(batch.failed) >= SHOWN_MAX):
                break
    except KeyboardInterrupt:
        print("interrupted: this is what was done until then", file=sys.stderr)  # noqa: T201
    finally:
        gc.enable()
    batch.cpu_s = time.process_time() - cpu
    batch.wall_s = time.monotonic() - wall
    return batch


def _progress(batch: Batch) -> None:
    if sys.stderr.isatty() or batch.schedules % _SAID_EVERY == 0:
        print(f"{batch.schedules} schedules, {len(batch.failed)} failed", file=sys.stderr)  # noqa: T201


def quiet() -> None:
    """The programs' own log would be the slowest part."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))


def _table(counts: Counter[str]) -> list[str]:
    return [f"  {name:<44} {count:>12,}" for name, count in sorted(counts.items())]
