"""A thread that does one thing again and again, until told to stop."""

import threading
from collections.abc import Callable

LONGEST_SLEEP_S = 600.0


class Worker:
    """Calls ``tick``, waits as long as it says, and again; ``wake`` cuts the wait short."""

    def __init__(
        self, name: str, tick: Callable[[], float], on_crash: Callable[[BaseException], None]
    ) -> None:
        """Prepare; nothing runs before ``start``.

        Args:
            name: of the thread.
            tick: does one round and says in how many seconds the next is wanted.
            on_crash: hears of an error that ended the thread: the disk, or a bug of ours.
        """
        self.name = name
        self._tick = tick
        self._on_crash = on_crash
        self._changed = threading.Condition()
        self._woken = False
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin with a first round."""
        self._thread.start()

    def wake(self) -> None:
        """Ask for a round now."""
        with self._changed:
            self._woken = True
            self._changed.notify_all()

    def stop(self, timeout_s: float) -> bool:
        """Ask it to end after the present round; True if it did in time."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while True:
            try:
                wait_s = min(LONGEST_SLEEP_S, max(0.0, self._tick()))
            except BaseException as error:  # noqa: BLE001 - handed to the crash guard
                self._on_crash(error)
                return
            with self._changed:
                self._changed.wait_for(lambda: self._woken or self._stopping, wait_s)
                self._woken = False
                if self._stopping:
                    return


class Rounds:
    """Several things that are each wanted again after some time, on one worker."""

    def __init__(self, *ticks: Callable[[], float]) -> None:
        """Each does one round and says in how many seconds its next is wanted."""
        self._ticks = ticks

    def __call__(self) -> float:
        """Do one round of each; seconds until the first of them is wanted again."""
        return min(tick() for tick in self._ticks)
