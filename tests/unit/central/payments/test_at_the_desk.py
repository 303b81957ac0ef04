"""A settlement at a desk: locked before anybody counts, paid once, freed by who may."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select, text

from central.db.ids import new_id
from central.ledger.tables import Posting, PostingKind
from central.operations.consistency import contradictions
from central.payments.keeping import expire_settlements
from central.payments.make import Wanted, make
from central.payments.tables import Settlement
from central.records.tables import AuditEntry
from central.staff.shifts.tables import DeskMovement
from kiosk.contract.staff import identity as i
from kiosk.contract.staff import settlements as m
from kiosk.contract.staff import shifts as s
from kiosk.contract.staff.desk import FindMovement
from kiosk.identity import IdType, parse_id
from tests.support.central import Central
from tests.support.settlements import (
    ANA,
    ANA_HAS,
    Cashier,
    balance,
    good,
    nothing_wrong,
    refused,
    state,
)
from tests.support.staff import Colleague, hired

DAY_S = 86_400


def credits(central: Central) -> list[int]:
    """Everything that came into Ana's account at a desk or by a report."""
    rows = (
        select(Posting.amount)
        .where(Posting.kind == PostingKind.TOP_UP, Posting.op_id.in_(select(Settlement.payment_id)))
        .order_by(Posting.id)
    )
    return central.services.database.run(lambda db: list(db.scalars(rows)))


def audited(central: Central, action: str) -> list[str]:
    rows = select(AuditEntry.detail).where(AuditEntry.action == action)
    return central.services.database.run(lambda db: list(db.scalars(rows)))


def run_sql(central: Central, sql: str) -> None:
    central.services.database.run(lambda db: db.execute(text(sql)))


@pytest.fixture
def carlos(central: Central) -> Cashier:
    """On both databases."""
    return Cashier(central)


@pytest.fixture
def lone(office: Central) -> Cashier:
    """On SQLite, for what does not depend on the database."""
    return Cashier(office)


def supervisor(central: Central) -> Cashier:
    return Cashier(central, "sofia", "C02")


def test_it_is_made_found_and_paid_with_change(carlos: Cashier, central: Central) -> None:
    made = carlos.makes(20_000)
    assert (made.number, made.state, made.amount) == ("000001", "open", 20_000)
    assert len(made.recovery_code) == 6
    assert not set(made.recovery_code) & set("0O1IL")
    for code in (made.recovery_code, made.recovery_code.lower(), "000001", "1"):
        assert carlos.finds(code).settlement_id == made.settlement_id
    taken = state(carlos.takes(made))
    assert taken.lock is not None
    assert (taken.state, taken.lock.mine, taken.lock.place) == ("at-desk", True, "C01")
    paid = good(carlos.pays(made, given=50_000))
    assert (paid["kind"], paid["receipt_number"], paid["given"]) == ("top_up", 1, 50_000)
    assert (paid["settlement"], paid["amount"]) == ("000001", 20_000)
    found = carlos.finds("1")
    assert found.payment is not None
    assert (found.state, found.lock, found.payment.receipt_number) == ("paid", None, 1)
    assert balance(central) == ANA_HAS + 20_000
    assert carlos.closes()["forms"][0]["expected"] == carlos.base + 20_000
    nothing_wrong(central)


@pytest.mark.parametrize("form", ["02", "03", "04", "06"])
def test_a_voucher_a_cheque_and_a_transfer_have_a_number(office: Central, form: str) -> None:
    carlos = Cashier(office)
    made = carlos.makes()
    carlos.takes(made)
    assert refused(carlos.pays(made, payment_form=form)) == "not-possible"
    paid = good(carlos.pays(made, payment_form=form, reference="V-77"))
    assert (paid["payment_form"], paid["reference"], paid["given"]) == (form, "V-77", None)
    nothing_wrong(office)


def test_the_same_wish_is_one_settlement(lone: Cashier) -> None:
    wish = {"settlement_id": new_id()}
    first = lone.makes(20_000, **wish)
    assert lone.makes(20_000, **wish) == first
    other = lone.asks("make", m.MakeSettlement, **wish, **ANA, amount=30_000)
    assert refused(other) == "not-possible"
    assert lone.makes(20_000).number == "000002"


