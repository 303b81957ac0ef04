"""A plain view of every screen of shifts, reports and receipts: invented data."""

from kiosk.staff.desk import record_views as r
from kiosk.staff.desk import views as v
from kiosk.visit.views import Choice

PARTS = (
    "receipts",
    "certificates",
    "shifts",
    "cash-detail",
    "daily-summary",
    "movements",
    "reversals",
    "key-changes",
    "kiosk-journal",
)
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
        v.KeyLine("F7", "report", enabled=False),
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
SPAN_KEYS = (v.KeyLine("F2", "today"), v.KeyLine("F3", "yesterday"), v.KeyLine("F4", "month"))
ASK_REPORT = r.AskReportBody(
    report="cash-detail",
    id_types=(),
    fields=(
        v.FieldLine("first_day", "text", "01/11/2026", "1 de noviembre de 2026"),
        v.FieldLine("last_day", "text", "21/11/2026", "21 de noviembre de 2026"),
        v.FieldLine("cashier", "text", "carlos"),
    ),
    kiosks="",
    error="",
    keys=SPAN_KEYS,
)
_TITLES = (
    ("Cajero", False, 0.1),
    ("Día", False, 0.12),
    ("Forma de pago", False, 0.2),
    ("Recargas", True, 0.1),
    ("Valor recargas", True, 0.14),
    ("Reversiones", True, 0.12),
    ("Valor reversiones", True, 0.12),
    ("Neto", True, 0.1),
)
_CELLS = (
    ("carlos", "2026-11-20", "01 Efectivo", "14", "$1.240.000", "1", "$20.000", "$1.220.000"),
    ("carlos", "2026-11-20", "03 Tarjeta débito", "3", "$90.000", "0", "$0", "$90.000"),
    ("luisa", "2026-11-20", "01 Efectivo", "9", "$410.000", "0", "$0", "$410.000"),
    ("carlos", "2026-11-21", "01 Efectivo", "6", "$176.000", "1", "$100.000", "$76.000"),
)
SHOW_REPORT = r.ShowReportBody(
    title="Detallado de caja por cajero",
    about="Desde: 2026-11-01 · Hasta: 2026-11-21 · Cajero: Todos",
    columns=tuple(r.ReportColumnLine(*each) for each in _TITLES),
    rows=tuple(r.ReportRowLine(each) for each in _CELLS),
    totals=("", "", "", "32", "$1.916.000", "2", "$120.000", "$1.796.000"),
    notes=("El turno propio que está abierto no se incluye: primero se cuenta.",),
    count=4,
    cut=False,
    page=1,
    pages=1,
    error="",
    paper=None,
    keys=(
        v.KeyLine("F2", "pdf"),
        v.KeyLine("F3", "previous", enabled=False),
        v.KeyLine("F4", "next", enabled=False),
        v.KeyLine("F6", "csv"),
        v.KeyLine("F7", "print"),
        v.KeyLine("F8", "xlsx"),
    ),
)
RECEIPT_ROWS = tuple(
    r.ReceiptLine(f"id-{n}", number, at, holder, amount, state, selected=n == 0)
    for n, (number, at, holder, amount, state) in enumerate(
        (
            ("C01-000004", "21 de nov, 10:35 a. m.", "A••• R•••••", "$100.000", "stands"),
            ("C01-000003", "21 de nov, 10:31 a. m.", "B••• S•••••", "$30.000", "stands"),
            ("C01-000002", "21 de nov, 9:12 a. m.", "A••• R•••••", "$20.000", "reversal"),
            ("C01-000001", "21 de nov, 9:10 a. m.", "Ejemplo S.A.S.", "$20.000", "reversed"),
        )
    )
)
RECEIPT = r.ReceiptPaper(
    number="C01-000004",
    kind="top_up",
    reverses="",
    at="21 de nov, 10:35 a. m.",
    cashier="carlos",
    holder="A••• R•••••",
    document="CC 1.990.000.001",
    form="01",
    amount="$100.000",
    given="$100.000",
    change="$0",
    reference="",
    settlement="",
    reversed=False,
    copies=1,
    mail_to="a•••@e•••.invalid",
)
ORDER_RECEIPT = r.ReceiptPaper(
    number="K01-000041",
    kind="order",
    reverses="",
    at="21 de nov, 10:36 a. m.",
    cashier="Dispensador K01",
    holder="A••• R•••••",
    document="CC 1.990.000.001",
    form="",
    amount="$16.700",
    given="",
    change="",
    reference="",
    settlement="",
    reversed=False,
    copies=0,
    mail_to="a•••@e•••.invalid",
    order="000123",
    recovery_code="B9RN7H",
    paid="CON CARGO AL CUPO DE PREPAGO",
    lines=("1 × Existencia y representación legal", "2 × Matrícula mercantil"),
)
RECEIPTS = r.ReceiptsBody(
    id_types=tuple(Choice(code, selected=code == "CC") for code in ("CC", "NIT", "CE", "TI", "PA")),
    fields=(),
    found=True,
    rows=RECEIPT_ROWS,
    page=1,
    pages=1,
    cut=False,
    receipt=RECEIPT,
    sent_to="",
    error="",
    paper=None,
    keys=(
        v.KeyLine("F2", "search"),
        v.KeyLine("F4", "certificates", enabled=False),
        v.KeyLine("F6", "mail"),
        v.KeyLine("F7", "reprint"),
    ),
)
RECORD_BODIES: tuple[r.RecordBody, ...] = (
    RECORDS,
    SHIFTS,
    DECIDING,
    ASK_REPORT,
    SHOW_REPORT,
    RECEIPTS,
)
