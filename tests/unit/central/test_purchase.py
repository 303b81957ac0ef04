"""A whole purchase over the API, and what the money says at each step."""

from central.ledger.statement import verify
from kiosk.contract import messages as m
from kiosk.contract.documents import document_is_genuine
from kiosk.documents.model import from_json
from tests.support.central import CAFE_PRICE, Central, Terminal, operation

S = m.OperationState


def test_a_purchase_holds_then_captures_the_price(central: Central, terminal: Terminal) -> None:
    session = terminal.sign_in()
    order = terminal.order(session, quantity=2)
    held = [terminal.authorise(order, copy) for copy in (1, 2)]
    assert [op.state for op in held] == [S.HELD, S.HELD]
    account = terminal.account(session)
    assert (account.available, account.held) == (100_000 - 2 * CAFE_PRICE, 2 * CAFE_PRICE)

    assert operation(terminal.capture(held[0].op_id)).state is S.CAPTURED
    assert operation(terminal.void(held[1].op_id)).state is S.VOIDED_BY_DEVICE
    account = terminal.account(session)
    assert (account.available, account.held) == (100_000 - CAFE_PRICE, 0)
    assert [(line.concept, line.amount) for line in account.movements] == [
        ("purchase", -CAFE_PRICE),
        ("top_up", 100_000),
    ]
    assert central.services.database.run(verify) == []


def test_the_certificate_is_signed_by_the_key_the_device_pinned(terminal: Terminal) -> None:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    assert held.certificate is not None
    assert document_is_genuine(held.certificate, terminal.identity.central_key)
    assert held.verification_code in held.certificate.content
    assert from_json(held.certificate.content).kind == "certificate"


def test_the_receipt_covers_the_captured_copies_only(terminal: Terminal) -> None:
    order = terminal.order(terminal.sign_in(), quantity=2)
    first, second = terminal.authorise(order, 1), terminal.authorise(order, 2)
    terminal.capture(first.op_id)
    ask = m.FetchReceipt(order_id=order.order_id)
    pending = terminal.post("/v1/orders/receipt", ask)
    assert (pending.status_code, pending.json()["code"]) == (409, "receipt-pending")

    terminal.void(second.op_id)
    receipt = m.Receipt.model_validate_json(terminal.post("/v1/orders/receipt", ask).content)
    assert (receipt.total, receipt.balance_after) == (CAFE_PRICE, 100_000 - CAFE_PRICE)
    assert document_is_genuine(receipt.document, terminal.identity.central_key)
    assert first.verification_code in receipt.document.content
    assert terminal.post("/v1/orders/receipt", ask).json()["receipt_number"] == (
        receipt.receipt_number
    )


def test_receipt_numbers_have_no_gap(terminal: Terminal) -> None:
    session = terminal.sign_in()
    numbers = []
    for _ in range(3):
        order = terminal.order(session)
        terminal.post("/v1/orders/receipt", m.FetchReceipt(order_id=order.order_id))  # too early
        terminal.capture(terminal.authorise(order).op_id)
        answer = terminal.post("/v1/orders/receipt", m.FetchReceipt(order_id=order.order_id))
        numbers.append(answer.json()["receipt_number"])
    assert numbers == ["K01-000001", "K01-000002", "K01-000003"]
