"""A barcode reader in a test's hand, and a search for what it read in every object there is."""

import gc
import os
import sys
import tty
from collections.abc import Iterator
from pathlib import Path

from tests.support.cards import yellow

_MARK = "48 55 45 4c 4c 41 2d 64 65 2d 6c 61 2d 6d 61 6e 6f"  # no object holds it as it is sent


class Gun:
    """The far end of the reader's line, behind a link as in ``/dev/serial/by-id``."""

    def __init__(self, link: Path) -> None:
        self._link = link
        self._ends: tuple[int, ...] = ()
        self.plug_in()

    @property
    def device(self) -> str:
        return str(self._link)

    def plug_in(self) -> None:
        self._ends = os.openpty()
        tty.setraw(self._ends[1])
        self._link.unlink(missing_ok=True)
        self._link.symlink_to(os.ttyname(self._ends[1]))

    def unplug(self) -> None:
        self._link.unlink(missing_ok=True)
        for end in self._ends:
            os.close(end)
        self._ends = ()

    def scans(self, payload: bytes) -> None:
        os.write(self._ends[0], payload)

    def scans_a_card_with_fingerprints(self, number: str) -> None:
        self.scans(yellow(number, fingerprints=bytes.fromhex(_MARK) * 20))


def fingerprints_in(data: bytes) -> bool:
    return bytes.fromhex(_MARK) in data


def objects_with_fingerprints() -> list[object]:
    """Every byte string, buffer and text of the process that holds some of the fingerprints."""
    gc.collect()
    mark = bytes.fromhex(_MARK)
    text = mark.decode()
    found: list[object] = []
    for each in _texts():
        is_ours = each is mark or each is text
        if not is_ours and (text in each if isinstance(each, str) else mark in each):
            found.append(each)
    return found


def _texts() -> Iterator[bytes | bytearray | str]:
    holders: list[object] = [*gc.get_objects()]
    for frame in [*sys._current_frames().values()]:
        while frame is not None:
            if frame.f_code.co_name != objects_with_fingerprints.__name__:
                holders.append(list(frame.f_locals.values()))
            frame = frame.f_back  # type: ignore[assignment]
    for holder in holders:
        yield from _texts_in(holder)


def _texts_in(holder: object) -> Iterator[bytes | bytearray | str]:
    """What it holds itself; a dict or tuple of nothing but texts is unknown to the collector."""
    for each in gc.get_referents(holder):
        if isinstance(each, bytes | bytearray | str):
            yield each
        elif not gc.is_tracked(each):
            yield from _texts_in(each)
