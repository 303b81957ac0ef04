"""The window's life: it runs, it survives our own faults, it ends."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from tests.ui.stage import RecordingSlides
from tests.ui.views import GALLERY
from ui.app import WindowOptions, end, make_window, run_window


class Failing(RecordingSlides):
    """A visit with a bug: time passing breaks it, once."""

    def tick(self) -> None:
        super().tick()
        if self.ticks == 1:
            raise RuntimeError("bug")


@pytest.mark.qt_no_exception_capture
def test_a_fault_of_our_own_is_reported_and_ends_the_machine_not_the_process(
    qapp: QGuiApplication, catalogues: Path
) -> None:
    reported: list[object] = []

    def on_crash(reason: object) -> None:
        reported.append(reason)
        QTimer.singleShot(0, end)

    before = sys.excepthook
    status = run_window(Failing(GALLERY["02-home"]), on_crash=on_crash)

    assert status == 0
    assert [str(reason) for reason in reported] == ["bug"]
    assert sys.excepthook is before


def test_a_machine_in_a_hall_fills_its_screen_without_frame(
    qapp: QGuiApplication, catalogues: Path
) -> None:
    kiosk = make_window(
        RecordingSlides(GALLERY["01-attract"]), WindowOptions(fullscreen=True, hide_cursor=True)
    )
    kiosk.show()
    try:
        assert kiosk.window.visibility() == kiosk.window.Visibility.FullScreen
        assert kiosk.window.cursor().shape() == kiosk.window.cursor().shape().BlankCursor
    finally:
        kiosk.close()


def test_a_window_that_is_closed_leaves_its_visit_alone(
    qapp: QGuiApplication, catalogues: Path
) -> None:
    visit = RecordingSlides(GALLERY["02-home"])
    kiosk = make_window(visit)
    kiosk.show()
    kiosk.close()

    visit.show(GALLERY["06-account"])
    qapp.processEvents()

    assert kiosk.bridge.current().screen == "Home"
