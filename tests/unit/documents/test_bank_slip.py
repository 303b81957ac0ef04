"""The bank slip: both copies say what they must; the bars are read from page and roll."""

from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest
import zxingcpp
from PIL import Image

from kiosk.documents.bank_slip import NAME_MAX, bank_slip
from kiosk.documents.model import BankBars, Field, from_json, plain_text, to_json
from kiosk.documents.pdf import render_pdf
from kiosk.documents.roll_estimate import roll_length_mm
from tests.proofs.drivers_paper import HEADS, with_head
from tests.support.paper import difference
from tests.support.printer import printer_bench
from tests.support.slips import SLIP

BARS = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.Code128)


def read(picture: Image.Image) -> list[str]:
    found = zxingcpp.read_barcodes(picture, formats=BARS, text_mode=zxingcpp.TextMode.HRI)
    return [symbol.text for symbol in found]


def test_both_copies_name_the_amount_the_reference_and_the_payer() -> None:
    document = bank_slip(SLIP)
    text = plain_text(document)
    assert text.count("$120.000") == 4
    assert text.count(SLIP.reference.reference) == 3  # twice in words, once under the bars
    assert text.count("CC 1.990.000.001") == 2
    assert "COPIA PARA EL CLIENTE" in text
    assert "COPIA PARA EL BANCO" in text
    assert "Pague hasta: 21/12/2026" in text
    # The code pays it at a desk: the bank keeps its copy and needs none.
    assert text.count(SLIP.recovery_code) == 1
    assert [block.data for block in document.blocks if isinstance(block, BankBars)] == [
        SLIP.reference.data
    ]


def test_a_long_name_is_cut_as_the_registry_cuts_it() -> None:
    document = bank_slip(replace(SLIP, holder_name="N" * 60))
    names = [b.value for b in document.blocks if isinstance(b, Field) and b.label == "Pagador"]
    assert names == ["N" * NAME_MAX] * 2


def test_it_comes_back_from_its_text() -> None:
    document = bank_slip(SLIP)
    assert from_json(to_json(document)) == document


def test_the_page_is_one_and_its_bars_are_read() -> None:
    pdf = pdfium.PdfDocument(render_pdf(bank_slip(replace(SLIP, demonstration=True))))
    try:
        assert len(pdf) == 1
        page = pdf[0]
        picture = page.render(scale=3).to_pil()
        page.close()
    finally:
        pdf.close()
    assert read(picture) == [SLIP.reference.text]


@pytest.mark.parametrize(("dots", "dpi"), HEADS.values(), ids=HEADS)
def test_the_roll_says_the_same_and_its_bars_are_read(tmp_path: Path, dots: int, dpi: int) -> None:
    profile, model = with_head(dots, dpi)
    document = bank_slip(SLIP)
    with printer_bench(tmp_path, profile, played_by=model, speed=None) as bench:
        roll = bench.driver.lay_out(document)
        bench.driver.print(roll, 1, lambda _p: None)
        (strip,) = bench.virtual.strips
        assert difference(document, strip.text, profile.code_page.replacements) == ""
        assert read(strip.image) == [SLIP.reference.text]
        assert bench.virtual.unknown_commands == []


def test_the_rough_length_knows_the_bars() -> None:
    with_bars = bank_slip(SLIP)
    without = replace(
        with_bars, blocks=tuple(b for b in with_bars.blocks if not isinstance(b, BankBars))
    )
    assert 95 <= roll_length_mm(with_bars) - roll_length_mm(without) <= 125
