"""What the printer's own counters say about a print nobody saw the end of.

Counters: Custom ``GS 0xE2`` (cuts), ``GS 0xE3`` (centimetres printed), ``GS 0xE4`` (retracts);
KPM216H manual p. 70-71, KPM210 manual p. 36.

| before → after                                          | verdict             |
|---------------------------------------------------------|---------------------|
| retracts +1                                             | PRINT_FAILED_CLEAN  |
| cuts +1 and the copy's whole length moved               | PRINTED             |
| nothing moved, and the buffer is proved empty           | PRINT_FAILED_CLEAN  |
| anything else, unreadable, or counters back at zero     | WAIT_PERSON         |
"""

from kiosk.ports import Clock, Counters, Printer
from kiosk.purchase import advice
from kiosk.purchase.operation import State
from kiosk.purchase.order import Trouble
from kiosk.store.journal import Journal
from kiosk.store.rows import Fields, Saved

_LENGTH_TOLERANCE_CM = 2
"""The counter counts whole centimetres, at both ends."""


def verdict(before: Counters, after: Counters | None, *, length_mm: int, cleared: bool) -> State:
    """Judge an uncertain print.

    Args:
        before: read before the first byte.
        after: read now; None if the printer does not tell.
        length_mm: how much paper the whole copy needs. A strip that was cut off short moved less.
        cleared: the printer's buffer is proved empty. Without it "nothing moved" may still change.

    >>> verdict(Counters(7, 100, 0), Counters(8, 130, 0), length_mm=300, cleared=True).value
    'PRINTED'
    >>> verdict(Counters(7, 100, 0), Counters(7, 100, 0), length_mm=300, cleared=False).value
    'WAIT_PERSON'
    """
    if after is None or _may_be_reset(after):
        return State.WAIT_PERSON
    cuts = _moved(before.cuts, after.cuts)
    printed_cm = _moved(before.printed_cm, after.printed_cm)
    retracts = _moved(before.retracts, after.retracts)
    if retracts == 1 and cleared:
        return State.PRINT_FAILED_CLEAN
    if retracts not in (None, 0):
        return State.WAIT_PERSON
    if cuts == 1 and (printed_cm is None or _is_whole(printed_cm, length_mm)):
        return State.PRINTED
    if cuts == 0 and printed_cm == 0 and cleared:
        return State.PRINT_FAILED_CLEAN
    return State.WAIT_PERSON


def settle_uncertain(
    journal: Journal, printer: Printer, clock: Clock, op: Saved
) -> tuple[Saved, bool]:
    """Empty the printer, read its counters, save the verdict.

    The buffer goes first: what is still in it must not come out after the verdict.

    Returns:
        The operation as it is now, and whether the printer is proved empty.
    """
    cleared = printer.clear()
    after = printer.counters() if printer.has_counters else None
    target = verdict(op.before, after, length_mm=op.length_mm, cleared=cleared)
    told = f"{op.evidence}; counters {_text(op.before)} -> {_text(after)}" if after else op.evidence
    fields: Fields = {"evidence": told}
    send = None
    if target is State.PRINTED:
        fields |= {"trouble": Trouble.NONE, "fault": None}
        send = advice.capture(op.op_id, clock.now(), told)
    return journal.go(op.op_id, target, fields=fields, send=send), cleared


def _moved(before: int | None, after: int | None) -> int | None:
    return None if before is None or after is None else after - before


def _is_whole(printed_cm: int, length_mm: int) -> bool:
    """The whole copy, and not much more: that would be somebody else's paper (a feed, a test page).

    Less is no copy: a strip that lacks its last lines may be cut when new paper is loaded.
    """
    wanted_cm = length_mm / 10
    more_cm = _LENGTH_TOLERANCE_CM + wanted_cm * 0.1
    return wanted_cm - _LENGTH_TOLERANCE_CM <= printed_cm <= wanted_cm + more_cm


def _may_be_reset(after: Counters) -> bool:
    """A printer that forgot its counters says what one says that never printed.

    Without this, paper would be taken for unprinted where the counters began at zero before, too.
    """
    return not after.cuts and not after.printed_cm


def _text(counters: Counters | None) -> str:
    if counters is None:
        return "unreadable"
    return f"{counters.cuts}/{counters.printed_cm}/{counters.retracts}"
