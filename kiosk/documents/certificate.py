"""Builds a certificate: fifteen elements, always in this order, around sections that come as data.

Logo, chamber and entity · date, order, operation · warnings · renewal reminder · channel ·
verification code · rule · sections headed ``CERTIFICA`` · firmness · price · digital signature ·
verification · secretary · end mark; the fifteenth, ``Página n/N``, is the renderer's. The sections
are printed as they come, never sorted: their order is the registry's statement.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.documents import certificate_texts as texts
from kiosk.documents.model import (
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
    Watermark,
)
from kiosk.documents.paper_time import paper_instant
from kiosk.money import format_pesos


@dataclass(frozen=True)
class Section:
    """What is certified under one ``CERTIFICA`` head."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Verification:
    """The chamber's verification settings; ``url`` is the full address, code included."""

    url: str
    limit: int | None = None
    valid_days: int | None = 60
    qr: bool = True


@dataclass(frozen=True)
class CertificateContent:
    """Everything a certificate says, frozen when the purchase is authorised.

    Attributes:
        logo: name of the chamber's mark in ``resources/logos``.
        issued_at: aware instant.
        operation_number: short form of the operation's id.
        price_pesos: what one copy costs.
        signature: name of the mechanical signature in ``resources/logos``; empty for none.
        secretary: who signs, as the line under the signature.
        at_desk: sold by the chamber's staff, not by a dispenser.
        renewed: ``False`` puts the diagonal watermark on every page.
        register: ``bidder`` changes the page marks to those of the bidders' register.
    """

    chamber_name: str
    logo: str
    certificate_type: str
    title: str
    registration_number: str
    entity_name: str
    issued_at: datetime
    order_number: str
    operation_number: str
    code: str
    price_pesos: int
    sections: tuple[Section, ...]
    verification: Verification
    secretary: str = ""
    signature: str = ""
    warnings: tuple[str, ...] = ()
    renewal_reminder: str = ""
    renewed: bool = True
    demonstration: bool = False
    at_desk: bool = False
    register: str = "mercantile"


def certificate(content: CertificateContent) -> Document:
    """Set a certificate's content as a document.

    Raises:
        ValueError: there is nothing to certify, or the instant is naive.
    """
    if not content.sections:
        raise ValueError(f"nothing to certify about {content.registration_number}")
    return Document(
        kind="certificate",
        title=content.title,
        blocks=(*_head(content), *_body(content), *_notes(content)),
        footer=f"{content.entity_name} · Código de verificación {content.code}",
        meta={
            "certificate_type": content.certificate_type,
            "registration_number": content.registration_number,
            "entity_name": content.entity_name,
            "chamber_name": content.chamber_name,
            "verification_code": content.code,
            "issued_at": content.issued_at.isoformat(),
            "register": content.register,
        },
    )


def mark_copy(document: Document, copy_number: int, reprinted_at: datetime) -> Document:
    """The same document as a reprint; the frozen original is left as it was signed.

    Raises:
        ValueError: ``copy_number`` is below 1.
    """
    if copy_number < 1:
        raise ValueError("copies are numbered from 1")
    mark = Banner(f"{texts.COPY} {copy_number} - {paper_instant(reprinted_at)}")
    return replace(document, blocks=(mark, *document.blocks))


def copy_number(document: Document) -> int:
    """The n of "COPIA n" above a document; 0: it is an original.

    >>> copy_number(Document(kind="certificate", title="", blocks=()))
    0
    """
    mark = document.blocks[0] if document.blocks else None
    words = mark.text.split() if isinstance(mark, Banner) else []
    if len(words) < 2 or words[0] != texts.COPY or not words[1].isdecimal():
        return 0
    return int(words[1])


def _head(content: CertificateContent) -> Iterator[Block]:
    if content.demonstration:
        yield Banner(texts.DEMONSTRATION)
    yield Logo(content.logo, content.chamber_name)
    yield Heading(content.title.upper(), 1)
    yield Heading(content.entity_name.upper(), 2)
    if not content.renewed:
        yield Watermark(texts.NOT_RENEWED)
    yield Field("Fecha expedición", paper_instant(content.issued_at))
    yield Field("Número de orden", content.order_number)
    yield Field("Número de operación", content.operation_number)
    for warning in content.warnings:
        yield Paragraph(warning, "strong")
    if content.renewal_reminder:
        yield Paragraph(content.renewal_reminder, "strong")
    yield Paragraph(
        texts.channel_line(content.chamber_name, at_desk=content.at_desk), "small", "center"
    )
    yield Heading(f"{texts.CODE} {content.code}", 2)
    yield Rule()


def _body(content: CertificateContent) -> Iterator[Block]:
    for section in content.sections:
        yield Heading(texts.BLOCK_HEAD, 2)
        yield Heading(section.title.upper(), 3)
        yield from section.blocks


def _notes(content: CertificateContent) -> Iterator[Block]:
    verification = content.verification
    yield Rule()
    yield Paragraph(texts.FIRMNESS, "small")
    yield Paragraph(f"{texts.PRICE} : {format_pesos(content.price_pesos)}", "strong")
    yield Paragraph(texts.SIGNATURE_NOTE, "small")
    yield Paragraph(
        texts.verification_note(
            verification.url, content.code, verification.limit, verification.valid_days
        ),
        "small",
    )
    if verification.qr:
        yield QrCode(verification.url, verification.url)
    yield Paragraph(texts.PAPER_NOTE, "small")
    if content.demonstration:
        yield Watermark(texts.DEMONSTRATION)
    yield Paragraph(texts.SECRETARY_NOTE, "small")
    if content.signature:
        yield Logo(content.signature, content.secretary)
    yield Space()
    yield Paragraph(texts.END, "strong", "center")
