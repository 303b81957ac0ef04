"""A report on paper: one document for the sheet and for every printer, whatever people typed."""

import re

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings

from drivers.printer.layout import lay_out
from drivers.printer.profile import list_profiles, load_profile
from kiosk.contract.staff.reports import Report
from kiosk.documents.model import Field, Paragraph, Table, from_json, plain_text, to_json
from kiosk.documents.pdf import render_pdf
from kiosk.documents.report_table import ReportPaper, report_table
from tests.support.reports import ATTACKS, MADE_AT, ODDITIES, make_report, reports

PAPER = ReportPaper("Cámara de Comercio de Ejemplo", "sofia")
ROW = (MADE_AT, "Certificado de matrícula · Café El Ñandú", 2, -6_100)


def pages(pdf_bytes: bytes) -> list[str]:
    """What a reader finds on each page, without white space."""
    pdf = pdfium.PdfDocument(pdf_bytes)
    try:
        found = []
        for page in pdf:
            text = page.get_textpage()
            found.append(re.sub(r"\s+", "", text.get_text_range()))
            text.close()
            page.close()
        return found
    finally:
        pdf.close()


@settings(max_examples=max(10, settings.default.max_examples // 10))
@given(reports())
def test_whatever_people_typed_can_be_printed(report: Report) -> None:
    document = report_table(report, PAPER)
    assert from_json(to_json(document)) == document
    assert render_pdf(document).startswith(b"%PDF")
    for name in list_profiles():
        lay_out(document, load_profile(name))


@pytest.mark.parametrize("text", [*ATTACKS, *ODDITIES])
def test_an_oddity_on_every_printer(text: str) -> None:
    document = report_table(make_report((MADE_AT, text, 1, 1)), PAPER)
    assert render_pdf(document).startswith(b"%PDF")
    for name in list_profiles():
        lay_out(document, load_profile(name))


def test_the_paper_says_what_the_report_says() -> None:
    document = report_table(make_report(ROW, ROW, notes=("Una nota.",)), PAPER)
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert table.rows[0] == (
        "2026/11/21 - 22:04:05",
        "Certificado de matrícula · Café El Ñandú",
        "2",
        "-$6.100",
    )
    fields = {block.label: block.value for block in document.blocks if isinstance(block, Field)}
    assert fields["Titular"] == "CC ***** 001"
    assert fields["Por"] == "sofia"
    assert (fields["Total cantidad"], fields["Total valor"]) == ("4", "-$12.200")
    assert "Una nota." in plain_text(document)


def test_an_empty_report_says_so() -> None:
    document = report_table(make_report(), PAPER)
    assert not any(isinstance(block, Table) for block in document.blocks)
    assert "Sin registros." in plain_text(document)


@pytest.mark.parametrize(
    ("cut", "words"),
    [
        (True, "las primeras 10 filas y hay más: los totales son solo de estas"),
        (False, "las primeras 10 de 25 filas; los totales son de todas"),
    ],
)
def test_a_paper_that_is_cut_says_what_its_totals_are_of(cut: bool, words: str) -> None:
    rows = 10 if cut else 25
    paper = ReportPaper("Cámara", rows_max=10)
    document = report_table(make_report(*[ROW] * rows, cut=cut), paper)
    (note,) = [
        block for block in document.blocks if isinstance(block, Paragraph) and "filas" in block.text
    ]
    assert words in note.text
    totals = [block.value for block in document.blocks if isinstance(block, Field)]
    assert str(2 * rows) in totals


def test_a_paper_that_is_whole_says_nothing_of_it() -> None:
    assert "filas" not in plain_text(report_table(make_report(ROW), PAPER))


def test_the_head_is_on_every_page() -> None:
    found = pages(render_pdf(report_table(make_report(*[ROW] * 120), PAPER)))
    assert len(found) > 2
    assert all("FechaDescripciónCantidadValor" in page for page in found[:-1])
    assert f"Página{len(found)}/{len(found)}" in found[-1]
    assert all("CONTINÚA" in page for page in found[:-1])
