"""From the idle screen to the account."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from kiosk.contract.opening_hours import BOGOTA, read_hours
from kiosk.contract.problems import ProblemCode
from kiosk.identity import IdType, PersonId
from kiosk.ports import PrinterFault, PrinterState
from kiosk.station.capability import Capabilities, Health, judge
from kiosk.station.opening import Closed
from kiosk.visit import events as e
from kiosk.visit.effects import CloseSession, FetchAccount, SignIn
from kiosk.visit.state import Setup, begin
from tests.support.visit import SESSION, Walk, make_account


def test_a_touch_leads_home_where_only_what_is_built_is_offered() -> None:
    walk = Walk().send(e.Start())
    assert walk.view.screen == "Home"
    assert [action.code for action in walk.view.body.actions] == ["buy", "balance", "resume"]


def test_without_paper_the_balance_is_still_offered_and_buying_says_why_not() -> None:
    walk = Walk().station(judge(Health(PrinterState(PrinterFault.PAPER_OUT), central_online=True)))
    assert walk.view.screen == "Attract"
    assert walk.view.body.paper == "out"
    buy, balance, resume = walk.send(e.Start()).view.body.actions
    assert (buy.enabled, buy.reason) == (False, "paper_out")
    assert (balance.enabled, resume.enabled) == (True, True)
    assert walk.send(e.Choose("buy")).view.screen == "Home"
    assert walk.send(e.Choose("balance")).view.screen == "Identification"


def test_without_central_nobody_is_taken_in_and_the_screen_clears_itself() -> None:
    down = judge(Health(PrinterState(None), central_online=False))
    walk = Walk().station(down)
    assert walk.view.screen == "Unavailable"
    assert walk.view.body.part == "central"
    assert walk.send(e.Start()).view.screen == "Unavailable"
    assert walk.station(judge(Health(PrinterState(None), True))).view.screen == "Attract"


CLOSED = Closed(
    date(2026, 11, 21),
    datetime(2026, 11, 23, 8, tzinfo=BOGOTA),
    read_hours("lu-vi 8:00-17:00").week,
)


def closed(**facts: object) -> Capabilities:
    health = Health(PrinterState(None), central_online=True, closed=CLOSED)
    return judge(replace(health, **facts))  # type: ignore[arg-type]


def test_outside_the_hours_nobody_is_taken_in_and_is_told_when_and_where_else() -> None:
    setup = Setup("Cámara", phone="111", elsewhere={"es": "Sede Norte"})
    walk = Walk(begin(setup, closed()))
    body = walk.send(e.Start()).view.body
    assert (walk.view.screen, walk.effects) == ("Closed", ())
    assert body.opens.replace("\N{NO-BREAK SPACE}", " ") == (
        "el lunes 23 de noviembre a las 8:00 a. m."
    )
    assert [line.days for line in body.week] == ["Lunes a viernes", "Sábado a domingo"]
    assert (body.elsewhere, body.phone) == ("Sede Norte", "111")
    assert walk.send(e.SetLanguage("en")).view.body.opens.startswith("on Monday, November 23")
    assert walk.station(judge(Health(PrinterState(None), True))).view.screen == "Attract"


def test_a_closed_machine_says_so_even_when_a_part_is_broken() -> None:
    assert Walk().station(closed(central_online=False)).view.screen == "Closed"


def test_who_has_begun_goes_on_when_it_closes_and_the_next_one_does_not() -> None:
    walk = Walk().to_certificates().send(e.Add("Cer1"), e.Continue()).station(closed())
    assert walk.view.screen == "Confirm"
    assert walk.view.body.can_pay
    assert walk.send(e.Finish()).view.screen == "Closed"


def test_the_typed_number_gets_dots_and_is_parsed_once() -> None:
    walk = Walk().send(e.Start(), e.Choose("buy")).type("1990000001")
    assert walk.view.body.typed == "1.990.000.001"
    walk.send(e.Continue()).type("secreta").send(e.Continue())
    (effect,) = walk.effects
    assert effect == SignIn(walk.visit.request, PersonId(IdType.CC, "1990000001"), "secreta")


def test_a_wrong_check_digit_is_explained_and_stays_on_the_screen() -> None:
    walk = Walk().send(e.Start(), e.Choose("buy"), e.SetIdType("NIT")).type("9900000016")
    walk.send(e.Continue())
    assert walk.view.screen == "Identification"
    assert walk.view.body.error == "check-digit"
    assert walk.send(e.Erase()).view.body.error == ""


@pytest.mark.parametrize("typed", ["", "12"], ids=["nothing", "too short"])
def test_an_impossible_number_goes_nowhere(typed: str) -> None:
    walk = Walk().send(e.Start(), e.Choose("buy")).type(typed).send(e.Continue())
    assert walk.view.screen == "Identification"
    assert walk.effects == ()


def test_letters_do_not_enter_a_number_of_digits() -> None:
    assert Walk().send(e.Start(), e.Choose("buy")).type("12a3").view.body.typed == "123"


def test_the_key_is_dots_and_is_forgotten_when_it_is_sent() -> None:
    walk = Walk().to_secure_key().type("ab").send(e.Shift()).type("c")
    assert (walk.view.body.key.length, walk.view.body.key.shown) == (3, "")
    assert walk.send(e.Show(on=True)).view.body.key.shown == "abC"
    assert walk.send(e.Show(on=False)).view.body.key.shown == ""
    walk.send(e.Continue())
    assert "abC" not in repr(walk.visit)
    assert walk.view.busy


def test_a_second_tap_on_continue_sends_nothing() -> None:
    walk = Walk().to_secure_key().type("abc").send(e.Continue())
    assert len(walk.effects) == 1
    assert walk.send(e.Continue()).effects == ()


def test_a_wrong_key_says_so_and_a_throttle_counts_down() -> None:
    walk = Walk().to_secure_key().type("no").send(e.Continue())
    walk.answer(e.Failed(0, ProblemCode.CREDENTIALS_INVALID))
    assert walk.view.body.key.error == "credentials-invalid"
    walk.type("no").send(e.Continue()).answer(e.Failed(0, ProblemCode.THROTTLED, 15))
    assert walk.view.body.key.wait_s == 15
    assert walk.type("si").send(e.Continue()).effects == ()
    walk.wait(15)
    assert walk.view.body.key.wait_s == 0
    assert len(walk.send(e.Continue()).effects) == 1


def test_signing_in_fetches_the_account_and_shows_it() -> None:
    walk = Walk().to_secure_key().type("Clave-2026").send(e.Continue())
    walk.answer(e.SignedIn(0, SESSION))
    (effect,) = walk.effects
    assert isinstance(effect, FetchAccount)
    assert walk.view.body.loading
    walk.answer(e.AccountFetched(0, make_account(100_000)))
    assert walk.view.body.available == "$100.000"
    assert walk.view.session == "A••• R•••••"


def test_an_answer_to_an_older_request_changes_nothing() -> None:
    walk = Walk().to_secure_key().type("x").send(e.Continue())
    late = e.SignedIn(walk.visit.request, SESSION)
    walk.answer(e.Failed(0, "central-offline")).type("y").send(e.Continue())
    before = walk.visit.stage
    assert walk.send(late).visit.stage == before


def test_leaving_wipes_the_visit_and_closes_the_session() -> None:
    walk = Walk().to_account().send(e.SetLanguage("en"), e.Finish())
    assert walk.view.screen == "Attract"
    assert walk.effects == (CloseSession(SESSION.session),)
    assert walk.view.language == "es"
    for trace in (SESSION.session, "1990000001", "A•••"):
        assert trace not in repr(walk.visit)


def test_an_account_that_cannot_be_fetched_can_be_asked_for_again() -> None:
    walk = Walk().to_secure_key().type("x").send(e.Continue()).answer(e.SignedIn(0, SESSION))
    walk.answer(e.Failed(0, "central-offline"))
    assert walk.view.body.error == "central-offline"
    assert isinstance(walk.send(e.Retry()).effects[0], FetchAccount)


def test_an_old_balance_is_not_shown_when_the_new_one_does_not_come() -> None:
    walk = Walk().to_account().send(e.Buy(), e.Back()).answer(e.Failed(0, "central-offline"))
    assert (walk.view.screen, walk.view.body.error) == ("Account", "central-offline")
    assert walk.view.body.available == ""
    assert walk.send(e.Buy()).view.screen == "Account"


def test_a_key_is_covered_when_the_finger_leaves_even_under_the_countdown() -> None:
    walk = Walk().to_secure_key().type("abc").send(e.Show(on=True)).wait(46)
    assert walk.view.countdown_s > 0
    assert walk.view.body.key.shown == ""
    walk.send(e.MoreTime(), e.Show(on=True))
    assert walk.view.body.key.shown == "abc"
    walk.now_s += 46  # the countdown begins and the finger leaves before the next tick
    assert walk.send(e.Show(on=False)).view.body.key.shown == ""


def test_a_sign_in_that_succeeds_after_the_person_left_is_closed_again() -> None:
    walk = Walk().to_secure_key().type("abc").send(e.Continue())
    late = e.SignedIn(walk.visit.request, SESSION)
    walk.send(e.Finish()).send(late)
    assert walk.view.screen == "Attract"
    assert walk.effects == (CloseSession(SESSION.session),)
    assert walk.visit.session is None


def test_the_first_screen_says_why_nothing_is_sold_when_no_light_shows_it() -> None:
    whole = Health(PrinterState(None), central_online=True)
    for health, limited in (
        (whole, ""),
        (replace(whole, clock_ok=False), "clock-wrong"),
        (replace(whole, unfinished=9), "unfinished"),
        (replace(whole, printer=PrinterState(PrinterFault.COVER_OPEN)), ""),
    ):
        body = Walk().station(judge(health)).view.body
        assert (body.limited, body.can_see_balance) == (limited, True)


def test_the_chambers_notice_is_in_the_language_of_the_screen() -> None:
    walk = Walk()
    notice = {"es": "Cerrado el lunes", "en": "Closed on Monday"}
    walk.visit = replace(walk.visit, setup=replace(walk.visit.setup, notice=notice))
    assert walk.view.body.notice == "Cerrado el lunes"
    assert walk.send(e.SetLanguage("en")).view.body.notice == "Closed on Monday"
