"""The shape of all reports: cells of their kinds, totals that are sums, the same on the wire."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kiosk.contract.staff.reports import DAYS_MAX, AskReportOfDays, Cell, Report
from tests.support.reports import COLUMNS, MADE_AT, make_report, reports

TOKEN = "x" * 43


@given(reports())
def test_a_report_is_the_same_behind_the_wire(report: Report) -> None:
    assert Report.model_validate_json(report.model_dump_json()) == report


@given(reports())
def test_totals_are_the_sums_of_what_is_there(report: Report) -> None:
    for at, (column, total) in enumerate(zip(COLUMNS, report.totals, strict=True)):
        if not column.summed:
            assert total is None
            continue
        expected = 0
        for row in report.rows:
            cell = row[at]
            expected += cell if isinstance(cell, int) else 0
        assert total == expected


def test_nobody_brings_totals_of_their_own() -> None:
    told = make_report((MADE_AT, "a", 1, 100)).model_dump(mode="json") | {"totals": [0, 0, 9, 9]}
    assert Report.model_validate(told).totals == (None, None, 1, 100)


@pytest.mark.parametrize(
    "row",
    [
        (MADE_AT, "a", 1),
        (MADE_AT, "a", 1, 100, "more"),
        ("today", "a", 1, 100),
        (MADE_AT.replace(tzinfo=None), "a", 1, 100),
        (MADE_AT, 7, 1, 100),
        (MADE_AT, "a", "1", 100),
        (MADE_AT, "a", 1, 1.5),
        (MADE_AT, MADE_AT, 1, 100),
    ],
)
def test_a_cell_that_is_not_of_its_kind_is_refused(row: tuple[Any, ...]) -> None:
    with pytest.raises(ValidationError):
        make_report(row)


def test_a_text_that_looks_like_an_instant_stays_a_text() -> None:
    cells: tuple[Cell, ...] = (None, "2026-11-21T00:00:00Z", None, None)
    report = make_report(cells)
    assert Report.model_validate_json(report.model_dump_json()).rows == (cells,)


days = st.dates(date(1970, 1, 2), date(9998, 1, 1))


@given(days, st.integers(-2 * DAYS_MAX, 2 * DAYS_MAX))
def test_a_span_of_days_has_an_order_and_an_end(first: date, more: int) -> None:
    last = first + timedelta(days=more)
    values: dict[str, Any] = {"staff_session": TOKEN, "first_day": first, "last_day": last}
    if 0 <= more < DAYS_MAX:
        assert AskReportOfDays(**values).last_day == last
    else:
        with pytest.raises(ValidationError):
            AskReportOfDays(**values)


def test_an_instant_keeps_its_moment_whatever_its_zone() -> None:
    report = make_report((MADE_AT, None, None, None))
    told = report.model_dump(mode="json")
    told["rows"][0][0] = "2026-11-21T22:04:05-05:00"
    assert Report.model_validate(told).rows[0][0] == datetime(2026, 11, 22, 3, 4, 5, tzinfo=UTC)
