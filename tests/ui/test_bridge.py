"""The bridge: views out, intents in, whatever thread the change came from."""

import threading
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.stage import RecordingSlides
from tests.ui.views import GALLERY
from ui.bridge import Bridge


@pytest.fixture
def visit() -> RecordingSlides:
    return RecordingSlides(GALLERY["02-home"])


def test_a_change_from_another_thread_reaches_the_screen(
    qtbot: QtBot, visit: RecordingSlides
) -> None:
    bridge = Bridge(visit)
    seen_in: list[threading.Thread] = []
    bridge.viewChanged.connect(lambda: seen_in.append(threading.current_thread()))
    worker = threading.Thread(target=visit.show, args=(GALLERY["06-account"],))

    with qtbot.waitSignal(bridge.viewChanged, timeout=5000):
        worker.start()
    worker.join(5)

    assert bridge.property("view")["screen"] == "Account"
    assert seen_in == [threading.main_thread()]


def test_an_equal_view_disturbs_nobody(qtbot: QtBot, visit: RecordingSlides) -> None:
    bridge = Bridge(visit)

    with qtbot.assertNotEmitted(bridge.viewChanged):
        visit.show(replace(GALLERY["02-home"]))
        bridge.refresh()


def test_an_intent_reaches_the_visit_with_its_arguments(visit: RecordingSlides) -> None:
    Bridge(visit).intent("key", {"char": "ñ"})

    assert visit.intents == [("key", {"char": "ñ"})]


def test_what_an_intent_led_to_is_on_the_screen_at_once() -> None:
    class Answering(RecordingSlides):
        def intent(self, name: str, args: dict[str, object]) -> None:
            super().intent(name, args)
            self._view = GALLERY["03-identification"]

    bridge = Bridge(Answering(GALLERY["02-home"]))

    bridge.intent("choose", {"action": "buy"})

    assert bridge.current().screen == "Identification"


def test_time_passes_only_while_the_bridge_runs(qtbot: QtBot, visit: RecordingSlides) -> None:
    bridge = Bridge(visit)
    bridge.start()
    qtbot.waitUntil(lambda: visit.ticks > 0, timeout=5000)
    bridge.stop()
    ticks = visit.ticks

    with qtbot.waitSignal(bridge.viewChanged, timeout=5000):
        visit.show(GALLERY["06-account"])

    assert visit.ticks == ticks


def test_every_turn_is_told_and_only_by_the_loop_that_draws(
    qtbot: QtBot, visit: RecordingSlides
) -> None:
    told_in: list[threading.Thread] = []
    bridge = Bridge(visit, on_turn=lambda: told_in.append(threading.current_thread()))
    bridge.start()
    qtbot.waitUntil(lambda: len(told_in) > 1, timeout=5000)
    bridge.close()
    assert set(told_in) == {threading.main_thread()}
