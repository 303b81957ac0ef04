"""The same-purchase guard: an equal purchase a few minutes ago is a question, not a refusal."""

from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from central.clock import local
from central.operations.tables import OperationRow, Order, OrderedLine
from kiosk.contract.messages import OperationState

_COUNTED = (OperationState.HELD, OperationState.EXPIRED, OperationState.CAPTURED)


def recent_purchases(db: Session, order: Order, now: datetime, minutes: int) -> tuple[str, ...]:
    """What of this order its buyer bought at any dispenser or desk within the last minutes.

    Each is a ready text: certificate, registration and local time, 24 h. Operations of the same
    order do not count.
    """
    wanted = db.scalars(
        select(OrderedLine).where(
            OrderedLine.chamber_code == order.chamber_code, OrderedLine.order_id == order.id
        )
    ).all()
    same = or_(
        *(
            (OrderedLine.registration_number == line.registration_number)
            & (OrderedLine.certificate_type == line.certificate_type)
            for line in wanted
        )
    )
    rows = db.execute(
        select(OrderedLine.certificate_name, OrderedLine.registration_name, OperationRow.created_at)
        .join(Order, OrderedLine.order_id == Order.id)
        .join(OperationRow, OperationRow.line_id == OrderedLine.id)
        .where(
            Order.chamber_code == order.chamber_code,
            Order.person_id == order.person_id
            if order.person_id
            else Order.holder_id == order.holder_id,
            Order.id != order.id,
            OperationRow.created_at > now - timedelta(minutes=minutes),
            OperationRow.state.in_(_COUNTED),
            same,
        )
        .order_by(OperationRow.created_at.desc())
    )
    texts = (f"{name} · {entity} · {local(at):%H:%M}" for name, entity, at in rows)
    return tuple(dict.fromkeys(texts))
