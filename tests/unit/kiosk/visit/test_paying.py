"""Confirming, printing, and what the person is told at the end."""

import pytest

from kiosk.contract.problems import ProblemCode
from kiosk.identity import IdType, PersonId
from kiosk.ports import PrinterFault, PrinterState
from kiosk.purchase.operation import State
from kiosk.purchase.order import CopyPhase, PurchaseProgress, Trouble
from kiosk.station.capability import Health, judge
from kiosk.visit import events as e
from kiosk.visit.effects import (
    FetchAccount,
    FetchCatalogue,
    OpenOrder,
    PrintReceiptOf,
    PrintSlip,
    StartPurchase,
)
from tests.support.visit import Walk, make_account, make_opened, make_result


def test_the_review_tells_before_and_after() -> None:
    body = Walk().to_certificates().send(e.Add("Cer1"), e.Continue()).view.body
    assert (body.total, body.balance_before, body.balance_after) == (
        "$12.100",
        "$100.000",
        "$87.900",
    )
    assert body.can_pay


def test_too_little_money_cannot_be_paid_with() -> None:
    walk = Walk().to_certificates(account=make_account(5_000)).send(e.Add("Cer1"), e.Continue())
    assert (walk.view.body.error, walk.view.body.can_pay) == ("insufficient-balance", False)
    assert walk.send(e.Pay()).view.body.stage == "review"


def test_a_printer_that_lost_its_paper_stops_the_payment() -> None:
    walk = Walk().to_certificates().send(e.Add("Cer1"), e.Continue())
    walk.station(judge(Health(PrinterState(PrinterFault.PAPER_OUT), central_online=True)))
    assert (walk.view.body.paper, walk.view.body.can_pay) == ("paper_out", False)
    assert walk.send(e.Pay()).view.body.stage == "review"


@pytest.mark.parametrize(
    ("left_mm", "paper", "pages"),
    [(620, "enough", 2), (619, "paper_short", 1), (None, "enough", 0)],
)
def test_an_order_that_the_roll_will_not_hold_is_not_sold(
    left_mm: int | None, paper: str, pages: int
) -> None:
    walk = Walk().to_certificates().send(e.Add("Cer1"), e.Add("Cer1"), e.Continue())
    health = Health(PrinterState(None), central_online=True, paper_left_mm=left_mm)
    walk.station(judge(health))
    body = walk.view.body
    assert (body.paper, body.can_pay, body.pages_fit) == (paper, paper == "enough", pages)
    assert walk.send(e.Pay()).view.body.stage == ("key" if body.can_pay else "review")


def test_paper_that_is_gone_while_the_key_is_typed_stops_the_payment() -> None:
    walk = Walk().to_key().type("4821")
    walk.station(judge(Health(PrinterState(None), central_online=True, paper_left_mm=305)))
    assert walk.send(e.Continue()).effects == ()
    assert (walk.view.body.stage, walk.view.body.paper) == ("review", "paper_short")


def test_the_prepaid_key_goes_out_once_and_is_forgotten() -> None:
    walk = Walk().to_key().type("4821").send(e.Continue())
    (effect,) = walk.effects
    assert isinstance(effect, OpenOrder)
    assert effect.prepaid_key == "4821"
    assert effect.account == PersonId(IdType.CC, "1990000001")
    assert "4821" not in repr(walk.visit)
    assert walk.send(e.Continue()).effects == ()


def test_a_wrong_prepaid_key_can_be_typed_again() -> None:
    walk = Walk().to_key().type("0").send(e.Continue())
    walk.answer(e.Failed(0, ProblemCode.PREPAID_KEY_INVALID))
    assert (walk.view.body.stage, walk.view.body.key.error) == ("key", "prepaid-key-invalid")
    assert walk.type("4821").send(e.Continue()).effects


def test_a_company_pays_with_its_nit_and_its_balance_stays_hidden() -> None:
    walk = Walk().to_certificates(account=make_account(0)).send(e.Add("Cer1"), e.Continue())
    walk.send(e.ChooseAccount()).type("9900000011").send(e.Continue())
    body = walk.view.body
    assert (body.stage, body.account, body.balance_before) == ("review", "990.000.001-1", "")
    assert body.can_pay


def test_who_has_no_account_is_not_offered_it() -> None:
    without = make_account(0, has_prepaid_account=False)
    walk = Walk().to_certificates(account=without).send(e.Add("Cer1"), e.Continue())
    assert walk.view.balance == ""
    assert (walk.view.body.error, walk.view.body.has_own_account) == ("no-account", False)


