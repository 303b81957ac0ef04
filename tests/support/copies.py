"""What was sold, as a desk hears of it: certificates, receipts of orders, and copies of both."""

from typing import Any

from kiosk.contract.staff import certificates as c
from kiosk.contract.staff import receipts as m
from kiosk.documents.model import Document, to_json
from kiosk.identity import IdType
from kiosk.purchase.operation import TERMINAL, State
from kiosk.purchase.order import Copy, CopyResult, Order, PurchaseResult, Trouble
from kiosk.staff.desk.sale.events import SaleEnded
from tests.support.desk import NOW, uuid


def sold(**changes: Any) -> c.SoldCertificate:
    """Valid, never copied."""
    values: dict[str, Any] = {
        "op_id": uuid(1),
        "verification_code": "K7M2QX9A",
        "state": "valid",
        "certificate_type": "CerMat",
        "certificate_name": "Matrícula mercantil",
        "registration_number": "00041018",
        "registration_name": "Café de ejemplo",
        "order_number": "000123",
        "recovery_code": "B9RN7H",
        "receipt_number": "K01-000041",
        "place": "K01",
        "sold_at": NOW,
        "price": 6_100,
        "holder_name": "A••• R•••••",
        "copies": 0,
        "free": 3,
    }
    return c.SoldCertificate(**(values | changes))


SOLD = c.SoldCertificates(
    certificates=(sold(), sold(op_id=uuid(2), state="void"), sold(op_id=uuid(3), free=0)), cut=False
)


def printed(state: State, file: str = "", trouble: Trouble = Trouble.NONE) -> SaleEnded:
    """The engine's answer about one copy."""
    copy = Copy(uuid(9), "00041018", "CerMat", 1, 0, "Matrícula mercantil", "Café de ejemplo")
    order = Order(uuid(8), "000123", "B9RN7H", "", (copy,))
    ended = CopyResult(copy, state, trouble, None, settled=state in TERMINAL)
    return SaleEnded(0, PurchaseResult(order, (ended,)), file)


ORDER = m.OrderReceipt(
    order_id=uuid(8),
    number="K01-000041",
    at=NOW,
    place="K01",
    order_number="000123",
    recovery_code="B9RN7H",
    cashier="Dispensador K01",
    paid="CON CARGO AL CUPO DE PREPAGO",
    total=16_700,
    holder_name="A••• R•••••",
    holder_id_type=IdType.CC,
    holder_id_number="1990000001",
    lines=(m.OrderReceiptLine(quantity=2, name="Matrícula", registration_number="00041018"),),
)


def order_copied(number: int = 1) -> m.OrderReceiptCopied:
    document = to_json(Document(kind="cash_receipt", title="Recibo", blocks=()))
    return m.OrderReceiptCopied(
        order_id=uuid(8), number=ORDER.number, document=document, copy_number=number
    )
