"""Which lines of the log are shown: all, the warnings too, or only what went wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from kiosk.staff.maintenance.bodies import SectionBody
from kiosk.staff.maintenance.state import Maintenance
from kiosk.station.log_book import LEVELS
from kiosk.visit.views import Choice


@dataclass(frozen=True)
class SiftLog:
    """``least``: info | warning | error; these and worse."""

    least: str


def sifted(state: Maintenance, event: object) -> Maintenance | None:
    """The same section from its first page on, with other lines; None if that is not asked."""
    match event:
        case SiftLog(least) if state.section == "logs" and least in LEVELS:
            return replace(state, least=least, page=1)
        case _:
            return None


@dataclass(frozen=True)
class LogsBody(SectionBody):
    """The log; ``levels`` says by ``selected`` what is shown."""

    levels: tuple[Choice, ...] = ()


def logs_body(state: Maintenance, given: Mapping[str, Any]) -> LogsBody:
    """The section with its choice; ``given``: what every section has."""
    shown = state.least or LEVELS[0]
    return LogsBody(
        **given, levels=tuple(Choice(level, selected=level == shown) for level in LEVELS)
    )
