"""The ledger's rules, by its own functions and against its own database guards."""

from functools import partial
from typing import Any

import pytest
from sqlalchemy import TextClause, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from central.db.engine import Database
from central.db.ids import new_id
from central.ledger.accounts import available, lock, open_account, shift, sums
from central.ledger.holds import capture, hold, hold_again, release
from central.ledger.statement import verify
from central.ledger.tables import AccountKind
from central.ledger.top_up import top_up
from tests.support.central import START, Central

CHAMBER = "99"


@pytest.fixture
def database(central: Central) -> Database:
    return central.services.database


@pytest.fixture
def account(database: Database) -> str:
    """A prepaid account with 10,000 pesos."""

    def work(db: Session) -> str:
        made = open_account(db, CHAMBER, AccountKind.PREPAID, "CC:1990000099")
        top_up(db, CHAMBER, made.id, 10_000, "05", new_id(), START)
        return made.id

    return database.run(work)


def revenue(db: Session) -> str:
    return open_account(db, CHAMBER, AccountKind.REVENUE, "01020101").id


def test_an_account_is_opened_once(database: Database, account: str) -> None:
    again = database.run(
        lambda db: open_account(db, CHAMBER, AccountKind.PREPAID, "CC:1990000099").id
    )
    assert again == account


def test_a_hold_takes_from_what_is_available(database: Database, account: str) -> None:
    assert database.run(lambda db: hold(db, CHAMBER, account, new_id(), 6_000, START))
    assert database.run(lambda db: available(db, account)) == 4_000
    assert not database.run(lambda db: hold(db, CHAMBER, account, new_id(), 4_001, START))
    assert database.run(lambda db: sums(db, account)) == (10_000, 6_000)


def test_a_released_hold_may_be_held_again_only_with_money(
    database: Database, account: str
) -> None:
    first = new_id()
    database.run(lambda db: hold(db, CHAMBER, account, first, 6_000, START))
    database.run(lambda db: release(db, CHAMBER, first, START))
    database.run(lambda db: release(db, CHAMBER, first, START))  # twice frees once
    assert database.run(lambda db: available(db, account)) == 10_000
    database.run(lambda db: hold(db, CHAMBER, account, new_id(), 5_000, START))
    assert not database.run(lambda db: hold_again(db, CHAMBER, first, START))
    assert database.run(lambda db: sums(db, account)) == (10_000, 5_000)


def test_a_late_capture_is_taken_and_the_next_top_up_covers_it(
    database: Database, account: str
) -> None:
    late, other = new_id(), new_id()

    def spend(db: Session) -> bool:
        hold(db, CHAMBER, account, late, 6_000, START)
        release(db, CHAMBER, late, START)
        hold(db, CHAMBER, account, other, 9_000, START)
        return capture(db, CHAMBER, late, revenue(db), "", START)

    assert database.run(spend) is True
    assert database.run(lambda db: available(db, account)) == -5_000
    assert not database.run(lambda db: hold(db, CHAMBER, account, new_id(), 1, START))
    # What was held before can still be captured: it makes nothing worse.
    assert database.run(lambda db: capture(db, CHAMBER, other, revenue(db), "", START)) is False
    database.run(lambda db: top_up(db, CHAMBER, account, 5_001, "05", new_id(), START))
    assert database.run(lambda db: available(db, account)) == 1
    flag = text("SELECT overdrawn FROM ledger_accounts WHERE id = :id")
    assert not database.run(lambda db: db.scalar(flag, {"id": account}))
    assert database.run(verify) == []


def test_a_hold_is_captured_once(database: Database, account: str) -> None:
    op_id = new_id()
    database.run(lambda db: hold(db, CHAMBER, account, op_id, 6_000, START))
    database.run(lambda db: capture(db, CHAMBER, op_id, revenue(db), "", START))
    with pytest.raises(LookupError):
        database.run(lambda db: capture(db, CHAMBER, op_id, revenue(db), "", START))
    assert database.run(lambda db: sums(db, account)) == (4_000, 0)


def test_a_payment_is_credited_once(database: Database, account: str) -> None:
    payment = new_id()
    assert database.run(lambda db: top_up(db, CHAMBER, account, 500, "05", payment, START))
    assert not database.run(lambda db: top_up(db, CHAMBER, account, 500, "05", payment, START))
    assert database.run(lambda db: available(db, account)) == 10_500


@pytest.mark.parametrize("amount", [0, -1])
def test_a_top_up_of_nothing_is_a_bug(database: Database, account: str, amount: int) -> None:
    with pytest.raises(ValueError, match="adds money"):
        database.run(lambda db: top_up(db, CHAMBER, account, amount, "05", new_id(), START))


@pytest.mark.parametrize("table", ["ledger_postings", "audit"])
@pytest.mark.parametrize("change", ["UPDATE {} SET chamber_code = '98'", "DELETE FROM {}"])
def test_postings_and_audit_are_append_only(central: Central, table: str, change: str) -> None:
    central.services.database.run(lambda db: db.execute(text(_AUDIT_ROW), {"id": new_id()}))
    with pytest.raises(DBAPIError, match="append-only"):
        central.services.database.run(lambda db: db.execute(text(change.format(table))))


_AUDIT_ROW = (
    "INSERT INTO audit (id, chamber_code, at, actor, action, subject, detail) "
    "VALUES (:id, '99', '2026-11-21 15:00:00.000000+00', 'test', 'test', '', '')"
)


@pytest.mark.parametrize(
    "change",
    ["posted = held - 1", "held = -1", "posted = posted, held = posted + 1"],
    ids=["owing", "negative hold", "holding too much"],
)
def test_the_database_itself_refuses_a_wrong_sum(
    database: Database, account: str, change: str
) -> None:
    statement = text(f"UPDATE ledger_accounts SET {change} WHERE id = :id")
    with pytest.raises(DBAPIError):
        database.run(lambda db: db.execute(statement, {"id": account}))


def test_a_posting_needs_two_accounts_and_an_amount(database: Database, account: str) -> None:
    statement = text(
        "INSERT INTO ledger_postings (id, chamber_code, debit_account, credit_account, amount, "
        "op_id, kind, description, at) VALUES (:id, '99', :debit, :credit, :amount, :id, "
        "'purchase', '', '2026-11-21 15:00:00.000000+00')"
    )
    other = database.run(revenue)
    for debit, credit, amount in ((account, account, 5), (account, other, 0)):
        values = {"id": new_id(), "debit": debit, "credit": credit, "amount": amount}
        with pytest.raises(DBAPIError):
            database.run(partial(_execute, statement, values))


def _execute(statement: TextClause, values: dict[str, Any], db: Session) -> None:
    db.execute(statement, values)


def test_verify_finds_a_sum_that_is_not_the_sum_of_its_rows(
    database: Database, account: str
) -> None:
    assert database.run(verify) == []
    database.run(lambda db: shift(db, account, posted=1))
    (difference,) = database.run(verify)
    assert (difference.account_id, difference.posted, difference.posted_by_rows) == (
        account,
        10_001,
        10_000,
    )


def test_locking_an_unknown_account_is_a_bug(database: Database) -> None:
    with pytest.raises(Exception, match="No row"):
        database.run(lambda db: lock(db, "nobody"))
