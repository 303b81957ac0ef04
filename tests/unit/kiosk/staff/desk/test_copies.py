"""Certificates printed again at the desk: what is asked, what is told, and what is not."""

from pathlib import Path
from typing import Any

import pytest

from kiosk.contract.staff import certificates as m
from kiosk.documents.certificate import copy_number, mark_copy
from kiosk.documents.model import Document
from kiosk.ports import NotPrinted, Printed, PrinterFault, PrinterState
from kiosk.purchase.operation import State
from kiosk.purchase.order import CopyPhase, PurchaseProgress, Trouble
from kiosk.staff.desk import events as e
from kiosk.staff.desk.copies.effects import PrintCopy
from kiosk.staff.desk.copies.file_printer import FilePrinter, Sheets
from kiosk.staff.desk.copies.show import CERTIFICATES_A_PAGE
from kiosk.staff.desk.sale.events import SaleProgressed
from kiosk.staff.desk.state import Setup, begin
from kiosk.station.capability import Capabilities, Health, judge
from kiosk.visit.events import Back, StationChanged
from tests.support.copies import SOLD, printed, sold
from tests.support.desk import CASHIER, NOW, Counter, uuid
from tests.support.kiosk import make_certificate

MAY = (*CASHIER, "copy-certificate")


def station(fault: PrinterFault | None = None) -> Capabilities:
    return judge(Health(printer=PrinterState(fault), central_online=True))


def at_search(*, roll: bool = True) -> Counter:
    counter = Counter(begin(Setup("Cámara de Ejemplo", "C01", roll=roll, folder="/papeles")))
    counter.at_home(actions=MAY).send(StationChanged(station()))
    return counter.send(e.Go("records"), e.Select("part", "certificates")).enter()


def at_list(*found: m.SoldCertificate, roll: bool = True) -> Counter:
    counter = at_search(roll=roll).fill("sold_code", "k7m2qx9a").enter()
    certificates = found or SOLD.certificates
    return counter.replies(m.SoldCertificates(certificates=certificates, cut=False))


def at_reason(**changes: bool) -> Counter:
    return at_list(**changes).send(e.Go("copy")).fill("reason", "se mojó")


def at_printing(**changes: bool) -> Counter:
    return at_reason(**changes).enter(9).replies(m.CopyAllowed(copy_id=uuid(9)))


def keys(counter: Counter) -> dict[str, bool]:
    return {line.to: line.enabled for line in counter.body.keys}


def test_a_code_or_a_document_is_one_question() -> None:
    message = at_search().fill("sold_code", "k01-000041").enter().asked(m.FindCertificates)
    assert (message.code, message.id_number) == ("K01-000041", None)
    both = at_search().fill("sold_code", "B9RN7H").fill("id", "1.990.000.001").enter()
    message = both.asked(m.FindCertificates)
    assert (message.code, message.id_number) == ("B9RN7H", "1990000001")


@pytest.mark.parametrize(("typed", "error"), [({}, "sold-empty"), ({"id": "12"}, "id-length")])
def test_what_is_no_question_is_not_asked(typed: dict[str, str], error: str) -> None:
    counter = at_search()
    for name, text in typed.items():
        counter.fill(name, text)
    assert (counter.enter().effects, counter.body.error) == ((), error)


def test_nothing_found_leaves_what_was_typed() -> None:
    counter = at_search().fill("sold_code", "x1").enter()
    counter.replies(m.SoldCertificates(certificates=(), cut=False))
    assert (counter.body.error, counter.body.fields[0].text) == ("nothing-found", "X1")


def test_why_one_cannot_be_printed_again_is_said_and_nothing_is_asked() -> None:
    counter = at_list()
    assert (counter.body.no_copy, keys(counter)["copy"]) == ("", True)
    for why in ("certificate-void", "reprint-limit"):
        counter.send(e.Go("down"))
        assert (counter.body.no_copy, keys(counter)["copy"]) == (why, False)
        assert counter.send(e.Go("copy")).view.screen == "desk/Certificates"
    open_ = at_list(sold(state="in_process"))
    assert open_.body.no_copy == "certificate-in-process"


def test_without_paper_there_is_none_and_without_a_printer_it_is_a_file() -> None:
    counter = at_list().send(StationChanged(station(PrinterFault.PAPER_OUT)))
    assert (counter.body.no_copy, keys(counter)["copy"]) == ("paper_out", False)
    counter.send(StationChanged(station()))
    assert keys(counter)["copy"]
    asked = at_reason().send(StationChanged(station(PrinterFault.COVER_OPEN))).enter()
    assert (asked.effects, asked.body.error) == ((), "cover_open")
    office = at_list(roll=False).send(StationChanged(station(PrinterFault.NO_PRINTER)))
    assert keys(office)["copy"]
    assert not office.send(e.Go("copy")).body.roll


