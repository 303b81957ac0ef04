"""Files of a desk: whole, on the disk before anybody believes it, and nobody else's to read."""

import os
from pathlib import Path

from kiosk.store.directory import sync_directory


def keep(folder: Path, name: str, content: bytes) -> str:
    """Keep a file under its own name; gives that name.

    It names a customer's document: it is readable by this computer's own user alone.

    Raises:
        OSError: the disk.
    """
    name = Path(name).name
    folder.mkdir(mode=0o700, exist_ok=True)
    fresh = folder / f".{name}"
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / name)
    sync_directory(folder)
    return name