def test_a_code_is_nobody_elses_and_never_looks_like_a_number(office: Central) -> None:
    drawn = iter((range(32), range(10, 42), range(32), range(10, 42), range(12, 44)))
    services = replace(office.services, entropy=lambda _n: bytes(next(drawn)))
    holder = parse_id(IdType.CC, "1990000001")
    codes = [
        make(services, "portal", Wanted(new_id(), holder, 5_000)).recovery_code for _ in range(2)
    ]
    assert codes == ["CDEFGH", "EFGHJK"]  # "234567" and the code before were thrown away


@pytest.mark.parametrize("amount", [999, 5_000_001])
def test_the_chambers_limits_hold(office: Central, amount: int) -> None:
    carlos = Cashier(office)
    answer = carlos.asks("make", m.MakeSettlement, settlement_id=new_id(), **ANA, amount=amount)
    assert refused(answer) == "not-possible"
    nobody = {"account_id_type": "CC", "account_id_number": "1990009999"}
    answer = carlos.asks("make", m.MakeSettlement, settlement_id=new_id(), **nobody, amount=20_000)
    assert refused(answer) == "account-unknown"
    assert carlos.makes(1_000).number == "000001"


@pytest.mark.parametrize("code", ["ZZZZZZ", "000009", "9", "00000000000000000001"])
def test_a_wrong_code_finds_nothing_and_is_noted(office: Central, code: str) -> None:
    carlos = Cashier(office)
    carlos.makes()
    assert refused(carlos.asks("find", m.FindSettlement, code=code)) == "not-found"
    assert len(audited(office, "settlement-seen")) == 1


def test_a_repeated_payment_is_one_payment(lone: Cashier, office: Central) -> None:
    made = lone.makes()
    lone.takes(made)
    first = good(lone.pays(made, given=20_000))
    assert good(lone.pays(made, given=20_000)) == first
    assert refused(lone.pays(made, payment_form="03", reference="V-1")) == "not-possible"
    assert refused(lone.pays(made, movement_id=new_id())) == "settlement-closed"
    assert refused(lone.takes(made)) == "settlement-closed"
    assert credits(office) == [20_000]
    nothing_wrong(office)


def test_two_desks_do_not_take_the_same_money(carlos: Cashier, central: Central) -> None:
    sofia = supervisor(central)
    made = carlos.makes()
    carlos.takes(made)
    seen = sofia.finds(made.recovery_code)
    assert seen.lock is not None
    assert (seen.state, seen.lock.login, seen.lock.place) == ("at-desk", "carlos", "C01")
    assert (seen.lock.mine, seen.lock.live) == (False, True)
    assert seen.lock.at == central.clock()  # tests do not move the clock between
    assert refused(sofia.takes(made)) == "settlement-locked"
    assert refused(sofia.pays(made)) == "settlement-locked"
    assert refused(sofia.cancels(made)) == "settlement-locked"
    assert state(sofia.lets_go(made)).state == "at-desk"
    good(carlos.pays(made))
    assert refused(sofia.takes(made)) == "settlement-closed"
    assert credits(central) == [20_000]


def test_what_was_let_go_is_free_and_a_late_payment_is_refused(
    carlos: Cashier, central: Central
) -> None:
    sofia = supervisor(central)
    made = carlos.makes()
    carlos.takes(made)
    assert state(carlos.lets_go(made)).state == "open"
    assert refused(carlos.pays(made)) == "not-possible"  # it was under way all the time
    good(sofia.takes(made))
    assert refused(carlos.pays(made)) == "settlement-locked"
    good(sofia.pays(made))
    assert refused(carlos.pays(made)) == "settlement-closed"
    assert credits(central) == [20_000]
    nothing_wrong(central)


def test_a_payment_without_a_lock_or_with_another_amount_is_refused(
    lone: Cashier, office: Central
) -> None:
    made = lone.makes()
    lone.movement = new_id()
    assert refused(lone.pays(made)) == "not-possible"
    lone.takes(made)
    for wrong in (1_000, 19_999, 20_001):
        assert refused(lone.pays(made, amount=wrong)) == "not-possible"
    assert refused(lone.pays(made, given=19_999)) == "not-possible"
    assert credits(office) == []
    good(lone.pays(made))
    assert refused(lone.pays(made, amount=19_999)) == "not-possible"


