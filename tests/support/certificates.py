"""A certificate's content for tests: every element filled, nothing taken from a database."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from kiosk.documents.certificate import CertificateContent, Section, Verification
from kiosk.documents.model import Column, Field, Paragraph, Table

ISSUED_AT = datetime(2026, 11, 21, 15, 4, 5, tzinfo=UTC)
URL = "https://camara.invalid/v/ABCD2345"
OBJECT = (
    "La sociedad tendrá como objeto la compra, venta y distribución de café, añil y piñas en todo "
    "el territorio nacional, así como la exportación de «güengüeréchalas» & otros <géneros>."
)


def make_content(**changes: Any) -> CertificateContent:
    """A content with all elements; ``changes`` replace fields."""
    content = CertificateContent(
        chamber_name="Cámara de Comercio de Ejemplo",
        logo="camara-de-comercio",
        certificate_type="CerExi",
        title="Certificado de existencia y representación legal",
        registration_number="00052310",
        entity_name="Distribuciones El Ñandú S.A.S.",
        issued_at=ISSUED_AT,
        order_number="2026000123",
        operation_number="0f3a77c1",
        code="ABCD2345",
        price_pesos=12_100,
        sections=(
            Section("Objeto social", (Paragraph(OBJECT),)),
            Section("Actividad", (Field("Código", "G4631"), Field("Muy largo", OBJECT))),
            Section(
                "Capital",
                (Table((Column("Clase", 2), Column("Valor", 1, "right")), (("Suscrito", "$1"),)),),
            ),
        ),
        verification=Verification(URL),
        secretary="Secretaría Jurídica",
        signature="firma-mecanica",
        warnings=("HAY TRÁMITES EN PROCESO.",),
        renewal_reminder="RENUEVE A MÁS TARDAR EL 31 DE MARZO DE 2026.",
    )
    return replace(content, **changes)
