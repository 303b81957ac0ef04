"""Where the bundled fonts, icons, catalogues and QML are, in a checkout and frozen alike."""

from importlib.resources import files
from pathlib import Path

from PySide6.QtGui import QFontDatabase

FONT_FAMILY = "Inter"
FONT_FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf")
QML = Path(__file__).parent / "qml"
SCREENS = (
    "Accessibility",
    "Attract",
    "Home",
    "Identification",
    "SecureKey",
    "Account",
    "ChooseRegistration",
    "ChooseCertificates",
    "Confirm",
    "Printing",
    "Done",
    "Unavailable",
    "Closed",
    "Failure",
    "Interrupted",
    "Resume",
    "staff/SignIn",
    "maintenance/Section",
    "maintenance/Printer",
    "maintenance/Logo",
    "maintenance/Paper",
    "maintenance/Serial",
    "maintenance/Readiness",
    "maintenance/TouchTest",
    "maintenance/Rehearsal",
    "maintenance/Configuration",
    "maintenance/Logs",
    "maintenance/Pairing",
    "desk/Door",
    "desk/Home",
    "desk/Opening",
    "desk/Customer",
    "desk/TopUp",
    "desk/Reversal",
    "desk/Approval",
    "desk/Closing",
    "desk/Queue",
    "desk/Operation",
    "desk/Unanswered",
    "desk/SaleChoosing",
    "desk/SalePaying",
    "desk/SalePrinting",
    "desk/SaleTold",
    "desk/Settlements",
    "desk/Settlement",
    "desk/NewSettlement",
    "desk/Certificates",
    "desk/CopyPrinting",
    "desk/CopyTold",
    "desk/Copying",
    "desk/PaymentCase",
    "desk/Payments",
    "desk/Records",
    "desk/Shifts",
    "desk/Deciding",
    "desk/AskReport",
    "desk/ShowReport",
    "desk/Receipts",
    "desk/PersonForm",
    "desk/Person",
    "desk/CustomerKey",
    "desk/OwnKey",
    "desk/Enrol",
)


class ResourceMissing(RuntimeError):
    """A bundled file is missing or damaged; the machine does not start with half a face."""


def folder(name: str) -> Path:
    """A folder of ``resources/``."""
    return Path(str(files("resources"))) / name


def load_fonts() -> None:
    """Make the bundled font known to Qt, whose wheel ships none: text would vanish with no error.

    Raises:
        ResourceMissing: if a file is missing or cannot be read as a font.
    """
    for name in FONT_FILES:
        path = folder("fonts") / name
        font_id = QFontDatabase.addApplicationFont(str(path))
        if font_id < 0 or FONT_FAMILY not in QFontDatabase.applicationFontFamilies(font_id):
            raise ResourceMissing(f"font {path.name}")
