"""Real windows on the offscreen platform, with the bundled font and the compiled catalogues."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.ui.stage import Stage
from tests.ui.views import GALLERY
from ui.resources import folder


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """The kiosk needs no widgets."""
    return QGuiApplication


@pytest.fixture(scope="session")
def catalogues() -> Path:
    """The compiled catalogues, made again where a ``.ts`` is newer."""
    place = folder("translations")
    for source in place.glob("*.ts"):
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            release = Path(sys.executable).parent / "pyside6-lrelease"
            subprocess.run([release, "-silent", source, "-qm", compiled], check=True)
    return place


@pytest.fixture(scope="module")
def shared_stage(qapp: QGuiApplication, catalogues: Path) -> Iterator[Stage]:
    """One window for a whole file, because making it takes a third of a second."""
    stage = Stage(GALLERY["01-attract"])
    yield stage
    stage.close()


@pytest.fixture
def stage(shared_stage: Stage) -> Stage:
    """The file's window at its first size, with nothing remembered."""
    shared_stage.resize(1080, 1920)
    shared_stage.window.setProperty("settleMs", 0)
    shared_stage.show(GALLERY["01-attract"])
    shared_stage.visit.intents.clear()
    shared_stage.kiosk.warnings.clear()
    return shared_stage