def test_a_movement_made_for_something_else_pays_nothing(lone: Cashier, office: Central) -> None:
    """An old receipt's id, for the same account and amount, is no payment."""
    made, old = lone.makes(), new_id()
    top_up = {"top_up_id": old, **ANA, "payment_form": "01", "amount": 20_000}
    good(lone.colleague.ask("/v1/staff/shifts/top-up", s.TopUp, **top_up))
    assert refused(lone.takes(made, old)) == "not-possible"
    later = new_id()
    lone.takes(made, later)
    good(lone.colleague.ask("/v1/staff/shifts/top-up", s.TopUp, **(top_up | {"top_up_id": later})))
    assert refused(lone.pays(made)) == "not-possible"
    assert lone.finds("1").state == "at-desk"
    assert credits(office) == []


def test_without_a_shift_no_settlement_is_taken(office: Central) -> None:
    carlos = Cashier(office)
    made = carlos.makes()
    carlos.takes(made)
    held = carlos.movement
    carlos.closes()
    assert refused(carlos.pays(made)) == "not-possible"
    assert refused(carlos.takes(made)) == "not-possible"
    assert state(carlos.lets_go(made, held)).state == "open"


# -- unlocking


def stuck(carlos: Cashier) -> Any:
    """Carlos took it, and then his desk went away."""
    made = carlos.makes()
    carlos.takes(made)
    return made


def test_it_is_not_unlocked_under_the_hands_of_who_has_it(lone: Cashier, office: Central) -> None:
    made, sofia = stuck(lone), supervisor(office)
    assert refused(lone.unlocks(made)) == "not-entitled"
    assert refused(sofia.unlocks(made)) == "settlement-in-use"
    good(lone.pays(made))
    assert refused(sofia.unlocks(made)) == "settlement-closed"
    assert credits(office) == [20_000]


def test_what_a_desk_left_is_unlocked_with_a_reason_and_its_late_payment_refused(
    carlos: Cashier, central: Central
) -> None:
    made, sofia = stuck(carlos), supervisor(central)
    session, movement = carlos.colleague.session, carlos.movement
    central.clock.advance(301)  # silent for longer than any session lives
    sofia.colleague.sign_in()
    seen = sofia.finds("1")
    assert seen.lock is not None
    assert not seen.lock.live
    freed = state(sofia.unlocks(made, reason="the desk lost its power"))
    assert (freed.state, freed.lock) == ("open", None)
    (line,) = audited(central, "settlement-unlocked")
    assert line.startswith("carlos C01 ")
    assert line.endswith("the desk lost its power")
    carlos.colleague.session = session
    assert refused(carlos.pays(made)) == "session-expired"
    carlos.colleague.sign_in()
    assert refused(carlos.pays(made, movement_id=movement)) == "not-possible"
    good(sofia.takes(made))
    assert refused(carlos.pays(made, movement_id=movement)) == "settlement-locked"
    good(sofia.pays(made))
    asked = carlos.colleague.ask("/v1/staff/movements/find", FindMovement, movement_id=movement)
    assert refused(asked) == "not-found"
    assert credits(central) == [20_000]
    nothing_wrong(central)


def test_signing_out_leaves_it_to_be_unlocked(lone: Cashier, office: Central) -> None:
    made, marta = stuck(lone), hired(office, "marta")
    lone.colleague.ask("/v1/staff/sessions/close", i.CloseStaffSession)
    marta.sign_in()
    assert state(unlock_as(marta, made)).state == "open"
    assert refused(unlock_as(marta, made)) == "settlement-closed"


def unlock_as(colleague: Colleague, made: Any) -> Any:
    path = "/v1/staff/settlements/unlock"
    return colleague.ask(path, m.UnlockSettlement, settlement_id=made.settlement_id)


def test_money_that_had_arrived_makes_it_paid_when_it_is_unlocked(
    lone: Cashier, office: Central
) -> None:
    """As if the payment had been posted and the settlement's own row had been lost."""
    made, sofia = stuck(lone), supervisor(office)
    top_up = {"top_up_id": lone.movement, **ANA, "payment_form": "01", "amount": 20_000}
    good(lone.colleague.ask("/v1/staff/shifts/top-up", s.TopUp, **top_up))
    found = office.services.database.run(lambda db: contradictions(db, "99"))
    assert found == ["a settlement's money was taken, and it is not paid: 000001"]
    settled = state(sofia.unlocks(made))
    assert settled.payment is not None
    assert (settled.state, settled.payment.movement_id) == ("paid", lone.movement)
    assert credits(office) == [20_000]
    nothing_wrong(office)


