"""A kiosk on a fresh disk, and its live parts as maintenance has them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import BaseModel

from kiosk.contract.messages import Message
from kiosk.contract.problems import Problem
from kiosk.ports import Offline, PrinterState
from kiosk.settings import CentralSettings, PrinterSettings, Settings
from kiosk.staff.maintenance.parts import Parts, PrinterModel
from kiosk.station.capability import Health, judge
from kiosk.station.configuration import RemoteConfiguration
from kiosk.station.paper import PaperBudget
from kiosk.station.power import PowerAct
from kiosk.station.removable import Medium
from kiosk.store.on_site import OnSite
from kiosk.store.rows import Device
from kiosk.sync.clock_trust import ClockTrust
from tests.support.kiosk import FakeKiosk, fresh_state, make_certificate

R = TypeVar("R", bound=BaseModel)
ROLL_M, RESERVE_MM = 80, 2_000


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("template")


@pytest.fixture
def kiosk(tmp_path: Path, template: Path) -> Iterator[FakeKiosk]:
    made = FakeKiosk(fresh_state(tmp_path / "kiosk", template))
    yield made
    made.real.abandon()


@dataclass
class AskedCentral:
    """Central as maintenance asks it: what it was asked, and what it answers."""

    answer: BaseModel | Problem | Offline = field(default_factory=lambda: Offline("nobody"))
    asked: list[tuple[str, Message]] = field(default_factory=list)

    def ask(self, path: str, message: Message, reply: type[R]) -> R | Problem | Offline:
        self.asked.append((path, message))
        assert isinstance(self.answer, reply | Problem | Offline)
        return self.answer

    def tell(self, path: str, message: Message) -> Problem | Offline | None:
        raise AssertionError(path, message)


@dataclass
class FakePower:
    """A machine that is only told to turn itself off."""

    allowed: bool = True
    done: list[PowerAct] = field(default_factory=list)

    def may(self, act: PowerAct) -> bool:
        return self.allowed and act in ("shut_down", "reboot")

    def do(self, act: PowerAct) -> None:
        self.done.append(act)


@dataclass
class Machine:
    """The parts of one kiosk; what a test may change is here."""

    kiosk: FakeKiosk
    reachable: bool = True
    sent: int = 0
    restarted: int = 0
    central: "AskedCentral" = field(default_factory=lambda: AskedCentral())
    sticks: tuple[Medium, ...] = ()
    celsius: int | None = 54
    codes: list[str] = field(default_factory=list)
    enrolled: Callable[[], str] = lambda: ""
    power: "FakePower" = field(default_factory=lambda: FakePower())
    on_restart: Callable[[], object] = lambda: None
    key: Ed25519PrivateKey = field(
        default_factory=lambda: Ed25519PrivateKey.from_private_bytes(bytes(32))
    )

    def __post_init__(self) -> None:
        kiosk = self.kiosk
        self.time = ClockTrust(kiosk.clock)
        self.parts = Parts(
            store=kiosk.real,
            journal=kiosk.journal,
            printer=kiosk.printer,
            budget=PaperBudget(
                kiosk.store, kiosk.clock, roll_mm=ROLL_M * 1000, reserve_mm=RESERVE_MM
            ),
            model=lambda: PrinterModel(
                "Ejemplo 80", "38400 8N1", "process_id", lambda: make_certificate("t")
            ),
            station=lambda: judge(Health(PrinterState(kiosk.printer.fault), self.reachable)),
            is_reachable=lambda: self.reachable,
            clock=kiosk.clock,
            time=self.time,
            configuration=RemoteConfiguration(kiosk.store, kiosk.clock),
            settings=Settings(
                state_dir=kiosk.state_dir,
                central=CentralSettings(url="http://127.0.0.1:9"),
                printer=PrinterSettings(device="/dev/ejemplo"),
            ),
            device=Device("d-1", "V-1", "99", "Cámara de Ejemplo", "c-1", "", "K01", "123456"),
            key=lambda: self.key,
            send=self._send,
            restart=self._restart,
            version="1.2.3",
            started_s=kiosk.clock.monotonic(),
            on_site=OnSite(kiosk.state_dir, kiosk.clock),
            central=self.central,
            sticks=lambda: self.sticks,
            temperature=lambda: self.celsius,
            power=self.power,
            enrol_anew=self._enrol_anew,
        )

    def _enrol_anew(self, code: str) -> str:
        self.codes.append(code)
        return self.enrolled()

    def _send(self) -> None:
        self.sent += 1

    def _restart(self) -> None:
        self.restarted += 1
        self.on_restart()


@pytest.fixture
def machine(kiosk: FakeKiosk) -> Machine:
    return Machine(kiosk)
