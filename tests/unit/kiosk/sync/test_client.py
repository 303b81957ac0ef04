"""The signed client against an transport of our own making: every answer a network can give."""

import base64
import json
from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from kiosk.contract import messages as m
from kiosk.contract.problems import Problem, ProblemCode
from kiosk.contract.signing import verify_request
from kiosk.identity import IdType
from kiosk.ports import Offline
from kiosk.sync.client import HttpCentral
from kiosk.sync.device_key import public_bytes
from kiosk.sync.http import MAX_ANSWER_BYTES, make_http
from tests.support.kiosk import START, FakeClock, FakeIds

KEY = Ed25519PrivateKey.from_private_bytes(b"device key of the tests, 32 b...")
OP_ID = FakeIds().new_id()
HELD = {"op_id": OP_ID, "state": "HELD", "price": 6100, "word_of_tomorrow": 1}
Handler = Callable[[httpx.Request], httpx.Response]


def make_client(handler: Handler, clock: FakeClock | None = None) -> HttpCentral:
    http = httpx.Client(base_url="http://127.0.0.1:1", transport=httpx.MockTransport(handler))
    return HttpCentral(
        http,
        device_id="kiosk-1",
        central_id="central-1",
        key=KEY,
        clock=clock or FakeClock(),
        ids=FakeIds(),
    )


def answers(status: int, body: object) -> Handler:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return lambda _request: httpx.Response(status, content=content)


def check_signature(request: httpx.Request) -> None:
    verify_request(
        method=request.method,
        path=request.url.path,
        body=request.content,
        headers=dict(request.headers),
        central_id="central-1",
        public_key=public_bytes(KEY),
    )


def test_every_call_is_signed_and_goes_where_the_contract_says() -> None:
    seen: list[tuple[str, str]] = []

    def handler(request: httpx.Request) -> httpx.Response:
        check_signature(request)
        seen.append((request.method, request.url.path))
        return httpx.Response(503)

    client = make_client(handler)
    session = "s" * 16
    client.open_session(m.OpenSession(id_type=IdType.CC, id_number="1990000001", secure_key="x"))
    client.account(m.FetchAccount(session=session))
    client.search(m.SearchRegistrations(session=session, text="x"))
    client.catalogue(m.FetchCatalogue(session=session, registration_number="1"))
    line = m.OrderLine(registration_number="1", certificate_type="CM01", quantity=1, price=1)
    client.open_order(
        m.OpenOrder(
            session=session,
            order_id=OP_ID,
            account_id_type=IdType.CC,
            account_id_number="1990000001",
            lines=(line,),
        )
    )
    client.money("/v1/operations/capture", 7, b"{}")
    client.operation(OP_ID)
    client.open_operations()
    client.receipt(m.FetchReceipt(order_id=OP_ID))
    client.heartbeat(m.Heartbeat(boot_id=OP_ID, version="1", printer="ready"))
    client.close_session(m.CloseSession(session=session))
    assert seen == [
        ("POST", "/v1/sessions/open"),
        ("POST", "/v1/account"),
        ("POST", "/v1/registrations/search"),
        ("POST", "/v1/registrations/catalogue"),
        ("POST", "/v1/orders"),
        ("POST", "/v1/operations/capture"),
        ("GET", f"/v1/operations/{OP_ID}"),
        ("POST", "/v1/operations/open"),
        ("POST", "/v1/orders/receipt"),
        ("POST", "/v1/devices/heartbeat"),
        ("POST", "/v1/sessions/close"),
    ]


def test_a_money_message_carries_its_number_and_its_bytes_untouched() -> None:
    body = b'{ "as" : "committed" }'

    def handler(request: httpx.Request) -> httpx.Response:
        assert request.content == body
        assert request.headers["dispensador-seq"] == "7"
        assert "dispensador-nonce" not in request.headers
        return httpx.Response(200, json=HELD)

    found = make_client(handler).money("/v1/operations/authorise", 7, body)
    assert isinstance(found, m.Operation)
    assert found.state is m.OperationState.HELD


def test_a_refusal_is_a_value() -> None:
    found = make_client(answers(409, {"status": 409, "code": "already-captured"})).operation(OP_ID)
    assert found == Problem(status=409, code=ProblemCode.ALREADY_CAPTURED)


