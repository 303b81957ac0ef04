"""The demonstration on a screen: the kiosk, and beside it the paper as it comes out."""

from PySide6.QtGui import QGuiApplication

from ui.app import OnCrash, WindowOptions, make_application, run_window
from ui.bridge import VisitPort
from ui.paper import PaperSource, PaperWindow

GAP_PX = 24
TITLE_BAR_PX = 48
PAPER_WIDTH_PX = 480
RATIO = 9 / 16


def run_on_desk(visit: VisitPort, paper: PaperSource, on_crash: OnCrash) -> int:
    """Show both windows, as large as the screen allows, until the kiosk's is closed."""
    make_application()
    screen = QGuiApplication.primaryScreen().availableGeometry()
    height = min(1920, screen.height() - TITLE_BAR_PX)
    width = min(round(height * RATIO), screen.width())
    beside = PaperWindow(paper, "Papel")
    beside.resize(PAPER_WIDTH_PX, height)
    beside.setPosition(screen.left() + width + GAP_PX, screen.top() + TITLE_BAR_PX)
    beside.show()
    place = (screen.left(), screen.top() + TITLE_BAR_PX)
    options = WindowOptions(width=width, height=height, may_close=True, position=place)
    try:
        return run_window(visit, options, on_crash)
    finally:
        beside.close()
