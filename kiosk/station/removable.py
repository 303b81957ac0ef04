"""A stick that somebody put in: found, judged, and written to so that it may be pulled out.

Only what the system has mounted under a folder of the settings counts, and only if the kernel says
of its disk that it can be taken out (`/sys/dev/block/…/removable`, sysfs-block) or that it hangs on
USB: a log must not land on the machine's own disk, nor fill a network's.
"""

import hashlib
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.store.directory import sync_directory

MOUNTS = Path("/proc/self/mountinfo")
BLOCKS = Path("/sys/dev/block")
MARGIN_BYTES = 1_000_000
"""Left free on the stick, so that whatever else lies there goes on working."""
_ESCAPED = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True)
class Medium:
    """A mounted stick; ``problem`` is empty if it can be written to."""

    path: Path
    free_bytes: int
    problem: str = ""


class NotWritten(Exception):
    """The file is not whole on the stick; the text is a code."""


def find_media(
    roots: Sequence[Path], mounts: Path = MOUNTS, blocks: Path = BLOCKS
) -> tuple[Medium, ...]:
    """Every stick under the allowed folders, by path (proc(5), mountinfo)."""
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ()
    found = [_medium(line, roots, blocks) for line in lines]
    return tuple(sorted((one for one in found if one), key=lambda one: str(one.path)))


def write_to(medium: Medium, name: str, data: bytes) -> str:
    """Write a file that must not be there yet, and read it back; its name.

    Raises:
        NotWritten: ``no_space``, ``read_only`` or ``stick_failed``; nothing of it is left there.
    """
    if medium.problem:
        raise NotWritten(medium.problem)
    if medium.free_bytes < len(data) + MARGIN_BYTES:
        raise NotWritten("no_space")
    path = medium.path / name
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        sync_directory(medium.path)
        whole = hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(data).digest()
    except FileExistsError as error:
        raise NotWritten("stick_failed") from error
    except OSError as error:
        _take_away(path)
        raise NotWritten("stick_failed") from error
    if not whole:
        _take_away(path)
        raise NotWritten("stick_failed")
    return name


def _take_away(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # pulled out: there is nothing left to tidy


def _medium(line: str, roots: Sequence[Path], blocks: Path) -> Medium | None:
    """``36 35 8:17 / /media/stick rw,nosuid - vfat /dev/sdb1 rw``: device, place, options."""
    fields = line.split(" ")
    if len(fields) < 6:
        return None
    device, place, options = fields[2], Path(_plain(fields[4])), fields[5].split(",")
    if not any(root in place.parents for root in roots) or not _can_be_pulled(blocks / device):
        return None
    try:
        space = os.statvfs(place)
    except OSError:
        return None
    writable = "ro" not in options and os.access(place, os.W_OK | os.X_OK)
    return Medium(place, space.f_bavail * space.f_frsize, "" if writable else "read_only")


def _can_be_pulled(block: Path) -> bool:
    """The disk itself, or the disk whose part this is."""
    try:
        disk = block.resolve(strict=True)
    except OSError:
        return False
    if "/usb" in str(disk):
        return True
    flags = (disk / "removable", disk.parent / "removable")
    return any(flag.is_file() and flag.read_text().strip() == "1" for flag in flags)


def _plain(text: str) -> str:
    """A blank in a mount point is written as its octal number."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 8)), text)
