"""The promises of the repository itself: its commands, its pinned packages, its import rules."""

import re
import shutil
import subprocess
import sys
import tomllib
from importlib import resources
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFont

ROOT = Path(__file__).parents[2]
COMMANDS = (
    "run",
    "test",
    "check",
    "simulate",
    "prove",
    "screenshots",
    "bench",
    "bundle",
    "central",
)
CODE = ("kiosk", "ui", "drivers", "central", "resources")

REFUSE_QT_AND_SERIAL = """
import importlib.abc, pkgutil, sys

class Refuse(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "serial"}:
            raise ImportError(f"{name} is refused")
        return None

sys.meta_path.insert(0, Refuse())
import kiosk
for module in pkgutil.walk_packages(kiosk.__path__, "kiosk."):
    if module.name != "kiosk.__main__" and ".migrations" not in module.name:
        importlib.import_module(module.name)
for blocked in ("PySide6.QtCore", "serial"):
    try:
        importlib.import_module(blocked)
    except ImportError:
        continue
    sys.exit(f"{blocked} was not refused: this test proves nothing")
"""


def python(source: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", source], cwd=folder, capture_output=True, text=True
    )


def names(requirements: list[str]) -> set[str]:
    found = (re.match(r"[A-Za-z0-9._-]+", line) for line in requirements)
    return {re.sub(r"[-_.]+", "-", match[0]).lower() for match in found if match}


@pytest.fixture(scope="module")
def constraints() -> str:
    return (ROOT / "constraints.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def declared() -> set[str]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    extras = project["optional-dependencies"].values()
    return names([line for group in (project["dependencies"], *extras) for line in group])


def test_the_constraints_hold_no_download_address(constraints: str) -> None:
    assert "://" not in constraints
    assert not re.search(r"^\s*-", constraints.replace("    --hash=sha256:", ""), re.MULTILINE)


def test_every_constraint_is_one_exact_version_with_a_hash(constraints: str) -> None:
    entries = constraints.replace("\\\n", " ").splitlines()

    assert entries
    for entry in entries:
        assert re.fullmatch(r"[a-z0-9.-]+==\S+(\s+--hash=sha256:[0-9a-f]{64})+\s*", entry), entry


def test_every_declared_dependency_is_pinned(constraints: str, declared: set[str]) -> None:
    assert "pydantic" in declared
    assert declared - {"dispensador"} - names(constraints.splitlines()) == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_make_knows_the_fixed_command(command: str) -> None:
    known = subprocess.run(
        ["make", "--dry-run", "--always-make", command], cwd=ROOT, capture_output=True, text=True
    )

    assert known.returncode == 0, known.stderr
    assert known.stdout.strip()


def test_the_pipeline_runs_the_tests_first() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    assert re.findall(r"^part make (\w+)$", script, re.MULTILINE) == ["test", "check", "bundle"]
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def test_the_core_is_imported_without_qt_and_without_serial_lines() -> None:
    imported = python(REFUSE_QT_AND_SERIAL)

    assert imported.returncode == 0, imported.stderr


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("kiosk/money.py", "import PySide6.QtCore"),
        ("kiosk/visit/events.py", "import serial"),
        ("kiosk/visit/events.py", "import drivers"),
        ("kiosk/money.py", "import kiosk.ports"),
        ("ui/__init__.py", "import drivers"),
        ("drivers/__init__.py", "import ui"),
        ("drivers/__init__.py", "import central"),
        ("central/__init__.py", "import kiosk.ports"),
    ],
)
def test_the_import_rules_catch_a_planted_import(file: str, line: str, tmp_path: Path) -> None:
    for package in CODE:
        shutil.copytree(
            ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / file).open("a", encoding="utf-8") as code:
        code.write(f"\n{line}\n")

    checked = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
    )

    assert checked.returncode == 1, checked.stdout + checked.stderr
    assert re.search(r"[1-9] broken", checked.stdout)


@pytest.mark.parametrize(
    "name", sorted(path.name for path in (ROOT / "resources" / "fonts").glob("*.ttf"))
)
def test_a_bundled_font_sets_the_letters_of_spanish_in_a_pdf(name: str) -> None:
    with resources.as_file(resources.files("resources") / "fonts" / name) as path:
        face = TTFont(name, path).face

    assert all(ord(letter) in face.charToGlyph for letter in "ÁÉÍÓÚÜÑáéíóúüñ¿¡$º«»—•")


def test_every_font_family_and_the_icons_come_with_their_licence() -> None:
    fonts = ROOT / "resources" / "fonts"
    families = {path.name.partition("-")[0] for path in fonts.glob("*.ttf")}

    assert families
    for family in families:
        licence = (fonts / f"{family}-OFL.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "ISC License" in (ROOT / "resources" / "icons" / "LICENSE").read_text(encoding="utf-8")
