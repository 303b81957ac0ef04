"""People who use the whole visit: they touch, read the screen, and sometimes tap twice or leave.

The product's flow and effect runner are real; the executor starts a task of the scheduler instead
of a thread, so that an effect runs beside everything else.
"""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, cast

from central.sample import SamplePerson
from kiosk.ports import Central, Printer, PrinterState
from kiosk.purchase.slip import SlipPrinter
from kiosk.station.capability import Health, judge
from kiosk.visit.flow import Flow
from kiosk.visit.runner import EffectRunner
from kiosk.visit.state import Setup
from kiosk.visit.views import View
from tests.simulation.service import CAFE, CAFE_TYPE

if TYPE_CHECKING:
    from tests.simulation.node import KioskNode

_POLL_S = 0.5
_PATIENCE_S = 60.0
_TRIES = 2
_PRINTING_S = 400.0


class TaskExecutor:
    """The Executor port: a piece of work is a task of this start of the machine."""

    def __init__(self, node: "KioskNode") -> None:
        self._node = node

    def submit(self, work: Callable[[], None], /) -> "Future[None]":
        self._node.spawn("effect", work)
        return Future()


class Gone(Exception):
    """The screen did not become what the person waited for; they leave."""


class Visitor:
    """One person before the machine."""

    def __init__(self, node: "KioskNode") -> None:
        self._node = node
        identity = node.machine.identity
        slips = SlipPrinter(
            journal=node.journal,
            printer=cast(Printer, node.printer),
            clock=node.clock,
            chamber_name=identity.chamber_name,
            kiosk_id=identity.point_of_sale,
        )
        runner = EffectRunner(
            central=cast(Central, node.central),
            purchaser=node.purchaser,
            receipts=node.receipts,
            slips=slips,
            refunds=node.refunds,
            ids=node.ids,
            executor=TaskExecutor(node),
        )
        working = judge(Health(PrinterState(fault=None), central_online=True))
        self._flow = Flow(Setup(chamber=identity.chamber_name), working, node.clock, runner)

    def buys(self, person: SamplePerson, copies: int) -> str:
        """Try to buy, once more if need be; returns the screen it ended with."""
        ended = ""
        for _ in range(_TRIES):
            try:
                return self._buys(person, copies)
            except Gone as gone:
                self._does("finish")
                ended = f"gone: {gone}"
        return ended

    def _buys(self, person: SamplePerson, copies: int) -> str:
        twice = self._node.world.faults.strikes("person: submits twice")
        self._does("start")
        self._does("choose", action="buy")
        self._does("set_id_type", type=person.id_type.value)
        self._types(person.id_number)
        self._does("continue")
        self._types(person.secure_key)
        self._does("continue")
        self._sees("Account", that=lambda view: not view.body.loading)
        self._does("buy")
        self._sees("ChooseRegistration")
        if not any(item.number == CAFE for item in self._view.body.items):
            self._does("open_search")
            self._types(CAFE)
            self._does("search")
            self._sees("ChooseRegistration", that=lambda view: view.body.source == "found")
        self._does("select_registration", number=CAFE)
        self._sees("ChooseCertificates", that=lambda view: not view.body.loading)
        for _ in range(copies):
            self._does("add", code=CAFE_TYPE)
        self._does("continue")
        self._sees("Confirm")
        self._does("pay")
        self._types(person.prepaid_key)
        self._does("continue")
        if twice:
            self._does("continue")
        if self._sees("Confirm", "Printing", "Done", "Failure").screen == "Confirm":
            self._does("buy_anyway")
            if twice:
                self._does("buy_anyway")
        if self._node.world.faults.strikes("person: walks away"):
            return "left while it printed"
        ended = self._sees("Done", "Failure", patience_s=_PRINTING_S).screen
        self._does("finish")
        return ended

    @property
    def _view(self) -> View:
        return self._flow.view()

    def _does(self, name: str, **args: object) -> None:
        self._flow.intent(name, args)

    def _types(self, text: str) -> None:
        for char in text:
            self._does("key", char=char)

    def _sees(
        self,
        *screens: str,
        that: Callable[[View], bool] = lambda _view: True,
        patience_s: float = _PATIENCE_S,
    ) -> View:
        waited_s = 0.0
        while not (self._view.screen in screens and that(self._view)):
            if waited_s >= patience_s:
                raise Gone(f"{self._view.screen} instead of {screens}")
            self._node.world.baton.wait(_POLL_S)
            self._node.point("")
            waited_s += _POLL_S
            self._flow.tick()
        return self._view
