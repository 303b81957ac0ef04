"""What the roll costs: bytes on the line, paper and processor time for one page of a certificate.

The certificates are those of the sample registry; a page is a page of their PDF.
"""

import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime

from sqlalchemy import select

from central.certificates.issue import Issue, build
from central.certificates.types import TYPES
from central.registry.tables import Registration
from drivers.printer.layout import lay_out
from drivers.printer.profile import load_profile
from kiosk.documents.model import Document
from kiosk.documents.pdf import page_count
from tests.support.registry import sample_registry

_ISSUE = Issue(
    chamber_name="Cámara de Comercio de Ejemplo",
    code="EJ3MPL",
    issued_at=datetime(2026, 11, 21, 15, 4, tzinfo=UTC),
    order_number="2026000123",
    operation_number="0f3a77c1",
    price=12_100,
    verification_url="https://verificar.example.invalid/v/EJ3MPL",
    demo=True,
)


def measure() -> Mapping[str, float]:
    """Lay out every certificate that the sample registry can give, on the 80 mm profile."""
    profile = load_profile("epson-tm-t20iii")
    documents = _certificates()
    pages = sum(page_count(document) for document in documents)
    started = time.process_time()
    rolls = [lay_out(document, profile) for document in documents]
    spent_ms = (time.process_time() - started) * 1000
    return {
        "printer.bytes_per_page": sum(roll.size_bytes for roll in rolls) / pages,
        "printer.paper_mm_per_page": sum(roll.length_mm for roll in rolls) / pages,
        "printer.layout_cpu_ms_per_page": spent_ms / pages,
    }


def _certificates() -> list[Document]:
    documents = []
    with sample_registry() as db:
        for registration in db.scalars(select(Registration)):
            for type_ in TYPES:
                with suppress(ValueError):  # this one has no such certificate
                    documents.append(build(db, registration, type_.code, _ISSUE))
    return documents
