"""What a technician's screen has of the printer: its profile's data sheet, and its workshop."""

from drivers.printer.lines import SerialLines
from drivers.printer.logo_shelf import WRITES, LogoShelf
from drivers.printer.printer import EscPosPrinter
from drivers.printer.profile import Serial, load_profile
from drivers.printer.test_page import test_page
from kiosk.ports import Printer
from kiosk.settings import PrinterSettings
from kiosk.staff.maintenance.parts import PrinterModel
from kiosk.station.passing_printer import PassingPrinter
from kiosk.system import SystemClock

_START_AND_STOP_BITS = 2
_DATA_BITS = 8


def about(settings: PrinterSettings, printer: Printer) -> PrinterModel:
    """The model that the settings name, its test page, and the printer from inside."""
    profile = load_profile(settings.profile)
    line = profile.serial
    driver = workshop_of(printer)
    return PrinterModel(
        name=profile.model,
        line=f"{line.baud} 8{line.parity}1 {settings.flow or line.flow}",
        proof=profile.charge_level.value,
        test_page=lambda: test_page(profile),
        bytes_s=bytes_a_second(line),
        speed_mm_s=profile.head.speed_mm_s,
        workshop=driver,
        lines=SerialLines(driver, settings.device) if driver else None,
        logo=_shelf(driver),
    )


def _shelf(driver: EscPosPrinter | None) -> LogoShelf | None:
    """Where the model has one."""
    if driver is None or driver.profile.nv is None:
        return None
    return LogoShelf(driver, SystemClock(), driver.profile.nv.writes_a_day // WRITES)


def bytes_a_second(line: Serial) -> float:
    """What the line can carry at most."""
    bits = _DATA_BITS + _START_AND_STOP_BITS + (line.parity != "N")
    return line.baud / bits


def workshop_of(printer: Printer) -> EscPosPrinter | None:
    """The driver inside whatever is wrapped around it; None for one that is no driver of ours."""
    while isinstance(printer, PassingPrinter):
        printer = printer.inner
    return printer if isinstance(printer, EscPosPrinter) else None
