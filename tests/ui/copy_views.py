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
    "68-desk-copying-void": replace(s.COPYING, error="certificate-void"),
    "69-desk-copy-late": replace(s.COPY_TOLD, ended="late", trouble="central-offline"),
    "69-desk-copy-none": replace(s.COPY_TOLD, ended="none", trouble="paper_out", keys=AGAIN),
    "69-desk-copy-unknown": replace(s.COPY_TOLD, ended="unknown", trouble="paper_jam"),
}
