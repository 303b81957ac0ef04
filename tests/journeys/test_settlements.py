"""Settlements at the window's keyboard, against the real central: every key a real one."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from sqlalchemy import select, update

from central.db.ids import new_id
from central.payments.make import Wanted, make
from central.payments.tables import Settlement
from central.records.tables import AuditEntry
from central.settings import Collection
from central.staff.add import add_staff
from central.staff.shifts.tables import DeskMovement
from central.staff.tables import Role
from kiosk.contract.staff.identity import CloseStaffSession
from kiosk.contract.staff.settlements import SettlementState
from kiosk.identity import IdType, parse_id
from tests.support.office import Office, open_office
from tests.support.settlements import Cashier, good, refused
from tests.support.wire import Wire

AMOUNT = 120_000


@pytest.fixture
def office(tmp_path: Path, qapp: QGuiApplication, catalogues: Path) -> Iterator[Office]:
    with open_office(tmp_path) as made:
        yield made


def at(stage: str) -> Callable[[Any], bool]:
    return lambda body: bool(body.stage == stage)


def waits(office: Office) -> Settlement:
    """Somebody made it in the portal."""
    holder = parse_id(IdType.CC, "1990000001")
    return make(office.central.services, "portal", Wanted(new_id(), holder, AMOUNT))


def looks_up(office: Office, code: str) -> Any:
    office.presses("F11")
    office.sees("desk/Settlements")
    office.types(code).presses("Return")
    return office.sees("desk/Settlement", at("look"))


def takes(office: Office, given: str = "150000") -> None:
    """As far as being sure."""
    office.presses("Return")
    office.sees("desk/Settlement", at("fill"))
    office.types(given).presses("Return")
    office.sees("desk/Settlement", at("sure"))


def movements(office: Office) -> list[int]:
    rows = select(DeskMovement.amount)
    return office.central.services.database.run(lambda db: list(db.scalars(rows)))


def audited(office: Office, action: str) -> list[str]:
    rows = select(AuditEntry.detail).where(AuditEntry.action == action)
    return office.central.services.database.run(lambda db: list(db.scalars(rows)))


def second_desk(office: Office) -> Cashier:
    """Luisa, at a desk of her own."""
    add_staff(office.central.services, "luisa", "Luisa", Role.CASHIER)
    return Cashier(office.central, "luisa", "C02")


def seen_by(cashier: Cashier, row: Settlement) -> SettlementState:
    return cashier.finds(row.number)


def test_it_is_made_for_a_customer_paid_with_change_and_counted_at_the_close(
    office: Office,
) -> None:
    office.signs_in()
    office.opens_shift(50_000)
    office.finds()
    office.presses("F8")
    office.sees("desk/NewSettlement")
    office.types(str(AMOUNT)).presses("Return")
    made = office.sees("desk/Settlement", lambda body: body.done == "made")
    assert (made.state, made.amount, len(made.code)) == ("open", "$120.000", 6)
    assert movements(office) == []
    takes(office)
    assert office.text("changeText") == "$30.000"
    office.presses("Return")
    office.sees("desk/Settlement", at("told"))
    paid = office.sees("desk/Settlement", lambda body: body.paper.state == "kept")
    assert (paid.state, paid.receipt, paid.change) == ("paid", "C01-000001", "$30.000")
    assert office.text("stateText") == "Pagada"
    assert movements(office) == [AMOUNT]

    # Found again by its code, in small letters: paid, and a copy of its receipt.
    office.presses("Return")
    office.sees("desk/Settlements")
    office.types(made.code.lower()).presses("Return")
    found = office.sees("desk/Settlement", at("look"))
    assert (found.state, found.can_take) == ("paid", False)
    office.presses("Return", "F7")
    office.sees("desk/Settlement", lambda body: bool(body.paper and body.paper.state == "kept"))
    papers = sorted(path.name for path in (office.folder / "desk" / "papeles").iterdir())
    assert papers == ["recibo-C01-000001-copia1.pdf", "recibo-C01-000001.pdf"]

    # 50.000 and 120.000 are in the drawer: one note of each that matters.
    office.presses("Escape")
    office.sees("desk/Settlements")
    office.presses("Escape")
    office.sees("desk/Home")
    office.presses("F8")
    office.sees("desk/Closing")
    for count in ("1", "1", "1"):
        office.types(count).presses("Tab")
    office.presses("Return")
    office.sees("desk/Closing", at("sure"))
    office.presses("Return")
    closed = office.sees("desk/Closing", at("told"))
    (cash,) = closed.lines
    assert (cash.expected, cash.difference) == ("$170.000", "$0")
    office.nothing_wrong()
    assert office.window.warnings == []


def test_a_slip_is_kept_as_a_page_and_a_desk_may_take_it_all_the_same(office: Office) -> None:
    agreed = Collection(gln="7700000000002", banks=("Banco de Ejemplo",))
    office.central.services.settings.__dict__["collection"] = agreed
    row = waits(office)
    office.signs_in()
    office.opens_shift()
    looks_up(office, row.number)
    office.presses("F4")
    body = office.sees("desk/Settlement", lambda body: bool(body.paper and body.paper.file))
    assert (body.state, body.paper.file) == ("at-bank", "volante-000001.pdf")
    page = (office.folder / "desk" / "papeles" / body.paper.file).read_bytes()
    assert page.startswith(b"%PDF")
    takes(office)
    office.presses("Return")
    office.sees("desk/Settlement", at("told"))
    assert movements(office) == [AMOUNT]
    office.nothing_wrong()


def test_what_another_desk_has_is_shown_with_who_and_since_when(office: Office) -> None:
    row, luisa = waits(office), second_desk(office)
    office.signs_in()
    office.opens_shift()
    good(luisa.takes(seen_by(luisa, row)))
    body = looks_up(office, row.number)
    assert (body.locked_by, body.locked_place, body.live) == ("Luisa", "C02", True)
    assert "Luisa" in office.text("lockedText")
    assert body.locked_since in office.text("lockedText")
    office.presses("Return")
    assert office.sees("desk/Settlement", at("look")).can_take is False

    # Let go there, looked at here; taken there again before the Enter here.
    luisa.lets_go(seen_by(luisa, row))
    office.presses("F5")
    office.sees("desk/Settlement", lambda body: body.can_take)
    good(luisa.takes(seen_by(luisa, row)))
    office.presses("Return")
    body = office.sees("desk/Settlement", lambda body: body.error == "settlement-locked")
    assert (body.locked_by, body.can_take) == ("Luisa", False)
    good(luisa.pays(seen_by(luisa, row)))
    office.presses("F5")
    body = office.sees("desk/Settlement", lambda body: body.state == "paid")
    assert body.receipt == "C02-000001"
    assert movements(office) == [AMOUNT]
    office.nothing_wrong()


def test_a_supervisor_unlocks_what_a_desk_left_and_its_late_payment_is_refused(
    office: Office,
) -> None:
    row, luisa = waits(office), second_desk(office)
    made = seen_by(luisa, row)
    good(luisa.takes(made))
    office.signs_in("sofia")
    looks_up(office, row.recovery_code)

    # Luisa is still signed in: her payment may be on its way.
    office.presses("F6")
    office.sees("desk/Settlement", at("unlock"))
    office.types("no contesta nadie").presses("Return")
    office.sees("desk/Settlement", lambda body: body.error == "settlement-in-use")

    luisa.colleague.ask("/v1/staff/sessions/close", CloseStaffSession)
    office.presses("F6")
    office.sees("desk/Settlement", at("unlock"))
    office.presses("Return")
    office.sees("desk/Settlement", lambda body: body.error == "reason-missing")
    office.types("la caja se apago").presses("Return")
    body = office.sees("desk/Settlement", lambda body: body.done == "unlocked")
    assert (body.state, body.locked_by) == ("open", "")
    (line,) = audited(office, "settlement-unlocked")
    assert line.startswith("luisa C02")
    assert line.endswith("la caja se apago")
    luisa.colleague.sign_in()
    assert refused(luisa.pays(made)) == "not-possible"
    assert movements(office) == []
    office.nothing_wrong()


def test_a_lost_answer_is_asked_about_and_never_paid_twice(
    tmp_path: Path, qapp: QGuiApplication, catalogues: Path
) -> None:
    """The network is gone after central's commit."""
    with Wire() as wire, open_office(tmp_path, wire=wire) as office:
        row = waits(office)
        office.signs_in()
        office.opens_shift()
        looks_up(office, row.number)
        takes(office)
        wire.loses = lambda path: path.endswith("/settlements/pay")
        office.presses("Return")
        body = office.sees("desk/Settlement", at("unclear"))
        assert (body.change, body.receipt) == ("", "")
        assert movements(office) == [AMOUNT]
        wire.loses = lambda _path: False
        office.presses("Return")
        body = office.sees("desk/Settlement", at("told"))
        assert (body.before, body.receipt) == (True, "C01-000001")
        assert movements(office) == [AMOUNT]
        office.nothing_wrong()


