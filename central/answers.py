"""Answers that are no success, as ``application/problem+json``; the frame of every answer."""

import re
import time
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException

from central.body_limit import BodyLimit
from central.db.ids import new_id
from central.metrics import Metrics
from central.problems import Refusal
from kiosk.contract.problems import Problem, ProblemCode

PROBLEM_TYPE = "application/problem+json"
_LOCK_NOT_AVAILABLE = "55P03"
_BUSY_RETRY_S = 2
_REQUEST_ID = re.compile(r"[0-9A-Za-z-]{8,64}")
_PROBLEM = {
    "content": {PROBLEM_TYPE: {"schema": {"$ref": f"#/components/schemas/{Problem.__name__}"}}}
}
DESCRIBED: dict[int | str, dict[str, Any]] = {
    "4XX": {"description": "Refused", **_PROBLEM},
    "5XX": {"description": "Central's own trouble", **_PROBLEM},
}
"""What every route may answer besides its reply, for the OpenAPI description."""
log = structlog.get_logger("central.answers")


def install(app: FastAPI, metrics: Metrics) -> None:
    """Give an application our answers, and count them."""
    app.state.metrics = metrics
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(OperationalError, _database_away)
    app.add_exception_handler(PoolTimeout, _database_away)
    app.add_exception_handler(Exception, _unexpected)
    app.middleware("http")(_frame)
    app.add_middleware(BodyLimit)


async def _frame(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """A request id for support, in every line logged meanwhile; no caching of anything personal.

    A proxy in front may give the id.
    """
    given = request.headers.get("x-request-id", "")
    request.state.request_id = given if _REQUEST_ID.fullmatch(given) else new_id()
    request.state.outcome = "ok"
    metrics: Metrics = request.app.state.metrics
    started = time.perf_counter()
    with structlog.contextvars.bound_contextvars(request_id=request.state.request_id):
        try:
            response = await call_next(request)
        except Exception:
            metrics.answered(
                _route(request), ProblemCode.INTERNAL.value, time.perf_counter() - started
            )
            raise
    metrics.answered(_route(request), request.state.outcome, time.perf_counter() - started)
    response.headers["X-Request-Id"] = request.state.request_id
    response.headers.setdefault("Cache-Control", "no-store")
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    return response


def _problem(request: Request, refusal: Refusal) -> Response:
    body = refusal.problem(getattr(request.state, "request_id", ""))
    request.state.outcome = refusal.code.value
    headers = {}
    if refusal.retry_after_s is not None:
        headers["Retry-After"] = str(refusal.retry_after_s)
    return Response(
        body.model_dump_json(exclude_none=True),
        status_code=refusal.status,
        media_type=PROBLEM_TYPE,
        headers=headers,
    )


def _route(request: Request) -> str:
    """The template of the route: the path itself may hold a code."""
    return str(getattr(request.scope.get("route"), "path", "-"))


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    log.info("refused", code=error.code.value, status=error.status, route=_route(request))
    return _problem(request, error)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = ProblemCode.NOT_FOUND if error.status_code == HTTPStatus.NOT_FOUND else None
    code = code or ProblemCode.MALFORMED
    response = _problem(request, Refusal(code, str(error.detail), status=error.status_code))
    response.headers.update(error.headers or {})
    return response


async def _invalid(request: Request, _error: Exception) -> Response:
    return _problem(request, Refusal(ProblemCode.MALFORMED))


async def _database_away(request: Request, error: Exception) -> Response:
    state = getattr(getattr(error, "orig", None), "sqlstate", None)
    if state == _LOCK_NOT_AVAILABLE:
        return _problem(request, Refusal(ProblemCode.IN_PROGRESS, retry_after_s=1))
    log.error("database-away", error=type(error).__name__, sqlstate=state)
    return _problem(request, Refusal(ProblemCode.UNAVAILABLE, retry_after_s=_BUSY_RETRY_S))


async def _unexpected(request: Request, error: Exception) -> Response:
    """Our bug. The trace goes to the log by the server; the caller learns the request id only."""
    log.error("unexpected", error=type(error).__name__, route=_route(request))
    return _problem(request, Refusal(ProblemCode.INTERNAL))
