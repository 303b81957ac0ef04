from kiosk.documents.certificate import Section, certificate
from kiosk.documents.model import Banner, Column, Document, Paragraph, Space, Table, Watermark
from kiosk.documents.roll_estimate import roll_length_mm
from tests.support.certificates import OBJECT, make_content


def length(*blocks: object) -> int:
    return roll_length_mm(Document("certificate", "", blocks))  # type: ignore[arg-type]


def test_nothing_is_as_long_as_the_blank_ends() -> None:
    assert length() == 24


def test_nine_lines_more_are_nine_lines_longer() -> None:
    assert length(Paragraph("a" * 620)) - length(Paragraph("a" * 62)) == 28


def test_more_text_is_more_paper() -> None:
    def of(paragraphs: int) -> int:
        sections = (Section("Objeto", (Paragraph(OBJECT),) * paragraphs),)
        return roll_length_mm(certificate(make_content(sections=sections)))

    assert of(1) < of(2) < of(20)


def test_every_kind_of_block_takes_paper() -> None:
    document = certificate(make_content(demonstration=True, renewed=False))
    assert roll_length_mm(document) > 250
    table = Table((Column("A", 1), Column("B", 3)), (("x", "y" * 200),))
    for block in (Banner("COPIA 1"), Watermark("NO RENOVADA"), Space(2), table):
        assert length(block) > length()
