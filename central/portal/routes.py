"""Routes of the public verification page, for people (HTML) and for programs (JSON)."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, ConfigDict, StringConstraints

from central.answers import DESCRIBED
from central.certificates.codes import parse_code
from central.parts import parts_of
from central.portal.pages import page
from central.portal.preview import preview
from central.portal.verification import Finding, Rules, State, verify
from central.problems import Refusal
from kiosk.contract.problems import ProblemCode


class VerifyCode(BaseModel):
    """``POST /v1/public/verifications``: a program's question; it counts as a verification."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Annotated[str, StringConstraints(min_length=1, max_length=40)]


class Verified(BaseModel):
    """What a code is worth now."""

    code: str
    state: State
    certificate_type: str
    certificate_name: str
    registration_number: str
    registration_name: str
    issued_at: datetime
    valid_until: datetime | None
    checks: int
    first_check_at: datetime | None
    copies: int


def router() -> APIRouter:
    """The verification routes."""
    routes = APIRouter(responses=DESCRIBED)

    @routes.get("/v", include_in_schema=False)
    def ask(request: Request) -> HTMLResponse:
        return _show(request, "ask.html", refused=False)

    @routes.post("/v", include_in_schema=False)
    def typed(request: Request, code: Annotated[str, Form()] = "") -> Response:
        parsed = parse_code(code)
        if parsed is None:
            return _show(request, "ask.html", 404, refused=True)
        return RedirectResponse(f"/v/{parsed}", 303)

    @routes.get("/v/{code}", include_in_schema=False)
    def confirm(request: Request, code: str) -> HTMLResponse:
        parsed = parse_code(code)
        if parsed is None:
            return _show(request, "ask.html", 404, refused=True)
        return _show(request, "confirm.html", code=parsed)

    @routes.post("/v/{code}", include_in_schema=False)
    def result(request: Request, code: str) -> HTMLResponse:
        seconds = _wait_s(request)
        if seconds:
            answer = _show(request, "slow_down.html", 429, seconds=seconds)
            answer.headers["Retry-After"] = str(seconds)
            return answer
        parsed = parse_code(code)
        if parsed is None:
            return _show(request, "ask.html", 404, refused=True)
        finding = _find(request, parsed)
        blocks = preview(finding.content) if finding.content else []
        status = 404 if finding.state == "unknown" else 200
        rules = _rules(request)
        return _show(request, "result.html", status, finding=finding, blocks=blocks, rules=rules)

    @routes.post("/v1/public/verifications", tags=["public"])
    def verifications(message: VerifyCode, request: Request) -> Verified:
        """What a verification code is worth now."""
        seconds = _wait_s(request)
        if seconds:
            raise Refusal(ProblemCode.THROTTLED, retry_after_s=seconds)
        parsed = parse_code(message.code)
        if parsed is None:
            raise Refusal(ProblemCode.MALFORMED, "not a verification code")
        finding = _find(request, parsed)
        if finding.status is None:
            raise Refusal(ProblemCode.NOT_FOUND)
        return _reply(finding)

    return routes


def _wait_s(request: Request) -> int:
    parts = parts_of(request)
    client = request.client.host if request.client else ""
    return parts.questions.wait_s(client, parts.services.now())


def _rules(request: Request) -> Rules:
    settings = parts_of(request).services.settings
    return Rules(settings.verification_days, settings.verification_limit)


def _find(request: Request, code: str) -> Finding:
    parts, rules = parts_of(request), _rules(request)
    services = parts.services
    now = services.now()
    return services.database.run(
        lambda db: verify(db, parts.lookup, services.chamber, code, rules, now)
    )


def _show(request: Request, template: str, status: int = 200, **values: object) -> HTMLResponse:
    settings = parts_of(request).services.settings
    return page(template, status, chamber=settings.chamber, demonstration=settings.demo, **values)


def _reply(finding: Finding) -> Verified:
    assert finding.status is not None, finding.code
    status = finding.status
    return Verified(
        code=finding.code,
        state=finding.state,
        certificate_type=status.certificate_type,
        certificate_name=status.certificate_name,
        registration_number=status.registration_number,
        registration_name=status.registration_name,
        issued_at=status.issued_at,
        valid_until=finding.valid_until,
        checks=finding.checks.count,
        first_check_at=finding.checks.first_at,
        copies=status.copies,
    )
