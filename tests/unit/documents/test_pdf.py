import re
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest
import zxingcpp

from kiosk.documents.cash_receipt import cash_receipt
from kiosk.documents.certificate import Section, certificate
from kiosk.documents.model import Document, Paragraph, QrCode, Watermark, plain_text
from kiosk.documents.pdf import page_count, render_pdf
from tests.support.certificates import OBJECT, URL, make_content
from tests.support.receipts import make_receipt

LETTER_PT = (612, 792)


@contextmanager
def opened(document: Document) -> Iterator[pdfium.PdfDocument]:
    pdf = pdfium.PdfDocument(render_pdf(document))
    try:
        yield pdf
    finally:
        pdf.close()


def pages(document: Document) -> list[str]:
    """What a reader finds on each page, without any white space."""
    found = []
    with opened(document) as pdf:
        for page in pdf:
            text_page = page.get_textpage()
            found.append(squeezed(text_page.get_text_range()))
            text_page.close()
            page.close()
    return found


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text.replace("\ufffe", "-"))


def body(document: Document) -> str:
    """The text of all pages without what is repeated on each."""
    repeated = [squeezed(document.footer)]
    repeated += [squeezed(b.text) for b in document.blocks if isinstance(b, Watermark)]
    text = ""
    for page in pages(document):
        for mark in repeated:
            page = page.replace(mark, "", 1)
        text += re.sub(r"(CONTINÚA·)?(Página\d+/\d+|Pág\.\d+de\d+)", "", page)
    return text


def long_content(paragraphs: int, **changes: object) -> Document:
    sections = (Section("Objeto social", (Paragraph(OBJECT),) * paragraphs),)
    return certificate(make_content(sections=sections, **changes))


def test_every_word_of_the_document_is_in_the_pdf_in_order() -> None:
    document = certificate(make_content(demonstration=False))
    assert body(document) == squeezed(plain_text(document))


def test_every_word_of_a_long_document_is_in_the_pdf_in_order() -> None:
    document = long_content(60)
    assert page_count(document) > 3
    assert body(document) == squeezed(plain_text(document))


def test_accents_and_markup_characters_come_through_as_they_are() -> None:
    text = "".join(pages(certificate(make_content())))
    assert "«güengüeréchalas»&otros<géneros>" in text
    assert "DISTRIBUCIONESELÑANDÚS.A.S." in text


def test_the_same_document_gives_the_same_bytes() -> None:
    document = certificate(make_content(demonstration=True))
    assert render_pdf(document) == render_pdf(document)


@pytest.mark.parametrize("paragraphs", [1, 40, 90])
def test_every_page_says_its_number_and_the_true_total(paragraphs: int) -> None:
    document = long_content(paragraphs)
    found = pages(document)
    total = page_count(document)
    assert len(found) == total
    for number, text in enumerate(found, start=1):
        assert re.findall(r"Página(\d+)/(\d+)", text) == [(str(number), str(total))]
        assert "CódigodeverificaciónABCD2345" in text


def test_the_bidders_register_has_its_own_page_marks() -> None:
    document = long_content(60, register="bidder")
    found = pages(document)
    assert all(f"Pág.{n}de{len(found)}" in text for n, text in enumerate(found, start=1))
    assert ["CONTINÚA" in text for text in found] == [True] * (len(found) - 1) + [False]


def test_watermarks_are_on_every_page_iff_there_are_any() -> None:
    marked = pages(long_content(60, renewed=False, demonstration=True))
    for text in marked:
        assert "MATRÍCULANORENOVADA" in text
        assert "DEMOSTRACIÓNSINVALIDEZJURÍDICA" in text
    assert all("NORENOVADA" not in text for text in pages(long_content(60)))


def test_a_certificate_is_set_on_letter_with_its_title_as_metadata() -> None:
    document = certificate(make_content())
    with opened(document) as pdf:
        page = pdf[0]
        assert tuple(round(side) for side in page.get_size()) == LETTER_PT
        page.close()
        meta = pdf.get_metadata_dict()
    assert meta["Title"] == document.title
    assert meta["Author"] == "Cámara de Comercio de Ejemplo"


def test_the_qr_is_readable_even_on_a_watermark() -> None:
    document = certificate(make_content(demonstration=True, renewed=False))
    with opened(document) as pdf:
        page = pdf[len(pdf) - 1]
        picture = page.render(scale=2.5).to_pil()
        page.close()
    assert [symbol.text for symbol in zxingcpp.read_barcodes(picture)] == [URL]


def test_a_qr_beside_nothing_is_still_drawn() -> None:
    document = Document("certificate", "Sólo QR", (QrCode(URL, URL),))
    assert page_count(document) == 1
    assert squeezed(URL) in body(document)


def test_a_missing_logo_leaves_the_chambers_name() -> None:
    document = certificate(make_content(logo="no-such-logo", signature="no-such-signature"))
    assert body(document) == squeezed(plain_text(document))


def test_a_receipt_is_set_on_its_own_sheet_and_says_where_it_goes_on() -> None:
    document = cash_receipt(make_receipt(lines=30))
    found = pages(document)
    assert len(found) > 1
    assert ["CONTINÚA" in text for text in found] == [True] * (len(found) - 1) + [False]
    with opened(document) as pdf:
        page = pdf[0]
        width_mm, height_mm = (side / 72 * 25.4 for side in page.get_size())
        page.close()
    assert (round(width_mm), round(height_mm)) == (106, 140)


def test_a_receipts_words_are_all_in_its_pdf() -> None:
    document = cash_receipt(make_receipt(lines=2))
    text = "".join(pages(document))
    for word in plain_text(document).split():
        assert squeezed(word) in text, word


@pytest.mark.parametrize("paragraphs", range(1, 30))
def test_no_heading_is_left_alone_at_the_end_of_a_page(paragraphs: int) -> None:
    short = Section("Corta", (Paragraph("Texto breve de una sola línea."),))
    document = certificate(make_content(sections=(short,) * paragraphs))
    for text in pages(document):
        end = re.sub(r"Distribuciones.*$", "", text)
        assert not end.endswith(("CERTIFICA", "CORTA")), end[-80:]


@pytest.mark.parametrize("paragraphs", range(14, 34))
def test_the_end_mark_is_never_alone_on_the_last_page(paragraphs: int) -> None:
    last = pages(long_content(paragraphs))[-1]
    assert "Secretaría" in last
    assert "***FINALDELCERTIFICADO***" in last
