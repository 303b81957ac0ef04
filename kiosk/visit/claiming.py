"""The interrupted person: print it now, get the money back, or look an order up by its code.

Nothing is decided here but what may be asked for; whoever decides first is known to central alone.
"""

from dataclasses import replace

from kiosk.contract import messages as m
from kiosk.purchase.give_back import CHARGED
from kiosk.purchase.operation import NOT_PRINTED, PAID
from kiosk.purchase.order import PurchaseResult
from kiosk.station.capability import Service
from kiosk.visit.effects import ClaimPrint, FetchAccount, GiveBack, LookUpCode
from kiosk.visit.events import (
    AccountFetched,
    AskMoneyBack,
    Back,
    Continue,
    Event,
    Failed,
    GivenBack,
    OrderFound,
    Page,
    PrintNow,
    PurchaseEnded,
    PurchaseProgressed,
)
from kiosk.visit.state import (
    AccountStage,
    ClaimPrinting,
    Home,
    Identification,
    Interrupted,
    Resume,
    Step,
    Visit,
)
from kiosk.visit.typing_keys import type_text

CODE_LENGTH = 6
CODE_KEYS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""The letters of a recovery code; central gives no 0 O 1 I L."""


def can_decide(operation: m.UnfinishedOperation) -> bool:
    """There is something the person can do about it now."""
    return operation.can_print or operation.can_give_back


def open_operations(visit: Visit) -> tuple[m.UnfinishedOperation, ...]:
    """The account's open operations; those that can be decided about come first."""
    found = visit.account.unfinished if visit.account is not None else ()
    return tuple(sorted(found, key=lambda operation: not can_decide(operation)))


def shown_operation(visit: Visit, stage: Interrupted) -> m.UnfinishedOperation | None:
    """The operation that is on the screen: the one decided about, else the one turned to."""
    if stage.subject is not None:
        return stage.subject
    found = open_operations(visit)
    return found[min(stage.at, len(found) - 1)] if found else None


def interrupted(visit: Visit, stage: Interrupted, event: Event) -> Step:
    """One operation at a time; each way out of it is asked for once."""
    if isinstance(event, AccountFetched):
        return replace(visit, account=event.account).at(replace(stage, account_known=True)), ()
    match stage.step:
        case "choose":
            return _choose(visit, stage, event)
        case "sure":
            return _sure(visit, stage, event)
        case "asking":
            return _asking(visit, stage, event)
        case "told":
            return _told(visit, stage, event)


def _choose(visit: Visit, stage: Interrupted, event: Event) -> Step:
    operation = shown_operation(visit, stage)
    count = len(open_operations(visit))
    match event:
        case Page(delta=delta) if delta in (-1, 1):
            return visit.at(replace(stage, at=min(max(stage.at + delta, 0), count - 1))), ()
        case PrintNow() if operation is not None and may_print(visit, operation):
            visit = visit.asking()
            effect = ClaimPrint(visit.request, visit.token, operation)
            return visit.at(ClaimPrinting(operation)), (effect,)
        case AskMoneyBack() if operation is not None and operation.can_give_back:
            return visit.at(replace(stage, step="sure", subject=operation)), ()
        case Back():
            return visit.at(AccountStage(loading=False)), ()
        case _:
            return visit.at(stage), ()


def may_print(visit: Visit, operation: m.UnfinishedOperation) -> bool:
    """Central would let it be printed, and this machine has paper, printer and connection."""
    return operation.can_print and visit.station.can(Service.PRINT)


def _sure(visit: Visit, stage: Interrupted, event: Event) -> Step:
    """The code of a paper that may be out becomes worthless: that is asked once more."""
    match event:
        case AskMoneyBack() if stage.subject is not None:
            visit = visit.asking()
            effect = GiveBack(visit.request, visit.token, stage.subject.op_id)
            return visit.at(replace(stage, step="asking")), (effect,)
        case Back():
            return visit.at(replace(stage, step="choose", subject=None)), ()
        case _:
            return visit.at(stage), ()


