"""The guided paper change: open, put the roll in and close, set the odometer, print a test.

The printer's own sensors carry the first two steps on; where a model has none, a touch does.
"""

from dataclasses import replace

from kiosk.staff.maintenance.state import Maintenance, Told

_HAS_PAPER = ("ready", "near_end", "paper_short", "presenter", "head_hot")
"""States of a printer that is closed and has paper in it."""


def begin(state: Maintenance) -> Maintenance:
    """The first step, with the usual roll."""
    return replace(state, paper="open", roll_m=state.setup.roll_m, told=None)


def seen(state: Maintenance) -> Maintenance:
    """Go on when the printer itself shows that a step is done."""
    printer = state.fact("printer")
    match state.paper:
        case "open" if printer == "cover_open":
            return replace(state, paper="close")
        case "close" if printer in _HAS_PAPER:
            return replace(state, paper="length")
        case _:
            return state


def go_on(state: Maintenance) -> tuple[Maintenance, str]:
    """A touch of "continue": the next step, or the act that this one needs."""
    match state.paper:
        case "open":
            return replace(state, paper="close"), ""
        case "close" if state.fact("printer") in _HAS_PAPER:
            return replace(state, paper="length"), ""
        case "length":
            return state, "load_roll"
        case "test":
            return state, "test_page"
        case "done":
            return replace(state, paper="idle"), ""
        case _:
            return state, ""


def printed(state: Maintenance, told: Told) -> Maintenance:
    """What an act of the change led to; a test that failed is printed again, not skipped."""
    if told.tone == "bad":
        return state
    match state.paper, told.act:
        case "length", "load_roll":
            return replace(state, paper="test")
        case "test", "test_page":
            return replace(state, paper="done")
        case _:
            return state
