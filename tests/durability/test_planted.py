"""Every planted bug of durability still fits the program; the proof shows that each is caught."""

import pytest

from tests.proofs.mutants import Mutant, applies, mutants

PLANTED = mutants("durability")


@pytest.mark.parametrize("mutant", PLANTED, ids=lambda mutant: mutant.name)
def test_a_planted_bug_still_fits(mutant: Mutant) -> None:
    assert applies(mutant)


def test_there_are_enough_planted_bugs() -> None:
    assert len(PLANTED) >= 12
