"""What somebody at the desk sees and decides over HTTP; money above a limit takes two."""

from typing import Any

import httpx
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.devices.state import revoke
from central.ledger.statement import verify
from central.records.record import IncidentKind, incident
from central.records.tables import AuditEntry
from central.staff.members import retire
from central.staff.tables import Approval, Role, StaffMember
from kiosk.contract.staff import operations as o
from tests.support.central import CAFE_PRICE, Central, Terminal, enrolled
from tests.support.staff import Colleague, hired

OPERATIONS = "/v1/staff/operations"


@pytest.fixture
def terminal(office: Central) -> Terminal:
    return enrolled(office)


@pytest.fixture
def carlos(office: Central) -> Colleague:
    """The cashier."""
    colleague = hired(office, "carlos")
    colleague.sign_in()
    return colleague


def held(terminal: Terminal) -> str:
    return terminal.authorise(terminal.order(terminal.sign_in())).op_id


def sold(terminal: Terminal) -> str:
    op_id = held(terminal)
    assert terminal.capture(op_id).status_code == 200
    return op_id


def listed(colleague: Colleague, which: str) -> list[str]:
    answer = colleague.ask(f"{OPERATIONS}/list", o.ListOperations, which=which)
    return [each["op_id"] for each in answer.json()["operations"]]


