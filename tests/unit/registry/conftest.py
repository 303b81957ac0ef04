from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from tests.support.registry import sample_registry


@pytest.fixture(scope="module")
def db() -> Iterator[Session]:
    with sample_registry(companies=20) as session:
        yield session
