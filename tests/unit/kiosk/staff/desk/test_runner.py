"""What the desk sends: noted on disk first, and taken off only by central's word."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from kiosk.contract.messages import Message
from kiosk.contract.problems import Problem, ProblemCode
from kiosk.ports import Offline
from kiosk.staff.desk import events as e
from kiosk.staff.desk.drawer import DrawerBook
from kiosk.staff.desk.effects import Clarify, DeskPaper, MoveMoney, PutOnPaper
from kiosk.staff.desk.runner import DeskRunner
from kiosk.staff.desk.unclear import FILE_NAME, UnclearBook
from kiosk.staff.entry.doorkeeper import Doorkeeper
from kiosk.system import SystemClock
from tests.support.desk import NOW, SESSION, Counter, copied, payment, topped_up, unclear, uuid

OFFLINE = Offline("the wire is cut")


class AtOnce:
    """An executor that does it now."""

    def submit(self, work: Callable[[], None], /) -> "Future[None]":
        work()
        return Future()


class Now:
    trusted = True

    def now(self) -> datetime:
        return NOW


@dataclass
class Central:
    """Answers what it is told to; remembers what was on disk when it was asked."""

    book: UnclearBook
    answer: Any = OFFLINE
    seen: list[tuple[str, int]] = field(default_factory=list)

    def ask(self, path: str, message: Message, reply: type[BaseModel]) -> Any:  # noqa: ARG002
        if isinstance(self.answer, Exception):
            raise self.answer
        self.seen.append((path, len(self.book.items())))
        return self.answer

    def tell(self, path: str, message: Message) -> None:
        """Nobody signs out here."""


@dataclass
class Bench:
    book: UnclearBook
    central: Central
    drawer: DrawerBook
    paper: Callable[[DeskPaper], tuple[str, str]] = lambda _data: ("", "x.pdf")
    heard: list[Any] = field(default_factory=list)

    def run(self, effect: Any) -> list[Any]:
        clock, now = SystemClock(), Now()
        door = Doorkeeper(self.central, AtOnce(), clock, now)
        runner = DeskRunner(self.central, AtOnce(), door, self.book, self.paper, now, self.drawer)
        self.heard.clear()
        runner(effect, self.heard.append)
        return self.heard


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    book = UnclearBook(tmp_path)
    return Bench(book, Central(book), DrawerBook(tmp_path))


def top_up() -> MoveMoney:
    effect = Counter().at_sure().enter().effect(MoveMoney)
    assert effect.unclear == unclear(9)
    return effect


def test_it_is_on_disk_before_it_is_sent_and_off_after_the_answer(bench: Bench) -> None:
    bench.central.answer = topped_up()
    first, second, third = bench.run(top_up())
    assert bench.central.seen == [("/v1/staff/shifts/top-up", 1)]
    assert (first.items, second.items) == ((unclear(9),), ())
    assert third.reply == topped_up()


def test_a_lost_answer_stays_on_disk_through_a_power_cut(bench: Bench, tmp_path: Path) -> None:
    *_, failed = bench.run(top_up())
    assert failed.code == "central-offline"
    assert UnclearBook(tmp_path).items() == (unclear(9),)


@pytest.mark.parametrize("code", [ProblemCode.UNAVAILABLE, ProblemCode.INTERNAL])
def test_an_answer_that_says_nothing_settles_nothing(bench: Bench, code: ProblemCode) -> None:
    bench.central.answer = Problem(status=500, code=code)
    bench.run(top_up())
    assert bench.book.items() == (unclear(9),)


def test_a_no_is_an_answer(bench: Bench) -> None:
    bench.central.answer = Problem(status=409, code=ProblemCode.NOT_POSSIBLE)
    *_, failed = bench.run(top_up())
    assert (failed.code, bench.book.items()) == ("not-possible", ())


def test_a_bug_on_the_way_leaves_it_on_disk_and_is_told(bench: Bench) -> None:
    bench.central.answer = RuntimeError("a bug")
    *_, failed = bench.run(top_up())
    assert (failed.code, bench.book.items()) == ("internal", (unclear(9),))


def test_without_a_disk_nothing_is_sent(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, *_args: object, **_options: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "open", full)
    (failed,) = bench.run(top_up())
    assert (failed.code, bench.central.seen) == ("disk", [])


def test_a_question_settles_it_either_way(bench: Bench) -> None:
    ask = Clarify(1, SESSION, uuid(9))
    bench.book.add(unclear(9))
    bench.run(ask)
    assert bench.book.items() == (unclear(9),)
    bench.central.answer = payment(9)
    *_, answered = bench.run(ask)
    assert (answered.reply, bench.book.items()) == (payment(9), ())
    bench.book.add(unclear(9))
    bench.central.answer = Problem(status=404, code=ProblemCode.NOT_FOUND)
    *_, failed = bench.run(ask)
    assert (failed.code, bench.book.items()) == ("not-found", ())


def test_a_paper_that_fails_is_told_and_touches_no_money(bench: Bench) -> None:
    def torn(_data: DeskPaper) -> tuple[str, str]:
        raise RuntimeError("a bug in a layout")

    counter = Counter().at_customer(payment(1)).send(e.Go("reprint")).replies(copied())
    data = counter.effect(PutOnPaper)
    assert data.data.is_copy
    assert bench.run(data) == [e.PaperEnded(1, "", "x.pdf")]
    bench.paper = torn
    assert bench.run(data) == [e.PaperEnded(1, "internal", "")]
    assert bench.central.seen == []


def test_a_book_of_somebody_else_is_not_guessed_at(tmp_path: Path) -> None:
    for wrong in ("[{}]", '{"a": 1}', "not json"):
        (tmp_path / FILE_NAME).write_text(wrong)
        with pytest.raises(ValueError, match=r"unclear|Expecting"):
            UnclearBook(tmp_path)


def test_the_same_movement_is_in_the_book_once(tmp_path: Path) -> None:
    book = UnclearBook(tmp_path)
    book.add(unclear(9))
    book.add(unclear(8, "sofia"))
    book.add(unclear(9))
    assert [each.movement_id for each in book.items()] == [uuid(8), uuid(9)]
    assert "1990000001" not in (tmp_path / FILE_NAME).read_text()
