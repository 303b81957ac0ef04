from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from tests.support.registry import sample_registry


@pytest.fixture
def db() -> Iterator[Session]:
    with sample_registry(companies=0) as session:
        yield session
