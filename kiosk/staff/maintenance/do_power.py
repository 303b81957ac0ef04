"""Turns the machine off or on again; like a restart it is said first, and done when it is noted."""

from kiosk.staff.maintenance.bench import Bench, Deed, failed
from kiosk.staff.maintenance.bodies import Fact, Found
from kiosk.staff.maintenance.events import Do
from kiosk.staff.maintenance.parts import Parts
from kiosk.staff.maintenance.state import Told


def leaving(parts: Parts) -> Found:
    """Whether the machine lets itself be turned off from here."""
    may = parts.power.may("shut_down")
    return Found((Fact("power", "info", "yes" if may else "no"),))


def _shut_down(bench: Bench, effect: Do) -> Told:
    if not bench.parts.power.may("shut_down"):
        return failed(effect, "not_allowed")
    return Told(effect.act, "shutting_down", tone="info")


def _reboot(bench: Bench, effect: Do) -> Told:
    if not bench.parts.power.may("reboot"):
        return failed(effect, "not_allowed")
    return Told(effect.act, "rebooting", tone="info")


DEEDS: dict[str, Deed] = {"shut_down": _shut_down, "reboot": _reboot}
