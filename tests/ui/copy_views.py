"""The gallery of certificates that are printed again: every screen in every state that matters."""

from dataclasses import replace

from kiosk.staff.desk.copies import views as w
from kiosk.staff.desk.lines import FieldLine
from ui import copy_samples as s

SEARCH = replace(
    s.CERTIFICATES,
    found=False,
    rows=(),
    sold=None,
    fields=(FieldLine("sold_code", "text", "K01-000041"), FieldLine("id", "text")),
    keys=(),
)
SPENT = replace(
    s.CERTIFICATES, keys=(*s.CERTIFICATES.keys[:2], replace(s.CERTIFICATES.keys[2], enabled=False))
)
MANY = tuple(
    replace(s.ROWS[n % 3], certificate=f"id-{n}", code=f"B9RN7HW{n}", selected=n == 2)
    for n in range(6)
)
AGAIN = tuple(replace(key, enabled=True) for key in s.COPY_TOLD.keys)

COPIES: dict[str, w.CopyBody] = {
    "67-desk-certificates": s.CERTIFICATES,
    "67-desk-certificates-search": SEARCH,
    "67-desk-certificates-nothing": replace(SEARCH, error="nothing-found"),
    "67-desk-certificates-wrong": replace(
        SEARCH,
        error="id-length",
        fields=(SEARCH.fields[0], FieldLine("id", "text", "19", wrong=True)),
    ),
    "67-desk-certificates-many": replace(
        s.CERTIFICATES,
        rows=MANY,
        page=3,
        pages=10,
        cut=True,
        sold=replace(s.SOLD, receipt="", copies=0, free=3),
    ),
    "67-desk-certificates-void": replace(
        SPENT, no_copy="certificate-void", sold=replace(s.SOLD, state="void")
    ),
    "67-desk-certificates-in-process": replace(
        SPENT,
        no_copy="certificate-in-process",
        sold=replace(s.SOLD, state="in_process", receipt=""),
    ),
    "67-desk-certificates-limit": replace(
        SPENT, no_copy="reprint-limit", sold=replace(s.SOLD, copies=3, free=0)
    ),
    "67-desk-certificates-no-paper": replace(SPENT, no_copy="paper_out"),
    "67-desk-certificates-offline": replace(s.CERTIFICATES, error="central-offline"),
    "68-desk-copying": s.COPYING,
    "68-desk-copying-pdf": replace(s.COPYING, roll=False),
    "68-desk-copying-no-reason": replace(
        s.COPYING, fields=(FieldLine("reason", "text", wrong=True),), error="reason-missing"
    ),
    "68-desk-copying-void": replace(s.COPYING, error="certificate-void"),
    "68-desk-copying-offline": replace(s.COPYING, error="central-offline"),
    "68-desk-copy-printing": s.COPY_PRINTING,
    "68-desk-copy-printing-held": replace(s.COPY_PRINTING, waiting_for="paper_out"),
    "69-desk-copy-printed": s.COPY_TOLD,
    "69-desk-copy-kept": replace(
        s.COPY_TOLD,
        ended="kept",
        file="/var/lib/dispensador/papeles/certificado-K7M2QX9A-copia2.pdf",
    ),
    "69-desk-copy-late": replace(s.COPY_TOLD, ended="late", trouble="central-offline"),
    "69-desk-copy-none": replace(s.COPY_TOLD, ended="none", trouble="paper_out", keys=AGAIN),
    "69-desk-copy-unknown": replace(s.COPY_TOLD, ended="unknown", trouble="paper_jam"),
}
