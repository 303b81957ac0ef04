"""The body of the logo's section."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.staff.maintenance.bodies import SectionBody
from kiosk.staff.maintenance.state import Maintenance


@dataclass(frozen=True)
class LogoBody(SectionBody):
    """``preview``: the chosen picture as the head will print it, a PNG in base64 for addresses."""

    preview: str = ""


def logo_body(state: Maintenance, given: Mapping[str, Any]) -> LogoBody:
    """The section with what was chosen; ``given``: what every section has."""
    return LogoBody(**given, preview=state.found.preview if state.found is not None else "")
