"""Registering somebody at a desk: once, with consent, and never over what was there."""

import threading
from typing import Any

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from central.ledger.tables import Account
from central.people.tables import Consent, Holder, Person
from central.records.tables import AuditEntry
from central.sample import ANA, CLARA
from kiosk.contract.staff import desk as t
from kiosk.contract.staff import people as p
from tests.support.central import Central, enrolled
from tests.support.customers import ADDRESS, BOTH, LA_CEIBA, NADIA, OLD_PEDRO, PEOPLE, Customer
from tests.support.staff import Colleague, hired


def holder(central: Central, customer: Customer) -> Holder:
    number = customer.id_number[:9] if customer is LA_CEIBA else customer.id_number
    wanted = select(Holder).where(Holder.id_number == number)
    found = central.services.database.run(lambda db: db.scalar(wanted))
    assert found is not None
    return found


def count(central: Central, table: type[Any]) -> int:
    rows = select(func.count()).select_from(table)
    return central.services.database.run(lambda db: db.scalar(rows) or 0)


def test_a_person_is_registered_with_an_empty_account_and_their_consent(
    mailing: Central, carlos: Colleague
) -> None:
    assert NADIA.registers(carlos).json() == {"before": False}
    made = holder(mailing, NADIA)
    assert (made.name, made.email, made.municipality) == (
        "Nadia Ortiz Vélez",
        ADDRESS,
        "IBAGUÉ (TOL)",
    )
    assert (made.phone, made.mobile, made.prepaid_key_hash) == ("6015550101", "3000000007", None)
    account = mailing.services.database.run(lambda db: db.get_one(Account, made.account_id))
    assert (account.posted, account.held) == (0, 0)
    agreed = mailing.services.database.run(
        lambda db: db.scalar(select(Consent).where(Consent.subject == made.id))
    )
    assert agreed is not None
    assert (agreed.version, agreed.channel, len(agreed.text_hash)) == ("2026-1", "desk", 64)
    assert carlos.terminal is not None
    assert agreed.place == carlos.terminal.identity.device_id
    entry = mailing.services.database.run(
        lambda db: db.scalar(select(AuditEntry).where(AuditEntry.action == "person-registered"))
    )
    assert entry is not None
    assert (entry.subject, entry.actor) == (made.id, agreed.recorded_by)
    assert not {"Nadia", ADDRESS, NADIA.id_number} & set(entry.detail.split())


def test_whoever_was_registered_is_found_at_the_desk_and_may_set_a_secure_key(
    mailing: Central, carlos: Colleague
) -> None:
    NADIA.registers(carlos)
    found = carlos.ask("/v1/staff/accounts/find", t.FindAccount, **NADIA.who)
    assert found.json()["holder_name"] == "N••• O•••••"
    seen = NADIA.contact(carlos)
    assert (seen.signs_in, seen.has_secure_key, seen.has_prepaid_key) == (True, False, False)
    assert (seen.email, seen.mobile, seen.confirmed) == ("n•••@c•••.invalid", "•••07", False)


def test_a_company_has_an_account_and_no_secure_key(mailing: Central, carlos: Colleague) -> None:
    before = count(mailing, Person)
    assert LA_CEIBA.registers(carlos).status_code == 200
    assert holder(mailing, LA_CEIBA).check_digit == "4"
    assert count(mailing, Person) == before
    assert not LA_CEIBA.contact(carlos).signs_in


def test_who_has_no_mail_is_registered_all_the_same(mailing: Central, carlos: Colleague) -> None:
    assert OLD_PEDRO.registers(carlos).json() == {"before": False}
    assert OLD_PEDRO.contact(carlos).email == ""


CANNOT_BE = (
    (NADIA, {"first_name": " "}),
    (NADIA, {"first_surname": ""}),
    (NADIA, {"email": "nadia@correo"}),
    (NADIA, {"landline": ""}),
    (NADIA, {"mobile": "601 555 0101"}),
    (NADIA, {"address": ""}),
    (NADIA, {"municipality": "IBAGUE"}),
    (NADIA, {"first_name": "x" * 61}),
    (NADIA, {"id_number": "0190000077"}),
    (NADIA, {"consent_version": ""}),
    (LA_CEIBA, {"legal_name": ""}),
    (LA_CEIBA, {"id_number": "9900009995"}),
)


