"""Reviewing, paying, printing, and telling the truth about how it ended."""

from dataclasses import replace

from kiosk.contract import messages as m
from kiosk.contract.problems import ProblemCode
from kiosk.identity import IdType, InvalidId, PersonId, mask_id, parse_id
from kiosk.purchase.operation import NOT_PRINTED, PAID
from kiosk.purchase.order import PurchaseResult, Trouble
from kiosk.purchase.slip import needs_slip
from kiosk.visit.choosing import paper_of, refetch, refit, total_of
from kiosk.visit.effects import FetchAccount, OpenOrder, PrintReceiptOf, PrintSlip, StartPurchase
from kiosk.visit.events import (
    AccountFetched,
    Back,
    BuyAnyway,
    ChooseAccount,
    Continue,
    Event,
    Failed,
    OrderOpened,
    OwnAccount,
    Pay,
    PrintReceipt,
    PurchaseEnded,
    PurchaseProgressed,
    ReceiptEnded,
    Retry,
    SlipEnded,
)
from kiosk.visit.signing_in import ID_LENGTH_MAX
from kiosk.visit.state import Confirm, ConfirmStep, Done, Failure, Printing, Step, Typing, Visit
from kiosk.visit.typing_keys import type_secret, type_text

# Refusals that the person can mend without typing the key again: back to the review, with the
# reason.
_TO_REVIEW = {ProblemCode.INSUFFICIENT_BALANCE, ProblemCode.ACCOUNT_UNKNOWN, "central-offline"}
# Refusals that mean the cart is out of date: back to the certificates, with fresh prices.
_TO_CERTIFICATES = {ProblemCode.PRICE_CHANGED, ProblemCode.NOT_SOLD, ProblemCode.CART_TOO_LARGE}


def paying_account(visit: Visit, stage: Confirm) -> PersonId | None:
    """The account that pays: another one that was typed, else the own one if there is one."""
    if stage.account is not None:
        return stage.account
    own = visit.account
    if own is None or not own.has_prepaid_account:
        return None
    return PersonId(own.id_type, own.id_number, own.check_digit)


def can_pay(visit: Visit, stage: Confirm) -> bool:
    """Nothing is offered that cannot be delivered.

    An account with enough money, and a machine that can print all of it.
    """
    if paying_account(visit, stage) is None or not visit.cart or not visit.station.can_buy:
        return False
    if not visit.station.holds_paper_for(paper_of(visit.cart)):
        return False
    own = visit.account
    return stage.account is not None or (own is not None and own.available >= total_of(visit.cart))


def confirm(visit: Visit, stage: Confirm, event: Event) -> Step:
    """One stage of paying at a time; the account that was asked for is news in each of them."""
    if isinstance(event, AccountFetched):
        return replace(visit, account=event.account), ()
    if stage.key.checking:
        return _opening(visit, stage, event)
    match stage.step:
        case "review":
            return _review(visit, stage, event)
        case "account":
            return _other_account(visit, stage, event)
        case "key":
            return _prepaid_key(visit, stage, event)
        case "recent":
            return _again(visit, stage, event)


def _review(visit: Visit, stage: Confirm, event: Event) -> Step:
    match event:
        case ChooseAccount():
            return visit.at(replace(stage, step="account", error="")), ()
        case OwnAccount():
            return visit.at(replace(stage, account=None, error="")), ()
        case Pay() if can_pay(visit, stage):
            if visit.setup.require_prepaid_key:
                return visit.at(replace(stage, step="key", key=Typing(), error="")), ()
            return _open_order(visit, stage)
        case Back() if stage.back_to is not None:
            return refit(visit.at(stage.back_to))
        case _:
            return visit.at(stage), ()


def _other_account(visit: Visit, stage: Confirm, event: Event) -> Step:
    """Another holder's account, by NIT with its check digit."""
    match event:
        case Continue():
            try:
                account = parse_id(IdType.NIT, stage.typed_account)
            except InvalidId as invalid:
                return visit.at(replace(stage, account_error=invalid.code)), ()
            return visit.at(replace(stage, step="review", account=account, account_error="")), ()
        case OwnAccount():
            return visit.at(replace(stage, step="review", account=None, account_error="")), ()
        case Back():
            return visit.at(replace(stage, step="review", account_error="")), ()
        case _:
            typed = type_text(stage.typed_account, event, ID_LENGTH_MAX)
            if typed and not typed.isdigit():
                typed = stage.typed_account
            return visit.at(replace(stage, typed_account=typed, account_error="")), ()


def _prepaid_key(visit: Visit, stage: Confirm, event: Event) -> Step:
    match event:
        case Continue() if stage.key.text and visit.now_s >= stage.key.wait_until_s:
            return _open_order(visit, stage)
        case Back():
            return visit.at(replace(stage, step="review", key=Typing())), ()
        case _:
            return visit.at(replace(stage, key=type_secret(stage.key, event))), ()


def _open_order(visit: Visit, stage: Confirm) -> Step:
    account = paying_account(visit, stage)
    if not can_pay(visit, stage) or account is None:
        return visit.at(replace(stage, step="review", key=Typing())), ()
    visit = visit.asking()
    effect = OpenOrder(visit.request, visit.token, account, stage.key.text, visit.cart)
    return visit.at(replace(stage, key=Typing(checking=True))), (effect,)


