"""The real central for tests: in process or on a port, on SQLite or PostgreSQL, with sample data.

url = fresh_database(tmp_path, "sqlite")              # or "postgresql"
central = make_central(tmp_path, url)                 # seeded, with a clock that stands still
terminal = enrolled(central)                          # a device that signs its requests
terminal.post("/v1/account", m.FetchAccount(session=terminal.sign_in()))
with running(central) as address: ...                 # the same application on a free port
"""

import asyncio
import base64
import secrets
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import FastAPI

from central import sample
from central.app import create_app
from central.db import migrate
from central.db.engine import Database, make_engine
from central.db.ids import new_id
from central.devices.enrolment import enrol, make_enrol_code
from central.people.keys import KeyHasher
from central.sample import ANA, SamplePerson
from central.services import Services
from central.settings import KeyHashing, Settings
from central.staff.add import add_staff
from central.staff.tables import Role
from kiosk.contract import messages as m
from kiosk.contract.signing import sign_request
from tests.support import postgres
from tests.support.leftovers import own_folder

START = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
FAST_HASHING = KeyHashing(memory_kib=8, passes=1)
CAFE = "00041018"
"""An establishment of the sample registry; its registration certificate has one page."""
CAFE_TYPE, CAFE_PRICE = "CerMat", 6_100
_AUTHORISE = "/v1/operations/authorise"
_STARTED_WITHIN_S = 60
_DRAINED_WITHIN_S = 5


class ManualClock:
    """Central's clock, moved by the test."""

    def __init__(self) -> None:
        self.instant = START

    def __call__(self) -> datetime:
        return self.instant

    def advance(self, seconds: float) -> None:
        self.instant += timedelta(seconds=seconds)


class RunningClock(ManualClock):
    """The clock of this machine, for devices that sign with theirs; it can be moved forward."""

    def __init__(self) -> None:
        self.ahead = timedelta(0)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def advance(self, seconds: float) -> None:
        self.ahead += timedelta(seconds=seconds)


@dataclass
class Central:
    """An application with its parts in reach."""

    services: Services
    app: FastAPI
    clock: ManualClock

    def http(self) -> httpx.Client:
        """A client that reaches the application without a network."""
        return httpx.Client(transport=InProcess(self.app), base_url="http://central.invalid")

    def close(self) -> None:
        self.services.database.close()


class InProcess(httpx.BaseTransport):
    """Synchronous requests into an ASGI application; a bug comes back as 500, as on a port."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return asyncio.run(self._send(request))

    async def _send(self, request: httpx.Request) -> httpx.Response:
        transport = httpx.ASGITransport(self._app, raise_app_exceptions=False)
        inner = httpx.Request(
            request.method, request.url, headers=request.headers, content=request.read()
        )
        response = await transport.handle_async_request(inner)
        return httpx.Response(
            response.status_code, headers=response.headers, content=await response.aread()
        )


# Databases


def fresh_database(tmp_path: Path, backend: str) -> str:
    """The address of a migrated and seeded database of its own; ``sqlite`` or ``postgresql``."""
    if backend == "postgresql":
        return postgres.new_database(_postgres_template())
    path = tmp_path / f"central-{next(_files)}.sqlite"
    shutil.copy(_sqlite_template(), path)
    return f"sqlite:///{path}"


_files = count(1)


@cache
def _sqlite_template() -> Path:
    path = own_folder("sqlite") / "template.sqlite"
    _fill(f"sqlite:///{path}")
    return path


@cache
def _postgres_template() -> str:
    url = postgres.new_database()
    _fill(url)
    return str(httpx.URL(url).path.lstrip("/"))


def _fill(url: str) -> None:
    engine = make_engine(url)
    migrate.upgrade(engine)
    services = Services(
        settings=Settings(database_url=url, hashing=FAST_HASHING, demo=True),
        database=Database(engine),
        hasher=KeyHasher(FAST_HASHING),
        signing_key=Ed25519PrivateKey.generate(),
        now=lambda: START,
    )
    sample.seed(services, companies=0)
    hire(services)
    services.database.close()


def hire(services: Services) -> None:
    """Who works here in tests: administrator, supervisor, cashier, technician."""
    for login, role in (
        ("marta", Role.ADMINISTRATOR),
        ("sofia", Role.SUPERVISOR),
        ("carlos", Role.CASHIER),
        ("tomas", Role.TECHNICIAN),
    ):
        add_staff(services, login, login.title(), role)


# Applications


def make_central(
    tmp_path: Path, database_url: str, clock: ManualClock | None = None, **settings: Any
) -> Central:
    """The application over a database of ``fresh_database``; its clock stands at ``START``."""
    values = {"hashing": FAST_HASHING, "demo": True, "sweep_s": 3_600.0, **settings}
    clock = clock or ManualClock()
    services = Services(
        settings=Settings(data_dir=tmp_path, database_url=database_url, **values),
        database=Database(make_engine(database_url)),
        hasher=KeyHasher(FAST_HASHING),
        signing_key=Ed25519PrivateKey.generate(),
        now=clock,
    )
    return Central(services, create_app(services.settings, services), clock)


@contextmanager
def running(central: Central) -> Iterator[str]:
    """Serve the application on a free port of this machine; gives its address."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = Port(central.app, listener)
        try:
            port.wait_until_served()
            yield port.address
        finally:
            port.close()