def test_a_wrong_check_digit_of_the_paying_account_is_refused() -> None:
    walk = Walk().to_certificates().send(e.Add("Cer1"), e.Continue(), e.ChooseAccount())
    walk.type("9900000016").send(e.Continue())
    assert (walk.view.body.stage, walk.view.body.account_error) == ("account", "check-digit")


def test_a_changed_price_leads_back_to_fresh_prices() -> None:
    walk = Walk().to_key().type("4821").send(e.Continue())
    walk.answer(e.Failed(0, ProblemCode.PRICE_CHANGED))
    assert isinstance(walk.effects[0], FetchCatalogue)
    assert walk.view.screen == "ChooseCertificates"
    assert walk.view.body.error == "price-changed"


def test_central_gone_before_the_order_charges_nothing_and_can_be_tried_again() -> None:
    walk = Walk().to_key().type("4821").send(e.Continue()).answer(e.Failed(0, "central-offline"))
    assert (walk.view.body.stage, walk.view.body.error) == ("review", "central-offline")
    assert walk.view.body.can_pay


def test_the_same_purchase_minutes_ago_is_a_question() -> None:
    walk = Walk().to_key().type("4821").send(e.Continue())
    walk.answer(e.OrderOpened(0, make_opened(recent=("Certificado 1",))))
    assert (walk.view.body.stage, walk.view.body.recent) == ("recent", ("Certificado 1",))
    assert isinstance(walk.send(e.BuyAnyway()).effects[0], StartPurchase)


def test_nothing_interrupts_the_printing_and_nothing_times_out() -> None:
    walk = Walk().to_printing()
    assert walk.view.screen == "Printing"
    walk.wait(3600).send(e.Finish(), e.Back())
    assert (walk.view.screen, walk.view.countdown_s) == ("Printing", 0)


def test_progress_comes_from_the_printer_and_names_what_it_waits_for() -> None:
    walk = Walk().to_printing()
    progress = PurchaseProgress((CopyPhase.PRINTING,), 0.4, 9, PrinterFault.PAPER_OUT)
    body = walk.answer(e.PurchaseProgressed(0, progress)).view.body
    assert (body.progress, body.remaining_s, body.waiting_for) == (0.4, 9, "paper_out")
    assert body.copies[0].phase == "printing"


def test_when_everything_came_out_the_balance_is_asked_for_anew() -> None:
    walk = Walk().to_printing().answer(e.PurchaseEnded(0, make_result(State.CAPTURED)))
    assert walk.view.screen == "Done"
    assert (walk.view.body.charged, walk.view.body.balance) == ("$12.100", "")
    assert isinstance(walk.effects[0], FetchAccount)
    walk.answer(e.AccountFetched(0, make_account(87_900)))
    assert walk.view.body.balance == "$87.900"


def test_printed_but_not_yet_reported_is_done_and_says_so() -> None:
    walk = (
        Walk().to_printing().answer(e.PurchaseEnded(0, make_result(State.PRINTED, settled=False)))
    )
    assert (walk.view.screen, walk.view.body.reporting) == ("Done", True)


@pytest.mark.parametrize(
    ("states", "settled", "money", "charged", "retry"),
    [
        ((State.VOIDED,), True, "not_charged", "$0", True),
        ((State.VOIDING,), False, "release_pending", "$0", True),
        ((State.CAPTURED, State.VOIDED), True, "charged_partly", "$12.100", False),
        ((State.CAPTURED, State.WAIT_PERSON), True, "held_unknown", "$12.100", False),
        ((State.WAIT_PERSON,), True, "held_unknown", "$0", False),
        ((State.DECLINED, State.VOIDED), True, "not_charged", "$0", True),
    ],
    ids=["voided", "void pending", "partly", "partly unknown", "unknown", "declined"],
)
def test_a_failure_says_what_happened_to_the_money(
    states: tuple[State, ...], settled: bool, money: str, charged: str, retry: bool
) -> None:
    result = make_result(*states, trouble=Trouble.PRINTER, settled=settled)
    walk = Walk().to_printing().answer(e.PurchaseEnded(0, result))
    is_open = money in ("held_unknown", "release_pending")
    assert (walk.view.body.recovery_code != "", walk.view.body.slip != "") == (is_open, is_open)
    if is_open:
        assert not walk.view.body.can_retry
        walk.answer(e.SlipEnded(0, ""))
    body = walk.view.body
    assert (body.money, body.charged, body.can_retry) == (money, charged, retry)


