"""The short version: harm at a few bytes of every message of a purchase."""

from pathlib import Path

import pytest

from tests.durability.line import a_few, buy_all, cases, lengths, open_desk
from tests.proofs.outcome import Outcome


@pytest.mark.timeout(300)
def test_harm_on_the_line_neither_loses_nor_doubles_a_purchase(tmp_path: Path) -> None:
    with open_desk(tmp_path / "first") as desk:
        known = lengths(desk)
    outcome = Outcome("line")
    buy_all(tmp_path, a_few(cases(known, 10), 45), outcome)
    assert outcome.broken == []
    assert outcome.tried["purchases"] == 45
    for kind in ("request cut", "answer cut", "reset", "delayed"):
        assert outcome.tried[kind] > 0
