"""The schema: migrations and tables agree, up and down, on both databases, with data in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import IntegrityError

from central.db import migrate
from central.db.engine import make_engine
from central.db.tables import metadata
from tests.support import postgres
from tests.support.central import Central, Terminal


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database."""
    url = f"sqlite:///{tmp_path / 'empty.sqlite'}"
    if request.param == "postgresql":
        url = postgres.new_database()
    made = make_engine(url)
    yield made
    made.dispose()
    if request.param == "postgresql":
        postgres.drop_database(url)


def test_up_and_down_leave_nothing_behind(engine: Engine) -> None:
    assert migrate.present(engine) is None
    migrate.upgrade(engine)
    assert migrate.present(engine) == migrate.head()
    assert migrate.differences(engine) == []
    migrate.upgrade(engine)  # nothing to do
    migrate.downgrade(engine, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    migrate.upgrade(engine)
    assert migrate.differences(engine) == []


def test_a_process_that_migrated_and_goes_on_lets_others_migrate() -> None:
    url = postgres.new_database()
    first, second = make_engine(url), make_engine(url)
    migrate.upgrade(first)
    locks = text(
        "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database "
        "WHERE locktype = 'advisory' AND datname = current_database()"
    )
    try:
        with second.connect() as connection:
            assert connection.scalar(locks) == 0
    finally:
        first.dispose()
        second.dispose()
        postgres.drop_database(url)


def test_a_missing_column_is_found(engine: Engine) -> None:
    migrate.upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE staff DROP COLUMN totp_step"))
    (difference,) = migrate.differences(engine)
    assert "totp_step" in difference


def test_the_check_command_compares_an_empty_database() -> None:
    assert migrate.check() == []


def test_a_schema_in_use_can_be_taken_down(central: Central, terminal: Terminal) -> None:
    order = terminal.order(terminal.sign_in(), quantity=3)
    operations = [terminal.authorise(order, copy) for copy in (1, 2, 3)]
    terminal.capture(operations[0].op_id)
    terminal.void(operations[1].op_id)
    engine = central.services.database.engine
    migrate.downgrade(engine, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]


def test_every_table_belongs_to_a_chamber_first() -> None:
    for table in metadata.sorted_tables:
        assert "chamber_code" in table.columns, table.name
        for constraint in table.constraints:
            if type(constraint).__name__ == "UniqueConstraint":
                assert next(iter(constraint.columns)).name == "chamber_code", constraint  # type: ignore[attr-defined]


def test_a_database_file_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "central.sqlite"
    engine = make_engine(f"sqlite:///{path}")
    migrate.upgrade(engine)
    assert list(tmp_path.glob("*.before-*")) == []
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    with pytest.raises(Exception, match="0000"):
        migrate.upgrade(engine)
    engine.dispose()
    (copy,) = tmp_path.glob("*.before-*")
    assert inspect(make_engine(f"sqlite:///{copy}")).has_table("ledger_postings")


def test_other_databases_are_refused_by_name() -> None:
    with pytest.raises(ValueError, match="mysql"):
        make_engine("mysql://localhost/x")


def test_the_staff_keeps_its_leave_on_the_way_up_and_down(central: Central) -> None:
    engine = central.services.database.engine

    def roles() -> dict[str, str]:
        with engine.connect() as connection:
            rows = connection.execute(text("SELECT login, role FROM staff")).all()
        return {row.login: row.role for row in rows}

    def add_with_role(role: str) -> None:
        columns = "id, chamber_code, login, name, role, key_hash, totp_step, active, created_at"
        values = f"'{role}', '99', '{role}', '', '{role}', '', 0, true, '2026-11-21 15:00:00'"
        with engine.begin() as connection:
            connection.execute(text(f"INSERT INTO staff ({columns}) VALUES ({values})"))

    migrate.downgrade(engine, "0004")
    before = {"marta": "operator", "sofia": "cashier", "carlos": "cashier", "tomas": "technician"}
    assert roles() == before
    with pytest.raises(IntegrityError):
        add_with_role("administrator")
    migrate.upgrade(engine)
    assert migrate.differences(engine) == []
    assert roles() == before | {"marta": "administrator"}
    with pytest.raises(IntegrityError):
        add_with_role("operator")
    add_with_role("supervisor")
