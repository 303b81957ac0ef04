"""``/healthz``: the process lives. ``/readyz``: it can serve (database there, schema newest)."""

from fastapi import APIRouter
from sqlalchemy.exc import SQLAlchemyError

from central.db import migrate
from central.problems import Refusal
from central.services import Services
from kiosk.contract.problems import ProblemCode


def router(services: Services) -> APIRouter:
    """The two probes."""
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

    return probes