def test_what_cannot_be_right_is_refused(mailing: Central, carlos: Colleague) -> None:
    before = count(mailing, Holder)
    for customer, changes in CANNOT_BE:
        fields = {**customer.who, **customer.fields, "consent_version": "2026-1", **changes}
        message = p.RegisterPerson.model_construct(
            staff_session=carlos.session, contract=1, **fields
        )
        answer = carlos.send(f"{PEOPLE}/register", message)
        assert (answer.status_code, answer.json()["code"]) == (422, "malformed"), changes
        assert not any(len(value) > 1 and value in answer.text for value in changes.values())
    assert count(mailing, Holder) == before


def test_without_consent_to_the_words_in_force_nothing_is_kept(
    mailing: Central, carlos: Colleague
) -> None:
    before = count(mailing, Holder), count(mailing, Person)
    answer = NADIA.registers(carlos, consent_version="2020-1")
    assert (answer.status_code, answer.json()["code"]) == (409, "consent-outdated")
    assert (count(mailing, Holder), count(mailing, Person)) == before
    words = carlos.ask(f"{PEOPLE}/consent", p.FetchConsent).json()
    assert words["version"] == "2026-1"
    assert mailing.services.settings.chamber.name in words["paragraphs"][0]
    assert mailing.services.settings.chamber.email in words["paragraphs"][-1]


def test_a_second_registration_changes_nothing(mailing: Central, carlos: Colleague) -> None:
    NADIA.registers(carlos)
    again = NADIA.registers(carlos, first_name="Otra", email="otra@example.invalid")
    assert again.json() == {"before": True}
    assert holder(mailing, NADIA).email == ADDRESS
    assert count(mailing, Consent) == 1


def test_who_is_known_without_an_account_keeps_name_and_address_of_then(
    mailing: Central, carlos: Colleague
) -> None:
    clara = Customer(CLARA.id_type, CLARA.id_number, NADIA.fields)
    assert clara.registers(carlos).json() == {"before": False}
    assert holder(mailing, clara).name == "Clara Inés Muñoz Ávila"
    wanted = select(Person).where(Person.id_number == CLARA.id_number)
    person = mailing.services.database.run(lambda db: db.scalar(wanted))
    assert person is not None
    assert (person.email, person.first_name) == ("clara@example.invalid", "Clara")
    assert person.secure_key_hash is not None


def test_an_account_with_money_stays_as_it_is(mailing: Central, carlos: Colleague) -> None:
    ana = Customer(ANA.id_type, ANA.id_number, NADIA.fields)
    assert ana.registers(carlos).json() == {"before": True}
    found = carlos.ask("/v1/staff/accounts/find", t.FindAccount, **ana.who).json()
    assert (found["available"], found["holder_name"]) == (100_000, "A••• R•••••")


def at_once(customer: Customer, desks: list[Colleague]) -> list[bool]:
    """Both register the same document; what each is told."""
    start = threading.Barrier(len(desks))
    told: list[bool] = []

    def register(desk: Colleague) -> None:
        start.wait()
        told.append(customer.registers(desk).json()["before"])

    threads = [threading.Thread(target=register, args=(desk,)) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(told)


def agreements(central: Central, holder_id: str) -> int:
    rows = select(func.count()).where(Consent.subject == holder_id)
    return central.services.database.run(lambda db: db.scalar(rows) or 0)


@BOTH
def test_two_desks_at_once_make_one_person(mailing: Central) -> None:
    desks = [
        hired(mailing, login, enrolled(mailing, point_of_sale=f"C0{number}"))
        for number, login in enumerate(("carlos", "sofia"), 1)
    ]
    for desk in desks:
        desk.sign_in()
    people = count(mailing, Person)
    for number in range(3):
        customer = Customer(NADIA.id_type, f"199000100{number}", NADIA.fields)
        assert at_once(customer, desks) == [False, True]
        made = holder(mailing, customer)
        assert agreements(mailing, made.id) == 1
    assert count(mailing, Person) == people + 3


@BOTH
def test_what_somebody_agreed_to_cannot_be_changed(mailing: Central, carlos: Colleague) -> None:
    NADIA.registers(carlos)

    def forge(db: Session) -> None:
        db.execute(update(Consent).values(version="2099-1"))

    with pytest.raises(DatabaseError):
        mailing.services.database.run(forge)
