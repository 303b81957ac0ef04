"""The wire of contract version 1, kept as data: a change here is a change of version."""

import json
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from kiosk.contract import CONTRACT
from kiosk.contract import messages as m
from kiosk.contract.fingerprint import fingerprint
from kiosk.contract.problems import Problem, ProblemCode
from kiosk.identity import IdType

OP = "01a1fcbc-61d3-70fc-b84e-e75c23e8a7b8"
TOKEN = "t" * 43

# One of each request, as devices of version 1 send it.
CHECKPOINT: dict[str, Any] = {
    "size": 12,
    "head": "ab" * 32,
    "at": "2026-11-21T15:00:00Z",
    "signature": "A" * 86 + "==",
}
REQUESTS: dict[type[m.Message], dict[str, Any]] = {
    m.Enrol: {"code": "BCDFGHJK", "serial": "V-1", "public_key": "A" * 43 + "="},
    m.Heartbeat: {"boot_id": OP, "version": "0.1.0", "printer": "ready", "live_operations": [OP]},
    m.RotateKey: {"public_key": "A" * 43 + "=", "proof": "A" * 86 + "=="},
    m.OpenSession: {"id_type": "CC", "id_number": "1990000001", "secure_key": "x"},
    m.CloseSession: {"session": TOKEN},
    m.FetchAccount: {"session": TOKEN},
    m.SearchRegistrations: {"session": TOKEN, "text": "café"},
    m.FetchCatalogue: {"session": TOKEN, "registration_number": "00041018"},
    m.OpenOrder: {
        "session": TOKEN,
        "order_id": OP,
        "account_id_type": "NIT",
        "account_id_number": "990000101-8",
        "prepaid_key": "4821",
        "lines": [
            {
                "registration_number": "00041018",
                "certificate_type": "CerMat",
                "quantity": 2,
                "price": 6100,
            }
        ],
    },
    m.Authorise: {
        "op_id": OP,
        "device_seq": 1,
        "order_id": OP,
        "purchase_token": TOKEN,
        "registration_number": "00041018",
        "certificate_type": "CerMat",
        "copy_index": 1,
        "price": 6100,
    },
    m.Capture: {
        "op_id": OP,
        "device_seq": 2,
        "printed_at": "2026-11-21T15:00:00Z",
        "evidence": "process id 0042, cut ok",
    },
    m.Void: {"op_id": OP, "device_seq": 3, "reason": "paper_out"},
    m.OpenOperations: {},
    m.FetchReceipt: {"order_id": OP},
    m.Reprint: {"op_id": OP, "device_seq": 4, "session": TOKEN, "of_op_id": OP},
    m.Claim: {"op_id": OP, "device_seq": 5, "session": TOKEN, "of_op_id": OP},
    m.Resolve: {"op_id": OP, "device_seq": 6, "session": TOKEN, "decision": "void"},
    m.LookUpCode: {"code": "K7MPQ2"},
    m.DaySum: {"state": "captured", "count": 2, "pesos": 12200},
    m.Checkpoint: CHECKPOINT,
    m.DayClose: {
        "day": "2026-11-21",
        "sums": [{"state": "captured", "count": 2, "pesos": 12200}],
        "last_seq": 4,
        "checkpoint": CHECKPOINT,
    },
    m.MailOrder: {"session": TOKEN, "order_id": OP},
}
IDS = [message.__name__ for message in REQUESTS]


def test_every_request_of_the_contract_is_here() -> None:
    concrete = {
        cls
        for cls in vars(m).values()
        if isinstance(cls, type) and issubclass(cls, m.Message) and not cls.__subclasses__()
    }
    assert concrete - {m.OrderLine} == set(REQUESTS)


@pytest.mark.parametrize(("message", "data"), REQUESTS.items(), ids=IDS)
def test_a_request_of_this_version_is_read_and_written_alike(
    message: type[m.Message], data: dict[str, Any]
) -> None:
    read = message.model_validate_json(json.dumps({"contract": CONTRACT, **data}))
    assert read.contract == 1
    assert message.model_validate_json(read.model_dump_json()) == read


@pytest.mark.parametrize(("message", "data"), REQUESTS.items(), ids=IDS)
def test_an_unknown_field_or_version_is_refused(
    message: type[m.Message], data: dict[str, Any]
) -> None:
    for wrong in ({"surprise": 1}, {"contract": 2}):
        with pytest.raises(ValidationError):
            message.model_validate_json(json.dumps({**data, **wrong}))


