"""Turns the blocks of a document into reportlab's flowables; one function a kind of block."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape

from PIL import Image as Picture
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    HRFlowable,
    Image,
    KeepTogether,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from kiosk.documents import model
from kiosk.documents.fonts import SEMIBOLD
from kiosk.documents.logos import logo_png
from kiosk.documents.pdf_sheet import INK, LINE, TINT, Sheet
from kiosk.documents.qr import QUIET_MODULES, dark_runs, qr_matrix

# A mark wider than this stands above its text (a signature); a squarer one stands to its left.
_WIDE = 2.0


class QrSymbol(Flowable):
    """A QR symbol drawn as vector rectangles, quiet zone included."""

    def __init__(self, data: str, size_pt: float) -> None:
        super().__init__()
        self._data = data
        self._size_pt = size_pt
        self.hAlign = "CENTER"

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size, whatever there is room for."""
        return self._size_pt, self._size_pt

    def draw(self) -> None:
        """Draw the dark runs, top row first."""
        modules = len(qr_matrix(self._data)) + 2 * QUIET_MODULES
        side = self._size_pt / modules
        self.canv.setFillColorRGB(0, 0, 0)
        for row, column, length in dark_runs(self._data):
            x = (column + QUIET_MODULES) * side
            y = self._size_pt - (row + QUIET_MODULES + 1) * side
            self.canv.rect(x, y, length * side, side, stroke=0, fill=1)


def flowables(blocks: Iterable[model.Block], sheet: Sheet) -> list[Flowable]:
    """Set blocks on a sheet; neighbouring fields become one aligned list."""
    return list(_flowables(blocks, sheet))


def _flowables(blocks: Iterable[model.Block], sheet: Sheet) -> Iterator[Flowable]:
    for is_field, group in groupby(blocks, lambda block: isinstance(block, model.Field)):
        if is_field:
            yield _fields([block for block in group if isinstance(block, model.Field)], sheet)
        else:
            for block in group:
                yield from _block(block, sheet)


def _block(block: model.Block, sheet: Sheet) -> Iterator[Flowable]:
    match block:
        case model.Heading(text=text, level=level):
            # A heading is never the last line of a page; what it heads may be broken.
            yield CondPageBreak(sheet.leading_pt * (6 if level == 2 else 4))
            yield Paragraph(escape(text), sheet.heading(level))
        case model.Paragraph(text=text, style=style, align=align):
            yield Paragraph(escape(text), sheet.paragraph(style, align))
        case model.Field():
            yield _fields([block], sheet)
        case model.Rule():
            yield HRFlowable("100%", 0.6, color=LINE, spaceBefore=3, spaceAfter=5)
        case model.Space(lines=lines):
            yield Spacer(1, lines * sheet.leading_pt)
        case model.Table():
            yield _table(block, sheet)
        case model.QrCode(data=data, caption=caption):
            under = [Paragraph(escape(caption), sheet.paragraph("strong", "center"))]
            yield KeepTogether([QrSymbol(data, sheet.qr_pt), *(under if caption else [])])
        case model.Logo(name=name, text=text):
            yield _logo(name, text, sheet)
        case model.Banner(text=text):
            yield _banner(text, sheet)
        case model.Watermark():
            return  # painted behind every page, see pdf.py


def _fields(fields: list[model.Field], sheet: Sheet) -> Flowable:
    label_width = sheet.text_width_pt * sheet.label_share
    plain, strong = sheet.paragraph("body", "right"), sheet.paragraph("strong", "left")
    plain.alignment = 0
    soft = sheet.paragraph("small", "right")
    soft.alignment, soft.fontSize, soft.leading = 0, plain.fontSize, plain.leading
    for style in (plain, strong, soft):
        style.spaceAfter = 0
    rows: list[Any] = [
        [
            Paragraph(f"{escape(field.label)}:", soft),
            Paragraph(escape(field.value), strong if field.strong else plain),
        ]
        for field in fields
    ]
    return _grid(rows, [label_width, sheet.text_width_pt - label_width], sheet, [])


def _table(table: model.Table, sheet: Sheet) -> Flowable:
    scale = sheet.text_width_pt / sum(column.weight for column in table.columns)
    head = [_cell(column.title, "strong", column.align, sheet) for column in table.columns]
    rows: list[Any] = [head]
    for row in table.rows:
        cells = zip(row, table.columns, strict=True)
        rows.append([_cell(text, "body", column.align, sheet) for text, column in cells])
    ruled: list[Any] = [
        ("BACKGROUND", (0, 0), (-1, 0), TINT),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
        ("LINEABOVE", (0, 0), (-1, 0), 0.4, LINE),
        ("LEFTPADDING", (0, 0), (-1, -1), 2.5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2.5),
    ]
    widths = [column.weight * scale for column in table.columns]
    return _grid(rows, widths, sheet, ruled, head_rows=1)


def _cell(text: str, style: model.Style, align: model.Align, sheet: Sheet) -> Paragraph:
    paragraph_style = sheet.paragraph(style, align)
    paragraph_style.fontSize *= 0.9
    paragraph_style.leading *= 0.9
    paragraph_style.spaceAfter = 0
    if align == "left":
        paragraph_style.alignment = 0  # narrow columns are never justified
    return Paragraph(escape(text), paragraph_style)


def _grid(
    rows: list[Any], widths: list[float], sheet: Sheet, extra: list[Any], head_rows: int = 0
) -> Flowable:
    gap = sheet.body_pt * 0.16
    common: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), gap),
        ("BOTTOMPADDING", (0, 0), (-1, -1), gap * 1.6),
    ]
    return Table(
        rows,
        colWidths=widths,
        repeatRows=head_rows,
        style=TableStyle(common + extra),
        spaceAfter=sheet.body_pt * 0.5,
    )


def _logo(name: str, text: str, sheet: Sheet) -> Flowable:
    words = Paragraph(escape(text), _logo_style(sheet))
    png = logo_png(name)
    if png is None:
        return words
    width, height = Picture.open(BytesIO(png)).size
    aspect = width / height
    image = Image(BytesIO(png), sheet.mark_pt * aspect, sheet.mark_pt, hAlign="CENTER")
    if aspect > _WIDE:
        return KeepTogether([image, words])
    words.style.alignment = 0
    gap = sheet.mark_pt * 0.3
    room = sheet.text_width_pt - image.drawWidth - gap
    natural = stringWidth(text, words.style.fontName, words.style.fontSize) + 1
    return Table(
        [[image, words]],
        colWidths=[image.drawWidth + gap, min(room, natural)],
        hAlign="CENTER",
        style=TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
            ]
        ),
    )


def _logo_style(sheet: Sheet) -> Any:
    style = sheet.paragraph("strong", "center")
    style.fontSize, style.leading, style.spaceAfter = sheet.body_pt * 1.15, sheet.body_pt * 1.5, 2
    return style


def _banner(text: str, sheet: Sheet) -> Flowable:
    style = sheet.paragraph("strong", "center")
    style.spaceAfter = 0
    style.fontName = SEMIBOLD
    return Table(
        [[Paragraph(escape(text), style)]],
        colWidths=[sheet.text_width_pt],
        style=TableStyle(
            [
                ("BOX", (0, 0), (-1, -1), 1.1, INK),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            ]
        ),
        spaceAfter=sheet.body_pt * 0.6,
    )
