"""Looks at what the machine has to tell central, and at its journal; read only."""

from datetime import datetime

from kiosk.contract.problems import ProblemCode
from kiosk.money import format_pesos
from kiosk.staff.maintenance.bodies import Found, Row
from kiosk.staff.maintenance.look_machine import page_of, queue_facts
from kiosk.staff.maintenance.parts import Parts
from kiosk.staff.maintenance.words import span
from kiosk.store import queries
from kiosk.store.maintenance import count_operations, newest_operations
from kiosk.store.rows import Waiting
from kiosk.visit.wording import short_instant

QUEUE_ROWS, JOURNAL_ROWS = 4, 6
"""Rows on a page; no scroll bar for a finger in a glove."""
_CODES = frozenset(code.value for code in ProblemCode)
_TONES = {
    "CAPTURED": "good",
    "VOIDED": "info",
    "DECLINED": "info",
    "UNCERTAIN": "care",
    "WAIT_PERSON": "care",
}


def queue(parts: Parts, language: str, page: int) -> Found:
    """Messages that central has not answered for good; the parked ones first."""
    items = sorted(queries.waiting_items(parts.store), key=lambda i: (not i.parked_reason, i.since))
    page, pages = page_of(page, len(items), QUEUE_ROWS)
    first = (page - 1) * QUEUE_ROWS
    shown = items[first : first + QUEUE_ROWS]
    rows = tuple(_waiting(item, parts.clock.now(), language) for item in shown)
    return Found(tuple(queue_facts(parts)), rows, page, pages)


def journal(parts: Parts, language: str, page: int) -> Found:
    """Operations, newest first: state and amount, nobody's name."""
    page, pages = page_of(page, parts.store.read(count_operations), JOURNAL_ROWS)
    lines = parts.store.read(
        lambda c: newest_operations(c, (page - 1) * JOURNAL_ROWS, JOURNAL_ROWS)
    )
    rows = tuple(
        Row(
            "operation",
            short_instant(line.updated_at, language),
            f"{line.certificate} · {short_id(line.op_id)}",
            amount=format_pesos(line.price_pesos),
            word=line.state,
            tone=_TONES.get(line.state, "care"),
        )
        for line in lines
    )
    return Found((), rows, page, pages)


def _waiting(item: Waiting, now: datetime, language: str) -> Row:
    """A message with its age and how often it was tried."""
    age = span((now - item.since).total_seconds())
    return Row(
        item.kind.value,
        f"{short_instant(item.since, language)} · {age} · ×{item.attempts}",
        short_id(item.op_id),
        word="parked" if item.parked_reason else "waiting",
        reason=_reason(item),
        tone="bad" if item.parked_reason else "care",
        ref=item.device_seq if item.parked_reason else 0,
    )


def _reason(item: Waiting) -> str:
    """Why it stands there, as a code: central's own, or that central was not heard."""
    told = item.parked_reason or item.last_error
    if not told or told in _CODES:
        return told
    return "no_answer"


def short_id(op_id: str) -> str:
    """The end of an operation's number, as it stands on a claim slip.

    >>> short_id("01900000-0000-7000-8000-00000000beef")
    '00000000beef'
    """
    return op_id.rpartition("-")[2]
