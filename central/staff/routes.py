"""The staff's API over HTTP; each message is place → session → leave → rule → reply.

A request that is signed comes from a paired device, one that is not from a computer of the office
(``central.staff.place``). What needs no session proves who asks by itself, and is slowed by client
besides, because each try costs a key's hash.
"""

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from central.answers import DESCRIBED
from central.parts import parts_of
from central.problems import Refusal
from central.records.record import audit
from central.routes import Body, answer, caller_of, request_schema
from central.services import Services
from central.staff.api.endpoints import ASKING, PROVING, Asking, Proving
from central.staff.place import StaffPlace, place_of
from central.staff.rules import Action, may
from central.staff.sessions import SignedIn, signed_in
from central.wire import parse
from kiosk.contract.problems import ProblemCode


def router() -> APIRouter:
    """All routes of the staff's API."""
    api = APIRouter(prefix="/v1/staff", tags=["staff"], responses=DESCRIBED)
    for proving in PROVING:
        _add(api, proving, _prove)
    for asking in ASKING:
        _add(api, asking, _ask)
    return api


def _prove(endpoint: Proving, request: Request, body: bytes) -> BaseModel:
    parts = parts_of(request)
    services = parts.services
    place = _place(services, request, body)
    message = parse(endpoint.message, body)
    if place.device is None and (wait_s := parts.staff_tries.wait_s(place.client, services.now())):
        raise Refusal(ProblemCode.THROTTLED, retry_after_s=wait_s)
    return endpoint.handle(services, place, message)


def _ask(endpoint: Asking, request: Request, body: bytes) -> BaseModel | None:
    services = parts_of(request).services
    place = _place(services, request, body)
    message = parse(endpoint.message, body)
    who = signed_in(services, place, message.staff_session, silent=endpoint.silent)
    _must_be_entitled(services, who, endpoint.action)
    return endpoint.handle(services, who, message)


def _add(api: APIRouter, endpoint: Any, reply_to: Callable[..., BaseModel | None]) -> None:
    def route(request: Request, body: Body) -> Response:
        return answer(reply_to(endpoint, request, body))

    api.add_api_route(
        endpoint.path,
        route,
        methods=["POST"],
        name=f"staff_{endpoint.handle.__name__}",
        description=endpoint.message.__doc__,
        status_code=200 if endpoint.reply else 204,
        response_model=endpoint.reply,
        response_class=JSONResponse if endpoint.reply else Response,
        openapi_extra=request_schema(endpoint.message),
    )


def _place(services: Services, request: Request, body: bytes) -> StaffPlace:
    device = None
    if "signature-input" in request.headers:
        device = caller_of(services, request, body)
    return place_of(services, device, request.client.host if request.client else "")


def _must_be_entitled(services: Services, who: SignedIn, action: Action | None) -> None:
    """Refuse, and note, what is not theirs to do.

    Raises:
        Refusal: ``not-entitled``.
    """
    if action is None or may(who.role, action):
        return
    now, chamber = services.now(), services.chamber
    services.database.run(
        lambda db: audit(
            db, chamber, now, who.staff_id, "staff-not-entitled", who.session_id, action.value
        )
    )
    raise Refusal(ProblemCode.NOT_ENTITLED, action.value)
