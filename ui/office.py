"""The window of an office computer: with a keyboard, a frame, and room for a landscape screen."""

from collections.abc import Callable

from ui.app import OnCrash, WindowOptions, run_window
from ui.bridge import VisitPort, nobody

WIDTH, HEIGHT = 1366, 768
"""Pixels; the smallest screens that offices still have."""


def office_window(on_turn: Callable[[], None] = nobody) -> WindowOptions:
    """How the desk's window stands on its screen."""
    return WindowOptions(width=WIDTH, height=HEIGHT, may_close=True, keyboard=True, on_turn=on_turn)


def show_desk(desk: VisitPort, on_crash: OnCrash) -> int:
    """Show the desk until its window is closed; the exit status."""
    return run_window(desk, office_window(), on_crash)