def _opening(visit: Visit, stage: Confirm, event: Event) -> Step:
    match event:
        case OrderOpened(order=order) if order.recent_purchases:
            return visit.at(replace(stage, step="recent", key=Typing(), opened=order)), ()
        case OrderOpened(order=order):
            return _start(visit, replace(stage, key=Typing()), order)
        case Failed(code=code) if code in _TO_REVIEW:
            return visit.at(replace(stage, step="review", key=Typing(), error=code)), ()
        case Failed(code=code) if code in _TO_CERTIFICATES and stage.back_to is not None:
            return refetch(visit, stage.back_to, code)
        case Failed(code=code, retry_after_s=wait_s):
            wait_until_s = visit.now_s + wait_s if wait_s else 0.0
            step: ConfirmStep = "key" if visit.setup.require_prepaid_key else "review"
            key = Typing(error=code, wait_until_s=wait_until_s)
            return visit.at(replace(stage, step=step, key=key, error=code)), ()
        case _:
            return visit.at(stage), ()


def _again(visit: Visit, stage: Confirm, event: Event) -> Step:
    """The same certificate was bought minutes ago: a question, not a refusal."""
    match event:
        case BuyAnyway() if stage.opened is not None and visit.station.can_buy:
            return _start(visit, stage, stage.opened)
        case Back():
            return visit.at(replace(stage, step="review", opened=None)), ()
        case _:
            return visit.at(stage), ()


def _start(visit: Visit, stage: Confirm, order: m.OrderOpened) -> Step:
    visit = visit.asking()
    printing = Printing(order, replace(stage, step="review", opened=None, error=""))
    return visit.at(printing), (StartPurchase(visit.request, order, visit.cart),)


def printing(visit: Visit, stage: Printing, event: Event) -> Step:
    """The person cannot stop the machine here, and the machine does not leave the person here."""
    match event:
        case PurchaseProgressed(progress=progress):
            return visit.at(replace(stage, progress=progress)), ()
        case PurchaseEnded(result=result):
            return _ended(visit, stage, result)
        case Failed(code=code):
            # The runner itself failed: what is known is in the journal, and start-up recovery will
            # settle it. Here nobody knows what was charged, so nobody says "nothing".
            return replace(visit, cart=()).at(Failure(code, order=stage.order)), ()
        case _:
            return visit.at(stage), ()


def _ended(visit: Visit, stage: Printing, result: PurchaseResult) -> Step:
    if all(copy.state in PAID for copy in result.copies):
        visit = replace(visit.asking(), cart=())
        return visit.at(Done(result)), (FetchAccount(visit.request, visit.token),)
    worst = next(copy for copy in result.copies if copy.state not in PAID)
    nothing_out = all(copy.state in NOT_PRINTED for copy in result.copies)
    can_retry = nothing_out and worst.trouble is not Trouble.DISK
    retry = stage.confirm if can_retry else None
    cause = worst.fault.value if worst.fault is not None else worst.trouble.value
    if not nothing_out:
        visit = replace(visit, cart=())
    told = Failure(cause, result, worst.fault, retry)
    if not needs_slip(result.copies):
        return visit.at(told), ()
    visit = visit.asking()
    slip = PrintSlip(visit.request, result.order)
    return visit.at(replace(told, slip="printing")), (slip,)


def done(visit: Visit, stage: Done, event: Event) -> Step:
    """The receipt is offered once the certificates are out; none is a good answer too."""
    match event:
        case AccountFetched(account=account):
            return replace(visit, account=account).at(replace(stage, balance_known=True)), ()
        case PrintReceipt() if stage.receipt in ("offered", "failed"):
            visit = visit.asking()
            effect = PrintReceiptOf(visit.request, stage.result.order, _holder(visit))
            return visit.at(replace(stage, receipt="printing", receipt_error="")), (effect,)
        case ReceiptEnded(error=error):
            visit = visit.asking()
            after = replace(stage, receipt="failed" if error else "printed", receipt_error=error)
            return visit.at(after), (FetchAccount(visit.request, visit.token),)
        case Failed(code=code) if stage.receipt == "printing":
            return visit.at(replace(stage, receipt="failed", receipt_error=code)), ()
        case _:
            return visit.at(stage), ()


def _holder(visit: Visit) -> str:
    own = visit.account
    return mask_id(PersonId(own.id_type, own.id_number)) if own is not None else ""


def failure(visit: Visit, stage: Failure, event: Event) -> Step:
    """Trying again goes back to the review, with fresh money and a fresh order.

    Not while the slip is being printed: the machine has one printer.
    """
    match event:
        case SlipEnded(error=error):
            return visit.at(replace(stage, slip="failed" if error else "printed")), ()
        case Failed() if stage.slip == "printing":
            return visit.at(replace(stage, slip="failed")), ()
        case Retry() if (
            stage.retry is not None and visit.session is not None and stage.slip != "printing"
        ):
            visit = visit.asking()
            return visit.at(stage.retry), (FetchAccount(visit.request, visit.token),)
        case _:
            return visit.at(stage), ()
