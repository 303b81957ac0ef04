"""The worker thread: no sleep here either, every step waits for the one before."""

import threading

from kiosk.sync.worker import Worker

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
