"""Bodies of the screens of paying, printing and the end."""

from kiosk.identity import IdType, format_id
from kiosk.money import format_pesos
from kiosk.ports import PrinterFault
from kiosk.purchase.operation import NOT_PRINTED, PAID
from kiosk.purchase.order import CopyPhase, CopyResult, PurchaseProgress, PurchaseResult
from kiosk.purchase.slip import needs_slip
from kiosk.visit.choosing import copies_in, pages_that_fit, paper_of, total_of
from kiosk.visit.effects import CartItem
from kiosk.visit.paying import can_pay, paying_account
from kiosk.visit.show_signing_in import key_entry
from kiosk.visit.state import Confirm, Done, Failure, Printing, Visit
from kiosk.visit.views import (
    CartLine,
    ConfirmBody,
    CopyLine,
    DoneBody,
    FailureBody,
    PrintingBody,
)
from kiosk.visit.wording import typed_id

# Stable codes that a person reads to the chamber on the telephone; docs/OPERATIONS lists them.
FAILURE_CODES = {
    PrinterFault.DISCONNECTED: "PRN-01",
    PrinterFault.PAPER_OUT: "PRN-02",
    PrinterFault.COVER_OPEN: "PRN-03",
    PrinterFault.PAPER_JAM: "PRN-04",
    PrinterFault.CUTTER_JAM: "PRN-05",
    PrinterFault.HEAD_HOT: "PRN-06",
    PrinterFault.PRESENTER: "PRN-07",
    PrinterFault.OFFLINE: "PRN-08",
    PrinterFault.UNKNOWN: "PRN-09",
    "printer": "PRN-10",
    PrinterFault.PAPER_SHORT: "PRN-11",
    "central-offline": "NET-01",
    "lease-lost": "NET-02",
    "insufficient-balance": "PAG-01",
    "price-changed": "PAG-02",
    "declined": "PAG-03",
    "token-expired": "PAG-04",
    "session-expired": "SES-01",
    "certificate-damaged": "DOC-01",
    "disk": "DSK-01",
}
UNLISTED_FAILURE = "GEN-01"


def confirm_body(visit: Visit, stage: Confirm) -> ConfirmBody:
    """What is bought, from whose money, and what is left of it."""
    total = total_of(visit.cart)
    own = visit.account
    own_pays = stage.account is None and own is not None and own.has_prepaid_account
    account = paying_account(visit, stage)
    available = own.available if own is not None and own_pays else None
    short = available is not None and available < total
    return ConfirmBody(
        stage=stage.step,
        lines=tuple(_cart_line(line) for line in visit.cart),
        count=copies_in(visit.cart),
        total=format_pesos(total),
        account=format_id(account) if account is not None and not own_pays else "",
        own_account=own_pays,
        balance_before=format_pesos(available) if available is not None else "",
        balance_after=format_pesos(available - total)
        if available is not None and not short
        else "",
        paper=_paper(visit),
        error=stage.error
        or ("insufficient-balance" if short else "")
        or ("no-account" if account is None else ""),
        can_pay=can_pay(visit, stage),
        key=key_entry(visit, stage.key),
        has_own_account=own is not None and own.has_prepaid_account,
        typed_account=typed_id(IdType.NIT, stage.typed_account),
        account_error=stage.account_error,
        recent=stage.opened.recent_purchases if stage.opened else (),
        pages_fit=pages_that_fit(visit.cart, visit.station.paper_left_mm or 0),
    )


def _paper(visit: Visit) -> str:
    """Whether this cart can be printed here and now."""
    station = visit.station
    if not station.can_buy:
        return station.buy_reason
    if not station.holds_paper_for(paper_of(visit.cart)):
        return PrinterFault.PAPER_SHORT.value
    return station.paper


def _cart_line(line: CartItem) -> CartLine:
    return CartLine(
        certificate=line.item.name,
        registration=line.registration.name,
        quantity=line.quantity,
        price=format_pesos(line.item.price),
        subtotal=format_pesos(line.item.price * line.quantity),
    )


def printing_body(visit: Visit, stage: Printing) -> PrintingBody:
    """Copy n of m, with the progress that the printer proved."""
    return printing(visit.cart, stage.progress)


