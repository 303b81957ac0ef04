"""The screens of the cash desk: drawn whole, worded whole, and worked by keyboard alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from central.records.record import IncidentKind
from kiosk.contract.messages import OperationState
from kiosk.documents.desk_papers import FORMS
from kiosk.flow import read_intent
from kiosk.identity import IdType
from kiosk.staff.desk.events import INTENTS
from kiosk.staff.desk.show_queue import TOLD_EVENTS
from kiosk.staff.desk.state import VOUCHERS
from kiosk.staff.views import StaffView
from tests.ui.desk_views import DESK
from tests.ui.drawing import mouse_faults
from ui.app import KioskWindow, make_window
from ui.lookup import find_item, visible_items
from ui.office import office_window
from ui.selfcheck import Slides

SIZES = [(1366, 768), (1920, 1080)]


class Recording(Slides):
    """Shows views, and keeps every intent that the core would take."""

    def __init__(self, first: StaffView) -> None:
        super().__init__(first)
        self.intents: list[tuple[str, dict[str, object]]] = []

    def intent(self, name: str, args: dict[str, object]) -> None:
        read_intent(INTENTS, name, args)
        self.intents.append((name, args))


class Office:
    """A desk's window with a keyboard."""

    def __init__(self) -> None:
        self.slides = Recording(DESK["51-desk-home"])
        self.kiosk: KioskWindow = make_window(self.slides, office_window())
        self.window = self.kiosk.window
        self.window.setProperty("settleMs", 0)
        self.kiosk.show()
        self.window.requestActivate()
        assert QTest.qWaitForWindowActive(self.window, 5_000)

    def show(self, view: StaffView) -> None:
        self.slides.show(view)
        self.kiosk.bridge.refresh()
        for _ in range(50):
            QCoreApplication.processEvents()
            if self.kiosk.settled():
                break
        assert self.kiosk.settled()
        self.window.grabWindow()
        self.slides.intents.clear()

    def faults(self) -> list[str]:
        return [str(fault) for fault in mouse_faults(self.window, self.window.grabWindow())]

    def presses(self, *names: str) -> list[tuple[str, dict[str, object]]]:
        for name in names:
            QTest.keyClick(self.window, getattr(Qt.Key, f"Key_{name}"))
        return self.slides.intents

    def types(self, text: str) -> list[tuple[str, dict[str, object]]]:
        for char in text:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, char)
            QCoreApplication.sendEvent(self.window, event)
        return self.slides.intents

    def focus(self) -> str:
        return self.window.activeFocusItem().objectName()


@pytest.fixture(scope="module")
def shared_office(qapp: QGuiApplication, catalogues: Path) -> Iterator[Office]:
    office = Office()
    yield office
    office.kiosk.close()


@pytest.fixture
def office(shared_office: Office) -> Office:
    shared_office.window.resize(1366, 768)
    shared_office.show(DESK["51-desk-home"])
    shared_office.kiosk.warnings.clear()
    return shared_office


@pytest.mark.timeout(240)  # the whole gallery
@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_screen_is_drawn_whole(office: Office, size: tuple[int, int], language: str) -> None:
    office.window.resize(*size)
    faults = {}
    for name, view in DESK.items():
        office.show(replace(view, language=language))
        if found := office.faults():
            faults[name] = found
    assert faults == {}
    assert office.kiosk.warnings == []


def test_the_window_is_never_smaller_than_it_can_be_read(office: Office) -> None:
    assert (office.window.minimumWidth(), office.window.minimumHeight()) == (1366, 768)


@pytest.fixture
def table(office: Office) -> QObject:
    component = QQmlComponent(office.kiosk.engine)
    component.setData(
        b"import QtQml\nimport Dispensador\nQtObject { property var texts: DeskTexts }", ""
    )
    holder = component.create()
    assert holder is not None, component.errorString()
    holder.setParent(office.window)
    texts = holder.property("texts")
    assert isinstance(texts, QObject)
    return texts


def keys(table: QObject, name: str) -> set[str]:
    value = table.property(name)
    return set(value.toVariant() if hasattr(value, "toVariant") else value)