@pytest.mark.parametrize(("message", "data"), REQUESTS.items(), ids=IDS)
def test_a_request_cannot_be_changed(message: type[m.Message], data: dict[str, Any]) -> None:
    read = message.model_validate_json(json.dumps(data))
    with pytest.raises(ValidationError):
        read.contract = 1


def test_a_reply_of_a_newer_central_is_read() -> None:
    reply = {"op_id": OP, "state": "HELD", "price": 1, "colour": "blue"}
    assert m.Operation.model_validate(reply).state is m.OperationState.HELD


@pytest.mark.parametrize("amount", [-1, 10**12 + 1, 1.0, "1", True])
def test_money_is_whole_pesos(amount: object) -> None:
    with pytest.raises(ValidationError):
        m.Operation.model_validate({"op_id": OP, "state": "HELD", "price": amount})


@pytest.mark.parametrize("printed_at", ["2026-11-21T15:00:00", "9999-12-31T23:00:00-05:00", ""])
def test_an_instant_has_a_zone_and_a_year_that_can_be_kept(printed_at: str) -> None:
    with pytest.raises(ValidationError):
        m.Capture.model_validate({**REQUESTS[m.Capture], "printed_at": printed_at})


@pytest.mark.parametrize(("read", "kept"), [(-5, 0), (10**40, 2**31 - 1), (1_200, 1_200)])
def test_a_mad_reading_is_brought_into_bounds(read: int, kept: int) -> None:
    beat = m.Heartbeat.model_validate({**REQUESTS[m.Heartbeat], "paper_mm": read})
    assert beat.paper_mm == kept


def test_what_is_secret_stays_out_of_a_trace() -> None:
    shown = repr(m.OpenSession(id_type=IdType.CC, id_number="1", secure_key="hush-hush"))
    assert "hush" not in shown
    assert TOKEN not in repr(m.FetchAccount(session=TOKEN))
    order = m.OpenOrder.model_validate({**REQUESTS[m.OpenOrder], "prepaid_key": "4821"})
    assert "4821" not in repr(order)


def test_the_fingerprint_is_the_meaning() -> None:
    data = REQUESTS[m.Authorise]
    first = m.Authorise.model_validate(data)
    renewed = m.Authorise.model_validate({**data, "purchase_token": "u" * 43})
    assert fingerprint(first) == fingerprint(renewed)
    meanings = {"price": 1, "copy_index": 2, "device_seq": 9, "certificate_type": "CerExi"}
    changed = [m.Authorise.model_validate({**data, key: new}) for key, new in meanings.items()]
    assert len({fingerprint(each) for each in (first, *changed)}) == 1 + len(changed)


def test_two_kinds_of_message_never_mean_the_same() -> None:
    assert fingerprint(m.CloseSession(session=TOKEN)) != fingerprint(m.FetchAccount(session=TOKEN))


def test_the_codes_are_the_promised_ones() -> None:
    """Screens, staff documents and stored answers rely on these words: add, never rename."""
    assert {code.value for code in ProblemCode} >= {
        "malformed",
        "not-found",
        "too-large",
        "contract-unsupported",
        "signature-invalid",
        "clock-skew",
        "nonce-reused",
        "device-unknown",
        "device-revoked",
        "device-cloned",
        "enrol-code-invalid",
        "credentials-invalid",
        "throttled",
        "key-blocked",
        "not-activated",
        "session-expired",
        "account-unknown",
        "prepaid-key-invalid",
        "insufficient-balance",
        "price-changed",
        "not-sold",
        "cart-too-large",
        "token-expired",
        "fingerprint-mismatch",
        "in-progress",
        "voided-before-capture",
        "already-captured",
        "receipt-pending",
        "reprint-limit",
        "already-decided",
        "not-yet-known",
        "mail-off",
        "no-mail-address",
        "second-factor-missing",
        "already-enrolled",
        "key-expired",
        "key-too-weak",
        "not-entitled",
        "approval-needed",
        "not-possible",
        "unavailable",
        "internal",
    }


def test_a_problem_travels_as_rfc_9457() -> None:
    problem = Problem(status=429, code=ProblemCode.THROTTLED, retry_after_s=15)
    assert Problem.model_validate_json(problem.model_dump_json(exclude_none=True)) == problem
    assert json.loads(problem.model_dump_json())["type"] == "about:blank"


def test_states_of_an_operation_are_the_six() -> None:
    states = "HELD DECLINED CAPTURED EXPIRED VOIDED_BY_DEVICE VOIDED_BY_STAFF"
    assert [state.value for state in m.OperationState] == states.split()
    assert get_args(m.Resolution.model_fields["decision"].annotation) == ("printed", "void")
