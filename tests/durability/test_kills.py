"""The short version: a few kills spread over a purchase and over a recovery."""

from pathlib import Path

import pytest

from tests.durability.kills import kill_at, kill_recovery_at, kill_while_printing
from tests.durability.stage import SCRIPTS
from tests.durability.zygote import Zygote
from tests.proofs.outcome import Outcome


@pytest.mark.timeout(300)
def test_a_purchase_that_is_killed_anywhere_is_recovered(zygote: Zygote, tmp_path: Path) -> None:
    outcome = Outcome("kills")
    kill_at(tmp_path, zygote, SCRIPTS[0], (45, 110, 150), outcome)
    kill_while_printing(tmp_path, zygote, SCRIPTS[0], outcome)
    assert outcome.broken == []
    assert (outcome.tried["killed"], outcome.tried["recovered"]) == (4, 4)


@pytest.mark.timeout(300)
def test_a_recovery_that_is_killed_is_recovered(zygote: Zygote, tmp_path: Path) -> None:
    outcome = Outcome("kills")
    kill_recovery_at(tmp_path, zygote, SCRIPTS[0], (30,), outcome)
    assert outcome.broken == []
    assert outcome.tried["recovered"] == 1
