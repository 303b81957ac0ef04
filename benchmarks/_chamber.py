"""A chamber of commerce as a benchmark needs it: kiosks, holders with money, opened orders.

Kiosks are enrolled and accounts filled by central's own rules. Orders are inserted as rows, as
``open_order`` leaves them: it would spend the time on hashing keys, which is not measured here.
"""

import base64
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import insert
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from central import clock
from central.certificates.prices import price_of
from central.certificates.types import type_of
from central.db.ids import new_id
from central.devices.enrolment import enrol, make_enrol_code
from central.ledger.accounts import open_account
from central.ledger.tables import AccountKind
from central.ledger.top_up import top_up
from central.operations.tables import Order, OrderedLine, PurchaseToken
from central.people.tables import Holder, Person
from central.registry.registry import find
from central.services import Services, make_services
from central.settings import Settings
from central.tokens import new_token, token_hash
from kiosk.contract import messages as m
from kiosk.identity import IdType
from tests.support.central import fresh_database
from tests.support.postgres import drop_database, new_database

REGISTRATION, CERTIFICATE = "00041018", "CerMat"
"""An establishment of the sample registry; its registration certificate has one page."""
DEPOSIT = 10_000_000_000
"""Pesos of each holder: no benchmark runs out of money."""
PAYMENT_FORM = "05"
FIRST_HOLDER = 1_990_100_000
_TOKEN_LIFE = timedelta(days=1)


@dataclass
class Kiosk:
    """An enrolled device: its key, its identity, and the number of its last money message."""

    key: Ed25519PrivateKey
    identity: m.Enrolled
    last_seq: int = 0

    def next_seq(self) -> int:
        """The number of its next money message."""
        self.last_seq += 1
        return self.last_seq


@dataclass(frozen=True)
class Purchase:
    """One copy that may be authorised: at which kiosk, in which order."""

    kiosk: Kiosk
    order_id: str
    token: str
    price: int
    op_id: str = field(default_factory=new_id)


@dataclass
class Chamber:
    """A chamber in a database of its own; ``buyers`` are ids of a person and of its holder."""

    services: Services
    kiosks: list[Kiosk]
    buyers: list[tuple[str, str]]
    orders: int = 0
    chance: random.Random = field(default_factory=lambda: random.Random(20_261_121))

    @property
    def url(self) -> str:
        """The address of its database."""
        return self.services.settings.database_url

    def open_orders(self, number: int, kiosks: int, buyers: int = 0) -> list[Purchase]:
        """So many orders of one copy, the first ``kiosks`` in turn.

        The buyers are drawn by chance, or the first ``buyers`` come in turn.
        """
        chosen = (
            [self.buyers[at % buyers] for at in range(number)]
            if buyers
            else self.chance.choices(self.buyers, k=number)
        )
        return self.services.database.run(lambda db: _open(db, self, self.kiosks[:kiosks], chosen))

    @contextmanager
    def copied(self) -> Iterator["Chamber"]:
        """The same chamber in a copy of the database, removed at the end."""
        self.services.database.close()  # PostgreSQL copies only what nobody uses
        url = new_database(make_url(self.url).database or "")
        copy = Chamber(
            make_services(self.services.settings.model_copy(update={"database_url": url})),
            [Kiosk(kiosk.key, kiosk.identity, kiosk.last_seq) for kiosk in self.kiosks],
            self.buyers,
            self.orders,
        )
        try:
            yield copy
        finally:
            copy.services.database.close()
            drop_database(url)


@contextmanager
def new_chamber(folder: Path, kiosks: int, buyers: int) -> Iterator[Chamber]:
    """A chamber in a fresh PostgreSQL database with the sample registry; the key in ``folder``."""
    url = fresh_database(folder, "postgresql")
    services = make_services(Settings(data_dir=folder, database_url=url, demo=True))
    try:
        services.database.run(lambda db: revenue_account(db, services))
        yield Chamber(
            services,
            [_enrolled(services, f"K{number:02}") for number in range(kiosks)],
            services.database.run(lambda db: [_buyer(db, services, at) for at in range(buyers)]),
        )
    finally:
        services.database.close()
        drop_database(url)


