"""The gallery of the staff: every screen in every state that matters. ``STAFF`` maps a file name to a view."""
# ruff: noqa: E501 (a table is read by rows)

from dataclasses import replace
from datetime import date

from kiosk.staff.entry.state import Entry
from kiosk.staff.entry.view import SCREEN as SIGN_IN
from kiosk.staff.entry.view import body as sign_in_body
from kiosk.staff.offline_entry import Challenge
from kiosk.staff.views import StaffView
from kiosk.visit.state import Typing

CHAMBER = "Cámara de Comercio de Ejemplo"
CHALLENGE = Challenge("BCDF-GHJK", "418203", date(2026, 11, 21))
DOOR = Entry("maintain-kiosk", offline=True, login="teresa")


def door(entry: Entry, **frame: object) -> StaffView:
    """A view of the door."""
    given: dict[str, object] = {"can_go_back": True, "can_finish": True} | frame
    return StaffView(SIGN_IN, sign_in_body(entry, "es"), CHAMBER, **given)  # type: ignore[arg-type]


STAFF: dict[str, StaffView] = {
    "40-door": door(replace(DOOR, login="")),
    "40-door-desk": door(replace(DOOR, needs="work-shift", offline=False)),
    "40-door-not-entitled": door(replace(DOOR, error="not-entitled")),
    "40-door-key": door(replace(DOOR, step="key", key=Typing("x" * 12))),
    "40-door-key-wrong": door(replace(DOOR, step="key", error="credentials-invalid")),
    "40-door-key-throttled": door(replace(DOOR, step="key", error="throttled", wait_until_s=100, now_s=72)),
    "40-door-key-offline": door(replace(DOOR, step="key", error="central-offline")),
    "40-door-code": door(replace(DOOR, step="code", code="1234")),
    "40-door-checking": door(replace(DOOR, step="code", checking=True), busy=True, can_go_back=False),
    "41-offline-role": door(replace(DOOR, step="role")),
    "41-offline-clock": door(replace(DOOR, step="role", error="clock-unsure")),
    "41-offline-later": door(replace(DOOR, step="role", error="challenge-later", wait_until_s=30, now_s=1)),
    "41-offline-challenge": door(replace(DOOR, step="challenge", challenge=CHALLENGE, answer="ZXWV")),
    "41-offline-wrong": door(replace(DOOR, step="challenge", challenge=CHALLENGE, error="answer-wrong", tries_left=2)),
}  # fmt: skip
