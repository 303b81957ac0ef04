"""Body of screen 17."""

from kiosk.visit.comfort import SWITCHES, TEXT_SIZES
from kiosk.visit.state import Visit
from kiosk.visit.views import AccessibilityBody, Choice


def accessibility_body(visit: Visit) -> AccessibilityBody:
    """What can be chosen, and what is."""
    comfort = visit.comfort
    return AccessibilityBody(
        text_sizes=tuple(
            Choice(str(percent), selected=percent == comfort.text_size) for percent in TEXT_SIZES
        ),
        switches=tuple(Choice(name, selected=getattr(comfort, name)) for name in SWITCHES),
        ordinary=comfort == visit.ordinary,
    )
