"""People at the desk: nothing is sent that cannot be right, and no key outlives its question."""

from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.contract.staff import people as p
from kiosk.identity import IdType
from kiosk.staff.desk import events as e
from kiosk.staff.desk.effects import Ask
from kiosk.staff.desk.people.state import Keypad
from kiosk.visit.events import Back, Continue, Finish, Retry, Tick
from tests.support.desk import NOW, Counter, account, payment
from ui.convert import to_qml

LEAVES = ("see-accounts", "work-shift", "register-people", "change-contact", "help-with-keys")
CONSENT = p.ConsentText(version="2026-1", paragraphs=("Estas son las palabras.",))
NADIA = {
    "first_name": "Nadia",
    "first_surname": "Ortiz",
    "email": "nadia@correo.example.invalid",
    "landline": "601 555 0101",
    "mobile": "300 000 0007",
    "address": "Calle 9 # 8-07",
    "municipality": "ibagué (tol)",
}
KEY, CODE = "Zq7-lluvia", "402913"


def contact(**changes: Any) -> p.Contact:
    values: dict[str, Any] = {
        "email": "n•••@c•••.invalid",
        "confirmed": False,
        "landline": "•••01",
        "mobile": "•••07",
        "address": "•••07",
        "municipality": "IBAGUÉ (TOL)",
        "signs_in": True,
        "has_secure_key": False,
        "has_prepaid_key": False,
        "mail": True,
    }
    return p.Contact(**(values | changes))


def searching(number: str = "1990000077", **who: Any) -> Counter:
    counter = Counter().at_home(actions=LEAVES, **who).send(e.Go("customer"))
    return counter.fill("id", number).enter().fails("account-unknown")


def at_form(number: str = "1990000077") -> Counter:
    return searching(number).send(e.Go("register")).replies(CONSENT)


def filled(counter: Counter, **changes: str) -> Counter:
    for name, text in (NADIA | changes).items():
        counter.fill(name, text)
    return counter


def agrees(counter: Counter) -> Counter:
    return counter.send(e.Select("agreed", "yes"))


def at_page(**changes: Any) -> Counter:
    counter = Counter().at_customer(actions=LEAVES).send(e.Go("person"))
    return counter.replies(contact(**changes))


def at_key(to: str = "prepaid_key", **changes: Any) -> Counter:
    """Where the customer types the new key."""
    counter = at_page(**changes).send(e.Go(to), Continue())
    counter.replies(p.CodeSent(to=("n•••@c•••.invalid",), expires_at=NOW))
    return counter.secret("code", CODE).enter()


def faults(counter: Counter) -> dict[str, str]:
    return {field.name: field.fault for field in counter.body.fields if field.fault}


# -- registering


def test_whom_nobody_knows_may_be_registered_with_the_document_that_was_typed() -> None:
    counter = searching()
    assert [key.to for key in counter.body.keys] == ["register"]
    counter.send(e.Go("register"))
    counter.asked(p.FetchConsent)
    counter.replies(CONSENT)
    assert (counter.view.screen, counter.body.document) == ("desk/PersonForm", "CC 1.990.000.077")
    assert not counter.body.agreed
    agrees(filled(counter)).enter()
    sent = counter.asked(p.RegisterPerson)
    assert (sent.id_number, sent.first_name, sent.mobile) == ("1990000077", "Nadia", "3000000007")
    assert (sent.municipality, sent.consent_version) == ("IBAGUÉ (TOL)", "2026-1")
    counter.replies(p.PersonRegistered(before=False))
    assert counter.asked(p.FindContact).id_number == "1990000077"
    counter.replies(contact())
    assert (counter.view.screen, counter.body.told) == ("desk/Person", "registered")


def test_who_was_registered_at_another_desk_a_moment_ago_is_told_as_before() -> None:
    counter = agrees(filled(at_form())).enter().replies(p.PersonRegistered(before=True))
    counter.replies(contact(has_prepaid_key=True))
    assert counter.body.told == "registered-before"


def test_without_the_customers_yes_nothing_is_sent() -> None:
    counter = filled(at_form()).enter()
    assert counter.effects == ()
    assert counter.body.agree_fault
    agrees(counter).send(e.Select("agreed", "no")).enter()
    assert counter.effects == ()


def test_each_fault_stands_at_its_field_until_it_is_mended() -> None:
    counter = agrees(
        filled(
            at_form(), first_name=" ", email="nadia@correo", landline="555", mobile="6015550101",
            address="", municipality="IBAGUE",
        )
    ).enter()  # fmt: skip
    assert counter.effects == ()
    assert faults(counter) == {
        "first_name": "missing",
        "email": "mail",
        "landline": "phone",
        "mobile": "mobile",
        "address": "missing",
        "municipality": "municipality",
    }
    counter.fill("email", NADIA["email"])
    assert "email" not in faults(counter)
    filled(counter).enter()
    counter.asked(p.RegisterPerson)


