"""Pairing a machine anew from its own screen: another key, another store, the old ones kept.

A store belongs to one device for ever: its numbers and its audit chain are that device's history.
So the new device is made whole in a folder of its own, while the old one goes on; only when a
person has compared the fingerprint do they change places, at the next start and by renames alone:

1. ``next-pairing/`` holds a new key and a new store, enrolled with the one-time code.
2. Confirmed: ``next-pairing/confirmed`` names the folder that the old files will lie in.
3. At a start: the old files are moved there; then the mark becomes ``moved``.
4. The new files are moved into place; the folder is taken away with its mark last.

A power cut between any two renames is made good by going on at the next start. Nothing is deleted:
what the chamber may still ask of the old device lies in ``before-…``.
"""

import os
import shutil
from datetime import datetime
from pathlib import Path

from kiosk.purchase.operation import TERMINAL, State
from kiosk.store import lock, queries
from kiosk.store.directory import sync_directory
from kiosk.store.failure import StoreFailed
from kiosk.store.journal import Transactions
from kiosk.store.reader import Reader
from kiosk.store.rows import Device
from kiosk.store.store import FILE_NAME
from kiosk.store.whole_file import write_whole
from kiosk.sync import device_key

STAGED = "next-pairing"
CONFIRMED, MOVED = "confirmed", "moved"
_OWN = (
    FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm",
    device_key.FILE_NAME, device_key.NEXT_NAME, device_key.OLD_NAME,
)  # fmt: skip


def hindrance(store: Transactions) -> str:
    """Why this device must not be left yet, as a code; empty if nothing of it is open."""
    queue = queries.queue(store)
    if queries.operations_in(store, *(set(State) - TERMINAL)):
        return "operations_open"
    if queue.parked:
        return "messages_parked"
    return "messages_waiting" if queue.length else ""


def staging(state_dir: Path) -> Path:
    """A fresh folder for the next device; whatever was begun before is thrown away."""
    discard(state_dir)
    folder = state_dir / STAGED
    folder.mkdir(mode=0o700)
    return folder


def staged(state_dir: Path) -> Device | None:
    """The device that is ready to take over; None without one."""
    try:
        return queries.find_device(Reader(state_dir / STAGED))
    except StoreFailed:
        return None


def confirm(state_dir: Path, at: datetime) -> None:
    """Have the staged device take over at the next start."""
    name = f"before-{at:%Y%m%d-%H%M%S}"
    write_whole(state_dir / STAGED / CONFIRMED, name.encode())


def discard(state_dir: Path) -> None:
    """Forget the staged device; its key never leaves this folder."""
    shutil.rmtree(state_dir / STAGED, ignore_errors=True)


def take_over(state_dir: Path) -> bool:
    """Put a confirmed device into its place, if there is one; before the store is opened.

    Raises:
        StoreLocked: another program has the store open.
        OSError: the disk; the next start goes on.
    """
    folder = state_dir / STAGED
    if not (folder / CONFIRMED).exists() and not (folder / MOVED).exists():
        return False
    handle = lock.take(state_dir)
    try:
        if not (folder / MOVED).exists():
            _keep_old(state_dir, folder)
        for name in _OWN:
            if (folder / name).exists():
                (folder / name).replace(state_dir / name)
        sync_directory(state_dir)
        shutil.rmtree(folder)
        sync_directory(state_dir)
    finally:
        os.close(handle)
    return True


def _keep_old(state_dir: Path, folder: Path) -> None:
    kept = state_dir / (folder / CONFIRMED).read_text("ascii").strip()
    kept.mkdir(mode=0o700, exist_ok=True)
    for name in _OWN:
        if (state_dir / name).exists():
            (state_dir / name).replace(kept / name)
    sync_directory(kept)
    sync_directory(state_dir)
    (folder / CONFIRMED).replace(folder / MOVED)
    sync_directory(folder)
