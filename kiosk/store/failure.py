"""What can go wrong with the kiosk's own disk, and what is a bug of ours.

After a failed write or sync nothing is tried again: the kernel may have marked the lost pages clean
(Rebello et al., "Can Applications Recover from fsync Failures?", USENIX ATC 2020).
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from kiosk.errors import KioskError
from kiosk.purchase.operation import State


class StoreFailed(KioskError):
    """The disk or the database on it can no longer be trusted; stop selling and restart."""

    code = "STO-01"


class StoreLocked(KioskError):
    """Another process has this state directory open; there is one writer only."""

    code = "STO-02"

    def __init__(self, directory: str) -> None:
        super().__init__(f"another program has {directory} open; is the dispenser running already?")


class ImpossibleArrow(AssertionError):
    """The program asked for an arrow the protocol does not have: a bug, never an outcome."""

    def __init__(self, op_id: str, source: State, target: State) -> None:
        super().__init__(f"{op_id}: {source} -> {target}")


# A broken rule of the schema or a misused connection is our own mistake, not the disk's.
_OUR_MISTAKES = (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError)


@contextmanager
def translated() -> Iterator[None]:
    """Turn every error of the disk into ``StoreFailed``; our own mistakes stay what they are."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, _OUR_MISTAKES):
            raise
        raise StoreFailed(_name(error.orig)) from error
    except sqlite3.Error as error:
        if isinstance(error, _OUR_MISTAKES):
            raise
        raise StoreFailed(_name(error)) from error
    except OSError as error:
        raise StoreFailed(_told(errno.errorcode.get(error.errno or 0, "OSError"))) from error


_SENTENCES = {
    "SQLITE_FULL": "the disk is full",
    "ENOSPC": "the disk is full",
    "SQLITE_READONLY": "the disk cannot be written to",
    "EROFS": "the disk cannot be written to",
    "EACCES": "the disk cannot be written to",
    "SQLITE_CANTOPEN": "the store cannot be opened or made",
    "SQLITE_IOERR": "the disk failed",
    "EIO": "the disk failed",
    "SQLITE_CORRUPT": "the store is damaged",
    "SQLITE_NOTADB": "the store is damaged",
}
"""For whoever reads the log of a machine that does not start; a longer name keeps its beginning."""


def _name(error: BaseException | None) -> str:
    """SQLite's own name of the error (``SQLITE_FULL``); never the statement: it may hold data."""
    return _told(getattr(error, "sqlite_errorname", None) or type(error).__name__)


def _told(name: str) -> str:
    """The name with a sentence before it.

    >>> _told("SQLITE_IOERR_FSYNC"), _told("InterfaceError")
    ('the disk failed (SQLITE_IOERR_FSYNC)', 'InterfaceError')
    """
    known = next((word for start, word in _SENTENCES.items() if name.startswith(start)), "")
    return f"{known} ({name})" if known else name