class Port:
    """An application served on a listening socket by a thread; closed, it leaves nothing open."""

    def __init__(self, app: FastAPI, listener: socket.socket) -> None:
        self.address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        self._server = _Server(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                lifespan="off",
                timeout_graceful_shutdown=_DRAINED_WITHIN_S,
            )
        )
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [listener]}, daemon=True
        )
        self._thread.start()

    def wait_until_served(self) -> None:
        # The socket listens already: this first request waits until the server takes it.
        httpx.get(f"{self.address}/healthz", timeout=_STARTED_WITHIN_S, trust_env=False)

    def close(self, *, at_once: bool = False) -> None:
        """Stop serving; ``at_once`` breaks off what is being answered."""
        self._server.should_exit = True
        self._server.force_exit = at_once
        self._thread.join(_STARTED_WITHIN_S)
        assert not self._thread.is_alive(), "the server did not stop"


class _Server(uvicorn.Server):
    """uvicorn forgets the connections that outlive its patience; their sockets would stay open."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        await asyncio.sleep(0)


# A device


@dataclass
class Terminal:
    """An enrolled device: signs requests and counts its money messages."""

    central: Central
    http: httpx.Client
    key: Ed25519PrivateKey
    identity: m.Enrolled
    _seq: Iterator[int] = field(default_factory=lambda: count(1))

    def next_seq(self) -> int:
        return next(self._seq)

    def post(self, path: str, message: m.Message) -> httpx.Response:
        """Send a message signed with a fresh nonce, or with its own ``device_seq``."""
        body = message.model_dump_json().encode()
        seq = message.device_seq if isinstance(message, m.MoneyMessage) else None
        return self.send("POST", path, body, seq)

    def get(self, path: str) -> httpx.Response:
        return self.send("GET", path, b"", None)

    def send(self, method: str, path: str, body: bytes, seq: int | None) -> httpx.Response:
        headers = self.signed(method, path, body, seq)
        return self.http.request(method, path, content=body, headers=headers)

    def signed(self, method: str, path: str, body: bytes, seq: int | None) -> dict[str, str]:
        """The headers of a good signature."""
        return sign_request(
            method=method,
            path=path,
            body=body,
            device_id=self.identity.device_id,
            central_id=self.identity.central_id,
            created_s=int(self.central.clock().timestamp()),
            key=self.key,
            nonce="" if seq is not None else secrets.token_urlsafe(16),
            device_seq=seq,
        )

    # Steps of a purchase

    def sign_in(self, person: SamplePerson = ANA) -> str:
        """A session of somebody."""
        message = m.OpenSession(
            id_type=person.id_type, id_number=person.id_number, secure_key=person.secure_key
        )
        return m.SessionOpened.model_validate_json(
            _good(self.post("/v1/sessions/open", message))
        ).session

    def account(self, session: str) -> m.Account:
        message = m.FetchAccount(session=session)
        return m.Account.model_validate_json(_good(self.post("/v1/account", message)))

    def cart(self, session: str, quantity: int = 1, **changes: Any) -> m.OpenOrder:
        """An order of the café's certificate from Ana's account."""
        line = m.OrderLine(
            registration_number=CAFE,
            certificate_type=CAFE_TYPE,
            quantity=quantity,
            price=CAFE_PRICE,
        )
        values: dict[str, Any] = {
            "session": session,
            "order_id": new_id(),
            "account_id_type": ANA.id_type,
            "account_id_number": ANA.id_number,
            "prepaid_key": ANA.prepaid_key,
            "lines": (line,),
        }
        return m.OpenOrder(**(values | changes))

    def order(self, session: str, quantity: int = 1, **changes: Any) -> m.OrderOpened:
        message = self.cart(session, quantity, **changes)
        return m.OrderOpened.model_validate_json(_good(self.post("/v1/orders", message)))

    def copy(self, order: m.OrderOpened, copy_index: int = 1, **changes: Any) -> m.Authorise:
        """The message that authorises one copy of such an order."""
        values: dict[str, Any] = {
            "op_id": new_id(),
            "device_seq": self.next_seq(),
            "order_id": order.order_id,
            "purchase_token": order.purchase_token,
            "registration_number": CAFE,
            "certificate_type": CAFE_TYPE,
            "copy_index": copy_index,
            "price": CAFE_PRICE,
        }
        return m.Authorise(**(values | changes))

    def authorise(self, order: m.OrderOpened, copy_index: int = 1) -> m.Operation:
        return operation(self.post(_AUTHORISE, self.copy(order, copy_index)))

    def capture(self, op_id: str) -> httpx.Response:
        message = m.Capture(
            op_id=op_id,
            device_seq=self.next_seq(),
            printed_at=self.central.clock(),
            evidence="process id 0042, cut ok",
        )
        return self.post("/v1/operations/capture", message)

    def void(self, op_id: str) -> httpx.Response:
        message = m.Void(op_id=op_id, device_seq=self.next_seq(), reason="not printed")
        return self.post("/v1/operations/void", message)

    def fetch(self, op_id: str) -> httpx.Response:
        return self.get(f"/v1/operations/{op_id}")

    def closes(self, day: date) -> m.DayClosed:
        """Close a day on which nothing was bought."""
        bare = m.Checkpoint(
            size=1, head="1" * 64, at=self.central.clock(), signature="A" * 86 + "=="
        )
        signature = self.key.sign(m.checkpoint_text(self.identity.device_id, bare))
        checkpoint = bare.model_copy(update={"signature": base64.b64encode(signature).decode()})
        last = self.next_seq() - 1
        message = m.DayClose(day=day, sums=(), last_seq=last, checkpoint=checkpoint)
        return m.DayClosed.model_validate_json(_good(self.post("/v1/devices/day-close", message)))


def enrolled(
    central: Central, http: httpx.Client | None = None, point_of_sale: str = "K01"
) -> Terminal:
    """A new device of this central; ``http`` where the application runs on a port."""
    key = Ed25519PrivateKey.generate()
    public = base64.b64encode(key.public_key().public_bytes_raw()).decode()
    code = make_enrol_code(central.services, point_of_sale)
    identity = enrol(central.services, m.Enrol(code=code, serial="V-1", public_key=public))
    return Terminal(central, http or central.http(), key, identity)


def operation(response: httpx.Response) -> m.Operation:
    """A good answer as an operation."""
    return m.Operation.model_validate_json(_good(response))


def _good(response: httpx.Response) -> bytes:
    assert response.status_code == 200, (response.status_code, response.text)
    return response.content
