"""Reprints: the same code and words, marked, counted, free, and only of what was paid for."""

import threading

import pytest

from central.db.ids import new_id
from central.ledger.statement import verify
from central.operations.consistency import contradictions
from central.operations.copies import copies_of
from central.operations.refund import refund
from central.operations.verification import code_status
from central.sample import ANA, CLARA
from kiosk.contract import messages as m
from kiosk.contract.documents import document_is_genuine
from kiosk.documents.model import from_json, plain_text
from tests.support.central import CAFE_PRICE, Central, Terminal, enrolled, operation

PATH = "/v1/operations/reprint"
S = m.OperationState


def sold(terminal: Terminal) -> m.Operation:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    terminal.capture(held.op_id)
    return held


def asked(terminal: Terminal, of_op_id: str, session: str = "") -> m.Reprint:
    return m.Reprint(
        op_id=new_id(),
        device_seq=terminal.next_seq(),
        session=session or terminal.sign_in(),
        of_op_id=of_op_id,
    )


def printed(terminal: Terminal, of_op_id: str) -> m.Operation:
    """A reprint that was printed."""
    copy = operation(terminal.post(PATH, asked(terminal, of_op_id)))
    assert operation(terminal.capture(copy.op_id)).state is S.CAPTURED
    return copy


def test_a_copy_says_the_same_under_its_mark(central: Central, terminal: Terminal) -> None:
    sale = sold(terminal)
    for number in (1, 2):
        copy = printed(terminal, sale.op_id)
        assert (copy.price, copy.verification_code) == (0, sale.verification_code)
        assert copy.certificate is not None
        assert document_is_genuine(copy.certificate, terminal.identity.central_key)
        mark, rest = plain_text(from_json(copy.certificate.content)).split("\n", 1)
        assert mark.startswith(f"COPIA {number} - ")
        assert rest == plain_text(from_json(sale.certificate.content))
    services = central.services
    assert services.database.run(lambda db: copies_of(db, "99", sale.op_id)) == 2
    status = services.database.run(lambda db: code_status(db, sale.verification_code))
    assert status is not None
    assert (status.state, status.content) == ("valid", sale.certificate.content)


def test_who_verifies_is_told_how_many_copies_were_printed(
    central: Central, terminal: Terminal
) -> None:
    sale = sold(terminal)
    http = central.http()

    def copies() -> tuple[int, bool]:
        code = {"code": sale.verification_code}
        api = http.post("/v1/public/verifications", json=code).json()
        page = http.post(f"/v/{sale.verification_code}").text
        return api["copies"], "Copias impresas" in page

    assert copies() == (0, False)
    terminal.void(operation(terminal.post(PATH, asked(terminal, sale.op_id))).op_id)
    held = operation(terminal.post(PATH, asked(terminal, sale.op_id)))
    assert copies() == (0, False)  # one did not come out, one is being printed
    terminal.capture(held.op_id)
    printed(terminal, sale.op_id)
    assert copies() == (2, True)
    assert "<dd>2 (cada una" in http.post(f"/v/{sale.verification_code}").text


def test_a_copy_moves_no_money(central: Central, terminal: Terminal) -> None:
    sale = sold(terminal)
    printed(terminal, sale.op_id)
    account = terminal.account(terminal.sign_in())
    assert (account.available, account.held) == (ANA.balance - CAFE_PRICE, 0)
    assert len(account.movements) == 2  # the top-up and the sale
    database = central.services.database
    assert database.run(verify) == []
    assert database.run(lambda db: contradictions(db, "99")) == []


def test_a_repeat_is_the_same_copy(central: Central, terminal: Terminal) -> None:
    message = asked(terminal, sold(terminal).op_id)
    first = terminal.post(PATH, message)
    again = terminal.post(PATH, message)
    assert again.headers["Idempotency-Hit"] == "true"
    assert again.json() == first.json()
    assert central.services.database.run(lambda db: copies_of(db, "99", message.of_op_id)) == 1


def test_a_repeat_in_a_later_session_is_the_same_copy(terminal: Terminal) -> None:
    message = asked(terminal, sold(terminal).op_id)
    first = terminal.post(PATH, message)
    again = terminal.post(PATH, message.model_copy(update={"session": terminal.sign_in()}))
    assert (again.status_code, again.json()) == (200, first.json())


def test_copies_end_at_the_limit_and_a_void_one_does_not_count(terminal: Terminal) -> None:
    sale = sold(terminal)
    unprinted = operation(terminal.post(PATH, asked(terminal, sale.op_id)))
    assert operation(terminal.void(unprinted.op_id)).state is S.VOIDED_BY_DEVICE
    for _ in range(3):
        printed(terminal, sale.op_id)
    answer = terminal.post(PATH, asked(terminal, sale.op_id))
    assert (answer.status_code, answer.json()["code"]) == (409, "reprint-limit")


@pytest.mark.parametrize("what", ["held", "void", "refunded", "unknown", "copy"])
def test_only_a_charged_sale_has_copies(lone: Terminal, what: str) -> None:
    of_op_id = new_id()
    if what == "copy":
        of_op_id = printed(lone, sold(lone).op_id).op_id
    elif what == "refunded":
        of_op_id = sold(lone).op_id
        refund(lone.central.services, of_op_id, new_id(), "marta", "salió en blanco")
    elif what != "unknown":
        of_op_id = lone.authorise(lone.order(lone.sign_in())).op_id
        if what == "void":
            lone.void(of_op_id)
    answer = lone.post(PATH, asked(lone, of_op_id))
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


def test_nobody_else_gets_a_copy(lone: Terminal) -> None:
    sale = sold(lone)
    answer = lone.post(PATH, asked(lone, sale.op_id, lone.sign_in(CLARA)))
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


def test_a_copy_may_come_from_another_kiosk_and_late(central: Central, terminal: Terminal) -> None:
    sale = sold(terminal)
    other = enrolled(central, point_of_sale="K02")
    copy = operation(other.post(PATH, asked(other, sale.op_id)))
    central.clock.advance(central.services.settings.hold_s + 1)
    late = operation(other.capture(copy.op_id))
    assert (late.state, late.late) == (S.CAPTURED, True)
    assert central.services.database.run(lambda db: contradictions(db, "99")) == []


def test_copies_asked_for_at_once_get_different_numbers(
    central: Central, terminal: Terminal
) -> None:
    sale = sold(terminal)
    kiosks = [enrolled(central, point_of_sale=f"K1{number}") for number in range(3)]
    asks = [asked(kiosk, sale.op_id) for kiosk in kiosks]
    marks: list[str] = []

    def ask(kiosk: Terminal, message: m.Reprint) -> None:
        copy = operation(kiosk.post(PATH, message))
        assert copy.certificate is not None
        marks.append(plain_text(from_json(copy.certificate.content))[:8])

    threads = [threading.Thread(target=ask, args=pair) for pair in zip(kiosks, asks, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(marks) == ["COPIA 1 ", "COPIA 2 ", "COPIA 3 "]
