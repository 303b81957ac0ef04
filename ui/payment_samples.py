"""A plain view of every screen of payments that could not be credited: invented data."""

from kiosk.staff.desk.lines import FieldLine, KeyLine
from kiosk.staff.desk.payments import views as w
from kiosk.visit.views import Choice

FILE = "2026-11-20 1830 A"
ROW = w.PaymentRow("id-1", "unknown", "2 d", "777777", "007", FILE, 3, "$20.000")
PAYMENTS = w.PaymentsBody(
    (ROW,), "$20.000", more=False, asked=True, error="", keys=(KeyLine("F5", "refresh"),)
)
PAYMENT = w.PaymentCaseBody(
    stage="look",
    row=ROW,
    at="19 de nov, 6:40 p. m.",
    centavos=0,
    settlement="",
    actions=(Choice("apply", selected=True), Choice("return"), Choice("outside")),
    action="apply",
    approved=True,
    fields=(
        FieldLine("settlement", "text", "K7M2QX"),
        FieldLine("reason", "text", "El banco digitó mal la referencia"),
    ),
    target=w.TargetLine("000123", "open", "$20.000", "A••• R•••••", "CC 1.990.000.001", pays=True),
    reason="",
    outcome="",
    applied_to="",
    decided_by="",
    decided_at="",
    note="",
    before=False,
    error="",
)
PAYMENT_BODIES: tuple[w.PaymentBodies, ...] = (PAYMENTS, PAYMENT)
