"""A plain view of every screen of a certificate that is printed again: invented data."""

from kiosk.staff.desk.copies import views as w
from kiosk.staff.desk.lines import FieldLine, KeyLine
from kiosk.visit.views import Choice

EXISTENCE, ENTRY = "Existencia y representación legal", "Matrícula mercantil"
NAME = "PANADERÍA EL NOGAL DE EJEMPLO S.A.S."
ROWS = tuple(
    w.CertificateLine(f"id-{n}", code, at, name, NAME, worth, selected=n == 0)
    for n, (code, at, name, worth) in enumerate(
        (
            ("K7M2QX9A", "21 de nov, 10:35 a. m.", EXISTENCE, "valid"),
            ("B9RN7HWD", "21 de nov, 10:35 a. m.", ENTRY, "in_process"),
            ("T4XC8KQ2", "20 de nov, 4:12 p. m.", ENTRY, "void"),
        )
    )
)
SOLD = w.CertificatePaper(
    code="K7M2QX9A",
    state="valid",
    name=EXISTENCE,
    registration="00052310",
    about=NAME,
    at="21 de nov, 10:35 a. m.",
    place="K01",
    order="000123",
    recovery_code="B9RN7H",
    receipt="K01-000041",
    holder="A••• R•••••",
    price="$8.300",
    copies=1,
    free=2,
)
CERTIFICATES = w.CertificatesBody(
    id_types=tuple(Choice(code, selected=code == "CC") for code in ("CC", "NIT", "CE", "TI", "PA")),
    fields=(),
    found=True,
    rows=ROWS,
    page=1,
    pages=1,
    cut=False,
    sold=SOLD,
    no_copy="",
    error="",
    keys=(KeyLine("F2", "search"), KeyLine("F5", "refresh"), KeyLine("F7", "copy")),
)
COPYING = w.CopyingBody(
    sold=SOLD,
    roll=True,
    fields=(FieldLine("reason", "text", "Se mojó el papel en el mostrador"),),
    error="",
)
COPY_PRINTING = w.CopyPrintingBody(sold=SOLD, progress=0.4, remaining_s=3, waiting_for="")
COPY_TOLD = w.CopyToldBody(
    sold=SOLD,
    ended="printed",
    trouble="",
    file="",
    keys=(KeyLine("F7", "again", enabled=False),),
)
COPY_BODIES: tuple[w.CopyBody, ...] = (CERTIFICATES, COPYING, COPY_PRINTING, COPY_TOLD)
