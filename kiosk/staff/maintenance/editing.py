"""Changing a setting at the machine: one is chosen, a value is picked or typed, then it is asked why.

What can be chosen comes with the look, ready to be read; here only which one is up, and what is typed.
"""

from dataclasses import dataclass, replace

from kiosk.staff.maintenance.bodies import SectionBody
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
class Option:
    """Something a setting may say: as the change names it, and as it is read."""

    code: str
    text: str


@dataclass(frozen=True)
class Setting:
    """A setting that may be changed here; ready texts.

    ``value`` is in use, ``later`` counts from the next start on (empty: the same). Without options
    it is typed. ``changed``: it does not come from the file.
    """

    code: str
    value: str
    later: str = ""
    changed: bool = False
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class SiteVersion:
    """What was changed here once; ``values`` are the file's own names."""

    number: int
    when: str
    who: str
    why: str
    values: str
    present: bool


@dataclass(frozen=True)
class ConfigurationBody(SectionBody):
    """The settings; ``editing`` is the one whose form is up, ``typed`` what stands in it."""

    settings: tuple[Setting, ...] = ()
    versions: tuple[SiteVersion, ...] = ()
    editing: str = ""
    typed: str = ""
    options: tuple[Option, ...] = ()
