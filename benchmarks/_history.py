"""A store with a long history, filled by bulk SQL: a million finished operations, a thousand open.

Rows are as the journal and the archive write them: the same columns, sizes and chain, made without
their commits. What is finished is in the archive, but for the last weeks. What is open is what a
crash can meet at worst: an order of ten in the middle, three prints that wait for a person, and
the rest waiting for a central that was away for long.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from kiosk.station.audit import GENESIS, canonical, link
from kiosk.store.store import FILE_NAME, Store

DAY = "2026-11-21T15:35:00.000000Z"
_AUDIT_A_PURCHASE = 2
_BODY = b"x" * 300
_DIGEST = hashlib.sha256(_BODY).hexdigest()
_CONTENT = "x" * 6_000
_IN_FLIGHT = ("PRINTED",) * 4 + ("PRINT_STARTED",) + ("HELD",) * 5 + ("WAIT_PERSON",) * 3
_RECENT = 7_000  # 200 a day for as long as the archive leaves them

_ORDERS = "INSERT INTO {0}orders VALUES (?, '99-000001', 'ABC234', 'token', ?)"
_OPERATIONS = """
INSERT INTO {0}operations (op_id, order_id, position, registration_number, certificate_type,
    copy_index, price_pesos, certificate_name, registration_name, state, attempt, boot_id, content,
    digest, signature, verification_code, fence_first, length_mm, evidence, trouble,
    created_at, updated_at)
VALUES (?, ?, 0, '00052310', 'CerMat', 1, 6100, 'Certificado de matrícula mercantil',
    'Distribuciones El Nogal S.A.S.', ?, 1, 'boot', ?, ?, ?, 'ABCDEFGHJK', 1, 300,
    'process id 0042, cut ok', '', ?, ?)
"""
_OUTBOX = """
INSERT INTO {0}outbox (device_seq, op_id, kind, body, digest, created_at, attempts, next_try_at,
    last_error, outcome, done_at)
VALUES (?, ?, ?, ?, ?, ?, 0, ?, '', ?, ?)
"""


def fill(folder: Path, finished: int, unfinished: int) -> None:
    """Make a store in ``folder`` with so many operations."""
    Store(folder).close()
    connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN")
        count = finished + unfinished
        old = max(0, finished - _RECENT)
        for prefix, numbers in (("archived_", range(old)), ("", range(old, count))):
            orders = ((_id("o", n), DAY) for n in numbers)
            connection.executemany(_ORDERS.format(prefix), orders)
            operations = (_operation(n, finished) for n in numbers)
            connection.executemany(_OPERATIONS.format(prefix), operations)
            connection.executemany(_OUTBOX.format(prefix), _messages(numbers, finished))
        connection.executemany(
            "INSERT INTO audit (seq, row, hash) VALUES (?, ?, ?)",
            _chain(count * _AUDIT_A_PURCHASE),
        )
        connection.execute("UPDATE counters SET device_seq = ?", (2 * count,))
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def _id(kind: str, number: int) -> str:
    return f"{kind}1a1fd5d-1621-7f0e-a681-{number:012d}"


def _state(number: int, finished: int) -> str:
    if number < finished:
        return "VOIDED" if number % 20 == 0 else "CAPTURED"
    late = number - finished
    return _IN_FLIGHT[late] if late < len(_IN_FLIGHT) else ("PRINTED", "VOIDING")[late % 2]


def _operation(number: int, finished: int) -> tuple[object, ...]:
    state = _state(number, finished)
    content = _CONTENT if number >= finished else None
    mark = "s" * 88
    return _id("0", number), _id("o", number), state, content, _DIGEST, mark, DAY, DAY


def _messages(numbers: range, finished: int) -> Iterator[tuple[object, ...]]:
    """Two a purchase; the second of what waits for central is still unanswered."""
    for number in numbers:
        op_id, state = _id("0", number), _state(number, finished)
        yield 2 * number + 1, op_id, "authorise", _BODY, _DIGEST, DAY, DAY, "held", DAY
        over = ("", None) if state in ("PRINTED", "VOIDING") else ("captured", DAY)
        kind = "void" if state in ("VOIDING", "VOIDED") else "capture"
        yield 2 * number + 2, op_id, kind, _BODY, _DIGEST, DAY, DAY, *over


def _chain(rows: int) -> Iterator[tuple[int, str, str]]:
    head = GENESIS
    for seq in range(1, rows + 1):
        fields: dict[str, str | int | None] = {
            "seq": seq,
            "at": DAY,
            "event": "operation",
            "op_id": _id("0", (seq - 1) // _AUDIT_A_PURCHASE),
            "source": "PRINTED",
            "to": "CAPTURED",
            "attempt": 1,
        }
        row = canonical(fields)
        head = link(head, row)
        yield seq, row, head
