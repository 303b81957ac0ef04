"""Certificates printed again at a desk: found, allowed with a reason, free, counted, refused."""

from typing import Any

import httpx
import pytest
from sqlalchemy import select

from central.db.ids import new_id
from central.operations.consistency import contradictions
from central.operations.refund import refund
from central.operations.tables import Order, ReceiptRow
from central.records.tables import AuditEntry
from central.staff.copies.tables import DeskCopy
from kiosk.contract import messages as m
from kiosk.contract.staff import certificates as c
from kiosk.documents.model import from_json, plain_text
from tests.support.central import Central, Terminal, enrolled, operation
from tests.support.staff import Colleague, hired

FIND, COPY = "/v1/staff/certificates/find", "/v1/staff/certificates/copy"
REPRINT = "/v1/operations/reprint"
ANA = {"id_type": "CC", "id_number": "1990000001"}
S = m.OperationState


def sold(central: Central) -> m.Operation:
    """Bought by Ana at a dispenser, and charged."""
    kiosk = enrolled(central)
    held = kiosk.authorise(kiosk.order(kiosk.sign_in()))
    kiosk.capture(held.op_id)
    return held


def at_a_desk(central: Central, login: str = "carlos") -> tuple[Colleague, Terminal]:
    desk = enrolled(central, point_of_sale="C01")
    colleague = hired(central, login, desk)
    colleague.sign_in()
    return colleague, desk


def find(colleague: Colleague, **wanted: Any) -> tuple[c.SoldCertificate, ...]:
    answer = colleague.ask(FIND, c.FindCertificates, **wanted)
    assert answer.status_code == 200, answer.text
    return c.SoldCertificates.model_validate_json(answer.content).certificates


def allow(colleague: Colleague, op_id: str, copy_id: str, **more: str) -> httpx.Response:
    return colleague.ask(COPY, c.AllowCopy, copy_id=copy_id, op_id=op_id, **more)


def begin(desk: Terminal, copy_id: str, of_op_id: str) -> httpx.Response:
    """What the desk's own device sends."""
    seq = desk.next_seq()
    return desk.post(REPRINT, m.Reprint(op_id=copy_id, device_seq=seq, of_op_id=of_op_id))


def code(answer: httpx.Response) -> str:
    return str(answer.json()["code"])


def audited(central: Central, action: str) -> list[tuple[str, str]]:
    rows = select(AuditEntry.subject, AuditEntry.detail).where(AuditEntry.action == action)
    return [
        (subject, detail)
        for subject, detail in central.services.database.run(lambda db: db.execute(rows).all())
    ]


def test_it_is_found_by_whatever_is_on_its_papers_and_by_whose_it_is(central: Central) -> None:
    sale = sold(central)
    carlos, _desk = at_a_desk(central)
    database = central.services.database
    order = database.run(lambda db: db.scalars(select(Order)).one())
    for wanted in (sale.verification_code, order.order_number, order.recovery_code):
        (found,) = find(carlos, code=wanted.lower())
        assert found.op_id == sale.op_id
        assert (found.state, found.copies, found.free) == ("valid", 0, 3)
        assert (found.place, found.receipt_number) == ("K01", "")
    assert [each.op_id for each in find(carlos, **ANA)] == [sale.op_id]
    assert find(carlos, id_type="CC", id_number="1990000002") == ()
    assert find(carlos, code="K01-1") == ()
    assert find(carlos, code=sale.verification_code, **ANA) != ()
    nobody = carlos.ask(FIND, c.FindCertificates, id_type="CC", id_number="1990009999")
    assert code(nobody) == "account-unknown"
    assert not any("199000" in str(line) for line in audited(central, "certificates-searched"))


def test_the_number_of_its_receipt_leads_to_it(office: Central) -> None:
    kiosk = enrolled(office)
    opened = kiosk.order(kiosk.sign_in(), 2)
    for index in (1, 2):
        kiosk.capture(kiosk.authorise(opened, index).op_id)
    assert (
        kiosk.post("/v1/orders/receipt", m.FetchReceipt(order_id=opened.order_id)).status_code
        == 200
    )
    carlos, _desk = at_a_desk(office)
    row = office.services.database.run(lambda db: db.scalars(select(ReceiptRow)).one())
    for written in ("K01-000001", "k01-1"):
        found = find(carlos, code=written)
        assert len(found) == 2
        assert {each.receipt_number for each in found} == {"K01-000001"}
    assert row.number == 1


