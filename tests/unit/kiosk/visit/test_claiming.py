"""The interrupted person: what is offered, asked once, and told; codes alone show, never act."""

from dataclasses import replace

import pytest

from kiosk.contract import messages as m
from kiosk.contract.problems import ProblemCode
from kiosk.ports import PrinterFault, PrinterState
from kiosk.purchase.operation import State
from kiosk.purchase.order import CopyPhase, PurchaseProgress, PurchaseResult, Trouble
from kiosk.station.capability import Health, judge
from kiosk.visit import events as e
from kiosk.visit.effects import ClaimPrint, CloseSession, FetchAccount, GiveBack, LookUpCode
from tests.support.visit import NOW, ORDER_ID, WORKING, Walk, make_account, make_result

PAPERLESS = judge(Health(PrinterState(PrinterFault.PAPER_OUT), central_online=True))
OFFLINE = judge(Health(PrinterState(None), central_online=False))


def operation(
    standing: str = "waiting",
    number: int = 1,
    *,
    can_print: bool = True,
    can_give_back: bool = True,
) -> m.UnfinishedOperation:
    return m.UnfinishedOperation(
        op_id=f"01900000-0000-7000-8000-{number:012d}",
        certificate_name=f"Certificado {number}",
        registration_name="EL NOGAL",
        amount=12_100,
        state="HELD",
        recovery_code="K7MPQ2",
        opened_at=NOW,
        standing=standing,
        can_print=can_print,
        can_give_back=can_give_back,
        point_of_sale="K01",
        order_number="000123",
    )


def account(*unfinished: m.UnfinishedOperation) -> m.Account:
    return make_account(held=12_100 * len(unfinished), unfinished=unfinished)


def at_screen_12(*unfinished: m.UnfinishedOperation) -> Walk:
    return Walk().to_account(account(*(unfinished or (operation(),))))


def ended(state: State, trouble: Trouble = Trouble.NONE) -> PurchaseResult:
    return make_result(state, trouble=trouble)


def test_whoever_was_interrupted_sees_it_first_and_once() -> None:
    walk = at_screen_12()
    body = walk.view.body
    assert (walk.view.screen, body.stage, body.line.recovery_code) == (
        "Interrupted",
        "choose",
        "K7MPQ2",
    )
    assert (body.can_print, body.can_give_back, body.place) == (True, True, "K01")
    assert walk.send(e.Back()).view.screen == "Account"
    walk.send(e.Buy(), e.Back()).answer(e.AccountFetched(0, account(operation())))
    assert walk.view.screen == "Account"
    assert walk.send(e.OpenUnfinished()).view.screen == "Interrupted"


@pytest.mark.parametrize("standing", ["working", "claimed", "decided"])
def test_what_cannot_be_decided_now_is_told_on_the_account(standing: str) -> None:
    walk = at_screen_12(operation(standing, can_print=False, can_give_back=False))
    assert walk.view.screen == "Account"
    assert walk.view.body.unfinished[0].state == standing
    body = walk.send(e.OpenUnfinished()).view.body
    assert (body.can_print, body.can_give_back) == (False, False)
    assert walk.send(e.PrintNow()).effects == ()
    assert walk.send(e.AskMoneyBack()).view.body.stage == "choose"


def test_several_are_turned_over_those_to_decide_first() -> None:
    walk = at_screen_12(
        operation("working", 1, can_print=False, can_give_back=False), operation("waiting", 2)
    )
    assert (walk.view.body.line.certificate, walk.view.body.pages) == ("Certificado 2", 2)
    assert walk.send(e.Page(1)).view.body.line.certificate == "Certificado 1"
    assert walk.send(e.Page(1)).view.body.page == 2
    assert walk.send(e.Page(-1), e.Page(-1)).view.body.page == 1


def test_printing_asks_once_and_shows_the_printer_at_work() -> None:
    walk = at_screen_12().send(e.PrintNow())
    (effect,) = walk.effects
    assert isinstance(effect, ClaimPrint)
    assert effect.operation == operation()
    assert walk.send(e.PrintNow()).effects == ()
    assert walk.send(e.Finish()).view.screen == "Printing"
    assert (walk.view.can_finish, walk.view.can_go_back) == (False, False)
    assert walk.wait(4_000).view.countdown_s == 0
    progress = PurchaseProgress((CopyPhase.PRINTING,), 0.5, 3)
    body = walk.answer(e.PurchaseProgressed(0, progress)).view.body
    assert (body.copies[0].phase, body.progress) == ("printing", 0.5)