def revenue_account(db: Session, services: Services) -> str:
    """Where the money of every purchase goes; a chamber in business has it."""
    type_ = type_of(CERTIFICATE)
    if type_ is None:
        raise LookupError("there is no such certificate")
    return open_account(db, services.chamber, AccountKind.REVENUE, type_.service_code).id


def _enrolled(services: Services, point_of_sale: str) -> Kiosk:
    key = Ed25519PrivateKey.generate()
    public = base64.b64encode(key.public_key().public_bytes_raw()).decode()
    code = make_enrol_code(services, point_of_sale)
    return Kiosk(key, enrol(services, m.Enrol(code=code, serial="B-1", public_key=public)))


def _buyer(db: Session, services: Services, index: int) -> tuple[str, str]:
    now, chamber = services.now(), services.chamber
    number = str(FIRST_HOLDER + index)
    account = open_account(db, chamber, AccountKind.PREPAID, f"{IdType.CC}:{number}").id
    who: dict[str, Any] = {
        "chamber_code": chamber,
        "id_type": IdType.CC,
        "id_number": number,
        "created_at": now,
    }
    person = Person(id=new_id(), first_name="Vecino", first_surname="Prueba", **who)
    holder = Holder(id=new_id(), name="Vecino Prueba", account_id=account, **who)
    db.add_all((person, holder))
    top_up(db, chamber, account, DEPOSIT, PAYMENT_FORM, new_id(), now)
    return person.id, holder.id


def _open(
    db: Session, chamber: Chamber, kiosks: Sequence[Kiosk], buyers: Sequence[tuple[str, str]]
) -> list[Purchase]:
    now = chamber.services.now()
    line = _line(db, chamber.services, now)
    purchases: list[Purchase] = []
    rows: dict[type, list[dict[str, Any]]] = {Order: [], OrderedLine: [], PurchaseToken: []}
    for kiosk, (person_id, holder_id) in zip(cycle(kiosks), buyers, strict=False):
        token = new_token(chamber.services.entropy)
        purchase = Purchase(kiosk, new_id(), token, line["price"])
        purchases.append(purchase)
        chamber.orders += 1
        device = kiosk.identity.device_id
        rows[Order].append(
            {
                "id": purchase.order_id,
                "order_number": f"B{chamber.orders:08}",
                "recovery_code": f"{chamber.orders:06}",
                "fingerprint": "",
                "device_id": device,
                "person_id": person_id,
                "holder_id": holder_id,
                "total": purchase.price,
                "opened_at": now,
            }
        )
        rows[OrderedLine].append({"id": new_id(), "order_id": purchase.order_id, **line})
        rows[PurchaseToken].append(
            {
                "id": new_id(),
                "token_hash": token_hash(token),
                "order_id": purchase.order_id,
                "device_id": device,
                "expires_at": now + _TOKEN_LIFE,
            }
        )
    for table, values in rows.items():
        code = chamber.services.chamber
        db.execute(insert(table), [{"chamber_code": code, **each} for each in values])
    return purchases


def _line(db: Session, services: Services, now: datetime) -> dict[str, Any]:
    """What every order here asks for: one copy of one certificate at the price of today."""
    registration, type_ = find(db, services.chamber, REGISTRATION), type_of(CERTIFICATE)
    if registration is None or type_ is None:
        raise LookupError("the sample registry has no such certificate")
    return {
        "line_no": 1,
        "registration_number": REGISTRATION,
        "registration_name": registration.name,
        "certificate_type": CERTIFICATE,
        "certificate_name": type_.name,
        "service_code": type_.service_code,
        "quantity": 1,
        "price": price_of(db, registration, CERTIFICATE, clock.local_day(now)),
    }
