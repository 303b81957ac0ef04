"""Payments that could not be credited: applied by two people, given back, or seen to; once."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from central.alerts.rules import Rule
from central.alerts.watch import watch
from central.db.ids import new_id
from central.ledger.tables import Posting
from central.operations.consistency import contradictions
from central.operations.reconcile import reconcile
from central.payments.bank_day import Counted
from central.payments.exceptions import Decision, decide
from central.payments.reported import Reported, Source, report
from central.payments.tables import Outcome, PaymentException
from central.records.tables import AuditEntry
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
)
from tests.support.staff import Colleague, hired

HOUR_S = 3_600


@pytest.fixture
def carlos(office: Central) -> Cashier:
    return Cashier(office)


@pytest.fixture
def sofia(office: Central) -> Colleague:
    colleague = hired(office, "sofia")
    colleague.sign_in()
    return colleague


def left(
    office: Central, reference: str, amount: int = 20_000, source: Source | None = None
) -> str:
    """A payment that waits for people; its id."""
    paid = Reported(new_id(), reference, amount, "07", START.date(), source or Source())
    assert report(office.services, "central", paid) is not None
    return paid.payment_id


def approves(who: Colleague, action: str, subject: str) -> None:
    good(who.approve(subject, action=action, reason="visto en el extracto"))


def applies(who: Colleague, payment: str, settlement: str, **changes: Any) -> Any:
    values = {"payment_id": payment, "settlement_id": settlement, "amount": 20_000}
    values |= {"decision_id": new_id(), "reason": "la referencia salió mal", **changes}
    return who.ask(f"{PATH}/apply-exception", m.ApplyPayment, **values)


def deed(payment: str, outcome: Outcome, settlement: str = "") -> Decision:
    return Decision(payment, new_id(), 20_000, outcome, "como se acordó", settlement)


def waiting(who: Colleague) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = good(who.ask(f"{PATH}/exceptions", m.ListPaymentExceptions))[
        "exceptions"
    ]
    return found


def postings(office: Central, op_id: str) -> list[int]:
    rows = select(Posting.amount).where(Posting.op_id == op_id)
    return office.services.database.run(lambda db: list(db.scalars(rows)))


def test_a_payment_is_applied_by_two_people_and_pays_the_settlement_once(
    carlos: Cashier, sofia: Colleague, office: Central
) -> None:
    made, deed_id = carlos.makes(20_000), new_id()
    payment = left(office, "777777", source=Source("007", "2026-11-21 1830 A", 3))
    (row,) = waiting(carlos.colleague)
    assert (row["bank"], row["file"], row["line"]) == ("007", "2026-11-21 1830 A", 3)
    assert (row["why"], row["can_apply"]) == ("unknown", True)
    ask = (carlos.colleague, payment, made.settlement_id)
    assert refused(applies(*ask, decision_id=deed_id)) == "approval-needed"
    approves(sofia, "apply-payment", m.application(payment, made.settlement_id))
    done = good(applies(*ask, decision_id=deed_id))
    assert (done["outcome"], done["applied_to"], done["decided_by"]) == (
        "applied",
        made.number,
        "Carlos",
    )
    # The answer was lost: the same deed, asked again, and asked about.
    assert good(applies(*ask, decision_id=deed_id)) == done
    found = carlos.asks("find-decision", m.FindPaymentDecision, decision_id=deed_id)
    assert good(found) == done
    never = carlos.asks("find-decision", m.FindPaymentDecision, decision_id=new_id())
    assert refused(never) == "not-found"
    assert refused(applies(*ask)) == "already-decided"
    assert (carlos.finds(made.number).state, postings(office, deed_id)) == ("paid", [20_000])
    assert balance(office) == ANA_HAS + 20_000
    assert waiting(carlos.colleague) == []
    rows = select(AuditEntry.detail).where(AuditEntry.action == "payment-exception-applied")
    (line,) = office.services.database.run(lambda db: list(db.scalars(rows)))
    assert deed_id in line
    assert line.endswith("la referencia salió mal")
    nothing_wrong(office)


def test_an_approval_is_for_one_payment_and_one_settlement(
    carlos: Cashier, sofia: Colleague, office: Central
) -> None:
    right, wrong = carlos.makes(), carlos.makes()
    payment, other = left(office, "777777"), left(office, "888888")
    approves(sofia, "apply-payment", m.application(payment, right.settlement_id))
    assert refused(applies(carlos.colleague, payment, wrong.settlement_id)) == "approval-needed"
    assert refused(applies(carlos.colleague, other, right.settlement_id)) == "approval-needed"
    assert balance(office) == ANA_HAS
    # And never one's own.
    approves(sofia, "apply-payment", m.application(other, right.settlement_id))
    assert refused(applies(sofia, other, right.settlement_id)) == "approval-needed"
    good(applies(carlos.colleague, payment, right.settlement_id))
    nothing_wrong(office)


@pytest.mark.parametrize(
    ("state", "amount"), [("open", 19_000), ("paid", 20_000), ("cancelled", 20_000)]
)
def test_what_a_settlement_does_not_wait_for_is_credited_and_leaves_it_as_it_is(
    carlos: Cashier, sofia: Colleague, office: Central, state: str, amount: int
) -> None:
    made = carlos.makes(20_000)
    if state == "paid":
        carlos.takes(made)
        good(carlos.pays(made))
    elif state == "cancelled":
        carlos.cancels(made)
    before, payment = balance(office), left(office, made.number, amount)
    approves(sofia, "apply-payment", m.application(payment, made.settlement_id))
    good(applies(carlos.colleague, payment, made.settlement_id, amount=amount))
    assert carlos.finds(made.number).state == state
    assert balance(office) == before + amount
    nothing_wrong(office)


def test_an_expired_settlement_is_paid_if_people_say_so(
    carlos: Cashier, sofia: Colleague, office: Central
) -> None:
    made = carlos.makes()
    office.clock.advance(office.services.settings.settlement_days * 24 * HOUR_S)
    carlos.colleague.sign_in()
    payment = left(office, "777777")
    approves(sofia, "apply-payment", m.application(payment, made.settlement_id))
    good(applies(carlos.colleague, payment, made.settlement_id))
    assert carlos.finds(made.number).state == "paid"
    nothing_wrong(office)


def test_what_a_desk_is_just_taking_is_left_alone(
    carlos: Cashier, sofia: Colleague, office: Central
) -> None:
    made, payment = carlos.makes(), left(office, "777777")
    carlos.takes(made)
    approves(sofia, "apply-payment", m.application(payment, made.settlement_id))
    marta = hired(office, "marta")
    marta.sign_in()
    assert refused(applies(marta, payment, made.settlement_id)) == "settlement-locked"
    good(carlos.pays(made))
    assert balance(office) == ANA_HAS + 20_000
    nothing_wrong(office)


@pytest.mark.parametrize("source", [Source(centavos=50), None])
def test_what_is_no_whole_peso_or_was_sent_back_is_not_applied(
    carlos: Cashier, sofia: Colleague, office: Central, source: Source | None
) -> None:
    made, payment = carlos.makes(), left(office, "777777", source=source)
    if source is None:
        services = office.services
        services.database.run(
            lambda db: db.execute(update(PaymentException).values(why="sent-back"))
        )
    approves(sofia, "apply-payment", m.application(payment, made.settlement_id))
    assert refused(applies(carlos.colleague, payment, made.settlement_id)) == "not-possible"
    (row,) = waiting(sofia)
    assert (row["can_apply"], row["can_return"]) == (False, source is not None)
    approves(sofia, "return-payment", payment)
    values: dict[str, Any] = {"payment_id": payment, "decision_id": new_id(), "amount": 20_000}
    back = carlos.colleague.ask(f"{PATH}/return-exception", m.ReturnPayment, **values)
    assert back.status_code == (200 if source else 409), back.text
    assert balance(office) == ANA_HAS
    nothing_wrong(office)


def test_another_amount_than_was_seen_is_refused_and_so_is_a_used_id(
    carlos: Cashier, sofia: Colleague, office: Central
) -> None:
    payment, other, deed_id = left(office, "777777"), left(office, "888888"), new_id()
    values: dict[str, Any] = {"payment_id": payment, "decision_id": deed_id, "amount": 20_000}

    def settle(who: Colleague, **changes: Any) -> Any:
        path = f"{PATH}/settle-exception"
        return who.ask(path, m.SettlePaymentException, **(values | changes))

    assert refused(settle(sofia, amount=1)) == "not-possible"
    assert refused(settle(carlos.colleague)) == "not-entitled"
    good(settle(sofia))
    assert refused(settle(sofia, payment_id=other)) == "not-possible"
    assert refused(settle(sofia, payment_id=new_id())) == "not-found"


def test_of_many_desks_at_once_one_deed_counts(central: Central) -> None:
    """On both databases: each has its own idea of a row's lock."""
    payment = left(central, "777777")
    said: list[str] = []
    start = threading.Barrier(6)

    def settle(login: str) -> None:
        start.wait()
        try:
            decide(central.services, login, deed(payment, Outcome.OUTSIDE))
            said.append("done")
        except ValueError as error:
            said.append(type(error).__name__)

    desks = [threading.Thread(target=settle, args=(login,)) for login in ("sofia", "marta") * 3]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert sorted(said) == ["DecidedBefore"] * 5 + ["done"]