def test_a_power_cut_in_the_middle_leaves_it_in_the_list_and_payable(
    tmp_path: Path, qapp: QGuiApplication, catalogues: Path
) -> None:
    """The network is gone before central hears of it, and then the power."""
    with Wire() as wire, open_office(tmp_path, wire=wire) as office:
        row = waits(office)
        office.signs_in()
        office.opens_shift()
        looks_up(office, row.number)
        takes(office)
        office.server.off()
        office.presses("Return")
        office.sees("desk/Settlement", at("unclear"))
        office.server.on()
        wire.to(office.server.url)
        with office.switched_off_and_on():
            home = office.signs_in()
            assert (home.unclear, movements(office)) == (1, [])
            office.presses("F6")
            office.sees("desk/Unanswered")
            office.presses("Return")
            office.sees("desk/Unanswered", lambda body: body.told == "never")
            office.presses("Return")
            office.sees("desk/Home", lambda body: body.unclear == 0)
            body = looks_up(office, row.number)
            assert (body.state, body.mine) == ("at-desk", True)
            takes(office)
            office.presses("Return")
            office.sees("desk/Settlement", at("told"))
            assert movements(office) == [AMOUNT]
            office.nothing_wrong()


def test_what_was_never_sent_may_be_let_go_and_stays_unpaid(office: Office) -> None:
    row = waits(office)
    office.signs_in()
    office.opens_shift()
    looks_up(office, row.number)
    takes(office)
    office.server.off()
    office.presses("Return")
    office.sees("desk/Settlement", at("unclear"))
    office.presses("Return")
    office.sees("desk/Settlement", lambda body: body.error == "central-offline")
    office.server.on()
    office.presses("Return")
    office.sees("desk/Settlement", lambda body: body.error == "never-done")
    office.presses("Escape")
    office.sees("desk/Settlement", at("fill"))
    office.presses("Escape")
    body = office.sees("desk/Settlement", lambda body: body.done == "let-go")
    assert (body.state, movements(office)) == ("open", [])
    office.nothing_wrong()


def test_a_wrong_code_finds_nothing_and_an_expired_one_is_not_taken(office: Office) -> None:
    row = waits(office)
    past = row.made_at - timedelta(seconds=1)
    services = office.central.services
    services.database.run(lambda db: db.execute(update(Settlement).values(expires_at=past)))
    office.signs_in()
    office.opens_shift()
    office.presses("F11")
    office.sees("desk/Settlements")
    office.types("zzzzzz").presses("Return")
    office.sees("desk/Settlements", lambda body: body.error == "settlement-unknown")
    for _ in "zzzzzz":
        office.presses("Backspace")
    office.types(row.number).presses("Return")
    body = office.sees("desk/Settlement", at("look"))
    assert (body.state, body.can_take) == ("expired", False)
    office.presses("Return")
    office.sees("desk/Settlement", at("look"))
    assert movements(office) == []
    office.nothing_wrong()
