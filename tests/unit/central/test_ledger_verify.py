"""``ledger verify`` notices every hand that reached past the rules, and names what differs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from central.__main__ import app
from kiosk.contract import messages as m
from tests.support.central import Central, Terminal

Verify = Callable[[], tuple[int, str]]


@pytest.fixture
def verified(
    central: Central, tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> Verify:
    monkeypatch.setenv("DISPENSADOR_CENTRAL_DATABASE_URL", database_url)
    monkeypatch.setenv("DISPENSADOR_CENTRAL_DATA_DIR", str(tmp_path))

    def invoke() -> tuple[int, str]:
        central.close()  # SQLite belongs to one process at a time
        result = CliRunner().invoke(app, ["ledger", "verify"])
        return result.exit_code, result.stdout

    return invoke


@pytest.fixture
def sold(central: Central, terminal: Terminal) -> m.Operation:
    """A day's work: one captured and one voided operation, a live hold, a receipt."""
    order = terminal.order(terminal.sign_in(), quantity=2)
    first, second = terminal.authorise(order, 1), terminal.authorise(order, 2)
    terminal.capture(first.op_id)
    terminal.void(second.op_id)
    answer = terminal.post("/v1/orders/receipt", m.FetchReceipt(order_id=order.order_id))
    assert answer.status_code == 200
    terminal.authorise(terminal.order(terminal.sign_in()))
    return first


def test_an_honest_ledger_agrees(verified: Verify, sold: m.Operation) -> None:
    code, said = verified()
    assert (code, said) == (0, "5 accounts agree with their postings\n")


_POSTING = (
    "INSERT INTO ledger_postings (id, chamber_code, debit_account, credit_account, amount, op_id, "
    "kind, description, at) SELECT '{id}', chamber_code, {sides}, amount, '{op}', '{kind}', '', at "
    "FROM ledger_postings WHERE kind = 'purchase'"
)
_FORWARD, _BACK = "debit_account, credit_account", "credit_account, debit_account"
_PREPAID = "kind = 'prepaid' AND holder LIKE 'CC:1990000001%'"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("tampering", "complaint"),
    [
        (f"UPDATE ledger_accounts SET posted = posted + 1 WHERE {_PREPAID}", "posted 93901"),
        (f"UPDATE ledger_accounts SET held = held - 1 WHERE {_PREPAID}", "held 6099"),
        ("UPDATE ledger_accounts SET posted = 0 WHERE kind = 'revenue'", "posted 0"),
        (_POSTING.format(id="x", sides=_FORWARD, op="x", kind="purchase"), "not captured: x"),
        (_POSTING.format(id="x", sides=_BACK, op="x", kind="refund"), "than was charged: x"),
        ("UPDATE ledger_holds SET state = 'released' WHERE state = 'live'", "than its operation"),
        ("UPDATE operations SET state = 'CAPTURED' WHERE state = 'HELD'", "not charged its price"),
        ("UPDATE operations SET price = 1 WHERE state = 'CAPTURED'", "not charged its price"),
        ("DELETE FROM receipts", "receipt numbers with a gap: K01"),
    ],
    ids=lambda value: "" if value.startswith(("UPDATE", "INSERT", "DELETE")) else value,
)
def test_every_tampering_is_found(
    central: Central, verified: Verify, sold: m.Operation, tampering: str, complaint: str
) -> None:
    central.services.database.run(lambda db: db.execute(text(tampering)))
    code, said = verified()
    assert code == 1
    assert complaint in said


def test_a_hole_in_the_postings_is_found_even_by_who_owns_the_database(
    central: Central, verified: Verify, sold: m.Operation
) -> None:
    if central.services.database.engine.dialect.name == "sqlite":
        off = ["DROP TRIGGER ledger_postings_no_delete"]
    else:
        off = ["ALTER TABLE ledger_postings DISABLE TRIGGER ALL"]
    gone = "DELETE FROM ledger_postings WHERE kind = 'purchase'"
    with central.services.database.engine.begin() as connection:
        for statement in (*off, gone):
            connection.execute(text(statement))
    code, said = verified()
    assert code == 1
    assert f"captured but not charged its price: {sold.op_id}" in said
    assert said.count("account ") == 2
