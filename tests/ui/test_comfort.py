"""Who asked for large letters, high contrast and low controls gets them on every screen, whole."""

from dataclasses import replace

import pytest

from kiosk.visit.comfort import Comfort
from tests.ui.drawing import Fault, all_faults, reach_faults
from tests.ui.seeing import AA, AAA, contrast_faults
from tests.ui.stage import Stage
from tests.ui.test_pictures import FULLEST, control, plant
from tests.ui.views import GALLERY, comfortable
from ui.lookup import find_item

EVERYTHING = Comfort(text_size=150, high_contrast=True, low_reach=True, still=True)
LANDSCAPE = (1366, 768)
PARTS = 4
"""Pieces of the gallery, so that a busy machine draws each well within a test's time."""
VISIT = {name: view for name, view in GALLERY.items() if name < "30"}
"""The gallery without its own pictures of themes and large letters."""


def faults(stage: Stage, comfort: Comfort) -> list[Fault]:
    """All that is wrong with the screen that is up, for such a person."""
    image = stage.picture()
    found = all_faults(stage.window, image)
    if find_item(stage.window, "timeoutOverlay") is None:
        least = AAA if comfort.high_contrast else AA
        found += contrast_faults(stage.window, image, least)
    if comfort.low_reach:
        found += reach_faults(stage.window)
    return found


def bad_pictures(
    stage: Stage, comfort: Comfort, names: list[str], language: str
) -> dict[str, list[str]]:
    """The pictures with faults, and what they are."""
    bad = {}
    for name in names:
        stage.show(replace(comfortable(VISIT[name], comfort), language=language))
        found = faults(stage, comfort)
        if found:
            bad[name] = [str(fault) for fault in found]
    return bad


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("language", ["es", "en"])
def test_every_screen_is_whole_and_within_reach(stage: Stage, language: str, part: int) -> None:
    assert bad_pictures(stage, EVERYTHING, list(VISIT)[part::PARTS], language) == {}
    assert stage.kiosk.warnings == []


@pytest.mark.parametrize("size", [LANDSCAPE, (768, 1366), (1024, 600)], ids=str)
@pytest.mark.parametrize("text_size", [125, 150])
def test_large_letters_fit_on_other_panels(
    stage: Stage, size: tuple[int, int], text_size: int
) -> None:
    stage.resize(*size)

    comfort = replace(EVERYTHING, text_size=text_size)
    assert bad_pictures(stage, comfort, [*FULLEST, "17-accessibility-on"], "es") == {}


@pytest.mark.parametrize(
    "comfort",
    [Comfort(125), Comfort(150), Comfort(low_reach=True), Comfort(125, low_reach=True)],
    ids=["125", "150", "reach", "reach-125"],
)
def test_each_preference_alone_keeps_the_fullest_screens_whole(
    stage: Stage, comfort: Comfort
) -> None:
    names = [
        *FULLEST,
        "02-home",
        "03-identification-check-digit",
        "04-secure-key",
        "17-accessibility",
    ]
    assert bad_pictures(stage, comfort, names, "es") == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_ordinary_themes_can_be_read_as_they_are_drawn(stage: Stage, theme: str) -> None:
    pale = {}
    for name in [*FULLEST, "02-home-no-paper", "10-printing", "11-done", "20-failure-unknown"]:
        stage.show(replace(VISIT[name], theme=theme))
        found = [str(fault) for fault in contrast_faults(stage.window, stage.picture(), AA)]
        if found:
            pale[name] = found

    assert pale == {}


def test_a_panel_that_lies_offers_no_low_reach(stage: Stage) -> None:
    stage.show(VISIT["17-accessibility"])
    assert find_item(stage.window, "switch_low_reach") is not None

    stage.resize(*LANDSCAPE)
    stage.show(replace(VISIT["17-accessibility"], session="A"))
    stage.picture()
    assert find_item(stage.window, "switch_low_reach") is None
    assert find_item(stage.window, "switch_more_time") is not None


def test_the_checks_catch_a_control_out_of_reach(stage: Stage) -> None:
    stage.show(comfortable(VISIT["06-account"], EVERYTHING))
    item = plant(stage, control("high", 64, 700, 200, 200))
    try:
        found = [str(fault) for fault in reach_faults(stage.window)]
    finally:
        item.setVisible(False)
        item.deleteLater()

    assert found == ["out of reach: 'high at 700'"]


@pytest.mark.parametrize(
    ("colour", "caught"), [("#949494", True), ("#ffffff", True), ("#000000", False)]
)
def test_the_checks_catch_pale_letters(stage: Stage, colour: str, caught: bool) -> None:
    stage.show(VISIT["06-account"])
    item = plant(
        stage,
        "Rectangle { y: 1300; width: 400; height: 60; color: '#ffffff';"
        f' Text {{ text: "pale words"; color: "{colour}"; font.pixelSize: 40 }} }}',
    )
    try:
        found = [str(f) for f in contrast_faults(stage.window, stage.picture(), AA)]
    finally:
        item.setVisible(False)
        item.deleteLater()

    assert any("pale words" in fault for fault in found) is caught
    assert caught or found == []
