"""What must be true of this machine's records at every moment, as questions to the store.

Each answers with what contradicts it. They need nothing but the records, so the same functions run
in a test after every step and in the hall every minute. What both sides must have alike is compared
elsewhere: operations that central holds (``kiosk.purchase.recovery.reconcile``), days, checkpoints.
"""

from collections import Counter
from collections.abc import Callable, Mapping

from sqlalchemy import Connection, text

from kiosk.station.audit import AuditRow, first_break

_VIEWS = """
    WITH newest AS (
        SELECT * FROM outbox WHERE device_seq > (SELECT device_seq FROM counters) - 1000
    ),
    waiting AS (SELECT * FROM outbox WHERE done_at IS NULL AND parked_reason IS NULL),
    unsettled AS (
        SELECT * FROM operations WHERE state NOT IN ('CAPTURED', 'VOIDED', 'DECLINED')
    )
"""
"""What is old was looked at when it was new; a look must cost the same after years. The conditions
stand here as in the store's partial indexes, or those are not used."""

Check = Callable[[Connection], tuple[str, ...]]
"""Gives the operations or numbers that contradict the invariant."""

AUDIT_TAIL = 500
"""So many of the newest audit rows are looked at; ``dispensador audit verify`` reads them all."""
NUMBERS_TAIL = 1000
"""So many of the newest numbers of money messages are looked at, as in ``newest``."""


def _query(statement: str) -> Check:
    query = text(_VIEWS + statement)

    def check(c: Connection) -> tuple[str, ...]:
        return tuple(str(found) for found in c.execute(query).scalars())

    return check


CAPTURE_NEEDS_PRINTED = _query(
    """
    SELECT o.op_id FROM newest o JOIN operations p USING (op_id)
    WHERE o.kind = 'capture' AND p.state NOT IN ('PRINTED', 'CAPTURED')
    """
)
"""I1: what is charged is on paper, by the printer's proof or a person's word."""

PRINTED_IS_TOLD = _query(
    """
    SELECT p.op_id FROM unsettled p WHERE p.state = 'PRINTED' AND (p.evidence = '' OR (
        NOT EXISTS (SELECT 1 FROM waiting o WHERE o.op_id = p.op_id AND o.kind = 'capture')
        AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.op_id = p.op_id AND o.kind = 'capture')))
    """
)
"""I2: what is on paper will be charged: its capture is on the disk, with its proof."""

ONE_CAPTURE = _query(
    "SELECT op_id FROM newest WHERE kind = 'capture' GROUP BY op_id HAVING count(*) > 1"
)
"""I3: one capture an operation."""

PRICE_IS_FROZEN = _query(
    """
    SELECT o.op_id FROM newest o JOIN operations p USING (op_id)
    WHERE o.kind = 'authorise'
    AND json_extract(CAST(o.body AS TEXT), '$.price') <> p.price_pesos
    """
)
"""I3: what is asked for is what the person was shown."""

NOTHING_AFTER_VOID = _query(
    """
    SELECT o.op_id FROM newest o JOIN operations p USING (op_id)
    WHERE o.kind = 'void' AND p.state NOT IN ('VOIDING', 'VOIDED', 'DECLINED')
    AND NOT (p.state = 'CAPTURED' AND o.outcome = 'captured' AND NOT EXISTS (
        SELECT 1 FROM newest c WHERE c.op_id = o.op_id AND c.kind = 'capture'))
    """
)
"""I9: what was given up is never printed: no way leads back. Somebody else may have printed it for
a claim; then central's answer to the void said so."""

GIVEN_UP_IS_TOLD = _query(
    """
    SELECT p.op_id FROM unsettled p WHERE p.state = 'VOIDING'
    AND NOT EXISTS (SELECT 1 FROM waiting o WHERE o.op_id = p.op_id AND o.kind = 'void')
    AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.op_id = p.op_id AND o.kind = 'void')
    """
)
"""I5: what was given up will be released: its void is on the disk."""


def numbers_are_gapless(c: Connection) -> tuple[str, ...]:
    """I8: every number that was given stands for one message."""
    newest = c.execute(text("SELECT device_seq FROM counters")).scalar_one()
    first = max(1, newest - NUMBERS_TAIL + 1)
    rows = c.execute(
        text(
            "SELECT device_seq FROM outbox WHERE device_seq >= :first "
            "UNION ALL SELECT device_seq FROM archived_outbox WHERE device_seq >= :first"
        ),
        {"first": first},
    )
    wrong = Counter(range(first, newest + 1))
    wrong.subtract(rows.scalars())  # a number twice is as wrong as one that is missing
    return tuple(str(number) for number, balance in sorted(wrong.items()) if balance)


def audit_fits(c: Connection) -> tuple[str, ...]:
    """I8: the audit chain is whole; its newest rows, at every look."""
    rows = c.execute(
        text("SELECT seq, row, hash FROM audit ORDER BY seq DESC LIMIT :tail"),
        {"tail": AUDIT_TAIL + 1},
    ).all()
    chain = [AuditRow(seq, row, head) for seq, row, head in reversed(rows)]
    whole = not chain or chain[0].seq == 1
    broken = first_break(chain) if whole else first_break(chain[1:], after=chain[0])
    return () if broken is None else (str(broken),)


INVARIANTS: Mapping[str, Check] = {
    "I1 capture-needs-printed": CAPTURE_NEEDS_PRINTED,
    "I2 printed-is-told": PRINTED_IS_TOLD,
    "I3 one-capture": ONE_CAPTURE,
    "I3 price-is-frozen": PRICE_IS_FROZEN,
    "I5 given-up-is-told": GIVEN_UP_IS_TOLD,
    "I8 numbers-are-gapless": numbers_are_gapless,
    "I8 audit-fits": audit_fits,
    "I9 nothing-after-void": NOTHING_AFTER_VOID,
}


def contradictions(c: Connection) -> dict[str, tuple[str, ...]]:
    """What contradicts which invariant; empty if all hold."""
    found = {name: check(c) for name, check in INVARIANTS.items()}
    return {name: what for name, what in found.items() if what}