def test_no_reason_no_copy_and_one_reason_is_one_wish() -> None:
    counter = at_list().send(e.Go("copy")).enter()
    assert (counter.effects, counter.body.error) == ((), "reason-missing")
    message = counter.fill("reason", "se mojó").enter(9).asked(m.AllowCopy)
    assert (message.copy_id, message.op_id, message.reason) == (uuid(9), uuid(1), "se mojó")
    assert counter.enter(8).effects == ()  # a second Enter while central is asked
    counter.fails("central-offline")
    assert counter.enter(8).asked(m.AllowCopy).copy_id == uuid(9)
    counter.fails("central-offline")
    counter.fill("reason", "se perdió")
    assert counter.enter(7).asked(m.AllowCopy).copy_id == uuid(7)
    counter.fails("reprint-limit")
    assert counter.body.error == "reprint-limit"
    assert counter.enter(6).asked(m.AllowCopy).copy_id == uuid(6)


def test_it_is_printed_under_the_id_it_was_allowed_under() -> None:
    counter = at_printing()
    effect = counter.effect(PrintCopy)
    assert (effect.copy_id, effect.sold.op_id) == (uuid(9), uuid(1))
    progress = PurchaseProgress((CopyPhase.PRINTING,), 0.5, 3, PrinterFault.PAPER_OUT)
    counter.send(SaleProgressed(counter.desk.request, progress))
    assert (counter.body.progress, counter.body.waiting_for) == (0.5, "paper_out")
    assert not counter.view.can_go_back
    assert counter.send(Back(), e.Go("copy")).enter().effects == ()


@pytest.mark.parametrize(
    ("state", "file", "ended"),
    [
        (State.CAPTURED, "", "printed"),
        (State.CAPTURED, "certificado-K7M2QX9A-copia1.pdf", "kept"),
        (State.PRINTED, "", "late"),
        (State.VOIDED, "", "none"),
        (State.VOIDING, "", "none"),
        (State.DECLINED, "", "none"),
        (State.INTENT, "", "none"),
        (State.WAIT_PERSON, "", "unknown"),
    ],
)
def test_the_truth_is_told(state: State, file: str, ended: str) -> None:
    counter = at_printing().answer(printed(state, file))
    assert counter.body.ended == ended
    assert counter.body.file == (f"/papeles/{file}" if file else "")
    assert keys(counter)["again"] is (ended == "none")


def test_an_engine_that_broke_knows_nothing() -> None:
    counter = at_printing().fails("internal")
    assert (counter.body.ended, keys(counter)["again"]) == ("unknown", False)


def test_what_did_not_come_out_is_tried_again_for_the_same_reason_as_another_copy() -> None:
    counter = at_printing().answer(printed(State.VOIDED, trouble=Trouble.CENTRAL_OFFLINE))
    assert counter.body.trouble == "central-offline"
    counter.send(e.Go("again"))
    assert counter.body.fields[0].text == "se mojó"
    assert counter.enter(7).asked(m.AllowCopy).copy_id == uuid(7)


def test_afterwards_the_list_is_asked_anew_and_stays_at_the_same_one() -> None:
    counter = at_list(sold(), sold(op_id=uuid(2))).send(e.Go("down"), e.Go("copy"))
    counter.fill("reason", "se mojó").enter(9).replies(m.CopyAllowed(copy_id=uuid(9)))
    counter.answer(printed(State.CAPTURED)).enter()
    assert counter.asked(m.FindCertificates).code == "K7M2QX9A"
    fresh = (sold(), sold(op_id=uuid(2), copies=1, free=2))
    counter.replies(m.SoldCertificates(certificates=fresh, cut=False))
    assert (counter.body.rows[1].selected, counter.body.sold.copies) == (True, 1)


def test_back_leads_from_the_list_to_the_search_and_to_the_menu() -> None:
    counter = at_list().send(e.Go("copy"), Back())
    assert counter.body.found
    assert counter.send(Back()).body.fields[0].text == "K7M2QX9A"
    assert counter.send(Back()).view.screen == "desk/Records"


def test_a_long_list_has_pages() -> None:
    many = [sold(op_id=f"{uuid(1)[:-2]}{n:02d}") for n in range(CERTIFICATES_A_PAGE + 1)]
    counter = at_list(*many)
    assert (counter.body.page, counter.body.pages) == (1, 2)
    counter.send(*[e.Go("down")] * CERTIFICATES_A_PAGE)
    assert (counter.body.page, len(counter.body.rows)) == (2, 1)


# -- where there is no printer


def marked(number: int = 2) -> Document:
    return mark_copy(make_certificate("a"), number, NOW)


def test_the_mark_says_the_number() -> None:
    assert (copy_number(marked(12)), copy_number(make_certificate("a"))) == (12, 0)


def test_a_copy_is_kept_whole_for_its_own_user(tmp_path: Path) -> None:
    folder = tmp_path / "papeles"
    printer = FilePrinter(folder)
    sheets = printer.lay_out(marked())
    assert printer.preflight(sheets.length_mm) is None
    outcome: Any = printer.print(sheets, 1, lambda _progress: None)
    assert isinstance(outcome, Printed)
    (kept,) = folder.iterdir()
    assert (kept.name, kept.read_bytes()) == (printer.newest, sheets.content)
    assert kept.name.endswith("-copia2.pdf")
    assert kept.stat().st_mode & 0o077 == 0


def test_a_disk_that_does_not_take_it_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "papeles").write_text("in the way")
    printer = FilePrinter(tmp_path / "papeles")
    outcome = printer.print(Sheets("x.pdf", b"%PDF"), 1, lambda _progress: None)
    assert isinstance(outcome, NotPrinted)
    assert printer.newest == ""
