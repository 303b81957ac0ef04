"""A desk before a real central, with a line that can be cut, an answer that can be lost, a disk.

desk = OfflineDesk(central, folder)
desk.signs_in(); desk.opens(50_000); desk.cuts_the_line(); desk.closes({10_000: 5})
desk.loses_power(); desk.mends_the_line(); desk.signs_in()

The desk is the product's: its pure machine, its runner and its books on disk. Central's rules are
called without HTTP; nobody types keys and codes.
"""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from central.db.ids import new_id
from central.problems import Refusal
from central.staff.api.endpoints import ASKING
from central.staff.find import active_member
from central.staff.place import StaffPlace
from central.staff.rules import actions_of
from central.staff.sessions import SignedIn
from kiosk.contract.messages import Message
from kiosk.contract.problems import Problem
from kiosk.identity import IdType
from kiosk.ports import Offline
from kiosk.staff.desk import events as e
from kiosk.staff.desk.advance import advance
from kiosk.staff.desk.closing import piece
from kiosk.staff.desk.drawer import DrawerBook, ShiftNote
from kiosk.staff.desk.effects import DeskEffect, MoveMoney
from kiosk.staff.desk.runner import DeskRunner
from kiosk.staff.desk.sale.effects import SaleEffect
from kiosk.staff.desk.state import Closing, Desk, Home, Setup, begin
from kiosk.staff.desk.unclear import UnclearBook
from kiosk.staff.desk.view import view
from kiosk.staff.entry.doorkeeper import Doorkeeper
from kiosk.staff.entry.events import CloseAtCentral, LetIn
from kiosk.staff.entry.state import Member
from kiosk.system import SystemClock
from kiosk.visit.events import Back, Continue, Finish, KeyPressed
from tests.support.central import Central

R = TypeVar("R", bound=BaseModel)
ENDPOINTS = {f"/v1/staff{each.path}": each for each in ASKING}
LOGIN = "carlos"
SESSION = "s" * 43


class PowerCut(BaseException):
    """Nothing that comes after it happens."""


class Line:
    """To central, or to nobody; what went through is in ``reached``."""

    def __init__(self, central: Central) -> None:
        self.central = central
        self.is_cut = False
        self.loses_next = False
        self.cuts_power_after = ""
        self.reached: list[str] = []
        services = central.services
        member = services.database.run(lambda db: active_member(db, services.chamber, LOGIN))
        assert member is not None
        self.role = member.role
        self.who = SignedIn(member.id, LOGIN, member.role, "", StaffPlace(None, "127.0.0.1"))

    def ask(self, path: str, message: Message, reply: type[R]) -> R | Problem | Offline:
        if self.is_cut:
            return Offline("the wire is cut")
        endpoint = ENDPOINTS[path]
        asked = endpoint.message.model_validate_json(message.model_dump_json())
        self.reached.append(path)
        answer: Any
        try:
            answer = endpoint.handle(self.central.services, self.who, asked)
        except Refusal as refusal:
            answer = Problem(code=refusal.code, status=409, detail=refusal.detail)
        if self.cuts_power_after and path.endswith(self.cuts_power_after):
            self.cuts_power_after = ""
            raise PowerCut
        if self.loses_next:
            self.loses_next = False
            return Offline("the answer was lost")
        if isinstance(answer, Problem):
            return answer
        return reply.model_validate_json(answer.model_dump_json())

    def tell(self, path: str, message: Message) -> Problem | Offline | None:
        del path, message
        return None


class AtOnce:
    """An executor that does it now."""

    def submit(self, work: Callable[[], None], /) -> "Future[None]":
        work()
        return Future()


