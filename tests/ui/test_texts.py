"""Every code has its sentence, every sentence both languages."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QObject
from PySide6.QtQml import QQmlComponent

from kiosk.contract.messages import Movement, RegistrationSummary
from kiosk.contract.problems import ProblemCode
from kiosk.identity import IdType
from kiosk.ports import PrinterFault
from kiosk.purchase.order import CopyPhase, Trouble
from kiosk.station.capability import STATION_CODES, Part
from tests.ui.stage import Stage
from ui.resources import QML, folder

WITHOUT_LITERAL = re.compile(r'qsTr\((?!\s*")')
ID_ERRORS = {"empty", "length", "digits", "leading-zero", "check-digit", "no-document"}
STANDINGS = {"waiting", "working", "silent", "claimed", "decided"}
ENDINGS = {
    "printed",
    "not_printed",
    "uncertain",
    "given_back",
    "charged",
    "not_confirmed",
    "refused",
}
VISIT_CODES = {"central-offline", "cart-full", "nothing-found", "no-account"}


@pytest.fixture
def table(stage: Stage) -> QObject:
    component = QQmlComponent(stage.kiosk.engine)
    component.setData(
        b"import QtQml\nimport Dispensador\nQtObject { property var texts: Texts }", ""
    )
    holder = component.create()
    assert holder is not None, component.errorString()
    holder.setParent(stage.window)
    texts = holder.property("texts")
    assert isinstance(texts, QObject)
    return texts


def keys(table: QObject, name: str) -> set[str]:
    """The codes of one table."""
    value = table.property(name)
    return set(value.toVariant() if hasattr(value, "toVariant") else value)


def literals(model: type, name: str) -> set[str]:
    """The values a field of the contract may have."""
    return set(model.model_fields[name].annotation.__args__)  # type: ignore[attr-defined]


def test_every_printer_fault_has_a_sentence_and_a_chip(table: QObject) -> None:
    faults = {fault.value for fault in PrinterFault}

    assert keys(table, "faults") == faults
    assert keys(table, "printing") == faults | {"ready", "near_end"}


def test_every_refusal_has_a_sentence(table: QObject) -> None:
    told = keys(table, "errors") | keys(table, "internalCodes")

    assert {code.value for code in ProblemCode} <= told
    assert {trouble.value for trouble in Trouble if trouble} <= told
    assert told >= VISIT_CODES
    assert told >= STATION_CODES


def test_only_refusals_of_central_are_called_internal(table: QObject) -> None:
    assert keys(table, "internalCodes") <= {code.value for code in ProblemCode}


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("idTypes", {kind.value for kind in IdType}),
        ("idErrors", ID_ERRORS),
        ("copyPhases", {phase.value for phase in CopyPhase}),
        ("concepts", literals(Movement, "concept")),
        ("kinds", literals(RegistrationSummary, "kind")),
        ("papers", {"enough", "low", "out", "unknown"}),
        ("networks", {"online", "offline"}),
        ("unfinishedStates", STANDINGS),
        ("moneys", {"not_charged", "charged_partly", "held_unknown", "release_pending"}),
        ("receipts", {"offered", "printing", "printed", "failed", "unavailable"}),
        ("parts", {part.value for part in Part}),
        ("stepNames", {"identification", "registration", "certificates", "payment", "printing"}),
        ("actions", {"buy", "balance", "resume"}),
        ("actionDescriptions", {"buy", "balance", "resume"}),
        ("standings", STANDINGS | {"charged", "not_charged"}),
        ("knowns", STANDINGS),
        ("unknowns", STANDINGS),
        ("remedies", STANDINGS),
        ("endingTitles", ENDINGS),
        ("endings", ENDINGS),
        ("slips", {"printing", "printed", "failed"}),
    ],
)
def test_a_table_has_exactly_the_codes_of_the_core(
    table: QObject, name: str, codes: set[str]
) -> None:
    assert keys(table, name) == codes


def test_every_text_to_translate_is_a_literal() -> None:
    for path in QML.rglob("*.qml"):
        assert WITHOUT_LITERAL.search(path.read_text(encoding="utf-8")) is None, path.name


def test_a_text_that_is_no_literal_would_be_seen() -> None:
    assert WITHOUT_LITERAL.search("text: qsTr(name)") is not None
    assert WITHOUT_LITERAL.search("text: qsTr(`a ${b}`)") is not None


def messages(catalogue: Path) -> list[ElementTree.Element]:
    return list(ElementTree.parse(catalogue).getroot().iter("message"))


def forms(message: ElementTree.Element) -> list[str]:
    """The translation, or its plural forms."""
    translation = message.find("translation")
    assert translation is not None
    plural = [form.text or "" for form in translation.iter("numerusform")]
    return plural or [translation.text or ""]


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_translation_keeps_its_places_for_values(language: str) -> None:
    for message in messages(folder("translations") / f"dispensador_{language}.ts"):
        source = message.findtext("source", "")
        places = sorted(set(re.findall(r"%(?:\d|n)", source)))
        for form in forms(message):
            assert form, source
            assert sorted(set(re.findall(r"%(?:\d|n)", form))) == places, source


def test_spanish_speaks_to_the_person_as_usted() -> None:
    words = "tu|tus|tú|puedes|tienes|toca|elige|retira|intenta|olvides|anota"
    familiar = re.compile(rf"\b({words})\b", re.IGNORECASE)
    for message in messages(folder("translations") / "dispensador_es.ts"):
        for form in forms(message):
            assert not familiar.search(form), form
