"""Start-up: everything a crash left behind is named and brought on its way.

Each step is one of the protocol's own arrows, so a crash in here is recovered like any other.
"""

from dataclasses import dataclass

from kiosk.contract import messages as m
from kiosk.ports import Central, Clock, Ids, Printer
from kiosk.purchase import advice
from kiosk.purchase.evidence import settle_uncertain
from kiosk.purchase.limits import Limits
from kiosk.purchase.operation import State
from kiosk.purchase.order import Trouble
from kiosk.store import queries
from kiosk.store.journal import Journal
from kiosk.store.rows import Fields, Kind, Saved
from kiosk.sync.outbox import Outbox

AUDIT_ROWS_CHECKED = 500
"""The tail of the chain that every start verifies; ``dispensador audit verify`` reads all of it."""

_NOT_OURS = "unknown-here"


@dataclass(frozen=True)
class Recovery:
    """What start-up found and did.

    Attributes:
        boot_id: of this start.
        voided: copies that will never print; their money is on its way back.
        printed: uncertain copies the printer's evidence settled as printed.
        waiting: copies that wait for a person's word, those of earlier starts included.
        printer_is_clear: the printer's buffer is proved empty.
        incidents: operations that are not as both sides should see them.
        central_agreed: False if central did not answer; the heartbeat then asks later.
        broken_audit_row: where the audit chain does not fit; None if it does.
    """

    boot_id: str
    voided: tuple[str, ...]
    printed: tuple[str, ...]
    waiting: tuple[str, ...]
    printer_is_clear: bool
    incidents: tuple[str, ...]
    central_agreed: bool
    broken_audit_row: int | None


def recover(
    journal: Journal,
    outbox: Outbox,
    central: Central,
    printer: Printer,
    clock: Clock,
    ids: Ids,
    limits: Limits,
) -> Recovery:
    """Run the start-up order of the protocol; the store is open and of this version.

    Raises:
        StoreFailed: the disk; do not open for sale.
    """
    store = journal.store
    broken = queries.broken_audit_row(store, last=AUDIT_ROWS_CHECKED)
    boot_id = ids.new_id()
    journal.start_boot(boot_id)
    voided = [
        _void(journal, op)
        for op in queries.operations_in(store, State.INTENT, State.HELD, State.PRINT_FAILED_CLEAN)
    ]
    for op in queries.operations_in(store, State.PRINT_STARTED):
        fields: Fields = {
            "evidence": "the kiosk stopped while printing",
            "trouble": Trouble.PRINTER,
        }
        journal.go(op.op_id, State.UNCERTAIN, fields=fields)
    printed: list[str] = []
    uncertain = queries.operations_in(store, State.UNCERTAIN)
    is_clear = printer.clear() if not uncertain else False
    for op in uncertain:
        found, is_clear = settle_uncertain(journal, printer, clock, op)
        if found.state is State.PRINT_FAILED_CLEAN:
            voided.append(_void(journal, found))
        elif found.state is State.PRINTED:
            printed.append(found.op_id)
    outbox.drain(limits.drain_s)
    incidents = reconcile(journal, central)
    return Recovery(
        boot_id=boot_id,
        voided=tuple(voided),
        printed=tuple(printed),
        waiting=tuple(op.op_id for op in queries.operations_in(store, State.WAIT_PERSON)),
        printer_is_clear=is_clear,
        incidents=incidents or (),
        central_agreed=incidents is not None,
        broken_audit_row=broken,
    )


def reconcile(journal: Journal, central: Central) -> tuple[str, ...] | None:
    """Compare central's open operations with ours.

    What this disk never knew cannot print here: it is an incident and is voided. So is what ended
    here without paper but is still held there.

    Returns:
        The operations that were not as they should be; None without an answer.
    """
    reply = central.open_operations()
    if not isinstance(reply, m.OpenOperationsReply):
        return None
    odd: list[str] = []
    for theirs in reply.operations:
        ours = queries.find_operation(journal.store, theirs.op_id)
        if ours is None:
            if not queries.has_message(journal.store, theirs.op_id, Kind.VOID):
                send = advice.void(theirs.op_id, _NOT_OURS)
                journal.incident(_NOT_OURS, op_id=theirs.op_id, send=send)
            odd.append(theirs.op_id)
        elif ours.state in (State.VOIDED, State.DECLINED):
            send = advice.void(theirs.op_id, "ended-here")
            journal.incident("open-there-ended-here", op_id=theirs.op_id, send=send)
            odd.append(theirs.op_id)
        elif ours.state is State.CAPTURED:
            journal.incident("open-there-captured-here", op_id=theirs.op_id)
            odd.append(theirs.op_id)
    return tuple(odd)


def _void(journal: Journal, op: Saved) -> str:
    fields: Fields = {"evidence": op.evidence or "the kiosk restarted before printing"}
    journal.go(op.op_id, State.VOIDING, fields=fields, send=advice.void(op.op_id, "restarted"))
    return op.op_id
