"""The demonstration's own judge must find a disagreement that was planted."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import qrcode

from kiosk.demo.agreement import OperationSummary, Summary, agree, prices_on_paper
from tests.support.central import (
    CAFE,
    CAFE_PRICE,
    RunningClock,
    enrolled,
    fresh_database,
    make_central,
    running,
)

TEXT = "VALOR DEL CERTIFICADO : $6.100"
BEFORE = 100_000


class Sold:
    """A certificate that was sold for real, and the paper that shows it."""

    def __init__(self, folder: Path, address: str, operation: OperationSummary) -> None:
        self._picture = folder / "paper.png"
        self.operation = operation
        self.draw(f"{address}/v/{operation.verification_code}")

    def draw(self, text: str) -> None:
        with self._picture.open("wb") as file:
            qrcode.make(text).save(file)

    def judged(self, **changes: object) -> Summary:
        facts: dict[str, object] = {
            "operations": [self.operation],
            "balance_before": BEFORE,
            "balance_after": BEFORE - CAFE_PRICE,
            "paper_text": TEXT,
            "paper_picture": self._picture,
        }
        return agree(**(facts | changes))  # type: ignore[arg-type]


@pytest.fixture
def sold(tmp_path: Path) -> Iterator[Sold]:
    central = make_central(tmp_path, fresh_database(tmp_path, "sqlite"), RunningClock())
    terminal = enrolled(central)
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    terminal.capture(held.op_id)
    summary = OperationSummary(
        id=held.op_id,
        registration=CAFE,
        certificate="CerMat",
        kiosk_state="CAPTURED",
        central_state="CAPTURED",
        verification_code=held.verification_code,
        price=CAFE_PRICE,
        bytes=4000,
        seconds=2.0,
    )
    with running(central) as address:
        yield Sold(tmp_path, address, summary)
    central.close()


def test_a_sale_whose_parts_agree_has_no_problem(sold: Sold) -> None:
    summary = sold.judged()
    assert summary.problems == ()
    assert summary.verified == (sold.operation.verification_code,)
    assert summary.charged == summary.on_paper == CAFE_PRICE


def test_a_code_that_central_does_not_know_is_found(sold: Sold) -> None:
    sold.draw("http://127.0.0.1:9/v/AAAA2222".replace("http://127.0.0.1:9", _address(sold)))
    assert any("AAAA2222" in problem for problem in sold.judged().problems)


def _address(sold: Sold) -> str:
    return sold.judged().qr_codes[0].partition("/v/")[0]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"balance_after": BEFORE}, "balance fell by 0"),
        ({"paper_text": "VALOR DEL CERTIFICADO : $6.200"}, "paper says 6200"),
        ({"paper_text": ""}, "paper says 0"),
        ({"operations": []}, "nothing was bought"),
    ],
    ids=["money was not taken", "another price", "blank paper", "no sale"],
)
def test_a_planted_disagreement_is_found(sold: Sold, changes: dict[str, object], said: str) -> None:
    assert any(said in problem for problem in sold.judged(**changes).problems)


def test_a_sale_the_two_sides_see_differently_is_found(sold: Sold) -> None:
    differs = replace(sold.operation, kiosk_state="PRINTED")
    assert any("kiosk PRINTED" in p for p in sold.judged(operations=[differs]).problems)


def test_prices_are_read_from_the_paper_with_their_dots() -> None:
    text = "x\nVALOR DEL CERTIFICADO : $1.012.100\nVALOR DEL CERTIFICADO: $ 6.100"
    assert prices_on_paper(text) == (1_012_100, 6_100)
