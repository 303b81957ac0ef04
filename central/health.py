"""``/healthz``: the process lives. ``/readyz``: it can serve.

That is: the database is there, its schema the newest, and the sweeper comes round.
``/metrics`` is for the operator's own network: a proxy in front does not pass it on. With
``metrics_token`` set it is refused (401) without ``Authorization: Bearer`` and that token.
"""

import hmac
from typing import Annotated

from fastapi import APIRouter, Header, Request, Response
from sqlalchemy.exc import SQLAlchemyError

from central.answers import DESCRIBED
from central.db import migrate
from central.metrics import CONTENT_TYPE
from central.parts import parts_of
from central.problems import Refusal
from kiosk.contract.problems import ProblemCode


def router() -> APIRouter:
    """The two probes and the numbers."""
    probes = APIRouter(responses=DESCRIBED)

    @probes.get("/healthz")
    def healthz() -> dict[str, str]:
        """Always ok while the process answers."""
        return {"status": "ok"}

    @probes.get("/readyz")
    def readyz(request: Request) -> dict[str, str]:
        """Ok when messages can be served, else ``unavailable``."""
        parts = parts_of(request)
        try:
            revision = migrate.present(parts.services.database.engine)
        except SQLAlchemyError as error:
            raise Refusal(ProblemCode.UNAVAILABLE, "database") from error
        if revision != migrate.head():
            raise Refusal(ProblemCode.UNAVAILABLE, "schema")
        if parts.sweeper.late:
            raise Refusal(ProblemCode.UNAVAILABLE, "sweeper")
        return {"status": "ok", "schema": revision}

    @probes.get("/metrics", include_in_schema=False)
    def numbers(request: Request, authorization: Annotated[str, Header()] = "") -> Response:
        """Counters for a monitoring system."""
        parts = parts_of(request)
        token = parts.services.settings.metrics_token.get_secret_value()
        if token and not hmac.compare_digest(authorization.encode(), f"Bearer {token}".encode()):
            return Response(status_code=401, headers={"WWW-Authenticate": "Bearer"})
        return Response(parts.metrics.text(), media_type=CONTENT_TYPE)

    return probes
