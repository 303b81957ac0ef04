"""The papers of a desk: what they say, where they go."""

from dataclasses import replace
from pathlib import Path

from kiosk.documents.desk_papers import (
    ClosePaper,
    CountedLine,
    MovementPaper,
    close_paper,
    movement_paper,
)
from kiosk.documents.model import from_json, plain_text, to_json
from kiosk.staff.desk.printing import FOLDER, DeskPapers
from kiosk.store.journal import Journal
from kiosk.store.store import Store
from kiosk.system import SystemClock
from tests.support.desk import NOW
from tests.support.slips import SLIP

CHAMBER = "Cámara de Comercio de Ejemplo"
TOP_UP = MovementPaper(
    CHAMBER, "top_up", "C01-000007", NOW, "carlos", "A••• R•••••", "CC 1.990.000.001",
    "01", 20_000, 50_000,
)  # fmt: skip
CLOSE = ClosePaper(
    CHAMBER, "C01", "Carlos", NOW, NOW, 1, 50_000,
    (CountedLine("01", 90_000, 89_500), CountedLine("03", 30_000, 30_000)),
    ((50_000, 1), (500, 1)),
)  # fmt: skip


def said(paper: MovementPaper | ClosePaper) -> str:
    document = movement_paper(paper) if isinstance(paper, MovementPaper) else close_paper(paper)
    assert from_json(to_json(document)) == document
    return plain_text(document)


def test_a_receipt_says_what_was_paid_and_the_change() -> None:
    text = said(TOP_UP)
    for part in ("PREPAGO DE SERVICIOS", "RECIBO No. C01-000007", "VALOR RECARGADO: $20.000",
                 "Recibido: $50.000", "Cambio: $30.000", "Titular: A••• R•••••"):  # fmt: skip
        assert part in text
    assert "COPIA" not in text
    assert "COPIA" in said(replace(TOP_UP, is_copy=True))


def test_the_receipt_of_a_settlement_names_it() -> None:
    assert "Liquidación" not in said(TOP_UP)
    assert "Liquidación No.: 000123" in said(replace(TOP_UP, settlement="000123"))


def test_a_reversal_names_the_receipt_it_takes_back() -> None:
    back = replace(
        TOP_UP, kind="reversal", number="C01-000008", given_pesos=None,
        reversed_number="C01-000007",
    )  # fmt: skip
    text = said(back)
    assert "Reversa el recibo No.: C01-000007" in text
    assert "VALOR DEVUELTO: $20.000" in text
    assert "Cambio" not in text


def test_a_close_says_what_was_counted_what_differs_and_what_is_open() -> None:
    text = said(CLOSE)
    assert "DIFERENCIA: -$500" in text
    assert "Explicación: pendiente" in text
    assert "MOVIMIENTOS SIN CONFIRMAR" not in text
    text = said(replace(CLOSE, unsent=2, explained="bajo la bandeja"))
    assert "MOVIMIENTOS SIN CONFIRMAR: 2" in text
    assert "Explicación: bajo la bandeja" in text


def test_without_a_printer_every_paper_is_a_pdf_for_its_own_user(tmp_path: Path) -> None:
    store = Store(tmp_path / "state")
    papers = DeskPapers(tmp_path / "state", Journal(store, SystemClock()), None)
    try:
        assert papers(TOP_UP) == ("", "recibo-C01-000007.pdf")
        assert papers(replace(TOP_UP, is_copy=True)) == ("", "recibo-C01-000007-copia.pdf")
        error, name = papers(CLOSE)
        assert (error, name) == ("", "cierre-C01-20261121-100000-1.pdf")
        assert papers(SLIP) == ("", "volante-000123.pdf")
        folder = tmp_path / "state" / FOLDER
        assert sorted(path.name for path in folder.iterdir()) == sorted(
            [name, "volante-000123.pdf", "recibo-C01-000007.pdf", "recibo-C01-000007-copia.pdf"]
        )
        for path in folder.iterdir():
            assert path.read_bytes().startswith(b"%PDF")
            assert path.stat().st_mode & 0o077 == 0
    finally:
        store.close()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    store = Store(tmp_path / "state")
    (tmp_path / "state" / FOLDER).write_text("not a folder")
    try:
        assert DeskPapers(tmp_path / "state", Journal(store, SystemClock()), None)(TOP_UP) == (
            "disk",
            "",
        )
    finally:
        store.close()
