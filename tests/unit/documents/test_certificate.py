import re
from datetime import UTC, datetime

import pytest

from kiosk.documents.certificate import Section, Verification, certificate, mark_copy
from kiosk.documents.model import (
    Banner,
    Document,
    Heading,
    Logo,
    Paragraph,
    QrCode,
    Rule,
    Watermark,
    from_json,
    plain_text,
    to_json,
)
from tests.support.certificates import URL, make_content


def texts(document: Document) -> str:
    return plain_text(document)


def test_the_elements_stand_in_their_legal_order() -> None:
    text = texts(certificate(make_content()))
    elements = [
        "Cámara de Comercio de Ejemplo",
        "CERTIFICADO DE EXISTENCIA Y REPRESENTACIÓN LEGAL",
        "DISTRIBUCIONES EL ÑANDÚ S.A.S.",
        "Fecha expedición: 2026/11/21 - 10:04:05",
        "Número de orden: 2026000123",
        "Número de operación: 0f3a77c1",
        "HAY TRÁMITES EN PROCESO.",
        "RENUEVE A MÁS TARDAR EL 31 DE MARZO DE 2026.",
        "EXPEDIDO EN DISPENSADOR DE CERTIFICADOS - CÁMARA DE COMERCIO DE EJEMPLO",
        "CÓDIGO DE VERIFICACIÓN ABCD2345",
        "CERTIFICA",
        "OBJETO SOCIAL",
        "diez (10) días hábiles",
        "VALOR DEL CERTIFICADO : $12.100",
        "Ley 527 de 1999",
        URL,
        "lejos del calor",
        "firma mecánica",
        "Secretaría Jurídica",
        "*** FINAL DEL CERTIFICADO ***",
    ]
    positions = []
    start = 0
    for element in elements:
        assert element in text[start:], f"{element!r} is missing or out of order"
        start = text.index(element, start)
        positions.append(start)
    assert positions == sorted(positions)


def test_a_rule_parts_the_head_from_the_body() -> None:
    blocks = certificate(make_content()).blocks
    code = blocks.index(Heading("CÓDIGO DE VERIFICACIÓN ABCD2345", 2))
    assert isinstance(blocks[code + 1], Rule)
    assert blocks[code + 2] == Heading("CERTIFICA", 2)


def test_the_last_line_is_the_end_mark() -> None:
    last = certificate(make_content()).blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.text == "*** FINAL DEL CERTIFICADO ***"


def test_sections_are_never_sorted_and_each_is_headed_certifica() -> None:
    sections = tuple(Section(title, (Paragraph(title),)) for title in ("Zeta", "Alfa", "Medio"))
    blocks = certificate(make_content(sections=sections)).blocks
    heads = [block.text for block in blocks if isinstance(block, Heading) and block.level == 3]
    assert heads == ["ZETA", "ALFA", "MEDIO"]
    certifica = [index for index, block in enumerate(blocks) if block == Heading("CERTIFICA", 2)]
    assert [blocks[index + 1] for index in certifica] == [Heading(head, 3) for head in heads]


@pytest.mark.parametrize("renewed", [True, False])
def test_the_watermark_is_there_iff_the_registration_is_not_renewed(renewed: bool) -> None:
    document = certificate(make_content(renewed=renewed))
    marks = [block.text for block in document.blocks if isinstance(block, Watermark)]
    assert marks == ([] if renewed else ["MATRÍCULA NO RENOVADA"])


def test_a_demonstration_says_so_at_the_top_and_behind_the_pages() -> None:
    document = certificate(make_content(demonstration=True))
    assert document.blocks[0] == Banner("DEMOSTRACIÓN SIN VALIDEZ JURÍDICA")
    assert Watermark("DEMOSTRACIÓN SIN VALIDEZ JURÍDICA") in document.blocks
    assert "DEMOSTRACIÓN" not in texts(certificate(make_content()))


def test_a_demonstration_of_an_old_registration_has_both_watermarks() -> None:
    document = certificate(make_content(demonstration=True, renewed=False))
    assert len([block for block in document.blocks if isinstance(block, Watermark)]) == 2


def test_warnings_and_reminder_are_absent_when_there_are_none() -> None:
    document = certificate(make_content(warnings=(), renewal_reminder=""))
    assert "TRÁMITES" not in texts(document)
    assert "RENUEVE" not in texts(document)


@pytest.mark.parametrize(
    ("limit", "days", "said"),
    [
        (None, 60, "las veces que sea necesario, dentro de los 60 días"),
        (None, None, "las veces que sea necesario."),
        (1, None, "por una sola vez."),
        (3, 90, "hasta 3 veces, dentro de los 90 días"),
    ],
)
def test_the_verification_note_follows_the_chambers_settings(
    limit: int | None, days: int | None, said: str
) -> None:
    note = texts(certificate(make_content(verification=Verification(URL, limit, days))))
    assert said in note


def test_the_qr_holds_the_address_only_and_can_be_switched_off() -> None:
    document = certificate(make_content())
    assert [block for block in document.blocks if isinstance(block, QrCode)] == [QrCode(URL, URL)]
    without = certificate(make_content(verification=Verification(URL, qr=False)))
    assert not any(isinstance(block, QrCode) for block in without.blocks)
    assert URL in texts(without)


def test_without_a_signature_no_picture_is_named() -> None:
    logos = [
        block for block in certificate(make_content(signature="")).blocks if isinstance(block, Logo)
    ]
    assert [logo.name for logo in logos] == ["camara-de-comercio"]


def test_a_copy_is_marked_first_and_the_original_stays() -> None:
    original = certificate(make_content())
    copy = mark_copy(original, 2, datetime(2026, 12, 1, 14, 0, tzinfo=UTC))
    assert copy.blocks == (Banner("COPIA 2 - 2026/12/01 - 09:00:00"), *original.blocks)
    assert "COPIA" not in texts(original)


def test_a_copy_is_numbered_from_one() -> None:
    with pytest.raises(ValueError, match="from 1"):
        mark_copy(certificate(make_content()), 0, datetime(2026, 12, 1, tzinfo=UTC))


def test_nothing_to_certify_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing to certify"):
        certificate(make_content(sections=()))


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        certificate(make_content(issued_at=datetime(2026, 1, 1)))  # noqa: DTZ001 - the mistake


def test_the_canonical_text_reads_back() -> None:
    document = certificate(make_content(demonstration=True, renewed=False))
    assert from_json(to_json(document)) == document


def test_no_receipt_number_is_promised() -> None:
    assert not re.search(r"[Rr]ecibo", texts(certificate(make_content())))
