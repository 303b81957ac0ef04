"""Aligned lists of fields, and tables, as reportlab's flowables."""

from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from kiosk.documents.model import Align, Field, Style
from kiosk.documents.model import Table as TableBlock
from kiosk.documents.pdf_sheet import LINE, SOFT_INK, TINT, Sheet

_GAP_PT = 6.0
"""White between a label's column and its value's."""


def fields(blocks: list[Field], sheet: Sheet) -> Flowable:
    """Fields as labels and values; two neighbours share a row where both are short enough."""
    if not sheet.paired_fields:
        label = sheet.text_width_pt * sheet.label_share
        rows = [_pair(block, sheet) for block in blocks]
        return _grid(rows, [label, sheet.text_width_pt - label], sheet, [])
    label, value = sheet.text_width_pt * 0.20, sheet.text_width_pt * 0.30
    rows, spans = _paired(blocks, sheet, label - _GAP_PT, value - _GAP_PT)
    return _grid(rows, [label, value] * 2, sheet, spans)


def table(block: TableBlock, sheet: Sheet) -> Flowable:
    """A table whose head is repeated on every page it reaches."""
    scale = sheet.text_width_pt / sum(column.weight for column in block.columns)
    rows: list[list[Any]] = [
        [_cell(column.title, "strong", column.align, sheet) for column in block.columns]
    ]
    for row in block.rows:
        cells = zip(row, block.columns, strict=True)
        rows.append([_cell(text, "body", column.align, sheet) for text, column in cells])
    ruled = [
        ("BACKGROUND", (0, 0), (-1, 0), TINT),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
        ("LINEABOVE", (0, 0), (-1, 0), 0.4, LINE),
        ("LEFTPADDING", (0, 0), (-1, -1), sheet.body_pt * 0.36),
        ("RIGHTPADDING", (0, 0), (-1, -1), sheet.body_pt * 0.36),
    ]
    widths = [column.weight * scale for column in block.columns]
    return _grid(rows, widths, sheet, ruled, head_rows=1)


def _paired(
    blocks: list[Field], sheet: Sheet, label_pt: float, value_pt: float
) -> tuple[list[list[Any]], list[Any]]:
    """Rows of four cells in reading order, and the spans of those that hold one field."""
    rows: list[list[Any]] = []
    spans: list[Any] = []
    waiting: list[Any] | None = None
    for block in blocks:
        cells = _pair(block, sheet)
        short = not block.strong and all(
            stringWidth(text, style.fontName, style.fontSize) <= room
            for text, style, room in (
                (f"{block.label}:", cells[0].style, label_pt),
                (block.value, cells[1].style, value_pt),
            )
        )
        if short and waiting is not None:
            waiting[2:] = cells
            waiting = None
            continue
        rows.append([*cells, "", ""])
        waiting = rows[-1] if short else None
        if not short:
            spans.append(("SPAN", (1, len(rows) - 1), (3, len(rows) - 1)))
    return rows, spans


def _pair(block: Field, sheet: Sheet) -> list[Any]:
    label = _flush(sheet, "body")
    label.textColor = SOFT_INK
    value = _flush(sheet, "strong" if block.strong else "body")
    return [Paragraph(f"{escape(block.label)}:", label), Paragraph(escape(block.value), value)]


def _flush(sheet: Sheet, style: Style, align: Align = "left") -> Any:
    """A style without space of its own, never justified: cells are narrow."""
    flush = sheet.paragraph(style, align)
    flush.spaceAfter = 0
    if align == "left":
        flush.alignment = 0
    return flush


def _cell(text: str, style: Style, align: Align, sheet: Sheet) -> Paragraph:
    small = _flush(sheet, style, align)
    small.fontSize *= 0.92
    small.leading *= 0.92
    return Paragraph(escape(text), small)


def _grid(
    rows: list[list[Any]], widths: list[float], sheet: Sheet, extra: list[Any], head_rows: int = 0
) -> Flowable:
    gap = sheet.body_pt * 0.11
    common: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), gap),
        ("BOTTOMPADDING", (0, 0), (-1, -1), gap * 1.7),
    ]
    return Table(
        rows,
        colWidths=widths,
        repeatRows=head_rows,
        style=TableStyle(common + extra),
        spaceAfter=sheet.body_pt * 0.4,
    )
