"""One plain view of every screen of the staff, for the self-check: invented data."""

from kiosk.staff.entry.state import Entry
from kiosk.staff.entry.view import SCREEN as SIGN_IN
from kiosk.staff.entry.view import body as sign_in_body
from kiosk.staff.views import StaffView
from ui.bridge import Frame


def staff_views(chamber: str) -> dict[str, Frame]:
    """A view for every screen, by the screen's name."""
    bodies: dict[str, object] = {
        SIGN_IN: sign_in_body(Entry("maintain-kiosk", offline=True, login="teresa"), "es"),
    }
    return {name: StaffView(name, body, chamber) for name, body in bodies.items()}
