"""Payments of banks that wait for people, as central tells them to a desk."""

from typing import Any

from kiosk.contract.staff import settlements as m
from tests.support.desk import CASHIER, NOW, uuid

ASKS = (*CASHIER, "see-exceptions", "apply-payment", "return-payment")
SUPERVISES = (*ASKS, "settle-payment")


def waiting(**changes: Any) -> m.PaymentException:
    values: dict[str, Any] = {
        "payment_id": uuid(6),
        "reference": "777777",
        "amount": 20_000,
        "payment_form": "07",
        "why": "unknown",
        "at": NOW,
        "bank": "007",
        "file": "2026-11-20 1830 A",
        "line": 3,
        "can_apply": True,
        "can_return": True,
    }
    return m.PaymentException(**(values | changes))


def decided(number: int = 9, **changes: Any) -> m.PaymentException:
    values: dict[str, Any] = {
        "outcome": "applied",
        "decision_id": uuid(number),
        "decided_at": NOW,
        "decided_by": "Carlos",
        "applied_to": "000123",
    }
    return waiting(**(values | changes))
