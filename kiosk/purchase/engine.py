"""The purchase engine: hold → print → capture, each step saved before the next may happen.

``buy`` blocks and runs on an executor's thread. It never raises for what may happen in a hall;
whatever it returns, the store has the truth and ``kiosk.purchase.recovery`` can go on from there.
"""

from collections.abc import Callable

from kiosk.ports import Central, Clock, Printer
from kiosk.purchase import advice
from kiosk.purchase.authorising import Authoriser
from kiosk.purchase.limits import Limits, Wait
from kiosk.purchase.operation import State, may_go
from kiosk.purchase.order import Copy, Order, PurchaseProgress, PurchaseResult, Trouble
from kiosk.purchase.printing import Press
from kiosk.purchase.run import Run, Stop
from kiosk.store import queries
from kiosk.store.failure import StoreFailed
from kiosk.store.journal import Journal
from kiosk.store.ledger import Draft
from kiosk.store.rows import Fields
from kiosk.sync.outbox import Outbox


class Purchaser:
    """Buys one order at a time."""

    def __init__(
        self,
        *,
        journal: Journal,
        outbox: Outbox,
        central: Central,
        printer: Printer,
        clock: Clock,
        pause: Wait,
        limits: Limits,
        boot_id: str,
        central_key: str,
        printer_is_clear: bool,
    ) -> None:
        """Wire the engine.

        Args:
            journal: the store's writer.
            outbox: sends the saved money messages.
            central: asked for the state of a hold whose lease is old.
            printer: the one printer.
            clock: durations and leases.
            pause: waits between two rounds of asking.
            limits: the protocol's time limits.
            boot_id: of this start, from ``recover``.
            central_key: pinned at enrolment; signs certificates.
            printer_is_clear: what ``recover`` could prove about the printer's buffer.
        """
        self._journal = journal
        self._outbox = outbox
        self._clock = clock
        self._limits = limits
        self._boot_id = boot_id
        self._authoriser = Authoriser(journal, outbox, clock, pause, limits, boot_id, central_key)
        self._press = Press(
            journal,
            central,
            printer,
            clock,
            pause,
            limits,
            boot_id,
            printer_is_clear=printer_is_clear,
        )

    def buy(self, order: Order, report: Callable[[PurchaseProgress], None]) -> PurchaseResult:
        """Buy every copy of an open order, as far as money, paper and network allow.

        Args:
            order: as central opened it, with ids made for its copies.
            report: called on this thread whenever something visible changed.
        """
        return self._work(order, report, lambda copy: advice.authorise(order, copy))

    def claim(
        self,
        order: Order,
        of_op_id: str,
        session: str,
        report: Callable[[PurchaseProgress], None],
    ) -> PurchaseResult:
        """Print an interrupted operation, whichever kiosk sold it; central charges that one.

        Args:
            order: one free copy, with an id of its own, under the order number the person knows.
            of_op_id: the interrupted operation.
            session: of the person whose operation it is.
            report: called on this thread whenever something visible changed.
        """
        return self._work(order, report, lambda copy: advice.claim(copy, of_op_id, session))

    def reprint(
        self, order: Order, of_op_id: str, report: Callable[[PurchaseProgress], None]
    ) -> PurchaseResult:
        """Print a charged operation again as a copy that the staff allowed; nothing is charged.

        Args:
            order: one free copy, with the id it was allowed under, and the order number on it.
            of_op_id: the charged operation, whichever machine sold it.
            report: called on this thread whenever something visible changed.
        """
        return self._work(order, report, lambda copy: advice.reprint(copy, of_op_id))

    def _work(
        self,
        order: Order,
        report: Callable[[PurchaseProgress], None],
        first: Callable[[Copy], Draft],
    ) -> PurchaseResult:
        run = Run(order, self._clock, report, self._limits.mm_per_s)
        try:
            with self._outbox.reserved(run.op_ids):
                self._print(run, first)
        except StoreFailed:
            return run.result(Trouble.DISK)
        return run.result()

    def _print(self, run: Run, first: Callable[[Copy], Draft]) -> None:
        """Hold, print, capture; ``first`` is each copy's first message."""
        order = run.order
        run.note(*self._journal.begin(order, self._boot_id, first))
        stop = (
            self._authoriser.authorise(run) or self._press.check(run) or self._press.print_all(run)
        )
        if stop is not None:
            self._release(run, stop)
        self._outbox.deliver_now(run.op_ids, self._limits.settle_s)
        run.note(*queries.operations_of_order(self._journal.store, order.order_id))

    def _release(self, run: Run, stop: Stop) -> None:
        """Void whatever did not print; after this commit it never will."""
        fields: Fields = {"trouble": stop.trouble, "fault": stop.fault}
        for op_id in run.op_ids:
            state = run.saved[op_id].state
            if state is not State.WAIT_PERSON and may_go(state, State.VOIDING):
                send = advice.void(op_id, stop.trouble)
                run.note(self._journal.go(op_id, State.VOIDING, fields=fields, send=send))
