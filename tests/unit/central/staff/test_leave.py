"""Every message of the staff's API asks who is there, and asks the table of leaves."""

from typing import Any

import pytest
from sqlalchemy import select

from central.db.ids import new_id
from central.records.tables import AuditEntry
from central.staff.api.endpoints import ASKING, PROVING, Asking
from central.staff.rules import Action, may
from central.staff.tables import Role
from tests.support.central import Central
from tests.support.staff import Colleague, hired

LOGINS = {
    Role.CASHIER: "carlos",
    Role.SUPERVISOR: "sofia",
    Role.TECHNICIAN: "tomas",
    Role.ADMINISTRATOR: "marta",
}
DAYS = {"first_day": "2026-11-01", "last_day": "2026-11-30"}
SOMEBODY = {"id_type": "CC", "id_number": "1990009999"}
LINE = {
    "registration_number": "00041018",
    "certificate_type": "CerMat",
    "quantity": 1,
    "price": 6_100,
}
BODIES: dict[str, dict[str, Any]] = {
    "/key": {"key": "wrong", "code": "000000", "new_key": "another good key"},
    "/members/add": {"login": "nuevo", "name": "Nuevo", "role": "cashier"},
    "/members/reset": {"login": "nobody"},
    "/members/retire": {"login": "nobody"},
    "/kiosks/enrol-code": {"point_of_sale": "K09"},
    "/kiosks/logs": {"device_id": new_id()},
    "/kiosks/log": {"log_id": new_id()},
    "/kiosks/revoke": {"device_id": new_id()},
    "/kiosks/unfreeze": {"device_id": new_id()},
    "/kiosks/configure": {"values": {}},
    "/challenges/answer": {
        "device_id": new_id(),
        "fingerprint": "000000",
        "challenge": "BCDF-GHJK",
        "technician": "tomas",
    },
    "/prices/set": {"service_code": "01010101", "valid_from": "2099-01-01", "price": 7_000},
    "/days/reconcile": {"day": "2026-11-21"},
    "/operations/list": {"which": "open"},
    "/operations/find": {"code": "NADA"},
    "/operations/story": {"op_id": new_id()},
    "/operations/resolve": {"op_id": new_id(), "decision": "void"},
    "/operations/refund": {"op_id": new_id(), "refund_id": new_id()},
    "/shifts/open": {"base": 0},
    "/shifts/top-up": {
        "top_up_id": new_id(),
        "account_id_type": "CC",
        "account_id_number": "1990009999",
        "payment_form": "01",
        "amount": 5_000,
    },
    "/shifts/reverse": {"reversal_id": new_id(), "top_up_id": new_id()},
    "/shifts/close": {"pieces": ()},
    "/shifts/provisional": {
        "shift_id": new_id(),
        "opened": {"at": "2026-11-21T15:00:00Z", "base": 0},
    },
    "/shifts/explain": {"shift_id": new_id()},
    "/movements/find": {"movement_id": new_id()},
    "/accounts/find": {"id_type": "CC", "id_number": "1990000001"},
    "/receipts/find": {"number": "C01-000001"},
    "/receipts/copy": {"movement_id": new_id()},
    "/receipts/mail": {"movement_id": new_id()},
    "/receipts/copy-order": {"order_id": new_id()},
    "/receipts/mail-order": {"order_id": new_id()},
    "/certificates/find": {"code": "NADA"},
    "/certificates/copy": {"copy_id": new_id(), "op_id": new_id()},
    "/shifts/reopen": {"shift_id": new_id()},
    "/shifts/recompute": {"shift_id": new_id()},
    "/people/register": {
        **SOMEBODY,
        "first_name": "Nadia",
        "first_surname": "Ortiz",
        "landline": "6015550101",
        "mobile": "3000000007",
        "address": "Calle 9 # 8-07",
        "municipality": "IBAGUE (TOL)",
        "consent_version": "2020-1",
    },
    "/people/contact/find": SOMEBODY,
    "/people/contact/change": {**SOMEBODY, "mobile": "3000000007", "consent_version": "2020-1"},
    "/people/codes/send": {**SOMEBODY, "purpose": "confirm-address"},
    "/people/codes/confirm": {**SOMEBODY, "code": "123456"},
    "/people/keys/secure": {**SOMEBODY, "code": "123456", "new_key": "Zq7-ba", "why": "first"},
    "/people/keys/prepaid": {
        **SOMEBODY,
        "document_seen": True,
        "new_key": "482107",
        "why": "first",
    },
    "/settlements/make": {
        "settlement_id": new_id(),
        "account_id_type": "CC",
        "account_id_number": "1990009999",
        "amount": 5_000,
    },
    "/settlements/find": {"code": "K7M2QX"},
    "/settlements/take": {"settlement_id": new_id(), "movement_id": new_id()},
    "/settlements/let-go": {"settlement_id": new_id(), "movement_id": new_id()},
    "/settlements/pay": {
        "settlement_id": new_id(),
        "movement_id": new_id(),
        "payment_form": "01",
        "amount": 5_000,
    },
    "/settlements/unlock": {"settlement_id": new_id()},
    "/settlements/cancel": {"settlement_id": new_id()},
    "/settlements/slip": {"settlement_id": new_id()},
    "/settlements/report": {
        "payment_id": new_id(),
        "reference": "9",
        "amount": 5_000,
        "paid_on": "2026-11-21",
    },
    "/settlements/find-exception": {"payment_id": new_id()},
    "/settlements/find-decision": {"decision_id": new_id()},
    "/settlements/apply-exception": {
        "payment_id": new_id(),
        "decision_id": new_id(),
        "amount": 5_000,
        "settlement_id": new_id(),
    },
    "/settlements/return-exception": {
        "payment_id": new_id(),
        "decision_id": new_id(),
        "amount": 5_000,
    },
    "/settlements/settle-exception": {
        "payment_id": new_id(),
        "decision_id": new_id(),
        "amount": 5_000,
    },
    "/sales/catalogue": {"registration_number": "00041018"},
    "/sales/with-key": {
        "order_id": new_id(),
        "account_id_type": "CC",
        "account_id_number": "1990009999",
        "prepaid_key": "wrong",
        "lines": (LINE,),
    },
    "/sales/paid": {
        "order_id": new_id(),
        "payment_id": new_id(),
        "account_id_type": "CC",
        "account_id_number": "1990009999",
        "payment_form": "01",
        "lines": (LINE,),
    },
    "/sales/expense": {"order_id": new_id(), "lines": (LINE,)},
    "/reports/shift-close": {"shift_id": new_id()},
    "/reports/cash-detail": DAYS,
    "/reports/daily-summary": {"day": "2026-11-21"},
    "/reports/movements": {
        **DAYS,
        "account_id_type": "CC",
        "account_id_number": "1990000001",
        "as_file": "pdf",
    },
    "/reports/reversals": DAYS,
    "/reports/key-changes": DAYS,
    "/reports/kiosk-journal": {"device_id": new_id(), "day": "2026-11-21"},
    "/quarantine/settle": {"capture_id": new_id(), "accept": False},
    "/incidents/settle": {"incident_id": new_id()},
}
BY_ROLE = [endpoint for endpoint in ASKING if endpoint.action is not None]


