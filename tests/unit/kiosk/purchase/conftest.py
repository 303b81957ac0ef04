"""A kiosk on a fresh disk."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.kiosk import FakeKiosk, fresh_state


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("template")


@pytest.fixture
def make_kiosk(tmp_path: Path, template: Path) -> Iterator[Callable[..., FakeKiosk]]:
    """Kiosks on empty disks of their own."""
    made: list[FakeKiosk] = []

    def make(**parts: object) -> FakeKiosk:
        state = fresh_state(tmp_path / f"kiosk-{len(made)}", template)
        made.append(FakeKiosk(state, **parts))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for kiosk in made:
        kiosk.real.abandon()


@pytest.fixture
def kiosk(make_kiosk: Callable[..., FakeKiosk]) -> FakeKiosk:
    return make_kiosk()
