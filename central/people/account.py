"""The signed-in person's page: balance, movements, registrations, unfinished operations."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.devices.caller import Caller, must_be_active
from central.devices.tables import Device
from central.ledger.accounts import sums
from central.ledger.statement import movements
from central.operations.standing import OPEN, Standing, standing_of
from central.operations.tables import OperationRow, Order, OrderedLine
from central.people.names import masked
from central.people.prepaid_key import find_holder
from central.people.sessions import signed_in
from central.people.tables import Person
from central.registry.registry import owned_by, summary
from central.services import Services
from kiosk.contract import messages as m
from kiosk.identity import PersonId

MOVEMENTS_SHOWN = 20


def account(services: Services, caller: Caller, message: m.FetchAccount) -> m.Account:
    """Everything the account screen shows.

    Raises:
        Refusal: ``session-expired``.
    """
    must_be_active(caller)
    now = services.now()

    def work(db: Session) -> m.Account:
        person = signed_in(db, caller, message.session, now)
        identity = PersonId(person.id_type, person.id_number, person.check_digit)
        holder = find_holder(db, caller.chamber, identity)
        posted, held = sums(db, holder.account_id) if holder else (0, 0)
        lines = movements(db, holder.account_id, MOVEMENTS_SHOWN) if holder else []
        return m.Account(
            id_type=person.id_type,
            id_number=person.id_number,
            check_digit=person.check_digit,
            display_name=masked(person.first_name, person.first_surname),
            has_prepaid_account=holder is not None,
            available=posted - held,
            held=held,
            movements=tuple(
                m.Movement(
                    at=row.at,
                    concept=row.kind.value,
                    description=row.description,
                    amount=amount,
                )
                for row, amount in lines
            ),
            registrations=tuple(
                summary(registration) for registration in owned_by(db, caller.chamber, identity)
            ),
            unfinished=_unfinished(db, services, person, now),
        )

    return services.database.run(work)


def _unfinished(
    db: Session, services: Services, person: Person, now: datetime
) -> tuple[m.UnfinishedOperation, ...]:
    rows = db.execute(
        select(OperationRow, OrderedLine, Order, Device.point_of_sale)
        .join(Order, OperationRow.order_id == Order.id)
        .join(OrderedLine, OperationRow.line_id == OrderedLine.id)
        .join(Device, OperationRow.device_id == Device.id)
        .where(
            Order.chamber_code == person.chamber_code,
            Order.person_id == person.id,
            OperationRow.state.in_(OPEN),
        )
        .order_by(OperationRow.created_at)
    ).all()
    return tuple(
        _open_operation(op, line, order, place, standing_of(db, services.settings, op, now))
        for op, line, order, place in rows
    )


def _open_operation(
    op: OperationRow, line: OrderedLine, order: Order, place: str, standing: Standing
) -> m.UnfinishedOperation:
    return m.UnfinishedOperation(
        op_id=op.id,
        certificate_name=line.certificate_name,
        registration_name=line.registration_name,
        amount=op.price,
        state=op.state.value,
        recovery_code=order.recovery_code,
        opened_at=op.created_at,
        standing=standing.word,
        can_print=standing.can_print,
        can_give_back=standing.can_give_back,
        point_of_sale=place,
        order_number=order.order_number,
        registration_number=line.registration_number,
        certificate_type=line.certificate_type,
    )
