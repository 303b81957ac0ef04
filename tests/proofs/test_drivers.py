"""The short versions of the printers' long proofs, and their planted bugs still fit."""

import pytest

from tests.proofs.drivers_fuzz import fuzz
from tests.proofs.drivers_power import LOSSES, job_bytes, lose_power
from tests.proofs.mutants import Mutant, applies, mutants

PLANTED_MIN = 12
INPUTS = 60_000


@pytest.mark.parametrize("target", fuzz(INPUTS, 20_261_121))
def test_no_bytes_crash_or_deceive_what_listens(target: object) -> None:
    assert callable(target)
    outcome = target()
    assert outcome.broken == []
    assert outcome.tried["inputs"] > 0


@pytest.mark.parametrize("model", ["epson-tm-t20iii", "custom-vkp80iii", "star-tup900"])
@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.98])
def test_power_lost_at_a_byte_is_never_a_printed_copy(model: str, loss: str, share: float) -> None:
    _, broken = lose_power(model, loss, round(share * job_bytes(model)))
    assert broken == []


@pytest.mark.parametrize("mutant", mutants("printer"), ids=lambda mutant: mutant.name)
def test_a_planted_bug_still_fits(mutant: Mutant) -> None:
    assert applies(mutant)


def test_there_are_enough_planted_bugs() -> None:
    assert len(mutants("printer")) >= PLANTED_MIN
