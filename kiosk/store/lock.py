"""One process at a time: a lock on the state directory, freed by the system."""

import os
import sys
from pathlib import Path

from kiosk.store.failure import StoreLocked


def take(directory: Path) -> int:
    """Lock the directory for this process; closing the returned descriptor frees it.

    Raises:
        StoreLocked: somebody else holds it.
    """
    handle = os.open(directory / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(handle)
    except OSError as error:
        os.close(handle)
        raise StoreLocked(str(directory)) from error
    return handle


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
