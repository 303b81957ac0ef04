"""What systemd is told of the program: ready, alive, ending (sd_notify(3), sd_watchdog_enabled(3)).

A datagram on the socket that systemd names; without systemd nothing is said. "Alive" is said by the
loop that draws the screen and by nobody else: a thread of its own would go on saying so before a
frozen screen.
"""

import os
import socket
from collections.abc import Callable, Mapping

from kiosk.ports import Clock

_SAID_PER_LIMIT = 3
"""Often enough that one lost or late word does not restart the machine."""


class Supervisor:
    """Says a word when it is new or due; a supervisor that does not listen is none."""

    def __init__(self, address: str, limit_s: float | None, clock: Clock) -> None:
        """Prepare.

        Args:
            address: of the socket; a leading ``@`` means the abstract name space; empty for none.
            limit_s: after so many seconds of silence the program is killed; None without watchdog.
            clock: tells when the next word is due.
        """
        self._address = f"\0{address[1:]}" if address.startswith("@") else address
        self._every_s = None if limit_s is None else limit_s / _SAID_PER_LIMIT
        self._clock = clock
        self._is_ready = False
        self._said_s: float | None = None

    def ready(self) -> None:
        """The screen is there; said once."""
        if not self._is_ready:
            self._is_ready = True
            self._say("READY=1")

    def alive(self) -> None:
        """The loop turns; costs nothing before it is due."""
        now_s = self._clock.monotonic()
        if self._every_s is None:
            return
        if self._said_s is None or now_s - self._said_s >= self._every_s:
            self._said_s = now_s
            self._say("WATCHDOG=1")

    def ending(self) -> None:
        """The program stops in order."""
        self._say("STOPPING=1")

    def _say(self, word: str) -> None:
        if not self._address:
            return
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) as line:
                line.sendto(word.encode(), self._address)
        except OSError:
            return  # if it hears nothing for too long it acts, which is what it is there for


def supervisor_of(environment: Mapping[str, str], clock: Clock) -> Supervisor:
    """The supervisor that started this program, from ``NOTIFY_SOCKET`` and ``WATCHDOG_USEC``.

    ``WATCHDOG_PID`` is not looked at: under cage it names the compositor, whose child we are.
    """
    limit = environment.get("WATCHDOG_USEC", "")
    limit_s = int(limit) / 1e6 if limit.isdigit() and int(limit) else None
    return Supervisor(environment.get("NOTIFY_SOCKET", ""), limit_s, clock)


def of_this_process(clock: Clock) -> Supervisor:
    """The same, for this process."""
    return supervisor_of(os.environ, clock)


class Pulse:
    """Called at every turn of the loop that draws the screen: the screen is there, and alive."""

    def __init__(self, supervisor: Supervisor, is_sound: Callable[[], bool]) -> None:
        """``is_sound`` is False once the store failed: then only a restart helps."""
        self._supervisor = supervisor
        self._is_sound = is_sound

    def __call__(self) -> None:
        """One turn."""
        self._supervisor.ready()
        if self._is_sound():
            self._supervisor.alive()
