"""A cashier's day at the window's keyboard, against the real central: every key a real one."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from sqlalchemy import select

from central.operations.tables import OperationRow
from central.records.tables import AuditEntry
from central.sample import ANA
from central.staff.shifts.tables import DeskMovement
from kiosk.contract.messages import OperationState
from tests.support.central import enrolled
from tests.support.hall import EL_NOGAL
from tests.support.office import Office, open_office
from tests.support.selling import certificates, chooses, hands_over, paper_came, pays_by_key
from tests.support.wire import Wire

CASH = ((20_000, 50_000), (100_000, 100_000), (15_000, 20_000), (5_000, 10_000))
CHANGE = "$7.900"
REASON = "pidio otro valor"


@pytest.fixture
def office(tmp_path: Path, qapp: QGuiApplication, catalogues: Path) -> Iterator[Office]:
    with open_office(tmp_path) as made:
        yield made


@pytest.fixture
def office_with_a_roll(tmp_path: Path, qapp: QGuiApplication, catalogues: Path) -> Iterator[Office]:
    with open_office(tmp_path, roll=True) as made:
        yield made


def told(body: Any) -> bool:
    return bool(body.stage == "told")


def at(stage: str) -> Callable[[Any], bool]:
    return lambda body: bool(body.stage == stage)


def loads(office: Office, amount: int, given: int) -> Any:
    """From the customer's page: cash for the account, with its change."""
    office.presses("Return")
    office.sees("desk/TopUp", at("fill"))
    office.types(str(amount)).presses("Tab").types(str(given)).presses("Return")
    office.sees("desk/TopUp", at("sure"))
    office.presses("Return")
    return office.sees("desk/TopUp", told)


def loads_by_card(office: Office, amount: int, voucher: str) -> Any:
    office.presses("Return")
    office.sees("desk/TopUp", at("fill"))
    office.presses("Backtab", "Right", "Right", "Tab")
    office.types(str(amount)).presses("Tab").types(voucher).presses("Return")
    office.sees("desk/TopUp", at("sure"))
    office.presses("Return")
    return office.sees("desk/TopUp", told)


def to_the_customer(office: Office) -> Any:
    office.presses("Return")
    return office.sees("desk/Customer", lambda body: body.found)


def choose_payment(office: Office, amount: str) -> None:
    """The arrows, until the payment of that amount is the chosen one."""
    for _ in range(12):
        rows = office.body.payments
        if any(row.selected and row.amount == amount for row in rows):
            return
        office.presses("Down")
        office.sees("desk/Customer")
    raise AssertionError(f"no payment of {amount}")


def interrupted_purchase(office: Office) -> str:
    """Somebody's certificate was held at a kiosk, and the kiosk says nothing any more."""
    terminal = enrolled(office.central, point_of_sale="K01")
    return terminal.authorise(terminal.order(terminal.sign_in())).op_id


def state_of(office: Office, op_id: str) -> str:
    database = office.central.services.database
    return str(database.run(lambda db: db.get_one(OperationRow, op_id).state.value))


def audited(office: Office, action: str) -> list[str]:
    rows = select(AuditEntry.detail).where(AuditEntry.action == action)
    return office.central.services.database.run(lambda db: list(db.scalars(rows)))


def approves(office: Office, login: str) -> None:
    """The second person signs on the same screen."""
    sofia = office.staff[login]
    office.types(login).presses("Tab").types(sofia.key).presses("Tab")
    office.types(sofia.fresh_code()).presses("Return")


