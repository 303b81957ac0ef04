"""Does what a sale wants of the machine; everything else goes to the desk's own runner.

The machine has one printer: a receipt waits until the certificates are out, and the other way
round.
"""

import threading
from collections.abc import Callable
from contextlib import suppress

import structlog

from kiosk.ports import Executor
from kiosk.purchase.operation import State
from kiosk.purchase.order import PurchaseResult
from kiosk.purchase.order_of import order_of
from kiosk.staff.desk.copies.effects import PrintCopy
from kiosk.staff.desk.copies.press import CopyPress
from kiosk.staff.desk.effects import DeskEffect, Look, OwnEffect
from kiosk.staff.desk.events import DeskEvent, Failed, PaperEnded
from kiosk.staff.desk.sale.effects import PrintSale, PrintSaleReceipt, SaleEffect
from kiosk.staff.desk.sale.events import Queued, SaleEnded, SaleProgressed
from kiosk.store.failure import StoreFailed
from kiosk.visit.runner import Buys, PrintsReceipts

log = structlog.get_logger()
Emit = Callable[[DeskEvent], None]


class SaleRunner:
    """Runs the effects of a desk that sells."""

    def __init__(
        self,
        rest: Callable[[OwnEffect, Emit], None],
        purchaser: Buys,
        receipts: PrintsReceipts,
        new_id: Callable[[], str],
        executor: Executor,
        copies: CopyPress,
        printing: threading.Lock,
        tell: Callable[[], None],
        queued: Callable[[], int],
    ) -> None:
        """Wire it.

        Args:
            rest: runs every other effect.
            purchaser: the machine's engine.
            receipts: prints receipts of what it sold.
            new_id: names each copy.
            executor: where it is done.
            copies: prints certificates again.
            printing: held by whoever prints.
            tell: has central told soon how this machine's operations stand.
            queued: how many money messages wait to be sent.
        """
        self._rest = rest
        self._purchaser = purchaser
        self._receipts = receipts
        self._new_id = new_id
        self._executor = executor
        self._copies = copies
        self._printing = printing
        self._tell = tell
        self._queued = queued

    def __call__(self, effect: DeskEffect, emit: Emit) -> None:
        """Start one effect; its answer is emitted from another thread."""
        if isinstance(effect, SaleEffect):
            self._executor.submit(lambda: self._guarded(effect, emit))
        elif isinstance(effect, Look):
            self._executor.submit(lambda: self._look(effect, emit))
        else:
            self._rest(effect, emit)

    def _look(self, effect: Look, emit: Emit) -> None:
        """What this computer still owes central belongs to how the desk stands."""
        with suppress(StoreFailed):  # the disk is the news then
            emit(Queued(self._queued()))
        self._rest(effect, emit)

    def _guarded(self, effect: SaleEffect, emit: Emit) -> None:
        try:
            with self._printing:
                self._perform(effect, emit)
        except Exception:
            # The cashier must not wait for ever; what money did is in the journal.
            log.exception("sale_effect_failed", effect=type(effect).__name__)
            if isinstance(effect, PrintSaleReceipt):
                emit(PaperEnded(effect.paper, "internal", ""))
                return
            emit(Failed(effect.request, "internal"))
            raise  # money lies open: the crash guard has the desk started anew

    def _perform(self, effect: SaleEffect, emit: Emit) -> None:
        match effect:
            case PrintSale(request=request, opened=opened, cart=cart, is_free=is_free):
                result = self._purchaser.buy(
                    order_of(opened, cart, self._new_id, is_free=is_free),
                    lambda progress: emit(SaleProgressed(request, progress)),
                )
                self._told(result)
                emit(SaleEnded(request, result))
            case PrintCopy(request=request, sold=sold, copy_id=copy_id):
                result, file = self._copies(
                    sold, copy_id, lambda progress: emit(SaleProgressed(request, progress))
                )
                self._told(result)
                emit(SaleEnded(request, result, file))
            case PrintSaleReceipt(paper=paper, order=order, holder=holder):
                emit(PaperEnded(paper, self._receipts.print_receipt(order, holder), ""))

    def _told(self, result: PurchaseResult) -> None:
        """Central hears soon of what waits for a person."""
        if any(copy.state is State.WAIT_PERSON for copy in result.copies):
            self._tell()
