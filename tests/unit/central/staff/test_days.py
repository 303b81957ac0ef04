"""Prices from a day on and reconciled days, over HTTP."""

import pytest
from sqlalchemy import select

from central.records.tables import AuditEntry
from kiosk.contract.staff import days as d
from tests.support.central import CAFE_PRICE, Central, Terminal, enrolled
from tests.support.staff import Colleague, hired


@pytest.fixture
def marta(office: Central) -> Colleague:
    colleague = hired(office, "marta")
    colleague.sign_in()
    return colleague


@pytest.fixture
def terminal(office: Central) -> Terminal:
    return enrolled(office)


def prices(colleague: Colleague) -> dict[tuple[str, str], tuple[int, bool]]:
    answer = colleague.ask("/v1/staff/prices/list", d.ListPrices)
    assert answer.status_code == 200, answer.text
    return {
        (row["service_code"], row["valid_from"]): (row["price"], row["today"])
        for row in answer.json()["prices"]
    }


def set_price(colleague: Colleague, day: str, price: int) -> int:
    values = {"service_code": "01010101", "valid_from": day, "price": price}
    return colleague.ask("/v1/staff/prices/set", d.SetPrice, **values).status_code


def test_a_price_counts_from_its_day_on(marta: Colleague, terminal: Terminal) -> None:
    assert prices(marta)["01010101", "2026-01-01"] == (CAFE_PRICE, True)
    assert set_price(marta, "2026-11-22", 7_000) == 200
    assert terminal.order(terminal.sign_in()).total == CAFE_PRICE
    marta.central.clock.advance(86_400)
    marta.sign_in()
    now = prices(marta)
    assert now["01010101", "2026-11-22"] == (7_000, True)
    assert now["01010101", "2026-01-01"] == (CAFE_PRICE, False)


def test_the_past_is_not_rewritten_and_a_change_names_who_made_it(
    marta: Colleague, office: Central
) -> None:
    before = prices(marta)
    assert set_price(marta, "2026-11-20", 7_000) == 409
    assert prices(marta) == before
    assert set_price(marta, "2026-11-21", 7_000) == 200
    rows = select(AuditEntry).where(AuditEntry.action == "price-set")
    (entry,) = office.services.database.run(lambda db: list(db.scalars(rows)))
    assert entry.subject == "01010101"
    assert entry.detail == "from 2026-11-21 7000 as agreed"
    assert len(entry.actor) == 36


def test_a_day_is_counted_three_ways(marta: Colleague, terminal: Terminal) -> None:
    op_id = terminal.authorise(terminal.order(terminal.sign_in())).op_id
    terminal.capture(op_id)
    answer = marta.ask("/v1/staff/days/reconcile", d.ReconcileDay, day="2026-11-21")
    day = d.ReconciledDay.model_validate_json(answer.content)
    (kiosk,) = day.kiosks
    assert (kiosk.point_of_sale, kiosk.operations, kiosk.ledger) == (
        "K01",
        d.CountedAmount(count=1, pesos=CAFE_PRICE),
        d.CountedAmount(count=1, pesos=CAFE_PRICE),
    )
    assert day.differences == ()
    empty = marta.ask("/v1/staff/days/reconcile", d.ReconcileDay, day="2026-11-20")
    assert empty.json()["kiosks"] == []
