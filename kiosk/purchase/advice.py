"""The money messages of one copy, as drafts: the store fills in the number when it saves them."""

from datetime import datetime

from kiosk.contract import messages as m
from kiosk.purchase.order import Copy, Order
from kiosk.store.ledger import Draft

_EVIDENCE_MAX = 200


def authorise(order: Order, copy: Copy) -> Draft:
    """Hold the price of one copy and freeze its certificate."""
    return lambda device_seq: m.Authorise(
        op_id=copy.op_id,
        device_seq=device_seq,
        order_id=order.order_id,
        purchase_token=order.purchase_token,
        registration_number=copy.registration_number,
        certificate_type=copy.certificate_type,
        copy_index=copy.copy_index,
        price=copy.price_pesos,
    )


def claim(copy: Copy, of_op_id: str, session: str) -> Draft:
    """Freeze a marked copy of an interrupted operation, whoever sold it."""
    return lambda device_seq: m.Claim(
        op_id=copy.op_id, device_seq=device_seq, session=session, of_op_id=of_op_id
    )


def reprint(copy: Copy, of_op_id: str) -> Draft:
    """Freeze a marked copy of a charged operation, which the staff allowed under this id."""
    return lambda device_seq: m.Reprint(op_id=copy.op_id, device_seq=device_seq, of_op_id=of_op_id)


def give_back(op_id: str, session: str) -> Draft:
    """Ask for the money of an interrupted operation, whoever sold it."""
    return lambda device_seq: m.Resolve(op_id=op_id, device_seq=device_seq, session=session)


def capture(op_id: str, printed_at: datetime, evidence: str) -> Draft:
    """Advise that the paper came out."""
    return lambda device_seq: m.Capture(
        op_id=op_id, device_seq=device_seq, printed_at=printed_at, evidence=evidence[:_EVIDENCE_MAX]
    )


def void(op_id: str, reason: str) -> Draft:
    """Say that this operation never prints; central believes it even of one it never heard of."""
    return lambda device_seq: m.Void(op_id=op_id, device_seq=device_seq, reason=reason)
