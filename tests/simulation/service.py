"""Central: its real rules on a real database in memory, called beneath the routes with bytes.

``handle`` is what a route does: whose request, which message, which rule, which answer. Central may
die at each of its commits; then there is no answer, and what was committed stays.
"""

import base64
import hashlib
import random
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import BaseModel
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from central import sample
from central.certificates.issue import Issue
from central.db import ids, migrate
from central.db.engine import Database, make_engine
from central.devices import caller as devices
from central.devices.caller import Caller
from central.devices.enrolment import enrol, make_enrol_code
from central.devices.tables import DeviceState
from central.ledger.accounts import open_account
from central.ledger.tables import AccountKind
from central.ledger.top_up import top_up
from central.operations import authorise
from central.operations.orders import open_order
from central.operations.queries import operation
from central.operations.sequence import Answer
from central.people.keys import KeyHasher
from central.people.sessions import open_session
from central.problems import Refusal
from central.registry.tables import Registration
from central.routes import ENDPOINTS
from central.sample import ANA, BENITO, SamplePerson
from central.services import Services
from central.settings import KeyHashing, Settings
from central.staff.add import add_staff
from central.staff.tables import Role
from central.wire import parse
from kiosk.contract import messages as m
from kiosk.contract.problems import ProblemCode
from kiosk.contract.signing import HEADER_DEVICE, HEADER_SEQ
from kiosk.documents.model import Document
from tests.simulation.lean import Content, LeanSession, in_memory

T = TypeVar("T")

START = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
CHAMBER = "99"
MACHINES = 3
CAFE, CAFE_TYPE, CAFE_NAME = "00041018", "CerMat", "Certificado de matrícula mercantil"
PRICE = 6_100
BUYERS = (ANA, BENITO)
SIZES = (1, 2, 3)
_HASHING = KeyHashing(memory_kib=8, passes=1)
_ROUTES = {endpoint.path: endpoint for endpoint in ENDPOINTS}
_MORE_FOR_BENITO = 8_000
"""So that he can pay two copies, and two kiosks can compete for them."""


class CentralCrash(BaseException):
    """Central's process died; not an ``Exception``, so that no rule can swallow it."""


class MortalDatabase(Database):
    """The real one, with a place to die on either side of each commit."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection.engine)
        self._connection = connection
        self.dies: Callable[[str], bool] = lambda _where: False

    def _once(self, work: Callable[[Session], T]) -> T:
        with LeanSession(self._connection) as session, session.begin():
            session.connection()
            result = work(session)
            if self.dies("before"):
                raise CentralCrash
        if self.dies("after"):
            raise CentralCrash
        return result


@dataclass(frozen=True)
class Machine:
    """An enrolled device: who it is, and its sessions and opened orders by buyer."""

    identity: m.Enrolled
    key: Ed25519PrivateKey
    sessions: dict[str, str]
    orders: dict[tuple[str, int], m.OrderOpened]


@dataclass(frozen=True)
class Template:
    """A chamber ready for business, as bytes; every schedule starts from a copy."""

    services: Services
    connection: Connection
    content: Content
    image: bytes
    machines: tuple[Machine, ...]
    deposits: int


@cache
def template() -> Template:
    """Migrated, with people, money, devices, sessions and some opened orders."""
    stand_ins(random.Random(1))
    engine = make_engine("sqlite://")
    migrate.upgrade(engine)
    entropy = random.Random(2).randbytes
    services = Services(
        settings=Settings(
            data_dir=Path("unused"), hashing=_HASHING, demo=True, order_token_s=3_600
        ),
        database=Database(engine),
        hasher=KeyHasher(_HASHING),
        signing_key=_key("central"),
        now=lambda: START,
        entropy=entropy,
    )
    sample.seed(services, companies=0)
    add_staff(services, "carlos", "Carlos", Role.CASHIER)
    services.database.run(_give_benito_more)
    machines = tuple(_machine(services, number) for number in range(1, MACHINES + 1))
    with engine.connect() as made:
        image = cast(sqlite3.Connection, made.connection.driver_connection).serialize()
    connection = in_memory()  # one for all: to take it from a pool each time costs a fourth more
    deposits = sum(person.balance for person in sample.PEOPLE) + _MORE_FOR_BENITO
    return Template(services, connection, Content(connection), image, machines, deposits)


def _key(name: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(name.encode()).digest())


def _give_benito_more(db: Session) -> None:
    name = f"{BENITO.id_type}:{BENITO.id_number}"
    account = open_account(db, CHAMBER, AccountKind.PREPAID, name)
    top_up(db, CHAMBER, account.id, _MORE_FOR_BENITO, "05", ids.new_id(), START)


def _machine(services: Services, number: int) -> Machine:
    point = f"K{number:02}"
    key = _key(point)
    public = base64.b64encode(key.public_key().public_bytes_raw()).decode()
    code = make_enrol_code(services, point)
    identity = enrol(services, m.Enrol(code=code, serial=f"S-{number}", public_key=public))
    caller = Caller(identity.device_id, CHAMBER, point, DeviceState.ACTIVE)
    sessions, orders = {}, {}
    for buyer in BUYERS:
        message = m.OpenSession(
            id_type=buyer.id_type, id_number=buyer.id_number, secure_key=buyer.secure_key
        )
        session = open_session(services, caller, message).session
        sessions[buyer.id_number] = session
        for size in SIZES[: 2 if buyer is BENITO else None]:
            wanted = cart(buyer, session, ids.new_id(), size)
            orders[buyer.id_number, size] = open_order(services, caller, wanted)
    return Machine(identity, key, sessions, orders)


def cart(buyer: SamplePerson, session: str, order_id: str, copies: int) -> m.OpenOrder:
    """So many copies of one short certificate."""
    line = m.OrderLine(
        registration_number=CAFE, certificate_type=CAFE_TYPE, quantity=copies, price=PRICE
    )
    return m.OpenOrder(
        session=session,
        order_id=order_id,
        account_id_type=buyer.id_type,
        account_id_number=buyer.id_number,
        prepaid_key=buyer.prepaid_key,
        lines=(line,),
    )


def _nearly_blank(
    _db: Session, _registration: Registration, _certificate_type: str, issue: Issue
) -> Document:
    """A certificate without its words: what it says is other tests' subject, and half the time."""
    return Document("certificate", "", (), meta={"verification_code": issue.code})


