"""The real clock, ids and threads."""

import re
import threading
import uuid
from datetime import timedelta

from kiosk.system import Pause, SystemClock, SystemIds, Threads, jitter, uuid7

LIMIT_S = 10.0


def test_ids_are_version_7_and_sort_by_time() -> None:
    ids = SystemIds(SystemClock())
    made = uuid.UUID(ids.new_id())
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert uuid7(1000, 2**74 - 1) < uuid7(1001, 0)


def test_nonces_are_what_the_signature_allows() -> None:
    ids = SystemIds(SystemClock())
    nonces = {ids.new_nonce() for _ in range(100)}
    assert len(nonces) == 100
    assert all(re.fullmatch(r"[0-9A-Za-z_-]{16,64}", nonce) for nonce in nonces)


def test_the_clock_is_aware_and_never_goes_back() -> None:
    clock = SystemClock()
    assert clock.now().utcoffset() == timedelta(0)
    seconds = [clock.monotonic() for _ in range(100)]
    assert seconds == sorted(seconds)


def test_a_pause_ends_at_once_when_woken() -> None:
    pause = Pause()
    pause.wake()
    assert pause(3600)


def test_jitter_is_a_fraction() -> None:
    assert all(0 <= jitter() < 1 for _ in range(100))


def test_work_runs_elsewhere_and_its_errors_reach_the_crash_guard() -> None:
    crashes: list[BaseException] = []
    seen = threading.Event()

    def on_crash(error: BaseException) -> None:
        crashes.append(error)
        seen.set()

    def fail() -> None:
        raise KeyError("bug")

    threads = Threads(2, on_crash)
    where: list[int] = []
    threads.submit(lambda: where.append(threading.get_ident())).result(LIMIT_S)
    threads.submit(fail)
    assert seen.wait(LIMIT_S)
    threads.stop()
    assert where != [threading.get_ident()]
    assert isinstance(crashes[0], KeyError)


def test_work_that_comes_after_the_end_is_dropped() -> None:
    crashes: list[BaseException] = []
    threads = Threads(1, crashes.append)
    threads.stop()
    assert threads.submit(lambda: None).cancelled()
    assert crashes == []
