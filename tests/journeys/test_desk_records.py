"""What was written down at a desk, by keyboard against the real central: shifts, reports, receipts.

With a receipt printer: every paper is drawn. And a drawer that is counted while the line is cut.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from tests.support.office import Office, open_office
from tests.support.staff import hired

PAPERS = "papeles"


@pytest.fixture
def office(tmp_path: Path, qapp: QGuiApplication, catalogues: Path) -> Iterator[Office]:
    with open_office(tmp_path, roll=True) as made:
        made.staff["marta"] = hired(made.central, "marta")
        yield made


def paper(office: Office) -> str:
    """The newest strip of the roll, in one line."""
    assert office.paper is not None
    return " ".join(office.paper.strips[-1].text.split())


def kept(office: Office) -> set[str]:
    return {path.suffix for path in (office.folder / "desk" / PAPERS).iterdir()}


def loads(office: Office, pesos: int) -> None:
    """Cash for Ana's account, and back on the first screen."""
    office.finds()
    office.presses("Return")
    office.sees("desk/TopUp", lambda body: body.stage == "fill")
    office.types(str(pesos)).presses("Tab").types(str(pesos)).presses("Return")
    office.sees("desk/TopUp", lambda body: body.stage == "sure")
    office.presses("Return")
    office.sees("desk/TopUp", lambda body: body.paper is not None and body.paper.state != "working")
    office.presses("Escape")
    office.sees("desk/Customer", lambda body: body.found)
    office.presses("Escape")
    office.sees("desk/Customer", lambda body: not body.found)
    office.presses("Escape")
    office.sees("desk/Home")


def counts(office: Office, *fields: str) -> Any:
    """The blind count of an empty drawer but for these fields, and its close."""
    office.presses("F8")
    office.sees("desk/Closing", lambda body: body.stage == "count")
    for count in fields:
        office.types(count).presses("Tab")
    office.presses("Return")
    office.sees("desk/Closing", lambda body: body.stage == "sure")
    office.presses("Return")
    return office.sees("desk/Closing", lambda body: body.stage == "told")


def opens_part(office: Office, number: int) -> None:
    """The so-manieth line of what was written down."""
    office.presses("F7")
    office.sees("desk/Records")
    for _ in range(number):
        office.presses("Down")
        office.sees("desk/Records")
    office.presses("Return")


def test_a_shift_is_opened_again_by_an_administrator_and_its_cashier_sees_it(
    office: Office,
) -> None:
    office.signs_in()
    office.opens_shift(50_000)
    closed = counts(office, "", "1")  # one note of 50.000
    assert closed.difference == "$0"
    office.presses("Return")
    office.sees("desk/Home", lambda body: not body.shift_open)
    office.presses("F10")

    home = office.signs_in("marta")
    assert {line.to for line in home.keys} & {"open", "customer", "close"} == set()
    opens_part(office, 0)
    office.sees("desk/Shifts", lambda body: len(body.rows) == 1 and bool(body.closes))
    office.presses("F4")
    office.sees("desk/Deciding")
    office.types("falto una recarga").presses("Return")
    shown = office.sees("desk/Shifts", lambda body: body.told == "reopened")
    assert (shown.rows[0].standing, shown.reopened[0].by) == ("reopened", "marta")
    office.presses("F10")

    home = office.signs_in()
    assert home.shift_open
    assert "marta" in office.text("reopenedText")
    assert "falto una recarga" in office.text("reopenedText")
    closed = counts(office, "", "1")
    assert "CIERRE DE TURNO" in paper(office)
    office.nothing_wrong()
    assert office.window.warnings == []


def test_a_report_is_seen_printed_and_kept_in_every_format(office: Office) -> None:
    office.signs_in("sofia")
    office.opens_shift(0)
    loads(office, 20_000)
    counts(office, "", "", "1")
    office.presses("Return")
    office.sees("desk/Home")
    opens_part(office, 3)  # receipts, certificates, shifts, cash detail
    office.sees("desk/AskReport", lambda body: body.report == "cash-detail")
    office.presses("F4", "Return")
    shown = office.sees("desk/ShowReport")
    assert shown.rows[0].cells[0] == "sofia"
    assert shown.totals[4] == "$20.000"
    for key in ("F2", "F6", "F8"):
        office.presses(key)
        told = office.sees("desk/ShowReport", lambda body: bool(body.paper and body.paper.file))
        assert Path(told.paper.file).is_file()
        office.presses("F7")
        office.sees("desk/ShowReport", lambda body: body.paper.state == "printed")
    assert kept(office) == {".pdf", ".csv", ".xlsx"}
    assert "DETALLADO DE CAJA POR CAJERO" in paper(office)
    assert "Neto: $20.000" in paper(office)
    assert office.window.warnings == []


def copied(number: int) -> Callable[[Any], bool]:
    """So many copies are counted, and the newest one is out."""
    return lambda body: body.receipt.copies == number and body.paper.state == "printed"


def test_a_receipt_is_found_and_copied_under_a_count(office: Office) -> None:
    office.signs_in()
    office.opens_shift(0)
    loads(office, 20_000)
    assert "COPIA" not in paper(office)
    opens_part(office, 0)
    office.sees("desk/Receipts", lambda body: not body.found)
    office.types("c01-1").presses("Return")
    found = office.sees("desk/Receipts", lambda body: body.found)
    assert (found.receipt.number, found.receipt.copies) == ("C01-000001", 0)
    for number in (1, 2):
        office.presses("F7")
        office.sees("desk/Receipts", copied(number))
        assert f"COPIA {number}" in paper(office)
    assert office.window.warnings == []


def test_a_drawer_is_counted_while_the_line_is_cut(office: Office) -> None:
    office.signs_in()
    office.opens_shift(50_000)
    loads(office, 20_000)
    office.server.off()
    office.presses("F8")
    office.sees("desk/Closing", lambda body: body.stage == "count")
    office.presses("Tab").types("1").presses("Tab").types("1").presses("Return")
    office.sees("desk/Closing", lambda body: body.stage == "sure")
    office.presses("Return")
    office.sees("desk/Closing", lambda body: body.offline)
    office.presses("F7")
    told = office.sees(
        "desk/Closing", lambda body: body.provisional and body.paper.state != "working"
    )
    assert told.lines[0].expected == "$70.000"
    assert "PROVISIONAL: SIN CONEXIÓN CON LA CÁMARA" in paper(office)
    office.presses("Return")
    home = office.sees("desk/Home", lambda body: body.drawer == "closed")
    assert [line.to for line in home.keys if line.enabled] == ["open", "refresh"]

    # The light goes out; the line is mended; whoever counted signs in.
    office.server.on()
    with office.switched_off_and_on():
        who = office.staff["carlos"]
        office.sees("desk/Door")
        office.types("carlos").presses("Return").types(who.key).presses("Return")
        office.types(who.fresh_code()).presses("Return")
        closed = office.sees("desk/Closing", lambda body: body.stage == "told")
        assert (closed.difference, closed.provisional) == ("$0", False)
        office.sees("desk/Closing", lambda body: body.paper and body.paper.state != "working")
        assert "PROVISIONAL" not in paper(office)
        office.presses("Return")
        office.sees("desk/Home", lambda body: not body.shift_open and not body.drawer)
    office.nothing_wrong()
