"""Seeding writes in batches: the same rows whatever their size, as many as were asked for."""

from pathlib import Path

import pytest
from sqlalchemy import func, select
from typer.testing import CliRunner

from central.__main__ import app
from central.db.engine import Database, make_engine
from central.registry.tables import Registration, RegistrationPerson, RegistrationSection

Rows = list[tuple[object, ...]]


@pytest.fixture
def seeded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for key, value in {"MEMORY_KIB": "8", "PASSES": "1"}.items():
        monkeypatch.setenv(f"DISPENSADOR_CENTRAL_HASHING__{key}", value)
    return tmp_path


def seed(folder: Path, companies: int, monkeypatch: pytest.MonkeyPatch) -> Database:
    monkeypatch.setenv("DISPENSADOR_CENTRAL_DATA_DIR", str(folder))
    result = CliRunner().invoke(app, ["seed", "--companies", str(companies), "--json"])
    assert result.exit_code == 0, result.output
    return Database(make_engine(f"sqlite:///{folder / 'central.sqlite'}"))


def rows(database: Database) -> tuple[Rows, int, int]:
    registrations = select(
        Registration.number, Registration.name, Registration.nit, Registration.registered_on
    ).order_by(Registration.number)
    found = database.run(
        lambda db: (
            [tuple(row) for row in db.execute(registrations)],
            db.scalar(select(func.count()).select_from(RegistrationPerson)) or 0,
            db.scalar(select(func.count()).select_from(RegistrationSection)) or 0,
        )
    )
    database.close()
    return found


def test_the_size_of_a_batch_changes_nothing(seeded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = rows(seed(seeded / "a", 30, monkeypatch))
    monkeypatch.setattr("central.registry.sample.seed.BATCH", 7)
    assert rows(seed(seeded / "b", 30, monkeypatch)) == whole
    known = rows(seed(seeded / "c", 0, monkeypatch))
    assert len(whole[0]) >= len(known[0]) + 30


def test_a_million_is_the_most() -> None:
    assert CliRunner().invoke(app, ["seed", "--companies", "1000001"]).exit_code == 2
