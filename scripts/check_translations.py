"""Checks the catalogues: they hold exactly the texts of the screens, and every one is translated.

`lupdate` runs on a copy, so nothing is changed. The texts of both are compared without their line
numbers, which move all the time. A catalogue of the source language holds only plural forms; it is
recognised by that.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

ROOT = Path(__file__).parent.parent
SCREENS = Path("ui") / "qml"
CATALOGUES = Path("resources") / "translations"
BIN = Path(sys.executable).parent


class Text(NamedTuple):
    """What makes a text of a catalogue the same text."""

    context: str
    source: str
    comment: str
    plural: bool


def texts(catalogue: Path) -> set[Text]:
    """The texts that are in use; those that `lupdate` found vanished are left out."""
    found = set()
    for context in ElementTree.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            state = None if translation is None else translation.get("type")
            if state not in {"obsolete", "vanished"}:
                found.add(
                    Text(
                        context.findtext("name", ""),
                        message.findtext("source", ""),
                        message.findtext("comment", ""),
                        message.get("numerus") == "yes",
                    )
                )
    return found


def faults(catalogue: Path, screens: Path, scratch: Path) -> list[str]:
    """What is wrong with one catalogue, as sentences."""
    if not ElementTree.parse(catalogue).getroot().get("language"):
        return ["names no language, so lupdate leaves it as it is"]
    committed = texts(catalogue)
    fresh = scratch / catalogue.name
    shutil.copy(catalogue, fresh)
    update = [str(BIN / "pyside6-lupdate"), "-silent", "-no-obsolete", "-extensions", "qml,js"]
    if all(text.plural for text in committed):
        update.append("-pluralonly")
    subprocess.run([*update, str(screens), "-ts", str(fresh)], check=True)
    present = texts(fresh)
    release = [str(BIN / "pyside6-lrelease"), "-silent", "-fail-on-unfinished", str(catalogue)]
    found = [
        f"not in the catalogue: {text.context}: {text.source!r}" for text in present - committed
    ]
    found += [
        f"on no screen any more: {text.context}: {text.source!r}" for text in committed - present
    ]
    if subprocess.run([*release, "-qm", str(scratch / "compiled.qm")]).returncode:
        found.append("not every text is translated")
    return sorted(found)


def main(root: Path = ROOT) -> int:
    """Status 1 when a catalogue is behind its screens, or when screens have none."""
    catalogues = sorted((root / CATALOGUES).glob("*.ts"))
    if not catalogues:
        print(f"there is no catalogue in {CATALOGUES}")
        return 1
    status = 0
    with tempfile.TemporaryDirectory() as folder:
        for catalogue in catalogues:
            found = faults(catalogue, root / SCREENS, Path(folder))
            for fault in found:
                print(f"{catalogue.name}: {fault}")
            status |= bool(found)
            print(f"{catalogue.name}: {len(texts(catalogue))} texts")
    return status


if __name__ == "__main__":
    sys.exit(main())
