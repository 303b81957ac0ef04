"""Refunds and corrections: new movements that point to what they put right; nothing is edited."""

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.ledger.accounts import find_account, sums
from central.ledger.statement import verify
from central.ledger.tables import Account, AccountKind, Posting, PostingKind
from central.operations.consistency import contradictions
from central.operations.correction import correct
from central.operations.refund import NotRefundable, Refund, refund
from central.operations.resolve import resolve
from central.operations.tables import Decision, OperationRow
from central.operations.verification import code_status
from central.records.tables import AuditEntry
from central.sample import ANA
from central.staff.entitled import NotEntitled
from central.staff.tables import StaffMember
from kiosk.contract import messages as m
from tests.support.central import CAFE_PRICE, Central, Terminal

S = m.OperationState


def captured(terminal: Terminal) -> m.Operation:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    assert terminal.capture(held.op_id).status_code == 200
    return held


def give_back(central: Central, op_id: str, refund_id: str = "") -> Refund:
    return refund(central.services, op_id, refund_id or new_id(), "marta", "salió en blanco")


def member(central: Central, login: str) -> str:
    row = select(StaffMember.id).where(StaffMember.login == login)
    return central.services.database.run(lambda db: db.scalars(row).one())


def holders_account(central: Central) -> str:
    def work(db: Session) -> str:
        name = f"{ANA.id_type}:{ANA.id_number}"
        account = find_account(db, central.services.chamber, AccountKind.PREPAID, name)
        return account.id

    return central.services.database.run(work)


def test_a_refund_gives_the_whole_price_back_and_voids_the_code(
    central: Central, terminal: Terminal
) -> None:
    sold = captured(terminal)
    made = give_back(central, sold.op_id)
    account = terminal.account(terminal.sign_in())
    assert (made.amount, account.available, account.held) == (CAFE_PRICE, 100_000, 0)
    newest = account.movements[0]
    assert (newest.concept, newest.amount) == ("refund", CAFE_PRICE)
    status = central.services.database.run(lambda db: code_status(db, sold.verification_code))
    assert status.state == "void"


def test_a_refund_is_a_new_movement_beside_an_untouched_operation(
    central: Central, terminal: Terminal
) -> None:
    sold = captured(terminal)
    made = give_back(central, sold.op_id)

    def work(db: Session) -> tuple[S, list[tuple[bool, str]], AuditEntry]:
        rows = db.execute(
            select(Posting.id, Posting.kind).where(Posting.op_id == sold.op_id).order_by(Posting.at)
        ).all()
        line = db.scalars(select(AuditEntry).where(AuditEntry.action == "refund")).one()
        kinds = [(row.id == made.refund_id, row.kind.value) for row in rows]
        return db.get_one(OperationRow, sold.op_id).state, sorted(kinds), line

    state, kinds, line = central.services.database.run(work)
    assert state is S.CAPTURED
    assert kinds == [(False, "purchase"), (True, "refund")]
    assert (line.actor, line.subject, "salió en blanco" in line.detail) == (
        member(central, "marta"),
        sold.op_id,
        True,
    )
    assert central.services.database.run(verify) == []
    assert central.services.database.run(lambda db: contradictions(db, "99")) == []


def test_a_repeated_refund_is_the_same_refund(central: Central, terminal: Terminal) -> None:
    sold, refund_id = captured(terminal), new_id()
    assert give_back(central, sold.op_id, refund_id) == give_back(central, sold.op_id, refund_id)
    with pytest.raises(NotRefundable, match="before"):
        give_back(central, sold.op_id)
    assert terminal.account(terminal.sign_in()).available == 100_000


def test_a_refund_id_means_one_refund(central: Central, terminal: Terminal) -> None:
    first, second, refund_id = captured(terminal), captured(terminal), new_id()
    give_back(central, first.op_id, refund_id)
    with pytest.raises(NotRefundable, match="another operation"):
        give_back(central, second.op_id, refund_id)


def test_a_late_repeat_of_the_capture_does_not_charge_again(
    central: Central, terminal: Terminal
) -> None:
    sold = captured(terminal)
    give_back(central, sold.op_id)
    assert terminal.capture(sold.op_id).json()["state"] == S.CAPTURED.value
    assert terminal.account(terminal.sign_in()).available == 100_000


