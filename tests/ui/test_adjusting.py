"""A real visit in a real window: a finger asks for other screens; the next person has none."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent
from PySide6.QtTest import QTest

from kiosk.visit import events as e
from kiosk.visit.effects import Effect
from kiosk.visit.flow import Flow
from kiosk.visit.state import Setup
from tests.support.kiosk import FakeClock
from tests.support.visit import SESSION, WORKING, make_account
from tests.ui.drawing import reach_faults
from tests.ui.stage import Hall
from ui.lookup import find_item, scene_center


class Visitor(Hall):
    """A person before the machine; central's answers wait until they are sent."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.asked: list[tuple[Effect, Callable[[e.Event], None]]] = []
        self.flow = Flow(
            Setup(chamber="Cámara de Ejemplo"),
            WORKING,
            self.clock,
            lambda effect, emit: self.asked.append((effect, emit)),
        )
        super().__init__(self.flow)

    def tap(self, name: str) -> None:
        """Touch a control and wait for the screen that comes."""
        super().tap(name)
        self.follow()

    def follow(self) -> None:
        """Draw what the visit shows now."""
        QGuiApplication.processEvents()
        self.kiosk.bridge.refresh()
        self.wait_settled()

    def wait(self, seconds: float) -> None:
        """Let time pass without a touch."""
        self.clock.advance(seconds)
        self.flow.tick()
        self.follow()

    def answer(self, event: e.Answer) -> None:
        """Central's answer to the newest request."""
        self.flow.handle(event)
        self.follow()

    @property
    def screen(self) -> str:
        return self.flow.view().screen

    def sign_in(self) -> None:
        """From the idle screen to the account."""
        for name in ("startButton", "action_buy", *(f"key_{n}" for n in "1990000001")):
            self.tap(name)
        for name in ("continueButton", "key_a", "key_b", "continueButton"):
            self.tap(name)
        self.answer(e.SignedIn(1, SESSION))
        self.answer(e.AccountFetched(2, make_account(registrations=8)))
        assert self.screen == "Account"


@pytest.fixture
def visitor(qapp: QGuiApplication, catalogues: object) -> Iterator[Visitor]:
    found = Visitor()
    yield found
    found.close()


@pytest.fixture
def theme(visitor: Visitor) -> QObject:
    component = QQmlComponent(visitor.kiosk.engine)
    component.setData(
        b"import QtQml\nimport Dispensador\nQtObject { property var theme: Theme }", ""
    )
    holder = component.create()
    assert holder is not None, component.errorString()
    holder.setParent(visitor.window)
    found = holder.property("theme")
    assert isinstance(found, QObject)
    return found


def looks(theme: QObject) -> tuple[object, ...]:
    """What the window draws with."""
    return tuple(theme.property(name) for name in ("name", "textScale", "reach"))


ORDINARY = ("light", 100, False)
WANTED = ("contrast", 150, True)


def ask_for_everything(visitor: Visitor) -> None:
    """The accessibility screen, every switch, and back."""
    visitor.tap("adjustButton")
    for name in ("textSize_150", "switch_high_contrast", "switch_low_reach", "switch_still"):
        visitor.tap(name)
    visitor.tap("switch_more_time")
    visitor.tap("doneButton")


def test_a_person_who_asks_gets_it_on_every_screen_until_the_exit(
    visitor: Visitor, theme: QObject
) -> None:
    ask_for_everything(visitor)
    assert (visitor.screen, looks(theme)) == ("Attract", WANTED)

    visitor.sign_in()
    visitor.tap("buyButton")
    assert looks(theme) == WANTED
    assert list(reach_faults(visitor.window)) == []
    assert find_item(visitor.window, "registration_99-000011") is not None
    assert find_item(visitor.window, "registration_99-000012") is None

    visitor.tap("finishButton")
    assert (visitor.screen, looks(theme)) == ("Attract", ORDINARY)


def test_a_person_who_walks_away_takes_it_along(visitor: Visitor, theme: QObject) -> None:
    visitor.sign_in()
    ask_for_everything(visitor)

    visitor.wait(90)
    assert visitor.text("timeoutSeconds").endswith("40 segundos.")
    visitor.tap("moreTimeButton")
    assert looks(theme) == WANTED

    visitor.wait(130)
    assert (visitor.screen, looks(theme)) == ("Attract", ORDINARY)


def test_the_screen_below_is_as_it_was_left(visitor: Visitor) -> None:
    for name in ("startButton", "action_buy", "key_1", "key_9", "adjustButton", "doneButton"):
        visitor.tap(name)

    assert visitor.text("typed") == "19"


def test_a_double_tap_on_done_does_not_reach_the_screen_below(visitor: Visitor) -> None:
    visitor.tap("adjustButton")
    visitor.window.setProperty("settleMs", 400)
    place = scene_center(visitor.item("doneButton"))

    for _ in range(3):
        click(visitor, place)

    assert visitor.screen == "Attract"


def click(visitor: Visitor, place: QPoint) -> None:
    """A touch at a place, whatever is there by now."""
    QTest.mouseClick(
        visitor.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    QGuiApplication.processEvents()


def test_many_fingers_sign_in_once(visitor: Visitor) -> None:
    for name in ("startButton", "action_buy", *(f"key_{n}" for n in "1990000001")):
        visitor.tap(name)
    for name in ("continueButton", "key_a"):
        visitor.tap(name)
    place = scene_center(visitor.item("continueButton"))

    for _ in range(5):
        click(visitor, place)

    assert len(visitor.asked) == 1


def test_touches_and_keys_while_the_machine_asks_change_nothing(visitor: Visitor) -> None:
    visitor.sign_in()
    visitor.tap("buyButton")
    visitor.tap("registration_99-000010")
    before, asked = visitor.flow.visit(), len(visitor.asked)
    width, height = visitor.window.width(), visitor.window.height()

    for place in (QPoint(width // 2, y) for y in range(200, height - 20, 90)):
        click(visitor, place)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_A, Qt.Key.Key_Space):
        QTest.keyClick(visitor.window, key)

    assert len(visitor.asked) == asked
    after = visitor.flow.visit()
    assert (after.stage, after.cart) == (before.stage, before.cart)
