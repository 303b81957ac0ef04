"""Registrations, certificates and the cart."""

from kiosk.contract import messages as m
from kiosk.visit import events as e
from kiosk.visit.effects import FetchCatalogue, SearchRegistrations
from tests.support.visit import Walk, make_account, make_catalogue, make_registration


def test_own_registrations_come_first_five_a_page() -> None:
    walk = Walk().to_account(make_account(registrations=7)).send(e.Buy())
    assert (len(walk.view.body.items), walk.view.body.pages) == (5, 2)
    assert len(walk.send(e.Page(1)).view.body.items) == 2
    assert walk.send(e.Page(1)).view.body.page == 2


def test_without_own_registrations_the_search_is_open_at_once() -> None:
    assert Walk().to_account(make_account(registrations=0)).send(e.Buy()).view.body.searching


def test_a_search_asks_central_and_shows_the_page() -> None:
    walk = Walk().to_account().send(e.Buy(), e.OpenSearch()).type("el nogal").send(e.Search())
    (effect,) = walk.effects
    assert isinstance(effect, SearchRegistrations)
    assert (effect.text, effect.page) == ("el nogal", 1)
    found = m.RegistrationPage(items=(make_registration("99-000077"),), page=1, pages=3, total=11)
    walk.answer(e.RegistrationsFound(0, found))
    assert (walk.view.body.source, walk.view.body.items[0].number) == ("found", "99-000077")
    (effect,) = walk.send(e.Page(1)).effects
    assert isinstance(effect, SearchRegistrations)
    assert (effect.text, effect.page) == ("el nogal", 2)


def test_nothing_found_keeps_the_keyboard_and_says_so() -> None:
    walk = Walk().to_account().send(e.Buy(), e.OpenSearch()).type("zz").send(e.Search())
    walk.answer(e.RegistrationsFound(0, m.RegistrationPage(items=(), page=1, pages=0, total=0)))
    assert walk.view.body.searching
    assert walk.view.body.error == "nothing-found"


def test_choosing_a_registration_fetches_its_catalogue() -> None:
    walk = Walk().to_account().send(e.Buy(), e.SelectRegistration("99-000010"))
    (effect,) = walk.effects
    assert isinstance(effect, FetchCatalogue)
    assert effect.registration_number == "99-000010"


def test_a_registration_that_is_not_on_the_screen_cannot_be_chosen() -> None:
    walk = Walk().to_account().send(e.Buy(), e.SelectRegistration("99-999999"))
    assert walk.view.screen == "ChooseRegistration"
    assert walk.effects == ()


def test_the_total_runs_along_and_shows_what_is_left() -> None:
    walk = Walk().to_certificates(12_100, 6_100).send(e.Add("Cer1"), e.Add("Cer2"), e.Add("Cer2"))
    body = walk.view.body
    assert (body.count, body.total, body.balance_after) == (3, "$24.300", "$75.700")
    assert walk.send(e.Remove("Cer1")).view.body.total == "$12.200"


def test_the_cart_has_a_limit_and_says_so() -> None:
    walk = Walk().to_certificates(100).send(*[e.Add("Cer1")] * 11)
    assert (walk.view.body.count, walk.view.body.error) == (10, "cart-full")


def test_too_little_money_is_shown_while_choosing() -> None:
    walk = Walk().to_certificates(account=make_account(5_000)).send(e.Add("Cer1"))
    assert (walk.view.body.error, walk.view.body.balance_after) == ("insufficient-balance", "")


def test_the_cart_outlives_a_change_of_registration() -> None:
    walk = Walk().to_certificates(12_100).send(e.Add("Cer1"), e.Back())
    assert walk.view.body.cart_count == 1
    assert walk.view.body.items[0].in_cart == 1


def test_fresh_prices_replace_the_old_ones_in_the_cart() -> None:
    walk = Walk().to_certificates(12_100).send(e.Add("Cer1"), e.Back())
    walk.send(e.SelectRegistration("99-000010"))
    walk.answer(e.CatalogueFetched(0, make_catalogue(make_registration("99-000010"), 12_700)))
    assert walk.view.body.total == "$12.700"


def test_an_empty_cart_goes_nowhere() -> None:
    assert Walk().to_certificates().send(e.Continue()).view.screen == "ChooseCertificates"


def test_an_answer_for_a_registration_that_was_left_does_not_disturb_the_list() -> None:
    walk = Walk().to_account().send(e.Buy(), e.SelectRegistration("99-000010"))
    late = e.Failed(walk.visit.request, "central-offline")
    walk.send(e.Back()).send(late)
    assert (walk.view.screen, walk.view.body.error) == ("ChooseRegistration", "")
