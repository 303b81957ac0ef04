"""What holds in every stage: time-outs, languages, stale answers, any order of events."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kiosk.ports import PrinterFault, PrinterState
from kiosk.purchase.operation import State
from kiosk.station.capability import Health, judge
from kiosk.visit import events as e
from kiosk.visit.state import (
    AccountStage,
    Attract,
    Certificates,
    Confirm,
    Done,
    Printing,
    Registrations,
    SecureKey,
)
from tests.support.visit import (
    SESSION,
    Walk,
    make_account,
    make_catalogue,
    make_opened,
    make_registration,
    make_result,
)


def test_an_idle_visit_is_counted_down_and_then_wiped() -> None:
    walk = Walk().to_account().wait(44)
    assert walk.view.countdown_s == 0
    assert walk.wait(1).view.countdown_s == 20
    assert walk.wait(19).view.countdown_s == 1
    walk.wait(1)
    assert walk.view.screen == "Attract"
    assert walk.closed_session


def test_any_touch_stops_the_countdown_and_does_nothing_else() -> None:
    walk = Walk().to_account().wait(50).send(e.Finish())
    assert (walk.view.screen, walk.view.countdown_s) == ("Account", 0)


def test_ten_extensions_are_given_and_not_one_more() -> None:
    walk = Walk().to_account()
    for _ in range(10):
        walk.wait(50).send(e.MoreTime())
        assert walk.view.countdown_s == 0
    walk.wait(50).send(e.MoreTime())
    assert walk.view.countdown_s > 0


def test_nothing_times_out_while_the_machine_itself_is_at_work() -> None:
    walk = Walk().to_secure_key().type("x").send(e.Continue()).wait(300)
    assert (walk.view.screen, walk.view.countdown_s) == ("SecureKey", 0)


def test_the_done_screen_leaves_sooner() -> None:
    walk = Walk().to_printing().answer(e.PurchaseEnded(0, make_result(State.CAPTURED)))
    assert walk.wait(30).view.countdown_s == 20


def test_the_language_changes_anywhere_and_only_to_a_known_one() -> None:
    walk = Walk().to_account().send(e.SetLanguage("en"))
    assert walk.view.language == "en"
    assert walk.send(e.SetLanguage("xx")).view.language == "en"


def test_a_language_somebody_chose_and_left_is_not_the_next_persons() -> None:
    walk = Walk().send(e.SetLanguage("en")).wait(44)
    assert walk.view.language == "en"
    assert walk.wait(1).view.language == "es"


def test_a_session_ends_for_good_even_under_busy_fingers() -> None:
    walk = Walk().to_account()
    for _ in range(40):
        walk.wait(29).send(e.ToggleBalance())
    assert walk.view.screen == "Account"
    assert walk.wait(40).view.screen == "Failure"
    assert (walk.view.body.code, walk.view.body.money) == ("SES-01", "not_charged")


def test_printing_is_not_counted_as_a_session_that_is_too_old() -> None:
    walk = Walk().to_printing().wait(5000)
    assert walk.view.screen == "Printing"
    walk.answer(e.PurchaseEnded(0, make_result(State.CAPTURED)))
    assert walk.wait(1).view.screen == "Done"


def test_a_session_that_central_ended_is_said_on_every_screen_that_needs_it() -> None:
    for walk in (
        Walk().to_account().send(e.Buy(), e.Back()),
        Walk().to_account().send(e.Buy(), e.SelectRegistration("99-000010")),
    ):
        walk.answer(e.Failed(0, "session-expired"))
        assert (walk.view.screen, walk.view.body.code) == ("Failure", "SES-01")


_WORKING = judge(Health(PrinterState(None), central_online=True))
_BROKEN = judge(Health(PrinterState(PrinterFault.COVER_OPEN), central_online=True))
_EVENTS = st.one_of(
    st.sampled_from(
        [
            e.Start(),
            e.Choose("buy"),
            e.Choose("balance"),
            e.Back(),
            e.Finish(),
            e.MoreTime(),
            e.Erase(),
            e.Clear(),
            e.Shift(),
            e.Show(on=True),
            e.Show(on=False),
            e.Continue(),
            e.Buy(),
            e.OpenSearch(),
            e.CloseSearch(),
            e.Search(),
            e.Page(1),
            e.Page(-1),
            e.SelectRegistration("99-000010"),
            e.Add("Cer1"),
            e.Remove("Cer1"),
            e.ChooseAccount(),
            e.OwnAccount(),
            e.Pay(),
            e.BuyAnyway(),
            e.PrintReceipt(),
            e.Retry(),
            e.SetIdType("NIT"),
            e.SetIdType("CC"),
            e.ToggleBalance(),
            e.Adjust(),
            e.SetTextSize("150"),
            e.Prefer("low_reach", on=True),
            e.OrdinaryComfort(),
            e.Tick(),
            e.StationChanged(_WORKING),
            e.StationChanged(_BROKEN),
        ]
    ),
    st.sampled_from("1990000001Ab ").map(e.KeyPressed),
)
_ANSWERS = st.sampled_from(
    [
        e.SignedIn(0, SESSION),
        e.AccountFetched(0, make_account()),
        e.OrderOpened(0, make_opened()),
        e.OrderOpened(0, make_opened(recent=("x",))),
        e.Failed(0, "central-offline"),
        e.Failed(0, "price-changed"),
        e.Failed(0, "throttled", 15),
        e.ReceiptEnded(0, ""),
        e.CatalogueFetched(0, make_catalogue(make_registration("99-000010"), 12_100)),
        e.PurchaseEnded(0, make_result(State.CAPTURED)),
        e.PurchaseEnded(0, make_result(State.WAIT_PERSON)),
        e.ReceiptEnded(0, "paper_out"),
    ]
)
_START = st.sampled_from(
    ["to_secure_key", "to_account", "to_certificates", "to_key", "to_printing"]
)


@given(_START, st.lists(st.one_of(_EVENTS, _ANSWERS, st.integers(1, 70)), max_size=30))
def test_no_order_of_events_breaks_a_screen_or_sells_twice(start: str, steps: list[Any]) -> None:
    """Every state has a view; one order is bought at most once for each time it was opened."""
    walk: Walk = getattr(Walk(), start)()
    for step in steps:
        if isinstance(step, int):
            walk.wait(step)
        elif hasattr(step, "request"):
            if _fits(walk, step):
                walk.answer(step)
        else:
            walk.send(step)
        view = walk.view
        assert view.screen
        if isinstance(walk.visit.stage, Attract):
            assert walk.visit.session is None
            assert walk.visit.account is None
            assert walk.visit.cart == ()


def _fits(walk: Walk, answer: e.Answer) -> bool:
    """Central answers only what was asked: the kinds of answer that the stage is waiting for."""
    waiting: dict[type, tuple[type, ...]] = {
        SecureKey: (e.SignedIn, e.Failed),
        AccountStage: (e.AccountFetched, e.Failed),
        Certificates: (e.CatalogueFetched, e.Failed),
        Registrations: (e.Failed,),
        Confirm: (e.OrderOpened, e.Failed),
        Printing: (e.PurchaseEnded,),
        Done: (e.ReceiptEnded, e.AccountFetched),
    }
    return isinstance(answer, waiting.get(type(walk.visit.stage), ()))
