"""Operations as an operator sees them: ids, states, money and incidents, never a person's name."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from central.devices.tables import Device
from central.ledger.tables import Posting
from central.operations.tables import (
    OperationRow,
    Order,
    OrderedLine,
    ReceiptRow,
    ResolutionRow,
)
from central.records.tables import AuditEntry, Incident
from central.services import Services
from kiosk.contract.messages import OperationState

SHOWN_MAX = 500
"""A list longer than this is no list to work through; the oldest come first."""
_OPEN = (OperationState.HELD, OperationState.EXPIRED)
_NUMBER_MAX = 12


@dataclass(frozen=True)
class Entry:
    """One operation in a list; ``incidents`` are the kinds nobody settled yet."""

    op_id: str
    point_of_sale: str
    state: OperationState
    price: int
    created_at: datetime
    late: bool
    incidents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Event:
    """One line of an operation's story."""

    at: datetime
    what: str


@dataclass(frozen=True)
class Story:
    """An operation with everything that happened to it, oldest first."""

    entry: Entry
    order_number: str
    recovery_code: str
    certificate: str
    registration_number: str
    events: tuple[Event, ...]


def open_list(services: Services) -> list[Entry]:
    """What is neither charged nor void yet, oldest first."""
    statement = (
        _entries(services.chamber)
        .where(OperationRow.state.in_(_OPEN))
        .order_by(OperationRow.created_at, OperationRow.id)
    )
    return services.database.run(
        lambda db: [_entry(db, op, point) for op, point in db.execute(statement.limit(SHOWN_MAX))]
    )


def flagged_list(services: Services) -> list[Entry]:
    """What has an incident that nobody settled yet."""
    flagged = select(Incident.op_id).where(
        Incident.chamber_code == services.chamber, Incident.settled_at.is_(None)
    )
    statement = (
        _entries(services.chamber)
        .where(OperationRow.id.in_(flagged))
        .order_by(OperationRow.created_at, OperationRow.id)
    )
    return services.database.run(
        lambda db: [_entry(db, op, point) for op, point in db.execute(statement.limit(SHOWN_MAX))]
    )


def find_list(services: Services, code: str) -> list[Entry]:
    """What somebody at the counter can name: what ``orders_named`` knows, or a paper's code."""
    named = orders_named(services.chamber, code)
    is_code = OperationRow.verification_code == code.strip().upper()
    statement = (
        _entries(services.chamber)
        .where(or_(OperationRow.order_id.in_(named), is_code))
        .order_by(OperationRow.created_at, OperationRow.id)
    )
    return services.database.run(
        lambda db: [_entry(db, op, point) for op, point in db.execute(statement.limit(SHOWN_MAX))]
    )


def orders_named(chamber: str, code: str) -> Select[str]:
    """Ids of the orders that have this number, recovery code or number of their receipt."""
    wanted = code.strip().upper()
    place, _, digits = wanted.rpartition("-")
    names = [Order.recovery_code == wanted, Order.order_number == wanted]
    # No number is longer than a receipt's; a longer one would not fit the column.
    if place and digits.isdecimal() and len(digits) < _NUMBER_MAX:
        receipt = select(ReceiptRow.order_id).where(
            ReceiptRow.chamber_code == chamber,
            ReceiptRow.point_of_sale == place,
            ReceiptRow.number == int(digits),
        )
        names.append(Order.id.in_(receipt))
    return select(Order.id).where(Order.chamber_code == chamber, or_(*names))


def story(services: Services, op_id: str) -> Story | None:
    """One operation with its trail, postings, incidents and decision."""

    def work(db: Session) -> Story | None:
        found = db.execute(_entries(services.chamber).where(OperationRow.id == op_id)).first()
        if found is None:
            return None
        op, point = found
        sale = db.get(OperationRow, op.of_op_id) if op.of_op_id else op  # a copy names its sale's
        order = db.get(Order, sale.order_id) if sale and sale.order_id else None
        line = db.get(OrderedLine, sale.line_id) if sale and sale.line_id else None
        return Story(
            entry=_entry(db, op, point),
            order_number=order.order_number if order else "",
            recovery_code=order.recovery_code if order else "",
            certificate=line.certificate_type if line else "",
            registration_number=line.registration_number if line else "",
            events=tuple(sorted(_events(db, services.chamber, op_id), key=lambda event: event.at)),
        )

    return services.database.run(work)


def _entries(chamber: str) -> Select[OperationRow, str]:
    return (
        select(OperationRow, Device.point_of_sale)
        .join(Device, Device.id == OperationRow.device_id)
        .where(OperationRow.chamber_code == chamber)
    )


def _entry(db: Session, op: OperationRow, point_of_sale: str) -> Entry:
    kinds = (
        select(Incident.kind)
        .where(
            Incident.chamber_code == op.chamber_code,
            Incident.op_id == op.id,
            Incident.settled_at.is_(None),
        )
        .distinct()
        .order_by(Incident.kind)
    )
    return Entry(
        op_id=op.id,
        point_of_sale=point_of_sale,
        state=op.state,
        price=op.price,
        created_at=op.created_at,
        late=op.late,
        incidents=tuple(db.scalars(kinds)),
    )


def _events(db: Session, chamber: str, op_id: str) -> list[Event]:
    trail = select(AuditEntry).where(
        AuditEntry.chamber_code == chamber, AuditEntry.subject == op_id
    )
    events = [Event(row.at, f"{row.action} {row.detail}".strip()) for row in db.scalars(trail)]
    postings = select(Posting).where(Posting.chamber_code == chamber, Posting.op_id == op_id)
    events += [Event(row.at, f"posting {row.kind} {row.amount}") for row in db.scalars(postings)]
    incidents = select(Incident).where(Incident.chamber_code == chamber, Incident.op_id == op_id)
    events += [
        Event(row.at, f"incident {row.id} {row.kind} {row.detail}".strip())
        for row in db.scalars(incidents)
    ]
    decisions = select(ResolutionRow).where(
        ResolutionRow.chamber_code == chamber, ResolutionRow.op_id == op_id
    )
    events += [Event(row.at, f"decision {row.decision}") for row in db.scalars(decisions)]
    return events
