"""Papers on which no money depends: nothing of them is left for the next person."""

import pytest

from kiosk.documents.model import Document
from kiosk.ports import PrinterFault
from kiosk.purchase.paper import print_paper
from tests.support.kiosk import FakeKiosk

PAPER = Document("voucher", "", (), meta={"op_id": "a voucher"})


def test_the_empty_text_means_proved_paper(kiosk: FakeKiosk) -> None:
    assert print_paper(kiosk.journal, kiosk.printer, PAPER) == ""
    assert [strip.complete for strip in kiosk.printer.paper] == [True]


@pytest.mark.parametrize("plan", ["lost-none", "lost-part"])
def test_what_is_left_of_it_in_the_printer_is_thrown_away(kiosk: FakeKiosk, plan: str) -> None:
    kiosk.printer.plan.append(plan)
    assert print_paper(kiosk.journal, kiosk.printer, PAPER) == PrinterFault.PAPER_OUT
    assert kiosk.printer.in_buffer is None
    assert print_paper(kiosk.journal, kiosk.printer, PAPER) == ""


def test_a_printer_that_is_not_ready_gets_no_byte(kiosk: FakeKiosk) -> None:
    kiosk.printer.fault = PrinterFault.COVER_OPEN
    assert print_paper(kiosk.journal, kiosk.printer, PAPER) == PrinterFault.COVER_OPEN
    assert kiosk.printer.fences == []
