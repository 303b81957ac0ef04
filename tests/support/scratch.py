"""Where tests write: into memory, where there is room for it.

Central's tests make hundreds of databases and the kiosk's sync every step to the disk. What a test
proves of syncing is that it is asked for (``tests.durability`` follows the system calls), never
how long a disk of this machine takes.
"""

import os
import tempfile
from pathlib import Path

_MEMORY = Path("/dev/shm")
_FREE_MIN = 4 * 2**30
"""Bytes; the whole suite with two workers uses about a quarter of it."""


def use_memory() -> None:
    """From now on for this process and those it starts, unless ``TMPDIR`` says where."""
    if "TMPDIR" not in os.environ and _free() >= _FREE_MIN:
        os.environ["TMPDIR"] = str(_MEMORY)
        tempfile.tempdir = None  # it is looked up again


def _free() -> int:
    """Bytes that may be written there and that the machine really has."""
    if not os.access(_MEMORY, os.W_OK):
        return 0
    for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
        name, _, value = line.partition(":")
        if name == "MemAvailable":
            found = os.statvfs(_MEMORY)
            return min(found.f_bavail * found.f_frsize, int(value.split()[0]) * 1024)
    return 0
