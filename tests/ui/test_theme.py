"""The tokens keep their promises: contrast in every theme, and under a chamber's own colours."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtQml import QQmlComponent

from tests.ui.seeing import AAA, contrast
from tests.ui.stage import Stage
from tests.ui.views import ATTRACT, GALLERY, view

PAIRS = [
    ("ink", "canvas"),
    ("ink", "surface"),
    ("soft", "canvas"),
    ("soft", "surface"),
    ("soft", "sunken"),
    ("ink", "sunken"),
    ("brandInk", "brand"),
    ("accent", "canvas"),
    ("accent", "surface"),
    ("accent", "tint"),
    ("good", "goodTint"),
    ("care", "careTint"),
    ("bad", "badTint"),
    ("good", "canvas"),
    ("good", "surface"),
    ("care", "canvas"),
    ("care", "surface"),
    ("heroInk", "heroTop"),
    ("heroInk", "heroBottom"),
    ("heroSoft", "heroTop"),
    ("heroSoft", "heroBottom"),
    ("bad", "surface"),
    ("ink", "tint"),
    ("soft", "tint"),
]


@pytest.fixture
def theme(stage: Stage) -> QObject:
    component = QQmlComponent(stage.kiosk.engine)
    component.setData(
        b"import QtQml\nimport Dispensador\nQtObject { property var theme: Theme }", ""
    )
    holder = component.create()
    assert holder is not None, component.errorString()
    holder.setParent(stage.window)
    found = holder.property("theme")
    assert isinstance(found, QObject)
    return found


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
@pytest.mark.parametrize(("text", "ground"), PAIRS, ids=[f"{a} on {b}" for a, b in PAIRS])
def test_every_text_can_be_read_on_its_ground(
    stage: Stage, theme: QObject, name: str, text: str, ground: str
) -> None:
    stage.show(replace(GALLERY["01-attract"], theme=name))

    assert contrast(theme.property(text), theme.property(ground)) >= AAA


def test_a_chamber_has_its_own_colour(stage: Stage, theme: QObject) -> None:
    stage.show(view(ATTRACT, brand={"primary": "#7A1F5C", "dark": "#4E0F39"}))

    assert theme.property("brand").name() == "#7a1f5c"


def test_a_colour_on_which_nothing_can_be_read_is_not_taken(stage: Stage, theme: QObject) -> None:
    stage.show(view(ATTRACT, brand={"primary": "#FFCC00"}))

    assert contrast(theme.property("brandInk"), theme.property("brand")) >= AAA
    assert theme.property("brand").name() == "#0a4da2"