@pytest.mark.parametrize("end", ["held", "voided", "unknown"])
def test_only_a_charged_operation_is_refunded(
    central: Central, terminal: Terminal, end: str
) -> None:
    op_id = new_id()
    if end != "unknown":
        op_id = terminal.authorise(terminal.order(terminal.sign_in())).op_id
    if end == "voided":
        terminal.void(op_id)
    with pytest.raises(NotRefundable, match="captured"):
        give_back(central, op_id)


def test_a_refund_needs_a_reason(central: Central, terminal: Terminal) -> None:
    sold = captured(terminal)
    with pytest.raises(NotRefundable, match="reason"):
        refund(central.services, sold.op_id, new_id(), "marta", " ")


def test_a_correction_goes_both_ways_against_the_account_of_its_reason(
    central: Central, terminal: Terminal
) -> None:
    account = holders_account(central)
    correct(central.services, account, 500, new_id(), "marta", "error de caja")
    correct(central.services, account, -300, new_id(), "marta", "error de caja", "acta 7")
    assert terminal.account(terminal.sign_in()).available == 100_200

    def other(db: Session) -> tuple[int, int]:
        found = find_account(db, "99", AccountKind.CORRECTION, "error de caja")
        return sums(db, found.id)

    assert central.services.database.run(other) == (-200, 0)
    assert central.services.database.run(verify) == []


def test_a_correction_is_made_once(central: Central) -> None:
    account, correction_id = holders_account(central), new_id()
    made = [
        correct(central.services, account, 500, correction_id, "marta", "error de caja")
        for _ in range(2)
    ]
    assert made == [True, False]
    assert central.services.database.run(lambda db: sums(db, account)) == (100_500, 0)


@pytest.mark.parametrize(
    ("amount", "reason"), [(0, "x"), (-100_001, "x"), (5, " ")], ids=["nothing", "too much", "why"]
)
def test_a_correction_that_cannot_be_is_refused(central: Central, amount: int, reason: str) -> None:
    account = holders_account(central)
    with pytest.raises(ValueError, match=r"correction|available"):
        correct(central.services, account, amount, new_id(), "marta", reason)
    kinds = central.services.database.run(lambda db: list(db.scalars(select(Posting.kind))))
    assert PostingKind.CORRECTION not in kinds
    assert central.services.database.run(lambda db: db.get_one(Account, account).posted) == 100_000


# Who may


def leave(central: Central, login: str) -> None:
    gone = update(StaffMember).where(StaffMember.login == login).values(active=False)
    central.services.database.run(lambda db: db.execute(gone))


@pytest.mark.parametrize("login", ["nobody", "", "tomas"], ids=["unknown", "empty", "role"])
def test_only_who_may_gives_money_back(central: Central, terminal: Terminal, login: str) -> None:
    sold = captured(terminal)
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    services, account = central.services, holders_account(central)
    with pytest.raises(NotEntitled):
        refund(services, sold.op_id, new_id(), login, "salió en blanco")
    with pytest.raises(NotEntitled):
        resolve(services, held.op_id, Decision.VOID, login, "no salió")
    with pytest.raises(NotEntitled):
        correct(services, account, 500, new_id(), login, "error de caja")
    told = terminal.account(terminal.sign_in())
    assert (told.available, told.held) == (100_000 - 2 * CAFE_PRICE, CAFE_PRICE)


def test_who_left_gives_nothing_back_any_more(central: Central, terminal: Terminal) -> None:
    sold = captured(terminal)
    leave(central, "marta")
    with pytest.raises(NotEntitled, match="nobody here has the login marta"):
        give_back(central, sold.op_id)
    assert refund(central.services, sold.op_id, new_id(), "carlos", "salió en blanco").amount


def test_a_cashier_refunds_and_resolves_but_corrects_no_account(
    central: Central, terminal: Terminal
) -> None:
    services, account = central.services, holders_account(central)
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    assert resolve(services, held.op_id, Decision.VOID, "carlos", "no salió") is Decision.VOID
    with pytest.raises(NotEntitled, match="carlos is cashier"):
        correct(services, account, 500, new_id(), "carlos", "error de caja")
    actors = services.database.run(
        lambda db: list(
            db.scalars(select(AuditEntry.actor).where(AuditEntry.action == "resolve-void"))
        )
    )
    assert actors == [member(central, "carlos")]
