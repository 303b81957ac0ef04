"""A copy of the database and the keys, made while central runs, and its way back.

A copy is a folder named by its UTC time with ``SHA256SUMS`` in it; a folder that ends in ``.part``
was not finished. SQLite is copied by its backup API (a copied file would be no consistent state:
"How to corrupt an SQLite database file", 1.2), PostgreSQL by its own ``pg_dump``.
"""

import hashlib
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy.engine import URL, make_url

from central.settings import Settings

_KEY = "signing-key.pem"
_SEED_KEY = "staff-seeds.key"
_SUMS = "SHA256SUMS"
_SQLITE = "central.sqlite"
_DUMP = "central.dump"


class BackupFailed(Exception):
    """Why there is no copy, or why it was not brought back."""


def copy(settings: Settings, folder: Path, now: datetime) -> Path:
    """Make a copy below ``folder``; returns its own folder.

    Raises:
        BackupFailed: nothing whole was made; what there is ends in ``.part``.
    """
    target = folder / now.strftime("%Y%m%dT%H%M%SZ")
    part = target.with_suffix(".part")
    try:
        part.mkdir(mode=0o700, parents=True)
        url = make_url(settings.database)
        if url.get_backend_name() == "sqlite":
            _copy_sqlite(_file_of(url), part / _SQLITE, alive=True)
        else:
            _run(url, "pg_dump", "--format=custom", f"--file={part / _DUMP}")
        shutil.copy2(settings.key_file, part / _KEY)
        if settings.seed_key_file.exists():  # made when the first of the staff enrols
            shutil.copy2(settings.seed_key_file, part / _SEED_KEY)
        sums = [f"{_sum(file)}  {file.name}\n" for file in sorted(part.iterdir())]
        (part / _SUMS).write_text("".join(sums), "ascii")
        for file in part.iterdir():
            _sync(file)
        part.rename(target)
        _sync(folder)
    except (OSError, sqlite3.Error) as error:
        raise BackupFailed(str(error)) from error
    return target


def bring_back(settings: Settings, source: Path) -> None:
    """Fill an empty database and data folder from a copy; central does not run meanwhile.

    Raises:
        BackupFailed: the copy is damaged, or there is something already; nothing was overwritten.
    """
    _must_be_whole(source)
    url = make_url(settings.database)
    keys = {_KEY: settings.key_file, _SEED_KEY: settings.seed_key_file}
    for key in keys.values():
        if key.exists():
            raise BackupFailed(f"{key} is there already")
    try:
        for key in keys.values():
            key.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if url.get_backend_name() == "sqlite":
            file = _file_of(url)
            if file.exists():
                raise BackupFailed(f"{file} is there already")
            _copy_sqlite(source / _SQLITE, file, alive=False)
        else:
            options = ("--exit-on-error", "--single-transaction", "--no-owner")
            _run(url, "pg_restore", *options, str(source / _DUMP), database_option=True)
        for name, key in keys.items():
            if (source / name).exists():
                shutil.copy2(source / name, key)
    except (OSError, sqlite3.Error) as error:
        raise BackupFailed(str(error)) from error


def _must_be_whole(source: Path) -> None:
    try:
        lines = (source / _SUMS).read_text("ascii").splitlines()
        noted = {name: wanted for wanted, _, name in (line.partition("  ") for line in lines)}
        found = {file.name: _sum(file) for file in source.iterdir() if file.name != _SUMS}
    except (OSError, ValueError) as error:
        raise BackupFailed(f"{source} is no whole copy: {error}") from error
    if not found or noted != found:
        raise BackupFailed(f"{source} is no whole copy: its files are not those it noted")


def _copy_sqlite(source: Path, target: Path, *, alive: bool) -> None:
    """Copy a database; one that nobody uses is opened so that no file appears beside it."""
    uri = f"{source.resolve().as_uri()}?mode=ro" + ("" if alive else "&immutable=1")
    with closing(sqlite3.connect(uri, uri=True)) as live, closing(sqlite3.connect(target)) as made:
        live.backup(made)
        (verdict,) = made.execute("PRAGMA quick_check").fetchone()
    if verdict != "ok":
        raise BackupFailed(f"{source}: {verdict}")
    target.chmod(0o600)


def _run(url: URL, program: str, *arguments: str, database_option: bool = False) -> None:
    """Call a program of PostgreSQL's; the password goes through the environment, not the list."""
    # SQLAlchemy names its driver in the address; libpq knows only its own scheme.
    address = url.set(drivername="postgresql", password=None).render_as_string()
    environment = {**os.environ, "PGPASSWORD": url.password} if url.password else None
    named = [f"--dbname={address}"] if database_option else [address]
    run = subprocess.run(  # noqa: S603 - fixed programs, no shell
        [program, *arguments, *named],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise BackupFailed(f"{program}: {run.stderr.strip()[-500:]}")


def _file_of(url: URL) -> Path:
    if not url.database or url.database == ":memory:":
        raise BackupFailed("a database in memory cannot be copied")
    return Path(url.database)


def _sum(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
