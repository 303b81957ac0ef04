"""Builds the paper of a report: what was asked, its table, its totals, and what to know about it.

One document for sheet and roll. A report holds what people typed, so here, unlike in certificates,
a letter that a printer cannot write becomes a question mark: the files have it as it was.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.contract.staff.reports import Cell, ColumnKind, Report
from kiosk.documents.certificate_texts import DEMONSTRATION
from kiosk.documents.model import (
    Align,
    Banner,
    Block,
    Column,
    Document,
    Field,
    Heading,
    Logo,
    Paragraph,
    Rule,
    Space,
    Table,
)
from kiosk.documents.paper_time import BOGOTA, paper_instant
from kiosk.money import format_pesos

_ALIGNS: dict[ColumnKind, Align] = {
    "text": "left",
    "number": "right",
    "pesos": "right",
    "instant": "left",
}
_WEIGHT_MIN, _WEIGHT_MAX = 6, 30
"""Shares of the width, in characters: a long column wraps before it starves the others."""
_WEIGHT_PADDING = 3
"""White at both sides of a cell, and letters that are wider than most."""
_BEYOND_LATIN_1 = "€“”‘’–—…"
"""What the code pages of all printers have besides, some of it in other letters."""
_DOT, _DOT_WRITTEN = "•", "*"
"""Of masked numbers; not every code page has it."""
_CUT = "Este papel muestra las primeras {} filas y hay más: los totales son solo de estas."
_FEWER = "Este papel muestra las primeras {} de {} filas; los totales son de todas."
_COLUMNS_OF_A_ROLL = 6
_EMPTY = "Sin registros."


@dataclass(frozen=True)
class ReportPaper:
    """Whose paper it is; ``made_by`` is the login of who asked.

    ``roll``: it is made for a narrow paper. There a report of many columns is a list of records,
    which leave out what is empty, and an instant can stand in a column of ten letters.
    """

    chamber_name: str
    made_by: str = ""
    logo: str = "camara-de-comercio"
    demonstration: bool = False
    rows_max: int = 1_000
    roll: bool = False


def report_table(report: Report, paper: ReportPaper) -> Document:
    """Set a report as a document with at most so many rows."""
    return Document(
        kind="report",
        title=report.title,
        blocks=tuple(_blocks(report, paper)),
        footer=f"{report.title} · {paper_instant(report.made_at)}",
        meta={"report": report.name, "chamber_name": paper.chamber_name},
    )


def _blocks(report: Report, paper: ReportPaper) -> Iterator[Block]:
    yield Logo(paper.logo, paper.chamber_name)
    if paper.demonstration:
        yield Banner(DEMONSTRATION)
    yield Heading(report.title.upper(), 1)
    for parameter in report.parameters:
        yield Field(parameter.label, _letters(parameter.value))
    yield Field("Hecho", paper_instant(report.made_at))
    if paper.made_by:
        yield Field("Por", paper.made_by)
    yield Space()
    rows = report.rows[: paper.rows_max]
    if rows:
        if paper.roll and len(report.columns) > _COLUMNS_OF_A_ROLL:
            yield from _records(report, rows)
        else:
            yield from _table(report, rows, roll=paper.roll)
        yield from _totals(report)
    else:
        yield Paragraph(_EMPTY, "strong", "center")
    if report.cut:
        yield Paragraph(_CUT.format(len(rows)), "strong")
    elif len(rows) < len(report.rows):
        yield Paragraph(_FEWER.format(len(rows), len(report.rows)), "strong")
    for note in report.notes:
        yield Paragraph(_letters(note), "small")


def _table(report: Report, rows: tuple[tuple[Cell, ...], ...], *, roll: bool) -> Iterator[Block]:
    cells = tuple(
        tuple(
            _narrow(column.kind, cell) if roll else cell_text(column.kind, cell)
            for column, cell in zip(report.columns, row, strict=True)
        )
        for row in rows
    )
    yield Table(
        tuple(
            Column(
                column.title,
                _weight(column.title, [row[at] for row in cells]),
                _ALIGNS[column.kind],
            )
            for at, column in enumerate(report.columns)
        ),
        cells,
    )


def _records(report: Report, rows: tuple[tuple[Cell, ...], ...]) -> Iterator[Block]:
    for row in rows:
        yield Rule()
        for column, cell in zip(report.columns, row, strict=True):
            if text := cell_text(column.kind, cell):
                yield Field(column.title, text)
    yield Rule()


def _totals(report: Report) -> Iterator[Block]:
    totals = [
        Field(f"Total {column.title.lower()}", cell_text(column.kind, total), strong=True)
        for column, total in zip(report.columns, report.totals, strict=True)
        if total is not None
    ]
    if totals:
        yield Heading("Totales", 3)
        yield from totals


def cell_text(kind: ColumnKind, cell: Cell) -> str:
    """A cell as paper shows it.

    >>> cell_text("pesos", -6100), cell_text("number", 1234), cell_text("text", " dos  blancos")
    ('-$6.100', '1.234', 'dos blancos')
    """
    match cell:
        case None:
            return ""
        case int() if kind == "pesos":
            return format_pesos(cell)
        case int():
            return f"{cell:,}".replace(",", ".")
        case datetime():
            return paper_instant(cell)
        case str():
            return _letters(cell)


def _narrow(kind: ColumnKind, cell: Cell) -> str:
    """A cell of a narrow table: a line may end after a slash, so a day has none.

    >>> from datetime import UTC
    >>> _narrow("instant", datetime(2026, 11, 21, 15, 0, 5, tzinfo=UTC))
    '2026-11-21 10:00:05'
    """
    if isinstance(cell, datetime):
        return f"{cell.astimezone(BOGOTA):%Y-%m-%d %H:%M:%S}"
    return cell_text(kind, cell)


def _letters(text: str) -> str:
    """One line of letters that every printer has.

    >>> _letters("Ñandú 🙂 ••• 001")
    'Ñandú ? *** 001'
    """
    composed = unicodedata.normalize("NFC", text).replace(_DOT, _DOT_WRITTEN)
    line = " ".join("".join(each if each.isprintable() else " " for each in composed).split())
    return "".join(each if each <= "\xff" or each in _BEYOND_LATIN_1 else "?" for each in line)


def _weight(title: str, cells: list[str]) -> int:
    """A column's share of the width: of its longest cell, and no word of its title is broken."""
    longest = max(map(len, cells))
    word = max(map(len, title.split()))
    return max(_WEIGHT_MIN, word, min(longest, _WEIGHT_MAX)) + _WEIGHT_PADDING
