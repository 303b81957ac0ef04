"""Central on both databases: every test that takes ``central`` runs on each of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import postgres
from tests.support.central import Central, Terminal, enrolled, fresh_database, make_central


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    url = fresh_database(tmp_path, request.param)
    yield url
    if request.param == "postgresql":
        postgres.drop_database(url)


@pytest.fixture
def central(tmp_path: Path, database_url: str) -> Iterator[Central]:
    made = make_central(tmp_path, database_url)
    yield made
    made.close()


@pytest.fixture
def terminal(central: Central) -> Terminal:
    return enrolled(central)


@pytest.fixture
def lone(tmp_path: Path) -> Iterator[Terminal]:
    """A device of a central on SQLite: for what does not depend on the database."""
    made = make_central(tmp_path, fresh_database(tmp_path, "sqlite"))
    yield enrolled(made)
    made.close()
