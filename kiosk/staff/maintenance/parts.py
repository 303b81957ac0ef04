"""The live parts that maintenance looks at and acts on, passed in whole."""

from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.documents.model import Document
from kiosk.ports import Clock, Printer
from kiosk.settings import Settings
from kiosk.staff.central import StaffCentral
from kiosk.staff.maintenance.faults import FaultPort
from kiosk.staff.maintenance.logo_port import LogoShelf
from kiosk.staff.maintenance.reading import BarcodeReader
from kiosk.staff.maintenance.workshop import Lines, Workshop
from kiosk.station.capability import Capabilities
from kiosk.station.configuration import RemoteConfiguration
from kiosk.station.paper import PaperBudget
from kiosk.station.power import Power
from kiosk.station.removable import Medium
from kiosk.store.journal import Journal
from kiosk.store.ledger import put_audit
from kiosk.store.on_site import OnSite
from kiosk.store.rows import Device
from kiosk.store.store import Store
from kiosk.sync.clock_trust import ClockTrust


@dataclass(frozen=True)
class PrinterModel:
    """What the profile says that the printer is; ``proof`` is a ChargeLevel.

    ``bytes_s`` and ``speed_mm_s`` are what line and head can do at most; ``workshop`` is the
    printer from inside and ``lines`` are those of the machine, None where there is no such reach.
    ``logo`` is its memory for pictures; None where the model has none.
    """

    name: str
    line: str
    proof: str
    test_page: Callable[[], Document]
    bytes_s: float = 0.0
    speed_mm_s: int = 0
    workshop: Workshop | None = None
    lines: Lines | None = None
    logo: LogoShelf | None = None


@dataclass(frozen=True)
class Parts:
    """Everything; each may be asked from any thread.

    Attributes:
        station: what the machine can do now, as the monitor last saw it.
        is_reachable: asks central whether it is there; blocks for its time-out.
        key: the device's, as it is on the disk now.
        send: wakes whoever sends the queue.
        restart: ends the program; its supervisor starts it again.
        version: of this program.
        started_s: monotonic time of its start.
        on_site: settings that may be changed at the machine.
        central: for what maintenance itself asks of it.
        sticks: that are put in now.
        temperature: of the processor in degrees Celsius; None where nobody tells.
        power: turns the machine off and on again.
        enrol_anew: makes the next device with a one-time code, beside the present one; its
            fingerprint. Blocks for one exchange.
        faults: of a printer that can be told to fail; only a demonstration has one.
        reader: of barcodes; None where the machine has none.
    """

    store: Store
    journal: Journal
    printer: Printer
    budget: PaperBudget
    model: Callable[[], PrinterModel]
    station: Callable[[], Capabilities]
    is_reachable: Callable[[], bool]
    clock: Clock
    time: ClockTrust
    configuration: RemoteConfiguration
    settings: Settings
    device: Device
    key: Callable[[], Ed25519PrivateKey]
    send: Callable[[], None]
    restart: Callable[[], None]
    version: str
    started_s: float
    on_site: OnSite
    central: StaffCentral
    sticks: Callable[[], tuple[Medium, ...]]
    temperature: Callable[[], int | None]
    power: Power
    enrol_anew: Callable[[str], str]
    faults: FaultPort | None = None
    reader: Callable[[], BarcodeReader | None] = lambda: None

    def note(self, event: str, fields: dict[str, str]) -> None:
        """A line of the audit chain."""
        now = self.clock.now()
        self.store.write(lambda c: put_audit(c, now, event, **fields))
