"""Runs a list of taps on a window without a screen, and keeps the pictures, numbered in order."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QImage

from ui.app import WindowOptions, make_application, make_window
from ui.autopilot import Autopilot, Step
from ui.bridge import VisitPort


def tap_through(
    visit: VisitPort, steps: Sequence[Step], folder: Path, *, width: int = 1080, height: int = 1920
) -> str:
    """Tap through a visit; the reason why it ended early, or the empty text.

    Every picture becomes ``NN-name.png`` in ``folder``.
    """
    application = make_application()
    crashes: list[str] = []
    kiosk = make_window(
        visit,
        WindowOptions(width=width, height=height),
        lambda error: crashes.append(f"{type(error).__name__}: {error}"),
    )
    outcome: list[str] = []
    kept: list[str] = []

    def keep(name: str, image: QImage) -> None:
        kept.append(name)
        path = folder / f"{len(kept):02d}-{name}.png"
        if not image.save(str(path)):
            crashes.append(f"could not write {path.name}")

    def done(problem: str) -> None:
        outcome.append(problem)
        application.exit()  # ``quit`` would ask the window, which refuses to close

    autopilot = Autopilot(kiosk, steps, keep=keep, done=done)
    try:
        kiosk.show()
        autopilot.start()
        application.exec()
    finally:
        kiosk.close()
    problems = [*outcome, *crashes, *kiosk.warnings]
    return "; ".join(problem for problem in problems if problem)
