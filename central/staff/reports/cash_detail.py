"""Cash detail: what each cashier took and gave back, by day and payment form.

Nobody sees their own open shift here: what lies in the drawer is counted before it is known.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central.clock import local_day
from central.staff.reports.made import Span, at_most, column, told
from central.staff.reports.words import form_words
from central.staff.shifts.tables import DeskMovement, MovementKind, Shift
from central.staff.tables import StaffMember
from kiosk.contract.staff.reports import Report

_COLUMNS = (
    column("Cajero"),
    column("Día"),
    column("Forma de pago"),
    column("Recargas", "number", summed=True),
    column("Valor recargas", "pesos", summed=True),
    column("Reversiones", "number", summed=True),
    column("Valor reversiones", "pesos", summed=True),
    column("Neto", "pesos", summed=True),
)
_OPEN = "El turno propio que está abierto no se incluye: primero se cuenta."


@dataclass
class Taken:
    """How many and how many pesos came in, and went back."""

    top_ups: int = 0
    paid: int = 0
    reversals: int = 0
    given_back: int = 0

    def add(self, kind: MovementKind, amount: int) -> None:
        """Count one movement."""
        if kind is MovementKind.TOP_UP:
            self.top_ups += 1
            self.paid += amount
        else:
            self.reversals += 1
            self.given_back += amount


def cash_detail(
    db: Session,
    chamber: str,
    now: datetime,
    limit: int,
    *,
    span: Span,
    login: str | None = None,
    viewer_id: str = "",
) -> Report:
    """What was taken in a span of days, by ``login`` or everybody; ``viewer_id`` reads it."""
    own_open = select(Shift.id).where(Shift.chamber_code == chamber, Shift.open_of == viewer_id)
    movements = (
        select(
            StaffMember.login,
            DeskMovement.at,
            DeskMovement.payment_form,
            DeskMovement.kind,
            DeskMovement.amount,
        )
        .join(StaffMember, StaffMember.id == DeskMovement.staff_id)
        .where(
            DeskMovement.chamber_code == chamber,
            DeskMovement.at >= span.start,
            DeskMovement.at < span.end,
            DeskMovement.shift_id.not_in(own_open),
        )
    )
    if login is not None:
        movements = movements.where(StaffMember.login == login)
    lines: defaultdict[tuple[str, date, str], Taken] = defaultdict(Taken)
    for who, at, form, kind, amount in db.execute(movements):
        lines[who, local_day(at), form].add(kind, amount)
    rows, cut = at_most(
        limit,
        (
            (
                who,
                day.isoformat(),
                form_words(form),
                line.top_ups,
                line.paid,
                line.reversals,
                line.given_back,
                line.paid - line.given_back,
            )
            for (who, day, form), line in sorted(lines.items())
        ),
    )
    works = db.scalar(select(func.count()).select_from(own_open.subquery()))
    return Report(
        name="cash-detail",
        title="Detallado de caja por cajero",
        made_at=now,
        parameters=(*span.parameters, told("Cajero", login or "Todos")),
        columns=_COLUMNS,
        rows=rows,
        cut=cut,
        notes=(_OPEN,) if works else (),
    )