def printing(cart: tuple[CartItem, ...], progress: PurchaseProgress | None) -> PrintingBody:
    """The same of any order that is being printed, before whoever it is."""
    names = [line.item.name for line in cart for _ in range(line.quantity)]
    totals = [line.quantity for line in cart for _ in range(line.quantity)]
    numbers = [index + 1 for line in cart for index in range(line.quantity)]
    phases = progress.phases if progress else (CopyPhase.AUTHORISING,) * len(names)
    finished = sum(
        phase in (CopyPhase.PRINTED, CopyPhase.RELEASED, CopyPhase.UNCERTAIN) for phase in phases
    )
    return PrintingBody(
        copies=tuple(
            CopyLine(name, number, of, phase.value)
            for name, number, of, phase in zip(names, numbers, totals, phases, strict=True)
        ),
        current=min(finished + 1, len(names)),
        total=len(names),
        progress=progress.fraction if progress else 0.0,
        remaining_s=progress.remaining_s if progress else 0,
        waiting_for=progress.waiting_for.value if progress and progress.waiting_for else "",
    )


def copy_lines(result: PurchaseResult) -> tuple[CopyLine, ...]:
    """Per copy: printed and charged, released, or not known yet."""
    of: dict[tuple[str, str], int] = {}
    for outcome in result.copies:
        key = (outcome.copy.registration_number, outcome.copy.certificate_type)
        of[key] = of.get(key, 0) + 1
    return tuple(
        CopyLine(
            certificate=outcome.copy.certificate_name,
            copy_number=outcome.copy.copy_index,
            copies=of[(outcome.copy.registration_number, outcome.copy.certificate_type)],
            phase=_phase(outcome).value,
            price=format_pesos(outcome.copy.price_pesos),
        )
        for outcome in result.copies
    )


def _phase(outcome: CopyResult) -> CopyPhase:
    if outcome.state in PAID:
        return CopyPhase.PRINTED
    if outcome.state in NOT_PRINTED:
        return CopyPhase.RELEASED
    return CopyPhase.UNCERTAIN


def done_body(visit: Visit, stage: Done) -> DoneBody:
    """What came out, what it cost, and what is left."""
    result = stage.result
    known = stage.balance_known and visit.account is not None and visit.account.has_prepaid_account
    return DoneBody(
        copies=copy_lines(result),
        printed=sum(outcome.state in PAID for outcome in result.copies),
        charged=format_pesos(result.charged_pesos),
        released="",
        balance=format_pesos(visit.account.available) if known and visit.account else "",
        reporting=not all(outcome.settled for outcome in result.copies),
        receipt=stage.receipt,
        receipt_error=stage.receipt_error,
        order_number=result.order.order_number,
    )


def failure_body(visit: Visit, stage: Failure) -> FailureBody:
    """What is known, what is not, and what happened to the money."""
    result = stage.result
    order = result.order if result else stage.order
    is_open = result is not None and needs_slip(result.copies)
    return FailureBody(
        code=FAILURE_CODES.get(stage.fault or stage.cause, UNLISTED_FAILURE),
        cause=stage.cause,
        money=_money(stage),
        charged=format_pesos(result.charged_pesos) if result else format_pesos(0),
        copies=copy_lines(result) if result else (),
        recovery_code=order.recovery_code if order and (is_open or not result) else "",
        order_number=order.order_number if order else "",
        operation=_first_trouble(result).copy.op_id if result else "",
        phone=visit.setup.phone,
        can_retry=stage.retry is not None and visit.station.can_buy and stage.slip != "printing",
        slip=stage.slip,
    )


def _first_trouble(result: PurchaseResult) -> CopyResult:
    return next((o for o in result.copies if o.state not in PAID), result.copies[0])


def _money(stage: Failure) -> str:
    result = stage.result
    if result is None:
        return "not_charged" if stage.order is None else "held_unknown"
    phases = {_phase(outcome) for outcome in result.copies}
    if CopyPhase.UNCERTAIN in phases:
        return "held_unknown"
    if CopyPhase.PRINTED in phases:
        return "charged_partly"
    if all(outcome.settled for outcome in result.copies):
        return "not_charged"
    return "release_pending"
