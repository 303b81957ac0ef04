"""Turning the machine off and on again, through systemd-logind and only where it lets us.

Whether it does is asked before anything is offered (`CanPowerOff`, `CanReboot` of
org.freedesktop.login1): the rule stands in `deploy/kiosk`. The order itself is systemd's, which
first ends this program as it always does: the copy that is being printed is finished.
"""

import subprocess
from collections.abc import Callable, Mapping
from typing import Literal, Protocol

import structlog

log = structlog.get_logger()
PowerAct = Literal["shut_down", "reboot"]
_LIMIT_S = 5.0
_QUESTIONS: Mapping[PowerAct, str] = {"shut_down": "CanPowerOff", "reboot": "CanReboot"}
_ORDERS: Mapping[PowerAct, str] = {"shut_down": "poweroff", "reboot": "reboot"}
_BUS = (
    "/usr/bin/busctl", "--system", "call", "org.freedesktop.login1", "/org/freedesktop/login1",
    "org.freedesktop.login1.Manager",
)  # fmt: skip

Run = Callable[[tuple[str, ...]], str]


class Power(Protocol):
    """What maintenance asks of the machine below it."""

    def may(self, act: PowerAct) -> bool:
        """True if the system lets this program do it without asking anybody."""
        ...

    def do(self, act: PowerAct) -> None:
        """Do it; returns while the system is still ending everything."""
        ...


class SystemPower:
    """The machine's own systemd."""

    def __init__(self, run: Run | None = None) -> None:
        """``run`` starts a program and gives what it wrote; any failure is an ``OSError``."""
        self._run = run or _run

    def may(self, act: PowerAct) -> bool:
        """Anything but a plain yes is a no: ``challenge`` would ask for a password nobody has."""
        try:
            return self._run((*_BUS, _QUESTIONS[act])).strip() == 's "yes"'
        except OSError:
            return False

    def do(self, act: PowerAct) -> None:
        """Give systemd the order."""
        try:
            self._run(("/usr/bin/systemctl", _ORDERS[act]))
        except OSError:
            log.exception("power_refused", act=act)


def _run(arguments: tuple[str, ...]) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program with fixed words
            arguments, capture_output=True, text=True, timeout=_LIMIT_S, check=True
        )
    except subprocess.SubprocessError as error:
        raise OSError(str(error)) from error
    return done.stdout
