"""One-time codes: six digits, ten minutes, five tries, one use, and nothing of them on disk."""

import threading

import pytest
from sqlalchemy import select, update

from central.jobs import forget
from central.mail.tables import MailState, OutboxMail
from central.mail.worker import deliver_due
from central.operations.mail_order import attachment
from central.people import one_time
from central.people.one_time import GOOD_FOR_S, KEPT_S, SENT_PAUSE_S, TRIES_MAX
from central.people.tables import Holder, OneTimeCode
from central.settings import Mail
from tests.support.central import Central, enrolled
from tests.support.customers import (
    ADDRESS,
    BOTH,
    NADIA,
    OLD_PEDRO,
    Customer,
    everything_in,
    letters,
    read_code,
    without_mail,
    wrong,
)
from tests.support.mail import mail_server
from tests.support.staff import Colleague, hired

CONFIRM = "confirm-address"


@pytest.fixture
def nadia(carlos: Colleague) -> Customer:
    assert NADIA.registers(carlos).status_code == 200
    return NADIA


def sent(central: Central, desk: Colleague, customer: Customer, purpose: str = CONFIRM) -> str:
    answer = customer.asks_for_code(desk, purpose)
    assert answer.status_code == 200, answer.text
    return read_code(central)


def test_a_code_goes_to_its_owner_and_works_once(
    mailing: Central, carlos: Colleague, nadia: Customer
) -> None:
    answer = nadia.asks_for_code(carlos, CONFIRM)
    assert answer.json()["to"] == ["n•••@c•••.invalid"]
    (letter,) = letters(mailing, "one-time-code")
    assert letter.recipient == ADDRESS
    code = read_code(mailing)
    assert len(code) == 6
    assert nadia.confirms(carlos, code).json()["confirmed"] is True
    again = nadia.confirms(carlos, code)
    assert (again.status_code, again.json()["code"]) == (403, "code-invalid")


def test_the_desk_never_hears_a_code_and_the_database_never_has_it(
    mailing: Central, carlos: Colleague, nadia: Customer
) -> None:
    answer = nadia.asks_for_code(carlos, "reset-secure-key")
    code = read_code(mailing)
    assert code not in answer.text
    kept = everything_in(mailing)
    assert "one-time" in kept
    assert code not in kept


def test_the_mail_that_goes_out_has_the_code_and_the_outbox_not_even_then(
    mailing: Central, carlos: Colleague, nadia: Customer
) -> None:
    code = sent(mailing, carlos, nadia)
    with mail_server() as box:
        server = Mail(host="127.0.0.1", port=box.port, encryption="none", timeout_s=5.0)
        mailing.services.settings.__dict__["mail"] = server
        assert deliver_due(mailing.services, attachment) == 1
    (mail,) = box.mails
    assert code in mail.get_content()
    assert code not in mail["Subject"]
    assert list(mail.iter_attachments()) == []
    assert code not in everything_in(mailing)


def test_a_mail_that_is_late_brings_no_code_that_is_over(
    mailing: Central, carlos: Colleague, nadia: Customer
) -> None:
    sent(mailing, carlos, nadia)
    mailing.clock.advance(GOOD_FOR_S)
    assert deliver_due(mailing.services, attachment) == 0
    row = mailing.services.database.run(lambda db: db.scalar(select(OutboxMail)))
    assert row is not None
    assert (row.state, row.reason) == (MailState.PARKED, "code-over")


def test_five_wrong_ones_end_a_code(mailing: Central, carlos: Colleague, nadia: Customer) -> None:
    code = sent(mailing, carlos, nadia)
    for _ in range(TRIES_MAX):
        answer = nadia.confirms(carlos, wrong(code))
        assert (answer.status_code, answer.json()["code"]) == (403, "code-invalid")
    slowed = nadia.confirms(carlos, code)
    assert (slowed.status_code, slowed.json()["code"]) == (429, "throttled")
    mailing.clock.advance(slowed.json()["retry_after_s"])
    assert nadia.confirms(carlos, code).json()["code"] == "code-invalid"
    mailing.clock.advance(SENT_PAUSE_S)
    assert nadia.confirms(carlos, sent(mailing, carlos, nadia)).status_code == 200


def test_four_wrong_ones_do_not(mailing: Central, carlos: Colleague, nadia: Customer) -> None:
    code = sent(mailing, carlos, nadia)
    for _ in range(TRIES_MAX - 1):
        nadia.confirms(carlos, wrong(code))
    assert nadia.confirms(carlos, code).status_code == 200


@pytest.mark.parametrize(("seconds", "status"), [(GOOD_FOR_S - 1, 200), (GOOD_FOR_S, 403)])
def test_a_code_is_good_for_ten_minutes(
    mailing: Central, carlos: Colleague, nadia: Customer, seconds: int, status: int
) -> None:
    code = sent(mailing, carlos, nadia)
    for passed in range(0, seconds, 200):  # the cashier goes on working, so the session lives
        mailing.clock.advance(min(200, seconds - passed))
        nadia.contact(carlos)
    assert nadia.confirms(carlos, code).status_code == status


