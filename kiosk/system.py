"""The real clock, ids, pauses and threads behind the ports; nobody else asks for them."""

import random
import secrets
import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime

# On Linux the boot-time clock goes on while the machine sleeps; a lease must not look younger for
# it.
_CLOCK = getattr(time, "CLOCK_BOOTTIME", None)


class SystemClock:
    """Wall time and monotonic time of this machine."""

    def now(self) -> datetime:
        """The wall clock, aware UTC; it may be wrong and may jump."""
        return datetime.now(UTC)  # noqa: TID251 - this is the Clock port

    def monotonic(self) -> float:
        """Seconds that never go back and include the time the machine slept."""
        return time.monotonic() if _CLOCK is None else time.clock_gettime(_CLOCK)


class SystemIds:
    """Ids and nonces from the system's generator."""

    def __init__(self, clock: SystemClock) -> None:
        self._clock = clock

    def new_id(self) -> str:
        """A UUIDv7 text."""
        return uuid7(int(self._clock.now().timestamp() * 1000), secrets.randbits(74))

    def new_nonce(self) -> str:
        """128 random bits, URL-safe."""
        return secrets.token_urlsafe(16)


def uuid7(unix_ms: int, random_bits: int) -> str:
    """Compose a UUIDv7 (RFC 9562 section 5.7): 48 bits of milliseconds, then 74 random bits.

    >>> uuid7(0x017F22E279B0, (0xCC3 << 62) | 0x18C4DC0C0C07398F)
    '017f22e2-79b0-7cc3-98c4-dc0c0c07398f'
    """
    high, low = random_bits >> 62, random_bits & (1 << 62) - 1
    return str(uuid.UUID(int=unix_ms << 80 | 7 << 76 | high << 64 | 0b10 << 62 | low))


def jitter() -> float:
    """A number from 0 up to 1 that spreads the retries of many machines."""
    return random.random()  # noqa: S311 - no secret


class Pause:
    """Waiting on a worker's thread; ``wake`` ends every wait at once, for a quick shutdown."""

    def __init__(self) -> None:
        self._woken = threading.Event()

    def __call__(self, seconds: float) -> bool:
        """Wait, at most so long; True if the program is ending and waiting is over."""
        return self._woken.wait(seconds)

    def wake(self) -> None:
        """Let everybody go, now and in future."""
        self._woken.set()


class Threads:
    """The Executor port on a thread pool; errors nobody expected reach the crash guard."""

    def __init__(self, threads: int, on_crash: Callable[[BaseException], None]) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="kiosk")
        self._on_crash = on_crash

    def submit(self, work: Callable[[], None], /) -> "Future[None]":
        """Run it on the next free thread; after ``stop`` it is dropped, like what was waiting."""
        try:
            future = self._pool.submit(work)
        except RuntimeError:
            future = Future()
            future.cancel()
            return future
        future.add_done_callback(self._look)
        return future

    def stop(self) -> None:
        """Take no more work, drop what has not begun, wait for what has."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _look(self, future: "Future[None]") -> None:
        if not future.cancelled() and (error := future.exception()) is not None:
            self._on_crash(error)
