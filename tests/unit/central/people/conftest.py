"""A chamber with a mail server, and a cashier who is signed in at a desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import postgres
from tests.support.central import Central, enrolled, fresh_database, make_central
from tests.support.customers import MAIL
from tests.support.staff import Colleague, hired


@pytest.fixture
def mailing(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Central]:
    """On SQLite, or on what ``tests.support.customers.BOTH`` asks for."""
    backend = getattr(request, "param", "sqlite")
    url = fresh_database(tmp_path, backend)
    made = make_central(tmp_path, url, mail=MAIL)
    yield made
    made.close()
    if backend == "postgresql":
        postgres.drop_database(url)


@pytest.fixture
def carlos(mailing: Central) -> Colleague:
    cashier = hired(mailing, "carlos", enrolled(mailing, point_of_sale="C01"))
    cashier.sign_in()
    return cashier