def test_what_stays_open_gets_a_slip_and_the_one_printer_is_waited_for() -> None:
    result = make_result(State.VOIDING, trouble=Trouble.CENTRAL_OFFLINE, settled=False)
    walk = Walk().to_printing().answer(e.PurchaseEnded(0, result))
    (slip,) = walk.effects
    assert isinstance(slip, PrintSlip)
    assert slip.order == result.order
    assert walk.send(e.Retry()).view.screen == "Failure"
    assert walk.wait(600).view.countdown_s == 0
    assert walk.answer(e.SlipEnded(0, "paper_out")).view.body.slip == "failed"
    assert walk.send(e.Retry()).view.screen == "Confirm"


def test_a_slip_that_breaks_is_a_slip_that_did_not_come() -> None:
    walk = Walk().to_printing().answer(e.PurchaseEnded(0, make_result(State.WAIT_PERSON)))
    assert walk.answer(e.Failed(0, ProblemCode.INTERNAL)).view.body.slip == "failed"


def test_trying_again_reviews_with_fresh_money() -> None:
    walk = Walk().to_printing()
    walk.answer(e.PurchaseEnded(0, make_result(State.VOIDED, trouble=Trouble.CENTRAL_OFFLINE)))
    assert walk.view.body.code == "NET-01"
    assert isinstance(walk.send(e.Retry()).effects[0], FetchAccount)
    walk.answer(e.AccountFetched(0, make_account(1_000)))
    assert (walk.view.screen, walk.view.body.can_pay) == ("Confirm", False)


def test_the_receipt_is_printed_once_and_a_failure_can_be_repeated() -> None:
    walk = Walk().to_printing().answer(e.PurchaseEnded(0, make_result(State.CAPTURED)))
    assert isinstance(walk.send(e.PrintReceipt()).effects[0], PrintReceiptOf)
    assert walk.send(e.PrintReceipt()).effects == ()
    walk.answer(e.ReceiptEnded(0, "paper_out"))
    assert (walk.view.body.receipt, walk.view.body.receipt_error) == ("failed", "paper_out")
    assert isinstance(walk.send(e.PrintReceipt()).effects[0], PrintReceiptOf)
    assert walk.answer(e.ReceiptEnded(0, "")).view.body.receipt == "printed"


def test_a_session_that_expired_ends_without_a_charge() -> None:
    walk = Walk().to_key().type("4821").send(e.Continue())
    walk.answer(e.Failed(0, ProblemCode.SESSION_EXPIRED))
    assert (walk.view.screen, walk.view.body.code) == ("Failure", "SES-01")
    assert walk.view.body.money == "not_charged"


def test_a_purchase_whose_end_nobody_saw_is_never_called_free() -> None:
    walk = Walk().to_printing().answer(e.Failed(0, ProblemCode.INTERNAL))
    body = walk.view.body
    assert (walk.view.screen, body.money, body.can_retry) == ("Failure", "held_unknown", False)
    assert (body.recovery_code, body.order_number) == ("K7MPQ2", "000123")
    assert walk.visit.cart == ()


def test_a_receipt_that_breaks_does_not_keep_the_person_on_the_screen() -> None:
    walk = Walk().to_printing().answer(e.PurchaseEnded(0, make_result(State.CAPTURED)))
    walk.send(e.PrintReceipt()).answer(e.Failed(0, ProblemCode.INTERNAL))
    assert (walk.view.body.receipt, walk.view.body.receipt_error) == ("failed", "internal")
    assert walk.wait(50).view.screen == "Attract"


def test_money_that_arrives_while_a_key_is_typed_is_shown_too() -> None:
    walk = Walk().to_printing()
    walk.answer(e.PurchaseEnded(0, make_result(State.VOIDED, trouble=Trouble.CENTRAL_OFFLINE)))
    walk.send(e.Retry(), e.Pay()).answer(e.AccountFetched(0, make_account(12_100)))
    assert (walk.view.body.stage, walk.view.body.balance_before) == ("key", "$12.100")


def test_leaving_while_the_order_is_opened_starts_nothing() -> None:
    walk = Walk().to_key().type("4821").send(e.Continue())
    late = e.OrderOpened(walk.visit.request, make_opened())
    assert walk.send(e.Finish()).closed_session
    assert walk.send(late).effects == ()
    assert walk.view.screen == "Attract"


def test_an_order_whose_token_ran_out_under_the_question_can_be_paid_again() -> None:
    walk = Walk().to_key().type("4821").send(e.Continue())
    walk.answer(e.OrderOpened(0, make_opened(recent=("Certificado 1",)))).send(e.BuyAnyway())
    walk.answer(e.PurchaseEnded(0, make_result(State.VOIDED, trouble=Trouble.TOKEN_EXPIRED)))
    body = walk.view.body
    assert (body.code, body.money, body.can_retry) == ("PAG-04", "not_charged", True)
    assert walk.send(e.Retry(), e.Pay()).view.body.stage == "key"
