"""What can be bought about one registration on a day: its types, their prices and lengths."""

from datetime import UTC, date, datetime, time
from functools import lru_cache

from sqlalchemy.orm import Session

from central.certificates.issue import build, issue_for
from central.certificates.prices import price_of
from central.certificates.renewal import renewal_state
from central.certificates.types import CertificateType, allowed_types
from central.certificates.warnings import warnings
from central.registry.registry import sections, summary
from central.registry.tables import Registration
from central.settings import Settings
from kiosk.contract.messages import Catalogue, CatalogueItem
from kiosk.documents.model import from_json, to_json
from kiosk.documents.pdf import page_count
from kiosk.documents.roll_estimate import roll_length_mm

NOT_RENEWED = (
    "ESTA MATRÍCULA NO ESTÁ RENOVADA: EL CERTIFICADO LLEVARÁ UNA MARCA DE AGUA QUE LO DICE."
)
_MEASURED_MAX = 256
"""Documents whose lengths are remembered; each is some ten thousand characters."""


def catalogue(db: Session, settings: Settings, registration: Registration, on: date) -> Catalogue:
    """The catalogue of a registration; a type without price or without content is left out."""
    found = list(warnings(registration))
    if renewal_state(registration.last_renewed_year, on) == "overdue":
        found.append(NOT_RENEWED)
    items = (_item(db, settings, registration, type_, on) for type_ in allowed_types(registration))
    return Catalogue(
        registration=summary(registration),
        items=tuple(item for item in items if item is not None),
        warnings=tuple(found),
    )


def _item(
    db: Session, settings: Settings, registration: Registration, type_: CertificateType, on: date
) -> CatalogueItem | None:
    price = price_of(db, registration, type_.code, on)
    if price is None or not sections(db, registration, type_.code):
        return None
    pages, roll_mm = _measure(_probe(db, settings, registration, type_.code, price, on))
    return CatalogueItem(
        certificate_type=type_.code,
        service_code=type_.service_code,
        name=type_.name,
        purpose=type_.purpose,
        price=price,
        pages=pages,
        roll_mm=roll_mm,
    )


def _probe(
    db: Session, settings: Settings, registration: Registration, code: str, price: int, on: date
) -> str:
    """The certificate as it would be issued at noon, with stand-ins as long as the real marks."""
    issue = issue_for(
        settings,
        code="AAAA2222",
        issued_at=datetime.combine(on, time(17), UTC),
        order_number="000000",
        operation_number="000000000000",
        price=price,
    )
    return to_json(build(db, registration, code, issue))


@lru_cache(maxsize=_MEASURED_MAX)
def _measure(content: str) -> tuple[int, int]:
    document = from_json(content)
    return page_count(document), roll_length_mm(document)
