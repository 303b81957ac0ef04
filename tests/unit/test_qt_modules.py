"""Only the parts of Qt that are free to ship (LGPL-3) and in PySide6-Essentials are imported.

Add-ons are partly GPL, and the virtual keyboard is GPL or commercial (doc.qt.io, "Licensing").
"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYTHON_MODULES = {
    "QtCore",
    "QtGui",
    "QtNetwork",
    "QtQml",
    "QtQml.Models",
    "QtQuick",
    "QtQuickControls2",
    "QtSvg",
    "QtTest",
}
QML_MODULES = {
    "QtQml",
    "QtQml.Models",
    "QtQuick",
    "QtQuick.Controls.Basic",
    "QtQuick.Layouts",
    "QtQuick.Shapes",
    "QtQuick.Templates",
    "QtQuick.Window",
}


def python_imports(source: str) -> set[str]:
    """The modules of PySide6 that a Python file names; `*` for a form this cannot follow."""
    named = set(re.findall(r"\bPySide6\.(\w+)", source))
    for line in re.findall(r"^\s*from PySide6 import (.+)$", source, re.MULTILINE):
        named |= {"*"} if "(" in line else {part.split()[0] for part in line.split(",")}
    return named


def qml_imports(source: str) -> set[str]:
    """The modules a QML file imports; folders of our own, in quotes, are no modules."""
    return set(re.findall(r"^\s*import\s+([A-Za-z][\w.]*)", source, re.MULTILINE))


def own_modules() -> set[str]:
    """The QML modules that this project declares itself."""
    declared = (path.read_text(encoding="utf-8") for path in ROOT.glob("ui/**/qmldir"))
    return {name for text in declared for name in re.findall(r"^module (\S+)", text, re.MULTILINE)}


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("from PySide6.QtPdf import QPdfDocument", {"QtPdf"}),
        ("import PySide6.QtCharts", {"QtCharts"}),
        ("    from PySide6 import QtPdf, QtGui as gui", {"QtPdf", "QtGui"}),
        ("from PySide6 import (\n    QtPdf,\n)", {"*"}),
    ],
)
def test_an_import_of_qt_in_python_is_seen(source: str, named: set[str]) -> None:
    assert python_imports(source) == named


def test_an_import_in_qml_is_seen() -> None:
    source = 'import QtQuick\nimport QtQuick.VirtualKeyboard 2.15 as K\nimport "../components"\n'

    assert qml_imports(source) == {"QtQuick", "QtQuick.VirtualKeyboard"}


def test_python_uses_only_allowed_modules_of_qt() -> None:
    for package in ("ui", "drivers", "kiosk"):
        for file in (ROOT / package).rglob("*.py"):
            assert python_imports(file.read_text(encoding="utf-8")) <= PYTHON_MODULES, file


def test_screens_use_only_allowed_modules() -> None:
    allowed = QML_MODULES | own_modules()

    for file in (ROOT / "ui").rglob("*.qml"):
        assert qml_imports(file.read_text(encoding="utf-8")) <= allowed, file
