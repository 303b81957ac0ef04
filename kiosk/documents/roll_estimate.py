"""A rough length of a document on the roll, for the catalogue only; the printer itself measures.

Reckoned for an 80 mm head (576 dots at 203 dpi): 64 columns of small type at 25 dots (3.1 mm) a
line, headings at 48 columns, white space between paragraphs and before headings.
"""

import math

from kiosk.documents.bars import QUIET_BARS, widths
from kiosk.documents.model import (
    BankBars,
    Banner,
    Block,
    Document,
    Field,
    Heading,
    Logo,
    Paragraph,
    QrCode,
    Rule,
    Space,
    Table,
    Watermark,
)

_BODY_COLUMNS = 62
"""Of 64: justified lines end at words."""
_WIDE_COLUMNS = 48
_LINE_MM = 3.1
_WIDE_LINE_MM = 4.0
_PARAGRAPH_GAP_MM = 1.6
_FIELD_GAP_MM = 0.6
_HEADING_GAP_MM = 4.2
_QR_MM = 36.0
_BAR_MODULE_MM = 0.25
_FEED_MM = 24.0
"""Blank paper before the first line and behind the last one, up to the cutter."""
_SHEET_MM = 380
_SHEET_MARK_MM = 9.0
"""Every sheet of so many millimetres at most ends with its mark."""


def roll_length_mm(document: Document) -> int:
    """The estimated length of the strip, in millimetres, blank ends included."""
    text_mm = sum(_block_mm(block) for block in document.blocks)
    sheets = math.ceil(text_mm / _SHEET_MM)
    return math.ceil(_FEED_MM + text_mm + sheets * _SHEET_MARK_MM)


def _block_mm(block: Block) -> float:
    match block:
        case Heading(text=text, level=level):
            tall = 2 if level == 1 else 1
            return _lines(text, _WIDE_COLUMNS) * _WIDE_LINE_MM * tall + _HEADING_GAP_MM
        case Paragraph(text=text):
            return _lines(text, _BODY_COLUMNS) * _LINE_MM + _PARAGRAPH_GAP_MM
        case Field(label=label, value=value):
            return _lines(f"{label}: {value}", _BODY_COLUMNS) * _LINE_MM + _FIELD_GAP_MM
        case Banner(text=text) | Watermark(text=text) | Logo(text=text):
            return (_lines(text, _WIDE_COLUMNS) + 2) * _WIDE_LINE_MM
        case QrCode(caption=caption):
            return _QR_MM + _lines(caption, _WIDE_COLUMNS) * _WIDE_LINE_MM
        case BankBars(data=data, caption=caption):
            return _bars_mm(data) + _lines(caption, _WIDE_COLUMNS) * _WIDE_LINE_MM
        case Rule():
            return 2 * _LINE_MM
        case Space(lines=lines):
            return lines * _LINE_MM
        case Table():
            return _table_mm(block) + _PARAGRAPH_GAP_MM


def _bars_mm(data: str) -> float:
    """The bars stand across the paper: their length is the symbol's width."""
    return (sum(widths(data)) + 2 * QUIET_BARS) * _BAR_MODULE_MM


def _table_mm(table: Table) -> float:
    total = sum(column.weight for column in table.columns)
    widths = [max(4, _BODY_COLUMNS * column.weight // total - 2) for column in table.columns]
    titles = tuple(column.title for column in table.columns)
    rows = (titles, *table.rows)
    return sum(
        max(_lines(cell, width) for cell, width in zip(row, widths, strict=True)) * _LINE_MM
        + _FIELD_GAP_MM
        for row in rows
    )


def _lines(text: str, columns: int) -> int:
    return math.ceil(len(text) / columns)