def test_the_alert_comes_once_after_the_set_time_and_goes_when_nothing_waits(
    office: Central,
) -> None:
    def told() -> list[tuple[str, bool]]:
        return [(each.rule, each.over) for each in watch(office.services)]

    hours = office.services.settings.collection.exception_hours
    first = left(office, "777777")
    office.clock.advance(hours * HOUR_S - 1)
    second = left(office, "888888")
    assert told() == []
    office.clock.advance(1)
    assert told() == [(Rule.PAYMENTS, False)]
    office.clock.advance(hours * HOUR_S)
    assert told() == []  # a second one that waits too long is no second alert
    decide(office.services, "sofia", deed(first, Outcome.OUTSIDE))
    assert told() == []
    decide(office.services, "sofia", deed(second, Outcome.OUTSIDE))
    assert told() == [(Rule.PAYMENTS, True)]


def test_the_day_tells_what_banks_reported_and_what_of_it_waits(
    carlos: Cashier, sofia: Colleague, office: Central
) -> None:
    made, target = carlos.makes(30_000), carlos.makes(20_000)
    direct = Reported(new_id(), made.number, 30_000, "07", START.date())
    assert report(office.services, "central", direct) is None
    payment, back, seen = left(office, "71"), left(office, "72"), left(office, "73")
    left(office, "74", 7_000)
    approves(sofia, "apply-payment", m.application(payment, target.settlement_id))
    good(applies(carlos.colleague, payment, target.settlement_id))
    approves(sofia, "return-payment", back)
    decide(office.services, "carlos", deed(back, Outcome.RETURNED))
    decide(office.services, "sofia", deed(seen, Outcome.OUTSIDE))
    today = reconcile(office.services, START.date()).banks
    assert (today.credited, today.left) == (Counted(2, 50_000), Counted(4, 67_000))
    one = Counted(1, 20_000)
    assert (today.applied, today.returned, today.outside) == (one, one, one)
    assert today.waiting == Counted(1, 7_000)
    next_day = reconcile(office.services, START.date() + timedelta(days=1)).banks
    assert (next_day.left, next_day.waiting) == (Counted(), Counted(1, 7_000))


def test_a_posting_that_differs_from_its_deed_is_found(
    carlos: Cashier, sofia: Colleague, office: Central
) -> None:
    made, payment, deed_id = carlos.makes(), left(office, "777777"), new_id()
    approves(sofia, "apply-payment", m.application(payment, made.settlement_id))
    good(applies(carlos.colleague, payment, made.settlement_id, decision_id=deed_id))
    nothing_wrong(office)
    fake = update(PaymentException).values(amount=19_999)
    office.services.database.run(lambda db: db.execute(fake))
    found = office.services.database.run(lambda db: contradictions(db, "99"))
    assert found == [f"a payment that was applied, and the ledger says otherwise: {payment}"]
