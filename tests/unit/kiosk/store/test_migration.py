"""Migrations with open operations in every state, killed at every statement."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, create_engine, event

from kiosk.purchase.operation import State
from kiosk.store import queries, schema
from kiosk.store.failure import StoreFailed
from kiosk.store.store import FILE_NAME, Store
from tests.support.kiosk import Crash, FakeKiosk
from tests.unit.kiosk.store.test_journal import WAYS, begin, walk

OLD = "k0001"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the first version with an operation in every state."""
    folder = tmp_path_factory.mktemp("old")
    Store(folder).close()
    kiosk = FakeKiosk(folder)
    for ways in WAYS.values():
        walk(kiosk, begin(kiosk), ways)
    kiosk.real.close()
    engine = create_engine(f"sqlite:///{folder / FILE_NAME}")
    with engine.connect() as connection:
        command.downgrade(schema.config(connection), OLD)
    engine.dispose()
    return folder


@pytest.fixture
def state_dir(old: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "state"
    shutil.copytree(old, folder)
    return folder


class _Crashes:
    """The process dies at a statement of the migrations."""

    def __init__(self, at: int) -> None:
        self.at, self.passed, self.began = at, 0, False

    def __call__(self, _c: object, _cursor: object, statement: str, *_: object) -> None:
        if "alembic_version" in statement or statement.lstrip()[:6] in _CHANGES:
            self.passed += 1
            if self.passed == self.at:
                raise Crash(statement)


_CHANGES = ("CREATE", "INSERT", "DROP T", "DROP I", "ALTER ", "UPDATE")


@pytest.fixture
def crashes() -> Iterator[_Crashes]:
    made = _Crashes(0)
    event.listen(Engine, "before_cursor_execute", made)
    yield made
    event.remove(Engine, "before_cursor_execute", made)


def states(folder: Path) -> list[str]:
    store = Store(folder)
    try:
        return sorted(op.state.value for op in queries.operations_in(store, *State))
    finally:
        store.close()


def test_every_open_operation_survives_the_migrations(state_dir: Path) -> None:
    assert states(state_dir) == sorted(State)
    backups = list(state_dir.glob(f"{FILE_NAME}.before-*"))
    assert len(backups) == 1
    copy = sqlite3.connect(backups[0])
    assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == (OLD,)
    assert copy.execute("SELECT count(*) FROM operations").fetchone() == (len(State),)
    copy.close()


def test_an_older_program_gets_its_schema_back_and_loses_no_operation(state_dir: Path) -> None:
    Store(state_dir).take_back(OLD)
    file = sqlite3.connect(state_dir / FILE_NAME)
    assert file.execute("SELECT version_num FROM alembic_version").fetchone() == (OLD,)
    file.close()
    assert states(state_dir) == sorted(State)


def test_a_schema_nobody_knows_changes_nothing(state_dir: Path) -> None:
    store = Store(state_dir)
    with pytest.raises(StoreFailed, match="not known"):
        store.take_back("k9999")
    store.abandon()
    assert states(state_dir) == sorted(State)


def test_a_migration_killed_at_any_statement_leaves_a_store_that_starts(
    old: Path, tmp_path: Path, crashes: _Crashes
) -> None:
    killed = 0
    while True:
        folder = tmp_path / f"state-{killed}"
        shutil.copytree(old, folder)
        crashes.at, crashes.passed = killed + 1, 0
        try:
            Store(folder).abandon()
        except Crash:
            killed += 1
        else:
            break
        finally:
            crashes.at = 0
        assert states(folder) == sorted(State)
        shutil.rmtree(folder)
    assert killed >= 20