def test_the_same_cashier_takes_it_anew_after_a_crash(lone: Cashier, office: Central) -> None:
    made = stuck(lone)
    before = lone.movement
    lone.colleague.sign_in()
    assert refused(lone.pays(made)) == "not-possible"  # that session is over, and its lock
    good(lone.takes(made))
    assert refused(lone.pays(made, movement_id=before)) == "not-possible"
    good(lone.pays(made))
    assert credits(office) == [20_000]


# -- its end


def test_what_is_due_expires_but_not_in_somebodys_hands(carlos: Cashier, central: Central) -> None:
    held, left = carlos.makes(), carlos.makes()
    days = central.services.settings.settlement_days
    central.clock.advance(days * DAY_S - 60)
    carlos.colleague.sign_in()
    good(carlos.takes(held))
    central.clock.advance(61)
    assert carlos.finds(left.number).state == "expired"
    assert refused(carlos.takes(left, new_id())) == "settlement-closed"
    assert refused(carlos.cancels(left)) == "settlement-closed"
    assert expire_settlements(central.services) == 1
    assert expire_settlements(central.services) == 0
    assert audited(central, "settlement-expired") == [""]
    carlos.takes(held)
    good(carlos.pays(held))
    assert credits(central) == [20_000]


def test_what_was_let_go_too_late_is_expired(office: Central) -> None:
    carlos = Cashier(office)
    made = carlos.makes()
    office.clock.advance(office.services.settings.settlement_days * DAY_S - 60)
    carlos.colleague.sign_in()
    carlos.takes(made)
    office.clock.advance(61)
    assert state(carlos.lets_go(made)).state == "expired"
    nothing_wrong(office)


def test_a_cancelled_one_is_paid_no_more(office: Central) -> None:
    carlos = Cashier(office)
    made = carlos.makes()
    assert state(carlos.cancels(made)).state == "cancelled"
    assert refused(carlos.takes(made)) == "settlement-closed"
    assert refused(carlos.cancels(made)) == "settlement-closed"
    assert audited(office, "settlement-cancelled") == ["as agreed"]


def test_its_payment_may_be_reversed_and_it_stays_paid(lone: Cashier, office: Central) -> None:
    made = lone.makes()
    lone.takes(made)
    paid = good(lone.pays(made))
    values = {"reversal_id": new_id(), "top_up_id": paid["movement_id"]}
    good(lone.colleague.ask("/v1/staff/shifts/reverse", s.ReverseTopUp, **values))
    seen = lone.finds("1")
    assert seen.payment is not None
    assert (seen.state, seen.payment.reversed) == ("paid", True)
    assert refused(lone.takes(made)) == "settlement-closed"
    assert balance(office) == ANA_HAS
    nothing_wrong(office)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (
            "UPDATE settlements SET amount = amount + 1 WHERE state = 'paid'",
            "a settlement paid without its money: 000001",
        ),
        (
            "UPDATE settlements SET payment_id = 'x' WHERE state = 'paid'",
            "a settlement paid without its money: 000001",
        ),
        (
            "UPDATE settlements SET state = 'paid', payment_id = 'x' WHERE state = 'open'",
            "a settlement paid without its money: 000002",
        ),
        (
            "UPDATE counters SET value = 5 WHERE name = 'settlement'",
            "settlement numbers with a gap: 2 made, the counter says 5",
        ),
    ],
    ids=["amount", "payment", "state", "number"],
)
def test_a_hand_past_the_rules_is_found(office: Central, change: str, found: str) -> None:
    carlos = Cashier(office)
    made = carlos.makes()
    carlos.makes()
    carlos.takes(made)
    good(carlos.pays(made))
    nothing_wrong(office)
    run_sql(office, change)
    assert office.services.database.run(lambda db: contradictions(db, "99")) == [found]


def test_the_receipt_of_a_settlement_is_one_of_the_drawers(lone: Cashier) -> None:
    """Numbers go on in one series, whatever was paid."""
    made = lone.makes()
    lone.takes(made)
    top_up = {"top_up_id": new_id(), **ANA, "payment_form": "01", "amount": 5_000}
    good(lone.colleague.ask("/v1/staff/shifts/top-up", s.TopUp, **top_up))
    assert good(lone.pays(made))["receipt_number"] == 2
    rows = select(DeskMovement.receipt_number).order_by(DeskMovement.receipt_number)
    database = lone.central.services.database
    assert database.run(lambda db: list(db.scalars(rows))) == [1, 2]
