"""The simulation as a proof: many schedules, what struck and what was visited."""

from tests.proofs.outcome import Outcome
from tests.simulation.batch import Batch, run_batch


def simulated(profile: str, seed: int, runs: int) -> Outcome:
    """Run so many schedules from this seed on; on one core."""
    return told(run_batch(range(seed, seed + runs), profile))


def told(batch: Batch) -> Outcome:
    """What a batch says, in numbers; a fault or state that never came is a broken promise."""
    outcome = Outcome(f"simulation, {batch.profile}")
    outcome.tried = {
        "schedules": batch.schedules,
        "operations": batch.operations,
        "messages": batch.steps,
        "invariants checked": batch.checks,
        "faults struck": sum(batch.faults.values()),
        "kinds of fault": len(batch.faults),
        "states and arrows": len(batch.states),
        "schedules a second of one core": round(batch.per_s, 1),
    }
    outcome.broken = [
        f"seed {each.seed}: {breach.invariant}: {breach.what}"
        for each in batch.failed
        for breach in each.breaches
    ]
    outcome.broken += [f"never seen: {one}" for one in batch.never_seen()]
    return outcome
