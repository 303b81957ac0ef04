"""The paper is the truth here: documents are printed on the virtual printer and read back."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
import zxingcpp

from drivers.printer.elements import Element, TextLine
from drivers.printer.escpos import process_id
from drivers.printer.fences import finish
from drivers.printer.layout import SHEET_MM, lay_out, sheets_of
from drivers.printer.profile import load_profile
from drivers.printer.roll import preamble
from drivers.virtual import Strip
from kiosk.documents.model import (
    Banner,
    Block,
    Column,
    Document,
    Field,
    Heading,
    Logo,
    Paragraph,
    QrCode,
    Rule,
    Space,
    Table,
    Watermark,
    plain_text,
)
from tests.support.printer import CUSTOM, EPSON, holds, make_document, printer_bench

PROFILE = load_profile(EPSON)


def on_paper(folder: Path, document: Document, profile: str = EPSON) -> Strip:
    with printer_bench(folder, profile, speed=None) as bench:
        roll = bench.driver.lay_out(document)
        bench.driver.print(roll, 1, lambda _p: None)
        (strip,) = bench.virtual.strips
        assert strip.length_mm == pytest.approx(roll.length_mm, abs=2)
        assert bench.virtual.unknown_commands == []
        return strip


def texts(sheet: Sequence[Element]) -> list[str]:
    lines = [element for element in sheet if isinstance(element, TextLine)]
    return ["".join(run.text for run in line.runs) for line in lines]


def make_slip(*blocks: Block) -> Document:
    return Document("voucher", "Comprobante", blocks)


@pytest.mark.parametrize("profile", [EPSON, CUSTOM])
def test_every_word_is_on_the_paper_in_order(tmp_path: Path, profile: str) -> None:
    document = make_document(36)
    assert holds(on_paper(tmp_path, document, profile).text, document)


def test_cells_that_wrap_lose_no_word(tmp_path: Path) -> None:
    row = ("Acta No. 2 de la asamblea general de accionistas", "No. 8516 del libro noveno", "$ 1")
    table = Table((Column("Documento"), Column("Inscripción"), Column("Valor", 1, "right")), (row,))
    document = make_slip(table)
    words = Counter(on_paper(tmp_path, document).text.split())
    assert words == Counter(plain_text(document).split())


def test_the_code_on_the_paper_is_read_by_another_program(tmp_path: Path) -> None:
    strip = on_paper(tmp_path, make_document(2, code="ABCD2345"))
    (code,) = zxingcpp.read_barcodes(strip.image)
    assert code.text == "https://verificar.example.invalid/ABCD2345"


def test_nothing_is_printed_outside_the_printing_area(tmp_path: Path) -> None:
    image = on_paper(tmp_path, make_document(3)).image
    left, right = image.crop((0, 0, 32, image.height)), image.crop((608, 0, 640, image.height))
    assert image.width == 640
    assert left.getextrema() == right.getextrema() == (255, 255)


def test_every_sheet_ends_in_its_mark_and_none_is_too_long(tmp_path: Path) -> None:
    document = make_document(36)
    limit = SHEET_MM * PROFILE.head.dots_per_mm
    assert all(sum(e.dots for e in sheet) <= limit for sheet in sheets_of(document, PROFILE))
    text = on_paper(tmp_path, document).text
    marks = [line.split("  ")[-1].strip() for line in text.splitlines() if "Hoja" in line]
    assert marks == ["Hoja 1 de 3", "Hoja 2 de 3", "Hoja 3 de 3"]
    assert text.endswith("Hoja 3 de 3")


def test_a_heading_never_stands_alone_at_the_end_of_a_sheet() -> None:
    for paragraphs in range(8, 20):
        blocks: list[Block] = []
        for number in range(paragraphs):
            blocks += [Heading("CERTIFICA"), Paragraph(f"{number} " + "palabra " * 60)]
        for sheet in sheets_of(Document("certificate", "x", tuple(blocks)), PROFILE):
            lines = [text for text in texts(sheet) if "CERTIFICA" in text or "palabra" in text]
            assert "palabra" in lines[-1]


def test_a_short_slip_carries_no_sheet_mark(tmp_path: Path) -> None:
    assert "Hoja" not in on_paper(tmp_path, make_slip(Paragraph("Gracias"))).text


def test_neighbouring_fields_share_one_column(tmp_path: Path) -> None:
    fields = (Field("NIT", "990.000.001-2"), Field("Fecha de matrícula", "2019/03/14"))
    lines = on_paper(tmp_path, make_slip(*fields)).text.splitlines()
    assert lines == ["NIT:                990.000.001-2", "Fecha de matrícula: 2019/03/14"]


def test_a_label_too_long_for_the_column_stands_above_its_value(tmp_path: Path) -> None:
    field = Field("Nombre completo de quien ejerce la representación", "Persona de Ejemplo")
    assert on_paper(tmp_path, make_slip(field)).text.splitlines() == [
        "Nombre completo de quien ejerce la representación:",
        "Persona de Ejemplo",
    ]


def test_a_watermark_next_to_the_same_banner_is_said_once(tmp_path: Path) -> None:
    text = on_paper(tmp_path, make_slip(Banner("SIN VALIDEZ"), Watermark("SIN VALIDEZ"))).text
    assert text.count("SIN VALIDEZ") == 1


def test_a_name_too_long_for_large_type_is_set_smaller(tmp_path: Path) -> None:
    name = "CÁMARA DE COMERCIO DE SANTA ROSA DEL EJEMPLO Y LOS MUNICIPIOS DEL ORIENTE"
    text = on_paper(tmp_path, make_slip(Logo("x", name))).text
    assert text.split() == name.split()
    assert max(map(len, text.splitlines())) > 24


def test_running_text_has_no_holes(tmp_path: Path) -> None:
    text = on_paper(tmp_path, make_slip(Paragraph("importación y distribución " * 30))).text
    assert "  " not in text


def test_a_short_paragraph_is_not_parted_by_the_mark_of_a_sheet() -> None:
    for spare in range(40):
        blocks = (*(Paragraph("x"),) * spare, *(Paragraph("palabra " * 40),) * 24)
        for sheet in sheets_of(Document("certificate", "x", blocks), PROFILE):
            assert sum("palabra" in text for text in texts(sheet)) % 5 == 0


def test_two_parts_fit_into_the_printers_buffer_beside_what_frames_them() -> None:
    roll = lay_out(make_document(36), PROFILE)
    sizes = [sum(map(len, part.pieces)) for part in roll.parts]
    frame = len(preamble(PROFILE)) + len(finish(PROFILE)) + 2 * len(process_id(1))
    assert max(a + b for a, b in pairwise(sizes)) + frame < PROFILE.serial.buffer_bytes
    assert sum(part.length_mm for part in roll.parts) == pytest.approx(roll.length_mm, abs=16)


def test_a_rule_behind_a_table_is_drawn_once() -> None:
    table = Table((Column("Uno"), Column("Dos")), (("a", "b"),))
    once = lay_out(make_slip(table, Paragraph("x")), PROFILE)
    twice = lay_out(make_slip(table, Rule(), Paragraph("x")), PROFILE)
    assert twice.length_mm <= once.length_mm + 2


def test_a_footer_too_long_for_one_line_stands_part_under_part(tmp_path: Path) -> None:
    name = "Distribuciones y Almacenes El Nogal de Oriente S.A.S."
    document = Document("certificate", "x", (Paragraph("a"),), f"{name} · Código EJ3MPL01")
    lines = on_paper(tmp_path, document).text.splitlines()
    assert lines[-2] == name
    assert lines[-1].split("  ")[0] == "Código EJ3MPL01"
    assert lines[-1].endswith("Hoja 1 de 1")


def test_space_is_fed_and_not_printed() -> None:
    near = lay_out(make_slip(Paragraph("a"), Paragraph("b")), PROFILE)
    far = lay_out(make_slip(Paragraph("a"), Space(8), Paragraph("b")), PROFILE)
    assert far.length_mm > near.length_mm + 20
    assert far.size_bytes <= near.size_bytes + 3


@pytest.mark.parametrize("text", ["日本", "\x1bi", "emoji 🙂"])
def test_text_that_the_printer_cannot_write_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not in"):
        lay_out(make_slip(Paragraph(text)), PROFILE)


def test_a_code_too_large_for_the_paper_is_refused() -> None:
    with pytest.raises(ValueError, match="too wide"):
        lay_out(make_slip(QrCode("x" * 2000)), PROFILE)


def test_a_code_with_more_than_ascii_is_refused() -> None:
    with pytest.raises(ValueError, match="ascii"):
        lay_out(make_slip(QrCode("ñ")), PROFILE)


def test_an_empty_document_is_an_empty_sheet() -> None:
    assert lay_out(make_slip(), PROFILE).sheets == 1
