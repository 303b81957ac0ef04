"""Folders outside pytest's own: gone when their process ends, and later if it was killed."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path


def own_folder(kind: str) -> Path:
    """A folder that lives as long as this process.

    What processes that were killed left behind is removed on the way: a dead PostgreSQL whose
    folder is gone ends by itself within a minute.
    """
    prefix = f"dispensador-{kind}-"
    for left in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
        owner = left.name.removeprefix(prefix).partition("-")[0]
        if owner.isdigit() and not Path(f"/proc/{owner}").exists():
            shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{prefix}{os.getpid()}-"))
    atexit.register(_remove, folder, os.getpid())
    return folder


def _remove(folder: Path, owner: int) -> None:
    """Only its own process removes it: a fork inherits the list of what to do at the end."""
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)
