"""Routes of the public verification page, for people (HTML) and for programs (JSON)."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, ConfigDict, StringConstraints

from central.certificates.codes import parse_code
from central.operations.verification import code_status
from central.portal.pages import page
from central.portal.preview import preview
from central.portal.throttle import Throttle
from central.portal.verification import CodeLookup, Finding, Rules, State, verify
from central.problems import Refusal
from central.services import Services
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


def router(
    services: Services, lookup: CodeLookup = code_status, throttle: Throttle | None = None
) -> APIRouter:
    """The verification routes.

    Args:
        services: database, clock and settings.
        lookup: who knows a code's status.
        throttle: the limit of questions; the product's own by default.
    """
    routes = APIRouter()
    asked = throttle or Throttle()
    chamber = services.settings.chamber
    rules = Rules(services.settings.verification_days, services.settings.verification_limit)

    def wait_s(request: Request) -> int:
        client = request.client.host if request.client else ""
        return asked.wait_s(client, services.now())

    def find(code: str) -> Finding:
        now = services.now()
        return services.database.run(lambda db: verify(db, lookup, chamber.code, code, rules, now))

    def show(template: str, status: int = 200, **values: object) -> HTMLResponse:
        demonstration = services.settings.demo
        return page(template, status, chamber=chamber, demonstration=demonstration, **values)

    @routes.get("/v", include_in_schema=False)
    def ask() -> HTMLResponse:
        return show("ask.html", refused=False)

    @routes.post("/v", include_in_schema=False)
    def typed(code: Annotated[str, Form()] = "") -> Response:
        parsed = parse_code(code)
        if parsed is None:
            return show("ask.html", 404, refused=True)
        return RedirectResponse(f"/v/{parsed}", 303)

    @routes.get("/v/{code}", include_in_schema=False)
    def confirm(code: str) -> HTMLResponse:
        parsed = parse_code(code)
        if parsed is None:
            return show("ask.html", 404, refused=True)
        return show("confirm.html", code=parsed)

    @routes.post("/v/{code}", include_in_schema=False)
    def result(code: str, request: Request) -> HTMLResponse:
        seconds = wait_s(request)
        if seconds:
            answer = show("slow_down.html", 429, seconds=seconds)
            answer.headers["Retry-After"] = str(seconds)
            return answer
        parsed = parse_code(code)
        if parsed is None:
            return show("ask.html", 404, refused=True)
        finding = find(parsed)
        blocks = preview(finding.content) if finding.content else []
        status = 404 if finding.state == "unknown" else 200
        return show("result.html", status, finding=finding, blocks=blocks, rules=rules)

    @routes.post("/v1/public/verifications", tags=["public"])
    def verifications(message: VerifyCode, request: Request) -> Verified:
        """What a verification code is worth now."""
        seconds = wait_s(request)
        if seconds:
            raise Refusal(ProblemCode.THROTTLED, retry_after_s=seconds)
        parsed = parse_code(message.code)
        if parsed is None:
            raise Refusal(ProblemCode.MALFORMED, "not a verification code")
        finding = find(parsed)
        if finding.status is None:
            raise Refusal(ProblemCode.NOT_FOUND)
        return _reply(finding)

    return routes


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
