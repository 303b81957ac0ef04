"""What the bundle's self-check asks of the screens."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.ui.views import GALLERY
from ui import resources, selfcheck
from ui.icons import draw_icon
from ui.resources import QML, SCREENS, ResourceMissing, load_fonts
from ui.samples import sample_views
from ui.selfcheck import load_all_screens


def test_every_screen_loads_and_draws_its_sample(qapp: QGuiApplication, catalogues: Path) -> None:
    assert load_all_screens() == []


def test_there_is_a_sample_and_a_file_for_every_screen() -> None:
    assert (
        set(sample_views())
        == set(SCREENS)
        == {
            str(path.relative_to(QML / "screens").with_suffix(""))
            for path in (QML / "screens").rglob("*.qml")
        }
    )


@pytest.mark.qt_log_ignore("Nowhere.qml: No such file")
def test_a_screen_that_cannot_be_drawn_is_named(
    qapp: QGuiApplication, catalogues: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    views = sample_views()
    nowhere = replace(GALLERY["02-home"], screen="Nowhere")
    broken = {"Attract": views["Attract"], "Nowhere": nowhere}
    monkeypatch.setattr(selfcheck, "sample_views", lambda: broken)

    assert "screen Nowhere does not load" in load_all_screens()


def test_the_machine_does_not_start_without_its_font(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "FONT_FILES", ("Missing.ttf",))

    with pytest.raises(ResourceMissing, match=r"Missing\.ttf"):
        load_fonts()


def test_an_icon_is_drawn_in_its_colour() -> None:
    image = draw_icon("printer", "0a4da2", 48)
    pixels = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
    colours = {pixel.name() for pixel in pixels if pixel.alpha() == 255}

    assert colours == {"#0a4da2"}


def test_an_unknown_icon_is_a_fault() -> None:
    with pytest.raises(ResourceMissing, match="no-such-icon"):
        draw_icon("no-such-icon", "000000", 10)


def test_every_icon_that_a_screen_names_is_bundled() -> None:
    place = resources.folder("icons")
    for path in QML.rglob("*.qml"):
        text = path.read_text(encoding="utf-8")
        for line in text.splitlines():
            if re.search(r"\b(icon|name|subtitleIcon|titleIcon)\s*:", line):
                for name in re.findall(r'"([a-z]+(?:-[a-z0-9]+)+)"', line):
                    assert (place / f"{name}.svg").is_file(), f"{path.name}: {name}"
