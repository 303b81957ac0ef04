"""The verification page on its own: real routes, database and counts; the codes are a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import FastAPI
from sqlalchemy.orm import Session

from central import answers
from central.db.engine import Database, make_engine
from central.db.tables import metadata
from central.metrics import Metrics
from central.operations.verification import CodeStatus
from central.parts import Parts
from central.people.keys import KeyHasher
from central.portal.routes import router
from central.services import Services
from central.settings import Settings
from central.sweeper import Sweeper
from kiosk.documents.certificate import certificate
from kiosk.documents.model import to_json
from tests.support.central import FAST_HASHING, START, InProcess, ManualClock
from tests.support.certificates import make_content

CODE = "ABCD2345"


class FakeCodes(dict[str, CodeStatus]):
    """Codes and their states, as the operations would tell them."""

    def __call__(self, _db: Session, code: str) -> CodeStatus | None:
        return self.get(code)

    def put(self, state: str, code: str = CODE, **content: object) -> None:
        """A code in a state, for a certificate with this content."""
        document = certificate(make_content(code=code, **content))
        self[code] = CodeStatus(
            state=state,  # type: ignore[arg-type]
            content=to_json(document),
            certificate_type="CerExi",
            certificate_name=document.title,
            registration_number="00052310",
            registration_name=document.meta["entity_name"],
            issued_at=START,
        )


@dataclass
class Portal:
    """The page with its codes and clock in reach."""

    http: httpx.Client
    codes: FakeCodes
    clock: ManualClock
    database: Database


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[Portal]:
    database = Database(make_engine("sqlite://"))
    metadata.create_all(database.engine)
    codes, clock = FakeCodes(), ManualClock()
    services = Services(
        settings=Settings(data_dir=tmp_path, demo=True),
        database=database,
        hasher=KeyHasher(FAST_HASHING),
        signing_key=Ed25519PrivateKey.generate(),
        now=clock,
    )
    app = FastAPI()
    metrics = Metrics(services)
    app.state.parts = Parts(services, metrics, Sweeper(services), codes)
    answers.install(app, metrics)
    app.include_router(router())
    with httpx.Client(transport=InProcess(app), base_url="http://central.invalid") as client:
        yield Portal(client, codes, clock, database)
    database.close()
