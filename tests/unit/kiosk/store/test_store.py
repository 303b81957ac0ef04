"""The file on disk: one writer, durable settings, fail-stop."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from kiosk.purchase import advice
from kiosk.purchase.operation import State
from kiosk.store.failure import StoreFailed, StoreLocked
from kiosk.store.store import FILE_NAME, Store
from tests.support.kiosk import FakeKiosk, fresh_state, make_order


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("template")


@pytest.fixture
def state_dir(tmp_path: Path, template: Path) -> Path:
    return fresh_state(tmp_path / "state", template)


@pytest.fixture
def store(state_dir: Path) -> Iterator[Store]:
    opened = Store(state_dir)
    yield opened
    opened.abandon()


def pragma(store: Store, name: str) -> object:
    return store.write(lambda c: c.exec_driver_sql(f"PRAGMA {name}").scalar_one())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("wal_autocheckpoint", 0),
    ],
)
def test_the_writer_keeps_what_it_acknowledged(store: Store, name: str, value: object) -> None:
    assert pragma(store, name) == value


def test_every_write_runs_on_one_thread_which_is_not_the_callers(store: Store) -> None:
    seen = {store.write(lambda _c: threading.get_ident()) for _ in range(3)}
    assert len(seen) == 1
    assert threading.get_ident() not in seen


def test_a_transaction_inside_a_transaction_is_a_bug(store: Store) -> None:
    with pytest.raises(AssertionError, match="inside"):
        store.write(lambda _c: store.write(lambda _c: None))


def test_an_exception_rolls_the_transaction_back(store: Store) -> None:
    def work(c: Connection) -> None:
        c.execute(text("UPDATE counters SET device_seq = 7"))
        raise KeyError

    with pytest.raises(KeyError):
        store.write(work)
    assert store.read(lambda c: c.execute(text("SELECT device_seq FROM counters")).scalar()) == 0


def test_a_reader_cannot_write(store: Store) -> None:
    with pytest.raises(StoreFailed):
        store.read(lambda c: c.execute(text("UPDATE counters SET device_seq = 7")))


def test_a_reader_sees_what_was_just_written(store: Store) -> None:
    store.write(lambda c: c.execute(text("UPDATE counters SET device_seq = 7")))
    assert store.read(lambda c: c.execute(text("SELECT device_seq FROM counters")).scalar()) == 7


def test_a_second_process_is_kept_out(store: Store, state_dir: Path) -> None:
    with pytest.raises(StoreLocked):
        Store(state_dir)


def test_a_full_disk_stops_the_store_for_ever(store: Store) -> None:
    def fill(c: Connection) -> None:
        c.exec_driver_sql("PRAGMA max_page_count = 1")
        c.exec_driver_sql("CREATE TABLE filler AS SELECT randomblob(100000) AS x")

    with pytest.raises(StoreFailed, match="SQLITE_FULL"):
        store.write(fill)
    assert store.failed
    for use in (store.write, store.read):
        with pytest.raises(StoreFailed, match="SQLITE_FULL"):
            use(lambda c: c.execute(text("SELECT 1")))


def test_a_broken_rule_is_our_bug_and_does_not_stop_the_store(store: Store) -> None:
    with pytest.raises(DBAPIError):
        store.write(lambda c: c.execute(text("UPDATE counters SET device_seq = -1")))
    assert not store.failed


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreFailed):
        Store(tmp_path)


def test_a_symbolic_link_is_refused(tmp_path: Path, state_dir: Path) -> None:
    (tmp_path / FILE_NAME).symlink_to(state_dir / FILE_NAME)
    with pytest.raises(StoreFailed, match="symbolic"):
        Store(tmp_path)


def test_the_file_belongs_to_its_user_only(store: Store, state_dir: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    Store(new).close()
    assert (new / FILE_NAME).stat().st_mode & 0o077 == 0


def test_a_clean_stop_leaves_no_log_and_is_remembered(state_dir: Path) -> None:
    Store(state_dir).close()
    assert not (state_dir / f"{FILE_NAME}-wal").exists()
    store = Store(state_dir)
    assert not store.after_crash
    store.abandon()
    again = Store(state_dir)
    assert again.after_crash
    again.close()


def test_a_checkpoint_empties_the_log(store: Store, state_dir: Path) -> None:
    store.write(lambda c: c.execute(text("UPDATE counters SET device_seq = 7")))
    log = state_dir / f"{FILE_NAME}-wal"
    assert log.stat().st_size > 0
    store.checkpoint()
    assert log.stat().st_size == 0


def test_a_checkpoint_that_a_reader_holds_up_is_a_failure(store: Store, state_dir: Path) -> None:
    store.write(lambda c: c.exec_driver_sql("PRAGMA busy_timeout = 1"))
    reader = sqlite3.connect(state_dir / FILE_NAME, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM counters").fetchall()
    store.write(lambda c: c.execute(text("UPDATE counters SET device_seq = 7")))
    with pytest.raises(StoreFailed, match="busy"):
        store.checkpoint()
    assert store.failed
    reader.close()


def test_a_store_that_was_closed_in_order_has_not_failed(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.close()
    assert not store.failed
    with pytest.raises(StoreFailed, match="closed"):
        store.read(lambda c: c.exec_driver_sql("SELECT 1"))


def test_a_settled_certificate_leaves_no_bytes_on_the_disk(state_dir: Path) -> None:
    kiosk = FakeKiosk(state_dir)
    order = make_order(kiosk.ids, copies=1)
    op_id = order.copies[0].op_id
    kiosk.journal.begin(order, "boot", lambda copy: advice.authorise(order, copy))
    kiosk.journal.go(op_id, State.HELD, fields={"content": "Paola Ejemplo. " * 1_000})
    kiosk.real.checkpoint()
    secret = b"Paola Ejemplo. Paola"
    assert secret in (state_dir / FILE_NAME).read_bytes()
    kiosk.journal.go(op_id, State.VOIDING, send=advice.void(op_id, "x"))
    kiosk.journal.go(op_id, State.VOIDED)
    kiosk.real.close()
    assert [path.name for path in state_dir.iterdir() if secret in path.read_bytes()] == []


def test_a_lock_that_cannot_be_opened_is_the_disks_failure(state_dir: Path) -> None:
    (state_dir / "lock").mkdir()
    with pytest.raises(StoreFailed):
        Store(state_dir)


def test_a_place_where_nothing_can_be_made_is_told_in_words() -> None:
    with pytest.raises(StoreFailed, match=r"the store cannot be opened or made \(SQLITE_CANTOPEN"):
        Store(Path("/proc"))
