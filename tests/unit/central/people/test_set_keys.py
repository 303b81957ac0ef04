"""Keys that customers set: by a code or by their document, unseen, and everybody is told."""

import logging

import pytest
import structlog
from sqlalchemy import select, update

from central.people.keys import KeyHasher
from central.people.sessions import SCOPE
from central.people.tables import Holder, Throttle
from central.people.throttle import STOP_AT
from central.sample import ANA
from kiosk.contract import messages as m
from kiosk.contract.staff import reports as r
from tests.support.central import Central, enrolled
from tests.support.customers import (
    BOTH,
    LA_CEIBA,
    NADIA,
    NEW_KEY,
    OLD_PEDRO,
    PREPAID,
    Customer,
    everything_in,
    letters,
    read_code,
    without_mail,
)
from tests.support.staff import Colleague, hired

ANA_HERE = Customer(ANA.id_type, ANA.id_number, {})
DAYS = {"first_day": "2026-11-21", "last_day": "2026-11-22"}


def code_for(central: Central, desk: Colleague, customer: Customer, purpose: str) -> str:
    answer = customer.asks_for_code(desk, purpose)
    assert answer.status_code == 200, answer.text
    return read_code(central)


def signs_in(central: Central, key: str, number: str = ANA.id_number) -> tuple[int, str]:
    kiosk = enrolled(central, point_of_sale="K09")
    message = m.OpenSession(id_type=ANA.id_type, id_number=number, secure_key=key)
    answer = kiosk.post("/v1/sessions/open", message)
    return answer.status_code, answer.json().get("code", "")


def prepaid_fits(central: Central, number: str, key: str) -> bool:
    wanted = select(Holder.prepaid_key_hash).where(Holder.id_number == number)
    stored = central.services.database.run(lambda db: db.scalar(wanted))
    return KeyHasher(central.services.settings.hashing).matches(stored, key)


@BOTH
def test_a_secure_key_is_set_with_the_code_and_the_old_one_is_worth_nothing(
    mailing: Central, carlos: Colleague
) -> None:
    kiosk = enrolled(mailing)
    session = kiosk.sign_in(ANA)
    code = code_for(mailing, carlos, ANA_HERE, "reset-secure-key")
    answer = ANA_HERE.sets_secure(carlos, code)
    assert answer.json() == {"told": ["a•••@e•••.invalid"]}
    assert kiosk.post("/v1/account", m.FetchAccount(session=session)).json()["code"] == (
        "session-expired"
    )
    assert signs_in(mailing, NEW_KEY)[0] == 200
    assert signs_in(mailing, ANA.secure_key) == (401, "credentials-invalid")
    (letter,) = letters(mailing, "key-changed")
    assert "clave segura" in letter.body


def test_who_was_blocked_by_wrong_tries_is_in_again(mailing: Central, carlos: Colleague) -> None:
    kiosk = enrolled(mailing)
    wrong = m.OpenSession(id_type=ANA.id_type, id_number=ANA.id_number, secure_key="wrong")
    kiosk.post("/v1/sessions/open", wrong)
    tried = update(Throttle).where(Throttle.scope == SCOPE).values(failures=STOP_AT)
    mailing.services.database.run(lambda db: db.execute(tried))
    answer = kiosk.post("/v1/sessions/open", wrong)
    assert answer.json()["code"] == "key-blocked"
    ANA_HERE.sets_secure(carlos, code_for(mailing, carlos, ANA_HERE, "reset-secure-key"))
    assert signs_in(mailing, NEW_KEY)[0] == 200


def test_who_never_had_a_key_gets_the_first_one(mailing: Central, carlos: Colleague) -> None:
    NADIA.registers(carlos)
    assert signs_in(mailing, NEW_KEY, NADIA.id_number) == (403, "not-activated")
    NADIA.sets_secure(carlos, code_for(mailing, carlos, NADIA, "reset-secure-key"))
    assert signs_in(mailing, NEW_KEY, NADIA.id_number)[0] == 200
    assert NADIA.contact(carlos).confirmed  # who types the code reads the address


def test_a_company_has_no_secure_key_to_reset(mailing: Central, carlos: Colleague) -> None:
    LA_CEIBA.registers(carlos)
    assert LA_CEIBA.asks_for_code(carlos, "reset-secure-key").json()["code"] == "not-possible"
    assert LA_CEIBA.sets_secure(carlos, "123456").json()["code"] == "not-possible"


