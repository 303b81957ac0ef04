"""Changes a setting at this machine, or goes back to how they were; refused ones are named."""

from datetime import datetime

from kiosk.contract.opening_hours import BOGOTA
from kiosk.settings import SettingsInvalid, changed
from kiosk.staff.maintenance.bench import Bench, Deed, failed
from kiosk.staff.maintenance.events import Do
from kiosk.staff.maintenance.look_configuration import value_of
from kiosk.staff.maintenance.parts import Parts
from kiosk.staff.maintenance.state import Told
from kiosk.store.on_site import CHANGEABLE, CLOSED_FROM, Value


def _change(bench: Bench, effect: Do) -> Told:
    """``what`` is ``key=value``; an empty value lets the file speak again."""
    key, _, said = effect.what.partition("=")
    try:
        value = _value(bench.parts, key, said)
    except (SettingsInvalid, ValueError):
        return Told(effect.act, "setting_invalid", key, "bad")
    try:
        bench.parts.on_site.change(key, value, effect.who, effect.why)
    except OSError:
        return failed(effect, "not_saved")
    return Told(effect.act, "setting_counts" if key == CLOSED_FROM else "setting_saved")


def _go_back(bench: Bench, effect: Do) -> Told:
    """``amount`` is the version's number."""
    try:
        version = bench.parts.on_site.go_back(effect.amount, effect.who, effect.why)
    except OSError:
        return failed(effect, "not_saved")
    return failed(effect, "version_gone") if version is None else Told(effect.act, "setting_saved")


def _value(parts: Parts, key: str, said: str) -> Value | None:
    """The value as the settings take it.

    Raises:
        ValueError: no such key, or of another kind.
        SettingsInvalid: out of its bounds.
    """
    if key not in CHANGEABLE:
        raise ValueError(key)
    if key == CLOSED_FROM:
        return _today(parts, said)
    if not said:
        return None
    value = int(said) if isinstance(value_of(parts.settings, key), int) else said.strip()
    changed(parts.settings, key, value)
    return value


def _today(parts: Parts, said: str) -> str | None:
    if not said:
        return None
    at = datetime.fromisoformat(said)
    if at.tzinfo is None or at.astimezone(BOGOTA).date() != _local_day(parts):
        raise ValueError("it closes early today, or not at all")
    return at.isoformat()


def _local_day(parts: Parts) -> object:
    return parts.time.now().astimezone(BOGOTA).date()


DEEDS: dict[str, Deed] = {"change_setting": _change, "go_back": _go_back}