@pytest.mark.parametrize(
    "handler",
    [
        answers(500, {"status": 500, "code": "internal"}),
        answers(503, b""),
        answers(301, b""),
        answers(204, b""),
        answers(200, b""),
        answers(200, b"{"),
        answers(200, b"<html>portal of the hotel</html>"),
        answers(200, {"op_id": OP_ID, "state": "PAID", "price": 1}),
        answers(200, {"op_id": OP_ID, "state": "HELD", "price": 1.5}),
        answers(200, {**HELD, "op_id": FakeIds(2).new_id()}),
        answers(404, b"not found"),
        answers(409, {"status": 409, "code": "a-code-of-tomorrow"}),
        answers(200, b" " * (MAX_ANSWER_BYTES + 1)),
    ],
)
def test_an_answer_that_is_not_understood_is_no_answer(handler: Handler) -> None:
    assert isinstance(make_client(handler).operation(OP_ID), Offline)


@pytest.mark.parametrize(
    "error",
    [
        httpx.ConnectError("refused"),
        httpx.ConnectTimeout("slow"),
        httpx.ReadTimeout("slow"),
        httpx.RemoteProtocolError("closed"),
        httpx.ReadError("reset"),
    ],
)
def test_every_way_a_network_fails_is_offline(error: httpx.HTTPError) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        raise error

    assert make_client(handler).operation(OP_ID) == Offline(type(error).__name__)


@given(st.binary(max_size=200), st.sampled_from([200, 201, 400, 404, 422, 500]))
def test_garbage_never_raises(body: bytes, status: int) -> None:
    found = make_client(answers(status, body)).operation(OP_ID)
    assert isinstance(found, Offline | Problem | m.Operation)


def test_a_slow_drip_ends() -> None:
    clock = FakeClock()

    def drip() -> "httpx.SyncByteStream":
        class Drip(httpx.SyncByteStream):
            def __iter__(self):  # type: ignore[no-untyped-def]
                while True:
                    clock.advance(2.0)
                    yield b" "

        return Drip()

    client = make_client(lambda _r: httpx.Response(200, stream=drip()), clock)
    assert client.operation(OP_ID) == Offline("answer too slow")


def test_nothing_is_sent_twice() -> None:
    calls: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        calls.append(request.url.path)
        raise httpx.ReadTimeout("slow")

    make_client(handler).money("/v1/operations/capture", 1, b"{}")
    assert len(calls) == 1


def test_centrals_time_is_learnt_and_signed_with_from_then_on() -> None:
    theirs = START + timedelta(hours=3)

    def handler(request: httpx.Request) -> httpx.Response:
        check_signature(request)
        created = int(request.headers["signature-input"].split("created=")[1].split(";")[0])
        if abs(created - theirs.timestamp()) > 120:
            return httpx.Response(
                401,
                json={"status": 401, "code": "clock-skew", "server_time": theirs.isoformat()},
            )
        return httpx.Response(200, json=HELD)

    client = make_client(handler)
    assert client.time.trusted
    assert isinstance(client.operation(OP_ID), Problem)
    assert isinstance(client.operation(OP_ID), m.Operation)
    assert not client.time.trusted


@pytest.mark.parametrize("server_time", [None, "yesterday", "2026-11-21T10:00:00"])
def test_a_time_that_cannot_be_read_teaches_nothing(server_time: str | None) -> None:
    body = {"status": 401, "code": "clock-skew", "server_time": server_time}
    client = make_client(answers(401, body))
    client.operation(OP_ID)
    assert client.time.trusted


def test_every_exchange_tells_whether_central_is_there() -> None:
    heard: list[bool] = []
    answer: list[Handler] = [answers(500, b"")]
    client = make_client(lambda r: answer[0](r))
    client.on_answer = heard.append
    client.operation(OP_ID)

    def fail(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    answer[0] = fail
    client.operation(OP_ID)
    assert not client.is_reachable()
    answer[0] = answers(200, {"status": "ok"})
    assert client.is_reachable()
    assert heard == [True, False, False, True]


def test_the_http_client_has_the_protocols_time_outs_and_follows_nobody() -> None:
    with make_http("https://central.invalid", connect_s=3, read_s=8) as http:
        assert (http.timeout.connect, http.timeout.read) == (3, 8)
        assert not http.follow_redirects
        assert not http.trust_env


def test_the_public_key_is_32_raw_bytes() -> None:
    assert len(base64.b64encode(public_bytes(KEY))) == 44
