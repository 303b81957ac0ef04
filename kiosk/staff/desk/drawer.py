"""What this desk knows of its cashiers' shifts: on disk, so that a drawer can be closed offline.

Central knows what is true. Here is what it answered this desk: which shift is open, and what moved
in it. While central is away a shift may be opened and counted on these notes alone; they are handed
in when it is back. No money moves on a note, and no customer's data is in one.
"""

import json
import os
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from kiosk.contract.staff.provisional import Entered
from kiosk.contract.staff.shifts import ShiftOpened
from kiosk.store.directory import sync_directory

FILE_NAME = "desk-shifts.json"


@dataclass(frozen=True)
class CloseNote:
    """A blind count without central: (denomination, count), (form, pesos).

    ``entered`` is how who counted had come in, as in ``ShiftNote``.
    """

    close_id: str
    pieces: tuple[tuple[int, int], ...]
    vouchers: tuple[tuple[str, int], ...]
    unsent: int
    at: str = ""
    entered: Entered = "central"


@dataclass(frozen=True)
class ShiftNote:
    """A shift of ``login``; instants are ISO texts, stamped when the note is kept.

    ``moved`` is (id, payment form, pesos), negative for money given back. ``provisional``: central
    does not know that it was opened; ``entered`` is how who opened it had come in. ``refused``:
    central did not take it over.
    """

    shift_id: str
    login: str
    base: int
    opened_at: str = ""
    provisional: bool = False
    moved: tuple[tuple[str, str, int], ...] = ()
    close: CloseNote | None = None
    refused: bool = False
    entered: Entered = "central"

    @property
    def is_pending(self) -> bool:
        """Central has to be told of it."""
        return not self.refused and (self.provisional or self.close is not None)

    def believed(self) -> dict[str, int]:
        """Pesos in less pesos back, by payment form."""
        forms: Counter[str] = Counter()
        for _id, form, pesos in self.moved:
            forms[form] += pesos
        return dict(forms)


Change = Callable[[tuple[ShiftNote, ...]], tuple[ShiftNote, ...]]


class DrawerBook:
    """The notes on disk, oldest first; each change is synced before it is believed.

    Raises:
        OSError: the disk; then nothing was noted.
        ValueError: the file is not ours, and nobody may guess what it said.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._lock = threading.Lock()
        self._items = self._read()

    def items(self) -> tuple[ShiftNote, ...]:
        """Everybody's."""
        with self._lock:
            return self._items

    def pending(self, login: str) -> tuple[ShiftNote, ...]:
        """What somebody has to hand in, oldest first."""
        return tuple(each for each in self.items() if each.login == login and each.is_pending)

    def keep(self, note: ShiftNote) -> None:
        """One note, in the place of an older one of the same shift."""
        self._change(lambda items: (*_without(items, note.shift_id), note))

    def drop(self, shift_id: str) -> None:
        """Central has it."""
        self._change(lambda items: _without(items, shift_id))

    def seen(self, login: str, shift: ShiftOpened | None) -> None:
        """Central told which shift of somebody is open; what is still to be told stays."""

        def work(items: tuple[ShiftNote, ...]) -> tuple[ShiftNote, ...]:
            known = shift.shift_id if shift else ""
            rest = tuple(
                each
                for each in items
                if each.login != login or each.is_pending or each.shift_id == known
            )
            if shift is None or any(each.shift_id == known for each in rest):
                return rest
            opened_at = shift.opened_at.isoformat()
            return (*rest, ShiftNote(known, login, shift.base, opened_at))

        self._change(work)

    def moved(self, login: str, movement_id: str, form: str, pesos: int) -> None:
        """Central said that money moved in somebody's open shift; the same id counts once."""

        def work(items: tuple[ShiftNote, ...]) -> tuple[ShiftNote, ...]:
            return tuple(
                replace(each, moved=(*each.moved, (movement_id, form, pesos)))
                if each.login == login
                and each.close is None
                and not each.refused
                and all(movement_id != known for known, _form, _pesos in each.moved)
                else each
                for each in items
            )

        self._change(work)

    def _change(self, work: Change) -> None:
        with self._lock:
            items = work(self._items)
            if items != self._items:
                self._keep(items)

    def _read(self) -> tuple[ShiftNote, ...]:
        try:
            rows = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return ()
        try:
            return tuple(_note(row) for row in rows)
        except (TypeError, KeyError) as error:
            raise ValueError(f"{self._path} is not a list of notes about shifts") from error

    def _keep(self, items: tuple[ShiftNote, ...]) -> None:
        fresh = self._path.with_suffix(".new")
        with open(fresh, "w", encoding="utf-8", opener=_own) as file:
            json.dump([asdict(item) for item in items], file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)
        sync_directory(self._path.parent)
        self._items = items


def _own(path: str, flags: int) -> int:
    """Readable by this computer's own user alone: it tells what should be in a drawer."""
    return os.open(path, flags, 0o600)


def _without(items: tuple[ShiftNote, ...], shift_id: str) -> tuple[ShiftNote, ...]:
    return tuple(each for each in items if each.shift_id != shift_id)


def _note(row: dict[str, Any]) -> ShiftNote:
    moved = tuple((str(id_), str(form), int(pesos)) for id_, form, pesos in row.pop("moved"))
    close = row.pop("close")
    if close is not None:
        pieces = tuple((int(value), int(count)) for value, count in close.pop("pieces"))
        vouchers = tuple((str(form), int(pesos)) for form, pesos in close.pop("vouchers"))
        close = CloseNote(**close, pieces=pieces, vouchers=vouchers)
    return ShiftNote(**row, moved=moved, close=close)
