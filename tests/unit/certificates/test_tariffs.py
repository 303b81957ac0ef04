from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.certificates.tariffs import YEARS, round_tariff, tariff

WAGE_2026 = 1_750_905


@pytest.mark.parametrize(
    ("rate", "in_2025", "in_2026"),
    [("0.5", 5_800, 6_100), ("1", 11_600, 12_100), ("0.7", 8_100, 8_500), ("6", 69_000, 73_000)],
)
def test_published_tariffs_come_out(rate: str, in_2025: int, in_2026: int) -> None:
    assert [tariff(Decimal(rate), year) for year in YEARS] == [in_2025, in_2026]


@pytest.mark.parametrize(
    ("value", "rounded"),
    [("0", 0), ("49.99", 0), ("50", 100), ("6050", 6_100), ("52527.15", 52_500),
     ("52527.16", 53_000), ("53499", 53_000), ("53500", 54_000)],
)  # fmt: skip
def test_rounding_at_its_edges(value: str, rounded: int) -> None:
    assert round_tariff(Decimal(value), WAGE_2026) == rounded


@given(st.decimals(min_value=0, max_value=10_000_000, places=2))
def test_rounding_moves_by_half_a_unit_at_most(value: Decimal) -> None:
    rounded = round_tariff(value, WAGE_2026)
    unit = 100 if value * 100 <= 3 * WAGE_2026 else 1_000
    assert rounded % unit == 0
    assert abs(rounded - value) <= Decimal(unit) / 2
