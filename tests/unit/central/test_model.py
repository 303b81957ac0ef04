"""Central and a small model of its money rules agree, whatever two kiosks and the staff do.

The long version is a proof: ``make prove NAME=central-model``.
"""

import pytest

from tests.proofs.model.run import live

LIVES, STEPS, RECOMPUTE_EVERY = 14, 30, 6
MUST_HAPPEN = {"HELD", "CAPTURED", "late capture", "receipt", "reprint", "refund", "repeat"}


@pytest.mark.timeout(300)
def test_central_does_what_the_model_says() -> None:
    happened = live("sqlite", LIVES, STEPS, RECOMPUTE_EVERY)
    assert MUST_HAPPEN - happened.keys() == set()
