"""Certificates sold at the desk, by real keys: what is paid, what comes out, what is told."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from sqlalchemy import select, update

from central.operations.tables import OperationRow
from central.people.tables import Holder
from central.sample import ANA
from central.staff.sales.tables import DeskSale
from kiosk.contract.messages import OperationState
from kiosk.purchase.operation import State
from kiosk.store import queries
from tests.support.hall import CAFE, WAIT_S
from tests.support.office import Office, open_office
from tests.support.selling import (
    certificates,
    chooses,
    hands_over,
    paper_came,
    pays_by_key,
    pays_cash,
    turns_to_the_key,
)
from tests.support.staff import hired
from tests.support.strike import in_certificate
from tests.support.wire import Wire

PRICE = 6_100
UNLIKELY_KEY = "campana7lima3roble"
"""Long enough that nothing else on a disk says it by chance."""


@pytest.fixture
def office(tmp_path: Path, qapp: QGuiApplication, catalogues: Path) -> Iterator[Office]:
    with open_office(tmp_path, roll=True) as made:
        made.signs_in()
        made.opens_shift()
        yield made
        made.nothing_wrong()


def states(office: Office) -> list[str]:
    rows = select(OperationRow.state).order_by(OperationRow.id)
    found = office.central.services.database.run(lambda db: list(db.scalars(rows)))
    return [state.value for state in found]


def has_key(office: Office, key: str) -> None:
    """Ana's account is paid with this prepaid key from now on."""
    services = office.central.services
    change = (
        update(Holder)
        .where(Holder.id_number == ANA.id_number)
        .values(prepaid_key_hash=services.hasher.hash(key))
    )
    services.database.run(lambda db: db.execute(change))


def available(office: Office) -> str:
    """On the customer's page, as central has it now."""
    office.presses("Return")
    return str(office.sees("desk/Customer", lambda body: body.found).available)


def test_paid_in_cash_it_is_printed_charged_and_told(office: Office) -> None:
    office.finds()
    chooses(office, CAFE)
    assert hands_over(office, 10_000).change == "$3.900"
    office.presses("Return")
    told = office.sees("desk/SaleTold")
    assert (told.ended, told.charged, told.payment_number) == ("all", "$6.100", "C01-000001")
    paper_came(office)
    assert office.text("changeText") == "$3.900"
    assert len(certificates(office)) == 1
    assert office.paper is not None
    assert any("EFECTIVO, RECIBO C01-000001" in strip.text for strip in office.paper.strips)
    assert any("EXPEDIDO EN VENTANILLA DE" in strip.text for strip in office.paper.strips)
    assert available(office) == "$100.000"
    assert states(office) == [OperationState.CAPTURED.value]


def test_the_holders_key_is_typed_unseen_and_is_nowhere_afterwards(office: Office) -> None:
    has_key(office, UNLIKELY_KEY)
    office.finds()
    chooses(office, CAFE, copies=2)
    turns_to_the_key(office)
    office.types("000000").presses("Return")
    wrong = office.sees("desk/SalePaying", lambda body: body.error == "prepaid-key-invalid")
    assert wrong.fields[0].length == 0
    office.types(UNLIKELY_KEY)
    length = len(UNLIKELY_KEY)
    typed = office.sees("desk/SalePaying", lambda body: body.fields[0].length == length)
    assert UNLIKELY_KEY not in repr(typed)
    office.presses("Return")
    told = office.sees("desk/SaleTold")
    assert (told.ended, told.charged, told.payment_number) == ("all", "$12.200", "")
    assert UNLIKELY_KEY not in repr(office.desk.flow.state())
    kept = (file for file in (office.folder / "desk").rglob("*") if file.is_file())
    disk = b"".join(file.read_bytes() for file in kept)
    assert UNLIKELY_KEY.encode() not in disk
    paper_came(office)
    assert len(certificates(office)) == 2
    assert available(office) == "$87.800"


def test_without_paper_nothing_is_charged_and_the_money_goes_back(office: Office) -> None:
    assert office.paper is not None
    office.finds()
    chooses(office, CAFE)
    hands_over(office, 10_000)
    office.paper.open_cover()
    office.presses("Return")
    told = office.sees("desk/SaleTold")
    assert (told.ended, told.charged, told.kept) == ("none", "$0", "$6.100")
    assert told.can_give_back
    assert certificates(office) == []
    office.paper.close_cover()
    office.presses("F6")
    office.sees("desk/Reversal", lambda body: body.stage == "fill")
    office.types("no salió el papel").presses("Return")
    office.sees("desk/Reversal", lambda body: body.stage == "told")
    office.presses("Return")
    assert office.sees("desk/Customer", lambda body: body.found).available == "$100.000"
    assert states(office) == [OperationState.VOIDED_BY_DEVICE.value]