def test_a_company_is_asked_its_name_and_has_no_first_name() -> None:
    counter = Counter().at_home(actions=LEAVES).send(e.Go("customer"), e.Select("id_type", "NIT"))
    counter.fill("id", "990.000.999-4").enter().fails("account-unknown")
    counter.send(e.Go("register")).replies(CONSENT)
    assert [field.name for field in counter.body.fields][:2] == ["legal_name", "email"]
    agrees(filled(counter)).enter()
    assert faults(counter) == {"legal_name": "missing"}
    counter.fill("legal_name", "La Ceiba S.A.S.").enter()
    sent = counter.asked(p.RegisterPerson)
    assert (sent.id_type, sent.id_number) == (IdType.NIT, "9900009994")
    assert (sent.legal_name, sent.first_name) == ("La Ceiba S.A.S.", "")


def test_a_mail_address_may_be_missing() -> None:
    assert agrees(filled(at_form(), email="")).enter().asked(p.RegisterPerson).email == ""


@pytest.mark.parametrize("code", ["central-offline", "unavailable", "malformed"])
def test_what_was_typed_is_still_there_after_a_refusal(code: str) -> None:
    counter = agrees(filled(at_form())).enter().fails(code)
    assert (counter.body.error, counter.body.agreed) == (code, True)
    again = counter.enter().asked(p.RegisterPerson)
    assert again.first_name == "Nadia"


def test_other_words_are_agreed_to_anew() -> None:
    counter = agrees(filled(at_form())).enter().fails("consent-outdated")
    counter.asked(p.FetchConsent)
    counter.replies(p.ConsentText(version="2027-1", paragraphs=("Otras.",)))
    assert not counter.body.agreed
    assert agrees(counter).enter().asked(p.RegisterPerson).consent_version == "2027-1"


def test_without_the_words_enter_asks_for_them() -> None:
    counter = searching().send(e.Go("register")).fails("central-offline")
    assert (counter.body.consent, counter.body.error) == ((), "central-offline")
    agrees(counter).enter().asked(p.FetchConsent)
    assert not counter.desk.stage.agreed


def test_back_saves_nothing_and_keeps_the_number() -> None:
    counter = filled(at_form()).send(Back())
    assert counter.view.screen == "desk/Customer"
    assert counter.body.fields[0].text == "1990000077"


def test_who_may_not_register_is_not_offered_it() -> None:
    counter = Counter().at_home(actions=("see-accounts",)).send(e.Go("customer"))
    counter.fill("id", "1990000077").enter().fails("account-unknown")
    assert counter.body.keys == ()
    assert counter.send(e.Go("register")).view.screen == "desk/Customer"


def test_only_a_document_central_does_not_know_is_registered() -> None:
    counter = Counter().at_home(actions=LEAVES).send(e.Go("customer"))
    assert counter.send(e.Go("register")).effects == ()
    counter.fill("id", "1990000077").enter().fails("central-offline")
    assert counter.send(e.Go("register")).effects == ()
    searching().fill("id", "1990000078").send(e.Go("register"))
    assert counter.view.screen == "desk/Customer"


# -- the page, and what changes


def test_only_what_changes_is_sent_and_who_is_told_is_shown() -> None:
    counter = at_page().send(e.Go("contact")).replies(CONSENT)
    assert all(field.text == "" for field in counter.body.fields)
    agrees(counter).enter()
    assert (counter.effects, counter.body.error) == ((), "nothing-typed")
    counter.fill("email", "nueva@example.invalid").enter()
    sent = counter.asked(p.ChangeContact)
    assert (sent.email, sent.mobile, sent.address) == ("nueva@example.invalid", "", "")
    told = ("n•••@c•••.invalid", "n•••@e•••.invalid")
    counter.replies(p.ContactChanged(contact=contact(), told=told)).replies(contact())
    assert (counter.body.told, counter.body.to) == ("contact-changed", ", ".join(told))


def test_nothing_is_offered_that_cannot_be_done() -> None:
    def offered(**changes: Any) -> set[str]:
        return {key.to for key in at_page(**changes).body.keys if key.enabled}

    everything = {"contact", "confirm", "prepaid_key", "secure_key"}
    assert offered() == everything
    assert offered(confirmed=True) == everything - {"confirm"}
    assert offered(email="") == {"contact", "prepaid_key"}
    assert offered(mail=False) == {"contact", "prepaid_key"}
    assert offered(signs_in=False) == everything - {"secure_key"}
    for to in ("confirm", "secure_key"):
        assert at_page(email="").send(e.Go(to)).view.screen == "desk/Person"


