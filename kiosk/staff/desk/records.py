"""What was written down, and who may look at which part of it: the menu behind one key."""

from dataclasses import replace

from kiosk.staff.desk.copies.flow import in_copies
from kiosk.staff.desk.copies.stages import Certificates, CopyStage
from kiosk.staff.desk.events import DeskEvent, Select
from kiosk.staff.desk.front import look
from kiosk.staff.desk.receipts import receipts
from kiosk.staff.desk.records_state import (
    AskReport,
    Deciding,
    Receipts,
    Records,
    RecordStage,
    Shifts,
    ShowReport,
)
from kiosk.staff.desk.reports import FIELDS, asking_report, begin, showing_report
from kiosk.staff.desk.shifts import deciding, list_shifts, shifts
from kiosk.staff.desk.state import Desk, Home, Step
from kiosk.visit.events import Continue

PARTS: dict[str, tuple[str, ...]] = {
    "receipts": ("see-accounts",),
    "certificates": ("copy-certificate",),
    "shifts": ("work-shift", "see-shifts"),
    "cash-detail": ("see-cash",),
    "daily-summary": ("see-reports",),
    "movements": ("see-movements",),
    "reversals": ("see-reports",),
    "key-changes": ("see-key-changes",),
    "kiosk-journal": ("see-kiosks",),
}
"""What there is, in this order, and the leave it takes: any of these."""


def parts(desk: Desk) -> tuple[str, ...]:
    """What this role may look at."""
    who = desk.who
    return tuple(part for part, actions in PARTS.items() if any(map(who.may, actions)))


def records(desk: Desk, stage: Records, event: DeskEvent) -> Step:
    """Choose with the arrows, enter."""
    offered = parts(desk)
    match event:
        case Select(name="part", value=value) if value in offered:
            return desk.at(replace(stage, chosen=value)), ()
        case Continue() if offered:
            return _open(desk, chosen_of(desk, stage))
        case _:
            return desk, ()


def chosen_of(desk: Desk, stage: Records) -> str:
    """The chosen part; the first one before anybody chose."""
    offered = parts(desk)
    return stage.chosen if stage.chosen in offered else offered[0] if offered else ""


def _open(desk: Desk, part: str) -> Step:
    if part == "receipts":
        return desk.at(Receipts()), ()
    if part == "certificates":
        return desk.at(Certificates()), ()
    for name in FIELDS:
        if part == name:
            return begin(desk, name)
    return list_shifts(desk, Shifts())


def back(desk: Desk, stage: RecordStage) -> Step:
    """One screen up."""
    if isinstance(stage, Records):
        return look(desk.at(Home()))
    if isinstance(stage, ShowReport):
        return desk.at(replace(stage.back, error="")), ()
    if isinstance(stage, Receipts):
        return desk.at(Records("receipts")), ()
    if isinstance(stage, CopyStage):
        return desk.at(Records("certificates")), ()
    return desk.at(Records(stage.name if isinstance(stage, AskReport) else "shifts")), ()


def in_records(desk: Desk, stage: RecordStage, event: DeskEvent) -> Step:
    """Whatever happens at one of these stages."""
    match stage:
        case Records():
            return records(desk, stage, event)
        case Shifts():
            return shifts(desk, stage, event)
        case Deciding():
            return deciding(desk, stage, event)
        case AskReport():
            return asking_report(desk, stage, event)
        case ShowReport():
            return showing_report(desk, stage, event)
        case Receipts():
            return receipts(desk, stage, event)
        case _:
            return in_copies(desk, stage, event)
