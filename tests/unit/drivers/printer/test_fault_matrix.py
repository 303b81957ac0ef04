"""A sample of the fault matrix; the whole of it is ``make prove NAME=printer-faults``."""

import pytest

from tests.proofs.drivers_faults import Cell, cells, try_cell

EVERY = 7 * 13 + 3  # about a dozen cells, going through all moments and most faults

# Where bugs were planted: each of these cells has caught one.
SUSPECTS = {
    ("epson-tm-t20iii", "brown-out", "while the first part is sent"),
    ("epson-tm-t20iii", "paper out, not mended", "in the middle of the paper"),
    ("epson-tm-t20iii", "paper out, mended", "in the middle of the paper"),
    ("custom-vkp80iii", "cutter jam", "after that look"),
    ("custom-vkp80iii", "power cut", "while a later part is sent"),
    ("star-tup900", "cable pulled", "at the first byte"),
    ("star-tup900", "brown-out", "at the last byte"),
    ("star-tup900", "a quick hand", "before the look at the printer"),
}


@pytest.mark.parametrize(
    "cell",
    [cell for cell in cells() if (cell.model, cell.fault.name, cell.moment.name) in SUSPECTS],
    ids=str,
)
def test_suspects_are_always_watched(cell: Cell) -> None:
    _, broken = try_cell(cell)
    assert broken == []


@pytest.mark.parametrize("cell", cells()[::EVERY], ids=str)
def test_the_verdict_never_says_more_than_the_paper(cell: Cell) -> None:
    _, broken = try_cell(cell)
    assert broken == []


def test_the_sample_meets_every_kind_of_moment_and_most_faults() -> None:
    sample = cells()[::EVERY]
    assert {cell.moment.kind for cell in sample} == {cell.moment.kind for cell in cells()}
    assert len({cell.fault.name for cell in sample}) >= 8