@pytest.mark.parametrize(
    ("state", "trouble", "told", "reason"),
    [
        (State.CAPTURED, Trouble.NONE, "printed", ""),
        (State.PRINTED, Trouble.NONE, "printed", ""),
        (State.WAIT_PERSON, Trouble.PRINTER, "uncertain", ""),
        (State.VOIDED, Trouble.PRINTER, "not_printed", "printer"),
        (State.HELD, Trouble.DISK, "not_printed", "disk"),
        (State.VOIDING, Trouble.ALREADY_DECIDED, "not_printed", "already-decided"),
    ],
)
def test_a_print_says_how_it_ended(state: State, trouble: Trouble, told: str, reason: str) -> None:
    walk = at_screen_12().send(e.PrintNow()).answer(e.PurchaseEnded(0, ended(state, trouble)))
    assert isinstance(walk.effects[0], FetchAccount)
    body = walk.view.body
    assert (body.stage, body.told, body.balance) == ("told", told, "")
    assert body.reason == (reason if told == "not_printed" else "")
    walk.answer(e.AccountFetched(0, make_account(87_900)))
    assert walk.view.body.balance == "$87.900"
    assert walk.send(e.Continue()).view.screen == "Account"


def test_a_print_that_breaks_in_the_machine_is_not_called_undone() -> None:
    walk = at_screen_12().send(e.PrintNow()).answer(e.Failed(0, ProblemCode.INTERNAL))
    assert walk.view.body.told == "uncertain"


def test_a_print_that_did_not_come_offers_both_ways_again() -> None:
    walk = at_screen_12().send(e.PrintNow())
    walk.answer(e.PurchaseEnded(0, ended(State.VOIDED, Trouble.PRINTER)))
    walk.answer(e.AccountFetched(0, account(operation()))).send(e.Continue())
    assert (walk.view.screen, walk.view.body.stage) == ("Interrupted", "choose")
    assert walk.view.body.can_give_back


def test_the_money_is_asked_for_twice_and_sent_once() -> None:
    walk = at_screen_12().send(e.AskMoneyBack())
    assert (walk.view.body.stage, walk.effects) == ("sure", ())
    assert walk.send(e.Back()).view.body.stage == "choose"
    walk.send(e.AskMoneyBack(), e.AskMoneyBack())
    (effect,) = walk.effects
    assert isinstance(effect, GiveBack)
    assert effect.op_id == operation().op_id
    assert walk.send(e.AskMoneyBack()).effects == ()
    assert walk.send(e.Back()).view.body.stage == "asking"
    assert walk.wait(4_000).view.countdown_s == 0


@pytest.mark.parametrize(
    ("outcome", "told", "reason"),
    [
        ("", "given_back", ""),
        ("charged", "charged", ""),
        ("central-offline", "not_confirmed", ""),
        ("already-decided", "refused", "already-decided"),
        ("session-expired", "refused", "session-expired"),
    ],
)
def test_the_answer_about_the_money_is_told(outcome: str, told: str, reason: str) -> None:
    walk = at_screen_12().send(e.AskMoneyBack(), e.AskMoneyBack())
    walk.answer(e.GivenBack(0, outcome))
    assert (walk.view.body.told, walk.view.body.reason) == (told, reason)


def test_what_was_told_stays_when_the_account_cannot_be_asked_or_the_session_ends() -> None:
    walk = at_screen_12().send(e.AskMoneyBack(), e.AskMoneyBack()).answer(e.GivenBack(0, ""))
    walk.answer(e.Failed(0, ProblemCode.SESSION_EXPIRED))
    assert (walk.view.screen, walk.view.body.told) == ("Interrupted", "given_back")
    walk.visit = replace(walk.visit, signed_in_s=walk.now_s - 5_000)
    assert walk.wait(1).view.body.told == "given_back"
    assert isinstance(walk.send(e.Continue()).effects[0], FetchAccount)


