"""One zygote for all tests here, and no log of central's."""

from collections.abc import Iterator

import pytest

from tests.durability import ptrace
from tests.durability.zygote import Zygote
from tests.proofs.bank import quiet_log


@pytest.fixture(scope="session")
def zygote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zygote]:
    assert ptrace.supported(), "these tests follow system calls: they need Linux on x86-64"
    with Zygote(tmp_path_factory.mktemp("zygote") / "log") as made:
        yield made


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    with quiet_log():
        yield
