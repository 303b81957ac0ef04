"""Every code of the maintenance has its words, and the touch test feels every field."""

from collections.abc import Iterator
from typing import get_args

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtQml import QQmlComponent
from PySide6.QtTest import QTest

from drivers.printer.discover import Trust
from drivers.printer.split import CODES as COMMANDS
from drivers.printer.status import StatusCode
from drivers.printer.trace import ANSWERS
from drivers.virtual.faults import KINDS
from kiosk.ports import ChargeLevel, PrinterFault
from kiosk.purchase.operation import State
from kiosk.staff.maintenance.acts import ACTS, LINE_ACTS, REASONS
from kiosk.staff.maintenance.evidence import CODES
from kiosk.staff.maintenance.readiness import NAMES, TONES, VERDICTS
from kiosk.staff.maintenance.readiness_words import WORDS
from kiosk.staff.maintenance.reading import SymbolKind
from kiosk.staff.maintenance.rehearsal import EXERCISES
from kiosk.staff.maintenance.state import SECTIONS
from kiosk.store.on_site import CHANGEABLE
from kiosk.store.rows import Kind
from tests.ui.staff_views import STAFF
from tests.ui.stage import Stage
from ui.bridge import Frame
from ui.lookup import find_item


@pytest.fixture
def table(stage: Stage) -> QObject:
    component = QQmlComponent(stage.kiosk.engine)
    component.setData(
        b"import QtQml\nimport Dispensador\nQtObject { property var texts: MaintenanceTexts }", ""
    )
    holder = component.create()
    assert holder is not None, component.errorString()
    holder.setParent(stage.window)
    texts = holder.property("texts")
    assert isinstance(texts, QObject)
    return texts


def keys(table: QObject, name: str) -> set[str]:
    value = table.property(name)
    return set(value.toVariant() if hasattr(value, "toVariant") else value)


def test_every_code_has_its_words(table: QObject) -> None:
    assert keys(table, "sections") == keys(table, "icons") == set(SECTIONS)
    assert keys(table, "titles") == set(SECTIONS)
    offered = {act for acts in (*ACTS.values(), *LINE_ACTS.values()) for act in acts}
    acts = offered | {"load_roll", "touch_test"}
    assert keys(table, "acts") == acts
    assert keys(table, "reasons") == {reason for some in REASONS.values() for reason in some}
    assert keys(table, "checks") == set(NAMES)
    assert keys(table, "tones") == set(TONES)
    assert keys(table, "verdicts") == set(VERDICTS)
    assert keys(table, "checkWords") == set(WORDS) - set(PrinterFault)
    assert keys(table, "exercises") == set(EXERCISES)
    assert keys(table, "evidence") == CODES
    assert keys(table, "faults") == set(KINDS)
    assert keys(table, "settings") == set(CHANGEABLE)
    assert keys(table, "statusBits") == {code.value for code in StatusCode} - {"ignored"}
    assert keys(table, "commands") == COMMANDS | ANSWERS
    for kind in get_args(SymbolKind):
        assert f"frame_{kind}" in keys(table, "states")
        assert f"read_{kind}" in keys(table, "outcomes")
    for trust in Trust:
        assert f"line_{trust.value}" in keys(table, "states")
    assert keys(table, "rows") >= {kind.value for kind in Kind}
    assert keys(table, "states") >= {state.value for state in State}
    assert keys(table, "states") >= {level.value for level in ChargeLevel}


def test_what_the_printer_lacks_is_said_where_the_sections_say_it(stage: Stage) -> None:
    """The words for faults are the visit's own; one look proves that they are found."""
    stage.show(STAFF["43-printer"])
    assert stage.text("fact_printer") == "La tapa de la impresora está abierta."
    stage.show(STAFF["43-printer-failed"])
    assert stage.text("toldText") == "La impresora se quedó sin papel."
    assert {fault.value for fault in PrinterFault} >= {"cover_open", "paper_out"}


class Heard(Stage):
    """A stage that takes the intents of the staff too."""

    def __init__(self, first: Frame, **size: int) -> None:
        super().__init__(first, **size)
        self.visit.intent = self._hear  # type: ignore[method-assign]

    def _hear(self, name: str, args: dict[str, object]) -> None:
        self.visit.intents.append((name, args))


@pytest.fixture
def heard(qapp: object, catalogues: object) -> Iterator[Heard]:
    stage = Heard(STAFF["50-touch"], width=540, height=960)
    yield stage
    stage.close()


@pytest.mark.parametrize(("down", "missed"), [(14, 0), (13, 8)])
def test_the_touch_test_counts_the_fields_that_did_not_answer(
    heard: Heard, down: int, missed: int
) -> None:
    heard.tap("startTouchTest")
    assert find_item(heard.window, "touchField") is not None
    wide, high = heard.window.width() / 8, heard.window.height() / 14
    for row in range(down):
        for column in range(8):
            place = QPoint(int((column + 0.5) * wide), int((row + 0.5) * high))
            QTest.mouseClick(
                heard.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
            )
    if missed:
        page = find_item(heard.window, "touchTest")
        assert page is not None
        page.setProperty("silenceMs", 1)
        for _ in range(250):
            if heard.visit.intents:
                break
            QTest.qWait(20)

    assert heard.visit.intents == [("touch_tested", {"missed": missed})]
    assert find_item(heard.window, "touchField") is None
