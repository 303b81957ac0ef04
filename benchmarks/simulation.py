"""How many schedules of the simulation one core does in a second.

Processor time is counted, not the clock: other programs on the machine make it no slower. A
schedule is some kiosks, some purchases and all that happens to them, checked at the end.
"""

from collections.abc import Mapping

from tests.simulation.batch import run_batch
from tests.simulation.chances import TRUTHFUL

WARM = 20
SCHEDULES = 200


def measure() -> Mapping[str, float]:
    """The same seeds every time; the first ones warm the caches and are not counted."""
    run_batch(range(1, 1 + WARM), TRUTHFUL)
    batch = run_batch(range(1_000, 1_000 + SCHEDULES), TRUTHFUL)
    if batch.failed:
        raise RuntimeError(f"an invariant broke at seed {batch.failed[0].seed}")
    return {"kiosk.schedules_per_s": batch.per_s}
