"""The short versions: every proof of central runs, and every planted bug still fits the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.proofs.bank import bank_check, quiet_log
from tests.proofs.crashes import fault_rounds
from tests.proofs.mutants import Mutant, applies, mutants
from tests.proofs.same_id import same_id

PLANTED_MIN = 8


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    with quiet_log():
        yield


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("backend", "seconds", "workers"), [("postgresql", 10, 8), ("sqlite", 3, 4)]
)
def test_the_sums_stay_right_whatever_many_devices_do(
    backend: str, seconds: float, workers: int, tmp_path: Path
) -> None:
    outcome = bank_check(backend, seconds, workers, 20_261_121, tmp_path)
    assert outcome.broken == []
    for happened in ("tombstone", "late capture", "void", "repeat", "snapshots checked"):
        assert outcome.tried[happened] > 0, outcome.tried


@pytest.mark.timeout(300)
@pytest.mark.parametrize("backend", ["postgresql", "sqlite"])
def test_one_operation_id_from_fifty_threads_is_one_purchase(backend: str, tmp_path: Path) -> None:
    outcome = same_id(backend, 1, tmp_path)
    assert (outcome.broken, outcome.tried) == ([], {"answers": 100, "operations": 1})


@pytest.mark.timeout(300)
def test_crashes_of_central_and_its_database_lose_and_double_nothing() -> None:
    outcome = fault_rounds(10, 20_261_121)
    assert outcome.broken == []
    assert outcome.tried["rounds"] == 10
    assert outcome.tried["operations"] > 0


@pytest.mark.parametrize("mutant", mutants(), ids=lambda mutant: mutant.name)
def test_a_planted_bug_still_fits(mutant: Mutant) -> None:
    assert applies(mutant)


def test_there_are_enough_planted_bugs() -> None:
    assert len(mutants()) >= PLANTED_MIN
