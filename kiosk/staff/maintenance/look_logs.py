"""Looks at the machine's log and at the stick it could be taken away on."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from kiosk.staff.maintenance.bodies import Fact, Found, Row
from kiosk.staff.maintenance.look_machine import page_of
from kiosk.staff.maintenance.parts import Parts
from kiosk.staff.maintenance.words import gigabytes
from kiosk.station.log_book import read_lines
from kiosk.visit.wording import short_instant

LOG_ROWS = 4
TEXT_MAX = 78
"""Characters of a line on the screen; whoever wants the rest takes the log along."""
_MB = 2**20
_TONES = {"error": "bad", "critical": "bad", "warning": "care"}
_ABOVE = ("timestamp", "level", "event", "trace")


def logs(parts: Parts, language: str, page: int, least: str) -> Found:
    """The last lines of this severity and worse, newest first."""
    lines = read_lines(parts.settings.state_dir, least or "info")
    page, pages = page_of(page, len(lines), LOG_ROWS)
    first = (page - 1) * LOG_ROWS
    rows = tuple(_row(line, language) for line in lines[first : first + LOG_ROWS])
    return Found(tuple(_sticks(parts, language)), rows, page, pages)


def _sticks(parts: Parts, language: str) -> Iterator[Fact]:
    media = parts.sticks()
    if not media:
        yield Fact("stick", "info", "stick_none")
    for medium in media[:1]:
        space = f"{medium.path.name} · {gigabytes(medium.free_bytes // _MB, language)}"
        yield Fact("stick", "care" if medium.problem else "good", medium.problem or "stick_ready",
                   space)  # fmt: skip


def _row(line: dict[str, Any], language: str) -> Row:
    """A line: what happened, its fields, and the innermost place of an exception."""
    level = str(line.get("level", "info"))
    trace = line.get("trace") or ()
    said = [f"{name} {value}" for name, value in line.items() if name not in _ABOVE]
    return Row(
        "log",
        _when(str(line.get("timestamp", "")), language),
        shortened(str(line.get("event", ""))),
        amount=shortened(" · ".join([*trace[-1:], *said])),
        word=f"level_{level}",
        tone=_TONES.get(level, "info"),
    )


def _when(text: str, language: str) -> str:
    try:
        return short_instant(datetime.fromisoformat(text), language)
    except ValueError:
        return ""


def shortened(text: str) -> str:
    """A text that fits on one line of the screen.

    >>> len(shortened("x" * 200)) == TEXT_MAX
    True
    """
    return text if len(text) <= TEXT_MAX else text[: TEXT_MAX - 1] + "…"
