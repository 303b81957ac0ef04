"""A copy made of a living database, brought back elsewhere, says the same to the peso."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from central.db.backup import BackupFailed, bring_back, copy
from central.key_files import load_or_make_secret
from central.ledger.tables import Posting
from central.operations.consistency import contradictions
from central.settings import Settings
from central.signing_key import load_or_make_key
from central.staff.seeds import seal, unseal
from tests.support import postgres
from tests.support.central import START, Central, Terminal, make_central


@pytest.fixture(autouse=True)
def _programs_of_postgres(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{postgres.programs()}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def settings(central: Central, tmp_path: Path) -> Settings:
    """Those of the running central, whose key stands in a file as in a real one."""
    found = central.services.settings.model_copy(update={"data_dir": tmp_path / "data"})
    load_or_make_key(found.key_file)
    return found


@pytest.fixture
def elsewhere(settings: Settings, tmp_path: Path) -> Callable[[], Settings]:
    """Another, empty machine with the same kind of database."""

    def make() -> Settings:
        if make_url(settings.database).get_backend_name() == "postgresql":
            url = postgres.new_database()
        else:
            url = f"sqlite:///{tmp_path / 'elsewhere.sqlite'}"
        changes = {"data_dir": tmp_path / "elsewhere", "database_url": url}
        return settings.model_copy(update=changes)

    return make


def postings(central: Central) -> list[tuple[object, ...]]:
    def read(db: Session) -> list[tuple[object, ...]]:
        query = select(Posting.id, Posting.amount, Posting.op_id).order_by(Posting.id)
        return [tuple(row) for row in db.execute(query)]

    return central.services.database.run(read)


def test_what_was_copied_is_brought_back_and_works_on(
    central: Central,
    terminal: Terminal,
    settings: Settings,
    elsewhere: Callable[[], Settings],
    tmp_path: Path,
) -> None:
    op_id = terminal.authorise(terminal.order(terminal.sign_in())).op_id
    terminal.capture(op_id)
    made = copy(settings, tmp_path / "copies", START)
    assert made.name == START.strftime("%Y%m%dT%H%M%SZ")
    terminal.authorise(terminal.order(terminal.sign_in()))  # after the copy: not in it
    new = elsewhere()
    bring_back(new, made)
    restored = make_central(new.data_dir, new.database)
    try:
        assert postings(restored) == postings(central)
        assert restored.services.database.run(lambda db: contradictions(db, "99")) == []
        assert new.key_file.read_bytes() == settings.key_file.read_bytes()
    finally:
        restored.close()


def test_the_seeds_of_the_staff_can_be_read_after_a_restore(
    settings: Settings, elsewhere: Callable[[], Settings], tmp_path: Path
) -> None:
    key = load_or_make_secret(settings.seed_key_file, os.urandom)
    sealed = seal(key, "marta", "JBSWY3DP", os.urandom)
    made = copy(settings, tmp_path / "copies", START)
    new = elsewhere()
    bring_back(new, made)
    restored = load_or_make_secret(new.seed_key_file, os.urandom)
    assert unseal(restored, "marta", sealed) == "JBSWY3DP"
    new.key_file.unlink()
    with pytest.raises(BackupFailed, match=r"staff-seeds\.key is there"):
        bring_back(new, made)


def test_a_copy_can_be_brought_back_more_than_once(
    settings: Settings, elsewhere: Callable[[], Settings], tmp_path: Path
) -> None:
    made = copy(settings, tmp_path / "copies", START)
    files = sorted(made.iterdir())
    bring_back(elsewhere(), made)
    assert sorted(made.iterdir()) == files


def test_nothing_that_is_there_is_overwritten(settings: Settings, tmp_path: Path) -> None:
    made = copy(settings, tmp_path / "copies", START)
    with pytest.raises(BackupFailed, match="is there already"):
        bring_back(settings, made)


def test_a_damaged_copy_is_not_brought_back(
    settings: Settings, elsewhere: Callable[[], Settings], tmp_path: Path
) -> None:
    made = copy(settings, tmp_path / "copies", START)
    new = elsewhere()
    for file in sorted(made.iterdir()):
        whole = file.read_bytes()
        file.write_bytes(whole[: len(whole) // 2])
        with pytest.raises(BackupFailed):
            bring_back(new, made)
        file.write_bytes(whole)
        assert not new.key_file.exists()
    bring_back(new, made)


def test_a_copy_that_was_not_finished_is_none(settings: Settings, tmp_path: Path) -> None:
    settings.key_file.unlink()
    with pytest.raises(BackupFailed):
        copy(settings, tmp_path / "copies", START)
    assert [path.suffix for path in (tmp_path / "copies").iterdir()] == [".part"]


def test_a_copy_shows_its_secrets_to_nobody_else(settings: Settings, tmp_path: Path) -> None:
    made = copy(settings, tmp_path / "copies", START)
    assert made.stat().st_mode & 0o077 == 0
