"""Reports as they are asked for: whose they are, what they leave in the trail, and as files."""

from typing import Any

import httpx
import pytest
from sqlalchemy import select

from central.db.ids import new_id
from central.records.tables import AuditEntry
from kiosk.contract.staff import reports as r
from kiosk.contract.staff import shifts as s
from tests.support.central import Central
from tests.support.staff import Colleague, hired

DAYS = {"first_day": "2026-11-21", "last_day": "2026-11-21"}
SOMEBODY = {"account_id_type": "CC", "account_id_number": "1990000001"}
REPORTS, SHIFTS = "/v1/staff/reports", "/v1/staff/shifts"


def working(central: Central, login: str) -> Colleague:
    colleague = hired(central, login)
    colleague.sign_in()
    return colleague


def given(answer: httpx.Response) -> r.ReportGiven:
    assert answer.status_code == 200, answer.text
    return r.ReportGiven.model_validate_json(answer.content)


def takes(colleague: Colleague, pesos: int) -> str:
    """Open a shift and take money in it; gives the shift."""
    opened = colleague.ask(f"{SHIFTS}/open", s.OpenShift, base=0).json()["shift_id"]
    values: dict[str, Any] = {"top_up_id": new_id(), **SOMEBODY, "payment_form": "01"}
    assert colleague.ask(f"{SHIFTS}/top-up", s.TopUp, **values, amount=pesos).status_code == 200
    return str(opened)


def cash(colleague: Colleague, **more: Any) -> r.Report:
    path = f"{REPORTS}/cash-detail"
    return given(colleague.ask(path, r.ReportCashDetail, **DAYS, **more)).report


def test_a_cashier_sees_their_own_cash_and_only_after_counting(office: Central) -> None:
    carlos, sofia = working(office, "carlos"), working(office, "sofia")
    takes(carlos, 5_000)
    theirs = takes(sofia, 7_000)
    assert cash(carlos).rows == ()
    assert cash(carlos, login="sofia").rows == ()
    assert {row[0]: row[4] for row in cash(sofia).rows} == {"carlos": 5_000}
    assert "turno propio" in cash(carlos).notes[0]
    for colleague in (carlos, sofia):
        pieces = (s.Pieces(denomination=1_000, count=5),)
        assert colleague.ask(f"{SHIFTS}/close", s.CloseShift, pieces=pieces).status_code == 200
    assert [row[4] for row in cash(carlos, login="sofia").rows] == [5_000]
    assert sorted(row[4] for row in cash(sofia).rows if row[4]) == [5_000, 7_000]
    path = f"{REPORTS}/shift-close"
    refused = carlos.ask(path, r.ReportShiftClose, shift_id=theirs)
    assert (refused.status_code, refused.json()["code"]) == (404, "not-found")
    close = given(sofia.ask(path, r.ReportShiftClose, shift_id=theirs)).report
    assert close.rows[0][6:] == (7_000, 5_000, -2_000)


def test_who_looked_at_whose_movements_is_in_the_trail(office: Central) -> None:
    carlos = working(office, "carlos")
    answer = carlos.ask(f"{REPORTS}/movements", r.ReportMovements, **DAYS, **SOMEBODY)
    assert "1990000001" not in answer.text
    assert len(given(answer).report.rows) == 1
    rows = select(AuditEntry).where(AuditEntry.action == "report-given")
    (entry,) = office.services.database.run(lambda db: db.scalars(rows).all())
    assert entry.detail == "movements 2026-11-21"
    assert len(entry.actor) == len(entry.subject) == 36
    nobody = SOMEBODY | {"account_id_number": "1990009999"}
    answer = carlos.ask(f"{REPORTS}/movements", r.ReportMovements, **DAYS, **nobody)
    assert (answer.status_code, answer.json()["code"]) == (404, "account-unknown")


@pytest.mark.parametrize(
    ("file_format", "begins"), [("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK"), ("pdf", b"%PDF")]
)
def test_a_report_comes_as_a_file_too(office: Central, file_format: str, begins: bytes) -> None:
    sofia = working(office, "sofia")
    path = f"{REPORTS}/daily-summary"
    values = {"day": "2026-11-21", "as_file": file_format}
    made = given(sofia.ask(path, r.ReportDailySummary, **values)).file
    assert made is not None
    assert made.content.startswith(begins)
    assert made.name.startswith("daily-summary-2026")
    assert made.name.endswith(f".{file_format}")


def test_key_changes_name_who_and_whose_and_no_key(office: Central) -> None:
    sofia = working(office, "sofia")
    answer = sofia.ask(f"{REPORTS}/key-changes", r.ReportKeyChanges, **DAYS)
    told = {(row[1], row[2], row[3]) for row in given(answer).report.rows}
    assert ("sofia", "sofia", "Clave propia y segundo factor") in told
    assert ("Consola del servidor", "sofia", "Clave del personal restablecida") in told
    assert sofia.key not in answer.text
    assert sofia.seed not in answer.text