def test_the_page_without_an_answer_offers_to_ask_again() -> None:
    counter = Counter().at_customer(actions=LEAVES).send(e.Go("person")).fails("central-offline")
    assert (counter.body.known, [key.to for key in counter.body.keys]) == (False, ["refresh"])
    counter.send(e.Go("refresh")).asked(p.FindContact)


def test_enter_goes_to_the_account() -> None:
    counter = at_page().enter().replies(account(payment(1)))
    assert (counter.view.screen, counter.body.found) == ("desk/Customer", True)


# -- keys


def test_a_prepaid_key_is_set_with_a_code() -> None:
    counter = at_page().send(e.Go("prepaid_key"))
    assert (counter.body.stage, counter.body.by_code) == ("ready", True)
    assert [choice.code for choice in counter.body.whys if choice.selected] == ["first"]
    sent = counter.enter().asked(p.SendCode)
    assert sent.purpose == "set-prepaid-key"
    counter.replies(p.CodeSent(to=("n•••@c•••.invalid",), expires_at=NOW))
    assert (counter.body.stage, counter.body.sent_to) == ("code", "n•••@c•••.invalid")
    counter.secret("code", CODE).enter().secret("key", KEY).enter().secret("again", KEY).enter()
    message = counter.asked(p.SetPrepaidKey)
    assert (message.code, message.new_key, message.why) == (CODE, KEY, "first")
    assert not message.document_seen
    counter.replies(p.KeySet(told=("n•••@c•••.invalid",))).replies(contact(has_prepaid_key=True))
    assert (counter.body.told, counter.body.has_prepaid_key) == ("prepaid-key-set", True)


def test_where_no_code_can_come_the_cashier_answers_for_the_document() -> None:
    counter = at_page(email="").send(e.Go("prepaid_key")).enter()
    assert (counter.body.error, counter.body.stage) == ("document-unseen", "ready")
    counter.send(e.Select("seen", "yes")).enter()
    assert counter.body.stage == "key"
    message = counter.secret("key", KEY).enter().secret("again", KEY).enter().asked(p.SetPrepaidKey)
    assert (message.code, message.document_seen) == (None, True)


def test_another_key_needs_a_reason() -> None:
    counter = at_page(has_prepaid_key=True).send(e.Go("prepaid_key")).enter()
    assert (counter.effects, counter.body.error) == ((), "why-missing")
    assert counter.send(e.Go("have_code")).body.stage == "ready"
    counter.send(e.Select("why", "forgotten")).enter().asked(p.SendCode)


def test_a_secure_key_is_set_by_code_alone() -> None:
    counter = at_key("secure_key").secret("key", KEY).enter().secret("again", KEY).enter()
    message = counter.asked(p.ResetSecureKey)
    assert (message.code, message.new_key) == (CODE, KEY)
    counter.replies(p.KeySet(told=())).replies(contact(has_secure_key=True))
    assert (counter.body.told, counter.body.to) == ("secure-key-set", "")


def test_an_address_is_confirmed_by_its_code() -> None:
    counter = at_page().send(e.Go("confirm"))
    assert counter.body.whys == ()
    counter.enter().replies(p.CodeSent(to=("n•••@c•••.invalid",), expires_at=NOW))
    assert counter.secret("code", "40").enter().body.error == "code-short"
    assert counter.secret("code", "2913").enter().asked(p.ConfirmAddress).code == CODE
    counter.replies(contact(confirmed=True)).replies(contact(confirmed=True))
    assert (counter.body.told, counter.body.confirmed) == ("address-confirmed", True)


@pytest.mark.parametrize(
    ("key", "error"),
    [
        ("48210", "key-short"),
        ("123456", "key-easy"),
        ("1990000001", "key-own-id"),
        ("", "key-short"),
    ],
)
def test_a_key_that_will_not_do_is_typed_anew(key: str, error: str) -> None:
    counter = at_key().secret("key", key).enter()
    assert (counter.body.error, counter.body.fields[0].length) == (error, 0)
    assert counter.effects == ()


def test_two_different_ones_are_typed_anew() -> None:
    counter = at_key().secret("key", KEY).enter().secret("again", "otra-7-cosa").enter()
    assert (counter.body.stage, counter.body.error) == ("key", "key-differs")
    assert counter.effects == ()
    counter.secret("key", KEY).enter().secret("again", KEY).enter()
    assert counter.asked(p.SetPrepaidKey).code == CODE


def test_a_wrong_code_is_typed_anew_with_its_key() -> None:
    counter = at_key().secret("key", KEY).enter().secret("again", KEY).enter()
    counter.fails("code-invalid")
    assert (counter.body.stage, counter.body.error) == ("code", "code-invalid")
    assert counter.secret("code", CODE).enter().body.stage == "key"