def test_a_key_that_anybody_would_guess_is_refused_and_costs_no_code(
    mailing: Central, carlos: Colleague
) -> None:
    NADIA.registers(carlos)
    code = code_for(mailing, carlos, NADIA, "set-prepaid-key")
    for key in ("48210", "111122", "234567", "qwerty", NADIA.id_number, "x" * 33):
        weak = NADIA.sets_prepaid(carlos, key, code=code)
        assert (weak.status_code, weak.json()["code"]) == (422, "key-too-weak")
        assert key not in weak.text
    assert NADIA.sets_prepaid(carlos, code=code).status_code == 200


def test_where_there_is_an_address_the_document_is_not_enough(
    mailing: Central, carlos: Colleague
) -> None:
    NADIA.registers(carlos)
    answer = NADIA.sets_prepaid(carlos)
    assert (answer.status_code, answer.json()["code"]) == (409, "code-needed")
    assert not prepaid_fits(mailing, NADIA.id_number, PREPAID)
    with without_mail(mailing):  # no code can come: what was seen has to do
        assert NADIA.sets_prepaid(carlos).json() == {"told": []}
    assert prepaid_fits(mailing, NADIA.id_number, PREPAID)


def test_who_has_no_address_shows_the_document(mailing: Central, carlos: Colleague) -> None:
    OLD_PEDRO.registers(carlos)
    assert OLD_PEDRO.sets_prepaid(carlos).json() == {"told": []}
    assert prepaid_fits(mailing, OLD_PEDRO.id_number, PREPAID)


def test_nobody_finds_a_key_anywhere(
    mailing: Central, carlos: Colleague, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    NADIA.registers(carlos)
    code = code_for(mailing, carlos, NADIA, "set-prepaid-key")
    answers = [NADIA.sets_prepaid(carlos, code=code).text]
    mailing.clock.advance(60)
    code = code_for(mailing, carlos, NADIA, "reset-secure-key")
    with structlog.testing.capture_logs() as logged:
        answers.append(NADIA.sets_secure(carlos, code).text)
        OLD_PEDRO.registers(carlos)
        answers.append(OLD_PEDRO.sets_prepaid(carlos, "739105").text)
    kept = everything_in(mailing) + "\n".join(answers) + str(logged) + caplog.text
    for key in (PREPAID, NEW_KEY, "739105", code):
        assert key not in kept
    # The search finds what is there.
    assert NADIA.id_number in kept


def test_the_log_of_key_changes_says_who_whose_how_and_why(
    mailing: Central, carlos: Colleague
) -> None:
    NADIA.registers(carlos)
    NADIA.sets_prepaid(carlos, code=code_for(mailing, carlos, NADIA, "set-prepaid-key"))
    mailing.clock.advance(60)
    NADIA.sets_secure(carlos, code_for(mailing, carlos, NADIA, "reset-secure-key"))
    OLD_PEDRO.registers(carlos)
    OLD_PEDRO.sets_prepaid(carlos)
    sofia = hired(mailing, "sofia")
    sofia.sign_in()
    answer = sofia.ask("/v1/staff/reports/key-changes", r.ReportKeyChanges, **DAYS)
    report = r.ReportGiven.model_validate_json(answer.content).report
    told = [row[1:] for row in report.rows if row[1] == "carlos" and row[2] != "carlos"]
    assert told == [
        ("carlos", "CC ••••• 077", "Código para la clave prepago", "Por correo al titular", ""),
        (
            "carlos",
            "CC ••••• 077",
            "Clave prepago puesta por su titular",
            "Código por correo",
            "Primera clave",
        ),
        ("carlos", "CC ••••• 077", "Código para la clave segura", "Por correo al titular", ""),
        (
            "carlos",
            "CC ••••• 077",
            "Clave segura puesta por su titular",
            "Código por correo",
            "La olvidó",
        ),
        (
            "carlos",
            "CC ••••• 078",
            "Clave prepago puesta por su titular",
            "Documento visto por quien atendió",
            "Primera clave",
        ),
    ]
    refused = carlos.ask("/v1/staff/reports/key-changes", r.ReportKeyChanges, **DAYS)
    assert refused.json()["code"] == "not-entitled"