class _Seeded:
    """Stands for the modules ``time`` and ``secrets`` where row ids are made."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._ns = int(START.timestamp()) * 10**9

    def time_ns(self) -> int:
        self._ns += 10**6
        return self._ns

    def token_bytes(self, count: int) -> bytes:
        return self._chance.randbytes(count)


REPLACED = ((ids, "time"), (ids, "secrets"), (authorise, "build"))
"""Names in the product's modules that a schedule gives its own value, in the whole process."""


def stand_ins(chance: random.Random) -> None:
    """Row ids of central from the seed, which the product takes from the system; no long texts."""
    source = _Seeded(chance)
    for (module, name), value in zip(REPLACED, (source, source, _nearly_blank), strict=True):
        setattr(module, name, value)


@dataclass(frozen=True)
class Answered:
    """A status and a body, as they leave central."""

    status: int
    body: bytes


class CentralNode:
    """Central in one schedule."""

    def __init__(
        self,
        now_s: Callable[[], float],
        entropy: Callable[[int], bytes],
        dies: Callable[[str], bool],
        *,
        signed: bool,
        **settings: int,
    ) -> None:
        base = template()
        self._now_s = now_s
        self._signed = signed
        self.jumped_s = 0.0
        self.down_until_s = -1.0
        self.on_bug: Callable[[Exception], None] = lambda _error: None
        self.machines = base.machines
        database = MortalDatabase(base.connection)
        database.dies = dies
        self.database = database
        self.services = replace(
            base.services,
            settings=base.services.settings.model_copy(
                update={"require_prepaid_key": False, **settings}
            ),
            database=database,
            now=self.now,
            entropy=entropy,
        )
        base.connection.rollback()
        base.content.put(base.image)
        self.raw = base.content.raw

    def now(self) -> datetime:
        """Central's clock."""
        return START + timedelta(seconds=self._now_s() + self.jumped_s)

    def handle(
        self, method: str, path: str, headers: dict[str, str], body: bytes
    ) -> Answered | None:
        """One request; None if central died of it."""
        if self._now_s() < self.down_until_s:
            return None
        try:
            return self._handle(method, path, headers, body)
        except CentralCrash:
            return None
        except Refusal as refusal:
            problem = refusal.problem().model_dump_json(exclude_none=True)
            return Answered(refusal.status, problem.encode())
        except Exception as error:  # noqa: BLE001 - central's bug, answered as its application does
            if not isinstance(error, OperationalError):
                self.on_bug(error)
            problem = Refusal(ProblemCode.UNAVAILABLE).problem().model_dump_json(exclude_none=True)
            return Answered(503, problem.encode())

    def _handle(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Answered:
        caller = self._caller(method, path, headers, body)
        if method == "GET":
            return _answered(operation(self.services, caller, path.rpartition("/")[2]))
        endpoint = _ROUTES[path]
        return _answered(endpoint.handle(self.services, caller, parse(endpoint.message, body)))

    def _caller(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Caller:
        """Who calls: by the signature, or (most seeds, for speed) by the header that names it."""
        if self._signed:
            request = devices.Request(method, path, "", headers, body)
            return devices.identify(self.services, request)
        row = self.raw.execute(
            "SELECT id, point_of_sale, state FROM devices WHERE id = ?", (headers[HEADER_DEVICE],)
        ).fetchone()
        seq = headers.get(HEADER_SEQ)
        return Caller(row[0], CHAMBER, row[1], DeviceState(row[2]), int(seq) if seq else None)


def _answered(reply: BaseModel | Answer | None) -> Answered:
    match reply:
        case None:
            return Answered(204, b"")
        case Answer(operation=state):
            return Answered(200, state.model_dump_json().encode())
        case _:
            return Answered(200, reply.model_dump_json().encode())
