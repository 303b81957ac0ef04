"""A report as CSV: every cell comes back, numbers are numbers, and nothing is a formula."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from hypothesis import given

from central.staff.reports.csv_file import CUT, MARK, as_csv
from kiosk.contract.staff.reports import Report
from tests.support.reports import ATTACKS, COLUMNS, MADE_AT, make_report, reports

_BEGINS_A_FORMULA = set("=+-@\t\r\n＝＋－＠")


def read(content: bytes) -> list[list[str]]:
    """As a spreadsheet set to es_CO reads it."""
    text = content.decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=";", strict=True))


def is_formula(cell: str) -> bool:
    return cell.lstrip(f" \N{NO-BREAK SPACE}{MARK}")[:1] in _BEGINS_A_FORMULA and cell[:1] != ""


@given(reports())
def test_every_cell_comes_back_and_no_text_is_a_formula(report: Report) -> None:
    head, *rows = read(as_csv(report))
    assert head == [column.title for column in COLUMNS]
    assert len(rows) == len(report.rows) + 1 + report.cut
    for row, told in zip(report.rows, rows, strict=False):
        at, text, number, pesos = told
        expected = "" if row[1] is None else str(row[1])
        assert text in (expected, f"'{expected}")
        assert not is_formula(text)
        assert [number, pesos] == ["" if cell is None else str(cell) for cell in row[2:]]
        assert bool(at) == (row[0] is not None)
    assert rows[len(report.rows)] == ["TOTAL", "", *map(str, report.totals[2:])]
    if report.cut:
        assert rows[-1] == [CUT]


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_arrives_as_text(attack: str) -> None:
    cell = read(as_csv(make_report((MADE_AT, attack, 1, 1))))[1][1]
    assert cell.removeprefix("'") == attack.removeprefix("'")
    assert not is_formula(cell)


def test_the_bytes_are_what_a_spreadsheet_here_expects() -> None:
    report = make_report((MADE_AT - timedelta(hours=3), 'Ñandú; "uno"\nSur', -3, -6_100))
    assert as_csv(report) == (
        b"\xef\xbb\xbf"
        b"Fecha;Descripci\xc3\xb3n;Cantidad;Valor\r\n"
        b'2026-11-21 19:04:05;"\xc3\x91and\xc3\xba; ""uno""\nSur";-3;-6100\r\n'
        b"TOTAL;;-3;-6100\r\n"
    )


def test_an_empty_report_has_its_head_and_zeros() -> None:
    assert read(as_csv(make_report()))[1:] == [["TOTAL", "", "0", "0"]]


def test_a_title_or_a_note_is_no_formula_either() -> None:
    columns = tuple(column.model_copy(update={"title": "=1+1"}) for column in COLUMNS)
    rows = read(as_csv(make_report(columns=columns, notes=("@nota",))))
    assert rows[0] == ["'=1+1"] * 4
    assert rows[-1] == ["'@nota"]
