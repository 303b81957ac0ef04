"""The check of the catalogues finds what it is there for."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "check_translations.py"
SCREEN_FILE = "ui/qml/Pay.qml"
CATALOGUE_FILE = "resources/translations/es_CO.ts"
SCREEN = """import QtQuick

Text {
    id: screen
    text: qsTr("Pay now")
}
"""
CATALOGUE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_CO" sourcelanguage="en">
<context>
    <name>Pay</name>
    <message>
        <source>Pay now</source>
        <translation>Pagar ahora</translation>
    </message>
</context>
</TS>
"""


@pytest.fixture(scope="module")
def check() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_translations", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for file, text in ((SCREEN_FILE, SCREEN), (CATALOGUE_FILE, CATALOGUE)):
        (tmp_path / file).parent.mkdir(parents=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    return tmp_path


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_complete_catalogue_passes(check: ModuleType, project: Path) -> None:
    assert check.main(project) == 0


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (SCREEN_FILE, "Pay now", "Pay today"),
        (CATALOGUE_FILE, "<translation>Pagar ahora", '<translation type="unfinished">'),
        (CATALOGUE_FILE, 'language="es_CO" sourcelanguage="en"', ""),
    ],
    ids=["a text was changed", "a translation is missing", "no language is named"],
)
def test_a_fault_in_a_catalogue_is_found(
    check: ModuleType, project: Path, file: str, old: str, new: str
) -> None:
    replace(project / file, old, new)

    assert check.main(project) == 1


def test_screens_without_any_catalogue_are_a_fault(check: ModuleType, project: Path) -> None:
    (project / CATALOGUE_FILE).unlink()

    assert check.main(project) == 1


def test_the_check_changes_no_catalogue(check: ModuleType, project: Path) -> None:
    replace(project / SCREEN_FILE, "Pay now", "Pay today")
    before = (project / CATALOGUE_FILE).read_bytes()

    check.main(project)

    assert (project / CATALOGUE_FILE).read_bytes() == before
