"""Close arithmetic: what should be there by payment form, against what was counted.

All of it is pure: the ledger says what moved, the cashier what was counted, and neither sees the
other's figures before both are written down.
"""

from collections.abc import Mapping
from dataclasses import dataclass

CASH = "01"
DENOMINATIONS = (100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50)
"""Pesos in circulation; note and coin of 1.000 count together."""


@dataclass(frozen=True)
class FormLine:
    """One payment form, in pesos."""

    form: str
    expected: int
    counted: int

    @property
    def difference(self) -> int:
        """More (positive) or less than expected."""
        return self.counted - self.expected


def cash_of(pieces: Mapping[int, int]) -> int:
    """The pesos of counted notes and coins.

    >>> cash_of({50_000: 2, 2_000: 3, 50: 1})
    106050
    """
    return sum(denomination * count for denomination, count in pieces.items())


def compare(
    base: int, moved: Mapping[str, int], counted: Mapping[str, int]
) -> tuple[FormLine, ...]:
    """Every form that moved or was counted, and cash always.

    ``moved`` is money in less money back by form; the ``base`` lies in the drawer beside it.

    >>> [line.difference for line in compare(50_000, {"01": 6_100, "03": 900}, {"01": 56_000})]
    [-100, -900]
    """
    forms = sorted({CASH, *moved, *counted})
    return tuple(
        FormLine(form, moved.get(form, 0) + base * (form == CASH), counted.get(form, 0))
        for form in forms
    )
