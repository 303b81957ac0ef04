"""Whatever comes in, the answer is a 4xx problem, and nothing is half written."""

import asyncio
import json
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from starlette.types import Message

from central.body_limit import BODY_MAX_BYTES
from central.db.tables import metadata
from central.routes import ENDPOINTS, Endpoint
from kiosk.contract import messages as m
from kiosk.contract.problems import Problem
from tests.support.central import Terminal

IDS = [endpoint.path.removeprefix("/v1/") for endpoint in ENDPOINTS]
OP = "01a1fcbc-61d3-70fc-b84e-e75c23e8a7b8"
CAPTURE = {"op_id": OP, "device_seq": 1, "evidence": "", "printed_at": "2026-11-21T15:00:00Z"}


def problem(terminal: Terminal, path: str, body: bytes, seq: int | None = None) -> Problem:
    """Send a signed body and demand a 4xx problem."""
    answer = terminal.send("POST", path, body, seq)
    assert 400 <= answer.status_code < 500, (answer.status_code, answer.text)
    assert answer.headers["content-type"] == "application/problem+json"
    found = Problem.model_validate_json(answer.content)
    assert found.status == answer.status_code
    return found


def row_counts(terminal: Terminal) -> dict[str, int]:
    """How many rows each table has; nonces aside, which every signed request leaves."""
    tables = [table for table in metadata.sorted_tables if table.name != "nonces"]
    return terminal.central.services.database.run(
        lambda db: {
            table.name: db.scalar(select(func.count()).select_from(table)) or 0 for table in tables
        }
    )


NO_MESSAGES = {
    "empty": b"",
    "half": b"{",
    "no text": b"\xff\xfe",
    "null": b"null",
    "list": b"[]",
    "text": b'"text"',
    "deep": b"[" * 20_000,
    "surprise": b'{"contract": 1, "surprise": 1}',
    "surrogates": b'{"session": "' + b"\\ud800" * 20 + b'"}',
    "NUL": b'{"session": "xxxxxxxxxxxxxxxxxxxx\\u0000"}',
    "infinite": b'{"op_id": null, "device_seq": 1e400}',
    "endless number": b'{"device_seq": ' + b"9" * 5_000 + b"}",
}


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=IDS)
def test_a_body_that_is_no_message_is_a_problem(lone: Terminal, endpoint: Endpoint) -> None:
    before = row_counts(lone)
    for what, body in NO_MESSAGES.items():
        found = problem(lone, endpoint.path, body)
        assert found.code in ("malformed", "contract-unsupported"), what
    assert row_counts(lone) == before


@pytest.mark.parametrize("contract", [0, 2, "1", None])
def test_another_contract_version_is_named(lone: Terminal, contract: object) -> None:
    body = json.dumps({"contract": contract}).encode()
    assert problem(lone, "/v1/operations/open", body).code == "contract-unsupported"


def test_a_problem_never_repeats_what_was_sent(lone: Terminal) -> None:
    body = b'{"id_type": "CC", "id_number": "secret 1990000001", "secure_key": ["hush"]}'
    told = problem(lone, "/v1/sessions/open", body).model_dump_json()
    assert "1990000001" not in told
    assert "hush" not in told


@pytest.mark.parametrize(
    "changes",
    [
        {"printed_at": "2026-11-21T15:00:00"},
        {"printed_at": "1969-12-31T23:59:59Z"},
        {"printed_at": "0001-01-01T00:00:00+14:00"},
        {"printed_at": "9999-12-31T23:59:59-14:00"},
        {"printed_at": 1e300},
        {"device_seq": 0},
        {"device_seq": 2**63},
        {"device_seq": 1.5},
        {"device_seq": True},
        {"op_id": OP.upper()},
        {"op_id": "'; DROP TABLE operations; --"},
        {"evidence": "x" * 201},
    ],
    ids=lambda changes: str(changes)[:40],
)
def test_a_capture_out_of_range_is_a_problem(lone: Terminal, changes: dict[str, Any]) -> None:
    body = json.dumps({**CAPTURE, **changes}).encode()
    assert problem(lone, "/v1/operations/capture", body, 1).status in (400, 422)


