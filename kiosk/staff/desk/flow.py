"""The running desk: what the cashier means becomes its events, one at a time."""

from collections.abc import Callable

import structlog

from kiosk.flow import Present, read_intent
from kiosk.ports import Clock, Ids
from kiosk.staff.desk.advance import advance
from kiosk.staff.desk.drawer import ShiftNote
from kiosk.staff.desk.effects import DeskEffect
from kiosk.staff.desk.events import INTENTS, DeskEvent, FreshId
from kiosk.staff.desk.state import UNKNOWN, Desk, Setup, begin
from kiosk.staff.desk.unclear import Unclear
from kiosk.staff.desk.view import view
from kiosk.staff.views import StaffView
from kiosk.station.capability import Capabilities
from kiosk.visit.events import Continue, StationChanged, Tick

log = structlog.get_logger()


class DeskFlow(Present[Desk, DeskEvent, DeskEffect, StaffView]):
    """Holds one desk. Every method may be called from any thread and returns at once."""

    def __init__(
        self,
        setup: Setup,
        clock: Clock,
        ids: Ids,
        run: Callable[[DeskEffect, Callable[[DeskEvent], None]], None],
        unclear: tuple[Unclear, ...] = (),
        station: Capabilities | None = None,
        notes: tuple[ShiftNote, ...] = (),
    ) -> None:
        """``unclear`` and ``notes`` are what the disk has kept from before this start."""
        first = begin(setup, unclear, station or UNKNOWN, notes)
        super().__init__(first, advance, view, clock, run)
        self._ids = ids

    def intent(self, name: str, args: dict[str, object]) -> None:
        """A key or a click; what is not understood is logged and changes nothing."""
        try:
            event = read_intent(INTENTS, name, args)
        except ValueError:
            log.warning("intent_refused", intent=name)
            return
        if isinstance(event, Continue):
            self.handle(FreshId(self._ids.new_id()))
        self.handle(event)

    def station_changed(self, capabilities: Capabilities) -> None:
        """This computer can do something else now."""
        self.handle(StationChanged(capabilities))

    def tick(self) -> None:
        """Time passed."""
        self.handle(Tick())
