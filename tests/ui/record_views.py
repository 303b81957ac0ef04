"""The gallery of shifts, reports and receipts: every screen in every state that matters."""
# ruff: noqa: E501 (a table is read by rows)

from dataclasses import replace

from kiosk.staff.desk import record_views as r
from kiosk.staff.desk import views as v
from kiosk.visit.views import Choice
from ui import record_samples as s

ID_TYPES = tuple(Choice(code, selected=code == "CC") for code in ("CC", "NIT", "CE", "TI", "PA"))
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
SEARCH = replace(
    s.RECEIPTS,
    found=False,
    rows=(),
    receipt=None,
    fields=(
        v.FieldLine("number", "text", "C01-000004"),
        v.FieldLine("id", "text"),
        v.FieldLine("first_day", "text", "01/11/2026", "1 de noviembre de 2026"),
        v.FieldLine("last_day", "text", "21/11/2026", "21 de noviembre de 2026"),
    ),
    keys=s.SPAN_KEYS,
)
MANY_RECEIPTS = tuple(
    replace(s.RECEIPT_ROWS[2], receipt=f"id-{n}", number=f"C01-{n:06d}", selected=n == 11)
    for n in range(10, 19)
)
ORDERS = (
    r.ReceiptLine(
        "id-9",
        "K01-000041",
        "21 de nov, 10:36 a. m.",
        "A••• R•••••",
        "$16.700",
        "stands",
        selected=True,
    ),
    *(replace(row, selected=False) for row in s.RECEIPT_ROWS),
)
ALL_ON = tuple(replace(key, enabled=True) for key in s.RECEIPTS.keys)
KIOSK_JOURNAL = (
    ("Comienzo", False, 0.13),
    ("Orden", False, 0.07),
    ("Certificado", False, 0.08),
    ("Matrícula", False, 0.09),
    ("Estado", False, 0.16),
    ("Valor", True, 0.06),
    ("Cobrado", True, 0.08),
    ("Final", False, 0.13),
    ("Operación", False, 0.21),
)
OPERATION = (
    "21 de nov, 10:35 a. m.",
    "000123",
    "CerMat",
    "00041018",
    "Anulada por el personal",
    "$6.100",
    "$0",
    "21 de nov, 10:36 a. m.",
    "01900000-0000-7000-8000-000000000123",
)
JOURNAL = replace(
    s.SHOW_REPORT,
    title="Diario del dispensador",
    about="Día: 2026-11-21 · Dispensador: K01 · Serie: EPSON-TM-T20-0001",
    columns=tuple(r.ReportColumnLine(*each) for each in KIOSK_JOURNAL),
    rows=tuple(r.ReportRowLine(OPERATION) for _ in range(5)),
    totals=("", "", "", "", "", "", "$1.220.000", "", ""),
    notes=(),
    count=2000,
    cut=True,
    page=17,
    pages=250,
    keys=tuple(replace(key, enabled=True) for key in s.SHOW_REPORT.keys),
)

RECORDS: dict[str, r.RecordBody] = {
    "61-desk-records": s.RECORDS,
    "66-desk-receipts": s.RECEIPTS,
    "66-desk-receipts-search": SEARCH,
    "66-desk-receipts-nothing": replace(SEARCH, error="nothing-found"),
    "66-desk-receipts-wrong": replace(SEARCH, error="number-wrong", fields=(v.FieldLine("number", "text", "C01-", wrong=True), *SEARCH.fields[1:])),
    "66-desk-receipts-mailed": replace(s.RECEIPTS, sent_to="a•••@e•••.invalid"),
    "66-desk-receipts-copied": replace(s.RECEIPTS, paper=v.PaperLine("kept", "", "recibo-C01-000004-copia2.pdf")),
    "66-desk-receipts-reversal": replace(s.RECEIPTS, receipt=replace(s.RECEIPT, kind="reversal", reverses="C01-000001", given="", change="", reference="V-8812", form="03", mail_to="", settlement="000123"), rows=MANY_RECEIPTS, page=2, pages=12, cut=True, paper=v.PaperLine("failed", "paper_out"), keys=(*s.RECEIPTS.keys[:2], v.KeyLine("F6", "mail", enabled=False), s.RECEIPTS.keys[3])),
    "66-desk-receipts-order": replace(s.RECEIPTS, receipt=s.ORDER_RECEIPT, rows=ORDERS, keys=ALL_ON),
    "66-desk-receipts-order-long": replace(s.RECEIPTS, receipt=replace(s.ORDER_RECEIPT, number="C01V-000007", cashier="Caja C01 · carlos", paid="EFECTIVO, RECIBO C01-000005", lines=s.ORDER_RECEIPT.lines * 4, copies=2), rows=ORDERS, keys=ALL_ON, sent_to="a•••@e•••.invalid"),
    "66-desk-receipts-offline": replace(s.RECEIPTS, error="central-offline"),
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
    "64-desk-ask-report": s.ASK_REPORT,
    "64-desk-ask-report-wrong": replace(s.ASK_REPORT, error="days-wrong", fields=tuple(replace(field, wrong=field.name != "cashier") for field in s.ASK_REPORT.fields)),
    "64-desk-ask-report-movements": replace(s.ASK_REPORT, report="movements", id_types=ID_TYPES, fields=(v.FieldLine("id", "text", "1990000001"), *s.ASK_REPORT.fields[:2])),
    "64-desk-ask-report-journal": replace(s.ASK_REPORT, report="kiosk-journal", kiosks="K01, K02, K03", error="kiosk-unknown", fields=(v.FieldLine("kiosk", "text", "K09", wrong=True), v.FieldLine("day", "text", "21/11/2026", "21 de noviembre de 2026")), keys=s.SPAN_KEYS[:2]),
    "64-desk-ask-report-summary": replace(s.ASK_REPORT, report="daily-summary", error="central-offline", fields=(v.FieldLine("day", "text", "21/11/2026", "21 de noviembre de 2026"),), keys=s.SPAN_KEYS[:2]),
    "65-desk-report": s.SHOW_REPORT,
    "65-desk-report-journal": JOURNAL,
    "65-desk-report-journal-kept": replace(JOURNAL, paper=v.PaperLine("file", "", "/var/lib/dispensador/papeles/kiosk-journal-20261121-153500.xlsx")),
    "65-desk-report-full": replace(s.SHOW_REPORT, rows=s.SHOW_REPORT.rows * 2 + s.SHOW_REPORT.rows[:1], paper=v.PaperLine("file", "", "/var/lib/dispensador/papeles/cash-detail-20261121-153500.csv")),
    "65-desk-report-kept": replace(s.SHOW_REPORT, paper=v.PaperLine("file", "", "/var/lib/dispensador/papeles/cash-detail-20261121-153500.xlsx")),
    "65-desk-report-printed": replace(s.SHOW_REPORT, paper=v.PaperLine("printed")),
    "65-desk-report-no-paper": replace(s.SHOW_REPORT, paper=v.PaperLine("failed", "paper_out")),
    "65-desk-report-offline": replace(s.SHOW_REPORT, error="central-offline"),
    "65-desk-report-empty": replace(s.SHOW_REPORT, rows=(), totals=(), notes=(), count=0),
}  # fmt: skip
