"""The pictures a logo can be made of: the chamber's own, and PNG files on a stick."""

import os
from collections.abc import Sequence
from pathlib import Path

from kiosk.station.removable import Medium

OWN = "camara-de-comercio"
"""The picture of this name comes with the program."""
SHOWN_MAX = 20


def files_of(media: Sequence[Medium]) -> tuple[Path | str, ...]:
    """The chamber's own, then plain files at the top of each stick, by name."""
    found: list[Path | str] = [OWN]
    for medium in media:
        try:
            with os.scandir(medium.path) as entries:
                names = [each.name for each in entries if _is_one(each)]
        except OSError:
            continue  # pulled out meanwhile
        found += [medium.path / name for name in sorted(names)]
    return tuple(found[:SHOWN_MAX])


def _is_one(entry: "os.DirEntry[str]") -> bool:
    """No link, which could lead off the stick."""
    try:
        return entry.name.lower().endswith(".png") and entry.is_file(follow_symlinks=False)
    except OSError:
        return False
