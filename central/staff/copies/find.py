"""Looking for certificates that were sold: by what stands on a paper, or by whose they are."""

from dataclasses import dataclass

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from central.devices.tables import Device
from central.operations.copies import copies_of
from central.operations.listing import orders_named
from central.operations.receipts import number_of
from central.operations.tables import OperationKind, OperationRow, Order, OrderedLine, ReceiptRow
from central.operations.verification import CodeStatus, code_status
from central.people.prepaid_key import find_holder
from central.people.sessions import find_person
from central.people.tables import Holder
from central.records.record import audit
from central.services import Services
from central.staff.shifts.receipts import shown_name
from kiosk.identity import PersonId

SHOWN_MAX = 60


@dataclass(frozen=True)
class Sold:
    """A certificate with its order, and what it is worth now; ``free``: copies that are left."""

    operation: OperationRow
    order: Order
    line: OrderedLine
    place: str
    receipt_number: str
    holder_name: str
    status: CodeStatus
    free: int


def find_sold(
    services: Services, staff_id: str, code: str, identity: PersonId | None
) -> tuple[list[Sold], bool]:
    """The newest that fit, and whether there are more; nothing was sold under a denied hold.

    Raises:
        LookupError: nobody is registered or has an account with this identity.
    """
    now, chamber = services.now(), services.chamber

    def work(db: Session) -> tuple[list[Sold], bool]:
        wanted, subject = _sold(chamber), ""
        if code:
            named = orders_named(chamber, code)
            paper = OperationRow.verification_code == code.upper()
            wanted = wanted.where(or_(OperationRow.order_id.in_(named), paper))
        if identity is not None:
            holder, person = find_holder(db, chamber, identity), find_person(db, chamber, identity)
            if holder is None and person is None:
                raise LookupError("nobody here has this document")
            subject = holder.account_id if holder else person.id if person else ""
            of_holder = Order.holder_id == (holder.id if holder else "")
            wanted = wanted.where(or_(of_holder, Order.person_id == (person.id if person else "")))
        audit(db, chamber, now, staff_id, "certificates-searched", subject, code.upper())
        newest = wanted.order_by(OperationRow.created_at.desc(), OperationRow.id.desc())
        rows = db.execute(newest.limit(SHOWN_MAX + 1)).all()
        return [_told(db, services, *row) for row in rows[:SHOWN_MAX]], len(rows) > SHOWN_MAX

    return services.database.run(work)


def _sold(chamber: str) -> Select[OperationRow, Order, OrderedLine, Holder, str, ReceiptRow | None]:
    return (
        select(OperationRow, Order, OrderedLine, Holder, Device.point_of_sale, ReceiptRow)
        .join(Order, Order.id == OperationRow.order_id)
        .join(OrderedLine, OrderedLine.id == OperationRow.line_id)
        .join(Holder, Holder.id == Order.holder_id)
        .join(Device, Device.id == OperationRow.device_id)
        .outerjoin(
            ReceiptRow,
            and_(
                ReceiptRow.chamber_code == Order.chamber_code,
                ReceiptRow.order_id == Order.id,
            ),
        )
        .where(
            OperationRow.chamber_code == chamber,
            OperationRow.kind == OperationKind.SALE,
            OperationRow.verification_code.is_not(None),
        )
    )


def _told(
    db: Session,
    services: Services,
    operation: OperationRow,
    order: Order,
    line: OrderedLine,
    holder: Holder,
    place: str,
    receipt: ReceiptRow | None,
) -> Sold:
    status = code_status(db, operation.verification_code or "")
    assert status is not None, "it has a code"
    taken = copies_of(db, services.chamber, operation.id)
    return Sold(
        operation=operation,
        order=order,
        line=line,
        place=place,
        receipt_number=number_of(receipt) if receipt else "",
        holder_name=shown_name(db, holder),
        status=status,
        free=max(0, services.settings.reprints_max - taken),
    )
