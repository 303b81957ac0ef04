"""Making a new name in a directory durable."""

import os
from pathlib import Path


def sync_directory(directory: Path) -> None:
    """Wait until the names in it are on the disk; other systems than POSIX cannot be asked to."""
    if os.name != "posix":
        return
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