def test_readings_of_a_mad_device_do_not_stop_its_heartbeat(lone: Terminal) -> None:
    beat = {"boot_id": OP, "version": "1", "printer": "?", "disk_free_mb": 10**30}
    body = json.dumps({**beat, "queue_length": -5, "paper_mm": -(10**40)}).encode()
    assert lone.send("POST", "/v1/devices/heartbeat", body, None).status_code == 200


@pytest.mark.parametrize("announced", [True, False], ids=["announced", "chunked"])
def test_a_body_that_is_too_large_is_not_read(lone: Terminal, announced: bool) -> None:
    body = b"x" * (BODY_MAX_BYTES + 1)
    content = body if announced else iter([body[:1000], body[1000:]])
    for path in ("/v1/operations/open", "/v/ABCD2345", "/v1/devices/enrol"):
        answer = lone.http.post(path, content=content)
        assert (answer.status_code, answer.json()["code"]) == (413, "too-large")
        content = body if announced else iter([body])


def test_a_body_that_breaks_off_is_no_request(lone: Terminal) -> None:
    sent: list[Message] = []
    parts: list[Message] = [
        {"type": "http.request", "body": b"code=ABCD", "more_body": True},
        {"type": "http.disconnect"},
    ]

    async def receive() -> Message:
        return parts.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"content-type", b"application/x-www-form-urlencoded"), (b"content-length", b"13")]
    scope = {"type": "http", "method": "POST", "path": "/v/ABCD2345", "headers": headers}
    asyncio.run(lone.central.app(scope, receive, send))
    assert (sent, parts) == ([], [])


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/nothing", 404),
        ("GET", "/", 404),
        ("GET", "/v1/account", 405),
        ("DELETE", "/v1/orders", 405),
        ("POST", "/healthz", 405),
    ],
)
def test_what_is_not_there_is_a_problem_too(
    lone: Terminal, method: str, path: str, status: int
) -> None:
    answer = lone.http.request(method, path)
    assert answer.status_code == status
    assert Problem.model_validate_json(answer.content).request_id
    assert answer.headers["x-request-id"] == answer.json()["request_id"]


@pytest.mark.parametrize("op_id", ["x", "%00", "..%2f..", OP, "%ff", "é"])
def test_an_operation_that_is_none_is_a_problem(terminal: Terminal, op_id: str) -> None:
    path = f"/v1/operations/{op_id}"
    signed = terminal.signed("GET", unquote(path), b"", None)
    answer = terminal.http.get(path, headers=signed)
    assert answer.status_code == (404 if op_id in (OP, "..%2f..") else 422)


@pytest.mark.parametrize(
    "name", ["content-digest", "signature", "signature-input", "dispensador-device"]
)
def test_a_header_of_foreign_letters_is_a_problem(lone: Terminal, name: str) -> None:
    headers = lone.signed("POST", "/v1/operations/open", b"{}", None)
    raw = [(key.encode(), value.encode()) for key, value in headers.items() if key != name]
    for value in (b"\xe9", b"[", b"k1=:\xff:", b""):
        answer = lone.http.post(
            "/v1/operations/open", content=b"{}", headers=[*raw, (name.encode(), value)]
        )
        assert answer.status_code == 401, (value, answer.text)


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from([OP, "CC", "CerMat", "00041018", "1990000001", "x" * 43]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_mixture_of_fields_and_values_is_a_fault_of_central(
    lone: Terminal, data: st.DataObject
) -> None:
    endpoint = data.draw(st.sampled_from(ENDPOINTS))
    names = list(endpoint.message.model_fields)
    values = data.draw(st.fixed_dictionaries({}, optional=dict.fromkeys(names, json_values)))
    body = json.dumps(values).encode()
    seq = values.get("device_seq")
    number = seq if type(seq) is int and 0 < seq < 2**63 else None
    answer = lone.send("POST", endpoint.path, body, number)
    assert answer.status_code < 500, answer.text


def test_every_endpoint_is_described_with_its_message(lone: Terminal) -> None:
    described = lone.http.get("/openapi.json").json()
    for endpoint in ENDPOINTS:
        content = described["paths"][endpoint.path]["post"]["requestBody"]["content"]
        name = content["application/json"]["schema"]["$ref"].rpartition("/")[2]
        assert name == endpoint.message.__name__
        assert set(described["components"]["schemas"][name]["properties"]) == set(
            endpoint.message.model_fields
        )
    assert m.Enrol.__name__ in described["components"]["schemas"]
