"""The gallery of the machine's own upkeep: settings changed on site, logs, pairing, power."""

from dataclasses import replace

from kiosk.staff.entry.state import Member
from kiosk.staff.maintenance.bodies import Fact, Found, Row
from kiosk.staff.maintenance.look_logs import shortened
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
JOB = "logger drivers.printer.job"
ON_SITE = Found(settings=SETTINGS, pages=4)

LINES = (
    (
        "10:35",
        "effect_failed",
        "runner.py:122 _perform · effect SignIn · error ValueError",
        "error",
    ),
    ("10:34", "print job ended: NotPrinted(cause=cover_open, evidence=•)", JOB, "warning"),
    ("10:34", shortened(f"printer state: PrinterState(fault=cover_open, {'x' * 60})"), JOB, "info"),
    ("8:00", "recovered", shortened("voided 0 · printed 0 · waiting 1 · " * 3), "info"),
)
TONES = {"error": "bad", "warning": "care", "info": "info"}
LOG = Found(
    (Fact("stick", "good", "stick_ready", "MI MEMORIA · 14,2 GB"),),
    tuple(
        Row("log", f"21 de nov, {when} a. m.", name, said, f"level_{level}", tone=TONES[level])
        for when, name, said, level in LINES
    ),
    1,
    12,
)
PAIRED = Found(
    (
        Fact("fingerprint", value="418203"),
        Fact("device", value="01a1ff7d-486d-70c8-bf13-937f2b56f7be"),
        Fact("point_of_sale", value="K01"),
        Fact("serial", value="V-2026-0001"),
        Fact("chamber", value="Cámara de Comercio de Ejemplo"),
        Fact("central_id", value="central-99"),
    )
)
STAGED = Found(
    (
        Fact("new_fingerprint", "care", value="730164"),
        Fact("new_point_of_sale", "care", value="K01"),
        Fact("new_device", value="01a1ff7d-9999-70c8-bf13-937f2b56f7be"),
        *PAIRED.facts[:3],
    )
)
NO_STICK = (Fact("stick", "info", "stick_none"),)

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
    "53-pairing-code": inside("pairing", PAIRED, editing="pairing_code", typed="BCDF"),
    "53-pairing-code-whole": inside("pairing", PAIRED, editing="pairing_code", typed="BCDFGHJK"),
    "53-pairing-why": inside(
        "pairing", PAIRED, editing="pairing_code", typed="BCDFGHJK", asking="pair_anew"
    ),
    "53-pairing-working": inside("pairing", PAIRED, doing="pair_anew"),
    "53-pairing-open": inside(
        "pairing", PAIRED, told=Told("pair_anew", "operations_open", tone="bad")
    ),
    "53-pairing-refused": inside(
        "pairing", PAIRED, told=Told("pair_anew", "enrol-code-invalid", tone="bad")
    ),
    "53-pairing-compare": inside(
        "pairing", STAGED, told=Told("pair_anew", "paired_anew", "730164", "care")
    ),
    "53-pairing-used": inside(
        "pairing", STAGED, told=Told("use_pairing", "pairing_used", tone="info")
    ),
    "52-log": inside("logs", LOG),
    "52-log-errors": inside(
        "logs",
        replace(LOG, rows=LOG.rows[:1], facts=NO_STICK, pages=1),
        least="error",
        told=Told("export_log", "stick_none", tone="bad"),
    ),
    "52-log-none": inside("logs", Found(NO_STICK), least="error"),
    "52-log-exported": inside(
        "logs", LOG, told=Told("export_log", "exported", "dispensador-K01-20261121-153509.jsonl")
    ),
    "52-log-sent": inside("logs", LOG, told=Told("send_log", "log_sent", "00000000beef")),
    "52-log-why": inside("logs", LOG, asking="export_log"),
}
