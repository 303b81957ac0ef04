"""Every screen of the staff, in both languages at two sizes, passes the checks of ``drawing``."""

from dataclasses import replace

import pytest

from tests.ui.drawing import all_faults
from tests.ui.staff_views import STAFF
from tests.ui.stage import Stage

SIZES = [(1080, 1920), (1366, 768)]


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_screen_of_the_staff_is_drawn_whole(
    stage: Stage, size: tuple[int, int], language: str
) -> None:
    stage.resize(*size)
    faults = {}
    for name, view in STAFF.items():
        stage.show(replace(view, language=language))
        found = all_faults(stage.window, stage.picture())
        if found:
            faults[name] = [str(fault) for fault in found]

    assert faults == {}
    assert stage.kiosk.warnings == []
