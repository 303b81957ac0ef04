"""The hand that taps waits, touches what a finger could touch, and says where it got stuck."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from tests.ui.stage import Stage
from tests.ui.views import GALLERY
from ui.autopilot import Autopilot, Picture, Reach, Step, Tap, TypeText
from ui.paper import PaperWindow

WAIT_MS = 60_000


@pytest.fixture
def stage(qapp: QGuiApplication, catalogues: Path) -> Iterator[Stage]:
    stage = Stage(GALLERY["04-secure-key"])
    yield stage
    stage.close()


def ran(qtbot: QtBot, stage: Stage, steps: Sequence[Step]) -> tuple[str, list[str]]:
    """How it ended, and the names of the pictures it took."""
    ends: list[str] = []
    pictures: list[str] = []

    def keep(name: str, image: QImage) -> None:
        assert not image.isNull()
        pictures.append(name)

    autopilot = Autopilot(stage.kiosk, steps, keep=keep, done=ends.append)
    autopilot.start()
    qtbot.waitUntil(lambda: bool(ends), timeout=WAIT_MS)
    return ends[0], pictures


def test_it_types_with_capitals_and_signs_as_a_finger_would(qtbot: QtBot, stage: Stage) -> None:
    ended, _ = ran(qtbot, stage, [Reach("SecureKey"), TypeText("aB-1")])
    assert ended == ""
    meant = [(name, args.get("char", "")) for name, args in stage.visit.intents]
    # The view of this stage does not follow, so the capital arrives as the key that was touched.
    assert meant == [
        ("key", "a"),
        ("shift", ""),
        ("key", "b"),
        ("shift", ""),
        ("key", "-"),
        ("key", "1"),
    ]


def test_it_keeps_pictures_of_what_it_saw(qtbot: QtBot, stage: Stage) -> None:
    ended, pictures = ran(qtbot, stage, [Reach("SecureKey", "key"), Picture("again")])
    assert (ended, pictures) == ("", ["key", "again"])


def test_a_screen_that_never_comes_is_named(qtbot: QtBot, stage: Stage) -> None:
    ended, _ = ran(qtbot, stage, [Reach("Done", timeout_s=0.2)])
    assert "never came up" in ended
    assert "screen SecureKey" in ended


def test_a_control_that_is_not_there_is_named(qtbot: QtBot, stage: Stage) -> None:
    ended, _ = ran(qtbot, stage, [Tap("payButton", timeout_s=0.2)])
    assert "payButton cannot be touched" in ended


def test_the_paper_window_shows_what_the_printer_gives(qtbot: QtBot, qapp: QGuiApplication) -> None:
    grey = bytes([0x40]) * (64 * 32)
    window = PaperWindow(lambda: (64, 32, grey), "Papel")
    window.show()
    qtbot.waitUntil(lambda: window._image is not None, timeout=WAIT_MS)
    assert window._image is not None
    assert window._image.pixelColor(5, 5).red() == 0x40
    window.close()
