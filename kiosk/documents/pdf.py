"""Sets a document as PDF: the same document always gives the same bytes.

A certificate carries a border, its footer and ``Página n/N`` on every page; the bidders' register
has ``Pág. n de N`` and ``CONTINÚA`` where a page is not the last. Watermarks lie behind every
page. PDF/A is not claimed.
"""

import math
from collections.abc import Callable
from io import BytesIO
from typing import Any

from reportlab.lib.colors import white
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from kiosk.documents.fonts import BOLD, REGULAR, SEMIBOLD, register_fonts
from kiosk.documents.model import Document, Watermark
from kiosk.documents.pdf_blocks import flowables
from kiosk.documents.pdf_sheet import BRAND, INK, LINE, SOFT_INK, WATERMARK, Sheet, sheet_for

_BORDER_INSET_PT = 26.0
_PageMarks = Callable[[Canvas, int, int], None]


def render_pdf(document: Document) -> bytes:
    """The document as PDF, byte for byte repeatable."""
    return _build(document)[0]


def page_count(document: Document) -> int:
    """How many pages the PDF has."""
    return _build(document)[1]


def _build(document: Document) -> tuple[bytes, int]:
    register_fonts()
    sheet = sheet_for(document)
    buffer = BytesIO()
    template = BaseDocTemplate(
        buffer,
        pagesize=(sheet.width_pt, sheet.height_pt),
        title=document.title,
        author=document.meta.get("chamber_name", ""),
        subject=document.meta.get("entity_name", ""),
        creator="Dispensador",
        lang="es-CO" if document.language == "es" else document.language,
        invariant=1,
        pageCompression=1,
    )
    margin = sheet.margin_pt
    room = sheet.height_pt - 2 * margin
    frame = Frame(margin, margin, sheet.text_width_pt, room, 0, 0, 0, 0, id="text")
    template.addPageTemplates(
        PageTemplate("page", [frame], onPage=lambda canvas, _: _backdrop(canvas, document, sheet))
    )
    marks = _page_marks(document, sheet)
    pages: list[int] = []

    def make_canvas(*args: Any, **options: Any) -> "_NumberedCanvas":
        return _NumberedCanvas(*args, marks=marks, pages=pages, **options)

    template.build(flowables(document.blocks, sheet), canvasmaker=make_canvas)
    return buffer.getvalue(), pages[-1]


class _NumberedCanvas(Canvas):
    """Holds the pages back until their number is known, then marks each with ``n`` and ``N``."""

    def __init__(self, *args: Any, marks: _PageMarks, pages: list[int], **options: Any) -> None:
        super().__init__(*args, **options)
        self._marks = marks
        self._pages = pages
        self._held: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Keep the finished page."""
        self._held.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]

    def save(self) -> None:
        """Mark and write all pages."""
        total = len(self._held)
        self._pages.append(total)
        for number, state in enumerate(self._held, start=1):
            self.__dict__.update(state)
            self._marks(self, number, total)
            super().showPage()
        super().save()


def _backdrop(canvas: Canvas, document: Document, sheet: Sheet) -> None:
    if sheet.border:
        _border(canvas, sheet)
    texts = [block.text for block in document.blocks if isinstance(block, Watermark)]
    if texts:
        _watermarks(canvas, texts, sheet)


def _border(canvas: Canvas, sheet: Sheet) -> None:
    inset = _BORDER_INSET_PT
    canvas.saveState()
    canvas.setStrokeColor(BRAND)
    for extra, line_width in ((0, 1.1), (3, 0.35)):
        canvas.setLineWidth(line_width)
        edge = inset + extra
        canvas.rect(edge, edge, sheet.width_pt - 2 * edge, sheet.height_pt - 2 * edge)
    canvas.restoreState()


def _watermarks(canvas: Canvas, texts: list[str], sheet: Sheet) -> None:
    """Stack the texts on the diagonal, each as large as it may be."""
    diagonal = math.hypot(sheet.width_pt, sheet.height_pt) * 0.72
    canvas.saveState()
    canvas.setFillColor(WATERMARK)
    canvas.translate(sheet.width_pt / 2, sheet.height_pt / 2)
    canvas.rotate(math.degrees(math.atan2(sheet.height_pt, sheet.width_pt)))
    for index, text in enumerate(texts):
        size = min(54.0, diagonal / stringWidth(text, BOLD, 1))
        canvas.setFont(BOLD, size)
        canvas.drawCentredString(0, ((len(texts) - 1) / 2 - index) * 60 - size * 0.35, text)
    canvas.restoreState()


def _page_marks(document: Document, sheet: Sheet) -> _PageMarks:
    bidder = document.meta.get("register") == "bidder"
    continued = bidder or sheet.continued

    def mark(canvas: Canvas, number: int, total: int) -> None:
        size = sheet.body_pt * 0.8
        base = sheet.margin_pt - (18 if sheet.border else 13)
        right = sheet.width_pt - sheet.margin_pt
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.4)
        canvas.line(sheet.margin_pt, base + size + 3, right, base + size + 3)
        canvas.setFont(REGULAR, size)
        canvas.setFillColor(SOFT_INK)
        canvas.drawString(sheet.margin_pt, base, document.footer)
        canvas.setFillColor(INK)
        canvas.setFont(SEMIBOLD, size)
        label = f"Pág. {number} de {total}" if bidder else f"Página {number}/{total}"
        if continued and number < total:
            label = f"CONTINÚA · {label}"
        # The footer may be long: its end gives way to the page number.
        width = stringWidth(label, SEMIBOLD, size)
        canvas.setFillColor(white)
        canvas.rect(right - width - 6, base - 2, width + 6, size + 2, stroke=0, fill=1)
        canvas.setFillColor(INK)
        canvas.drawRightString(right, base, label)

    return mark
