"""The small writes a transaction of the journal is made of; the transaction is the caller's."""

import hashlib
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from kiosk.contract import messages as m
from kiosk.station.audit import GENESIS, canonical, link
from kiosk.store.rows import Kind
from kiosk.store.tables import audit, counters, outbox

Draft = Callable[[int], m.MoneyMessage]
"""Makes a money message once its ``device_seq`` is known, inside the transaction that saves it."""

# Made once: building a statement takes SQLAlchemy three times as long as running it.
_NEXT_SEQ = (
    update(counters).values(device_seq=counters.c.device_seq + 1).returning(counters.c.device_seq)
)
_INTO_OUTBOX = insert(outbox)
_CLOSE = update(outbox).where(
    outbox.c.device_seq == bindparam("number"), outbox.c.done_at.is_(None)
)
_LAST_FENCE = select(counters.c.fence_id)
_TAKE_FENCES = update(counters)
_LAST_AUDIT = select(audit.c.seq, audit.c.hash).order_by(audit.c.seq.desc()).limit(1)
_INTO_AUDIT = insert(audit)

FENCE_IDS = 9999
"""Fence ids run from 1 to this and start again: four digits in the printers' process-id command."""

_KINDS: dict[type[m.MoneyMessage], Kind] = {
    m.Authorise: Kind.AUTHORISE,
    m.Capture: Kind.CAPTURE,
    m.Void: Kind.VOID,
    m.Claim: Kind.CLAIM,
    m.Resolve: Kind.RESOLVE,
    m.Reprint: Kind.REPRINT,
}


def put_outbox(c: Connection, draft: Draft, now: datetime) -> int:
    """Take the next number, fix the bytes, queue them; returns the ``device_seq``."""
    seq = c.execute(_NEXT_SEQ).scalar_one()
    message = draft(seq)
    assert message.device_seq == seq, "a draft must carry the number it was given"
    body = message.model_dump_json().encode()
    row = {
        "device_seq": seq,
        "op_id": message.op_id,
        "kind": _KINDS[type(message)].value,
        "body": body,
        "digest": hashlib.sha256(body).hexdigest(),
        "created_at": now,
        "attempts": 0,
        "next_try_at": now,
        "last_error": "",
        "outcome": "",
    }
    c.execute(_INTO_OUTBOX, row)
    return int(seq)


def close_outbox(c: Connection, device_seq: int, outcome: str, now: datetime) -> None:
    """Note that a message did its work; ``outcome`` says how (``captured``, ``refused:…``)."""
    row = {"number": device_seq, "done_at": now, "outcome": outcome, "parked_reason": None}
    c.execute(_CLOSE, row)


def take_fences(c: Connection, sheets: int) -> int:
    """Reserve ``sheets`` ascending fence ids (1..9999, wrapping); returns the first."""
    last = c.execute(_LAST_FENCE).scalar_one()
    c.execute(_TAKE_FENCES, {"fence_id": (last + sheets - 1) % FENCE_IDS + 1})
    return int(last % FENCE_IDS + 1)


def put_audit(c: Connection, now: datetime, event: str, **fields: str | int | None) -> None:
    """Append one link to the audit chain; ids, states and counts only, never personal data."""
    last = c.execute(_LAST_AUDIT).first()
    seq, head = (last.seq + 1, last.hash) if last else (1, GENESIS)
    row = canonical({**fields, "seq": seq, "at": now.isoformat(), "event": event})
    c.execute(_INTO_AUDIT, {"seq": seq, "row": row, "hash": link(head, row)})
