"""Changing a setting at the machine: one is chosen, a value picked or typed, then it is asked why.

What can be chosen comes with the look, ready to be read; here is only which one is up, and what is
typed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from kiosk.staff.maintenance.bodies import SectionBody
from kiosk.staff.maintenance.site_lines import Option, Setting, SiteVersion
from kiosk.staff.maintenance.state import Maintenance
from kiosk.visit.events import Back, Clear, Erase, KeyPressed

TYPED_MAX = 40
_PHONE = frozenset("0123456789+-() ")


@dataclass(frozen=True)
class EditSetting:
    """One of the settings that may be changed here."""

    key: str


def edited(state: Maintenance, event: object) -> Maintenance | None:
    """What a touch does to the form; None if it is none of the form's business."""
    if state.section != "configuration" or state.doing or state.asking:
        return None
    known = {setting.code: setting for setting in state.found.settings} if state.found else {}
    match event:
        case EditSetting(key) if key in known:
            return replace(state, editing=key, typed=known[key].value, told=None)
        case Back() if state.editing:
            return replace(state, editing="", typed="")
        case KeyPressed(char) if state.editing and char in _PHONE:
            return replace(state, typed=(state.typed + char)[:TYPED_MAX])
        case Erase() if state.editing:
            return replace(state, typed=state.typed[:-1])
        case Clear() if state.editing:
            return replace(state, typed="")
        case _:
            return None


@dataclass(frozen=True)
class ConfigurationBody(SectionBody):
    """The settings; ``editing`` is the one whose form is up, ``typed`` what stands in it."""

    settings: tuple[Setting, ...] = ()
    versions: tuple[SiteVersion, ...] = ()
    editing: str = ""
    typed: str = ""
    options: tuple[Option, ...] = ()


def configuration_body(state: Maintenance, given: Mapping[str, Any]) -> ConfigurationBody:
    """The section with what may be changed in it; ``given``: what every section has."""
    settings = state.found.settings if state.found else ()
    return ConfigurationBody(
        **given,
        settings=settings,
        versions=state.found.versions if state.found else (),
        editing=state.editing,
        typed=state.typed,
        options=next((one.options for one in settings if one.code == state.editing), ()),
    )
