"""What a disk holds after a power cut, rebuilt from the calls a program made.

The model: a write lives in the page cache until its file is synced; then it stays. Of what was
written since, any subset of 512-byte sectors may be on the disk, and a new length may or may not
be. A new name, a rename and an unlink stay once their directory is synced. A sync that failed
keeps nothing, and no later sync brings it back: the kernel has marked the pages clean (Rebello et
al., USENIX ATC 2020).
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.durability.tracer import Call

SECTOR = 512
_NOTHING, _ALL = 0.0, 1.0


@dataclass(frozen=True)
class _Piece:
    """At most a sector of a write, or a new length (``data`` is None)."""

    offset: int
    data: bytes | None


@dataclass
class _File:
    """A file: what is on the disk for certain, and what is only in the page cache, in order."""

    kept: bytes = b""
    pending: list[_Piece] = field(default_factory=list)

    def write(self, offset: int, data: bytes) -> None:
        at = 0
        while at < len(data):
            room = SECTOR - (offset + at) % SECTOR
            self.pending.append(_Piece(offset + at, data[at : at + room]))
            at += room

    def sync(self) -> None:
        self.kept = self.image(self.pending)
        self.pending.clear()

    def lose(self) -> None:
        """A sync failed: what was pending is seen by nobody but the running kernel."""
        self.pending.clear()

    def image(self, pieces: list[_Piece]) -> bytes:
        if not pieces:
            return self.kept
        data = bytearray(self.kept)
        for piece in pieces:
            if piece.data is None:
                del data[piece.offset :]
                data.extend(bytes(piece.offset - len(data)))
            else:
                end = piece.offset + len(piece.data)
                data.extend(bytes(max(0, end - len(data))))
                data[piece.offset : end] = piece.data
        return bytes(data)


class Disk:
    """A state directory, followed call by call."""

    def __init__(self, start: Mapping[str, bytes]) -> None:
        """``start`` is what lay there, all of it synced: name → content."""
        self._files = {name: _File(content) for name, content in start.items()}
        # What the directory says on the disk, and what was done to it since.
        self._names: dict[str, _File] = dict(self._files)
        self._renames: list[tuple[str, _File | None]] = []

    def apply(self, call: Call) -> None:
        """Follow one call on the directory's files."""
        name = Path(call.path).name
        if call.is_sync:
            self._sync(name, failed=bool(call.failed))
        elif call.failed:
            return
        elif call.name == "openat":
            self._enter(name, _File())
        elif call.name == "pwrite64":
            self._files[name].write(call.offset, call.data)
        elif call.name == "ftruncate":
            self._files[name].pending.append(_Piece(call.offset, None))
        elif call.name == "unlink":
            self._enter(name, None)
        elif call.name.startswith("rename"):
            moved = self._files[name]
            self._enter(name, None)
            self._enter(Path(call.target).name, moved)
        else:
            raise AssertionError(f"{call.name} is not followed")

    def images(self, chance: random.Random, number: int) -> Iterator[dict[str, bytes]]:
        """What the disk may hold if the power goes off now: nothing unsynced, all, random parts."""
        shares = (_NOTHING, _ALL, *(chance.random() for _ in range(number - 2)))
        for share in shares[:number]:
            names = dict(self._names)
            for name, file in self._renames:
                if chance.random() < share:
                    _set(names, name, file)
            yield {
                name: file.image([p for p in file.pending if chance.random() < share])
                for name, file in names.items()
            }

    def certain(self) -> dict[str, bytes]:
        """What is on the disk for certain: nothing that was not synced."""
        return {name: file.image([]) for name, file in self._names.items()}

    @property
    def pending(self) -> int:
        """How many pieces are only in the page cache."""
        return sum(len(file.pending) for file in self._files.values()) + len(self._renames)

    def _sync(self, name: str, *, failed: bool) -> None:
        if name in self._files:
            file = self._files[name]
            if failed:
                file.lose()
            else:
                file.sync()
        elif not failed:  # the directory
            for entry, file_or_none in self._renames:
                _set(self._names, entry, file_or_none)
            self._renames.clear()

    def _enter(self, name: str, file: _File | None) -> None:
        _set(self._files, name, file)
        self._renames.append((name, file))


def _set(names: dict[str, _File], name: str, file: _File | None) -> None:
    if file is None:
        names.pop(name, None)
    else:
        names[name] = file
