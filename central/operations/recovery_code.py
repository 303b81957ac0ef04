"""``POST /v1/orders/look-up``: how an order stands, by its recovery code alone.

A code shows a state and nothing of a person. Every look counts for its terminal, right or wrong, so
that an answer's time and wait tell nothing: 31^6 codes, five looks free, then one a minute.
"""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.devices.caller import Caller, must_be_active
from central.devices.tables import Device
from central.operations.standing import standing_of
from central.operations.tables import OperationRow, Order, OrderedLine
from central.people.tables import Throttle
from central.people.throttle import wait_after
from central.problems import Refusal
from central.services import Services
from central.settings import Settings
from kiosk.contract import messages as m
from kiosk.contract.messages import OperationState
from kiosk.contract.problems import ProblemCode

SCOPE = "recovery-code"
WAIT_MAX_S = 60
FORGOTTEN_AFTER_S = 600
"""A terminal that asked nothing for so long starts anew: another person stands there."""


def look_up_code(services: Services, caller: Caller, message: m.LookUpCode) -> m.FoundOrder:
    """The order's copies in words.

    Raises:
        Refusal: ``throttled`` with the wait, ``not-found``.
    """
    must_be_active(caller)
    now = services.now()
    wait_s = services.database.run(lambda db: _count(db, caller, now))
    if wait_s:
        raise Refusal(ProblemCode.THROTTLED, retry_after_s=wait_s)

    def work(db: Session) -> m.FoundOrder | None:
        order = db.scalar(
            select(Order).where(
                Order.chamber_code == caller.chamber, Order.recovery_code == message.code
            )
        )
        return _found(db, services.settings, order, now) if order is not None else None

    found = services.database.run(work)
    if found is None:
        raise Refusal(ProblemCode.NOT_FOUND)
    return found


def _count(db: Session, caller: Caller, now: datetime) -> int:
    """Count a look before it is made; the seconds to wait if it comes too early."""
    # The terminal's own row first: its looks are counted one after the other.
    db.execute(select(Device.id).where(Device.id == caller.device_id).with_for_update())
    row = db.scalar(
        select(Throttle).where(
            Throttle.chamber_code == caller.chamber,
            Throttle.scope == SCOPE,
            Throttle.subject == caller.device_id,
        )
    )
    if row is None:
        row = Throttle(
            id=new_id(),
            chamber_code=caller.chamber,
            scope=SCOPE,
            subject=caller.device_id,
            known=True,
            failures=0,
            changed_at=now,
        )
        db.add(row)
    if row.wait_until is not None and row.wait_until > now:
        return -int((now - row.wait_until).total_seconds() // 1)
    if now - row.changed_at >= timedelta(seconds=FORGOTTEN_AFTER_S):
        row.failures = 0
    row.failures += 1
    row.changed_at = now
    wait_s = min(wait_after(row.failures), WAIT_MAX_S)
    row.wait_until = now + timedelta(seconds=wait_s) if wait_s else None
    return 0


def _found(db: Session, settings: Settings, order: Order, now: datetime) -> m.FoundOrder:
    rows = db.execute(
        select(OperationRow, OrderedLine.certificate_name)
        .join(OrderedLine, OperationRow.line_id == OrderedLine.id)
        .where(OperationRow.chamber_code == order.chamber_code, OperationRow.order_id == order.id)
        .order_by(OrderedLine.line_no, OperationRow.copy_index, OperationRow.created_at)
    ).all()
    return m.FoundOrder(
        order_number=order.order_number,
        opened_at=order.opened_at,
        point_of_sale=db.get_one(Device, order.device_id).point_of_sale,
        copies=tuple(
            m.FoundCopy(certificate_name=name, standing=_word(db, settings, op, now))
            for op, name in rows
        ),
    )


def _word(db: Session, settings: Settings, op: OperationRow, now: datetime) -> str:
    match op.state:
        case OperationState.CAPTURED:
            return "charged"
        case OperationState.HELD | OperationState.EXPIRED:
            return standing_of(db, settings, op, now).word
        case (
            OperationState.DECLINED
            | OperationState.VOIDED_BY_DEVICE
            | OperationState.VOIDED_BY_STAFF
        ):
            return "not_charged"
