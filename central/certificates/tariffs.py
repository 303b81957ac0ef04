"""Registry tariffs: a rate in UVB, turned into pesos and rounded as the decree says.

Sources: Decreto 0045 of 2024 (tariffs in UVB since 2025-01-01); Decreto 1074 of 2015, article
2.2.2.46.1.10 (rounding: up to 3 % of the monthly minimum wage to the nearest hundred, above to the
nearest thousand). Values of 2025 and 2026 as published for those years.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True)
class Year:
    """The yearly values a tariff is reckoned with, in pesos."""

    valid_from: date
    uvb_pesos: int
    minimum_wage_pesos: int


YEARS = (
    Year(date(2025, 1, 1), 11_552, 1_423_500),
    Year(date(2026, 1, 1), 12_110, 1_750_905),
)

RATES_UVB = {
    "01010101": Decimal("0.5"),
    "01010102": Decimal(1),
    "01010301": Decimal(1),
}
"""Rate of each service. Those of books and bidders are not published: no default price."""


def round_tariff(value_pesos: Decimal, minimum_wage_pesos: int) -> int:
    """Round a tariff to the nearest hundred, or thousand above 3 % of the minimum wage.

    >>> [round_tariff(Decimal(v), 1_750_905) for v in ("6055", "8477", "12110", "72660")]
    [6100, 8500, 12100, 73000]
    >>> round_tariff(Decimal(52_527), 1_750_905), round_tariff(Decimal(52_528), 1_750_905)
    (52500, 53000)
    """
    small = value_pesos * 100 <= 3 * minimum_wage_pesos
    unit = Decimal(100 if small else 1000)
    return int((value_pesos / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit)


def tariff(rate_uvb: Decimal, year: Year) -> int:
    """A rate in pesos.

    >>> [tariff(Decimal(rate), YEARS[0]) for rate in ("0.5", "1", "0.7", "6")]
    [5800, 11600, 8100, 69000]
    >>> [tariff(Decimal(rate), YEARS[1]) for rate in ("0.5", "1", "0.7", "6")]
    [6100, 12100, 8500, 73000]
    """
    return round_tariff(rate_uvb * year.uvb_pesos, year.minimum_wage_pesos)
