"""Runs a visit's effects on executor threads and turns what came of them into events.

Nothing is decided here: one effect is one call of a port, one answer is one event.
"""

from collections.abc import Callable
from typing import Protocol, TypeVar, assert_never

import structlog

from kiosk.contract import messages as m
from kiosk.contract.problems import Problem, ProblemCode
from kiosk.ports import Central, Executor, Ids, Offline
from kiosk.purchase.operation import State
from kiosk.purchase.order import Copy, Order, PurchaseProgress, PurchaseResult
from kiosk.purchase.order_of import order_of
from kiosk.visit.effects import (
    ClaimPrint,
    CloseSession,
    Effect,
    FetchAccount,
    FetchCatalogue,
    GiveBack,
    LookUpCode,
    OpenOrder,
    PrintReceiptOf,
    PrintSlip,
    SearchRegistrations,
    SignIn,
    StartPurchase,
)
from kiosk.visit.events import (
    AccountFetched,
    CatalogueFetched,
    Event,
    Failed,
    GivenBack,
    OrderFound,
    OrderOpened,
    PurchaseEnded,
    PurchaseProgressed,
    ReceiptEnded,
    RegistrationsFound,
    SignedIn,
    SlipEnded,
)

log = structlog.get_logger()
Emit = Callable[[Event], None]
T = TypeVar("T")


class Buys(Protocol):
    """The purchase engine, as a visit sees it."""

    def buy(self, order: Order, report: Callable[[PurchaseProgress], None]) -> PurchaseResult:
        """Hold, print, capture; returns when each copy's fate is known or waits for a person."""
        ...

    def claim(
        self,
        order: Order,
        of_op_id: str,
        session: str,
        report: Callable[[PurchaseProgress], None],
    ) -> PurchaseResult:
        """Print one interrupted operation; central charges that one."""
        ...


class GivesBack(Protocol):
    """Asks for the money of interrupted purchases, as a visit sees it."""

    def give_back(self, op_id: str, session: str) -> str:
        """Ask; the empty text means that the money is free, anything else says why not."""
        ...


class PrintsSlips(Protocol):
    """The printer of claim slips, as a visit sees it."""

    def print_slip(self, order: Order) -> str:
        """Print; the empty text means it came out, anything else is the reason why not."""
        ...


class PrintsReceipts(Protocol):
    """The receipt printer, as a visit sees it."""

    def print_receipt(self, order: Order, holder_mask: str) -> str:
        """Print; the empty text means it came out, anything else is the reason why not."""
        ...


