"""Payments that a bank reports: credited once, or put before people, never both."""

from datetime import date, timedelta
from typing import Any

import pytest

from central.db.ids import new_id
from central.operations.consistency import contradictions
from central.payments.keeping import expire_settlements
from kiosk.contract.staff import settlements as m
from tests.support.central import START, Central
from tests.support.settlements import (
    ANA_HAS,
    PATH,
    Cashier,
    balance,
    good,
    nothing_wrong,
    refused,
    state,
)
from tests.support.staff import Colleague, hired

DAY_S = 86_400
TODAY = START.date()


@pytest.fixture
def lone(office: Central) -> Cashier:
    return Cashier(office)


@pytest.fixture
def marta(office: Central) -> Colleague:
    colleague = hired(office, "marta")
    colleague.sign_in()
    return colleague


def reports(
    marta: Colleague, reference: str, amount: int, payment_id: str = "", paid_on: date = TODAY
) -> Any:
    """The exception a report left, if it left one."""
    values = {"payment_id": payment_id or new_id(), "reference": reference, "amount": amount}
    values["paid_on"] = paid_on
    return good(marta.ask(f"{PATH}/report", m.ReportPayment, **values))["exception"]


def left(marta: Colleague) -> list[tuple[str, int]]:
    found = good(marta.ask(f"{PATH}/exceptions", m.ListPaymentExceptions))["exceptions"]
    return [(each["why"], each["amount"]) for each in found]


def test_what_a_bank_reports_is_credited_once(
    lone: Cashier, marta: Colleague, office: Central
) -> None:
    made, paid = lone.makes(30_000), new_id()
    assert reports(marta, "0000000" + made.number, 30_000, paid) is None
    assert reports(marta, made.number, 30_000, paid) is None  # the same report came twice
    seen = lone.finds(made.number)
    assert (seen.state, seen.payment) == ("paid", None)  # no desk took it
    assert balance(office) == ANA_HAS + 30_000
    assert refused(lone.takes(made)) == "settlement-closed"
    assert reports(marta, made.number, 30_000)["why"] == "paid-before"
    assert balance(office) == ANA_HAS + 30_000
    assert left(marta) == [("paid-before", 30_000)]
    nothing_wrong(office)


def test_what_was_paid_at_a_desk_is_never_credited_again(
    lone: Cashier, marta: Colleague, office: Central
) -> None:
    made, again = lone.makes(), new_id()
    lone.takes(made)
    good(lone.pays(made))
    for _ in range(2):
        assert reports(marta, made.number, 20_000, again)["why"] == "paid-before"
    assert left(marta) == [("paid-before", 20_000)]
    assert balance(office) == ANA_HAS + 20_000
    nothing_wrong(office)


def test_a_desk_that_has_it_is_told_before_it_keeps_money(
    lone: Cashier, marta: Colleague, office: Central
) -> None:
    made = lone.makes()
    lone.takes(made)
    assert reports(marta, made.number, 20_000) is None
    assert refused(lone.pays(made)) == "settlement-closed"
    assert state(lone.lets_go(made)).state == "paid"
    assert balance(office) == ANA_HAS + 20_000
    nothing_wrong(office)


def test_what_does_not_fit_waits_for_people(
    lone: Cashier, marta: Colleague, office: Central
) -> None:
    other, ended, due = lone.makes(20_000), lone.makes(), lone.makes()
    lone.cancels(ended)
    assert reports(marta, other.number, 20_001)["why"] == "amount-differs"
    assert reports(marta, "777777", 5_000)["why"] == "unknown"
    assert reports(marta, ended.number, 20_000)["why"] == "cancelled"
    assert lone.finds(other.number).state == "open"
    days = office.services.settings.settlement_days
    last_day = TODAY + timedelta(days=days)
    office.clock.advance(days * DAY_S)
    marta.sign_in()
    late = last_day + timedelta(days=1)
    assert reports(marta, due.number, 20_000, paid_on=late)["why"] == "expired"
    assert [why for why, _ in left(marta)] == [
        "amount-differs",
        "unknown",
        "cancelled",
        "expired",
    ]
    assert balance(office) == ANA_HAS
    nothing_wrong(office)


def test_what_was_paid_in_time_is_credited_when_it_is_reported_later(
    lone: Cashier, marta: Colleague, office: Central
) -> None:
    """A bank tells days afterwards; the day of the payment counts, not that of the file."""
    made = lone.makes()
    days = office.services.settings.settlement_days
    office.clock.advance((days + 3) * DAY_S)
    expire_settlements(office.services)
    marta.sign_in()
    last_day = TODAY + timedelta(days=days)
    assert reports(marta, made.number, 20_000, paid_on=last_day) is None
    assert balance(office) == ANA_HAS + 20_000
    nothing_wrong(office)


def test_an_exception_is_settled_once_with_a_note(
    lone: Cashier, marta: Colleague, office: Central
) -> None:
    payment = new_id()
    reports(marta, "777777", 5_000, payment)
    done = {"payment_id": payment, "amount": 5_000, "reason": "sent back by the bank"}
    path = f"{PATH}/settle-exception"
    settled = good(marta.ask(path, m.SettlePaymentException, decision_id=new_id(), **done))
    assert (settled["outcome"], settled["decided_by"]) == ("outside", "Marta")
    again = marta.ask(path, m.SettlePaymentException, decision_id=new_id(), **done)
    assert refused(again) == "already-decided"
    assert left(marta) == []
    # The bank tells it once more: what is settled stays settled.
    assert reports(marta, "777777", 5_000, payment)["why"] == "unknown"
    assert left(marta) == []
    assert balance(office) == ANA_HAS


def test_the_id_of_another_payment_credits_nothing(
    lone: Cashier, marta: Colleague, office: Central
) -> None:
    first, second, paid = lone.makes(), lone.makes(), new_id()
    assert reports(marta, first.number, 20_000, paid) is None
    values = {"payment_id": paid, "reference": second.number, "amount": 20_000, "paid_on": TODAY}
    assert refused(marta.ask(f"{PATH}/report", m.ReportPayment, **values)) == "not-possible"
    assert balance(office) == ANA_HAS + 20_000


def test_an_exception_that_was_credited_is_found(
    lone: Cashier, marta: Colleague, office: Central
) -> None:
    payment = new_id()
    reports(marta, "777777", 20_000, payment)
    made = lone.makes()
    lone.takes(made, payment)  # as if a movement had been given a report's id
    good(lone.pays(made))
    found = office.services.database.run(lambda db: contradictions(db, "99"))
    assert found == [f"a payment that is an exception was credited: {payment}"]
