"""Draws the gallery to PNG files and judges each picture.

``python -m tests.ui.screenshots [--out DIR] [--all] [--sizes 1080x1920] [--only TEXT]``. The exit
status is 1 when a check fails.
"""

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path

SIZES = ((1080, 1920), (1366, 768))
MORE_SIZES = ((768, 1366), (1920, 1080), (1024, 600))
OFFICE = (1366, 768)
"""The smallest window of the cash desk."""
LANGUAGES = ("es", "en")


def say(line: str) -> None:
    """One line for whoever started this."""
    sys.stdout.write(f"{line}\n")


def main(arguments: list[str] | None = None) -> int:
    """Draw everything that was asked for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    from tests.ui.desk_views import DESK
    from tests.ui.drawing import all_faults, mouse_faults
    from tests.ui.staff_views import STAFF
    from tests.ui.stage import Stage
    from tests.ui.views import GALLERY

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("screenshots-output"))
    parser.add_argument("--all", action="store_true", help="every size, not only the first two")
    parser.add_argument("--sizes", default="", help="for example 1080x1920,1024x600")
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--only", default="", help="part of a picture's name")
    asked = parser.parse_args(arguments)
    sizes = [tuple(map(int, s.split("x"))) for s in asked.sizes.split(",") if s]
    sizes = sizes or list(SIZES + (MORE_SIZES if asked.all else ()))
    stage = Stage(GALLERY["01-attract"])
    drawn, failed = 0, 0
    try:
        for width, height in sizes:
            stage.resize(width, height)
            office = DESK if width >= OFFICE[0] and height >= OFFICE[1] and width > height else {}
            for language in asked.languages.split(","):
                folder = asked.out / f"{width}x{height}" / language
                folder.mkdir(parents=True, exist_ok=True)
                for name, view in (GALLERY | STAFF | office).items():
                    if asked.only not in name:
                        continue
                    stage.show(replace(view, language=language))
                    image = stage.picture()
                    image.save(str(folder / f"{name}.png"))
                    drawn += 1
                    judge = mouse_faults if name in office else all_faults
                    for fault in judge(stage.window, image):
                        failed += 1
                        say(f"{width}x{height} {language} {name}: {fault}")
        for warning in stage.kiosk.warnings:
            failed += 1
            say(f"warning: {warning}")
    finally:
        stage.close()
    say(f"{drawn} pictures in {asked.out}, {failed} faults")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