def test_a_cover_opened_in_the_middle_is_not_called_printed_nor_given_back(
    office: Office,
) -> None:
    """Paper moved, and nobody can prove how far: it is for a person, and so is the money."""
    assert office.paper is not None
    office.finds()
    chooses(office, CAFE)
    in_certificate(office.paper, office.paper.paper_jam)
    told = pays_cash(office, 10_000)
    assert (told.ended, told.charged, told.kept) == ("unknown", "$0", "")
    assert not told.can_give_back
    assert [copy.phase for copy in told.copies] == ["uncertain"]
    office.paper.paper_jam(False)
    page_held = "$6.100"
    office.presses("Return")
    assert office.sees("desk/Customer", lambda body: body.found).held == page_held
    # The payment cannot be taken back meanwhile.
    office.presses("F6")
    office.sees("desk/Reversal", lambda body: body.stage == "fill")
    office.types("lo pide").presses("Return")
    office.sees("desk/Reversal", lambda body: body.error == "not-possible")
    office.presses("Escape")
    office.sees("desk/Customer", lambda body: body.found)
    office.presses("Escape")
    office.sees("desk/Customer", lambda body: not body.found)
    office.presses("Escape")
    # It stands in the list of what waits; the cashier saw no paper.
    office.sees("desk/Home", lambda body: body.waiting == 1)
    office.presses("F4")
    office.sees("desk/Queue")
    office.presses("Return")
    office.sees("desk/Operation")
    office.presses("Right", "Right", "Tab").types("salió roto").presses("Return")
    office.sees("desk/Operation", lambda body: body.stage == "told")
    assert states(office) == [OperationState.VOIDED_BY_STAFF.value]


def test_a_lost_answer_is_asked_about_and_the_order_is_printed_once(
    tmp_path: Path, qapp: QGuiApplication, catalogues: Path
) -> None:
    with Wire() as wire, open_office(tmp_path, wire=wire, roll=True) as office:
        office.signs_in()
        office.opens_shift()
        office.finds()
        chooses(office, CAFE)
        hands_over(office, 10_000)
        wire.loses = lambda path: path.endswith("/sales/paid")
        office.presses("Return")
        office.sees("desk/SalePaying", lambda body: body.stage == "unclear")
        wire.loses = lambda _path: False
        office.presses("Return")
        told = office.sees("desk/SaleTold")
        assert (told.ended, told.payment_number) == ("all", "C01-000001")
        paper_came(office)
        assert len(certificates(office)) == 1
        assert available(office) == "$100.000"
        office.nothing_wrong()


def test_a_desk_that_died_while_it_sold_settles_that_before_its_first_screen(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program ends between the hold and the first byte: nothing printed, nothing charged."""
    office.finds()
    chooses(office, CAFE)
    turns_to_the_key(office)
    office.types(ANA.prepaid_key)

    dead = threading.Event()

    def die(_document: object) -> object:
        dead.set()
        raise SystemExit

    monkeypatch.setattr(office.desk.machine.printer, "lay_out", die, raising=False)
    office.presses("Return")
    assert dead.wait(WAIT_S)
    with office.switched_off_and_on():
        (op,) = queries.operations_in(office.desk.store, *State)
        assert op.state is State.VOIDED
        assert states(office) == [OperationState.VOIDED_BY_DEVICE.value]
        assert certificates(office) == []


def test_at_the_chambers_expense_by_an_administrator_with_a_reason(office: Office) -> None:
    office.presses("F10")
    office.staff["marta"] = hired(office.central, "marta")
    home = office.signs_in("marta")
    assert not home.shift_open
    office.presses("F12")
    chooses(office, CAFE)
    office.types("ab").presses("Return")
    office.sees("desk/SalePaying", lambda body: body.error == "reason-missing")
    office.types("c oficio 12").presses("Return")
    office.sees("desk/SalePaying", lambda body: body.stage == "sure")
    office.presses("Return")
    told = office.sees("desk/SaleTold")
    assert (told.ended, told.charged, told.way) == ("all", "$0", "expense")
    paper_came(office)
    assert office.paper is not None
    assert any("GASTO ADMINISTRATIVO" in strip.text for strip in office.paper.strips)
    (sale,) = office.central.services.database.run(lambda db: list(db.scalars(select(DeskSale))))
    assert sale.reason == "abc oficio 12"


def test_the_same_a_moment_later_is_a_question(office: Office) -> None:
    office.finds()
    chooses(office, CAFE)
    pays_by_key(office, ANA.prepaid_key)
    paper_came(office)
    office.presses("Return")
    office.sees("desk/Customer", lambda body: body.found)
    chooses(office, CAFE)
    hands_over(office, 10_000)
    office.presses("Return")
    asked = office.sees("desk/SalePaying", lambda body: body.stage == "recent")
    assert asked.recent
    office.presses("Escape")
    told = office.sees("desk/SaleTold")
    assert (told.ended, told.kept, told.can_give_back) == ("not-begun", "$6.100", True)
    assert len(certificates(office)) == 1
