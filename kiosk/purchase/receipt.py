"""Prints the receipt of an order: central's cash receipt, or the voucher until it exists.

Central's numbered cash receipt, or the kiosk's own voucher until it exists.

No money depends on this paper.
"""

from kiosk.contract import messages as m
from kiosk.contract.documents import document_is_genuine
from kiosk.documents.model import Document, from_json
from kiosk.documents.voucher import CopyOutcome, VoucherData, VoucherLine, voucher
from kiosk.ports import Central, Clock, Printer
from kiosk.purchase.operation import State
from kiosk.purchase.order import Order
from kiosk.purchase.paper import print_paper
from kiosk.store import queries
from kiosk.store.failure import StoreFailed
from kiosk.store.journal import Journal
from kiosk.store.rows import Saved

_OUTCOMES: dict[State, CopyOutcome] = {
    State.PRINTED: "printed",
    State.CAPTURED: "printed",
    State.VOIDING: "released",
    State.VOIDED: "released",
    State.DECLINED: "released",
}


class ReceiptPrinter:
    """Prints receipts and vouchers of orders that this kiosk sold."""

    def __init__(
        self,
        *,
        journal: Journal,
        central: Central,
        printer: Printer,
        clock: Clock,
        central_key: str,
        chamber_name: str,
        kiosk_id: str,
        complaints: str = "",
        demonstration: bool = False,
    ) -> None:
        """Wire it; ``complaints`` is the chamber's channel for them, printed on the voucher."""
        self._journal = journal
        self._central = central
        self._printer = printer
        self._clock = clock
        self._central_key = central_key
        self._chamber_name = chamber_name
        self._kiosk_id = kiosk_id
        self._complaints = complaints
        self._demonstration = demonstration

    def print_receipt(self, order: Order, holder_mask: str) -> str:
        """Print it; the empty text means proved paper, anything else is the reason's code."""
        try:
            document = self._cash_receipt(order) or self._voucher(order, holder_mask)
        except ValueError:
            return "certificate-damaged"
        except StoreFailed:
            return "disk"
        return print_paper(self._journal, self._printer, document)

    def _cash_receipt(self, order: Order) -> Document | None:
        answer = self._central.receipt(m.FetchReceipt(order_id=order.order_id))
        if not isinstance(answer, m.Receipt):
            return None
        if not document_is_genuine(answer.document, self._central_key):
            return None
        return from_json(answer.document.content)

    def _voucher(self, order: Order, holder_mask: str) -> Document:
        saved = queries.operations_of_order(self._journal.store, order.order_id)
        return voucher(
            VoucherData(
                chamber_name=self._chamber_name,
                kiosk_id=self._kiosk_id,
                issued_at=self._clock.now(),
                order_number=order.order_number,
                recovery_code=order.recovery_code,
                holder_mask=holder_mask,
                lines=_lines(saved),
                complaints=self._complaints,
                demonstration=self._demonstration,
            )
        )


def _lines(saved: tuple[Saved, ...]) -> tuple[VoucherLine, ...]:
    """One line a certificate of a registration, with what became of each copy."""
    groups: dict[tuple[str, str], list[Saved]] = {}
    for one in saved:
        key = (one.copy.registration_number, one.copy.certificate_type)
        groups.setdefault(key, []).append(one)
    return tuple(
        VoucherLine(
            name=copies[0].copy.certificate_name,
            registration_number=number,
            price_pesos=copies[0].copy.price_pesos,
            outcomes=tuple(_OUTCOMES.get(copy.state, "pending") for copy in copies),
        )
        for (number, _), copies in groups.items()
    )
