"""``/healthz``: the process lives. ``/readyz``: it can serve (database there, schema newest).

``/metrics`` is for the operator's own network: a proxy in front does not pass it on.
"""

from fastapi import APIRouter, Response
from sqlalchemy.exc import SQLAlchemyError

from central.db import migrate
from central.metrics import CONTENT_TYPE, Metrics
from central.problems import Refusal
from central.services import Services
from kiosk.contract.problems import ProblemCode


def router(services: Services, metrics: Metrics) -> APIRouter:
    """The two probes and the numbers."""
    probes = APIRouter()

    @probes.get("/healthz")
    def healthz() -> dict[str, str]:
        """Always ok while the process answers."""
        return {"status": "ok"}

    @probes.get("/readyz")
    def readyz() -> dict[str, str]:
        """Ok when messages can be served, else ``unavailable``."""
        try:
            revision = migrate.present(services.database.engine)
        except SQLAlchemyError as error:
            raise Refusal(ProblemCode.UNAVAILABLE, "database") from error
        if revision != migrate.head():
            raise Refusal(ProblemCode.UNAVAILABLE, "schema")
        return {"status": "ok", "schema": revision}

    @probes.get("/metrics", include_in_schema=False)
    def numbers() -> Response:
        """Counters for a monitoring system."""
        return Response(metrics.text(), media_type=CONTENT_TYPE)

    return probes
