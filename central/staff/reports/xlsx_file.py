"""A report as a workbook: words above, a head that stays in sight, rows, totals, remarks.

Texts are written as texts, never parsed, so nothing in them becomes a formula, a link or a number;
what looks like a formula is marked as quoted, so that editing the cell does not make it one either.
The same report always gives the same bytes.
"""

from datetime import datetime
from io import BytesIO
from typing import Any

from central.clock import local
from central.staff.reports.csv_file import TOTAL, harmless, remarks
from kiosk.contract.staff.reports import Cell, ColumnKind, Report

_TEXT_MAX = 32_767
"""What a cell of a workbook holds."""
_WIDTH_MIN, _WIDTH_MAX = 8, 60
_NUMBER_FORMATS: dict[ColumnKind, str] = {
    "text": "@",
    "number": "#,##0",
    "pesos": '"$"#,##0;[Red]-"$"#,##0',
    "instant": "yyyy-mm-dd hh:mm:ss",
}
_SHOWN_LENGTHS: dict[ColumnKind, int] = {"text": 0, "number": 8, "pesos": 14, "instant": 20}


def as_xlsx(report: Report, chamber_name: str) -> bytes:
    """The bytes of the file."""
    # Late: only who exports needs it.
    from xlsxwriter import Workbook  # type: ignore[import-untyped] # it has no stubs

    buffer = BytesIO()
    # Row by row: memory does not grow with the report.
    book = Workbook(buffer, {"constant_memory": True, "strings_to_formulas": False})
    book.set_properties(
        {"title": report.title, "company": chamber_name, "created": _naive(report.made_at)}
    )
    _Sheet(book, report).fill(chamber_name)
    book.close()
    return buffer.getvalue()


class _Sheet:
    """One worksheet; rows are written in their order, as a workbook of constant memory wants."""

    def __init__(self, book: Any, report: Report) -> None:
        self._report = report
        self._sheet = book.add_worksheet("Informe")
        self._row = 0
        self._large = book.add_format({"bold": True, "font_size": 14})
        self._bold = book.add_format({"bold": True})
        edge = {"bold": True, "bg_color": "#F0F3F8", "text_wrap": True, "valign": "top"}
        self._head = book.add_format({**edge, "bottom": 1})
        self._cells = {
            kind: book.add_format({"num_format": number_format, "valign": "top"})
            for kind, number_format in _NUMBER_FORMATS.items()
        }
        self._totals = {
            kind: book.add_format({"num_format": number_format, "bold": True, "top": 1})
            for kind, number_format in _NUMBER_FORMATS.items()
        }
        self._quoted = book.add_format({"num_format": "@", "valign": "top", "quote_prefix": True})

    def fill(self, chamber_name: str) -> None:
        report, sheet = self._report, self._sheet
        self._line((report.title, self._large))
        self._line((chamber_name, None))
        for parameter in report.parameters:
            self._line((parameter.label, self._bold), (parameter.value, None))
        self._line(("Hecho", self._bold), (f"{local(report.made_at):%Y-%m-%d %H:%M:%S}", None))
        self._row += 1
        head = self._row
        self._line(*((column.title, self._head) for column in report.columns))
        sheet.freeze_panes(head + 1, 0)
        sheet.repeat_rows(head)
        for at, column in enumerate(report.columns):
            sheet.set_column(at, at, self._width(at, column.title))
        for row in report.rows:
            for at, cell in enumerate(row):
                self._cell(at, cell, self._cells)
            self._row += 1
        sheet.autofilter(head, 0, max(head, self._row - 1), len(report.columns) - 1)
        if any(total is not None for total in report.totals):
            self._text(0, TOTAL, self._totals["text"])
            for at, total in enumerate(report.totals):
                if at:
                    self._cell(at, total, self._totals)
            self._row += 1
        for remark in remarks(report):
            self._line((remark, None))
        sheet.set_landscape()
        sheet.set_paper(1)  # letter, as the chamber's paper
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&P / &N")

    def _line(self, *cells: tuple[str, Any]) -> None:
        for at, (text, style) in enumerate(cells):
            self._text(at, text, style)
        self._row += 1

    def _cell(self, at: int, cell: Cell, styles: dict[ColumnKind, Any]) -> None:
        style = styles[self._report.columns[at].kind]
        match cell:
            case None:
                self._sheet.write_blank(self._row, at, None, style)
            case int():
                self._sheet.write_number(self._row, at, cell, style)
            case datetime():
                self._sheet.write_datetime(self._row, at, _naive(cell), style)
            case str():
                self._text(at, cell, style)

    def _text(self, at: int, text: str, style: Any) -> None:
        quoted = harmless(text) != text
        self._sheet.write_string(self._row, at, text[:_TEXT_MAX], self._quoted if quoted else style)

    def _width(self, at: int, title: str) -> int:
        kind = self._report.columns[at].kind
        longest = max(
            (len(cell) for row in self._report.rows if isinstance(cell := row[at], str)), default=0
        )
        word = max(map(len, title.split()), default=0)
        return min(_WIDTH_MAX, max(_WIDTH_MIN, _SHOWN_LENGTHS[kind], longest, word) + 2)


def _naive(instant: datetime) -> datetime:
    """Colombian time, as a workbook has no zones."""
    return local(instant).replace(tzinfo=None)
