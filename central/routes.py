"""The kiosk's API: one line per message; each is signature → message → rule → reply."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from central.answers import DESCRIBED
from central.daily.checkpoint import checkpoint
from central.daily.close import close_day
from central.devices import caller as devices
from central.devices.caller import Caller
from central.devices.enrolment import enrol
from central.devices.heartbeat import heartbeat
from central.devices.logs import keep_log
from central.devices.rotation import rotate
from central.operations.authorise import authorise
from central.operations.browse import catalogue, search
from central.operations.capture import capture
from central.operations.claim import claim
from central.operations.give_back import give_back
from central.operations.mail_order import mail_order
from central.operations.orders import open_order
from central.operations.queries import open_operations, operation
from central.operations.receipts import receipt
from central.operations.recovery_code import look_up_code
from central.operations.reprint import reprint
from central.operations.sequence import Answer
from central.operations.void import void
from central.parts import parts_of
from central.people.account import account
from central.people.sessions import close_session, open_session
from central.services import Services
from central.wire import parse
from kiosk.contract import messages as m
from kiosk.contract.device_logs import LogKept, SendLog

Handle = Callable[[Services, Caller, Any], BaseModel | Answer | None]


async def _read_body(request: Request) -> bytes:
    """The body as it was signed; its length was judged before (``central.body_limit``)."""
    return await request.body()


Body = Annotated[bytes, Depends(_read_body)]


@dataclass(frozen=True)
class Endpoint:
    """A signed message: where it goes, what it is, who answers it with what."""

    path: str
    message: type[m.Message]
    reply: type[BaseModel] | None
    handle: Handle


ENDPOINTS = (
    Endpoint("/v1/devices/heartbeat", m.Heartbeat, m.HeartbeatReply, heartbeat),
    Endpoint("/v1/devices/rotate", m.RotateKey, m.KeyRotated, rotate),
    Endpoint("/v1/devices/checkpoint", m.Checkpoint, m.Witnessed, checkpoint),
    Endpoint("/v1/devices/log", SendLog, LogKept, keep_log),
    Endpoint("/v1/devices/day-close", m.DayClose, m.DayClosed, close_day),
    Endpoint("/v1/sessions/open", m.OpenSession, m.SessionOpened, open_session),
    Endpoint("/v1/sessions/close", m.CloseSession, None, close_session),
    Endpoint("/v1/account", m.FetchAccount, m.Account, account),
    Endpoint("/v1/registrations/search", m.SearchRegistrations, m.RegistrationPage, search),
    Endpoint("/v1/registrations/catalogue", m.FetchCatalogue, m.Catalogue, catalogue),
    Endpoint("/v1/orders", m.OpenOrder, m.OrderOpened, open_order),
    Endpoint("/v1/orders/receipt", m.FetchReceipt, m.Receipt, receipt),
    Endpoint("/v1/orders/mail", m.MailOrder, m.OrderMailed, mail_order),
    Endpoint("/v1/operations/authorise", m.Authorise, m.Operation, authorise),
    Endpoint("/v1/operations/capture", m.Capture, m.Operation, capture),
    Endpoint("/v1/operations/void", m.Void, m.Operation, void),
    Endpoint("/v1/operations/reprint", m.Reprint, m.Operation, reprint),
    Endpoint("/v1/operations/claim", m.Claim, m.Operation, claim),
    Endpoint("/v1/operations/resolve", m.Resolve, m.Operation, give_back),
    Endpoint("/v1/orders/look-up", m.LookUpCode, m.FoundOrder, look_up_code),
    Endpoint("/v1/operations/open", m.OpenOperations, m.OpenOperationsReply, open_operations),
)
UNSIGNED_MESSAGES: tuple[type[m.Message], ...] = (m.Enrol,)


def router() -> APIRouter:
    """All routes of the kiosk's API."""
    api = APIRouter(responses=DESCRIBED)
    for endpoint in ENDPOINTS:
        _add(api, endpoint)

    @api.get("/v1/operations/{op_id}", response_model=m.Operation)
    def fetch_operation(request: Request, body: Body, op_id: m.Id) -> Response:
        """One operation of the asking device; renews its hold."""
        services = parts_of(request).services
        return answer(operation(services, caller_of(services, request, body), op_id))

    @api.post("/v1/devices/enrol", response_model=m.Enrolled, openapi_extra=request_schema(m.Enrol))
    def enrol_device(request: Request, body: Body) -> Response:
        """Pair a device with a one-time code (not signed: there is no known key yet)."""
        return answer(enrol(parts_of(request).services, parse(m.Enrol, body)))

    return api


def _add(api: APIRouter, endpoint: Endpoint) -> None:
    def route(request: Request, body: Body) -> Response:
        parts = parts_of(request)
        caller = caller_of(parts.services, request, body)
        reply = endpoint.handle(parts.services, caller, parse(endpoint.message, body))
        if isinstance(reply, Answer):
            parts.metrics.settled(reply)
        return answer(reply)

    api.add_api_route(
        endpoint.path,
        route,
        methods=["POST"],
        name=endpoint.handle.__name__,
        description=endpoint.message.__doc__,
        status_code=200 if endpoint.reply else 204,
        response_model=endpoint.reply,
        # Only described by it: the answer is made here. Without a body there is none to describe.
        response_class=JSONResponse if endpoint.reply else Response,
        openapi_extra=request_schema(endpoint.message),
    )


def caller_of(services: Services, request: Request, body: bytes) -> Caller:
    """The device that signed the request."""
    return devices.identify(
        services,
        devices.Request(
            method=request.method,
            path=request.url.path,
            query=request.url.query,
            headers=request.headers,
            body=body,
        ),
    )


def answer(reply: BaseModel | Answer | None) -> Response:
    """A reply as it goes over the wire; None has no body."""
    match reply:
        case None:
            return Response(status_code=204)
        case Answer(operation=state, repeated=repeated):
            headers = {"Idempotency-Hit": "true"} if repeated else {}
            return _json(state, headers)
        case _:
            return _json(reply, {})


def _json(reply: BaseModel, headers: dict[str, str]) -> Response:
    return Response(reply.model_dump_json(), media_type="application/json", headers=headers)


def request_schema(message: type[m.Message]) -> dict[str, Any]:
    """The description of a body that is parsed here, not by FastAPI."""
    reference = {"$ref": f"#/components/schemas/{message.__name__}"}
    content = {"application/json": {"schema": reference}}
    return {"requestBody": {"required": True, "content": content}}
