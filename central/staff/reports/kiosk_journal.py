"""A kiosk's journal of a day: every operation it began, and what became of it by now.

The day is that of the operation's id, as in the kiosk's own count of its day.
"""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.devices.tables import Device
from central.operations.tables import OperationRow, Order, OrderedLine
from central.staff.reports.made import at_most, column, told
from central.staff.reports.words import state_words
from kiosk.contract.messages import day_ids
from kiosk.contract.staff.reports import Report

_COLUMNS = (
    column("Comienzo", "instant"),
    column("Orden"),
    column("Certificado"),
    column("Matrícula"),
    column("Estado"),
    column("Valor", "pesos"),
    column("Cobrado", "pesos", summed=True),
    column("Final", "instant"),
    column("Operación"),
)


def kiosk_journal(
    db: Session, chamber: str, now: datetime, limit: int, *, device_id: str, day: date
) -> Report:
    """The operations of one kiosk and day, oldest first.

    Raises:
        LookupError: there is no such kiosk.
    """
    device = db.get(Device, device_id)
    if device is None or device.chamber_code != chamber:
        raise LookupError("there is no such kiosk")
    first, after = day_ids(day)
    found = db.execute(
        select(
            OperationRow.id,
            OperationRow.created_at,
            OperationRow.state,
            OperationRow.kind,
            OperationRow.late,
            OperationRow.price,
            OperationRow.captured_at,
            OperationRow.voided_at,
            Order.order_number,
            OrderedLine.certificate_type,
            OrderedLine.registration_number,
        )
        .outerjoin(Order, Order.id == OperationRow.order_id)
        .outerjoin(OrderedLine, OrderedLine.id == OperationRow.line_id)
        .where(
            OperationRow.chamber_code == chamber,
            OperationRow.device_id == device_id,
            OperationRow.id >= first,
            OperationRow.id < after,
        )
        .order_by(OperationRow.id)
        .limit(limit + 1)
    )
    rows, cut = at_most(
        limit,
        (
            (
                row.created_at,
                row.order_number or "",
                row.certificate_type or "",
                row.registration_number or "",
                state_words(row.state, row.kind, late=row.late),
                row.price,
                row.price if row.captured_at else 0,
                row.captured_at or row.voided_at,
                row.id,
            )
            for row in found
        ),
    )
    return Report(
        name="kiosk-journal",
        title="Diario del dispensador",
        made_at=now,
        parameters=(
            told("Día", day.isoformat()),
            told("Dispensador", device.point_of_sale),
            told("Serie", device.serial),
        ),
        columns=_COLUMNS,
        rows=rows,
        cut=cut,
    )
