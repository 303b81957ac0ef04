"""A failing schedule without the faults it can do without."""

from tests.simulation.world import Outcome, World

TRIES_MAX = 150


def shrink(outcome: Outcome) -> tuple[frozenset[int], Outcome]:
    """Leave out one fault after the other while the same invariant still breaks.

    What comes after a fault that was left out may differ, so this finds a smaller story, not the
    smallest.

    Returns:
        The numbers of the faults left out, and the smaller schedule's outcome.
    """
    wanted = {breach.invariant for breach in outcome.breaches}
    left_out: frozenset[int] = frozenset()
    best = outcome
    tries, number = 0, len(best.struck) - 1
    while number >= 0 and tries < TRIES_MAX:
        if number not in left_out:
            tries += 1
            tried = World(outcome.seed, outcome.profile, left_out | {number}).run()
            if wanted & {breach.invariant for breach in tried.breaches}:
                left_out, best = left_out | {number}, tried
                number = min(number, len(best.struck))
        number -= 1
    return left_out, best