class EffectRunner:
    """Starts effects on the executor; an effect that breaks is logged and answered as failed."""

    def __init__(
        self,
        *,
        central: Central,
        purchaser: Buys,
        receipts: PrintsReceipts,
        slips: PrintsSlips,
        refunds: GivesBack,
        ids: Ids,
        executor: Executor,
        tell: Callable[[], None] = lambda: None,
    ) -> None:
        """Everything it calls is passed in.

        ``tell`` is called when central should hear soon how this machine's operations stand: the
        person may be walking to another dispenser.
        """
        self._central = central
        self._purchaser = purchaser
        self._receipts = receipts
        self._slips = slips
        self._refunds = refunds
        self._tell = tell
        self._ids = ids
        self._executor = executor

    def __call__(self, effect: Effect, emit: Emit) -> None:
        """Start one effect; its answer is emitted from another thread."""
        self._executor.submit(lambda: self._guarded(effect, emit))

    def _guarded(self, effect: Effect, emit: Emit) -> None:
        try:
            self._perform(effect, emit)
        except Exception:
            # A bug must not leave the person before a screen that waits for ever: it is told as a
            # failure, and what money did is in the journal, which start-up recovery settles.
            log.exception("effect_failed", effect=type(effect).__name__)
            if not isinstance(effect, CloseSession):
                emit(Failed(effect.request, ProblemCode.INTERNAL))
            if isinstance(effect, StartPurchase | ClaimPrint):
                raise  # money lies open: the crash guard has the machine started anew

    def _perform(self, effect: Effect, emit: Emit) -> None:
        match effect:
            case SignIn(request=request, person=person, secure_key=key):
                number = person.number + person.check_digit
                message = m.OpenSession(id_type=person.id_type, id_number=number, secure_key=key)
                emit(_answer(request, self._central.open_session(message), SignedIn))
            case FetchAccount(request=request, session=session):
                account = self._central.account(m.FetchAccount(session=session))
                emit(_answer(request, account, AccountFetched))
            case SearchRegistrations(request=request, session=session) as wanted:
                search = m.SearchRegistrations(
                    session=session, text=wanted.text, page=wanted.page, page_size=wanted.rows
                )
                emit(_answer(request, self._central.search(search), RegistrationsFound))
            case FetchCatalogue(request=request, session=session, registration_number=number):
                fetch = m.FetchCatalogue(session=session, registration_number=number)
                emit(_answer(request, self._central.catalogue(fetch), CatalogueFetched))
            case OpenOrder(request=request):
                emit(
                    _answer(request, self._central.open_order(self._order_of(effect)), OrderOpened)
                )
            case StartPurchase(request=request, order=opened, cart=cart):
                result = self._purchaser.buy(
                    order_of(opened, cart, self._ids.new_id),
                    lambda progress: emit(PurchaseProgressed(request, progress)),
                )
                self._told(result)
                emit(PurchaseEnded(request, result))
            case ClaimPrint(request=request, session=session, operation=operation):
                result = self._purchaser.claim(
                    self._claim(operation),
                    operation.op_id,
                    session,
                    lambda progress: emit(PurchaseProgressed(request, progress)),
                )
                self._tell()
                emit(PurchaseEnded(request, result))
            case GiveBack(request=request, session=session, op_id=op_id):
                outcome = self._refunds.give_back(op_id, session)
                self._tell()
                emit(GivenBack(request, outcome))
            case LookUpCode(request=request, code=code):
                found = self._central.look_up_code(m.LookUpCode(code=code))
                emit(_answer(request, found, OrderFound))
            case PrintSlip(request=request, order=order):
                emit(SlipEnded(request, self._slips.print_slip(order)))
            case PrintReceiptOf(request=request, order=order, holder_mask=holder):
                emit(ReceiptEnded(request, self._receipts.print_receipt(order, holder)))
            case CloseSession(session=session):
                self._central.close_session(m.CloseSession(session=session))
            case _:
                assert_never(effect)

    def _told(self, result: PurchaseResult) -> None:
        if any(copy.state is State.WAIT_PERSON for copy in result.copies):
            self._tell()

    def _claim(self, operation: m.UnfinishedOperation) -> Order:
        """One free copy with an id of its own, under the names the person knows."""
        copy = Copy(
            op_id=self._ids.new_id(),
            registration_number=operation.registration_number,
            certificate_type=operation.certificate_type,
            copy_index=1,
            price_pesos=0,
            certificate_name=operation.certificate_name,
            registration_name=operation.registration_name,
        )
        return Order(
            order_id=self._ids.new_id(),
            order_number=operation.order_number,
            recovery_code=operation.recovery_code,
            purchase_token="",
            copies=(copy,),
        )

    def _order_of(self, effect: OpenOrder) -> m.OpenOrder:
        account = effect.account
        return m.OpenOrder(
            session=effect.session,
            order_id=self._ids.new_id(),
            account_id_type=account.id_type,
            account_id_number=account.number + account.check_digit,
            prepaid_key=effect.prepaid_key,
            lines=tuple(
                m.OrderLine(
                    registration_number=line.registration.number,
                    certificate_type=line.item.certificate_type,
                    quantity=line.quantity,
                    price=line.item.price,
                )
                for line in effect.cart
            ),
        )


def _answer(request: int, answer: T | Problem | Offline, event: Callable[[int, T], Event]) -> Event:
    match answer:
        case Offline():
            return Failed(request, "central-offline")
        case Problem(code=code, retry_after_s=retry_after_s):
            return Failed(request, code.value, retry_after_s or 0)
        case _:
            return event(request, answer)
