"""Puts door, maintenance and visit together; called by the composition root."""

import base64
import secrets

from kiosk.flow import Present
from kiosk.ports import Executor
from kiosk.staff.central import StaffCentral
from kiosk.staff.entry.doorkeeper import Doorkeeper
from kiosk.staff.maintenance.advance import advance
from kiosk.staff.maintenance.parts import Parts
from kiosk.staff.maintenance.runner import Runner
from kiosk.staff.maintenance.state import Maintenance, Setup
from kiosk.staff.maintenance.view import view
from kiosk.staff.offline_entry import OfflineEntry
from kiosk.staff.pattern import CornerPattern
from kiosk.staff.screens import Screens
from kiosk.visit.flow import Flow


def screens(flow: Flow, parts: Parts, central: StaffCentral, executor: Executor) -> Screens:
    """The visit and the maintenance behind one window."""
    settings, device, clock = parts.settings, parts.device, parts.clock
    offline = OfflineEntry(
        device.device_id,
        parts.key,
        base64.b64decode(device.central_key, validate=True),
        clock,
        parts.time,
        secrets.token_bytes,
        parts.note,
    )
    doorkeeper = Doorkeeper(central, executor, clock, parts.time, offline)
    language = settings.visit.language
    setup = Setup(
        chamber=settings.chamber.name or device.chamber_name,
        language=language,
        brand={"primary": settings.chamber.colour, "dark": settings.chamber.dark_colour},
        roll_m=settings.printer.roll_m,
    )
    runner = Runner(parts, doorkeeper, executor, language)
    upkeep = Present(Maintenance(setup), advance, view, clock, runner)
    return Screens(flow, upkeep, CornerPattern(clock))