def test_a_copy_is_free_marked_counted_and_somebody_answers_for_it(central: Central) -> None:
    sale = sold(central)
    carlos, desk = at_a_desk(central)
    copy_id = new_id()
    assert code(begin(desk, copy_id, sale.op_id)) == "not-found", "nobody allowed it yet"
    for _ in range(2):
        allowed = allow(carlos, sale.op_id, copy_id, reason="se mojó el papel")
        assert allowed.status_code == 200
    copy = operation(begin(desk, copy_id, sale.op_id))
    assert (copy.state, copy.price) == (S.HELD, 0)
    assert copy.verification_code == sale.verification_code
    assert copy.certificate is not None
    assert plain_text(from_json(copy.certificate.content)).startswith("COPIA 1 - ")
    assert find(carlos, code=sale.verification_code)[0].copies == 0, "nothing came out yet"
    assert operation(desk.capture(copy_id)).state is S.CAPTURED
    told = find(carlos, code=sale.verification_code)[0]
    assert (told.copies, told.free) == (1, 2)
    assert audited(central, "copy-allowed") == [(sale.op_id, f"{copy_id} se mojó el papel")]
    ((subject, detail),) = audited(central, "reprint")
    assert (subject, detail) == (copy_id, f"copy 1 of {sale.op_id} se mojó el papel")
    database = central.services.database
    assert database.run(lambda db: len(db.scalars(select(DeskCopy)).all())) == 1
    assert database.run(lambda db: contradictions(db, "99")) == []


def test_a_copy_that_did_not_come_out_is_not_counted_and_may_be_begun_again(
    office: Central,
) -> None:
    sale = sold(office)
    carlos, desk = at_a_desk(office)
    failed, printed = new_id(), new_id()
    for copy_id in (failed, printed):
        assert allow(carlos, sale.op_id, copy_id).status_code == 200
        operation(begin(desk, copy_id, sale.op_id))
        done = desk.void if copy_id == failed else desk.capture
        assert done(copy_id).status_code == 200
    told = find(carlos, code=sale.verification_code)[0]
    assert (told.copies, told.free) == (1, 2)


def test_leave_is_for_one_copy_at_one_desk(office: Central) -> None:
    sale, other = sold(office), sold(office)
    carlos, desk = at_a_desk(office)
    elsewhere = enrolled(office, point_of_sale="C02")
    copy_id = new_id()
    assert allow(carlos, sale.op_id, copy_id).status_code == 200
    assert code(begin(elsewhere, copy_id, sale.op_id)) == "not-found"
    assert code(begin(desk, copy_id, other.op_id)) == "not-found"
    assert code(allow(carlos, other.op_id, copy_id)) == "fingerprint-mismatch"
    assert code(allow(carlos, other.op_id, sale.op_id)) == "fingerprint-mismatch"
    assert begin(desk, copy_id, sale.op_id).status_code == 200


def test_what_was_refunded_meanwhile_is_not_copied_any_more(office: Central) -> None:
    sale = sold(office)
    carlos, desk = at_a_desk(office)
    copy_id = new_id()
    assert allow(carlos, sale.op_id, copy_id).status_code == 200
    refund(office.services, sale.op_id, new_id(), "sofia", "no se entregó")
    assert code(begin(desk, copy_id, sale.op_id)) == "certificate-void"
    assert code(allow(carlos, sale.op_id, new_id())) == "certificate-void"
    assert find(carlos, code=sale.verification_code)[0].state == "void"


def test_a_copy_is_no_original_and_there_are_so_many_and_no_more(office: Central) -> None:
    sale = sold(office)
    carlos, desk = at_a_desk(office)
    copies = [new_id() for _ in range(3)]
    for copy_id in copies:
        assert allow(carlos, sale.op_id, copy_id).status_code == 200
        assert operation(begin(desk, copy_id, sale.op_id)).state is S.HELD
        assert desk.capture(copy_id).status_code == 200
    assert code(allow(carlos, sale.op_id, new_id())) == "reprint-limit"
    assert code(allow(carlos, copies[0], new_id())) == "not-found"


@pytest.mark.parametrize("login", ["marta", "tomas"])
def test_who_stands_at_no_counter_copies_nothing(office: Central, login: str) -> None:
    sale = sold(office)
    colleague, _desk = at_a_desk(office, login)
    assert code(allow(colleague, sale.op_id, new_id())) == "not-entitled"
    assert audited(office, "copy-allowed") == []


def test_only_a_paired_desk_has_a_printer(office: Central) -> None:
    sale = sold(office)
    carlos = hired(office, "carlos")
    carlos.sign_in()
    assert code(allow(carlos, sale.op_id, new_id())) == "not-possible"
