"""The paper of an interrupted person: recovery code, what is known, what is not, what to do."""

from collections.abc import Iterator

from kiosk.documents.claim_slip import ClaimData, claim_slip
from kiosk.ports import Clock, Printer
from kiosk.purchase.operation import NOT_PRINTED, PAID, State
from kiosk.purchase.order import CopyResult, Order
from kiosk.purchase.paper import print_paper
from kiosk.store import queries
from kiosk.store.failure import StoreFailed
from kiosk.store.journal import Journal
from kiosk.store.rows import Saved


def needs_slip(copies: tuple[CopyResult, ...]) -> bool:
    """True if something stays open: an undecided copy, or money that is on its way back."""
    return any(
        copy.state not in PAID and (copy.state not in NOT_PRINTED or not copy.settled)
        for copy in copies
    )


class SlipPrinter:
    """Prints claim slips of orders that this kiosk knows."""

    def __init__(
        self,
        *,
        journal: Journal,
        printer: Printer,
        clock: Clock,
        chamber_name: str,
        kiosk_id: str,
        complaints: str = "",
        demonstration: bool = False,
    ) -> None:
        """Wire it; ``complaints`` is the chamber's channel for them."""
        self._journal = journal
        self._printer = printer
        self._clock = clock
        self._chamber_name = chamber_name
        self._kiosk_id = kiosk_id
        self._complaints = complaints
        self._demonstration = demonstration

    def print_slip(self, order: Order) -> str:
        """Print it from what the journal knows; the empty text means proved paper.

        The printer is emptied first: what an interrupted copy left in its buffer must not come out
        on this paper.
        """
        try:
            saved = queries.operations_of_order(self._journal.store, order.order_id)
        except StoreFailed:
            return "disk"
        if not self._printer.clear():
            fault = self._printer.state().fault
            return fault.value if fault is not None else "printer"
        return print_paper(self._journal, self._printer, claim_slip(self._data(order, saved)))

    def _data(self, order: Order, saved: tuple[Saved, ...]) -> ClaimData:
        undecided = [op for op in saved if op.state not in (*PAID, State.VOIDED, State.DECLINED)]
        return ClaimData(
            chamber_name=self._chamber_name,
            kiosk_id=self._kiosk_id,
            printed_at=self._clock.now(),
            order_number=order.order_number,
            recovery_code=order.recovery_code,
            held_pesos=sum(op.copy.price_pesos for op in undecided),
            known=tuple(_known(saved)),
            unknown=tuple(_unknown(saved)),
            operation_numbers=tuple(op.op_id.rpartition("-")[2] for op in undecided),
            complaints=self._complaints,
            demonstration=self._demonstration,
        )


def _known(saved: tuple[Saved, ...]) -> Iterator[str]:
    for op in saved:
        if op.state in PAID:
            yield f"{_name(op)}: salió impreso y se cobró."
        elif op.state in (State.VOIDED, State.DECLINED):
            yield f"{_name(op)}: no se imprimió y no se cobró."
        elif op.state in NOT_PRINTED:
            yield f"{_name(op)}: no se imprimió. Su valor vuelve al saldo cuando haya conexión."
        else:
            yield f"{_name(op)}: se interrumpió durante la impresión. Todavía no se ha cobrado."


def _unknown(saved: tuple[Saved, ...]) -> Iterator[str]:
    for op in saved:
        if op.state not in (*PAID, *NOT_PRINTED):
            yield f"{_name(op)}: no sabemos si el papel salió completo."


def _name(op: Saved) -> str:
    return f"{op.copy.certificate_name} (copia {op.copy.copy_index})"
