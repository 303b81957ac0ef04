"""A file that is either as it was or as it is to be, whenever the power goes."""

import os
from pathlib import Path

from kiosk.store.directory import sync_directory


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, readable by its user only, so that its name never stands for half of it.

    Raises:
        OSError: the disk; the file is then as it was.
    """
    new = path.with_name(f"{path.name}.part")
    new.unlink(missing_ok=True)
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    sync_directory(path.parent)