def _asking(visit: Visit, stage: Interrupted, event: Event) -> Step:
    match event:
        case GivenBack(outcome=""):
            return _tell(visit, stage, "given_back")
        case GivenBack(outcome=outcome) if outcome == CHARGED:
            return _tell(visit, stage, "charged")
        case GivenBack(outcome="central-offline"):
            return _tell(visit, stage, "not_confirmed")
        case GivenBack(outcome=code) | Failed(code=code):
            return _tell(visit, stage, "refused", code)
        case _:
            return visit.at(stage), ()


def claim_printing(visit: Visit, stage: ClaimPrinting, event: Event) -> Step:
    """The machine works; nothing times out and nobody can stop it here."""
    told = Interrupted(subject=stage.operation)
    match event:
        case PurchaseProgressed(progress=progress):
            return visit.at(replace(stage, progress=progress)), ()
        case PurchaseEnded(result=result):
            word, reason = _how(result)
            return _tell(visit, told, word, reason)
        case Failed():
            # The runner itself failed: what is known is in the journal, and start-up settles it.
            return _tell(visit, told, "uncertain")
        case _:
            return visit.at(stage), ()


def _how(result: PurchaseResult) -> tuple[str, str]:
    """A claim's outcome in a word, and why nothing was printed."""
    (copy,) = result.copies
    if copy.state in PAID:
        return "printed", ""
    if copy.state in NOT_PRINTED:
        return "not_printed", copy.fault.value if copy.fault is not None else copy.trouble.value
    return "uncertain", ""


def _tell(visit: Visit, stage: Interrupted, word: str, reason: str = "") -> Step:
    """Say how it ended, and ask how the account stands now."""
    visit = visit.asking()
    told = replace(stage, step="told", told=word, reason=reason, account_known=False)
    return visit.at(told), (FetchAccount(visit.request, visit.token),)


def _told(visit: Visit, stage: Interrupted, event: Event) -> Step:
    match event:
        case Continue() if not stage.account_known:
            # Central has not answered: the account page asks again, and says so if it cannot.
            visit = visit.asking()
            return visit.at(AccountStage()), (FetchAccount(visit.request, visit.token),)
        case Continue() if any(can_decide(one) for one in open_operations(visit)):
            return visit.at(Interrupted(account_known=True)), ()
        case Continue():
            return visit.at(AccountStage(loading=False)), ()
        case _:
            return visit.at(stage), ()


def look_up(visit: Visit, stage: Resume, code: str) -> Step:
    """Ask how the order of this code stands; while central makes us wait, only show the code."""
    if visit.now_s < stage.wait_until_s:
        return visit.at(Resume(code, error=stage.error, wait_until_s=stage.wait_until_s)), ()
    visit = visit.asking()
    looking = Resume(code, wait_until_s=stage.wait_until_s, checking=True)
    return visit.at(looking), (LookUpCode(visit.request, code),)


def resume(visit: Visit, stage: Resume, event: Event) -> Step:
    """A code alone shows a state; whoever wants to act on it signs in."""
    match event:
        case _ if stage.checking:
            return _looking(visit, stage, event)
        case Continue() if stage.found is not None:
            return visit.at(Identification()), ()
        case Back() if stage.found is not None:
            return visit.at(Resume()), ()
        case Back():
            return visit.at(Home()), ()
        case Continue() if len(stage.typed) == CODE_LENGTH:
            return look_up(visit, stage, stage.typed)
        case _ if stage.found is None:
            typed = type_text(stage.typed, event, CODE_LENGTH).upper()
            if not set(typed) <= set(CODE_KEYS):
                typed = stage.typed
            error = stage.error if typed == stage.typed else ""
            return visit.at(replace(stage, typed=typed, error=error)), ()
        case _:
            return visit.at(stage), ()


def _looking(visit: Visit, stage: Resume, event: Event) -> Step:
    match event:
        case OrderFound(order=order):
            return visit.at(Resume(typed=stage.typed, found=order)), ()
        case Failed(code=code, retry_after_s=wait_s):
            wait_until_s = visit.now_s + wait_s if wait_s else 0.0
            return visit.at(Resume(stage.typed, error=code, wait_until_s=wait_until_s)), ()
        case _:
            return visit.at(stage), ()
