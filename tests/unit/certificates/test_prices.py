from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central.certificates.prices import PriceFileError, import_prices, price_of, seed_prices
from central.certificates.tables import ServicePrice
from central.registry.registry import find
from central.registry.tables import Registration
from tests.support.registry import CHAMBER

HEAD = "service_code,valid_from,price\n"


def registration(db: Session, number: str = "00052310") -> Registration:
    found = find(db, CHAMBER, number)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("on", "price"),
    [
        (date(2024, 12, 31), None),
        (date(2025, 1, 1), 11_600),
        (date(2025, 12, 31), 11_600),
        (date(2026, 1, 1), 12_100),
        (date(2030, 1, 1), 12_100),
    ],
)
def test_a_price_holds_from_its_day_until_the_next(
    db: Session, on: date, price: int | None
) -> None:
    assert price_of(db, registration(db), "CerExi", on) == price


def test_what_the_registration_may_not_have_has_no_price(db: Session) -> None:
    on = date(2026, 5, 1)
    assert price_of(db, registration(db), "CerEsadl", on) is None
    assert price_of(db, registration(db), "NoSuchType", on) is None


@pytest.mark.parametrize(
    ("number", "type_"), [("00000077", "CerPro"), ("00052310", "CerLibRegMer")]
)
def test_bidders_and_books_have_no_default_price(db: Session, number: str, type_: str) -> None:
    assert price_of(db, registration(db, number), type_, date(2026, 5, 1)) is None


def test_seeding_twice_changes_nothing(db: Session) -> None:
    before = db.scalar(select(func.count()).select_from(ServicePrice))
    seed_prices(db, CHAMBER)
    assert db.scalar(select(func.count()).select_from(ServicePrice)) == before


def test_a_file_sets_new_prices_and_replaces_old_ones(db: Session, tmp_path: Path) -> None:
    file = tmp_path / "prices.csv"
    file.write_text(
        HEAD + "01010104,2026-01-01,6100\n\n01010102, 2026-01-01 ,13000\n", encoding="utf-8-sig"
    )
    assert import_prices(db, CHAMBER, file) == 2
    on = date(2026, 5, 1)
    assert price_of(db, registration(db), "CerLibRegMer", on) == 6_100
    assert price_of(db, registration(db), "CerExi", on) == 13_000


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "header"),
        ("service,from,price\n01010101,2026-01-01,1\n", "header"),
        (HEAD, "no prices"),
        (HEAD + "1010101,2026-01-01,6100\n", "line 2: the service code"),
        (HEAD + "01010101,01/01/2026,6100\n", "line 2: the date"),
        (HEAD + "01010101,2026-02-30,6100\n", "line 2: the date"),
        (HEAD + "01010101,2026-01-01,6.100\n", "line 2: the price"),
        (HEAD + "01010101,2026-01-01,-1\n", "line 2: the price"),
        (HEAD + "01010101,2026-01-01,0\n", "line 2: the price"),
        (HEAD + "01010101,2026-01-01,99999999\n", "line 2: the price"),
        (HEAD + "01010101,2026-01-01,٦١٠٠\n", "line 2: the price"),
        (HEAD + "01010101,2026-01-01\n", "line 2: 3 cells"),
        (HEAD + "01010101,2026-01-01,1\n01010101,2026-01-01,2\n", "line 3: 01010101 has two"),
    ],
)
def test_a_bad_file_is_refused_with_its_line(
    db: Session, tmp_path: Path, text: str, problem: str
) -> None:
    file = tmp_path / "prices.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PriceFileError, match=problem):
        import_prices(db, CHAMBER, file)


def test_one_bad_line_keeps_all_others_out(db: Session, tmp_path: Path) -> None:
    file = tmp_path / "prices.csv"
    file.write_text(HEAD + "01010102,2026-06-01,99000\n01010101,junk,1\nx,y,z\n", encoding="utf-8")
    with pytest.raises(PriceFileError) as refused:
        import_prices(db, CHAMBER, file)
    assert len(refused.value.problems) == 2
    assert price_of(db, registration(db), "CerExi", date(2026, 7, 1)) == 12_100


def test_a_file_that_is_no_text_is_refused(db: Session, tmp_path: Path) -> None:
    file = tmp_path / "prices.csv"
    file.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(PriceFileError, match="UTF-8"):
        import_prices(db, CHAMBER, file)
