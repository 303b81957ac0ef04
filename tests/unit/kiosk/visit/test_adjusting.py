"""Screen 17: one person's letters, contrast, reach, motion and time; and nobody else's."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.contract import messages as m
from kiosk.purchase.operation import State
from kiosk.visit import events as e
from kiosk.visit.comfort import SWITCHES
from kiosk.visit.effects import SearchRegistrations, StartPurchase
from kiosk.visit.state import Setup, begin
from kiosk.visit.views import View
from tests.support.visit import (
    WORKING,
    Walk,
    make_account,
    make_opened,
    make_registration,
    make_result,
)

EVERYTHING: tuple[e.Event, ...] = (
    e.SetTextSize("150"),
    *(e.Prefer(what, on=True) for what in SWITCHES),
)
ORDINARY = (100, "light", False, False)


def looks(view: View) -> tuple[int, str, bool, bool]:
    """What the window takes from a view for all its screens."""
    return view.text_scale, view.theme, view.low_reach, view.still


def comfortable(walk: Walk) -> Walk:
    """The same walk, everything switched on."""
    return walk.send(e.Adjust(), *EVERYTHING, e.Back())


WALKS: dict[str, Callable[[], Walk]] = {
    "Attract": Walk,
    "Home": lambda: Walk().send(e.Start()),
    "Identification": lambda: Walk().send(e.Start(), e.Choose("buy")),
    "SecureKey": lambda: Walk().to_secure_key(),
    "Account": lambda: Walk().to_account(),
    "ChooseRegistration": lambda: Walk().to_account().send(e.Buy()),
    "ChooseCertificates": lambda: Walk().to_certificates(),
    "Confirm": lambda: Walk().to_key(),
    "Done": lambda: Walk().to_printing().answer(e.PurchaseEnded(0, make_result(State.CAPTURED))),
    "Failure": lambda: (
        Walk()
        .to_printing()
        .answer(e.PurchaseEnded(0, make_result(State.WAIT_PERSON)))
        .answer(e.SlipEnded(0, ""))
    ),
    "Resume": lambda: Walk().send(e.Start(), e.Choose("resume")),
}


@pytest.mark.parametrize("screen", WALKS)
def test_the_preferences_open_over_every_screen_and_leave_it_as_it_was(screen: str) -> None:
    walk = WALKS[screen]()
    assert (walk.view.screen, walk.view.can_adjust) == (screen, True)
    before = walk.view.body

    walk.send(e.Adjust())
    assert walk.view.screen == "Accessibility"
    assert walk.send(e.Back()).view.screen == screen
    assert walk.view.body == before


@pytest.mark.parametrize("screen", WALKS)
def test_no_touch_on_the_preferences_reaches_the_screen_below(screen: str) -> None:
    walk = WALKS[screen]()
    below = walk.visit.stage

    walk.send(e.Adjust(), e.Start(), e.Choose("buy"), e.Pay(), e.BuyAnyway(), e.Add("Cer1"))
    walk.type("7").send(e.ToggleBalance(), e.PrintReceipt(), e.AskMoneyBack())

    assert walk.view.screen == "Accessibility"
    assert walk.visit.stage == below
    assert not walk.effects


def test_what_is_switched_on_holds_on_the_next_screens() -> None:
    walk = comfortable(Walk())

    for event in (e.Start(), e.Choose("buy")):
        assert looks(walk.send(event).view) == (150, "contrast", True, True)


def test_the_screen_says_what_is_chosen() -> None:
    walk = Walk().send(e.Adjust())
    assert walk.view.body.ordinary
    walk.send(e.SetTextSize("125"), e.Prefer("still", on=True))

    body = walk.view.body
    assert [size.code for size in body.text_sizes if size.selected] == ["125"]
    assert [one.code for one in body.switches if one.selected] == ["still"]
    assert not body.ordinary
    assert walk.send(e.OrdinaryComfort()).view.body.ordinary


@pytest.mark.parametrize(
    "event", [e.SetTextSize("90"), e.SetTextSize("0"), e.Prefer("money", on=True)]
)
def test_what_is_not_known_changes_nothing(event: e.Event) -> None:
    walk = Walk().send(e.Adjust(), event)

    assert walk.visit.comfort == walk.visit.ordinary


def test_preferences_are_touched_on_their_own_screen_only() -> None:
    walk = Walk().to_account().send(*EVERYTHING)

    assert looks(walk.view) == ORDINARY


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_high_contrast_can_be_switched_on_and_off_under_every_theme(theme: str) -> None:
    walk = Walk(begin(Setup(chamber="Cámara de Ejemplo", theme=theme), WORKING))
    assert walk.view.theme == theme

    walk.send(e.Adjust(), e.Prefer("high_contrast", on=True))
    assert walk.view.theme == "contrast"
    walk.send(e.Prefer("high_contrast", on=False))
    assert walk.view.theme == {"contrast": "light"}.get(theme, theme)


@pytest.mark.parametrize("screen", [name for name in WALKS if name != "Attract"])
def test_the_next_person_finds_the_ordinary_screens_after_an_exit(screen: str) -> None:
    walk = comfortable(WALKS[screen]())
    assert looks(walk.view) == (150, "contrast", True, True)

    assert looks(walk.send(e.Finish()).view) == ORDINARY
    assert walk.view.screen == "Attract"


@pytest.mark.parametrize("screen", [name for name in WALKS if name != "Attract"])
@pytest.mark.parametrize("adjusting", [False, True])
def test_the_next_person_finds_the_ordinary_screens_after_a_time_out(
    screen: str, adjusting: bool
) -> None:
    walk = comfortable(WALKS[screen]())
    if adjusting:
        walk.send(e.Adjust())

    walk.wait(10_000).wait(10_000)

    assert looks(walk.view) == ORDINARY
    assert walk.view.screen == "Attract"


def test_who_exits_from_the_preferences_leaves_nothing_behind() -> None:
    walk = comfortable(Walk().to_account()).send(e.Adjust(), e.Finish())

    assert looks(walk.view) == ORDINARY
    assert walk.closed_session
    assert walk.visit == replace(
        begin(walk.visit.setup, WORKING), request=walk.visit.request, now_s=1000, touched_s=1000
    )


def test_large_letters_on_the_idle_screen_are_not_the_next_persons() -> None:
    walk = Walk().send(e.Adjust(), e.SetTextSize("150"), e.Back()).wait(44)
    assert walk.view.text_scale == 150

    assert looks(walk.wait(1).view) == ORDINARY


def test_the_idle_screens_own_preferences_are_counted_down() -> None:
    walk = Walk().send(e.Adjust(), e.SetTextSize("150")).wait(45)
    assert walk.view.countdown_s == 20

    walk.wait(20)
    assert (walk.view.screen, *looks(walk.view)) == ("Attract", *ORDINARY)


def test_more_time_doubles_every_wait() -> None:
    walk = Walk().to_account().send(e.Adjust(), e.Prefer("more_time", on=True), e.Back())

    assert walk.wait(89).view.countdown_s == 0
    assert walk.wait(1).view.countdown_s == 40
    assert walk.wait(39).view.countdown_s == 1
    assert walk.wait(1).view.screen == "Attract"


def test_the_machines_own_work_is_still_not_counted() -> None:
    walk = Walk().to_secure_key().send(e.Adjust(), e.Prefer("more_time", on=True), e.Back())

    walk.type("x").send(e.Continue()).wait(5_000)

    assert (walk.view.screen, walk.view.countdown_s) == ("SecureKey", 0)


def test_a_key_in_sight_is_covered_before_the_preferences_open() -> None:
    walk = Walk().to_secure_key().type("Ab1").send(e.Show(on=True), e.Adjust(), e.Back())

    assert walk.view.body.key.shown == ""


def test_an_answer_comes_through_below_the_preferences() -> None:
    walk = Walk().to_account().send(e.Buy(), e.Back(), e.Adjust())
    walk.answer(e.AccountFetched(0, make_account(available=7)))
    assert walk.view.screen == "Accessibility"

    assert walk.send(e.Back()).view.body.available == "$7"


def test_news_close_the_preferences() -> None:
    walk = Walk().to_key().type("4821").send(e.Continue(), e.Adjust())
    walk.answer(e.OrderOpened(0, make_opened()))

    assert walk.view.screen == "Printing"
    assert any(isinstance(effect, StartPurchase) for effect in walk.effects)


def test_nothing_covers_the_printing() -> None:
    walk = Walk().to_printing().send(e.Adjust())

    assert (walk.view.screen, walk.view.can_adjust) == ("Printing", False)


def test_the_session_ends_under_the_preferences_too() -> None:
    walk = Walk().to_account()
    for _ in range(41):
        walk.wait(29).send(e.Adjust())
    assert walk.wait(29).view.screen == "Failure"


def test_larger_letters_put_fewer_rows_on_a_page() -> None:
    walk = Walk().to_account(make_account(registrations=8)).send(e.Buy(), e.Page(1))
    assert (len(walk.view.body.items), walk.view.body.page, walk.view.body.pages) == (3, 2, 2)

    walk.send(e.Adjust(), e.SetTextSize("150"), e.Back())
    assert (len(walk.view.body.items), walk.view.body.page, walk.view.body.pages) == (3, 2, 3)
    walk.send(e.Page(1), e.Adjust(), e.OrdinaryComfort(), e.Back())
    assert (len(walk.view.body.items), walk.view.body.page, walk.view.body.pages) == (3, 2, 2)


def test_a_page_that_was_found_is_asked_for_again_where_fewer_rows_fit() -> None:
    walk = Walk().to_account().send(e.Buy(), e.OpenSearch()).type("nogal").send(e.Search())
    rows = tuple(make_registration(f"99-{n:06d}") for n in range(20, 25))
    walk.answer(e.RegistrationsFound(0, m.RegistrationPage(items=rows, page=1, pages=2, total=9)))
    assert len(walk.view.body.items) == 5

    walk.send(e.Adjust(), e.SetTextSize("150"), e.Back())

    (search,) = walk.effects
    assert isinstance(search, SearchRegistrations)
    assert (search.text, search.page, search.rows) == ("nogal", 1, 3)


def test_certificates_stay_on_a_page_that_there_is() -> None:
    walk = Walk().to_certificates(100, 200, 300, 400)
    walk.send(e.Adjust(), e.Prefer("low_reach", on=True), e.Back(), e.Page(1), e.Page(1), e.Page(1))
    assert [card.code for card in walk.view.body.cards] == ["Cer4"]

    walk.send(e.Adjust(), e.OrdinaryComfort(), e.Back())
    assert [card.code for card in walk.view.body.cards] == ["Cer4"]
    assert (walk.view.body.page, walk.view.body.pages) == (2, 2)


def test_the_order_comes_back_to_certificates_that_are_there() -> None:
    walk = Walk().to_certificates(100, 200, 300, 400).send(e.Page(1), e.Add("Cer4"), e.Continue())
    walk.send(e.Adjust(), e.Prefer("low_reach", on=True), e.Back(), e.Back())
    walk.send(e.Page(1), e.Page(1), e.Page(1), e.Continue())

    walk.send(e.Adjust(), e.OrdinaryComfort(), e.Back(), e.Back())
    assert [card.code for card in walk.view.body.cards] == ["Cer4"]
