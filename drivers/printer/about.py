"""What a technician's screen says of the printer: its profile, in the words of a data sheet."""

from drivers.printer.profile import load_profile
from drivers.printer.test_page import test_page
from kiosk.settings import PrinterSettings
from kiosk.staff.maintenance.parts import PrinterModel


def about(settings: PrinterSettings) -> PrinterModel:
    """The model that the settings name, and its test page."""
    profile = load_profile(settings.profile)
    line = profile.serial
    return PrinterModel(
        name=profile.model,
        line=f"{line.baud} 8{line.parity}1 {settings.flow or line.flow}",
        proof=profile.charge_level.value,
        test_page=lambda: test_page(profile),
    )
