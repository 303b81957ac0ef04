"""The reader on a pseudo-terminal: scanned, unplugged, plugged in again."""

import os
import queue
import tty
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest

from drivers.scanner import scanner as module
from drivers.scanner.framing import Framing
from drivers.scanner.line import ListeningLine
from drivers.scanner.scanner import SerialScanner
from kiosk.identity.holder import Holder
from kiosk.identity.scanned import RecoveryCode, Scanned, recovery_symbol
from tests.support.cards import NUMBER, yellow
from tests.support.printer import RealClock

WAIT_S = 20.0


@dataclass
class Gun:
    """The far end of the line; ``unplug`` takes it away, ``plug_in`` brings another."""

    master: int = -1
    device: int = -1
    path: str = ""
    opened: "queue.Queue[None]" = field(default_factory=queue.Queue)

    def plug_in(self) -> None:
        self.master, self.device = os.openpty()
        tty.setraw(self.device)
        self.path = os.ttyname(self.device)

    def unplug(self) -> None:
        self.path = ""
        for end in (self.master, self.device):
            os.close(end)

    def open(self) -> ListeningLine:
        line = ListeningLine(self.path or "/dev/nothing-is-plugged-in", 9600)
        self.opened.put(None)  # what was sent before is flushed by the opening
        return line


@pytest.fixture
def gun(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gun]:
    monkeypatch.setattr(module, "_REOPEN_S", 0.02)
    gun = Gun()
    gun.plug_in()
    yield gun
    gun.unplug()


@pytest.fixture
def scans() -> "queue.Queue[Scanned | None]":
    return queue.Queue()


@pytest.fixture
def scanner(gun: Gun, scans: "queue.Queue[Scanned | None]") -> Iterator[SerialScanner]:
    found = SerialScanner(gun.open, Framing(), RealClock(), scans.put)
    gun.opened.get(timeout=WAIT_S)
    yield found
    found.close()


def number_of(scanned: Scanned | None) -> str:
    assert isinstance(scanned, Holder)
    return scanned.person.number


@pytest.mark.usefixtures("scanner")
def test_a_card_is_read(gun: Gun, scans: "queue.Queue[Scanned | None]") -> None:
    os.write(gun.master, yellow())
    assert number_of(scans.get(timeout=WAIT_S)) == NUMBER


@pytest.mark.usefixtures("scanner")
def test_a_symbol_of_somebody_else_is_said_to_be_none_of_ours(
    gun: Gun, scans: "queue.Queue[Scanned | None]"
) -> None:
    os.write(gun.master, b"5901234123457")
    assert scans.get(timeout=WAIT_S) is None


def test_a_reader_that_was_unplugged_reads_again(
    gun: Gun, scans: "queue.Queue[Scanned | None]", scanner: SerialScanner
) -> None:
    gun.unplug()
    gun.plug_in()
    gun.opened.get(timeout=WAIT_S)
    os.write(gun.master, yellow())
    assert number_of(scans.get(timeout=WAIT_S)) == NUMBER
    assert scanner.is_connected


def test_who_waits_for_the_next_symbol_hears_its_kind_and_length_alone(
    gun: Gun, scans: "queue.Queue[Scanned | None]", scanner: SerialScanner
) -> None:
    assert scanner.await_frame(0.0) is None
    symbols = iter(range(10, 100))
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(scanner.await_frame, WAIT_S)
        while not waiting.done():
            os.write(gun.master, f"59012341234{next(symbols)}".encode())
            assert scans.get(timeout=WAIT_S) is None

    frame = waiting.result()
    assert frame is not None
    assert (frame.kind, frame.size) == ("unknown", 13)
    os.write(gun.master, recovery_symbol("K7MPQ2").encode())
    assert scans.get(timeout=WAIT_S) == RecoveryCode("K7MPQ2")
    last = scanner.last_frame
    assert last is not None
    assert (last.kind, last.size) == ("recovery", len(recovery_symbol("K7MPQ2")))
    assert "K7MPQ2" not in repr(last)
