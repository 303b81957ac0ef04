"""The sample registry in a fresh database in memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy.orm import Session

from central.certificates.prices import seed_prices
from central.db.engine import make_engine
from central.db.tables import metadata
from central.registry.sample.seed import seed_registry

CHAMBER = "99"
YEAR = 2026
TODAY = date(YEAR, 11, 21)


@contextmanager
def sample_registry(companies: int = 10, today: date = TODAY) -> Iterator[Session]:
    """A session on the sample registry with prices."""
    engine = make_engine("sqlite://")
    metadata.create_all(engine)
    with Session(engine) as db:
        seed_registry(db, CHAMBER, companies, today)
        seed_prices(db, CHAMBER)
        yield db
        db.rollback()
    engine.dispose()
