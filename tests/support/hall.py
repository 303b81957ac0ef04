"""A hall: real central on a port, virtual printer on a pseudo-terminal, real kiosk, a visitor.

Only the screen is missing. The visitor acts by intents and waits for views, as a person does;
nothing is patched.
"""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from central.devices.enrolment import make_enrol_code
from central.sample import ANA, SamplePerson
from drivers.printer.job import JobLimits
from drivers.printer.printer import EscPosPrinter
from drivers.printer.profile import load_profile
from drivers.printer.transport import serial_port_factory
from drivers.virtual import VirtualPrinter
from kiosk.app import Kiosk, log_crash, open_kiosk
from kiosk.contract import messages as m
from kiosk.ports import Printer
from kiosk.purchase.operation import State
from kiosk.settings import (
    CentralSettings,
    PrinterSettings,
    PurchaseSettings,
    ScannerSettings,
    Settings,
)
from kiosk.store import queries
from kiosk.store.rows import Saved
from kiosk.sync.enrol import enrol
from kiosk.system import SystemClock
from kiosk.visit.views import View
from tests.support.central import Central, Port, RunningClock, fresh_database, make_central
from tests.support.printer import CALM_JOB, CALM_LINK, EPSON, FAST
from tests.support.wire import Wire

EL_NOGAL = "00052310"
CAFE = "00041018"
WAIT_S = 60.0


class Server:
    """Central on one port, which can be switched off and on."""

    def __init__(self, central: Central) -> None:
        self._app = central.app
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = int(probe.getsockname()[1])
        self._served: Port | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def on(self) -> None:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self._port))
        listener.listen()
        self._served = Port(self._app, listener)
        self._served.wait_until_served()

    def off(self) -> None:
        if self._served is not None:
            self._served.close(at_once=True)
        self._served = None


@dataclass
class Visitor:
    """A person before the machine: sees views, means intents."""

    kiosk: Kiosk
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def __post_init__(self) -> None:
        self.kiosk.flow.subscribe(self._tell)

    def _tell(self) -> None:
        with self._changed:
            self._changed.notify_all()

    @property
    def view(self) -> View:
        return self.kiosk.flow.view()

    def does(self, name: str, **args: object) -> "Visitor":
        self.kiosk.flow.intent(name, args)
        return self

    def types(self, text: str) -> "Visitor":
        for char in text:
            self.does("key", char=char)
        return self

    def sees(self, *screens: str, that: Callable[[View], bool] = lambda _: True) -> View:
        """Wait for one of these screens in a state; fails with what was there instead."""
        with self._changed:
            came = self._changed.wait_for(
                lambda: self.view.screen in screens and that(self.view), WAIT_S
            )
        assert came, f"waited for {screens}, still at {self.view}"
        return self.view

    # A visit, step by step.

    def signs_in(self, person: SamplePerson = ANA) -> View:
        self.sees("Attract", that=lambda v: v.body.can_buy)
        self.does("start").does("choose", action="balance")
        self.does("set_id_type", type=person.id_type.value).types(person.id_number)
        self.does("continue").types(person.secure_key).does("continue")
        return self.sees("Account", "Interrupted", that=_is_there)

    def finds_the_interrupted(self) -> View:
        """Sign in and stand before screen 12."""
        self.signs_in()
        return self.sees("Interrupted")

    def signs_in_and_fails(self) -> View:
        """Try to sign in although central does not answer; ends the visit."""
        self.does("start").does("choose", action="balance").types(ANA.id_number)
        self.does("continue").types(ANA.secure_key).does("continue")
        view = self.sees("SecureKey", that=lambda v: v.body.key.error != "")
        assert view.body.key.error == "central-offline"
        self.does("finish")
        return view

    def chooses(self, registration: str = EL_NOGAL, *certificates: str) -> View:
        self.does("buy")
        self.sees("ChooseRegistration")
        if not any(item.number == registration for item in self.view.body.items):
            self.does("open_search").types(registration).does("search")
            self.sees("ChooseRegistration", that=lambda v: v.body.source == "found")
        self.does("select_registration", number=registration)
        self.sees("ChooseCertificates", that=lambda v: not v.body.loading)
        for code in certificates or ("CerMat", "CerExi"):
            self.does("add", code=code)
        self.does("continue")
        return self.sees("Confirm")

    def pays(self, key: str = ANA.prepaid_key) -> "Visitor":
        self.does("pay").types(key).does("continue")
        return self

    def ends(self) -> View:
        """The screen that tells how it ended."""
        return self.sees("Done", "Failure")


def _is_there(view: View) -> bool:
    return not getattr(view.body, "loading", False)


