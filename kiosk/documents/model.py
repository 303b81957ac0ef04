"""The Document: an ordered list of blocks, the one source of roll paper, PDF and preview.

A document is plain data. Its canonical JSON text is what central freezes and signs, so the text
below is
a wire format: a field may be added with a default, never renamed.

JSON shape: ``{"kind": "certificate", "title": …, "blocks": [{"block": "heading", "text": …,
"level": 1}, …]}``.
"""

import json
from dataclasses import dataclass, field, fields
from typing import Any, Literal

DocumentKind = Literal[
    "certificate", "cash_receipt", "voucher", "claim_slip", "bank_slip", "test_page", "report"
]
Align = Literal["left", "center", "right"]
Style = Literal["body", "strong", "small"]


@dataclass(frozen=True)
class Heading:
    """A centred heading.

    Level 1 is the document's title, 2 a section (``CERTIFICA``), 3 a minor one.
    """

    text: str
    level: Literal[1, 2, 3] = 2


@dataclass(frozen=True)
class Paragraph:
    """Running text; ``body`` is justified where the medium can, ``small`` is for notes."""

    text: str
    style: Style = "body"
    align: Align = "left"


@dataclass(frozen=True)
class Field:
    """A label and its value on one line where they fit: ``NIT: 990.000.001-2``."""

    label: str
    value: str
    strong: bool = False


@dataclass(frozen=True)
class Rule:
    """A horizontal line over the whole width."""


@dataclass(frozen=True)
class Space:
    """Vertical white space, in text lines."""

    lines: int = 1


@dataclass(frozen=True)
class Column:
    """A table column; ``weight`` is its share of the width."""

    title: str
    weight: int = 1
    align: Align = "left"


@dataclass(frozen=True)
class Table:
    """A table with a header row; every row has one cell a column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class QrCode:
    """A QR symbol and the line under it; ``data`` holds no personal data."""

    data: str
    caption: str = ""


@dataclass(frozen=True)
class BankBars:
    """A bank's GS1-128 symbol and the line under it; ``data`` is an element string (``gs1``)."""

    data: str
    caption: str = ""


@dataclass(frozen=True)
class Logo:
    """The chamber's mark by name.

    A file of ``resources/logos``; where there is none, the chamber's name is set as text.
    """

    name: str
    text: str


@dataclass(frozen=True)
class Banner:
    """A line that must not be overlooked: ``COPIA 1``, ``DEMOSTRACIÓN SIN VALIDEZ JURÍDICA``."""

    text: str


@dataclass(frozen=True)
class Watermark:
    """Diagonal text behind PDF pages (registration not renewed, demonstration).

    The roll prints it as a banner line.
    """

    text: str


Block = (
    Heading | Paragraph | Field | Rule | Space | Table | QrCode | BankBars | Logo | Banner
    | Watermark
)  # fmt: skip

_BLOCKS: dict[str, type[Block]] = {
    "heading": Heading,
    "paragraph": Paragraph,
    "field": Field,
    "rule": Rule,
    "space": Space,
    "table": Table,
    "qr": QrCode,
    "bank_bars": BankBars,
    "logo": Logo,
    "banner": Banner,
    "watermark": Watermark,
}
_NAMES = {cls: name for name, cls in _BLOCKS.items()}


@dataclass(frozen=True)
class Document:
    """A thing to print.

    ``footer`` is repeated at each page mark (``Página n/N`` is the renderer's).
    """

    kind: DocumentKind
    title: str
    blocks: tuple[Block, ...]
    footer: str = ""
    language: str = "es"
    meta: dict[str, str] = field(default_factory=dict)


def to_json(document: Document) -> str:
    """The canonical text: sorted keys, no white space, UTF-8 characters as they are."""
    data = {
        "kind": document.kind,
        "title": document.title,
        "footer": document.footer,
        "language": document.language,
        "meta": document.meta,
        # Shallow: a Table's columns are met by the encoder, and copying text first would cost most.
        "blocks": [{"block": _NAMES[type(block)], **vars(block)} for block in document.blocks],
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=vars)


def from_json(text: str) -> Document:
    """Read a canonical text back.

    Raises:
        ValueError: the text is not a document of a version this program knows.
    """
    try:
        data = json.loads(text)
        return Document(
            kind=data["kind"],
            title=data["title"],
            footer=data["footer"],
            language=data["language"],
            meta=dict(data["meta"]),
            blocks=tuple(_block(item) for item in data["blocks"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a document: {error}") from error


def _block(item: dict[str, Any]) -> Block:
    values = dict(item)
    cls = _BLOCKS[values.pop("block")]
    if cls is Table:
        values["columns"] = tuple(Column(**column) for column in values["columns"])
        values["rows"] = tuple(tuple(row) for row in values["rows"])
    unknown = values.keys() - {f.name for f in fields(cls)}
    if unknown:
        raise ValueError(f"unknown fields in {cls.__name__}: {sorted(unknown)}")
    return cls(**values)


def plain_text(document: Document) -> str:
    """Every word of the document, in order: what a reader of any rendering must find."""
    return "\n".join(part for block in document.blocks for part in _texts(block) if part)


def _texts(block: Block) -> tuple[str, ...]:
    match block:
        case Heading(text=text) | Paragraph(text=text) | Banner(text=text) | Watermark(text=text):
            return (text,)
        case Logo(text=text):
            return (text,)
        case Field(label=label, value=value):
            return (f"{label}: {value}",)
        case QrCode(caption=caption) | BankBars(caption=caption):
            return (caption,)
        case Table(columns=columns, rows=rows):
            return (
                *(column.title for column in columns),
                *(cell for row in rows for cell in row),
            )
        case Rule() | Space():
            return ()
