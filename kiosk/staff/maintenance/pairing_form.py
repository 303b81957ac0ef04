"""Typing the one-time code of another pairing; it leaves this state with the act that uses it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from kiosk.contract.offline_entry import LENGTH, LETTERS
from kiosk.staff.maintenance.bodies import SectionBody
from kiosk.staff.maintenance.state import Maintenance
from kiosk.visit.events import Back, Clear, Erase, KeyPressed

FORM = "pairing_code"


@dataclass(frozen=True)
class TypeCode:
    """The chamber gave a code: let it be typed."""


def coded(state: Maintenance, event: object) -> Maintenance | None:
    """What a touch does to the code; None if it is none of its business."""
    if state.section != "pairing" or state.doing or state.asking:
        return None
    match event:
        case TypeCode():
            return replace(state, editing=FORM, typed="", told=None)
        case Back() if state.editing:
            return replace(state, editing="", typed="")
        case KeyPressed(char) if state.editing and char in LETTERS:
            return replace(state, typed=(state.typed + char)[:LENGTH])
        case Erase() if state.editing:
            return replace(state, typed=state.typed[:-1])
        case Clear() if state.editing:
            return replace(state, typed="")
        case _:
            return None


@dataclass(frozen=True)
class PairingBody(SectionBody):
    """The pairing; ``typing`` shows the keys of the code, ``typed`` what stands there."""

    typing: bool = False
    typed: str = ""
    size: int = LENGTH
    can_pair: bool = False


def pairing_body(state: Maintenance, given: Mapping[str, Any]) -> PairingBody:
    """The section with its form; ``given``: what every section has."""
    return PairingBody(
        **given,
        typing=state.editing == FORM,
        typed=state.typed if state.editing == FORM else "",
        can_pair=len(state.typed) == LENGTH,
    )
