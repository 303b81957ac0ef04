"""The gallery of shifts, reports and receipts: every screen in every state that matters."""
# ruff: noqa: E501 (a table is read by rows)

from dataclasses import replace

from kiosk.staff.desk import record_views as r
from kiosk.staff.desk import views as v
from ui import record_samples as s

ON = tuple(replace(key, enabled=True) for key in s.SHIFTS.keys)
CHOSEN = tuple(replace(row, selected=row.shift == "id-3") for row in s.ROWS)
AGAIN = r.ReopeningLine("20 de nov, 6:02 p. m.", "marta", "Faltó una recarga de las 5:20 p. m.")
RECOMPUTED = replace(
    s.CLOSE,
    number=2,
    kind="recomputed",
    at="20 de nov, 6:10 p. m.",
    lines=(v.FormLine("01", "$196.000", "$175.500", "-$20.500", "short"), s.LINES[1]),
    difference="-$20.500",
    explained="",
    unsent=1,
)
MANY = tuple(replace(s.ROWS[2], shift=f"id-{n}", selected=n == 12) for n in range(8, 15))

RECORDS: dict[str, r.RecordBody] = {
    "61-desk-records": s.RECORDS,
    "62-desk-shifts": s.SHIFTS,
    "62-desk-shifts-closed": replace(s.SHIFTS, rows=CHOSEN, closes=(s.CLOSE,), keys=ON),
    "62-desk-shifts-recomputed": replace(s.SHIFTS, rows=CHOSEN, closes=(RECOMPUTED, s.CLOSE), keys=ON, told="recomputed"),
    "62-desk-shifts-same": replace(s.SHIFTS, rows=CHOSEN, closes=(s.CLOSE,), keys=ON, told="same"),
    "62-desk-shifts-reopened": replace(s.SHIFTS, rows=tuple(replace(row, selected=row.shift == "id-2") for row in s.ROWS), closes=(s.CLOSE,), reopened=(AGAIN,), told="reopened"),
    "62-desk-shifts-mine": replace(s.SHIFTS, rows=CHOSEN, closes=(s.CLOSE,), own=True, keys=s.SHIFTS.keys[1:2]),
    "62-desk-shifts-many": replace(s.SHIFTS, rows=MANY, page=2, pages=5, closes=(s.CLOSE,), keys=ON),
    "62-desk-shifts-none": replace(s.SHIFTS, rows=(), base=""),
    "62-desk-shifts-offline": replace(s.SHIFTS, rows=(), base="", error="central-offline"),
    "63-desk-deciding": s.DECIDING,
    "63-desk-deciding-recompute": replace(s.DECIDING, action="recompute", error="reason-missing", fields=(v.FieldLine("reason", "text", wrong=True),)),
}  # fmt: skip