def test_without_paper_only_the_money_is_offered_with_the_reason() -> None:
    walk = at_screen_12().station(PAPERLESS)
    body = walk.view.body
    assert (body.can_print, body.print_reason, body.can_give_back) == (False, "paper_out", True)
    assert walk.send(e.PrintNow()).effects == ()
    assert walk.station(WORKING).view.body.can_print


def test_a_silent_kiosk_leaves_only_the_money() -> None:
    body = at_screen_12(operation("silent", can_print=False)).view.body
    assert (body.can_print, body.print_reason, body.can_give_back) == (False, "", True)


def test_leaving_wipes_everything() -> None:
    walk = at_screen_12().send(e.AskMoneyBack(), e.Finish())
    assert walk.view.screen == "Attract"
    assert isinstance(walk.effects[0], CloseSession)
    assert "K7MPQ2" not in repr(walk.visit)


# By code


def found(*standings: str) -> m.FoundOrder:
    return m.FoundOrder(
        order_number="000123",
        opened_at=NOW,
        point_of_sale="K01",
        copies=tuple(m.FoundCopy(certificate_name="Certificado", standing=s) for s in standings),
    )


def at_screen_13(typed: str = "") -> Walk:
    return Walk().send(e.Start(), e.Choose("resume")).type(typed)


def test_a_code_is_typed_without_look_alikes_in_either_case() -> None:
    walk = at_screen_13("k7m0O1iIlLpq2x")
    assert (walk.view.screen, walk.view.body.typed) == ("Resume", "K7MPQ2")
    assert walk.view.body.can_continue
    walk.send(e.Erase())
    assert (walk.view.body.typed, walk.view.body.can_continue) == ("K7MPQ", False)
    assert walk.send(e.Continue()).effects == ()


def test_a_code_alone_shows_a_state_and_acting_needs_a_sign_in() -> None:
    walk = at_screen_13("K7MPQ2").send(e.Continue())
    assert walk.effects == (LookUpCode(walk.visit.request, "K7MPQ2"),)
    assert walk.send(e.Continue(), e.Back()).effects == ()
    assert walk.view.busy
    body = walk.answer(e.OrderFound(0, found("charged", "waiting"))).view.body
    assert [line.state for line in body.copies] == ["charged", "waiting"]
    assert (body.order_number, body.place) == ("000123", "K01")
    assert walk.send(e.PrintNow(), e.AskMoneyBack()).view.screen == "Resume"
    assert walk.send(e.Continue()).view.screen == "Identification"


def test_an_unknown_code_and_a_wait_are_told() -> None:
    walk = at_screen_13("ZZZZZZ").send(e.Continue()).answer(e.Failed(0, ProblemCode.NOT_FOUND))
    assert walk.view.body.error == "not-found"
    walk.send(e.Continue()).answer(e.Failed(0, ProblemCode.THROTTLED, 15))
    assert (walk.view.body.error, walk.view.body.wait_s) == ("throttled", 15)
    assert walk.send(e.Continue()).effects == ()
    assert walk.wait(15).view.body.wait_s == 0
    assert isinstance(walk.send(e.Continue()).effects[0], LookUpCode)


def test_back_from_a_code_types_another_and_then_goes_home() -> None:
    walk = at_screen_13("K7MPQ2").send(e.Continue()).answer(e.OrderFound(0, found("charged")))
    assert (walk.send(e.Back()).view.body.typed, walk.view.screen) == ("", "Resume")
    assert walk.send(e.Back()).view.screen == "Home"


def test_without_central_nothing_can_be_resumed_and_home_says_why() -> None:
    walk = Walk().send(e.Start()).station(OFFLINE)
    tile = walk.view.body.actions[2]
    assert (tile.code, tile.enabled, tile.reason) == ("resume", False, "central-offline")
    assert walk.send(e.Choose("resume")).view.screen == "Home"


def test_orders_of_others_do_not_reach_a_new_visit() -> None:
    walk = at_screen_13("K7MPQ2").send(e.Continue())
    stale = walk.visit.request
    walk.send(e.Finish(), e.OrderFound(stale, found("waiting")))
    assert walk.view.screen == "Attract"
    assert ORDER_ID not in repr(walk.visit)
