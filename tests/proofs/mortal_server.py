"""Central behind HTTP that kills itself at the worst moment, and rises again at once.

``python -m tests.proofs.mortal_server URL FOLDER`` prints its port. The process that was started
loads the program, listens, and forks the server; when the server dies it forks the next one.
The worst moments are chosen by ``Fuse``, a few bytes of a file that both sides map: after the
commit and before the reply, or after all is written and before the commit.
"""

import mmap
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from enum import IntEnum
from pathlib import Path
from typing import TypeVar

import uvicorn
from sqlalchemy.orm import Session

from central.app import create_app
from central.db.engine import Database, make_engine
from central.people.keys import KeyHasher
from central.services import Services
from central.settings import Settings
from central.signing_key import load_or_make_key
from tests.proofs.bank import quiet_log
from tests.support.central import FAST_HASHING

T = TypeVar("T")


class Moment(IntEnum):
    """When the server kills itself."""

    NEVER = 0
    BEFORE_COMMIT = 1
    AFTER_COMMIT = 2


class Fuse:
    """Two bytes shared by the proof and the server: the moment, and how many to let pass."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(bytes(2))
        with path.open("r+b") as file:
            self._bytes = mmap.mmap(file.fileno(), 2)
        self._lock = threading.Lock()

    def light(self, moment: Moment, transactions: int) -> None:
        """Kill the server at the moment, after so many more transactions."""
        self._bytes[1] = transactions
        self._bytes[0] = moment

    @property
    def burning(self) -> bool:
        """Whether the server still lives with a lit fuse."""
        return self._bytes[0] != Moment.NEVER

    def reach(self, moment: Moment) -> None:
        """The server is at such a moment; it may be its last."""
        with self._lock:
            if self._bytes[0] != moment:
                return
            if self._bytes[1]:
                self._bytes[1] -= 1
                return
            self._bytes[0] = Moment.NEVER
            os.kill(os.getpid(), signal.SIGKILL)


class MortalDatabase(Database):
    """The real one, with the two moments marked."""

    def __init__(self, url: str, fuse: Fuse) -> None:
        super().__init__(make_engine(url))
        self._fuse = fuse

    def run(self, work: Callable[[Session], T]) -> T:
        def mortal(db: Session) -> T:
            result = work(db)
            db.flush()
            self._fuse.reach(Moment.BEFORE_COMMIT)
            return result

        result = super().run(mortal)
        self._fuse.reach(Moment.AFTER_COMMIT)
        return result


def main(url: str, folder: Path) -> None:
    settings = Settings(data_dir=folder, database_url=url, hashing=FAST_HASHING, demo=True)
    services = Services(
        settings=settings,
        database=MortalDatabase(url, Fuse(folder / "fuse")),
        hasher=KeyHasher(FAST_HASHING),
        signing_key=load_or_make_key(settings.key_file),
    )
    app = create_app(settings, services)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        print(listener.getsockname()[1], flush=True)  # noqa: T201 - the proof reads it
        while True:
            # Nothing is connected and no thread runs before the fork.
            child = os.fork()
            if not child:
                signal.signal(signal.SIGTERM, signal.SIG_DFL)
                config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off")
                uvicorn.Server(config).run(sockets=[listener])
                os._exit(0)
            signal.signal(signal.SIGTERM, lambda *_, pid=child: _end(pid))
            os.waitpid(child, 0)


def _end(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    os._exit(0)


if __name__ == "__main__":
    with quiet_log():
        main(sys.argv[1], Path(sys.argv[2]))
