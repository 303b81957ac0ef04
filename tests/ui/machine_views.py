"""The gallery of the machine's own upkeep: settings changed on site, logs, pairing, power."""

from dataclasses import replace

from kiosk.staff.entry.state import Member
from kiosk.staff.maintenance.bodies import Found
from kiosk.staff.maintenance.site_lines import Option, Setting, SiteVersion
from kiosk.staff.maintenance.state import Maintenance, Setup, Told
from kiosk.staff.maintenance.view import view
from kiosk.staff.views import StaffView

TERESA = Member("teresa", "Teresa Ejemplo", "technician", ("maintain-kiosk",), 9e9, 300.0)
INSIDE = Maintenance(
    Setup("Cámara de Comercio de Ejemplo"), stage="inside", member=TERESA, can_restart=True
)


def inside(section: str, found: Found, **changes: object) -> StaffView:
    """A view of a section."""
    return view(replace(INSIDE, section=section, found=found, **changes))  # type: ignore[arg-type]


METRES = (30, 50, 80, 100, 120, 150, 200, 300)
CLOSINGS = ("3:10", "3:30", "4:00", "4:30", "5:00", "5:30", "6:00")
SETTINGS = (
    Setting(
        "visit.language", "Español", options=(Option("es", "Español"), Option("en", "English"))
    ),
    Setting(
        "printer.roll_m", "80 m", "120 m", True, tuple(Option(str(m), f"{m} m") for m in METRES)
    ),
    Setting("chamber.contact_phone", "300 000 0001", changed=True),
    Setting("closed_from", "", options=tuple(Option(t, f"{t} p. m.") for t in CLOSINGS)),
)
VERSIONS = (
    SiteVersion(
        12,
        "21 de nov, 10:35 a. m.",
        "teresa",
        "paper_kind",
        "chamber.contact_phone = 300 000 0001, printer.roll_m = 120",
        True,
    ),
    SiteVersion(
        11, "20 de nov, 4:02 p. m.", "pedro", "asked", "chamber.contact_phone = 300 000 0001", False
    ),
    SiteVersion(10, "3 de oct, 11:40 a. m.", "teresa", "mistake", "", False),
)
ON_SITE = Found(settings=SETTINGS, pages=4)

MACHINE: dict[str, StaffView] = {
    "48-settings": inside("configuration", ON_SITE),
    "48-settings-first": inside(
        "configuration",
        replace(ON_SITE, settings=(SETTINGS[0], *SETTINGS[2:]), pages=2),
    ),
    "48-settings-versions": inside(
        "configuration",
        Found(versions=VERSIONS, page=2, pages=5),
        told=Told("go_back", "setting_saved"),
    ),
    "48-settings-choice": inside("configuration", ON_SITE, editing="printer.roll_m"),
    "48-settings-closing": inside("configuration", ON_SITE, editing="closed_from"),
    "48-settings-typed": inside(
        "configuration", ON_SITE, editing="chamber.contact_phone", typed="300 000 0001"
    ),
    "48-settings-why": inside(
        "configuration", ON_SITE, editing="printer.roll_m", asking="change_setting"
    ),
    "48-settings-saved": inside(
        "configuration", ON_SITE, told=Told("change_setting", "setting_saved")
    ),
    "48-settings-refused": inside(
        "configuration",
        ON_SITE,
        told=Told("change_setting", "setting_invalid", "chamber.contact_phone", "bad"),
    ),
}
