"""How somebody is reached: seen masked, changed with consent, told at both addresses."""

from sqlalchemy import func, select

from central.people.tables import Consent, Holder, Person
from central.records.tables import AuditEntry
from tests.support.central import Central
from tests.support.customers import (
    ADDRESS,
    LA_CEIBA,
    NADIA,
    OLD_PEDRO,
    Customer,
    letters,
    read_code,
    without_mail,
)
from tests.support.staff import Colleague, hired

NEW = "nueva@otro.example.invalid"


def test_a_change_is_told_at_both_addresses_and_asks_for_consent_again(
    mailing: Central, carlos: Colleague
) -> None:
    NADIA.registers(carlos)
    answer = NADIA.changes(carlos, email=NEW, mobile="310 000 0009").json()
    assert answer["told"] == ["n•••@c•••.invalid", "n•••@o•••.invalid"]
    assert (answer["contact"]["email"], answer["contact"]["mobile"]) == (
        "n•••@o•••.invalid",
        "•••09",
    )
    told = letters(mailing, "contact-changed")
    assert [each.recipient for each in told] == [ADDRESS, NEW]
    for each in told:
        assert "correo electrónico, celular" in each.body
        assert not any(secret in each.body for secret in (ADDRESS, NEW, "3100000009", "Nadia"))
    assert mailing.services.database.run(lambda db: db.scalar(select(func.count(Consent.id)))) == 2


def test_the_person_and_the_account_have_one_address(mailing: Central, carlos: Colleague) -> None:
    NADIA.registers(carlos)
    NADIA.changes(carlos, email=NEW)
    database = mailing.services.database
    account = select(Holder.email).where(Holder.id_number == NADIA.id_number)
    person = select(Person.email).where(Person.id_number == NADIA.id_number)
    assert database.run(lambda db: (db.scalar(account), db.scalar(person))) == (NEW, NEW)


def test_what_is_not_typed_stays(mailing: Central, carlos: Colleague) -> None:
    NADIA.registers(carlos)
    NADIA.confirms(carlos, code_of(mailing, carlos))
    NADIA.changes(carlos, address="Carrera 3 # 4-05")
    seen = NADIA.contact(carlos)
    assert (seen.address, seen.landline, seen.email) == ("•••05", "•••01", "n•••@c•••.invalid")
    assert seen.confirmed


def code_of(central: Central, desk: Colleague) -> str:
    assert NADIA.asks_for_code(desk, "confirm-address").status_code == 200
    return read_code(central)


def test_another_address_has_to_be_confirmed_anew(mailing: Central, carlos: Colleague) -> None:
    NADIA.registers(carlos)
    NADIA.confirms(carlos, code_of(mailing, carlos))
    assert NADIA.contact(carlos).confirmed
    NADIA.changes(carlos, email=NEW)
    assert not NADIA.contact(carlos).confirmed


def test_who_had_no_address_gets_one(mailing: Central, carlos: Colleague) -> None:
    OLD_PEDRO.registers(carlos)
    assert OLD_PEDRO.changes(carlos, email=NEW).json()["told"] == ["n•••@o•••.invalid"]


def test_without_a_mail_server_nobody_is_said_to_be_told(
    mailing: Central, carlos: Colleague
) -> None:
    NADIA.registers(carlos)
    with without_mail(mailing):
        assert NADIA.changes(carlos, email=NEW).json()["told"] == []
        assert not NADIA.contact(carlos).mail
    assert letters(mailing) == []


def test_looks_and_changes_are_in_the_trail_without_what_was_seen(
    mailing: Central, carlos: Colleague
) -> None:
    LA_CEIBA.registers(carlos)
    LA_CEIBA.contact(carlos)
    LA_CEIBA.changes(carlos, email=NEW, address="Carrera 3 # 4-05")
    wanted = select(AuditEntry).where(AuditEntry.action.in_(("contact-seen", "contact-changed")))
    seen, changed = mailing.services.database.run(lambda db: list(db.scalars(wanted)))
    assert seen.subject == changed.subject
    assert changed.detail.endswith(" email address")
    assert NEW not in changed.detail


def test_nothing_changes_without_consent_or_for_nobody(mailing: Central, carlos: Colleague) -> None:
    NADIA.registers(carlos)
    old = NADIA.changes(carlos, email=NEW, consent_version="2020-1")
    assert old.json()["code"] == "consent-outdated"
    nobody = Customer(NADIA.id_type, "1990009998", {})
    assert nobody.changes(carlos, email=NEW).json()["code"] == "account-unknown"
    assert nobody.asks_for_code(carlos, "confirm-address").json()["code"] == "account-unknown"
    assert NADIA.contact(carlos).email == "n•••@c•••.invalid"


def test_who_does_not_stand_at_a_desk_changes_nobody(mailing: Central, carlos: Colleague) -> None:
    NADIA.registers(carlos)
    for login in ("tomas", "marta"):
        other = hired(mailing, login)
        other.sign_in()
        for answer in (
            NADIA.changes(other, email=NEW),
            NADIA.asks_for_code(other, "reset-secure-key"),
            NADIA.sets_prepaid(other),
        ):
            assert (answer.status_code, answer.json()["code"]) == (403, "not-entitled")
