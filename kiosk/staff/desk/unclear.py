"""Movements of money that were sent and not answered: on disk before they are sent.

A desk queues nothing. What is here was perhaps done and perhaps not; only central knows, and it is
asked. No customer's data is kept, only what the cashier needs to know which one it is.
"""

import json
import os
import threading
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from kiosk.store.directory import sync_directory

FILE_NAME = "desk-unclear.json"


@dataclass(frozen=True)
class Unclear:
    """A payment or reversal without an answer; ``login`` tells whose it is.

    ``payment``: a deed about a bank's payment, under the deed's id; nothing of it is in the drawer.
    """

    movement_id: str
    kind: Literal["top_up", "reversal", "sale", "payment"]
    amount: int
    login: str


class UnclearBook:
    """The list on disk, oldest first; each change is synced before it is believed.

    Raises:
        OSError: the disk; then no money may move.
        ValueError: the file is not ours, and nobody may guess what it said.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._lock = threading.Lock()
        self._items = self._read()

    def items(self) -> tuple[Unclear, ...]:
        """What is open."""
        with self._lock:
            return self._items

    def add(self, item: Unclear) -> None:
        """Before it is sent."""
        with self._lock:
            others = (each for each in self._items if each.movement_id != item.movement_id)
            self._keep((*others, item))

    def settle(self, movement_id: str) -> None:
        """Central told what became of it."""
        with self._lock:
            self._keep(tuple(each for each in self._items if each.movement_id != movement_id))

    def _read(self) -> tuple[Unclear, ...]:
        try:
            rows = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return ()
        try:
            return tuple(Unclear(**row) for row in rows)
        except TypeError as error:
            raise ValueError(f"{self._path} is not a list of unclear movements") from error

    def _keep(self, items: tuple[Unclear, ...]) -> None:
        fresh = self._path.with_suffix(".new")
        with fresh.open("w", encoding="utf-8") as file:
            json.dump([asdict(item) for item in items], file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)
        sync_directory(self._path.parent)
        self._items = items
