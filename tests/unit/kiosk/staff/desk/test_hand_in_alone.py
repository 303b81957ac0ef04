"""Notes that are handed in by themselves: two at once send nothing twice, and the disk knows it."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from kiosk.contract.problems import Problem, ProblemCode
from kiosk.contract.staff import provisional as p
from kiosk.ports import Offline
from kiosk.staff.desk import events as e
from kiosk.staff.desk.drawer import CloseNote, DrawerBook, ShiftNote
from kiosk.staff.desk.effects import HandIn, TellEntries
from kiosk.staff.desk.runner import DeskRunner
from kiosk.staff.desk.unclear import UnclearBook
from kiosk.staff.entry.doorkeeper import Doorkeeper
from kiosk.system import SystemClock
from tests.support.desk import NOW, closed, uuid

SESSION = "s" * 43
PATIENCE_S = 30.0
NOTE = ShiftNote(
    uuid(5),
    "carlos",
    50_000,
    NOW.isoformat(),
    close=CloseNote(uuid(8), ((10_000, 5),), (), 0, NOW.isoformat(), "key"),
)
TAKEN = p.ProvisionalKept(shift=None, close=closed(50_000, 50_000), superseded=False)


class Central:
    """Holds the first answer back until it is let go."""

    def __init__(self, answer: Any = TAKEN) -> None:
        self.answer = answer
        self.got: list[p.KeepProvisional] = []
        self.asked, self.may_answer = threading.Event(), threading.Event()

    def ask(self, _path: str, message: Any, _reply: object) -> Any:
        self.got.append(message)
        self.asked.set()
        assert self.may_answer.wait(PATIENCE_S)
        return self.answer

    def tell(self, _path: str, _message: object) -> None:
        """Nobody signs out here."""


class AtOnce:
    def submit(self, work: Callable[[], None], /) -> "Future[None]":
        work()
        return Future()


def runner(central: Central, folder: Path) -> DeskRunner:
    drawer = DrawerBook(folder)
    drawer.keep(NOTE)
    clock = SystemClock()
    time = type("Time", (), {"now": lambda _: NOW, "trusted": True})()
    door = Doorkeeper(central, AtOnce(), clock, time)
    book = UnclearBook(folder)
    return DeskRunner(central, AtOnce(), door, book, lambda _data: ("", ""), time, drawer)


def handed_over(heard: list[Any]) -> list[e.HandedOver]:
    return [event for event in heard if isinstance(event, e.HandedOver)]


def test_two_at_once_send_a_note_once(tmp_path: Path) -> None:
    central = Central()
    run = runner(central, tmp_path)
    heard: list[Any] = []
    threads = [
        threading.Thread(target=run, args=(HandIn(number, SESSION, "carlos"), heard.append))
        for number in (1, 2)
    ]
    threads[0].start()
    assert central.asked.wait(PATIENCE_S)
    threads[1].start()
    central.may_answer.set()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert [(m.shift_id, m.closed and m.closed.entered) for m in central.got] == [(uuid(5), "key")]
    assert sorted(len(each.handed_in) for each in handed_over(heard)) == [0, 1]
    assert DrawerBook(tmp_path).items() == ()


@pytest.mark.parametrize(
    ("answer", "error", "pending"),
    [
        (Offline("away"), "central-offline", 1),
        (Problem(status=401, code=ProblemCode.SESSION_EXPIRED), "session-expired", 1),
        (Problem(status=409, code=ProblemCode.NOT_POSSIBLE), "", 0),
    ],
    ids=["away", "expired", "refused"],
)
def test_a_note_leaves_the_disk_only_by_centrals_word(
    tmp_path: Path, answer: Any, error: str, pending: int
) -> None:
    central = Central(answer)
    central.may_answer.set()
    heard: list[Any] = []
    runner(central, tmp_path)(HandIn(1, SESSION, "carlos"), heard.append)
    (event,) = handed_over(heard)
    assert event.error == error
    kept = DrawerBook(tmp_path)
    assert len(kept.items()) == 1
    assert len(kept.pending("carlos")) == pending
    if not error:
        assert event.handed_in[0].why == "not-possible"


def test_a_bug_on_the_way_is_an_answer_too(tmp_path: Path) -> None:
    central = Central()
    central.ask = None  # type: ignore[method-assign, assignment]
    heard: list[Any] = []
    run = runner(central, tmp_path)
    run(HandIn(3, SESSION, "carlos"), heard.append)
    assert heard == [e.HandedOver(3, error="internal")]
    run(TellEntries(), heard.append)
    assert len(heard) == 1
