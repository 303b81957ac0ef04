"""The schema: migrations make what the tables say, the database refuses what may not be."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, create_engine, insert, select, text
from sqlalchemy.exc import IntegrityError

from kiosk.store import queries, schema
from kiosk.store.failure import StoreFailed
from kiosk.store.store import FILE_NAME, Store
from kiosk.store.tables import Utc, metadata, outbox
from tests.support.kiosk import START, FakeKiosk, fresh_state, make_order


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[FakeKiosk]:
    made = FakeKiosk(fresh_state(tmp_path / "kiosk", tmp_path / "template"))
    yield made
    made.real.abandon()


def test_the_migrations_make_what_the_tables_say(tmp_path: Path) -> None:
    store = Store(tmp_path)
    found = store.read(
        lambda c: compare_metadata(
            MigrationContext.configure(c, opts={"compare_type": True}), metadata
        )
    )
    store.close()
    assert found == []


def test_every_table_is_strict(kiosk: FakeKiosk) -> None:
    rows = kiosk.real.read(
        lambda c: c.execute(text("SELECT name, strict FROM pragma_table_list")).all()
    )
    tables = {name: strict for name, strict in rows if name in metadata.tables}
    assert tables == dict.fromkeys(metadata.tables, 1)


def test_the_schema_goes_down_and_up_again(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'x.sqlite'}")
    with engine.connect() as connection:
        config = schema.config(connection)
        command.upgrade(config, "head")
        command.downgrade(config, "base")
        command.upgrade(config, "head")
        names = connection.execute(text("SELECT name FROM sqlite_master")).scalars().all()
    engine.dispose()
    assert set(metadata.tables) <= set(names)


def test_a_store_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write(lambda c: c.execute(text("UPDATE alembic_version SET version_num = 'k9999'")))
    store.close()
    with pytest.raises(StoreFailed, match="newer"):
        Store(tmp_path)


def test_an_older_store_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / FILE_NAME}")
    with engine.connect() as connection:
        connection.execute(text("CREATE TABLE kept (x INTEGER)"))
        connection.execute(text("INSERT INTO kept VALUES (42)"))
        connection.commit()
        older = tmp_path / f"{FILE_NAME}.before-k0000"
        older.touch()
        backup = tmp_path / f"{FILE_NAME}.before-k9999"
        schema._backup(connection, backup)
    engine.dispose()
    assert not older.exists()
    assert backup.stat().st_mode & 0o077 == 0
    copy = create_engine(f"sqlite:///{backup}")
    with copy.connect() as connection:
        assert connection.execute(text("SELECT x FROM kept")).scalar_one() == 42
    copy.dispose()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET row = '{}' WHERE seq = 1",
        "DELETE FROM audit",
        "DELETE FROM outbox",
        "UPDATE outbox SET body = x'00'",
        "UPDATE outbox SET digest = replace(digest, 'a', 'b')",
        "DELETE FROM operations",
        "UPDATE operations SET price_pesos = 1",
        "UPDATE operations SET state = 'HELD'",
        "UPDATE operations SET content = 'x'",
        "UPDATE operations SET state = 'PAID'",
        "UPDATE operations SET attempt = 4",
        "UPDATE counters SET device_seq = 0",
        "UPDATE counters SET device_seq = 'seven'",
        "INSERT INTO counters VALUES (2, 0, 0)",
        "INSERT INTO meta VALUES (2, '', NULL, 1)",
    ],
)
def test_the_database_itself_refuses(kiosk: FakeKiosk, statement: str) -> None:
    kiosk.buy(make_order(kiosk.ids))
    with pytest.raises(IntegrityError):
        kiosk.real.write(lambda c: c.execute(text(statement)))


def test_a_hold_without_its_certificate_cannot_be_saved(kiosk: FakeKiosk) -> None:
    kiosk.printer.plan.append("lost-part")
    kiosk.buy(make_order(kiosk.ids, copies=1))
    with pytest.raises(IntegrityError):
        kiosk.real.write(lambda c: c.execute(text("UPDATE operations SET content = NULL")))
    assert queries.count_waiting(kiosk.store) == 1


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        Utc().process_bind_param(datetime(2026, 1, 1), None)  # type: ignore[arg-type]  # noqa: DTZ001


def test_an_instant_comes_back_as_it_was(kiosk: FakeKiosk) -> None:
    def work(c: Connection) -> datetime:
        c.execute(
            insert(outbox).values(
                device_seq=1,
                op_id="x",
                kind="void",
                body=b"",
                digest="0" * 64,
                created_at=START,
                attempts=0,
                next_try_at=START,
                last_error="",
                outcome="",
            )
        )
        found: datetime = c.execute(select(outbox.c.created_at)).scalar_one()
        return found

    assert kiosk.real.write(work) == START
