"""The paper says what the document says, on heads of any width; and the comparison can fail."""

from math import ceil
from pathlib import Path
from random import Random

import pytest
import zxingcpp

from kiosk.documents.model import Column, Document, Field, Paragraph, QrCode, Table
from tests.proofs.drivers_paper import HEADS, LENGTH_TOLERANCE, QR_ONLY, with_head
from tests.support.documents import random_document, sample_certificates
from tests.support.paper import difference
from tests.support.printer import printer_bench

EACH = 8


@pytest.mark.parametrize(("dots", "dpi"), HEADS.values(), ids=HEADS)
def test_the_paper_says_what_the_document_says(tmp_path: Path, dots: int, dpi: int) -> None:
    profile, model = with_head(dots, dpi)
    documents = [random_document(Random(number)) for number in range(EACH)]
    documents += list(sample_certificates())[:EACH]
    with printer_bench(tmp_path, profile, played_by=model, speed=None) as bench:
        for document in documents:
            roll = bench.driver.lay_out(document)
            bench.driver.print(roll, 1, lambda _p: None)
            strip = bench.virtual.strips[-1]
            assert difference(document, strip.text, profile.code_page.replacements) == ""
            assert ceil(strip.length_mm) == pytest.approx(roll.length_mm, rel=LENGTH_TOLERANCE)
            wanted = [block.data for block in document.blocks if isinstance(block, QrCode)]
            found = [code.text for code in zxingcpp.read_barcodes(strip.image, formats=QR_ONLY)]
            assert sorted(found) == sorted(wanted)
        assert len(bench.virtual.strips) == len(documents)
        assert bench.virtual.unknown_commands == []


TABLE = Table((Column("Capital"), Column("Valor")), (("Autorizado", "$ 12"), ("Pagado", "$ 8")))
SHORT = Document("certificate", "x", (Paragraph("año"), TABLE, Field("NIT", "1")), "pie")
RIGHT = "año\nCapital  Valor\nAutorizado $ 12\nPagado $ 8\nNIT: 1\npie   Hoja 1 de 1"


def test_the_comparison_accepts_what_is_right() -> None:
    assert difference(SHORT, RIGHT, {}) == ""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("año", "ano"),
        ("año", "a?o"),
        ("Autorizado $ 12\nPagado $ 8", "Pagado $ 8\nAutorizado $ 12"),
        ("$ 12", "$ 21"),
        ("$ 8", ""),
        ("NIT: 1", "NIT: 1\nNIT: 1"),
        ("NIT: 1\n", ""),
        ("pie ", "pje "),
        ("1 de 1", "1 de 2"),
        ("pie   Hoja 1 de 1", "pie"),
        ("1 de 1", "1 de 1\nsobra"),
    ],
    ids=lambda text: repr(text),
)
def test_the_comparison_sees_what_is_wrong(old: str, new: str) -> None:
    assert old in RIGHT
    assert difference(SHORT, RIGHT.replace(old, new), {}) != ""


def test_a_table_wider_than_the_paper_keeps_every_cell_with_its_title(tmp_path: Path) -> None:
    titles = "Inscripción", "Interdepartamental", "Representación", "Observaciones"
    row = "00012345", "constitución", "suplente", "sin-novedad"
    document = Document("voucher", "x", (Table(tuple(map(Column, titles)), (row,)),))
    profile, model = with_head(384, 203)
    with printer_bench(tmp_path, profile, played_by=model, speed=None) as bench:
        bench.driver.print(bench.driver.lay_out(document), 1, lambda _p: None)
        lines = bench.virtual.strips[0].text.splitlines()
    assert [line.split() for line in lines] == [
        [f"{title}:", cell] for title, cell in zip(titles, row, strict=True)
    ]
