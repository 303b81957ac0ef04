"""Puts door, maintenance and visit together; called by the composition root."""

import base64
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.flow import Present
from kiosk.ports import Clock, Executor
from kiosk.settings import Settings
from kiosk.staff.entry.doorkeeper import Doorkeeper
from kiosk.staff.maintenance.advance import advance
from kiosk.staff.maintenance.faults import FaultPort
from kiosk.staff.maintenance.parts import Parts, PrinterModel
from kiosk.staff.maintenance.runner import Runner
from kiosk.staff.maintenance.state import Maintenance, Setup
from kiosk.staff.maintenance.view import view
from kiosk.staff.offline_entry import OfflineEntry
from kiosk.staff.pattern import CornerPattern
from kiosk.staff.screens import Screens
from kiosk.station.configuration import RemoteConfiguration
from kiosk.station.paper import BudgetedPrinter
from kiosk.station.power import SystemPower
from kiosk.station.removable import find_media
from kiosk.station.temperature import processor_celsius
from kiosk.store.journal import Journal
from kiosk.store.on_site import OnSite
from kiosk.store.rows import Device
from kiosk.store.store import Store
from kiosk.sync.client import HttpCentral
from kiosk.sync.device_key import load_key
from kiosk.sync.enrol import enrol
from kiosk.sync.pairing import staging
from kiosk.visit.flow import Flow


@dataclass(frozen=True)
class Program:
    """What maintenance must know of the program around it.

    Attributes:
        version: as it is installed.
        model: what the printer's profile says.
        send: wakes whoever sends the queue.
        restart: ends the program; its supervisor starts it again.
        on_site: settings that may be changed at the machine.
        faults: of a printer that can be told to fail; only a demonstration has one.
    """

    version: str
    model: Callable[[], PrinterModel]
    send: Callable[[], None]
    restart: Callable[[], None]
    on_site: OnSite
    faults: FaultPort | None = None


def make_screens(
    flow: Flow,
    store: Store,
    printer: BudgetedPrinter,
    central: HttpCentral,
    remote: RemoteConfiguration,
    settings: Settings,
    device: Device,
    clock: Clock,
    executor: Executor,
    program: Program,
) -> Screens:
    """The visit and the maintenance behind one window."""
    parts = Parts(
        store=store,
        journal=Journal(store, clock),
        printer=printer,
        budget=printer.budget,
        model=program.model,
        station=lambda: flow.visit().station,
        is_reachable=central.is_reachable,
        clock=clock,
        time=central.time,
        configuration=remote,
        settings=settings,
        device=device,
        key=lambda: load_key(settings.state_dir),
        send=program.send,
        restart=program.restart,
        version=program.version,
        started_s=clock.monotonic(),
        on_site=program.on_site,
        central=central,
        sticks=lambda: find_media(settings.export.roots),
        temperature=processor_celsius,
        power=SystemPower(),
        enrol_anew=lambda code: _enrol_anew(settings, device, clock, program.version, code),
        faults=program.faults,
        reader=lambda: screens.reader,
    )
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
    runner = Runner(parts, doorkeeper, executor, settings.visit.language)
    upkeep = Present(Maintenance(_setup(settings, device)), advance, view, clock, runner)
    screens = Screens(flow, upkeep, CornerPattern(clock), settings.scanner.service_code)
    return screens


def _enrol_anew(settings: Settings, device: Device, clock: Clock, version: str, code: str) -> str:
    return enrol(
        settings.central.url,
        code,
        device.serial,
        staging(settings.state_dir),
        clock,
        version=version,
        ca_file=settings.central.ca_file,
    ).fingerprint


def _setup(settings: Settings, device: Device) -> Setup:
    return Setup(
        chamber=settings.chamber.name or device.chamber_name,
        language=settings.visit.language,
        brand={"primary": settings.chamber.colour, "dark": settings.chamber.dark_colour},
        roll_m=settings.printer.roll_m,
    )
