"""A kiosk on a fresh disk, as the purchase tests have it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.kiosk import FakeKiosk, fresh_state


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("template")


@pytest.fixture
def kiosk(tmp_path: Path, template: Path) -> Iterator[FakeKiosk]:
    made = FakeKiosk(fresh_state(tmp_path / "kiosk", template))
    yield made
    made.real.abandon()