def ids(endpoint: Asking) -> str:
    return endpoint.path.strip("/")


def send(colleague: Colleague, endpoint: Asking) -> tuple[int, str]:
    """Status and problem code of an answer."""
    values = BODIES.get(endpoint.path, {})
    answer = colleague.ask(f"/v1/staff{endpoint.path}", endpoint.message, **values)
    return answer.status_code, answer.json().get("code", "") if answer.status_code >= 400 else ""


def test_there_is_no_other_way_in() -> None:
    """A new message is either about oneself, or it names the leave it takes."""
    assert {each.path for each in ASKING if each.action is None} == {"/sessions/close", "/key"}
    assert {each.path for each in PROVING} == {
        "/enrol",
        "/sessions/open",
        "/approvals",
        "/entries",  # signed by the desk it is about
    }
    # What was done without central may be told after any silence; none of it moves money.
    assert {each.path for each in ASKING if each.silent} == {
        "/shifts/provisional",
        "/shifts/explain",
    }
    asked = {each.action for each in BY_ROLE}
    elsewhere = {
        Action.APPROVE_REFUND,  # judged with the credentials of who approves
        Action.APPROVE_REVERSAL,
        Action.APPROVE_PAYMENT,
        Action.CORRECT,  # only by command
        Action.HANDLE_MAIL,
        Action.MAINTAIN_KIOSK,  # judged at the kiosk
    }
    assert asked | elsewhere == set(Action)


def test_without_a_session_nothing_is_answered(office: Central) -> None:
    nobody = Colleague(office, "nobody", "", "")
    for endpoint in ASKING:
        assert send(nobody, endpoint) == (401, "session-expired"), endpoint.path


def test_every_role_gets_what_is_its_own_and_nothing_else(office: Central) -> None:
    for role, login in LOGINS.items():
        colleague = hired(office, login)
        colleague.sign_in()
        for endpoint in BY_ROLE:
            assert endpoint.action is not None
            status, code = send(colleague, endpoint)
            if may(role, endpoint.action):
                assert status not in (401, 403), (role, endpoint.path)
                assert status < 500, (role, endpoint.path)
            else:
                assert (status, code) == (403, "not-entitled"), (role, endpoint.path)


@pytest.mark.parametrize("endpoint", BY_ROLE, ids=ids)
def test_what_was_refused_is_noted_and_changed_nothing(office: Central, endpoint: Asking) -> None:
    """Nobody who may not leaves another trace than that they tried."""
    assert endpoint.action is not None
    outsider = next(role for role in Role if not may(role, endpoint.action))
    colleague = hired(office, LOGINS[outsider])
    colleague.sign_in()
    before = actions(office)
    assert send(colleague, endpoint) == (403, "not-entitled")
    assert actions(office)[len(before) :] == [("staff-not-entitled", endpoint.action.value)]


def actions(central: Central) -> list[tuple[str, str]]:
    rows = select(AuditEntry.action, AuditEntry.detail).order_by(AuditEntry.at, AuditEntry.id)
    return [
        (row.action, row.detail)
        for row in central.services.database.run(lambda db: db.execute(rows).all())
    ]
