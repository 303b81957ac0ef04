"""A kiosk as the program runs it, without its window, and somebody who buys: in a forked process.

Composition, serving and stopping are the program's own (``kiosk.app``, ``kiosk.__main__.serve``);
only the window is replaced, by a person who acts by intents and waits for views.
"""

import json
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, func, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from kiosk import __main__ as program
from kiosk import app as composition
from kiosk.errors import KioskError
from kiosk.store import queries
from kiosk.store import store as store_module
from kiosk.store.failure import StoreFailed
from kiosk.store.store import Store
from kiosk.store.tables import audit
from kiosk.visit.views import View
from tests.support.hall import EL_NOGAL, WAIT_S, Visitor, hall_printer, hall_settings

T = TypeVar("T")

CERTIFICATE = "CerMat"
REFUSED = 1
SETTLED_S = 20.0
_LOOK_S = 0.1


@dataclass(frozen=True)
class Errand:
    """What the process does.

    Attributes:
        state: the kiosk's state directory.
        url: of central, or of what stands before it.
        device: the printer's.
        profile: the printer's.
        copies: how many are bought; 0: only start, recover, settle and stop.
        report: where the process says what it saw, as JSON.
        acks: where every commit is noted once it was acknowledged; empty: nowhere.
        mode: another ``synchronous`` than the program's own, for a positive control.
    """

    state: str
    url: str
    device: str
    profile: str
    copies: int
    report: str
    acks: str = ""
    mode: str = ""


class Over(Exception):
    """The disk failed or a thread broke; nobody can go on."""


class Buyer(Visitor):
    """A visitor who gives up when the machine does."""

    def sees(self, *screens: str, that: Callable[[View], bool] = lambda _: True) -> View:
        def looks() -> bool:
            return (self.view.screen in screens and that(self.view)) or self._is_over()

        with self._changed:
            came = self._changed.wait_for(looks, WAIT_S)
        if self._is_over():
            raise Over
        assert came, f"waited for {screens}, still at {self.view}"
        return self.view

    def sees_why(self) -> dict[str, Any]:
        """Leave the visit and read what the first screen says."""
        pause = threading.Event()
        for _ in range(int(WAIT_S / _LOOK_S)):
            if self.view.screen == "Unavailable":
                break
            self.does("finish")  # not heard while money or paper is on its way
            pause.wait(_LOOK_S)
        body = self.view.body
        return {"screen": self.view.screen, "part": getattr(body, "part", "")}

    def _is_over(self) -> bool:
        return self.kiosk.store.failed or self.kiosk.crashed.broken


def run(errand: Errand) -> int:
    """Serve one errand; the program's own exit status."""
    if errand.acks:
        _note_acknowledged(errand.acks)
    if errand.mode:
        _weaken(errand.mode)
    said: dict[str, Any] = {}
    ended = threading.Event()

    def window(kiosk: composition.Kiosk, *, fullscreen: bool) -> int:
        assert not fullscreen
        kiosk.start()
        _act(kiosk, errand.copies, said, ended)
        Path(errand.report).write_text(json.dumps(said), "utf-8")
        return 0

    composition.show_window = window
    composition.close_window = ended.set
    settings = hall_settings(Path(errand.state), errand.url, errand.device, errand.profile)
    printer = hall_printer(errand.device, errand.profile)
    try:
        kiosk = composition.open_kiosk(settings, printer, composition.log_crash)
    except KioskError as error:
        said["refused"] = f"{error.code}: {error}"
        Path(errand.report).write_text(json.dumps(said), "utf-8")
        return REFUSED
    return program.serve(kiosk, fullscreen=False)


def _act(
    kiosk: composition.Kiosk, copies: int, said: dict[str, Any], ended: threading.Event
) -> None:
    buyer = Buyer(kiosk)
    try:
        if copies:
            buyer.signs_in()
            buyer.chooses(EL_NOGAL, *[CERTIFICATE] * copies)
            buyer.pays()
            said["screen"] = buyer.ends().screen
        said["settled"] = _settles(kiosk)
    except (Over, StoreFailed):
        said |= buyer.sees_why()
        said["asked_to_end"] = ended.wait(WAIT_S)


def _settles(kiosk: composition.Kiosk) -> bool:
    """Whether the outbox got rid of everything within the time."""
    pause = threading.Event()
    for _ in range(int(SETTLED_S / 0.05)):
        if kiosk.store.failed:
            raise Over
        if queries.queue(kiosk.store).length == 0:
            return True
        pause.wait(0.05)
    return False


def _note_acknowledged(path: str) -> None:
    """Write the audit chain's length to a file after every commit that was acknowledged."""
    notes = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    real = Store.write

    def write(store: Store, work: Callable[[Connection], T]) -> T:
        def counted(c: Connection) -> tuple[T, int]:
            result = work(c)
            return result, c.execute(select(func.max(audit.c.seq))).scalar_one() or 0

        result, size = real(store, counted)
        os.write(notes, f"{size}\n".encode())
        return result

    Store.write = write  # type: ignore[method-assign,assignment]


def _weaken(mode: str) -> None:
    """Have the store's writer sync less than the program does."""
    real = store_module._configure

    def configure(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        real(connection, _entry)
        connection.cursor().execute(f"PRAGMA synchronous={mode}")

    store_module._configure = configure
