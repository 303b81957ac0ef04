"""Run schedules until one breaks an invariant, and say which, as one line of JSON."""

import json
import sys

from tests.simulation.batch import run_batch


def main() -> None:
    """Arguments: the first seed, how many, the profile."""
    first, runs, profile = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    batch = run_batch(range(first, first + runs), profile, stop_at_first=True)
    told: dict[str, object] = {"verdict": "survived", "schedules": batch.schedules}
    if batch.failed:
        outcome = batch.failed[0]
        told |= {
            "verdict": "found",
            "seed": outcome.seed,
            "invariant": ", ".join(sorted({each.invariant for each in outcome.breaches})),
            "what": outcome.breaches[0].what,
        }
    print(json.dumps(told))  # noqa: T201


if __name__ == "__main__":
    main()
