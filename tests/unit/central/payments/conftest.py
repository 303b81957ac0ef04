"""Central on SQLite, for what does not depend on the database; on both it is ``central``."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.central import Central, fresh_database, make_central


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Central]:
    made = make_central(tmp_path, fresh_database(tmp_path, "sqlite"))
    yield made
    made.close()