def outcome(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json().get("code", "")


def decide(colleague: Colleague, op_id: str, decision: str) -> httpx.Response:
    values = {"op_id": op_id, "decision": decision}
    return colleague.ask(f"{OPERATIONS}/resolve", o.DecideOperation, **values)


def refund(colleague: Colleague, op_id: str, refund_id: str = "") -> httpx.Response:
    values = {"op_id": op_id, "refund_id": refund_id or new_id()}
    return colleague.ask(f"{OPERATIONS}/refund", o.RefundOperation, **values)


def limited(central: Central, pesos: int) -> None:
    settings = central.services.settings
    staff = settings.staff.model_copy(update={"refund_limit": pesos})
    settings.__dict__["staff"] = staff


def available(terminal: Terminal) -> int:
    return terminal.account(terminal.sign_in()).available


def test_open_and_flagged_operations_are_listed(
    carlos: Colleague, terminal: Terminal, office: Central
) -> None:
    op_id = held(terminal)
    assert (listed(carlos, "open"), listed(carlos, "flagged")) == ([op_id], [])
    services, late = office.services, IncidentKind.LATE_CAPTURE
    services.database.run(lambda db: incident(db, "99", services.now(), late, op_id=op_id))
    assert listed(carlos, "flagged") == [op_id]


def test_whoever_comes_to_the_counter_is_found_and_told(
    carlos: Colleague, terminal: Terminal
) -> None:
    order = terminal.order(terminal.sign_in())
    op_id = terminal.authorise(order).op_id
    terminal.capture(op_id)
    found = carlos.ask(f"{OPERATIONS}/find", o.FindOperations, code=order.recovery_code)
    assert [each["op_id"] for each in found.json()["operations"]] == [op_id]
    assert carlos.ask(f"{OPERATIONS}/find", o.FindOperations, code="NADA").json() == {
        "operations": []
    }
    told = carlos.ask(f"{OPERATIONS}/story", o.TellOperation, op_id=op_id)
    story = o.OperationStory.model_validate_json(told.content)
    assert (story.order_number, story.operation.state.value) == (order.order_number, "CAPTURED")
    assert f"posting purchase {CAFE_PRICE}" in {event.what for event in story.events}
    assert "Ana" not in told.text
    nothing = carlos.ask(f"{OPERATIONS}/story", o.TellOperation, op_id=new_id())
    assert outcome(nothing) == (404, "not-found")


def test_an_uncertain_print_is_decided_once(
    carlos: Colleague, terminal: Terminal, office: Central
) -> None:
    op_id = held(terminal)
    assert decide(carlos, op_id, "void").json() == {"op_id": op_id, "decision": "void"}
    assert decide(carlos, op_id, "void").status_code == 200
    assert outcome(decide(carlos, op_id, "printed")) == (409, "already-decided")
    assert outcome(decide(carlos, new_id(), "void")) == (409, "not-possible")
    assert available(terminal) == 100_000
    assert ("carlos", "as agreed") in trail(office, "resolve-void")


def test_a_refund_gives_the_price_back_once(
    carlos: Colleague, terminal: Terminal, office: Central
) -> None:
    op_id, refund_id = sold(terminal), new_id()
    made = refund(carlos, op_id, refund_id)
    assert (made.json()["amount"], made.json()["refund_id"]) == (CAFE_PRICE, refund_id)
    assert refund(carlos, op_id, refund_id).json() == made.json()
    assert outcome(refund(carlos, op_id)) == (409, "not-possible")
    assert outcome(refund(carlos, held(terminal))) == (409, "not-possible")
    assert available(terminal) == 100_000 - CAFE_PRICE
    assert trail(office, "refund") == [("carlos", f"{refund_id} as agreed")]


# Two people


def test_above_the_limit_a_second_person_approves(
    carlos: Colleague, terminal: Terminal, office: Central
) -> None:
    limited(office, CAFE_PRICE - 1)
    op_id = sold(terminal)
    assert outcome(refund(carlos, op_id)) == (409, "approval-needed")
    sofia = hired(office, "sofia")
    assert sofia.approve(op_id).status_code == 200
    carlos.sign_in()
    assert refund(carlos, op_id).status_code == 200
    assert available(terminal) == 100_000
    (approval,) = office.services.database.run(lambda db: list(db.scalars(select(Approval))))
    assert (approval.used_by, approval.used_at) == (member(office, "carlos"), office.clock())
    assert trail(office, "approve-refund") == [("sofia", "office seen the blank page")]
    assert approval.id in trail(office, "refund")[0][1]
    assert office.services.database.run(verify) == []


def test_up_to_the_limit_one_person_is_enough(
    carlos: Colleague, terminal: Terminal, office: Central
) -> None:
    limited(office, CAFE_PRICE)
    assert refund(carlos, sold(terminal)).status_code == 200


def test_nobody_approves_for_themselves(terminal: Terminal, office: Central) -> None:
    limited(office, 0)
    op_id, sofia = sold(terminal), hired(office, "sofia")
    assert sofia.approve(op_id).status_code == 200
    sofia.sign_in()
    assert outcome(refund(sofia, op_id)) == (409, "approval-needed")
    hired(office, "marta").approve(op_id)
    sofia.sign_in()
    assert refund(sofia, op_id).status_code == 200


def test_an_approval_is_for_one_operation_once_and_soon(
    carlos: Colleague, terminal: Terminal, office: Central
) -> None:
    limited(office, 0)
    first, second, sofia = sold(terminal), sold(terminal), hired(office, "sofia")
    sofia.approve(first)
    carlos.sign_in()
    assert outcome(refund(carlos, second)) == (409, "approval-needed")
    office.clock.advance(600)
    carlos.sign_in()
    assert outcome(refund(carlos, first)) == (409, "approval-needed")
    sofia.approve(first)
    carlos.sign_in()
    assert refund(carlos, first).status_code == 200
    assert outcome(refund(carlos, first)) == (409, "not-possible")


@pytest.mark.parametrize("login", ["carlos", "tomas"])
def test_who_may_not_approve_is_refused(office: Central, terminal: Terminal, login: str) -> None:
    limited(office, 0)
    op_id, colleague = sold(terminal), hired(office, login)
    assert outcome(colleague.approve(op_id)) == (403, "not-entitled")
    assert outcome(colleague.approve(op_id, code=colleague.wrong_code())) == (
        401,
        "credentials-invalid",
    )
    assert office.services.database.run(lambda db: list(db.scalars(select(Approval)))) == []


@pytest.mark.parametrize("change", ["left", "cashier"])
def test_an_approval_dies_with_the_leave_of_who_gave_it(
    carlos: Colleague, terminal: Terminal, office: Central, change: str
) -> None:
    limited(office, 0)
    op_id, sofia = sold(terminal), hired(office, "sofia")
    sofia.approve(op_id)
    if change == "left":
        retire(office.services, "sofia")
    else:
        office.services.database.run(lambda db: demote(db, "sofia"))
    carlos.sign_in()
    assert outcome(refund(carlos, op_id)) == (409, "approval-needed")


def demote(db: Session, login: str) -> None:
    db.scalars(select(StaffMember).where(StaffMember.login == login)).one().role = Role.CASHIER


def test_a_refund_refused_for_another_reason_uses_no_approval(
    carlos: Colleague, terminal: Terminal, office: Central
) -> None:
    limited(office, 0)
    op_id = held(terminal)
    hired(office, "sofia").approve(op_id)
    carlos.sign_in()
    assert outcome(refund(carlos, op_id)) == (409, "not-possible")
    assert terminal.capture(op_id).status_code == 200
    assert refund(carlos, op_id).status_code == 200


# Charges of a stopped kiosk, and incidents


def kept_capture(terminal: Terminal, office: Central, colleague: Colleague) -> dict[str, Any]:
    op_id = held(terminal)
    revoke(office.services, terminal.identity.device_id, "test")
    terminal.capture(op_id)
    answer = colleague.ask("/v1/staff/quarantine/list", o.ListQuarantine)
    (kept,) = answer.json()["captures"]
    assert (kept["op_id"], kept["device_state"]) == (op_id, "revoked")
    found: dict[str, Any] = kept
    return found


@pytest.mark.parametrize(("accept", "came"), [(True, "captured"), (False, "rejected")])
def test_a_quarantined_charge_is_judged_once(
    terminal: Terminal, office: Central, accept: bool, came: str
) -> None:
    marta = hired(office, "marta")
    marta.sign_in()
    kept = kept_capture(terminal, office, marta)["capture_id"]
    path, values = "/v1/staff/quarantine/settle", {"capture_id": kept, "accept": accept}
    assert marta.ask(path, o.JudgeCapture, **values).json() == {
        "capture_id": kept,
        "outcome": came,
    }
    assert outcome(marta.ask(path, o.JudgeCapture, **values)) == (409, "not-possible")
    assert trail(office, f"quarantine-{'accepted' if accept else 'rejected'}") == [
        ("marta", "as agreed")
    ]


def test_an_incident_is_settled_once(office: Central) -> None:
    sofia, services = hired(office, "sofia"), office.services
    sofia.sign_in()
    services.database.run(
        lambda db: incident(db, "99", services.now(), IncidentKind.SPRAYING, detail="K01")
    )
    (row,) = sofia.ask("/v1/staff/incidents/list", o.ListIncidents).json()["incidents"]
    assert (row["kind"], row["detail"]) == ("spraying", "K01")
    path, values = "/v1/staff/incidents/settle", {"incident_id": row["incident_id"]}
    assert sofia.ask(path, o.SettleIncident, **values).status_code == 200
    assert outcome(sofia.ask(path, o.SettleIncident, **values)) == (409, "not-possible")
    assert sofia.ask("/v1/staff/incidents/list", o.ListIncidents).json() == {"incidents": []}


def member(central: Central, login: str) -> str:
    row = select(StaffMember.id).where(StaffMember.login == login)
    return central.services.database.run(lambda db: db.scalars(row).one())


def trail(central: Central, action: str) -> list[tuple[str, str]]:
    """Logins and details of an action's lines."""
    rows = (
        select(StaffMember.login, AuditEntry.detail)
        .join(StaffMember, StaffMember.id == AuditEntry.actor)
        .where(AuditEntry.action == action)
        .order_by(AuditEntry.at)
    )
    found = central.services.database.run(lambda db: db.execute(rows).all())
    return [(row.login, row.detail) for row in found]
