"""What the window shows: the visit, or the maintenance while somebody works inside the machine.

One of the two is up at a time. The way from the visit is the hidden pattern of its first screen,
taken only while nobody is there; while the maintenance is open nothing that anybody touches or
scans reaches the visit, so nothing is sold.
"""

from collections.abc import Callable

import structlog

from kiosk.flow import Present, read_intent
from kiosk.identity.scanned import Scanned, ServiceCode
from kiosk.staff.maintenance.events import INTENTS, Effect, Event, Knock, RestartPossible
from kiosk.staff.maintenance.reading import BarcodeReader
from kiosk.staff.maintenance.state import Maintenance
from kiosk.staff.pattern import CornerPattern
from kiosk.staff.views import StaffView
from kiosk.visit.events import Tick
from kiosk.visit.flow import Flow
from kiosk.visit.state import Attract
from kiosk.visit.views import View

log = structlog.get_logger()

Upkeep = Present[Maintenance, Event, Effect, StaffView]


class Screens:
    """A port for the window; every method may be called from any thread and returns at once."""

    def __init__(
        self, visit: Flow, upkeep: Upkeep, pattern: CornerPattern, service_code: str = ""
    ) -> None:
        """``service_code``: of a card that does what the corners do; empty for none."""
        self._service_code = service_code
        self._visit = visit
        self._upkeep = upkeep
        self._pattern = pattern
        self.reader: BarcodeReader | None = None

    def view(self) -> View | StaffView:
        """What is to be drawn now."""
        return self._upkeep.view() if self.is_open() else self._visit.view()

    def subscribe(self, on_change: Callable[[], None]) -> None:
        """Call ``on_change`` whenever ``view`` may have changed."""
        self._visit.subscribe(on_change)
        self._upkeep.subscribe(on_change)

    def intent(self, name: str, args: dict[str, object]) -> None:
        """A touch on the screen that is up; what is not understood changes nothing."""
        if self.is_open():
            self._inside(name, args)
        elif name == "corner":
            if self._pattern.touch(str(args.get("at", ""))) and self.is_free():
                self._upkeep.handle(Knock())
        else:
            self._pattern.forget()
            self._visit.intent(name, args)

    def tick(self) -> None:
        """Time passed."""
        self._visit.tick()
        self._upkeep.handle(Tick())

    def scanned(self, symbol: Scanned | None) -> None:
        """The barcode reader read something; inside the machine that means nothing.

        A service card leads to the same sign-in as the corners: whoever copies it gains nothing.
        """
        if self.is_open():
            return
        if isinstance(symbol, ServiceCode):
            known = self._service_code != "" and symbol.code == self._service_code
            if known and self.is_free():
                self._upkeep.handle(Knock())
        else:
            self._visit.scanned(symbol)

    def reader_changed(self, can_scan: bool) -> None:
        """The barcode reader was plugged in or pulled out."""
        self._visit.reader_changed(can_scan)

    def reader_started(self, reader: BarcodeReader) -> None:
        """There is a barcode reader, for the maintenance to look at."""
        self.reader = reader

    def is_open(self) -> bool:
        """Somebody is at the door of the maintenance, or inside."""
        return self._upkeep.state().stage != "closed"

    def is_free(self) -> bool:
        """Nobody stands before the machine, and nobody works inside it."""
        visit = self._visit.visit()
        return isinstance(visit.stage, Attract) and not visit.adjusting and not self.is_open()

    def restartable(self) -> None:
        """Somebody starts this program again when it ends, so maintenance may offer it."""
        self._upkeep.handle(RestartPossible())

    def _inside(self, name: str, args: dict[str, object]) -> None:
        try:
            event = read_intent(INTENTS, name, args)
        except ValueError:
            log.warning("intent_refused", intent=name)
            return
        self._upkeep.handle(event)
