"""Every view of the gallery, in both languages at two sizes, passes the checks of ``drawing``."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem

from tests.ui.drawing import all_faults, blank_faults
from tests.ui.stage import Stage
from tests.ui.views import GALLERY

SIZES = [(1080, 1920), (1366, 768)]
SMALL_SIZES = [(768, 1366), (1024, 600)]
FULLEST = [
    "01-attract",
    "06-account-held",
    "07-registration-five",
    "08-certificates-pages",
    "09-confirm-ten",
    "20-failure-ten",
]


@pytest.mark.parametrize("part", range(2))
@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_screen_is_drawn_whole(
    stage: Stage, size: tuple[int, int], language: str, part: int
) -> None:
    stage.resize(*size)
    faults = {}
    for name, view in list(GALLERY.items())[part::2]:
        stage.show(replace(view, language=language))
        found = all_faults(stage.window, stage.picture())
        if found:
            faults[name] = [str(fault) for fault in found]

    assert faults == {}
    assert stage.kiosk.warnings == []


@pytest.mark.parametrize("size", SMALL_SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_small_panels_show_the_fullest_screens_whole(stage: Stage, size: tuple[int, int]) -> None:
    stage.resize(*size)
    for name in FULLEST:
        stage.show(GALLERY[name])

        assert all_faults(stage.window, stage.picture()) == [], name


def plant(stage: Stage, qml: str) -> QQuickItem:
    """Put something ugly on the screen that is up."""
    component = QQmlComponent(stage.kiosk.engine)
    component.setData(b"import QtQuick\n" + qml.encode(), "")
    item = component.create()
    assert isinstance(item, QQuickItem), component.errorString()
    item.setParentItem(stage.window.contentItem())
    item.setParent(stage.window)
    return item


def control(name: str, x: int, y: int, width: int, height: int) -> str:
    """QML of something that can be touched."""
    place = f"x: {x}; y: {y}; width: {width}; height: {height}"
    return f'Item {{ {place}; objectName: "{name}"; MouseArea {{ anchors.fill: parent }} }}'


@pytest.mark.parametrize(
    ("ugly", "what"),
    [
        ('Text { width: 40; elide: Text.ElideRight; text: "much too long for its place" }', "cut"),
        ('Text { x: 70; y: 1560; text: "runs under the panel" }', "under the panel"),
        ('Text { y: 900; font.pixelSize: 20; text: "small print" }', "letters too small"),
        ('Text { width: 40; text: "Unbreakablelongword" }', "larger than its place"),
        ('Text { x: 1000; y: 700; text: "leaves the window at the right" }', "outside the window"),
        ('Text { x: 70; y: 240; text: "over the title of the page" }', "over each other"),
        (
            control("tiny", 400, 900, 40, 40),
            "too small",
        ),
        (
            control("twin", 64, 1700, 200, 200),
            "controls overlap",
        ),
        (
            control("far", 900, 900, 400, 200),
            "control outside the window",
        ),
    ],
    ids=lambda value: "" if "{" in value else value,
)
def test_the_checks_catch_what_is_ugly(stage: Stage, ugly: str, what: str) -> None:
    stage.show(GALLERY["06-account"])
    item = plant(stage, ugly)
    try:
        found = {fault.what for fault in all_faults(stage.window, stage.picture())}
    finally:
        item.setVisible(False)
        item.deleteLater()

    assert what in found


def test_the_checks_catch_a_screen_without_text() -> None:
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(0xF3F5F9)

    assert [fault.what for fault in blank_faults(image)] == ["blank"]
