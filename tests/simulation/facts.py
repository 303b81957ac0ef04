"""Reads what both sides and the paper say, for the invariants: by SQL, past all product code."""

import sqlite3
from collections import Counter, defaultdict

from central.ledger.statement import verify
from central.operations.consistency import contradictions
from kiosk.contract.messages import OperationState
from kiosk.purchase.operation import State
from kiosk.station.audit import AuditRow, first_break
from tests.simulation.invariants import (
    CentralOperation,
    Facts,
    KioskFacts,
    KioskOperation,
    Message,
)
from tests.simulation.node import KioskNode
from tests.simulation.service import CHAMBER, CentralNode, template


def gather(
    central: CentralNode,
    nodes: list[KioskNode],
    left_open: frozenset[str],
    *,
    by_product: bool,
    paid_in: int = 0,
) -> Facts:
    """Everything, as it is now; ``paid_in`` pesos came into accounts during the schedule."""
    operations = central_operations(central.raw)
    papers: Counter[str] = Counter()
    originals: Counter[str] = Counter()
    for printer in {id(node.printer): node.printer for node in nodes}.values():
        for strip in printer.strips:
            if strip.code and strip.complete and not strip.retracted:
                papers[strip.code] += 1
                originals[strip.code] += not strip.is_copy
    numbers: dict[str, dict[int, tuple[str, str]]] = defaultdict(dict)
    for device, seq, *what in central.raw.execute(
        "SELECT device_id, device_seq, op_id, kind FROM device_messages"
    ):
        numbers[device][seq] = (what[0], what[1])
    stopped = {
        row[0] for row in central.raw.execute("SELECT id FROM devices WHERE state != 'active'")
    }
    return Facts(
        kiosks=tuple(_kiosk(node, node.machine.identity.device_id in stopped) for node in nodes),
        central=operations,
        numbers=numbers,
        papers=papers,
        originals=originals,
        flagged=_flagged(central.raw),
        contradictions=_contradictions(central, by_product=by_product),
        deposits=template().deposits + paid_in,
        sums=_sums(central.raw),
        unsettled_by_choice=left_open,
        by_code={op.code: op.op_id for op in operations.values() if op.code},
    )


def central_operations(raw: sqlite3.Connection) -> dict[str, CentralOperation]:
    """Central's operations with what they were charged."""
    charges: dict[str, list[int]] = defaultdict(list)
    for op_id, amount in raw.execute(
        "SELECT op_id, amount FROM ledger_postings WHERE kind = 'purchase'"
    ):
        charges[op_id].append(amount)
    rows = raw.execute(
        "SELECT id, device_id, state, price, late, coalesce(verification_code, ''), kind, order_id"
        " FROM operations"
    )
    return {
        row[0]: CentralOperation(
            op_id=row[0],
            device_id=row[1],
            state=OperationState(row[2]),
            price=row[3],
            late=bool(row[4]),
            code=row[5],
            kind=row[6],
            known_order=row[7] is not None,
            charges=tuple(charges.pop(row[0], ())),
        )
        for row in rows
    }


def kiosk_operations(raw: sqlite3.Connection) -> dict[str, KioskOperation]:
    """One disk's operations."""
    rows = raw.execute("SELECT op_id, state, price_pesos, verification_code FROM operations")
    return {row[0]: KioskOperation(row[0], State(row[1]), row[2], row[3]) for row in rows}


def _kiosk(node: KioskNode, stopped: bool) -> KioskFacts:
    raw = node.disk.raw
    audit = [AuditRow(*row) for row in raw.execute("SELECT seq, row, hash FROM audit ORDER BY seq")]
    messages = raw.execute(
        "SELECT device_seq, op_id, kind, done_at IS NOT NULL, coalesce(parked_reason, '')"
        " FROM outbox ORDER BY device_seq"
    )
    return KioskFacts(
        name=node.name,
        device_id=node.machine.identity.device_id,
        operations=kiosk_operations(raw),
        messages=tuple(Message(row[0], row[1], row[2], bool(row[3]), row[4]) for row in messages),
        audit=tuple(row.row for row in audit),
        broken_audit_row=first_break(audit),
        forgetful=node.forgetful,
        stopped=stopped,
    )


def _flagged(raw: sqlite3.Connection) -> frozenset[str]:
    """What people are called for at central, by operation."""
    found = raw.execute(
        "SELECT op_id FROM incidents UNION SELECT op_id FROM quarantined_captures"
        " UNION SELECT op_id FROM resolutions"
    )
    return frozenset(row[0] for row in found)


_OWES = """
    SELECT a.id FROM ledger_accounts AS a WHERE kind = 'prepaid' AND posted < held
      AND NOT EXISTS (SELECT 1 FROM ledger_holds AS h JOIN operations AS o ON o.id = h.op_id
        WHERE h.account_id = a.id AND h.state = 'captured' AND o.late)"""
_BOOKS = {
    "an account's sum is not that of its postings": """
        SELECT id FROM ledger_accounts AS a WHERE posted <>
          (SELECT coalesce(sum(amount), 0) FROM ledger_postings WHERE credit_account = a.id)
          - (SELECT coalesce(sum(amount), 0) FROM ledger_postings WHERE debit_account = a.id)""",
    "an account's held sum is not that of its live holds": """
        SELECT id FROM ledger_accounts AS a WHERE held <> (SELECT coalesce(sum(amount), 0)
          FROM ledger_holds WHERE account_id = a.id AND state = 'live')""",
    "an account owes money without a late capture": _OWES,
    "a hold in another state than its operation": """
        SELECT h.op_id FROM ledger_holds AS h LEFT JOIN operations AS o ON o.id = h.op_id
          WHERE h.state <> CASE o.state WHEN 'HELD' THEN 'live' WHEN 'CAPTURED' THEN 'captured'
            ELSE 'released' END""",
}


def owes(raw: sqlite3.Connection) -> str:
    """An account that has less than it promised, without a late capture; empty if none has."""
    row = raw.execute(_OWES).fetchone()
    return row[0] if row else ""


def _contradictions(central: CentralNode, *, by_product: bool) -> tuple[str, ...]:
    """What the books themselves say, and (now and then, for speed) central's own check of them."""
    found = [
        f"{what}: {row[0]}" for what, query in _BOOKS.items() for row in central.raw.execute(query)
    ]
    if by_product:
        found += central.services.database.run(
            lambda db: [*contradictions(db, CHAMBER), *map(str, verify(db))]
        )
    return tuple(found)


def _sums(raw: sqlite3.Connection) -> tuple[int, int, int]:
    posted, held = raw.execute(
        "SELECT sum(posted), sum(held) FROM ledger_accounts WHERE kind = 'prepaid'"
    ).fetchone()
    spent = raw.execute(
        "SELECT coalesce(sum(amount), 0) FROM ledger_postings WHERE kind = 'purchase'"
    ).fetchone()[0]
    return posted - held, held, spent
