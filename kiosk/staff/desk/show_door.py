"""Draws the door of the desk: with central as always, and what there is without it."""

from kiosk.staff.desk import views as v
from kiosk.staff.desk.provisional import SILENT
from kiosk.staff.desk.state import Desk, SigningIn
from kiosk.staff.entry.view import body as door_body


def door(desk: Desk, stage: SigningIn) -> v.DoorBody:
    """The way in by a challenge is named where central is away, or did not answer just now."""
    entry = stage.entry
    body = door_body(entry, desk.language)
    offline = desk.station.network != "online" or entry.error in SILENT
    keys = (
        v.KeyLine("F2", "enrol", not entry.checking),
        *([v.KeyLine("F3", "challenge", body.can_go_offline)] if offline else []),
    )
    inside = entry.step in ("role", "challenge")
    return v.DoorBody(
        body, stage.reason, entry.error, () if inside else keys, offline=offline, told=stage.told
    )
