"""Holds central's database against the model: balances, states, holds, codes, receipts."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.ledger.tables import Account, AccountKind, Hold, HoldState
from central.operations.tables import OperationRow, ReceiptRow
from central.operations.verification import code_status
from central.services import Services
from tests.proofs.model.state import World


def differences(services: Services, world: World, accounts: list[str]) -> list[str]:
    """Where central and the model disagree now; ``accounts`` are the ids of the model's."""

    def work(db: Session) -> list[str]:
        return [*_money(db, world, accounts), *_operations(db, world), *_receipts(db, world)]

    return services.database.snapshot(work)


def _money(db: Session, world: World, accounts: list[str]) -> list[str]:
    found = []
    for account_id, account in zip(accounts, world.accounts, strict=True):
        row = db.get_one(Account, account_id)
        known = (row.posted, row.held, row.overdrawn)
        believed = (account.posted, account.held, account.owes)
        if known != believed:
            found.append(f"posted, held, overdrawn are {known}, the model says {believed}")
    revenue = sum(db.scalars(select(Account.posted).where(Account.kind == AccountKind.REVENUE)))
    if revenue != world.revenue:
        found.append(f"revenue is {revenue}, the model says {world.revenue}")
    return found


def _operations(db: Session, world: World) -> list[str]:
    states = {row.id: row.state for row in db.scalars(select(OperationRow))}
    live = set(db.scalars(select(Hold.op_id).where(Hold.state == HoldState.LIVE)))
    found = [f"central made up {op_id}" for op_id in states.keys() - world.ops.keys()]
    for op in world.ops.values():
        known = (states.get(op.id), op.id in live)
        if known != (op.state, op.holds):
            found.append(f"{op.id} is {known}, the model says {(op.state, op.holds)}")
        if op.code and op.of is None:
            status = code_status(db, op.code)
            told = status.state if status else "unknown"
            if told != op.code_state:
                found.append(f"the code of {op.id} is {told}, the model says {op.code_state}")
    return found


def _receipts(db: Session, world: World) -> list[str]:
    rows = {row.order_id: (row.number, row.total) for row in db.scalars(select(ReceiptRow))}
    known = {o.id: (o.receipt, o.receipt_total) for o in world.orders.values() if o.receipt}
    return [] if rows == known else [f"receipts are {rows}, the model says {known}"]
