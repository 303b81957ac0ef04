"""Documents in numbers: random ones, every kind of block in any order, and a registry's own."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from random import Random

from sqlalchemy import select

from central.certificates.issue import Issue, build
from central.certificates.types import TYPES
from central.registry.tables import Registration
from kiosk.documents.model import (
    Align,
    Banner,
    Block,
    Column,
    Document,
    DocumentKind,
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
from tests.support.registry import TODAY, sample_registry

_WORDS: list[str] = re.split(
    " ",
    "que por documento privado número de la asamblea general de accionistas se inscribió en esta "
    "cámara bajo el libro noveno del registro mercantil constitución reforma liquidación café añil "
    "Ñandú güengüeréchalas «OBJETO» (SOCIAL) $12.100.000,00 990.000.001-2 2026/11/21 No. 8516 1.º "
    "3/4 Art. 31; C.C.I.P. – — “así” ‘es’ … € ¿cómo? ¡sí! ÁÉÍÓÚÜÑ N.º "
    "interdepartamental/internacional contraprestación-extraordinaria",
)
_LONG = (
    "https://verificar.example.invalid/certificados/consulta?codigo=ABCD2345&camara=99",
    "representante.legal.suplente.primero@sociedad-de-ejemplo.example.invalid",
    "X" * 71,
)
_DECOMPOSED = "Compañi\N{COMBINING ACUTE ACCENT}a"
_MINUS = "\N{MINUS SIGN}1.200,50"
_MANY = 45
_ALIGNS: tuple[Align, ...] = ("left", "center", "right")


def random_document(random: Random) -> Document:
    """One document; the same state of ``random`` gives the same one."""
    blocks = tuple(_block(random) for _ in range(random.randint(1, random.choice((6, 18, _MANY)))))
    footer = random.choice(
        ("", f"Código de verificación {random.randint(0, 99999)}", f"{_text(random, 9)} · a · b")
    )
    kinds: tuple[DocumentKind, ...] = ("certificate", "certificate", "voucher", "claim_slip")
    kind = random.choice(kinds)
    return Document(kind, "Documento", (*blocks, Paragraph("*** FINAL ***", "strong")), footer)


def _text(random: Random, most: int) -> str:
    words = random.choices(_WORDS, k=random.randint(1, most))
    if random.random() < 0.1:
        words.insert(random.randrange(len(words) + 1), random.choice((*_LONG, _DECOMPOSED, _MINUS)))
    return " ".join(words)


def _block(random: Random) -> Block:
    match random.randrange(12):
        case 0:
            return Heading(_text(random, 9), random.choice((1, 2, 2, 3)))
        case 1:
            return Field(_text(random, 6), _text(random, 20), strong=random.random() < 0.3)
        case 2:
            return Field(_text(random, 2), random.choice(("", _text(random, 4))))
        case 3:
            return Rule()
        case 4:
            return Space(random.randint(1, 4))
        case 5:
            return _table(random)
        case 6:
            data = f"https://verificar.example.invalid/v/{random.getrandbits(60):x}"
            return QrCode(data, random.choice(("", data, _text(random, 9))))
        case 7:
            return Logo("camara", _text(random, 9).upper())
        case 8:
            return random.choice((Banner, Watermark))(_text(random, 7))
        case _:
            lines = "\n".join(_text(random, 60) for _ in range(random.choice((1, 1, 1, 3))))
            align = random.choice(_ALIGNS)
            return Paragraph(lines, random.choice(("body", "strong", "small")), align)


def _table(random: Random) -> Table:
    columns = tuple(
        Column(_text(random, 2), random.randint(1, 4), random.choice(_ALIGNS))
        for _ in range(random.randint(1, 6))
    )
    rows = tuple(
        tuple(random.choice(("", _text(random, 3), _text(random, 6))) for _ in columns)
        for _ in range(random.choice((0, 1, 3, 12)))
    )
    return Table(columns, rows)


_ISSUE = Issue(
    chamber_name="Cámara de Comercio de Ejemplo",
    code="EJ3MPL",
    issued_at=datetime(2026, 11, 21, 15, 4, tzinfo=UTC),
    order_number="2026000123",
    operation_number="0f3a77c1",
    price=12_100,
    verification_url="https://verificar.example.invalid/v/EJ3MPL",
    demo=True,
)


def sample_certificates(companies: int = 10, today: date = TODAY) -> Iterator[Document]:
    """Every certificate that an invented registry of this size can give."""
    with sample_registry(companies, today) as db:
        for registration in db.scalars(select(Registration)):
            for type_ in TYPES:
                with suppress(ValueError):  # this one has no such certificate
                    yield build(db, registration, type_.code, _ISSUE)