def test_a_code_is_for_one_purpose_and_one_person(
    mailing: Central, carlos: Colleague, nadia: Customer
) -> None:
    other = Customer(NADIA.id_type, "1990000079", NADIA.fields)
    other.registers(carlos)
    code = sent(mailing, carlos, nadia, "set-prepaid-key")
    assert nadia.confirms(carlos, code).status_code == 403
    assert nadia.sets_secure(carlos, code).status_code == 403
    assert other.sets_prepaid(carlos, code=code).status_code == 403
    assert nadia.sets_prepaid(carlos, code=code).status_code == 200


@BOTH
def test_a_new_code_ends_the_one_before(
    mailing: Central, carlos: Colleague, nadia: Customer
) -> None:
    first = sent(mailing, carlos, nadia)
    mailing.clock.advance(SENT_PAUSE_S)
    second = sent(mailing, carlos, nadia)
    assert first != second
    assert nadia.confirms(carlos, first).status_code == 403
    assert nadia.confirms(carlos, second).status_code == 200


def test_another_address_ends_what_was_sent_to_the_old_one(
    mailing: Central, carlos: Colleague, nadia: Customer
) -> None:
    code = sent(mailing, carlos, nadia, "reset-secure-key")
    assert nadia.changes(carlos, email="nueva@example.invalid").status_code == 200
    assert nadia.sets_secure(carlos, code).json()["code"] == "code-invalid"


def test_a_code_is_worth_nothing_once_its_owner_reads_elsewhere(
    mailing: Central, carlos: Colleague, nadia: Customer
) -> None:
    """However the address came to be another one."""
    code = sent(mailing, carlos, nadia)
    moved = update(Holder).where(Holder.email == ADDRESS).values(email="nueva@example.invalid")
    mailing.services.database.run(lambda db: db.execute(moved))
    assert nadia.confirms(carlos, code).json()["code"] == "code-invalid"


def test_codes_to_one_person_are_few(mailing: Central, carlos: Colleague, nadia: Customer) -> None:
    waits = []
    for _ in range(4):
        sent(mailing, carlos, nadia)
        slowed = nadia.asks_for_code(carlos, "set-prepaid-key")
        assert (slowed.status_code, slowed.json()["code"]) == (429, "throttled")
        waits.append(slowed.json()["retry_after_s"])
        for _part in range(0, waits[-1], 200):
            mailing.clock.advance(min(200, waits[-1]))
            nadia.contact(carlos)
    assert waits == [60, 60, 600, 600]
    assert len(letters(mailing, "one-time-code")) == 4


def test_codes_from_one_place_are_not_too_many(
    mailing: Central, carlos: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_time, "PLACE_MAX", 2)
    each = NADIA
    for number in range(3):
        each = Customer(NADIA.id_type, f"19900020{number:02d}", NADIA.fields)
        each.registers(carlos)
        answer = each.asks_for_code(carlos, CONFIRM)
        assert answer.status_code == (200 if number < 2 else 429), number
    sofia = hired(mailing, "sofia", enrolled(mailing, point_of_sale="C02"))
    sofia.sign_in()
    assert each.asks_for_code(sofia, CONFIRM).status_code == 200


def test_wrong_codes_of_many_people_make_a_terminal_wait(
    mailing: Central, carlos: Colleague
) -> None:
    answers = []
    for number in range(11):
        each = Customer(NADIA.id_type, f"19900030{number:02d}", NADIA.fields)
        each.registers(carlos)
        answers.append(each.confirms(carlos, "123456").json()["code"])
    assert answers == ["code-invalid"] * 10 + ["throttled"]


def test_without_an_address_or_a_server_there_is_no_code(
    mailing: Central, carlos: Colleague, nadia: Customer
) -> None:
    OLD_PEDRO.registers(carlos)
    answer = OLD_PEDRO.asks_for_code(carlos, CONFIRM)
    assert (answer.status_code, answer.json()["code"]) == (409, "no-mail-address")
    with without_mail(mailing):
        assert nadia.asks_for_code(carlos, CONFIRM).json()["code"] == "mail-off"


@BOTH
def test_two_who_type_the_same_code_at_once_use_it_once(
    mailing: Central, carlos: Colleague, nadia: Customer
) -> None:
    sofia = hired(mailing, "sofia", enrolled(mailing, point_of_sale="C02"))
    sofia.sign_in()
    code = sent(mailing, carlos, nadia, "set-prepaid-key")
    start, statuses = threading.Barrier(2), []

    def types(desk: Colleague, key: str) -> None:
        start.wait()
        statuses.append(nadia.sets_prepaid(desk, key, code=code).status_code)

    threads = [
        threading.Thread(target=types, args=args)
        for args in ((carlos, "482107"), (sofia, "739105"))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200, 403]


def test_old_codes_are_forgotten(mailing: Central, carlos: Colleague, nadia: Customer) -> None:
    sent(mailing, carlos, nadia)
    rows = select(OneTimeCode.id)
    mailing.clock.advance(KEPT_S - 1)
    forget(mailing.services)
    assert mailing.services.database.run(lambda db: db.scalar(rows)) is not None
    mailing.clock.advance(2)
    forget(mailing.services)
    assert mailing.services.database.run(lambda db: db.scalar(rows)) is None
