"""The running visit: what people, parts and central do to it, as its events."""

from collections.abc import Callable
from dataclasses import replace

import structlog

from kiosk.flow import Present
from kiosk.identity.scanned import Scanned
from kiosk.ports import Clock
from kiosk.station.capability import Capabilities
from kiosk.visit.advance import advance
from kiosk.visit.effects import Effect
from kiosk.visit.events import (
    Event,
    ReaderChanged,
    StationChanged,
    SymbolRead,
    Tick,
    parse_intent,
)
from kiosk.visit.state import Attract, Setup, Visit, begin
from kiosk.visit.view import view
from kiosk.visit.views import View

log = structlog.get_logger()

Emit = Callable[[Event], None]


class Flow(Present[Visit, Event, Effect, View]):
    """Holds one machine's visit. Every method may be called from any thread and returns at once."""

    def __init__(
        self, setup: Setup, station: Capabilities, clock: Clock, run: Callable[[Effect, Emit], None]
    ) -> None:
        """``run`` starts an effect elsewhere at once and emits its answer when it is there."""
        super().__init__(begin(setup, station), advance, view, clock, run)

    def visit(self) -> Visit:
        """The newest state, for staff and tests; never for a screen."""
        return self.state()

    def intent(self, name: str, args: dict[str, object]) -> None:
        """A touch on the screen; what is not understood is logged and changes nothing."""
        try:
            event = parse_intent(name, args)
        except ValueError:
            log.warning("intent_refused", intent=name)
            return
        self.handle(event)

    def tick(self) -> None:
        """Time passed."""
        self.handle(Tick())

    def station_changed(self, capabilities: Capabilities) -> None:
        """The machine can do something else now."""
        self.handle(StationChanged(capabilities))

    def scanned(self, symbol: Scanned | None) -> None:
        """The barcode reader read something; None: nothing of ours."""
        self.handle(SymbolRead(symbol))

    def reader_changed(self, can_scan: bool) -> None:
        """The barcode reader was plugged in or pulled out."""
        self.handle(ReaderChanged(can_scan))

    def reconfigure(self, setup: Setup) -> bool:
        """Take other settings over, if nobody stands before the machine; True if that was so."""
        return self.exchange(lambda visit: _reconfigured(visit, setup))


def _reconfigured(visit: Visit, setup: Setup) -> Visit | None:
    chosen = visit.adjusting or visit.comfort != visit.ordinary
    if chosen or not isinstance(visit.stage, Attract):
        return None
    fresh = begin(setup, visit.station)
    return replace(visit, setup=setup, language=fresh.language, comfort=fresh.comfort)
