"""The blind close: what was counted is written down before anybody says what it should be."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.contract.staff import shifts as s
from kiosk.staff.desk import events as e
from kiosk.staff.desk.closing import piece, voucher
from kiosk.staff.desk.effects import PutOnPaper
from kiosk.staff.desk.state import DENOMINATIONS, VOUCHERS
from kiosk.visit.events import Back
from tests.support.desk import NOW, SHIFT, Counter, closed, unclear


def counting() -> Counter:
    return Counter().at_home().send(e.Go("close"))


counts = st.dictionaries(st.sampled_from(DENOMINATIONS), st.integers(0, 99_999))
sums = st.dictionaries(st.sampled_from(VOUCHERS), st.integers(0, 999_999_999))


@given(counts, sums)
def test_what_is_typed_is_what_is_sent(pieces: dict[int, int], vouchers: dict[str, int]) -> None:
    counter = counting()
    for denomination, count in pieces.items():
        counter.fill(piece(denomination), str(count))
    for form, pesos in vouchers.items():
        counter.fill(voucher(form), str(pesos))
    counter.enter().enter()
    message = counter.asked(s.CloseShift)
    told = {each.denomination: each.count for each in message.pieces}
    assert told == {each: count for each, count in pieces.items() if count}
    paid = {each.payment_form: each.pesos for each in message.vouchers}
    assert paid == {form: pesos for form, pesos in vouchers.items() if pesos}


def test_nothing_expected_is_there_before_the_count_is_written_down() -> None:
    counter = counting().fill(piece(50_000), "1")
    assert (counter.body.cash, counter.body.lines) == ("$50.000", ())
    counter.enter()
    assert (counter.body.stage, counter.body.lines) == ("sure", ())
    counter.send(Back()).fill(piece(50_000), "2")
    assert counter.body.cash == "$100.000"


def test_a_difference_is_explained_before_its_paper() -> None:
    counter = counting().enter().enter().replies(closed(50_000, 49_500))
    assert (counter.body.difference, counter.body.sign) == ("-$500", "short")
    assert counter.effects == ()
    counter.enter()
    assert counter.body.error == "reason-missing"
    counter.fill("reason", "una moneda bajo la bandeja").enter()
    assert counter.asked(s.ExplainShift).reason == "una moneda bajo la bandeja"
    counter.replies(closed(50_000, 49_500, explained="una moneda bajo la bandeja"))
    paper = counter.effect(PutOnPaper).data
    assert paper.explained == "una moneda bajo la bandeja"


def test_what_agrees_is_printed_at_once() -> None:
    counter = counting().fill(piece(50_000), "1").enter().enter().replies(closed(50_000, 50_000))
    assert counter.body.sign == "even"
    paper = counter.effect(PutOnPaper).data
    assert paper.pieces == ((50_000, 1),)
    assert paper.opened_at == SHIFT.opened_at


def test_forms_that_cancel_each_other_out_do_not_agree() -> None:
    over = s.CountedForm(payment_form="03", expected=0, counted=500, difference=500)
    short = s.CountedForm(payment_form="01", expected=500, counted=0, difference=-500)
    counter = counting().enter().enter().replies(closed(0, 0, forms=(short, over)))
    assert (counter.body.difference, counter.body.sign) == ("$0", "short")
    assert counter.body.must_explain


def test_a_close_with_unanswered_movements_says_so_on_screen_at_central_and_on_paper() -> None:
    counter = counting().send(e.UnclearChanged((unclear(9), unclear(8, "sofia"))))
    assert counter.body.unsent == 1
    counter.enter().enter()
    assert counter.asked(s.CloseShift).unsent == 1
    counter.replies(closed(0, 0, unsent=1))
    assert counter.effect(PutOnPaper).data.unsent == 1


def test_a_lost_answer_to_a_close_is_cleared_by_what_central_knows() -> None:
    counter = counting().enter().enter().fails("central-offline")
    assert (counter.body.stage, counter.body.error) == ("count", "central-offline")
    counter.enter().enter().fails("not-possible")  # it had been closed: none is open any more
    counter.answer(e.Looked(0, None, (), NOW))
    assert (counter.view.screen, counter.body.shift_open) == ("desk/Home", False)
