"""The gallery of the logo's section: what it draws before, while and after one is uploaded."""

import base64
from dataclasses import replace

from drivers.printer.logo import fit
from drivers.printer.profile import load_profile
from kiosk.documents.logos import logo_png
from kiosk.staff.maintenance.bodies import Fact, Found, Row
from kiosk.staff.maintenance.state import Told
from kiosk.staff.views import StaffView
from tests.ui.machine_views import inside

OWN = "camara-de-comercio"
_FITTED = fit(logo_png(OWN) or b"", load_profile("epson-tm-t20iii").head)
_PREVIEW = base64.urlsafe_b64encode(_FITTED.preview).decode("ascii")
_LEFT = Fact("logo_left", "good", value="5 / 5")
FILES = Found(
    (_LEFT, Fact("logo_kept", word="nobody_knows")),
    (
        Row("logo_own", "", OWN, ref=1),
        Row("logo_file", "", "logo-nuevo.png", ref=2),
        Row("logo_file", "", "escudo_2026_blanco_y_negro.png", ref=3),
    ),
)
_SIZE = f"{_FITTED.width_dots} × {_FITTED.height_dots}"
_KEPT = Fact("logo_kept", "good", value="21 de nov, 10:35 a. m. · 3f0a91c2")
CHOSEN = replace(
    FILES,
    facts=(
        *FILES.facts,
        Fact("logo_chosen", value=OWN),
        Fact("logo_size", value=f"{_SIZE} · {_FITTED.width_mm} × {_FITTED.height_mm} mm"),
    ),
    preview=_PREVIEW,
)


def told(act: str, code: str, value: str = "", tone: str = "good") -> Told:
    return Told(act, code, value, tone)


LOGOS: dict[str, StaffView] = {
    "49-logo": inside("logo", FILES),
    "49-logo-none": inside("logo", Found((Fact("logo_memory", "care", "no_memory"),))),
    "49-logo-chosen": inside("logo", CHOSEN, told=told("show_logo", "logo_shown", OWN)),
    "49-logo-asking": inside("logo", CHOSEN, asking="upload_logo"),
    "49-logo-working": inside("logo", CHOSEN, doing="upload_logo"),
    "49-logo-stored": inside(
        "logo",
        replace(FILES, facts=(_LEFT, _KEPT)),
        told=told("upload_logo", "logo_stored", OWN),
    ),
    "49-logo-another": inside(
        "logo",
        replace(CHOSEN, facts=(_LEFT, _KEPT, *CHOSEN.facts[2:])),
        told=told("show_logo", "logo_shown", OWN),
    ),
    "49-logo-pixels": inside(
        "logo", FILES, told=told("show_logo", "logo_pixels", "20000 x 20000", "bad")
    ),
    "49-logo-lost": inside("logo", CHOSEN, told=told("upload_logo", "logo_line_lost", tone="bad")),
}
