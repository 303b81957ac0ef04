"""The cash receipt: one gapless number per point of sale, once the whole order is settled.

It covers the captured lines only. The certificates do not carry its number, because it does not
exist yet when they are frozen.
"""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.certificates.receipt import ReceiptData, ReceiptLine, build_receipt
from central.db.ids import new_id
from central.devices.caller import Caller, must_be_active
from central.ledger.accounts import available
from central.operations.counters import next_number
from central.operations.tables import OperationRow, Order, OrderedLine, ReceiptRow
from central.people.tables import Holder
from central.problems import Refusal
from central.records.record import audit
from central.services import Services
from central.staff.sales.told import sold
from central.staff.shifts.order_mail import mail_by_itself
from kiosk.contract import messages as m
from kiosk.contract.documents import sign_document
from kiosk.contract.messages import OperationState
from kiosk.contract.problems import ProblemCode
from kiosk.documents.cash_receipt import PREPAID
from kiosk.documents.model import to_json
from kiosk.identity import PersonId, format_id

_UNSETTLED = (OperationState.HELD, OperationState.EXPIRED)


def receipt(services: Services, caller: Caller, message: m.FetchReceipt) -> m.Receipt:
    """The receipt of an order of this device, issued now or before.

    Raises:
        Refusal: ``receipt-pending`` while an operation is open; ``not-found`` for no such order,
            or one of which nothing was charged.
    """
    must_be_active(caller)
    now = services.now()

    def work(db: Session) -> m.Receipt:
        order = db.get(Order, message.order_id, with_for_update=True)
        if order is None or order.device_id != caller.device_id:
            raise Refusal(ProblemCode.NOT_FOUND)
        return _reply(receipt_of(db, services, caller, order, now))

    return services.database.run(work)


def receipt_of(
    db: Session, services: Services, caller: Caller, order: Order, now: datetime
) -> ReceiptRow:
    """The receipt of a locked order; its own device may be the cause of its issue, others not.

    Raises:
        Refusal: ``receipt-pending``, or ``not-found`` if nothing was charged.
    """
    found = db.scalar(
        select(ReceiptRow).where(
            ReceiptRow.chamber_code == order.chamber_code, ReceiptRow.order_id == order.id
        )
    )
    if found is not None:
        return found
    if order.device_id != caller.device_id:
        raise Refusal(ProblemCode.RECEIPT_PENDING)
    return _issue(db, services, caller, order, now)


def number_of(row: ReceiptRow) -> str:
    """The number as paper shows it."""
    return f"{row.point_of_sale}-{row.number:06d}"


def _issue(
    db: Session, services: Services, caller: Caller, order: Order, now: datetime
) -> ReceiptRow:
    operations = db.scalars(
        select(OperationRow)
        .where(OperationRow.chamber_code == order.chamber_code, OperationRow.order_id == order.id)
        .order_by(OperationRow.created_at, OperationRow.id)
    ).all()
    if any(op.state in _UNSETTLED for op in operations):
        raise Refusal(ProblemCode.RECEIPT_PENDING)
    charged = [op for op in operations if op.state is OperationState.CAPTURED]
    if not charged:
        raise Refusal(ProblemCode.NOT_FOUND, "nothing of this order was charged")
    by = sold(db, order, caller.point_of_sale)
    number = next_number(db, order.chamber_code, f"receipt:{by.series}")
    holder = db.get_one(Holder, order.holder_id)
    balance = available(db, holder.account_id)
    label = f"{by.series}-{number:06d}"
    document = build_receipt(
        ReceiptData(
            chamber_name=services.settings.chamber.name,
            chamber_nit=services.settings.chamber.nit,
            receipt_number=label,
            operation_number=order.id.rpartition("-")[2],
            settlement_number=order.order_number,
            issued_at=now,
            recovery_code=order.recovery_code,
            cashier=by.cashier,
            payment_form=by.paid,
            holder_name=holder.name,
            holder_id=format_id(PersonId(holder.id_type, holder.id_number, holder.check_digit)),
            lines=_lines(db, order, charged),
            holder_address=holder.address,
            holder_phone=holder.phone,
            # Who paid otherwise gave no prepaid key, and whose hand takes the paper is unknown.
            balance_after_pesos=balance if by.paid == PREPAID else None,
            logo=services.settings.chamber.logo,
            demonstration=services.settings.demo,
        )
    )
    signed = sign_document(to_json(document), services.signing_key)
    row = ReceiptRow(
        id=new_id(),
        chamber_code=order.chamber_code,
        order_id=order.id,
        point_of_sale=by.series,
        number=number,
        total=sum(op.price for op in charged),
        balance_after=balance,
        content=signed.content,
        digest=signed.digest,
        signature=signed.signature,
        issued_at=now,
    )
    db.add(row)
    audit(db, order.chamber_code, now, caller.device_id, "receipt-issued", order.id, label)
    db.flush()
    if order.at_desk:
        mail_by_itself(db, services, order.id, label, holder, now)
    return row


def _lines(db: Session, order: Order, charged: list[OperationRow]) -> tuple[ReceiptLine, ...]:
    copies = defaultdict(list)
    for op in charged:
        copies[op.line_id].append(op)
    lines = db.scalars(
        select(OrderedLine)
        .where(OrderedLine.chamber_code == order.chamber_code, OrderedLine.order_id == order.id)
        .order_by(OrderedLine.line_no)
    )
    return tuple(
        ReceiptLine(
            quantity=len(copies[line.id]),
            service_code=line.service_code,
            description=line.certificate_name,
            registration_number=line.registration_number,
            value_pesos=sum(op.price for op in copies[line.id]),
            codes=tuple(op.verification_code or "" for op in copies[line.id]),
        )
        for line in lines
        if copies[line.id]
    )


def _reply(row: ReceiptRow) -> m.Receipt:
    return m.Receipt(
        order_id=row.order_id,
        receipt_number=number_of(row),
        total=row.total,
        balance_after=row.balance_after,
        document=m.SignedDocument(content=row.content, digest=row.digest, signature=row.signature),
    )
