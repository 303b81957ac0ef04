"""Payments that banks reported and nobody could credit, at the window's keyboard: real keys."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from sqlalchemy import select

from central.db.ids import new_id
from central.ledger.tables import Posting, PostingKind
from central.payments.bank_import import import_bank_file
from central.payments.exceptions import Decision, decide
from central.payments.make import Wanted, make
from central.payments.tables import Outcome, PaymentException, Settlement
from central.settings import Collection
from kiosk.identity import IdType, parse_id
from tests.support.bank_files import Row, bank_file
from tests.support.office import Office, open_office
from tests.support.wire import Wire

AMOUNT = 120_000


@pytest.fixture
def office(tmp_path: Path, qapp: QGuiApplication, catalogues: Path) -> Iterator[Office]:
    with open_office(tmp_path) as made:
        yield made


def at(stage: str) -> Callable[[Any], bool]:
    return lambda body: bool(body.stage == stage)


def settlement(office: Office) -> Settlement:
    """Somebody made it in the portal."""
    holder = parse_id(IdType.CC, "1990000001")
    return make(office.central.services, "portal", Wanted(new_id(), holder, AMOUNT))


def bank_reports(office: Office, *references: str) -> list[PaymentException]:
    """A file of the bank whose references nobody knows, imported by the administrator."""
    services = office.central.services
    services.settings.__dict__["collection"] = Collection(gln="7700000000002")
    rows = [Row(reference, AMOUNT, number) for number, reference in enumerate(references, 1)]
    return list(import_bank_file(services, "marta", bank_file(rows)).exceptions)


def credited(office: Office) -> list[int]:
    rows = select(Posting.amount).where(
        Posting.kind == PostingKind.TOP_UP, Posting.amount == AMOUNT
    )
    return office.central.services.database.run(lambda db: list(db.scalars(rows)))


def lists(office: Office) -> Any:
    office.presses("F11")
    office.sees("desk/Settlements")
    office.presses("F3")
    return office.sees("desk/Payments", lambda body: body.asked)


def is_sure(office: Office, code: str) -> None:
    """The first one of the list, applied to a settlement that was looked at."""
    office.presses("Return")
    office.sees("desk/PaymentCase")
    office.presses("Right")
    office.sees("desk/PaymentCase", lambda body: body.action == "apply")
    office.presses("Tab").types(code).presses("Return")
    office.sees("desk/PaymentCase", lambda body: body.target is not None)
    office.presses("Tab").types("el banco digito mal").presses("Return")
    office.sees("desk/PaymentCase", at("sure"))


def approves(office: Office, login: str = "sofia") -> None:
    """The second person, with their own key and code."""
    who = office.staff[login]
    office.sees("desk/Approval")
    office.types(login).presses("Tab").types(who.key).presses("Tab")
    office.types(who.fresh_code()).presses("Return")


def test_a_cashier_applies_one_with_a_supervisor_and_it_is_credited_once(office: Office) -> None:
    made = settlement(office)
    bank_reports(office, "9900000777777", "9900000888888")
    office.signs_in()
    body = lists(office)
    assert (len(body.rows), body.total) == (2, "$240.000")
    assert [(row.bank, row.line) for row in body.rows] == [("007", 3), ("007", 4)]
    is_sure(office, made.recovery_code.lower())
    assert office.text("paysText") == "Queda pagada con este pago."
    office.presses("Return", "Return")  # twice, before anybody could have read an answer
    approves(office)
    body = office.sees("desk/PaymentCase", at("told"))
    assert (body.outcome, body.applied_to, body.decided_by) == ("applied", made.number, "Carlos")
    assert credited(office) == [AMOUNT]
    office.presses("Return")
    assert len(office.sees("desk/Payments", lambda body: body.asked).rows) == 1
    office.presses("Escape")
    office.sees("desk/Settlements")
    office.types(made.number).presses("Return")
    assert office.sees("desk/Settlement").state == "paid"
    office.nothing_wrong()
    assert office.window.warnings == []


def test_of_two_desks_the_first_counts_and_the_other_sees_who(office: Office) -> None:
    made = settlement(office)
    (left,) = bank_reports(office, "9900000777777")
    office.signs_in()
    lists(office)
    is_sure(office, made.number)
    elsewhere = Decision(left.id, new_id(), AMOUNT, Outcome.OUTSIDE, "lo vio el banco")
    decide(office.central.services, "marta", elsewhere)
    office.presses("Return")
    body = office.sees("desk/PaymentCase", lambda body: body.error == "already-decided")
    assert (body.outcome, body.decided_by, body.note) == ("outside", "Marta", "lo vio el banco")
    assert credited(office) == []
    office.nothing_wrong()


def test_a_supervisor_marks_one_alone_and_nothing_moves(office: Office) -> None:
    bank_reports(office, "9900000777777")
    office.signs_in("sofia")
    lists(office)
    office.presses("Return")
    office.sees("desk/PaymentCase")
    office.presses("Left")
    office.sees("desk/PaymentCase", lambda body: body.action == "outside")
    office.presses("Tab").types("se pago por caja").presses("Return")
    office.sees("desk/PaymentCase", at("sure"))
    office.presses("Return")
    office.sees("desk/PaymentCase", lambda body: body.outcome == "outside")
    assert credited(office) == []
    office.nothing_wrong()


def test_a_lost_answer_and_a_power_cut_leave_it_in_the_list_and_done_once(
    tmp_path: Path, qapp: QGuiApplication, catalogues: Path
) -> None:
    """Central commits, the answer is lost, and then the power goes."""
    with Wire() as wire, open_office(tmp_path, wire=wire) as office:
        made = settlement(office)
        bank_reports(office, "9900000777777")
        office.signs_in()
        lists(office)
        is_sure(office, made.number)
        office.presses("Return")
        office.sees("desk/Approval")
        wire.loses = lambda path: path.endswith("/apply-exception")
        approves(office)
        office.sees("desk/PaymentCase", at("unclear"))
        assert credited(office) == [AMOUNT]
        wire.loses = lambda _path: False
        with office.switched_off_and_on():
            assert office.signs_in().unclear == 1
            office.presses("F6")
            office.sees("desk/Unanswered")
            office.presses("Return")
            body = office.sees("desk/Unanswered", lambda body: body.told == "decided")
            assert (body.kind, body.number) == ("applied", made.number)
            assert made.number in office.text("toldText")
            office.presses("Return")
            office.sees("desk/Home", lambda body: body.unclear == 0)
            assert lists(office).rows == ()
            assert credited(office) == [AMOUNT]
            office.nothing_wrong()


def test_central_away_before_it_heard_leaves_it_undone_and_the_same_deed_may_be_sent_again(
    office: Office,
) -> None:
    made = settlement(office)
    bank_reports(office, "9900000777777")
    office.signs_in()
    lists(office)
    is_sure(office, made.number)
    office.server.off()
    office.presses("Return")
    office.sees("desk/PaymentCase", at("unclear"))
    office.server.on()
    office.presses("Return")
    office.sees("desk/PaymentCase", lambda body: body.error == "never-done")
    office.presses("Return")
    approves(office)
    office.sees("desk/PaymentCase", at("told"))
    assert credited(office) == [AMOUNT]
    office.nothing_wrong()
