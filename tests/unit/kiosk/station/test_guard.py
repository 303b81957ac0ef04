"""The crash guard: the program ends when it must, and not while somebody stands there."""

import threading

from kiosk.station.guard import CrashGuard

LIMIT_S = 10.0


class Program:
    """What is asked to end."""

    def __init__(self, *, free: bool) -> None:
        self.free = free
        self.looked, self.left = threading.Event(), threading.Event()
        self.crashes: list[BaseException] = []
        self.guard = CrashGuard(self.crashes.append)
        self.guard.watch(self.is_free, self.left.set)

    def is_free(self) -> bool:
        self.looked.set()
        return self.free


def test_a_crash_lets_a_free_machine_end_at_once() -> None:
    program = Program(free=True)
    program.guard(KeyError("bug"))
    assert program.left.wait(LIMIT_S)
    assert program.guard.broken
    assert isinstance(program.crashes[0], KeyError)
    program.guard.stop()


def test_a_crash_waits_until_the_person_has_left() -> None:
    program = Program(free=False)
    program.guard("the screen broke")
    assert program.looked.wait(LIMIT_S)
    assert not program.left.is_set()
    program.free = True
    assert program.left.wait(LIMIT_S)
    program.guard.stop()


def test_the_supervisor_does_not_wait_for_the_person() -> None:
    program = Program(free=False)
    program.guard.end()
    assert program.left.wait(LIMIT_S)
    assert not program.guard.broken
    program.guard.stop()


def test_a_window_that_is_not_there_yet_is_asked_again() -> None:
    asked: list[int] = []
    twice = threading.Event()

    def leave() -> None:
        asked.append(1)
        if len(asked) == 2:
            twice.set()

    guard = CrashGuard(lambda _error: None)
    guard.watch(lambda: True, leave)
    guard(RuntimeError("early"))
    assert twice.wait(LIMIT_S)
    guard.stop()