def test_without_an_answer_nobody_says_set_or_not_set() -> None:
    counter = at_key().secret("key", KEY).enter().secret("again", KEY).enter()
    counter.fails("central-offline")
    assert (counter.body.stage, counter.body.error) == ("code", "key-unanswered")


def test_a_wait_is_waited_for_and_a_code_that_came_already_may_be_typed() -> None:
    counter = at_page().send(e.Go("prepaid_key")).enter().fails("throttled", 60)
    assert (counter.body.wait_s, counter.enter().effects) == (60, ())
    assert counter.send(e.Go("have_code")).body.stage == "code"
    again = at_page().send(e.Go("prepaid_key")).enter().fails("throttled", 60).wait(61)
    again.enter().asked(p.SendCode)


def test_an_address_that_came_meanwhile_asks_for_its_code() -> None:
    counter = at_page(email="").send(e.Go("prepaid_key"), e.Select("seen", "yes")).enter()
    counter.secret("key", KEY).enter().secret("again", KEY).enter().fails("code-needed")
    assert (counter.body.stage, counter.body.by_code) == ("ready", True)


def everything(counter: Counter) -> str:
    """All the desk has in it: its state with what is not for reading, its view, its effects."""
    return str((asdict(counter.desk), to_qml(counter.view), counter.effects))


def test_a_key_leaves_with_its_question_and_with_every_other_way_out() -> None:
    def typed() -> Counter:
        return at_key().secret("key", KEY).enter().secret("again", KEY)

    assert KEY in str(asdict(typed().desk))  # the search finds what is there
    assert KEY not in str(to_qml(typed().view))
    sent = typed().enter()
    assert sent.asked(p.SetPrepaidKey).new_key == KEY
    assert KEY not in everything(sent)
    assert CODE not in everything(sent)
    for way_out in (Back(), Finish()):
        assert KEY not in everything(typed().send(way_out))
    assert KEY not in everything(typed().wait(400))


# -- anything, in any order

SECRET = "Ω"
"""A sign that nothing else on a screen has."""
REPLIES: tuple[Any, ...] = (
    CONSENT,
    contact(),
    contact(email="", has_prepaid_key=True),
    account(payment(1)),
    p.PersonRegistered(before=False),
    p.ContactChanged(contact=contact(), told=()),
    p.CodeSent(to=("n•••@c•••.invalid",), expires_at=NOW),
    p.KeySet(told=()),
)
CODES = ("central-offline", "account-unknown", "code-invalid", "code-needed", "throttled",
         "consent-outdated", "key-too-weak", "mail-off", "internal")  # fmt: skip
pressed = st.one_of(
    st.builds(e.Type, st.sampled_from((*NADIA, "id")), st.sampled_from((*NADIA.values(), ""))),
    st.builds(
        e.TypeSecret, st.sampled_from(("key", "again", "code")), st.sampled_from((SECRET, *CODE))
    ),
    st.builds(e.EraseSecret, st.sampled_from(("key", "again", "code"))),
    st.builds(
        e.Select,
        st.sampled_from(("agreed", "why", "seen", "id_type")),
        st.sampled_from(("yes", "no", "forgotten", "NIT")),
    ),
    st.builds(
        e.Go,
        st.sampled_from(
            ("customer", "register", "person", "contact", "confirm", "prepaid_key", "secure_key",
             "have_code", "refresh")
        ),
    ),
    st.sampled_from((Continue(), Continue(), Continue(), Back(), Retry(), Tick())),
)  # fmt: skip
answered = st.one_of(
    st.sampled_from(REPLIES),
    st.builds(e.Failed, st.just(0), st.sampled_from(CODES), st.sampled_from((0, 30))),
)


def answers(counter: Counter, reply: Any) -> None:
    """The newest question is answered: by a refusal, or by a reply of the kind it asked for."""
    if isinstance(reply, e.Failed):
        counter.answer(reply)
        return
    asked = next((each for each in counter.effects if isinstance(each, Ask)), None)
    if asked is not None and isinstance(reply, asked.reply):
        counter.replies(reply)


@given(st.sampled_from(("page", "form", "key")), st.lists(st.one_of(pressed, answered)))
def test_the_desk_stands_and_shows_no_secret(begin: str, events: list[Any]) -> None:
    counter = at_page() if begin == "page" else at_form() if begin == "form" else at_key()
    for event in events:
        if isinstance(event, e.Failed) or event in REPLIES:
            answers(counter, event)
        else:
            counter.send(event)
        shown = str(to_qml(counter.view))
        assert SECRET not in shown
        if not isinstance(counter.desk.stage, Keypad):
            assert SECRET not in str(asdict(counter.desk))
        for effect in counter.effects:
            if isinstance(effect, Ask):
                assert SECRET not in str(asdict(counter.desk))