@dataclass
class Hall:
    """Everything in one place, with the truth of each part in reach."""

    folder: Path
    central: Central
    server: Server
    paper: VirtualPrinter
    profile: str
    kiosk: Kiosk
    visitor: Visitor

    def operations(self) -> tuple[Saved, ...]:
        return queries.operations_in(self.kiosk.store, *State)

    def central_states(self) -> list[str]:
        found = [self.kiosk.central.operation(op.op_id) for op in self.operations()]
        return [op.state.value if isinstance(op, m.Operation) else str(op) for op in found]

    def account(self, person: SamplePerson = ANA) -> m.Account:
        opened = self.kiosk.central.open_session(
            m.OpenSession(
                id_type=person.id_type, id_number=person.id_number, secure_key=person.secure_key
            )
        )
        assert isinstance(opened, m.SessionOpened)
        account = self.kiosk.central.account(m.FetchAccount(session=opened.session))
        assert isinstance(account, m.Account)
        return account

    def reported(self) -> None:
        """Wait until central knows that what is open waits for a person."""
        pause = threading.Event()
        told: list[str] = []
        for _ in range(int(WAIT_S / 0.05)):
            told = [op.standing for op in self.account().unfinished]
            if set(told) == {"waiting"}:
                return
            pause.wait(0.05)
        raise AssertionError(f"central says {told}")

    def settled(self) -> None:
        """Wait until the outbox has told central everything."""
        pause = threading.Event()
        for _ in range(int(WAIT_S / 0.05)):
            if queries.queue(self.kiosk.store).length == 0:
                return
            pause.wait(0.05)
        raise AssertionError(f"not settled: {queries.queue(self.kiosk.store)}")

    def certificates(self) -> list[str]:
        """Texts of the whole certificates that came out of the printer."""
        return [strip.text for strip in self.paper.strips if "FINAL DEL CERTIFICADO" in strip.text]


def hall_settings(
    folder: Path,
    url: str,
    device: str,
    profile: str,
    scanner: ScannerSettings | None = None,
) -> Settings:
    """Settings with short waits, for machines and people that do not get tired."""
    return Settings(
        state_dir=folder,
        central=CentralSettings(url=url, connect_s=1, read_s=5),
        printer=PrinterSettings(profile=profile, device=device, flow="xonxoff"),
        purchase=PurchaseSettings(authorise_s=5, settle_s=2),
        scanner=scanner or ScannerSettings(),
    )


def hall_printer(device: str, profile: str, limits: JobLimits = CALM_JOB) -> Printer:
    """The real driver on the virtual printer's device, watching it often."""
    model = load_profile(profile)
    return EscPosPrinter(
        serial_port_factory(device, model.serial, "xonxoff"),
        model,
        SystemClock(),
        job_limits=limits,
        link_limits=CALM_LINK,
        poll_s=0.1,
    )


@contextmanager
def restarted(hall: Hall, folder: str = "kiosk") -> Iterator[Hall]:
    """The same hall with its kiosk started anew, on the disk that the last one left."""
    state = hall.folder / folder
    settings = hall_settings(state, hall.server.url, hall.paper.device_path, hall.profile)
    printer = hall_printer(hall.paper.device_path, hall.profile)
    again = open_kiosk(settings, printer, log_crash)
    again.start()
    try:
        yield replace(hall, kiosk=again, visitor=Visitor(again))
    finally:
        again.stop()


@contextmanager
def another_kiosk(
    hall: Hall, *, wire: Wire | None = None, speed: float | None = FAST
) -> Iterator[Hall]:
    """A second dispenser of the same chamber, with a printer and a disk of its own."""
    state = hall.folder / "kiosk-2"
    with VirtualPrinter(hall.profile, link=hall.folder / "printer-2", speed=speed) as paper:
        enrol(
            hall.server.url,
            make_enrol_code(hall.central.services, "K02"),
            "V-2",
            state,
            SystemClock(),
        )
        url = wire.to(hall.server.url) if wire is not None else hall.server.url
        settings = hall_settings(state, url, paper.device_path, hall.profile)
        kiosk = open_kiosk(settings, hall_printer(paper.device_path, hall.profile), log_crash)
        kiosk.start()
        try:
            yield replace(hall, paper=paper, kiosk=kiosk, visitor=Visitor(kiosk))
        finally:
            kiosk.stop()


@contextmanager
def open_hall(
    folder: Path,
    *,
    profile: str = EPSON,
    speed: float | None = FAST,
    limits: JobLimits = CALM_JOB,
    backend: str = "sqlite",
    wire: Wire | None = None,
    scanner: ScannerSettings | None = None,
) -> Iterator[Hall]:
    """Open a hall for business, its kiosk behind ``wire`` if there is one; clean afterwards."""
    central = make_central(folder, fresh_database(folder, backend), RunningClock())
    server = Server(central)
    server.on()
    state = folder / "kiosk"
    try:
        with VirtualPrinter(profile, link=folder / "printer", speed=speed) as paper:
            code = make_enrol_code(central.services, "K01")
            enrol(server.url, code, "V-1", state, SystemClock())
            url = wire.to(server.url) if wire is not None else server.url
            settings = hall_settings(state, url, paper.device_path, profile, scanner)
            printer = hall_printer(paper.device_path, profile, limits)
            kiosk = open_kiosk(settings, printer, log_crash)
            kiosk.start()
            try:
                yield Hall(folder, central, server, paper, profile, kiosk, Visitor(kiosk))
            finally:
                kiosk.stop()
    finally:
        server.off()
        central.close()
