"""The sheets: LETTER (on its side for reports), 106 x 140 mm for receipts and what is like them."""

from dataclasses import dataclass, replace
from typing import Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from kiosk.documents.fonts import BOLD, REGULAR, SEMIBOLD
from kiosk.documents.model import Align, Document, Style

INK = HexColor("#0B1B33")
SOFT_INK = HexColor("#384660")
BRAND = HexColor("#07336E")
LINE = HexColor("#B9C4D6")
TINT = HexColor("#F0F3F8")
WATERMARK = Color(0.03, 0.2, 0.43, alpha=0.09)

_ALIGNMENTS: dict[Align, Literal[0, 1, 2]] = {"left": 0, "center": 1, "right": 2}


@dataclass(frozen=True)
class Sheet:
    """Sizes of one sheet in points; all type follows from ``body_pt``, that of running text."""

    width_pt: float
    height_pt: float
    margin_pt: float
    body_pt: float
    mark_pt: float
    qr_pt: float
    border: bool
    label_share: float
    continued: bool
    paired_fields: bool
    notes_beside_qr: bool

    @property
    def text_width_pt(self) -> float:
        """Width between the margins."""
        return self.width_pt - 2 * self.margin_pt

    @property
    def leading_pt(self) -> float:
        """Distance between two lines of running text."""
        return self.body_pt * 1.34

    def paragraph(self, style: Style, align: Align) -> ParagraphStyle:
        """Running text; left-aligned body text is justified, as legal texts are."""
        size = self.body_pt * (0.86 if style == "small" else 1.0)
        justified = align == "left" and style != "strong"
        return ParagraphStyle(
            f"{style}-{align}",
            fontName=SEMIBOLD if style == "strong" else REGULAR,
            fontSize=size,
            leading=size * 1.34,
            textColor=SOFT_INK if style == "small" else INK,
            alignment=TA_JUSTIFY if justified else _ALIGNMENTS[align],
            spaceAfter=size * 0.45,
            allowWidows=0,
            allowOrphans=0,
        )

    def heading(self, level: int) -> ParagraphStyle:
        """Levels 1 and 2 are centred in the chamber's colour, 3 stands at the left in ink."""
        size = self.body_pt * {1: 1.42, 2: 1.12, 3: 1.0}[level]
        return ParagraphStyle(
            f"heading-{level}",
            fontName=SEMIBOLD if level == 3 else BOLD,
            fontSize=size,
            leading=size * 1.3,
            textColor=INK if level == 3 else BRAND,
            alignment=TA_LEFT if level == 3 else TA_CENTER,
            spaceBefore=0 if level == 3 else size * 0.6,
            spaceAfter=size * (0.3 if level != 1 else 0.1),
        )


_LETTER = Sheet(
    width_pt=LETTER[0],
    height_pt=LETTER[1],
    margin_pt=50,
    body_pt=8.8,
    mark_pt=40,
    qr_pt=86,
    border=True,
    label_share=0.34,
    continued=False,
    paired_fields=True,
    notes_beside_qr=True,
)
_RECEIPT = Sheet(
    width_pt=106 * mm,
    height_pt=140 * mm,
    margin_pt=8 * mm,
    body_pt=6.6,
    mark_pt=26,
    qr_pt=72,
    border=False,
    label_share=0.4,
    continued=True,
    paired_fields=False,
    notes_beside_qr=False,
)
_SLIP = replace(
    _LETTER, body_pt=8.4, border=False, label_share=0.24, mark_pt=30, notes_beside_qr=False
)
_REPORT = Sheet(
    width_pt=LETTER[1],
    height_pt=LETTER[0],
    margin_pt=40,
    body_pt=8,
    mark_pt=30,
    qr_pt=72,
    border=False,
    label_share=0.2,
    continued=True,
    paired_fields=True,
    notes_beside_qr=False,
)


def sheet_for(document: Document) -> Sheet:
    """The sheet a kind of document is set on."""
    match document.kind:
        case "certificate":
            return _LETTER
        case "bank_slip":
            return _SLIP
        case "report":
            return _REPORT
        case _:
            return _RECEIPT
