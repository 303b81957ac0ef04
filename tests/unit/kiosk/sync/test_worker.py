"""The worker thread: no sleep here either, every step waits for the one before."""

import threading

from kiosk.sync.worker import Rounds, Worker

LIMIT_S = 10.0


def test_it_ticks_at_once_again_when_woken_and_stops_when_told() -> None:
    ticks = threading.Semaphore(0)

    def tick() -> float:
        ticks.release()
        return 600.0

    worker = Worker("test", tick, on_crash=lambda _e: None)
    worker.start()
    assert ticks.acquire(timeout=LIMIT_S)
    worker.wake()
    assert ticks.acquire(timeout=LIMIT_S)
    assert worker.stop(LIMIT_S)
    assert not ticks.acquire(blocking=False)


def test_an_error_ends_it_and_reaches_the_crash_guard() -> None:
    crashes: list[BaseException] = []
    seen = threading.Event()

    def tick() -> float:
        raise KeyError("bug")

    def on_crash(error: BaseException) -> None:
        crashes.append(error)
        seen.set()

    worker = Worker("test", tick, on_crash)
    worker.start()
    assert seen.wait(LIMIT_S)
    assert worker.stop(LIMIT_S)
    assert isinstance(crashes[0], KeyError)


def test_stopping_before_the_start_is_no_error() -> None:
    assert Worker("test", lambda: 1.0, on_crash=lambda _e: None).stop(LIMIT_S)


def test_rounds_do_each_and_wait_for_the_first() -> None:
    done: list[str] = []

    def tick(name: str, wait_s: float) -> float:
        done.append(name)
        return wait_s

    rounds = Rounds(lambda: tick("a", 30.0), lambda: tick("b", 7.0))
    assert rounds() == 7.0
    assert done == ["a", "b"]