def test_every_code_of_the_core_has_its_words(table: QObject) -> None:
    assert keys(table, "forms") == set(FORMS)
    assert keys(table, "idTypes") == {kind.value for kind in IdType}
    assert keys(table, "states") == {state.value for state in OperationState}
    told = {"resolve-printed", "resolve-void", "other"}
    postings = {"posting-purchase", "posting-refund", "posting-correction"}
    assert keys(table, "events") == TOLD_EVENTS | told | postings
    assert keys(table, "whys") >= {
        kind.value
        for kind in IncidentKind
        if kind
        not in {
            IncidentKind.SPRAYING,
            IncidentKind.AUDIT_CHAIN_BROKEN,
            IncidentKind.DAY_CLOSE_DIFFERENCE,
        }
    }
    assert keys(table, "whys") >= {"held", "expired", "captured", "void"}
    assert {f"voucher_{form}" for form in VOUCHERS} <= keys(table, "fields")
    shown = {line.to for view in DESK.values() for line in view.body.keys}  # type: ignore[attr-defined]
    assert shown <= keys(table, "keys")


# -- the keyboard alone


def test_enter_escape_and_the_f_keys_do_what_the_screen_says(office: Office) -> None:
    assert office.presses("F3") == [("go", {"to": "customer"})]
    office.show(DESK["54-desk-top-up"])
    assert office.presses("Return") == [("continue", {})]
    office.show(DESK["54-desk-top-up"])
    assert office.presses("Escape") == [("back", {})]
    assert office.presses("F10")[-1] == ("finish", {})
    assert office.presses("F9")[-1] == ("set_language", {"code": "en"})


def test_a_key_that_is_off_does_nothing(office: Office) -> None:
    assert office.presses("F2") == []
    assert office.presses("Return") == []


def test_a_second_enter_before_the_screen_was_seen_does_nothing(office: Office) -> None:
    office.show(DESK["54-desk-top-up"])
    office.window.setProperty("settleMs", 60_000)
    office.slides.show(DESK["54-desk-top-up-sure"])
    office.kiosk.bridge.refresh()
    try:
        assert office.presses("Return", "Return") == []
    finally:
        office.window.setProperty("settleMs", 0)


def test_tab_goes_from_field_to_field_and_back(office: Office) -> None:
    office.show(DESK["57-desk-closing"])
    assert office.focus() == "field_piece_100000"
    office.presses("Tab")
    assert office.focus() == "field_piece_50000"
    office.presses("Backtab")
    assert office.focus() == "field_piece_100000"
    for _ in range(11):
        office.presses("Tab")
    assert office.focus() == "field_voucher_02"


def test_what_is_typed_goes_to_the_core_and_comes_back_as_the_core_has_it(office: Office) -> None:
    office.show(DESK["54-desk-top-up"])
    assert office.focus() == "field_amount"
    sent = office.types("7x")
    assert sent[-1] == ("type", {"name": "amount", "text": "20000x"})
    assert office.window.activeFocusItem().property("text") == "20000"


def test_the_arrows_choose_a_form_of_payment(office: Office) -> None:
    office.show(DESK["54-desk-top-up"])
    office.presses("Backtab")
    assert office.presses("Right") == [("select", {"name": "payment_form", "value": "02"})]


def test_a_screen_that_asks_for_time_takes_any_key_for_yes(office: Office) -> None:
    office.show(DESK["51-desk-home-countdown"])
    assert office.presses("Return") == [("more_time", {})]
    assert office.presses("F3")[-1] == ("more_time", {})


# -- secrets


def held_by(item: QQuickItem) -> Iterator[str]:
    """Every text that anything on the screen holds."""
    for each in (item, *visible_items(item)):
        for name in ("text", "displayText", "preeditText", "selectedText"):
            value = each.property(name)
            if isinstance(value, str):
                yield value


def test_a_key_is_never_on_the_screens_side(office: Office) -> None:
    office.show(DESK["56-desk-approval"])
    office.presses("Tab")
    assert office.focus() == "field_key"
    sent = office.types("Zq7")
    assert sent == [("type_secret", {"name": "key", "char": char}) for char in "Zq7"]
    root = office.window.contentItem()
    assert not any("Zq7" in text or text == "Z" for text in held_by(root))
    dots = find_item(office.window, "dots_key")
    assert dots is not None
    assert dots.property("text") == "●" * 12
    assert office.presses("Backspace")[-1] == ("erase_secret", {"name": "key"})


def test_the_door_keeps_nothing_of_what_is_typed(office: Office) -> None:
    office.show(DESK["50-desk-door-key"])
    sent = office.types("Ab")
    assert sent == [("key", {"char": "A"}), ("key", {"char": "b"})]
    assert not any("Ab" in text for text in held_by(office.window.contentItem()))
