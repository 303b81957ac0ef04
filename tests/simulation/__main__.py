"""``make simulate RUNS=… SEED=… PROFILE=…``: try schedules, and tell what happened in them.

A failure is printed with its seed, the invariant, the last events and the command that replays it;
then with as few faults as it needs.
"""

import argparse
import multiprocessing
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.simulation.batch import Batch, quiet, run_batch
from tests.simulation.chances import PROFILES, TRUTHFUL
from tests.simulation.shrink import shrink
from tests.simulation.world import Outcome

ROOT = Path(__file__).resolve().parents[2]
_LAST = 80


def main(arguments: list[str] | None = None) -> int:
    """Run and report; 1 if an invariant broke or something was never seen."""
    parser = argparse.ArgumentParser(prog="make simulate", description=__doc__)
    parser.add_argument("--runs", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profile", choices=PROFILES, default=TRUTHFUL)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--trace", action="store_true", help="print every event of each schedule")
    options = parser.parse_args(arguments)
    seeds = range(options.seed, options.seed + options.runs)
    batch = _run(seeds, options.profile, options.jobs)
    if options.trace:
        _trace(seeds, options.profile)
    for outcome in batch.failed:
        _explain(outcome)
    print(batch.report())  # noqa: T201
    return 1 if batch.failed or batch.never_seen() else 0


def _run(seeds: range, profile: str, jobs: int) -> Batch:
    if jobs == 1:
        return run_batch(seeds, profile)
    parts = [seeds[number::jobs] for number in range(jobs)]
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        done = pool.starmap(run_batch, [(part, profile) for part in parts])
    whole = Batch(profile)
    for part in done:
        whole.schedules += part.schedules
        whole.operations += part.operations
        whole.steps += part.steps
        whole.checks += part.checks
        whole.cpu_s += part.cpu_s
        whole.wall_s = max(whole.wall_s, part.wall_s)
        whole.faults += part.faults
        whole.states += part.states
        whole.excused += part.excused
        whole.failed += part.failed
    return whole


def _trace(seeds: range, profile: str) -> None:
    from tests.simulation.world import World

    quiet()
    for seed in seeds:
        print("\n".join(World(seed, profile).run().trace))  # noqa: T201


def _explain(outcome: Outcome) -> None:
    broken = Counter(breach.invariant for breach in outcome.breaches)
    lines = [
        f"seed {outcome.seed}, profile {outcome.profile}, version {_version()}: "
        f"{', '.join(broken)} broken",
        *(f"  {breach.invariant}: {breach.what}" for breach in outcome.breaches),
        *outcome.trace[-_LAST:],
        f"replay: make simulate SEED={outcome.seed} RUNS=1 PROFILE={outcome.profile}",
    ]
    left_out, smaller = shrink(outcome)
    lines += [
        f"the same without {len(left_out)} of its {len(outcome.struck)} faults:",
        *smaller.trace[-_LAST:],
        "",
    ]
    print("\n".join(lines))  # noqa: T201


def _version() -> str:
    run = subprocess.run(
        ["git", "describe", "--always", "--dirty"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return run.stdout.strip() or "unknown"


if __name__ == "__main__":
    sys.exit(main())
