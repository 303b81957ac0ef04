"""Twenty people with prepaid accounts, and the fast clock under which they buy.

One second of the machine is a minute of central, so that holds expire while a proof runs.
"""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.orm import Session

from central.db.engine import Database, make_engine
from central.db.ids import new_id
from central.ledger.accounts import open_account
from central.ledger.tables import AccountKind
from central.ledger.top_up import top_up
from central.people.keys import KeyHasher
from central.people.tables import Holder, Person
from central.sample import PEOPLE
from central.services import Services
from central.settings import Settings
from kiosk.identity import IdType, parse_id
from tests.support.central import FAST_HASHING, START

CHAMBER = "99"
ACCOUNTS = 20
DEPOSIT = 60_000
SECURE_KEY = "Clave-2026"
SPEED = 60
HOLD_S = 120
_SAMPLE_DEPOSITS = sum(person.balance for person in PEOPLE)
INITIAL_DEPOSITS = _SAMPLE_DEPOSITS + ACCOUNTS * DEPOSIT


@dataclass(frozen=True)
class FastClock:
    """The same time in every process that knows ``epoch`` (seconds of this machine)."""

    epoch: float
    speed: float = SPEED

    def __call__(self) -> datetime:
        return START + timedelta(seconds=(time.time() - self.epoch) * self.speed)


def city_services(url: str, epoch: float, data_dir: Path) -> Services:
    """Central's parts over a database of ``fresh_database``, under the fast clock."""
    settings = Settings(
        data_dir=data_dir,
        database_url=url,
        hashing=FAST_HASHING,
        demo=True,
        hold_s=HOLD_S,
        require_prepaid_key=False,
    )
    return Services(
        settings=settings,
        database=Database(make_engine(url)),
        hasher=KeyHasher(FAST_HASHING),
        signing_key=Ed25519PrivateKey.generate(),
        now=FastClock(epoch),
    )


def number_of(index: int) -> str:
    """The cédula of somebody of this city."""
    return str(1_990_001_000 + index)


def account_of(db: Session, index: int) -> str:
    """The id of somebody's prepaid account."""
    return open_account(db, CHAMBER, AccountKind.PREPAID, f"CC:{number_of(index)}").id


def populate(services: Services) -> None:
    """Everybody with an account and its first deposit."""
    key_hash = services.hasher.hash(SECURE_KEY)
    now = services.now()

    def work(db: Session) -> None:
        for index in range(ACCOUNTS):
            identity = parse_id(IdType.CC, number_of(index))
            name = f"Vecino {index}"
            same = {
                "chamber_code": CHAMBER,
                "id_type": identity.id_type,
                "id_number": identity.number,
                "created_at": now,
            }
            db.add(
                Person(
                    id=new_id(),
                    first_name=name,
                    first_surname="Prueba",
                    secure_key_hash=key_hash,
                    **same,
                )
            )
            account = account_of(db, index)
            holder = Holder(id=new_id(), name=name, account_id=account, **same)
            holder.prepaid_key_hash = key_hash
            db.add(holder)
            top_up(db, CHAMBER, account, DEPOSIT, "05", new_id(), now)

    services.database.run(work)
