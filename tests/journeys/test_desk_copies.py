"""Certificates printed again at the desk, by real keys: found, why, what comes out and is told."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from sqlalchemy import select, update

from central.db.ids import new_id
from central.mail.worker import deliver_due
from central.operations.mail_order import attachment
from central.operations.refund import refund
from central.operations.tables import OperationKind, OperationRow
from central.people.tables import Holder
from central.records.tables import AuditEntry
from central.sample import ANA
from central.settings import Mail
from central.staff.copies.tables import DeskCopy
from kiosk.contract import messages as m
from tests.support.central import enrolled
from tests.support.mail import mail_server
from tests.support.office import Office, open_office
from tests.support.selling import certificates
from tests.support.staff import hired
from tests.support.strike import in_certificate

S = m.OperationState
ADDRESS = "ana@example.invalid"


@pytest.fixture
def office(tmp_path: Path, qapp: QGuiApplication, catalogues: Path) -> Iterator[Office]:
    with open_office(tmp_path, roll=True) as made:
        yield made
        made.nothing_wrong()


def sold_at_a_kiosk(office: Office, *, printed: bool = True) -> m.Operation:
    """Ana bought it at a dispenser; its paper came out, or nobody knows."""
    kiosk = enrolled(office.central)
    held = kiosk.authorise(kiosk.order(kiosk.sign_in()))
    if printed:
        kiosk.capture(held.op_id)
    return held


def opens_certificates(office: Office) -> None:
    """The second line of what was written down."""
    office.presses("F7")
    office.sees("desk/Records")
    office.presses("Down")
    office.sees("desk/Records", lambda body: body.parts[1].selected)
    office.presses("Return")
    office.sees("desk/Certificates", lambda body: not body.found)


def looks_for(office: Office, code: str) -> Any:
    opens_certificates(office)
    office.types(code.lower()).presses("Return")
    return office.sees("desk/Certificates", lambda body: body.found)


def says_why(office: Office, reason: str = "se mojó el papel") -> Any:
    office.presses("F7")
    office.sees("desk/Copying")
    office.types(reason).presses("Return")
    return office.sees("desk/CopyTold")


def copies(office: Office) -> list[OperationRow]:
    rows = select(OperationRow).where(OperationRow.kind == OperationKind.REPRINT)
    rows = rows.order_by(OperationRow.copy_index)
    return office.central.services.database.run(lambda db: list(db.scalars(rows)))


def allowed(office: Office) -> list[str]:
    rows = select(DeskCopy.reason).order_by(DeskCopy.at)
    return office.central.services.database.run(lambda db: list(db.scalars(rows)))


def test_a_certificate_of_a_kiosk_comes_out_again_as_a_counted_copy(office: Office) -> None:
    sale = sold_at_a_kiosk(office)
    office.signs_in()
    found = looks_for(office, sale.verification_code)
    assert (found.sold.code, found.sold.copies, found.no_copy) == (sale.verification_code, 0, "")
    told = says_why(office)
    assert (told.ended, told.trouble) == ("printed", "")
    (paper,) = certificates(office)
    assert "COPIA 1 - " in paper
    assert sale.verification_code in paper
    office.presses("Return")
    again = office.sees("desk/Certificates", lambda body: body.found)
    assert (again.sold.copies, again.sold.free) == (1, 2)
    (copy,) = copies(office)
    assert (copy.state, copy.price, copy.of_op_id) == (S.CAPTURED, 0, sale.op_id)
    assert allowed(office) == ["se mojó el papel"]
    trail = select(AuditEntry.actor, AuditEntry.detail).where(AuditEntry.action == "reprint")
    database = office.central.services.database
    ((actor, detail),) = database.run(lambda db: db.execute(trail).all())
    assert "se mojó el papel" in detail
    assert actor == database.run(lambda db: db.scalars(select(DeskCopy.staff_id)).one())
    assert office.window.warnings == []


def test_without_paper_nothing_is_counted_and_it_is_tried_again(office: Office) -> None:
    assert office.paper is not None
    sale = sold_at_a_kiosk(office)
    office.signs_in()
    looks_for(office, sale.verification_code)
    office.presses("F7")
    office.sees("desk/Copying")
    office.types("se perdió")
    office.paper.open_cover()
    office.presses("Return")
    told = office.sees("desk/CopyTold")
    assert (told.ended, told.trouble) == ("none", "cover_open")
    assert certificates(office) == []
    assert [copy.state for copy in copies(office)] == [S.VOIDED_BY_DEVICE]
    office.closes_the_cover()
    office.presses("F7")
    asked = office.sees("desk/Copying")
    assert asked.fields[0].text == "se perdió"
    office.presses("Return")
    assert office.sees("desk/CopyTold").ended == "printed"
    office.presses("Return")
    shown = office.sees("desk/Certificates", lambda body: body.found)
    assert (shown.sold.copies, shown.sold.free) == (1, 2)
    assert len(certificates(office)) == 1


def test_a_jam_in_the_middle_is_not_called_printed_and_waits_for_a_person(office: Office) -> None:
    assert office.paper is not None
    sale = sold_at_a_kiosk(office)
    office.signs_in()
    looks_for(office, sale.verification_code)
    in_certificate(office.paper, office.paper.paper_jam)
    told = says_why(office)
    assert told.ended == "unknown"
    assert not told.keys[0].enabled
    office.paper.paper_jam(False)
    office.presses("Return")
    shown = office.sees("desk/Certificates", lambda body: body.found)
    assert (shown.sold.copies, shown.sold.free) == (0, 2), "it may have been a paper"
    office.presses("Escape")
    office.sees("desk/Certificates", lambda body: not body.found)
    office.presses("Escape")
    office.sees("desk/Records")
    office.presses("Escape")
    office.sees("desk/Home", lambda body: body.waiting == 1)
    office.presses("F4")
    office.sees("desk/Queue")
    office.presses("Return")
    story = office.sees("desk/Operation")
    assert (story.certificate, story.line.amount) == ("CerMat", "$0")


def test_the_line_is_cut_before_the_leave_and_in_the_middle_of_the_paper(office: Office) -> None:
    assert office.paper is not None
    sale = sold_at_a_kiosk(office)
    office.signs_in()
    looks_for(office, sale.verification_code)
    office.presses("F7")
    office.sees("desk/Copying")
    office.types("ilegible")
    office.server.off()
    office.presses("Return")
    office.sees("desk/Copying", lambda body: body.error == "central-offline")
    assert copies(office) == []
    office.server.on()
    in_certificate(office.paper, office.server.off)
    office.presses("Return", "Return")  # the second one means nothing
    told = office.sees("desk/CopyTold")
    assert told.ended == "late"
    assert len(certificates(office)) == 1
    office.server.on()
    office.presses("Return")
    # The machine tells it by itself as soon as it can; then the list says one more.
    shown = office.sees("desk/Certificates", lambda body: body.found)
    while shown.sold.copies == 0:
        office.presses("F5")
        shown = office.sees("desk/Certificates", lambda body: body.found)
    assert (shown.sold.copies, shown.sold.free) == (1, 2)
    assert [copy.state for copy in copies(office)] == [S.CAPTURED]
    assert allowed(office) == ["ilegible"], "one wish, however often it was sent"


def test_what_is_in_process_or_void_is_refused_with_the_reason(office: Office) -> None:
    held, sale = sold_at_a_kiosk(office, printed=False), sold_at_a_kiosk(office)
    office.signs_in()
    found = looks_for(office, held.verification_code)
    assert (found.sold.state, found.no_copy) == ("in_process", "certificate-in-process")
    assert "Pendientes" in office.text("noCopyText")
    office.presses("F7", "Return")
    office.sees("desk/Certificates", lambda body: body.found)
    office.presses("F2")
    office.sees("desk/Certificates", lambda body: not body.found)
    office.types(sale.verification_code).presses("Return")
    office.sees("desk/Certificates", lambda body: body.found and body.sold.state == "valid")
    office.presses("F7")
    office.sees("desk/Copying")
    # Somebody gives its money back in the meantime.
    refund(office.central.services, sale.op_id, new_id(), "sofia", "no se entregó")
    office.types("se perdió").presses("Return")
    office.sees("desk/Copying", lambda body: body.error == "certificate-void")
    assert "anulado" in office.text("errorText")
    assert copies(office) == []
    assert certificates(office) == []


def test_who_may_not_copy_is_not_even_offered_it(office: Office) -> None:
    office.staff["marta"] = hired(office.central, "marta")
    office.signs_in("marta")
    office.presses("F7")
    parts = office.sees("desk/Records").parts
    assert "certificates" not in [part.code for part in parts]


def test_without_a_printer_it_is_kept_as_a_file(
    tmp_path: Path, qapp: QGuiApplication, catalogues: Path
) -> None:
    with open_office(tmp_path) as office:
        sale = sold_at_a_kiosk(office)
        office.signs_in()
        looks_for(office, sale.verification_code)
        told = says_why(office)
        name = f"certificado-{sale.verification_code}-copia1.pdf"
        kept = office.folder / "desk" / "papeles" / name
        assert (told.ended, told.file) == ("kept", str(kept))
        assert kept.read_bytes().startswith(b"%PDF")
        assert kept.stat().st_mode & 0o077 == 0
        assert [copy.state for copy in copies(office)] == [S.CAPTURED]
        office.nothing_wrong()


# -- receipts of orders


def receipted(office: Office) -> str:
    """Ana bought two at a dispenser and had the receipt printed; gives its first code."""
    kiosk = enrolled(office.central)
    opened = kiosk.order(kiosk.sign_in(), 2)
    held = [kiosk.authorise(opened, index) for index in (1, 2)]
    for copy in held:
        kiosk.capture(copy.op_id)
    fetched = kiosk.post("/v1/orders/receipt", m.FetchReceipt(order_id=opened.order_id))
    assert fetched.status_code == 200
    return held[0].verification_code


def with_mail(office: Office, port: int) -> None:
    """Mail is on, and Ana has given an address for her account."""
    mail = Mail(host="127.0.0.1", port=port, encryption="none", sender="caja@example.invalid")
    office.central.services.settings.__dict__["mail"] = mail
    given = update(Holder).where(Holder.id_number == ANA.id_number).values(email=ADDRESS)
    office.central.services.database.run(lambda db: db.execute(given))


def strips(office: Office) -> list[str]:
    """What came out; what the printer cuts off when its cover is closed has no words."""
    assert office.paper is not None
    texts = [" ".join(strip.text.split()) for strip in office.paper.strips]
    return [text for text in texts if text]


def test_the_receipt_of_a_kiosk_sale_is_found_copied_and_mailed(office: Office) -> None:
    assert office.paper is not None
    code = receipted(office)
    office.signs_in()
    office.presses("F7")
    office.sees("desk/Records")
    office.presses("Return")
    office.sees("desk/Receipts", lambda body: not body.found)
    with mail_server() as box:
        with_mail(office, box.port)
        office.types("k01-1").presses("Return")
        found = office.sees("desk/Receipts", lambda body: body.found)
        assert (found.receipt.kind, found.receipt.number) == ("order", "K01-000001")
        assert found.receipt.amount == "$12.200"
        # The printer is out of paper: nothing comes out, and the same copy is tried again.
        office.paper.open_cover()
        office.presses("F7")
        office.sees("desk/Receipts", lambda body: body.paper and body.paper.state == "failed")
        assert strips(office) == []
        office.closes_the_cover()
        office.presses("F7", "F7")
        shown = office.sees("desk/Receipts", lambda body: body.paper.state == "printed")
        assert shown.receipt.copies == 1
        (paper,) = strips(office)
        assert "COPIA 1" in paper
        assert "RECIBO No. K01-000001" in paper
        assert code in paper
        # Without central nothing is copied, because nothing could be counted.
        office.server.off()
        office.presses("F7")
        office.sees("desk/Receipts", lambda body: body.error == "central-offline")
        office.server.on()
        office.presses("F6")
        sent = office.sees("desk/Receipts", lambda body: body.sent_to != "")
        assert (sent.sent_to, sent.receipt.copies) == ("a•••@e•••.invalid", 2)
        assert deliver_due(office.central.services, attachment) == 1
        assert str(box.mails[0]["To"]) == ADDRESS
    assert len(strips(office)) == 1
    # From the receipt straight to what it was for.
    office.presses("F4")
    leads = office.sees("desk/Certificates", lambda body: body.found)
    assert len(leads.rows) == 2
    assert code in [row.code for row in leads.rows]
    assert office.window.warnings == []


def test_the_first_paper_of_a_top_up_is_the_receipt_and_every_other_is_a_counted_copy(
    office: Office,
) -> None:
    assert office.paper is not None
    office.signs_in()
    office.opens_shift(0)
    office.finds()
    office.presses("Return")
    office.sees("desk/TopUp", lambda body: body.stage == "fill")
    office.types("20000").presses("Tab").types("20000").presses("Return")
    office.sees("desk/TopUp", lambda body: body.stage == "sure")
    office.paper.open_cover()
    office.presses("Return")
    office.sees("desk/TopUp", lambda body: body.paper and body.paper.state == "failed")
    office.closes_the_cover()
    office.presses("F7")
    office.sees("desk/TopUp", lambda body: body.paper.state == "printed")
    assert "COPIA" not in strips(office)[0]
    office.presses("F7")
    office.sees(
        "desk/TopUp", lambda body: body.paper.state == "printed" and len(strips(office)) > 1
    )
    assert "COPIA 1" in strips(office)[1]
    counted = select(AuditEntry.detail).where(AuditEntry.action == "receipt-copied")
    database = office.central.services.database
    assert database.run(lambda db: list(db.scalars(counted))) == ["1 printed"]
