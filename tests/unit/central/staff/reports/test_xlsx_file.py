"""A report as a workbook, read back from its own XML: texts are texts, numbers are numbers."""

import re
from datetime import datetime, timedelta, timezone
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from hypothesis import given

from central.staff.reports.xlsx_file import as_xlsx
from kiosk.contract.staff.reports import Report
from tests.support.reports import ATTACKS, COLUMNS, MADE_AT, make_report, reports

_NS = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
_EPOCH = datetime(1899, 12, 30, tzinfo=timezone(timedelta(hours=-5)))
CHAMBER = "Cámara de Comercio de Ejemplo"
HEAD = 5
"""Rows above the head: title, chamber, two parameters, when, and an empty one."""


class Book:
    """What is in the one sheet of a workbook."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as files:
            assert files.testzip() is None
            self.names = files.namelist()
            self.sheet = ET.fromstring(files.read("xl/worksheets/sheet1.xml"))
            self.styles = ET.fromstring(files.read("xl/styles.xml"))
            shared = "xl/sharedStrings.xml"
            strings = files.read(shared) if shared in self.names else b"<sst/>"
        self._strings = ["".join(item.itertext()) for item in ET.fromstring(strings)]
        self.rows = [
            {self._column(cell): cell for cell in row}
            for row in self.sheet.iterfind("x:sheetData/x:row", _NS)
        ]

    @staticmethod
    def _column(cell: ET.Element) -> str:
        return cell.attrib["r"].rstrip("0123456789")

    def value(self, cell: ET.Element) -> str | float | None:
        kind = cell.attrib.get("t", "n")
        if kind == "inlineStr":
            return _unescaped("".join(cell.itertext()))
        value = cell.findtext("x:v", None, _NS)
        if value is None:
            return None
        return _unescaped(self._strings[int(value)]) if kind == "s" else float(value)

    def style(self, cell: ET.Element) -> ET.Element:
        return self.styles.findall("x:cellXfs/x:xf", _NS)[int(cell.attrib.get("s", "0"))]

    def number_format(self, cell: ET.Element) -> str:
        code = self.style(cell).attrib["numFmtId"]
        named = {
            each.attrib["numFmtId"]: each.attrib["formatCode"]
            for each in self.styles.iterfind("x:numFmts/x:numFmt", _NS)
        }
        return named.get(code, code)


def _unescaped(text: str) -> str:
    return re.sub(r"_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def body(book: Book, report: Report) -> list[dict[str, ET.Element]]:
    """The rows below the head."""
    return book.rows[HEAD + 1 : HEAD + 1 + len(report.rows)]


@given(reports())
def test_every_cell_comes_back_as_what_it_is(report: Report) -> None:
    book = Book(as_xlsx(report, CHAMBER))
    assert book.sheet.find(".//x:f", _NS) is None
    assert book.sheet.find(".//x:hyperlink", _NS) is None
    for row, cells in zip(report.rows, body(book, report), strict=True):
        at, text, number, pesos = (cells[column] for column in "ABCD")
        assert book.value(pesos) == row[3]
        assert book.value(number) == row[2]
        if row[1] is not None:
            assert text.attrib["t"] in ("inlineStr", "s")
            assert (book.value(text) or "") == row[1]
        if isinstance(row[0], datetime):
            days = book.value(at)
            assert isinstance(days, float)
            assert abs(_EPOCH + timedelta(days=days) - row[0]) < timedelta(seconds=1)


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_stays_text_also_when_it_is_edited(attack: str) -> None:
    report = make_report((MADE_AT, attack, 1, 1))
    book = Book(as_xlsx(report, CHAMBER))
    (cells,) = body(book, report)
    assert cells["B"].attrib["t"] in ("inlineStr", "s")
    if attack[0] not in ";'\"":
        assert book.style(cells["B"]).attrib["quotePrefix"] == "1"


def test_head_formats_and_widths() -> None:
    report = make_report((MADE_AT, "x" * 50, 1_000, -6_100), cut=True, notes=("Una nota.",))
    book = Book(as_xlsx(report, CHAMBER))
    assert [book.value(cell) for cell in book.rows[HEAD].values()] == [c.title for c in COLUMNS]
    pane = book.sheet.find(".//x:pane", _NS)
    assert pane is not None
    assert (pane.attrib["state"], pane.attrib["topLeftCell"]) == ("frozen", f"A{HEAD + 3}")
    (cells,) = body(book, report)
    assert book.number_format(cells["A"]) == "yyyy-mm-dd hh:mm:ss"
    assert book.number_format(cells["D"]) == '"$"#,##0;[Red]-"$"#,##0'
    widths = [float(col.attrib["width"]) for col in book.sheet.iterfind("x:cols/x:col", _NS)]
    assert widths[1] > 50
    assert max(widths) < 65
    total, cut, note = book.rows[-3:]
    assert [book.value(cell) for cell in total.values()] == ["TOTAL", None, 1_000, -6_100]
    assert "Hay más filas" in str(book.value(cut["A"]))
    assert book.value(note["A"]) == "Una nota."


def test_the_same_report_gives_the_same_bytes() -> None:
    report = make_report((MADE_AT, "añil", 1, 1))
    assert as_xlsx(report, CHAMBER) == as_xlsx(report, CHAMBER)


def test_an_empty_report_opens_too() -> None:
    book = Book(as_xlsx(make_report(), CHAMBER))
    assert [book.value(cell) for cell in book.rows[-1].values()] == ["TOTAL", None, 0, 0]


def test_a_text_longer_than_a_cell_is_cut_and_not_lost() -> None:
    report = make_report((MADE_AT, "ñ" * 40_000, 1, 1))
    (cells,) = body(Book(content := as_xlsx(report, CHAMBER)), report)
    assert len(str(Book(content).value(cells["B"]))) == 32_767
