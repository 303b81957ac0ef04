"""The crash guard: what nobody expected is logged, and the machine is started anew when it is free.

A thread that broke does not come back, and money may lie open; the next start's recovery settles
what was saved. Nobody is thrown out for it: the program ends once nobody stands before the machine.
"""

import threading
from collections.abc import Callable

LOOK_S = 0.5
"""Pause between two looks, and between two requests to end: a window may not be there yet."""


class CrashGuard:
    """Hears of crashes, and of the wish to end, from any thread."""

    def __init__(self, on_crash: Callable[[BaseException], None]) -> None:
        """``on_crash`` logs each one; here it is only remembered that there was one."""
        self._on_crash = on_crash
        self._broken = self._asked = False
        self._woken = threading.Event()
        self._over = threading.Event()

    @property
    def broken(self) -> bool:
        """True once anything broke; it never becomes False again."""
        return self._broken

    def __call__(self, error: BaseException | str) -> None:
        """Take note of a crash."""
        self._on_crash(error if isinstance(error, BaseException) else RuntimeError(error))
        self._broken = True
        self._woken.set()

    def end(self) -> None:
        """The supervisor wants the program to end, whoever stands before the machine."""
        self._asked = True
        self._woken.set()

    def watch(self, is_free: Callable[[], bool], leave: Callable[[], None]) -> None:
        """Have the program asked to end, in a thread of its own, when it must and may.

        Args:
            is_free: True while nobody stands before the machine.
            leave: asks the program to end; repeated until ``stop``.
        """

        def look() -> None:
            self._woken.wait()
            while not self._over.is_set():
                if self._asked or is_free():
                    leave()
                self._over.wait(LOOK_S)

        threading.Thread(target=look, name="crash-guard", daemon=True).start()

    def stop(self) -> None:
        """The program is ending: nobody needs to be asked any more."""
        self._over.set()
        self._woken.set()
