"""Any day of a cashier: the close expects what the ledger moved and what the drawer holds.

The long version is a proof: ``make prove NAME=central-desk``.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.staff.shifts.count import CASH, DENOMINATIONS, cash_of, compare
from tests.proofs.desk import UNIT, Day, Desk, days, pieces_of
from tests.support.central import fresh_database, make_central


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One cashier for all days: nothing of a day may leak into the next."""
    folder: Path = tmp_path_factory.mktemp("desk")
    central = make_central(folder, fresh_database(folder, "sqlite"))
    made = Desk(central)
    yield made
    assert made.audit() == []
    central.close()


@pytest.mark.timeout(900)
@given(day=days())
def test_a_day_closes_with_exactly_its_mistakes(desk: Desk, day: Day) -> None:
    assert desk.live(day) == []


@given(st.integers(0, 10**9))
def test_what_is_counted_is_what_lies_there(units: int) -> None:
    pieces = pieces_of(units * UNIT)
    assert cash_of(pieces) == units * UNIT
    assert set(pieces) <= set(DENOMINATIONS)


pesos = st.integers(0, 10**12)
forms = st.sampled_from(["01", "02", "03", "04", "06"])


@given(pesos, st.dictionaries(forms, st.integers(-(10**12), 10**12)), st.dictionaries(forms, pesos))
def test_nothing_is_lost_between_the_lines(
    base: int, moved: dict[str, int], counted: dict[str, int]
) -> None:
    lines = compare(base, moved, counted)
    assert [line.form for line in lines] == sorted({CASH, *moved, *counted})
    assert sum(line.expected for line in lines) == base + sum(moved.values())
    assert sum(line.difference for line in lines) == (
        sum(counted.values()) - base - sum(moved.values())
    )
