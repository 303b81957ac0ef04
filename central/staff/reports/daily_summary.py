"""The summary of a day: every posting of the ledger, by the place it belongs to, and what is held.

Each kind of posting has a column, so that over all rows
``recargas - reversiones + correcciones - ventas + devoluciones`` is what all prepaid accounts
together gained on that day. What nobody's desk or kiosk is behind stands under a dash.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from central.devices.tables import Device
from central.ledger.tables import Account, AccountKind, Hold, HoldState, Posting, PostingKind
from central.operations.tables import OperationRow
from central.staff.reports.made import Span, at_most, column
from central.staff.reports.words import NOBODY, form_words, service_words
from central.staff.sales.tables import DeskSale, SaleKind
from central.staff.shifts.tables import DeskMovement
from kiosk.contract.messages import OperationState
from kiosk.contract.staff.reports import Report

_COLUMNS = (
    column("Lugar"),
    column("Detalle"),
    column("Cantidad", "number"),
    column("Ventas", "pesos", summed=True),
    column("Devoluciones", "pesos", summed=True),
    column("Recargas", "pesos", summed=True),
    column("Reversiones", "pesos", summed=True),
    column("Correcciones", "pesos", summed=True),
    column("Reservado", "pesos", summed=True),
)
_SALES, _REFUNDS, _TOP_UPS, _REVERSALS, _CORRECTIONS, _HELD = range(6)
_AS_OF = "Lo reservado es lo que sigue reservado al hacer este informe."


class Line(NamedTuple):
    """A line in the order it is shown: ``of`` says in which of the columns of money."""

    place: str
    of: int
    detail: str
    times: int
    pesos: int


def daily_summary(db: Session, chamber: str, now: datetime, limit: int, *, day: date) -> Report:
    """Everything that moved on a day, and the holds of its operations and earlier ones."""
    span = Span(day, day)
    lines = [
        *_bought(db, chamber, span, PostingKind.PURCHASE, Posting.credit_account),
        *_bought(db, chamber, span, PostingKind.REFUND, Posting.debit_account),
        *_free(db, chamber, span),
        *_paid(db, chamber, span, Posting.debit_account),
        *_paid(db, chamber, span, Posting.credit_account),
        *_corrected(db, chamber, span),
        *_held(db, chamber, span),
    ]
    rows, cut = at_most(limit, (_row(line) for line in sorted(lines)))
    return Report(
        name="daily-summary",
        title="Resumen diario",
        made_at=now,
        parameters=span.parameters,
        columns=_COLUMNS,
        rows=rows,
        cut=cut,
        notes=(_AS_OF,),
    )


def _row(line: Line) -> tuple[str | int | None, ...]:
    money = [line.pesos if line.of == column else None for column in range(_HELD + 1)]
    return (line.place, line.detail, line.times, *money)


def _bought(
    db: Session, chamber: str, span: Span, kind: PostingKind, revenue: InstrumentedAttribute[str]
) -> Iterator[Line]:
    """Sales, or refunds where they were bought, by service."""
    rows = db.execute(
        select(Device.point_of_sale, Account.holder, func.count(), func.sum(Posting.amount))
        .select_from(Posting)
        .join(Account, Account.id == revenue)
        .outerjoin(OperationRow, OperationRow.id == Posting.op_id)
        .outerjoin(Device, Device.id == OperationRow.device_id)
        .where(Posting.kind == kind, *_posted(chamber, span))
        .group_by(Device.point_of_sale, Account.holder)
    )
    of, words = (_SALES, "Venta") if kind is PostingKind.PURCHASE else (_REFUNDS, "Devolución")
    for point, service, count, pesos in rows:
        detail = f"{words} {service_words(service)}"
        yield Line(point or NOBODY, of, detail, count, int(pesos))


def _free(db: Session, chamber: str, span: Span) -> Iterator[Line]:
    """What came out on paper and cost nothing: copies, and what the chamber bears itself."""
    rows = db.execute(
        select(Device.point_of_sale, DeskSale.kind, func.count())
        .select_from(OperationRow)
        .join(Device, Device.id == OperationRow.device_id)
        .outerjoin(DeskSale, DeskSale.id == OperationRow.order_id)
        .where(
            OperationRow.chamber_code == chamber,
            OperationRow.state == OperationState.CAPTURED,
            OperationRow.price == 0,
            OperationRow.captured_at >= span.start,
            OperationRow.captured_at < span.end,
        )
        .group_by(Device.point_of_sale, DeskSale.kind)
    )
    for point, kind, count in rows:
        detail = "A gasto administrativo" if kind is SaleKind.EXPENSE else "Sin costo"
        yield Line(point, _SALES, detail, count, 0)


def _paid(
    db: Session, chamber: str, span: Span, till: InstrumentedAttribute[str]
) -> Iterator[Line]:
    """Money in (the till is debited) or back, by payment form; from the desk or elsewhere."""
    rows = db.execute(
        select(DeskMovement.place, Account.holder, func.count(), func.sum(Posting.amount))
        .select_from(Posting)
        .join(Account, and_(Account.id == till, Account.kind == AccountKind.CASH_IN))
        .outerjoin(DeskMovement, DeskMovement.posting_id == Posting.id)
        .where(*_posted(chamber, span))
        .group_by(DeskMovement.place, Account.holder)
    )
    came_in = till is Posting.debit_account
    of, words = (_TOP_UPS, "Recarga") if came_in else (_REVERSALS, "Reversión")
    for place, form, count, pesos in rows:
        yield Line(place or NOBODY, of, f"{words} {form_words(form)}", count, int(pesos))


def _corrected(db: Session, chamber: str, span: Span) -> Iterator[Line]:
    """What people put right, by reason: what accounts were given, less what was taken from them."""
    for side, sign in ((Posting.debit_account, 1), (Posting.credit_account, -1)):
        rows = db.execute(
            select(Account.holder, func.count(), func.sum(Posting.amount))
            .select_from(Posting)
            .join(Account, and_(Account.id == side, Account.kind == AccountKind.CORRECTION))
            .where(*_posted(chamber, span))
            .group_by(Account.holder)
        )
        words = "Abono" if sign > 0 else "Cargo"
        for reason, count, pesos in rows:
            detail = f"{words} por corrección: {reason}"
            yield Line(NOBODY, _CORRECTIONS, detail, count, sign * int(pesos))


def _held(db: Session, chamber: str, span: Span) -> Iterator[Line]:
    rows = db.execute(
        select(Device.point_of_sale, func.count(), func.sum(Hold.amount))
        .select_from(Hold)
        .join(OperationRow, OperationRow.id == Hold.op_id)
        .join(Device, Device.id == OperationRow.device_id)
        .where(
            Hold.chamber_code == chamber,
            Hold.state == HoldState.LIVE,
            OperationRow.created_at < span.end,
        )
        .group_by(Device.point_of_sale)
    )
    for point, count, pesos in rows:
        yield Line(point, _HELD, "Reservas sin cobrar", count, int(pesos))


def _posted(chamber: str, span: Span) -> tuple[ColumnElement[bool], ...]:
    return (Posting.chamber_code == chamber, Posting.at >= span.start, Posting.at < span.end)
