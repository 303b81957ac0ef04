"""A close of a shift, line by line: what should be there, what was counted, and why it differs."""

import json
from collections import defaultdict
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.staff.reports.cash_detail import Taken
from central.staff.reports.made import column, told
from central.staff.reports.words import close_words, form_words
from central.staff.shifts.count import CASH
from central.staff.shifts.tables import DeskMovement, Shift, ShiftClose
from central.staff.shifts.work import lines_of
from central.staff.tables import StaffMember
from kiosk.contract.staff.reports import Report, ReportParameter
from kiosk.documents.paper_time import paper_instant
from kiosk.money import format_pesos

_COLUMNS = (
    column("Forma de pago"),
    column("Recargas", "number", summed=True),
    column("Valor recargas", "pesos", summed=True),
    column("Reversiones", "number", summed=True),
    column("Valor reversiones", "pesos", summed=True),
    column("Base", "pesos", summed=True),
    column("Esperado", "pesos", summed=True),
    column("Contado", "pesos", summed=True),
    column("Diferencia", "pesos", summed=True),
)
_UNSENT = "Al cerrar había {} mensajes sin enviar: el cierre se recalcula cuando lleguen."
_MOVED = "Los movimientos de hoy no suman lo esperado de este cierre: recalcúlelo."


def shift_close(
    db: Session,
    chamber: str,
    now: datetime,
    _limit: int,
    *,
    shift_id: str,
    number: int | None = None,
    only_of: str | None = None,
) -> Report:
    """A close by its number, or the last one; ``only_of``: nobody's but this member's.

    Raises:
        LookupError: there is no such close, or it is somebody else's.
    """
    wanted = (
        select(ShiftClose, Shift, StaffMember.login)
        .join(Shift, Shift.id == ShiftClose.shift_id)
        .join(StaffMember, StaffMember.id == Shift.staff_id)
        .where(ShiftClose.chamber_code == chamber, ShiftClose.shift_id == shift_id)
        .order_by(ShiftClose.number.desc())
        .limit(1)
    )
    if number is not None:
        wanted = wanted.where(ShiftClose.number == number)
    if only_of is not None:
        wanted = wanted.where(Shift.staff_id == only_of)
    found = db.execute(wanted).one_or_none()
    if found is None:
        raise LookupError("there is no such close")
    close, shift, login = found
    moved = _moved(db, close)
    told_forms = {line.form for line in lines_of(close)}
    rows = []
    agrees = moved.keys() <= told_forms
    for line in lines_of(close):
        taken, base = moved[line.form], close.base if line.form == CASH else 0
        agrees &= base + taken.paid - taken.given_back == line.expected
        rows.append(
            (
                form_words(line.form),
                taken.top_ups,
                taken.paid,
                taken.reversals,
                taken.given_back,
                base,
                line.expected,
                line.counted,
                line.difference,
            )
        )
    notes = [] if agrees else [_MOVED]
    if close.unsent:
        notes.append(_UNSENT.format(close.unsent))
    return Report(
        name="shift-close",
        title="Cierre de caja",
        made_at=now,
        parameters=tuple(_about(close, shift, login)),
        columns=_COLUMNS,
        rows=tuple(rows),
        notes=tuple(notes),
    )


def _moved(db: Session, close: ShiftClose) -> defaultdict[str, Taken]:
    """What moved in the shift until this close, by payment form."""
    moved: defaultdict[str, Taken] = defaultdict(Taken)
    rows = db.execute(
        select(DeskMovement.payment_form, DeskMovement.kind, DeskMovement.amount).where(
            DeskMovement.chamber_code == close.chamber_code,
            DeskMovement.shift_id == close.shift_id,
            DeskMovement.at <= close.at,
        )
    )
    for form, kind, amount in rows:
        moved[form].add(kind, amount)
    return moved


def _about(close: ShiftClose, shift: Shift, login: str) -> list[ReportParameter]:
    pieces = [
        f"{int(denomination):,} × {count}".replace(",", ".")
        for denomination, count in json.loads(close.pieces).items()
        if count
    ]
    about = [
        told("Cajero", login),
        told("Puesto", shift.place),
        told("Turno", shift.id),
        told("Abierto", paper_instant(shift.opened_at)),
        told("Cierre", f"{close.number} ({close_words(close.kind).lower()})"),
        told("Cerrado", paper_instant(close.at)),
        told("Base", format_pesos(close.base)),
        told("Billetes y monedas", ", ".join(pieces) or "Ninguno"),
    ]
    if close.explained:
        about.append(told("Explicación", close.explained))
    return about
