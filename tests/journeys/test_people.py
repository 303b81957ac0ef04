"""People at the desk, by real keys against the real central; and what somebody may try there."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from sqlalchemy import select

from central.people.tables import Holder, Person
from central.records.tables import AuditEntry
from central.staff.add import add_staff
from central.staff.tables import Role, StaffMember
from kiosk.identity import IdType
from tests.support.central import enrolled
from tests.support.customers import (
    ADDRESS,
    MAIL,
    NADIA,
    PREPAID,
    Customer,
    everything_in,
    letters,
    read_code,
    wrong,
)
from tests.support.office import Office, open_office
from tests.support.staff import Colleague, hired
from tests.support.wire import Wire

NUMBER = "1990000077"
FIELDS = ("Nadia", "", "Ortiz", "Vélez", ADDRESS, "601 555 0101", "300 000 0007",
          "Calle 9 # 8-07", "ibagué (tol)")  # fmt: skip
SECURE = "Zq7-lluvia"


@pytest.fixture
def office(tmp_path: Path, qapp: QGuiApplication, catalogues: Path) -> Iterator[Office]:
    with open_office(tmp_path) as made:
        sends_mail(made)
        yield made


def sends_mail(office: Office) -> None:
    """The chamber has a mail server; what it would send is read out of the outbox."""
    office.central.services.settings.__dict__["mail"] = MAIL


def at(stage: str) -> Callable[[Any], bool]:
    return lambda body: bool(body.stage == stage)


def fills_in(office: Office, number: str = NUMBER) -> None:
    """From the first screen to the form of somebody nobody knows, filled and agreed to."""
    office.presses("F3")
    office.sees("desk/Customer")
    office.types(number).presses("Return")
    office.sees("desk/Customer", lambda body: body.error == "account-unknown")
    office.presses("F3")
    office.sees("desk/PersonForm", lambda body: bool(body.consent))
    for text in FIELDS:
        office.types(text).presses("Tab")
    office.presses("Space")
    office.sees("desk/PersonForm", lambda body: body.agreed)


def registers(office: Office, number: str = NUMBER) -> Any:
    fills_in(office, number)
    office.presses("Return")
    return office.sees("desk/Person", lambda body: body.known)


def asks_for_code(office: Office, key: str) -> str:
    """The cashier sends it; the customer reads it in their mail."""
    office.presses(key)
    body = office.sees("desk/CustomerKey", at("ready"))
    if body.whys and not any(choice.selected for choice in body.whys):
        office.presses("Right")
        office.sees("desk/CustomerKey", lambda body: any(each.selected for each in body.whys))
    office.presses("Return")
    office.sees("desk/CustomerKey", at("code"))
    return read_code(office.central)


def types_key(office: Office, key: str) -> None:
    """The customer, twice, on the keypad."""
    office.sees("desk/CustomerKey", at("key"))
    office.types(key).presses("Return")
    office.sees("desk/CustomerKey", at("again"))
    office.types(key).presses("Return")


def types_code_and_key(office: Office, code: str, key: str) -> None:
    office.types(code).presses("Return")
    types_key(office, key)


def stored(office: Office, column: Any, number: str = NUMBER) -> Any:
    wanted = select(column).where(column.class_.id_number == number)
    return office.central.services.database.run(lambda db: db.scalar(wanted))


def fits(office: Office, column: Any, key: str, number: str = NUMBER) -> bool:
    return office.central.services.hasher.matches(stored(office, column, number), key)


def audited(office: Office, action: str) -> list[str]:
    rows = select(AuditEntry.detail).where(AuditEntry.action == action)
    return office.central.services.database.run(lambda db: list(db.scalars(rows)))


def time_passes(office: Office, seconds: int) -> None:
    """At the desk, where somebody looks at a customer's page now and then.

    Only central's clock moves; this computer, whose own stands, learns the difference by a refusal.
    """
    for done in range(0, seconds, 200):
        office.central.clock.advance(min(200, seconds - done))
        office.presses("F4")
        office.sees("desk/CustomerKey")
        office.presses("Escape")
        page = office.sees("desk/Person", lambda body: body.known or body.error == "clock-skew")
        if not page.known:
            office.presses("F5")
        office.sees("desk/Person", lambda body: body.known)


def test_somebody_new_from_the_first_word_to_both_keys(office: Office) -> None:
    office.signs_in()
    office.opens_shift()
    page = registers(office)
    assert (page.told, page.email, page.confirmed) == ("registered", "n•••@c•••.invalid", False)
    assert (page.has_prepaid_key, page.has_secure_key) == (False, False)
    assert stored(office, Holder.municipality) == "IBAGUÉ (TOL)"

    # The prepaid key, by a code that only she reads.
    types_code_and_key(office, asks_for_code(office, "F4"), PREPAID)
    page = office.sees("desk/Person", lambda body: body.told == "prepaid-key-set")
    assert (page.has_prepaid_key, page.confirmed) == (True, True)
    assert fits(office, Holder.prepaid_key_hash, PREPAID)

    # The secure key: never seen, only a code sent.
    time_passes(office, 60)
    types_code_and_key(office, asks_for_code(office, "F6"), SECURE)
    office.sees("desk/Person", lambda body: body.told == "secure-key-set")
    assert fits(office, Person.secure_key_hash, SECURE)

    # Another address: both are told, and it has to be confirmed anew.
    office.presses("F2")
    office.sees("desk/PersonForm", lambda body: bool(body.consent))
    office.types("nueva@otro.example.invalid").presses("Return")
    office.sees("desk/PersonForm", lambda body: body.agree_fault)
    office.presses("Tab", "Tab", "Tab", "Tab", "Tab", "Space")
    office.sees("desk/PersonForm", lambda body: body.agreed)
    office.presses("Return")
    page = office.sees("desk/Person", lambda body: body.told == "contact-changed")
    assert not page.confirmed
    told = [each.recipient for each in letters(office.central, "contact-changed")]
    assert told == [ADDRESS, "nueva@otro.example.invalid"]
    time_passes(office, 60)
    office.presses("F3")
    office.sees("desk/CustomerKey", at("ready"))
    office.presses("Return")
    office.sees("desk/CustomerKey", at("code"))
    office.types(read_code(office.central)).presses("Return")
    assert office.sees("desk/Person", lambda body: body.told == "address-confirmed").confirmed

    # To the account, and money into it with the keys as they are.
    office.presses("Return")
    office.sees("desk/Customer", lambda body: body.found)
    office.presses("Return")
    office.sees("desk/TopUp", at("fill"))
    office.types("20000").presses("Tab").types("20000").presses("Return")
    office.sees("desk/TopUp", at("sure"))
    office.presses("Return")
    office.sees("desk/TopUp", at("told"))

    kept = everything_in(office.central)
    assert PREPAID not in kept
    assert SECURE not in kept
    log = "".join(
        path.read_text(errors="replace")
        for path in (office.folder / "desk").rglob("*")
        if path.is_file()
    )
    assert not any(secret in log for secret in (PREPAID, SECURE, ADDRESS, NUMBER, "Nadia"))
    office.nothing_wrong()
    assert office.window.warnings == []


def test_faults_stand_at_their_fields_and_nothing_is_sent(office: Office) -> None:
    office.signs_in()
    office.presses("F3")
    office.sees("desk/Customer")
    office.types(NUMBER).presses("Return")
    office.sees("desk/Customer", lambda body: body.error == "account-unknown")
    office.presses("F3")
    office.sees("desk/PersonForm", lambda body: bool(body.consent))
    office.types("Nadia").presses("Return")
    body = office.sees("desk/PersonForm", lambda body: body.agree_fault)
    assert {each.name for each in body.fields if each.fault} == {
        "first_surname", "landline", "mobile", "address", "municipality",
    }  # fmt: skip
    assert stored(office, Holder.id) is None
    office.presses("Escape")
    office.sees("desk/Customer", lambda body: body.fields[0].text == NUMBER)


def test_who_has_no_mail_shows_the_document(office: Office) -> None:
    pedro = "1990000078"
    office.signs_in()
    office.presses("F3")
    office.sees("desk/Customer")
    office.types(pedro).presses("Return")
    office.sees("desk/Customer", lambda body: body.error == "account-unknown")
    office.presses("F3")
    office.sees("desk/PersonForm", lambda body: bool(body.consent))
    for text in ("Pedro", "", "Mora", "", "", *FIELDS[5:]):
        office.types(text).presses("Tab")
    office.presses("Space", "Return")
    office.sees("desk/Person", lambda body: body.known and body.email == "")
    office.presses("F6")  # no code goes nowhere
    office.presses("F4")
    office.sees("desk/CustomerKey", lambda body: not body.by_code)
    office.presses("Return")
    office.sees("desk/CustomerKey", lambda body: body.error == "document-unseen")
    office.presses("Tab", "Space", "Return")
    types_key(office, PREPAID)
    office.sees("desk/Person", lambda body: body.told == "prepaid-key-set")
    assert fits(office, Holder.prepaid_key_hash, PREPAID, pedro)
    assert len(audited(office, "prepaid-key-set-by-document")) == 1


# -- attacks


def test_five_wrong_codes_and_one_that_is_too_late(office: Office) -> None:
    office.signs_in()
    registers(office)
    code = asks_for_code(office, "F4")
    for _ in range(5):
        types_code_and_key(office, wrong(code), PREPAID)
        office.sees("desk/CustomerKey", lambda body: body.error == "code-invalid")
    types_code_and_key(office, code, PREPAID)  # the right one, and too late for it
    office.sees("desk/CustomerKey", lambda body: body.error == "throttled" and body.wait_s > 0)
    office.presses("Escape")
    office.sees("desk/Person", lambda body: body.known)
    time_passes(office, 60)
    office.presses("F4")
    office.sees("desk/CustomerKey", at("ready"))
    office.presses("F4")
    office.sees("desk/CustomerKey", at("code"))
    types_code_and_key(office, code, PREPAID)
    office.sees("desk/CustomerKey", lambda body: body.error == "code-invalid")
    assert stored(office, Holder.prepaid_key_hash) is None

    # Another code, and ten minutes on the clock.
    office.presses("Escape")
    office.sees("desk/Person", lambda body: body.known)
    late = asks_for_code(office, "F4")
    office.presses("Escape")
    office.sees("desk/Person", lambda body: body.known)
    time_passes(office, 600)
    office.presses("F4")
    office.sees("desk/CustomerKey", at("ready"))
    office.presses("F4")
    office.sees("desk/CustomerKey", at("code"))
    types_code_and_key(office, late, PREPAID)
    office.sees("desk/CustomerKey", lambda body: body.error == "code-invalid")
    assert stored(office, Holder.prepaid_key_hash) is None


def test_two_desks_at_once_make_one_person(office: Office) -> None:
    office.signs_in()
    fills_in(office)
    sofia = hired(office.central, "sofia", enrolled(office.central, point_of_sale="C02"))
    sofia.sign_in()
    assert NADIA.registers(sofia, email="otra@example.invalid").json() == {"before": False}
    office.presses("Return")
    page = office.sees("desk/Person", lambda body: body.known)
    assert page.told == "registered-before"
    assert stored(office, Holder.email) == "otra@example.invalid"
    assert len(audited(office, "person-registered")) == 1


def test_a_code_of_one_customer_opens_nothing_of_another(office: Office) -> None:
    office.signs_in()
    registers(office)
    sofia = hired(office.central, "sofia")
    sofia.sign_in()
    other = Customer(IdType.CC, "1990000079", NADIA.fields)
    other.registers(sofia)
    other.asks_for_code(sofia, "set-prepaid-key")
    stolen = read_code(office.central)
    asks_for_code(office, "F4")
    types_code_and_key(office, stolen, PREPAID)
    office.sees("desk/CustomerKey", lambda body: body.error == "code-invalid")


def test_the_network_is_gone_in_the_middle_of_each(office: Office) -> None:
    office.signs_in()
    fills_in(office)
    office.server.off()
    office.presses("Return")
    office.sees("desk/PersonForm", lambda body: body.error == "central-offline")
    assert stored(office, Holder.id) is None
    office.server.on()
    office.presses("Return")
    office.sees("desk/Person", lambda body: body.told == "registered" and body.known)

    office.presses("F4")
    office.sees("desk/CustomerKey", at("ready"))
    office.server.off()
    office.presses("Return")
    office.sees("desk/CustomerKey", lambda body: body.error == "central-offline")
    office.server.on()
    office.presses("Return")
    office.sees("desk/CustomerKey", at("code"))

    office.server.off()
    types_code_and_key(office, read_code(office.central), PREPAID)
    office.sees("desk/CustomerKey", lambda body: body.error == "key-unanswered")
    assert stored(office, Holder.prepaid_key_hash) is None
    office.server.on()
    types_code_and_key(office, read_code(office.central), PREPAID)
    office.sees("desk/Person", lambda body: body.told == "prepaid-key-set")

    office.presses("F2")
    office.sees("desk/PersonForm", lambda body: bool(body.consent))
    office.types("nueva@otro.example.invalid")
    office.presses("Tab", "Tab", "Tab", "Tab", "Tab", "Space")
    office.sees("desk/PersonForm", lambda body: body.agreed)
    office.server.off()
    office.presses("Return")
    office.sees("desk/PersonForm", lambda body: body.error == "central-offline")
    assert stored(office, Holder.email) == ADDRESS
    office.server.on()
    office.presses("Return")
    office.sees("desk/Person", lambda body: body.told == "contact-changed")
    assert stored(office, Holder.email) == "nueva@otro.example.invalid"


def test_answers_get_lost_and_nothing_is_done_twice_or_untold(
    tmp_path: Path, qapp: QGuiApplication, catalogues: Path
) -> None:
    with Wire() as wire, open_office(tmp_path, wire=wire) as office:
        sends_mail(office)
        office.signs_in()
        fills_in(office)
        wire.loses = lambda path: path.endswith("/people/register")
        office.presses("Return")
        office.sees("desk/PersonForm", lambda body: body.error == "central-offline")
        wire.loses = lambda _path: False
        office.presses("Return")
        office.sees("desk/Person", lambda body: body.told == "registered-before" and body.known)
        assert len(audited(office, "person-registered")) == 1

        # The code was sent, and nobody heard so.
        wire.loses = lambda path: path.endswith("/codes/send")
        office.presses("F4")
        office.sees("desk/CustomerKey", at("ready"))
        office.presses("Return")
        office.sees("desk/CustomerKey", lambda body: body.error == "central-offline")
        wire.loses = lambda path: path.endswith("/keys/prepaid")
        office.presses("F4")
        office.sees("desk/CustomerKey", at("code"))
        code = read_code(office.central)
        types_code_and_key(office, code, PREPAID)
        office.sees("desk/CustomerKey", lambda body: body.error == "key-unanswered")
        assert fits(office, Holder.prepaid_key_hash, PREPAID)
        wire.loses = lambda _path: False
        types_code_and_key(office, code, "739105")
        office.sees("desk/CustomerKey", lambda body: body.error == "code-invalid")
        assert fits(office, Holder.prepaid_key_hash, PREPAID)
        assert len(audited(office, "prepaid-key-set-by-code")) == 1


# -- one's own key


def test_a_new_cashier_takes_a_key_reads_the_seed_and_signs_in(office: Office) -> None:
    given = add_staff(office.central.services, "nora", "Nora", Role.CASHIER)
    own = "una clave propia"
    office.sees("desk/Door")
    office.presses("F2")
    office.sees("desk/Enrol", at("login"))
    office.types("nora").presses("Return")
    for step, text in (("given", given), ("key", own), ("again", own)):
        office.sees("desk/Enrol", at(step))
        office.types(text).presses("Return")
    body = office.sees("desk/Enrol", at("scan"))
    nora = Colleague(office.central, "nora", own, body.seed.replace(" ", ""))
    office.presses("Return")
    office.sees("desk/Door", lambda body: body.door.stage == "key")
    office.types(own).presses("Return").types(nora.fresh_code()).presses("Return")
    office.sees("desk/Home")

    # And changes it.
    other = "otra clave larga"
    office.presses("F1")
    for step, text in (("present", own), ("key", other), ("again", other)):
        office.sees("desk/OwnKey", at(step))
        office.types(text).presses("Return")
    office.sees("desk/OwnKey", at("code"))
    office.types(nora.fresh_code()).presses("Return")
    office.sees("desk/OwnKey", at("told"))
    assert len(audited(office, "staff-key-changed")) == 1
    member = office.central.services.database.run(
        lambda db: db.scalar(select(StaffMember).where(StaffMember.login == "nora"))
    )
    assert member is not None
    assert office.central.services.hasher.matches(member.key_hash, other)
    kept = everything_in(office.central)
    assert not any(secret in kept for secret in (given, own, other, nora.seed))