class OfflineDesk:
    """The desk, its cashier's hands, and its power switch."""

    def __init__(self, central: Central, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.central, self.folder, self.line = central, folder, Line(central)
        self.moved: list[MoveMoney] = []
        self._switch_on()

    # -- power and line

    def _switch_on(self) -> None:
        book, drawer = UnclearBook(self.folder), DrawerBook(self.folder)
        clock = SystemClock()
        time = type("Time", (), {"now": lambda _: self.central.clock(), "trusted": True})()
        self.runner = DeskRunner(
            self.line,
            AtOnce(),
            Doorkeeper(self.line, AtOnce(), clock, time),
            book,
            lambda _data: ("", "x.pdf"),
            time,
            drawer,
        )
        self.drawer = drawer
        setup = Setup("Cámara de Ejemplo", "C01")
        self.desk: Desk = begin(setup, book.items(), notes=drawer.items())
        self.now_s = 1_000.0

    def loses_power(self) -> None:
        """Off and on again: nothing is left but the disk."""
        self._switch_on()

    def cuts_the_line(self) -> None:
        self.line.is_cut = True

    def mends_the_line(self) -> None:
        self.line.is_cut = False

    # -- events

    def send(self, *events: Any) -> "OfflineDesk":
        """Each event with everything that comes of it; a power cut ends it in the middle."""
        waiting = list(events)
        try:
            while waiting:
                waiting += self._step(waiting.pop(0))
        except PowerCut:
            self.loses_power()
        return self

    def _step(self, event: Any) -> list[Any]:
        self.desk, effects = advance(self.desk, event, self.now_s)
        heard: list[Any] = []
        for effect in effects:
            if isinstance(effect, MoveMoney):
                self.moved.append(effect)
            self._run(effect, heard.append)
        return heard

    def _run(self, effect: DeskEffect, emit: Callable[[Any], None]) -> None:
        assert not isinstance(effect, SaleEffect), "this desk sells no certificates"
        if not isinstance(effect, CloseAtCentral):
            self.runner(effect, emit)

    def enter(self) -> "OfflineDesk":
        self.central.clock.advance(1)
        return self.send(e.FreshId(new_id()), Continue())

    def fill(self, name: str, text: str) -> "OfflineDesk":
        return self.send(e.Type(name, text))

    @property
    def body(self) -> Any:
        return view(self.desk).body

    @property
    def screen(self) -> str:
        return view(self.desk).screen

    @property
    def notes(self) -> tuple[ShiftNote, ...]:
        """What the disk says, not what the screen believes."""
        return DrawerBook(self.folder).items()

    # -- a cashier

    def signs_in(self) -> "OfflineDesk":
        """Key and code are right; without central nobody comes in."""
        if self.line.is_cut:
            return self
        if self.desk.member is not None:
            self.send(Finish())
        for char in LOGIN:
            self.send(KeyPressed(char))
        self.send(Continue(), KeyPressed("k"), Continue())
        self.send(*(KeyPressed(char) for char in "123456"))
        stage: Any = self.desk.stage
        entry = replace(stage.entry.asking())
        self.desk = self.desk.at(replace(stage, entry=entry))
        actions = tuple(action.value for action in actions_of(self.line.role))
        member = Member(LOGIN, "Carlos", "cashier", actions, 1e9, 1e9, SESSION)
        return self.send(LetIn(entry.request, member))

    def goes_home(self) -> "OfflineDesk":
        """Escape until the first screen, and it is refreshed."""
        if self.desk.member is None:
            return self
        for _ in range(6):
            if isinstance(self.desk.stage, Home):
                break
            self.send(Back())
        return self.send(e.Go("refresh"))

    def opens(self, base: int) -> "OfflineDesk":
        """With central, else without it."""
        self.send(e.Go("open")).fill("base", str(base)).enter()
        return self.send(e.Go("open_offline"))

    def closes(self, pieces: dict[int, int]) -> "OfflineDesk":
        """With central, else without it."""
        self.send(e.Go("close"))
        for value, count in pieces.items():
            self.fill(piece(value), str(count))
        self.enter().enter()
        stage = self.desk.stage
        if isinstance(stage, Closing) and stage.offline:
            self.send(e.Go("close_offline"))
        return self

    def pays(self, pesos: int, number: str = "1990000001") -> "OfflineDesk":
        """Cash for somebody's account; what is not answered stays unclear."""
        self.send(e.Go("customer"), e.Select("id_type", IdType.CC.value))
        self.fill("id", number).enter().enter()
        self.fill("amount", str(pesos)).fill("given", str(pesos))
        return self.enter().enter()

    def clarifies(self) -> "OfflineDesk":
        """Ask about everything that was not answered."""
        self.goes_home().send(e.Go("unanswered"))
        while self.desk.mine and not self.line.is_cut:
            self.enter()
        return self.goes_home()
