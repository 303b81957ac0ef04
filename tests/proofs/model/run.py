"""Running many lives of the machine: a few in the suite, by the clock in a proof."""

import time
from collections import Counter
from typing import ClassVar

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.proofs.model.machine import Machine
from tests.proofs.outcome import Outcome

_LIVES, _STEPS = 4, 40


def live(
    backend: str, lives: int, steps: int, recompute_every: int, chance: int | None = None
) -> Counter[str]:
    """What happened in so many lives; an assertion fails where central and the model differ.

    Without ``chance`` (a seed) the lives are the same every time.
    """

    class Here(Machine):
        happened: ClassVar[Counter[str]] = Counter()

    Here.backend, Here.recompute_every = backend, recompute_every
    machine = Here if chance is None else seed(chance)(Here)
    # A life is short enough to be read as it is; making it shorter would take minutes.
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=lives,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.generate],
            database=None,
            derandomize=chance is None,
        ),
    )
    return Here.happened


def central_model(backend: str, seconds: float, chance: int) -> Outcome:
    """Fresh lives until the time is over; the whole ledger is recomputed after each step."""
    outcome = Outcome(f"central against its model on {backend}", {"seed": chance})
    end, number = time.monotonic() + seconds, chance * 1_000
    while time.monotonic() < end and not outcome.broken:
        try:
            outcome.add(live(backend, _LIVES, _STEPS, 1, number))
        except AssertionError as error:
            notes = "\n".join(getattr(error, "__notes__", ()))
            outcome.broken.append(f"seed {number}: {error}\n{notes}")
        number += 1
    return outcome
