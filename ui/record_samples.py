"""A plain view of every screen of shifts, reports and receipts: invented data."""

from kiosk.staff.desk import record_views as r
from kiosk.staff.desk import views as v
from kiosk.visit.views import Choice

PARTS = ("shifts",)
RECORDS = r.RecordsBody(tuple(Choice(part, selected=part == "shifts") for part in PARTS))
ROWS = (
    r.ShiftLine("id-1", "carlos", "C01", "21 de nov, 7:58 a. m.", "", "open", "", "even", True),
    r.ShiftLine(
        "id-2", "luisa", "C02", "21 de nov, 7:50 a. m.", "", "reopened", "-$500", "short", False
    ),
    r.ShiftLine(
        "id-3", "carlos", "C01", "20 de nov, 8:01 a. m.", "20 de nov, 5:31 p. m.", "closed",
        "-$20.000", "short", False,
    ),
    r.ShiftLine(
        "id-4", "sofia", "C02", "20 de nov, 7:55 a. m.", "20 de nov, 5:02 p. m.", "closed",
        "$0", "even", False,
    ),
)  # fmt: skip
LINES = (
    v.FormLine("01", "$176.000", "$175.500", "-$500", "short"),
    v.FormLine("03", "$30.000", "$30.000", "$0", "even"),
)
CLOSE = r.CloseLine(
    1, "counted", "20 de nov, 5:31 p. m.", LINES, "-$500", "short", "Una moneda bajo la bandeja", 0
)
SHIFTS = r.ShiftsBody(
    rows=ROWS,
    page=1,
    pages=1,
    base="$50.000",
    closes=(),
    reopened=(),
    own=False,
    told="",
    error="",
    keys=(
        v.KeyLine("F4", "reopen", enabled=False),
        v.KeyLine("F5", "refresh"),
        v.KeyLine("F6", "recompute", enabled=False),
    ),
)
DECIDING = r.DecidingBody(
    action="reopen",
    login="carlos",
    place="C01",
    opened_at="20 de nov, 8:01 a. m.",
    closed_at="20 de nov, 5:31 p. m.",
    fields=(v.FieldLine("reason", "text", "Faltó una recarga de las 5:20 p. m."),),
    error="",
)
RECORD_BODIES: tuple[r.RecordBody, ...] = (RECORDS, SHIFTS, DECIDING)
