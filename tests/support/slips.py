"""A bank slip with invented numbers."""

from datetime import UTC, date, datetime

from kiosk.documents.bank_slip import SlipPaper
from kiosk.documents.gs1 import BankReference

SLIP = SlipPaper(
    chamber_name="Cámara de Comercio de Ejemplo",
    chamber_nit="990.000.000-2",
    chamber_address="Calle 1 # 2-03, CIUDAD EJEMPLO (EJE)",
    number="000123",
    recovery_code="K7M2QX",
    holder_name="A••• R•••••",
    holder_id="CC 1.990.000.001",
    made_at=datetime(2026, 11, 21, 15, 0, tzinfo=UTC),
    expires_at=datetime(2026, 12, 21, 15, 0, tzinfo=UTC),
    reference=BankReference("7700000000002", "9900000000123", 120_000, date(2026, 12, 21)),
    banks=("Banco de Ejemplo", "Corresponsal de Ejemplo"),
)