def test_a_whole_day(office_with_a_roll: Office) -> None:
    office = office_with_a_roll
    op_id = interrupted_purchase(office)
    office.signs_in()
    assert office.body.waiting == 1
    office.opens_shift(50_000)

    # Five payments with their change.
    office.finds()
    for amount, given in CASH:
        loads(office, amount, given)
        change = f"${given - amount:,}".replace(",", ".")
        assert office.text("changeText") == change
        to_the_customer(office)
    loads_by_card(office, 30_000, "V-8812")
    assert office.text("numberText") == "C01-000005"
    assert office.sees("desk/TopUp", lambda body: body.paper.state == "printed")
    page = to_the_customer(office)
    # 100.000 of the beginning and five payments, less what is set aside for the certificate.
    assert page.available == "$263.900"

    # One of them goes back; it is too much for one person alone.
    choose_payment(office, "$100.000")
    office.presses("F6")
    office.sees("desk/Reversal", at("fill"))
    office.types(REASON).presses("Return")
    office.sees("desk/Approval")
    approves(office, "carlos")
    office.sees("desk/Approval", lambda body: body.error == "oneself")
    assert not audited(office, "top-up-reversed")
    office.presses("Escape")
    office.sees("desk/Reversal", at("fill"))
    office.presses("Return")
    office.sees("desk/Approval", lambda body: body.error == "")
    approves(office, "sofia")
    office.sees("desk/Reversal", told)
    assert "$100.000" in office.text("toldText")
    page = to_the_customer(office)
    assert page.available == "$163.900"
    assert len(audited(office, "approve-reversal")) == 1

    # Two certificates are sold: the account pays for one by its holder's key, cash for the other.
    chooses(office, EL_NOGAL, certificate="CerMat")
    sold = pays_by_key(office, ANA.prepaid_key)
    assert (sold.ended, sold.charged) == ("all", "$6.100")
    paper_came(office)
    assert to_the_customer(office).available == "$157.800"
    chooses(office, EL_NOGAL, certificate="CerExi")
    assert hands_over(office, 20_000).change == CHANGE
    office.presses("Return")
    sold = office.sees("desk/SaleTold")
    assert (sold.ended, sold.charged, sold.payment_number) == ("all", "$12.100", "C01-000007")
    paper_came(office)
    assert to_the_customer(office).available == "$157.800"
    assert len(certificates(office)) == 2

    # The interrupted purchase: the paper did not come out.
    office.presses("Escape")
    office.sees("desk/Customer", lambda body: not body.found)
    office.presses("Escape")
    office.sees("desk/Home")
    office.presses("F4")
    office.sees("desk/Queue")
    office.presses("Return")
    office.sees("desk/Operation")
    office.presses("Right", "Right", "Tab").types("no salio el papel").presses("Return")
    office.sees("desk/Operation", told)
    assert state_of(office, op_id) == OperationState.VOIDED_BY_STAFF.value
    office.presses("Return")
    home = office.sees("desk/Home", lambda body: body.waiting == 0)
    assert home.unclear == 0

    # The blind close: 500 pesos are missing.
    office.presses("F8")
    counting = office.sees("desk/Closing", at("count"))
    assert counting.lines == ()
    for count in ("", "1", "1", "2", "1", "3", "", "1", "", "1", "", "", "30000"):
        office.types(count).presses("Tab")
    assert office.text("cashText") == "$101.600"
    office.presses("Return")
    office.sees("desk/Closing", at("sure"))
    office.presses("Return")
    closed = office.sees("desk/Closing", told)
    assert closed.difference == "-$500"
    cash, card = closed.lines
    assert (cash.form, cash.expected, cash.difference) == ("01", "$102.100", "-$500")
    assert (card.form, card.expected, card.difference) == ("03", "$30.000", "$0")
    office.types("una moneda bajo la bandeja").presses("Return")
    office.sees("desk/Closing", lambda body: bool(body.paper and body.paper.file))
    office.presses("Return")
    office.sees("desk/Home", lambda body: not body.shift_open)
    office.presses("F10")
    office.sees("desk/Door")

    office.nothing_wrong()
    papers = [path.name for path in (office.folder / "desk" / "papeles").iterdir()]
    assert sum(name.startswith("cierre-C01") for name in papers) == 1
    assert office.paper is not None
    roll = "\n".join(strip.text for strip in office.paper.strips)
    for number in (*(f"C01-{number:06d}" for number in range(1, 8)), "C01V-000001", "C01V-000002"):
        assert number in roll
    assert office.window.warnings == []


def movements(office: Office) -> list[int]:
    rows = select(DeskMovement.amount)
    return office.central.services.database.run(lambda db: list(db.scalars(rows)))


def test_a_lost_answer_is_asked_about_and_never_paid_twice(
    tmp_path: Path, qapp: QGuiApplication, catalogues: Path
) -> None:
    with Wire() as wire, open_office(tmp_path, wire=wire) as office:
        office.signs_in()
        office.opens_shift()
        office.finds()
        wire.loses = lambda path: path.endswith("/shifts/top-up")
        office.presses("Return")
        office.sees("desk/TopUp", at("fill"))
        office.types("20000").presses("Tab").types("20000").presses("Return")
        office.sees("desk/TopUp", at("sure"))
        office.presses("Return")
        office.sees("desk/TopUp", at("unclear"))
        assert movements(office) == [20_000]
        office.presses("Escape")
        office.sees("desk/Customer", lambda body: body.found)
        office.presses("Escape")
        office.sees("desk/Customer", lambda body: not body.found)
        office.presses("Escape")
        office.sees("desk/Home", lambda body: body.unclear == 1)
        office.presses("F8")
        office.sees("desk/Closing")
        assert "1" in office.text("unsentText")
        office.presses("Escape")
        office.sees("desk/Home")
        wire.loses = lambda _path: False
        office.presses("F6")
        office.sees("desk/Unanswered")
        office.presses("Return")
        office.sees("desk/Unanswered", lambda body: body.told == "made")
        assert "C01-000001" in office.text("toldText")
        assert movements(office) == [20_000]
        office.nothing_wrong()


def test_without_a_network_no_money_moves_and_the_desk_says_so(office: Office) -> None:
    office.signs_in()
    office.opens_shift()
    office.finds()
    office.presses("Return")
    office.sees("desk/TopUp", at("fill"))
    office.types("20000").presses("Tab").types("20000").presses("Return")
    office.sees("desk/TopUp", at("sure"))
    office.server.off()
    office.presses("Return")
    office.sees("desk/TopUp", at("unclear"))
    office.presses("Return")
    office.sees("desk/TopUp", lambda body: body.error == "central-offline")
    assert movements(office) == []
    office.server.on()
    office.presses("Return")
    office.sees("desk/TopUp", lambda body: body.error == "never-done")
    assert movements(office) == []
    office.presses("Return")
    office.sees("desk/TopUp", told)
    assert movements(office) == [20_000]
    office.nothing_wrong()


def test_a_power_cut_does_not_forget_what_was_not_answered(
    tmp_path: Path, qapp: QGuiApplication, catalogues: Path
) -> None:
    with Wire() as wire, open_office(tmp_path, wire=wire) as office:
        office.signs_in()
        office.opens_shift()
        office.finds()
        wire.loses = lambda path: path.endswith("/shifts/top-up")
        office.presses("Return")
        office.sees("desk/TopUp", at("fill"))
        office.types("7000").presses("Tab").types("7000").presses("Return")
        office.sees("desk/TopUp", at("sure"))
        office.presses("Return")
        office.sees("desk/TopUp", at("unclear"))
        wire.loses = lambda _path: False
        with office.switched_off_and_on():
            home = office.signs_in()
            assert home.unclear == 1
            assert home.shift_open
