"""Turns the blocks of a document into reportlab's flowables; one function a kind of block."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any, cast
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
from kiosk.documents.pdf_bars import BarSymbol
from kiosk.documents.pdf_grids import fields, table
from kiosk.documents.pdf_sheet import INK, LINE, Sheet
from kiosk.documents.qr import QUIET_MODULES, dark_runs, qr_matrix

# A mark wider than this stands above its text (a signature); a squarer one stands to its left.
_WIDE = 2.0
_CLOSING_BLOCKS_MAX = 4


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
        # White beneath, so that no watermark shines through the quiet zone.
        self.canv.setFillColorRGB(1, 1, 1)
        self.canv.rect(0, 0, self._size_pt, self._size_pt, stroke=0, fill=1)
        self.canv.setFillColorRGB(0, 0, 0)
        for row, column, length in dark_runs(self._data):
            x = (column + QUIET_MODULES) * side
            y = self._size_pt - (row + QUIET_MODULES + 1) * side
            self.canv.rect(x, y, length * side, side, stroke=0, fill=1)


def flowables(blocks: Iterable[model.Block], sheet: Sheet) -> list[Flowable]:
    """Set blocks on a sheet; neighbouring fields become one aligned list."""
    return list(_flowables(blocks, sheet))


def _flowables(blocks: Iterable[model.Block], sheet: Sheet) -> Iterator[Flowable]:
    rest = deque(blocks)
    while rest:
        block = rest.popleft()
        match block:
            case model.Field():
                together = [block]
                while rest and isinstance(rest[0], model.Field):
                    together.append(cast(model.Field, rest.popleft()))
                yield fields(together, sheet)
            case model.QrCode() if sheet.notes_beside_qr:
                beside: list[model.Block] = []
                while rest and _goes_beside(rest[0]):
                    beside.append(rest.popleft())
                # What little follows, such as the end mark, is never alone on a page.
                follows = list(rest) if len(rest) <= _CLOSING_BLOCKS_MAX else []
                for _ in follows:
                    rest.popleft()
                yield KeepTogether([_seal(block, beside, sheet), *flowables(follows, sheet)])
            case _:
                yield from _block(block, sheet)


def _goes_beside(block: model.Block) -> bool:
    small = isinstance(block, model.Paragraph) and block.style == "small"
    return small or isinstance(block, model.Watermark | model.Logo)


def _block(block: model.Block, sheet: Sheet) -> Iterator[Flowable]:
    match block:
        case model.Heading(text=text, level=level):
            # A heading is never the last line of a page; what it heads may be broken.
            yield CondPageBreak(sheet.leading_pt * (6 if level == 2 else 4))
            yield Paragraph(escape(text), sheet.heading(level))
        case model.Paragraph(text=text, style=style, align=align):
            yield Paragraph(escape(text), sheet.paragraph(style, align))
        case model.Field():
            yield fields([block], sheet)
        case model.Rule():
            yield HRFlowable("100%", 0.6, color=LINE, spaceBefore=3, spaceAfter=5)
        case model.Space(lines=lines):
            yield Spacer(1, lines * sheet.leading_pt)
        case model.Table():
            yield table(block, sheet)
        case model.QrCode():
            yield KeepTogether(list(_qr(block, sheet)))
        case model.BankBars():
            yield KeepTogether(list(_bars(block, sheet)))
        case model.Logo(name=name, text=text):
            yield from _logo(name, text, sheet)
        case model.Banner(text=text):
            yield _banner(text, sheet)
        case model.Watermark():
            return  # painted behind every page, see pdf.py


def _seal(qr: model.QrCode, beside: list[model.Block], sheet: Sheet) -> Flowable:
    """The QR symbol with the notes that follow it at its side, kept on one page."""
    left = sheet.text_width_pt * 0.3
    narrow = replace(sheet, width_pt=sheet.width_pt - left)
    return Table(
        [[list(_qr(qr, sheet)), flowables(beside, narrow)]],
        colWidths=[left, sheet.text_width_pt - left],
        style=_tight(
            ("RIGHTPADDING", (0, 0), (0, 0), 10),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("ALIGN", (0, 0), (-1, -1), "CENTER"),
        ),
    )


def _qr(block: model.QrCode, sheet: Sheet) -> Iterator[Flowable]:
    yield QrSymbol(block.data, sheet.qr_pt)
    if block.caption:
        style = sheet.paragraph("strong", "center")
        style.fontSize *= 0.86
        yield Paragraph(escape(block.caption), style)


def _bars(block: model.BankBars, sheet: Sheet) -> Iterator[Flowable]:
    yield BarSymbol(block.data, sheet.text_width_pt)
    yield Spacer(1, sheet.leading_pt * 0.3)
    yield Paragraph(escape(block.caption), sheet.paragraph("small", "center"))


def _tight(*extra: Any) -> TableStyle:
    sides = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
    return TableStyle([*((side, (0, 0), (-1, -1), 0) for side in sides), *extra])


def _logo(name: str, text: str, sheet: Sheet) -> Iterator[Flowable]:
    words = Paragraph(escape(text), _logo_style(sheet))
    png = logo_png(name)
    if png is None:
        yield words
        return
    width, height = Picture.open(BytesIO(png)).size
    aspect = width / height
    image = Image(BytesIO(png), sheet.mark_pt * aspect, sheet.mark_pt, hAlign="CENTER")
    if aspect > _WIDE:
        yield from (image, words)
        return
    words.style.alignment = 0
    gap = sheet.mark_pt * 0.3
    natural = stringWidth(text, words.style.fontName, words.style.fontSize) + 1
    room = sheet.text_width_pt - image.drawWidth - gap
    yield Table(
        [[image, words]],
        colWidths=[image.drawWidth + gap, min(room, natural)],
        hAlign="CENTER",
        style=_tight(("VALIGN", (0, 0), (-1, -1), "MIDDLE")),
        spaceAfter=2,
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
