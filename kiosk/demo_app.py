"""The demonstration's composition root: the product's own kiosk around a virtual printer."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app import Kiosk, log_crash, make_printer, open_kiosk, program_version
from kiosk.contract import messages as m
from kiosk.demo.agreement import OperationSummary
from kiosk.demo.central_process import SamplePerson
from kiosk.demo.measured import JobFigures, MeasuredPrinter
from kiosk.demo.run import PURCHASES, Parts
from kiosk.purchase.operation import State
from kiosk.settings import CentralSettings, ChamberSettings, PrinterSettings, Settings
from kiosk.store import queries
from kiosk.store.rows import Saved
from kiosk.sync.client import HttpCentral
from kiosk.sync.enrol import enrol
from kiosk.system import SystemClock

if TYPE_CHECKING:
    from drivers.virtual.desk import VirtualPaper

PROFILE = "epson-tm-t20iii"
SERIAL = "DEMO-0001"
PHONE = "300 000 0000"


@dataclass(frozen=True)
class DemoKiosk:
    """A kiosk of the demonstration, and what its printer measured."""

    kiosk: Kiosk
    printer: MeasuredPrinter

    @property
    def central(self) -> HttpCentral:
        """The kiosk's line to central."""
        return self.kiosk.central

    def sold(self) -> tuple[OperationSummary, ...]:
        """Every operation of this kiosk, as both sides and the printer know it."""
        figures = iter(self.printer.jobs)
        return tuple(
            self._summary(saved, next(figures, JobFigures(0, 0.0)))
            for saved in queries.operations_in(self.kiosk.store, *State)
        )

    def _summary(self, saved: Saved, job: JobFigures) -> OperationSummary:
        answer = self.central.operation(saved.op_id)
        known = answer.state.value if isinstance(answer, m.Operation) else "unknown"
        return OperationSummary(
            id=saved.op_id,
            registration=saved.copy.registration_number,
            certificate=saved.copy.certificate_type,
            kiosk_state=saved.state.value,
            central_state=known,
            verification_code=saved.verification_code,
            price=saved.copy.price_pesos,
            bytes=job.size_bytes,
            seconds=round(job.seconds, 3),
        )

    def stop(self) -> bool:
        """End it in order."""
        return self.kiosk.stop()


def start_demo_kiosk(folder: Path, url: str, code: str, paper: "VirtualPaper") -> DemoKiosk:
    """Enrol a new kiosk with central and open it on the virtual printer, faults in reach."""
    enrol(url, code, SERIAL, folder, SystemClock(), version=program_version())
    settings = Settings(
        state_dir=folder,
        central=CentralSettings(url=url),
        printer=PrinterSettings(profile=PROFILE, device=paper.device_path, flow="xonxoff"),
        chamber=ChamberSettings(contact_phone=PHONE, demonstration=True),
    )
    printer = MeasuredPrinter(make_printer(settings), SystemClock())
    return DemoKiosk(open_kiosk(settings, printer, log_crash, paper.faults), printer)


def parts(faults: Path | None = None) -> "Parts[VirtualPaper, DemoKiosk]":
    """What the demonstration runs with: everything real but the printer's mechanics.

    Args:
        faults: a file of what the printer is to suffer; see ``drivers.virtual.script``.

    Raises:
        ScriptInvalid: not all of that file makes sense.
    """
    from drivers.virtual.desk import VirtualPaper
    from drivers.virtual.models import MODELS
    from drivers.virtual.script import read_script

    script = read_script(faults, MODELS[PROFILE]) if faults else ()
    return Parts(
        start_paper=lambda folder: VirtualPaper(PROFILE, folder, script),
        start_kiosk=start_demo_kiosk,
        show=_show,
        tap=_tap,
    )


def _show(demo: DemoKiosk, paper: "VirtualPaper") -> int:
    from ui.desk import run_on_desk

    demo.kiosk.start()
    return run_on_desk(demo.kiosk.screens, paper.picture, log_crash)


def _tap(demo: DemoKiosk, person: SamplePerson, screens: Path) -> str:
    """The hand that taps: real mouse events on the real screens, offscreen."""
    from ui.demo_script import purchase_visit
    from ui.hand import tap_through

    demo.kiosk.start()
    steps = purchase_visit(
        id_type=person.id_type,
        id_number=person.id_number,
        secure_key=person.secure_key,
        prepaid_key=person.prepaid_key,
        purchases=PURCHASES,
    )
    return tap_through(demo.kiosk.screens, steps, screens)
