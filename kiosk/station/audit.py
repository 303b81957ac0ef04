"""The hash-chained audit log: each row's hash covers its text and the hash before it.

``h_i = SHA-256(0x00 ‖ h_{i-1} ‖ row)`` with 32 zero bytes before the first row. A row is canonical
JSON with its own sequence number inside, so neither order nor gaps can be hidden. A chain alone
only orders: a head kept elsewhere (central, the cashier's slip) is what shows that nobody rewrote
all of it.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

GENESIS = "0" * 64


@dataclass(frozen=True)
class AuditRow:
    """One link; ``hash`` is hex."""

    seq: int
    row: str
    hash: str


def canonical(fields: dict[str, str | int | None]) -> str:
    """The one text of a row: sorted keys, no white space, empty values left out.

    >>> canonical({"seq": 1, "event": "boot", "why": None})
    '{"event":"boot","seq":1}'
    """
    kept = {key: value for key, value in fields.items() if value not in (None, "")}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def link(previous: str, row: str) -> str:
    """The hash of the next row.

    >>> link(GENESIS, "{}") == link(GENESIS, "{}"), link(GENESIS, "{}") == link(GENESIS, "{ }")
    (True, False)
    """
    return hashlib.sha256(b"\x00" + bytes.fromhex(previous) + row.encode()).hexdigest()


def first_break(rows: Iterable[AuditRow], *, after: AuditRow | None = None) -> int | None:
    """The sequence number of the first row that does not fit its chain; None if all do.

    Args:
        rows: ascending, whole or a tail.
        after: the trusted row just before a tail.
    """
    seq, head = (after.seq, after.hash) if after else (0, GENESIS)
    for row in rows:
        seq += 1
        if row.seq != seq or row.hash != link(head, row.row) or _seq_inside(row.row) != seq:
            return seq
        head = row.hash
    return None


def _seq_inside(row: str) -> int | None:
    try:
        found = json.loads(row).get("seq")
    except (ValueError, AttributeError):
        return None
    return found if isinstance(found, int) else None
