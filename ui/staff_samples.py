"""One plain view of every screen of the staff, for the self-check: invented data."""

from dataclasses import replace

from kiosk.staff.entry.state import Member
from kiosk.staff.maintenance.bodies import Check, Exercise, Fact, Found, Row, Switch
from kiosk.staff.maintenance.state import Maintenance, Report, Setup
from kiosk.staff.maintenance.view import view
from ui.bridge import Frame

TERESA = Member("teresa", "Teresa Ejemplo", "technician", ("maintain-kiosk",), 9e9, 300.0)
FOUND = Found(
    (Fact("printer", "good", "ready"), Fact("left", value="42,5 m")),
    (Row("capture", "21 de nov, 10:35 a. m. · 4 min", "00000000beef", word="waiting"),),
    exercises=(Exercise("cover"),),
    switches=(Switch("paper_out"),),
)
REPORT = Report("ready", "21 de nov, 10:35 a. m.", (Check("printer", "good"),))


def staff_views(chamber: str) -> dict[str, Frame]:
    """A view for every screen, by the screen's name."""
    door = Maintenance(Setup(chamber), stage="door")
    inside = replace(door, stage="inside", member=TERESA, found=FOUND, report=REPORT)
    sections = (
        "overview",
        "printer",
        "logo",
        "serial",
        "paper",
        "readiness",
        "touch",
        "rehearsal",
        "configuration",
        "logs",
        "pairing",
    )
    views = (view(door), *(view(replace(inside, section=section)) for section in sections))
    return {one.screen: one for one in views}
