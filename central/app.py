"""The web application: routes of the rooms put together, one way to answer, no rule.

Rules are plain functions of ``(services, caller, message)`` and run on the thread pool; nothing
here is asynchronous but the reading of bodies.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from starlette.routing import BaseRoute

from central import answers, health, reference, routes
from central.db.engine import Database, make_engine
from central.mail.worker import MailWorker
from central.metrics import Metrics
from central.operations.mail_order import attachment
from central.parts import Parts
from central.people.keys import KeyHasher
from central.portal import routes as portal
from central.services import Services, make_services
from central.settings import KeyHashing, Settings
from central.staff import routes as staff
from central.staff.api.endpoints import MESSAGES
from central.sweeper import Sweeper
from kiosk.contract.problems import Problem

_REFERENCE = "#/components/schemas/{model}"


def create_app(settings: Settings, services: Services | None = None) -> FastAPI:
    """The application; ``services`` instead of the real parts is for tests and simulations.

    The database must be migrated already (``central.db.migrate``); ``/readyz`` says if it is not.
    """
    parts = services or make_services(settings)
    metrics = Metrics(parts)
    sweeper = Sweeper(parts, metrics.job_failed)
    metrics.watch(sweeper)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        sweeper.start()
        mail = MailWorker(parts, attachment)
        mail.start()
        try:
            yield
        finally:
            mail.stop()
            sweeper.stop()
            parts.database.close()

    # FastAPI's pages would load scripts from a public server; ours (``reference``) need nothing.
    app = FastAPI(
        title="Dispensador central",
        version="1",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.parts = Parts(parts, metrics, sweeper)
    answers.install(app, metrics)
    app.router.routes.extend(_routes())
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign] # FastAPI's documented way
    return app


@cache
def _routes() -> tuple[BaseRoute, ...]:
    """Of all rooms. Routers that are included would be made anew for each application."""
    rooms = (health.router(), routes.router(), staff.router(), portal.router(), reference.router())
    return tuple(route for room in rooms for route in room.routes)


def describe() -> dict[str, Any]:
    """The OpenAPI description, without touching any database or key file."""
    settings = Settings(hashing=KeyHashing(memory_kib=8, passes=1))
    parts = Services(
        settings=settings,
        database=Database(make_engine("sqlite://")),
        hasher=KeyHasher(settings.hashing),
        signing_key=Ed25519PrivateKey.generate(),
    )
    return create_app(settings, parts).openapi()


def _openapi(app: FastAPI) -> dict[str, Any]:
    """FastAPI's description, with the signed messages it does not parse by itself."""
    if app.openapi_schema is None:
        schema = get_openapi(title=app.title, version=app.version, routes=app.routes)
        messages = [endpoint.message for endpoint in routes.ENDPOINTS]
        models: list[type[BaseModel]] = [
            *messages,
            *routes.UNSIGNED_MESSAGES,
            *MESSAGES,
            Problem,
        ]
        _, definitions = models_json_schema(
            [(model, "validation") for model in models], ref_template=_REFERENCE
        )
        known = schema.setdefault("components", {}).setdefault("schemas", {})
        known.update(definitions["$defs"] | known)
        app.openapi_schema = schema
    return app.openapi_schema
