"""Receipts that were reversed, refunded or annulled: of what, by whom, with whose leave, and why.

Reversed: a top-up's money was given back at the desk. Refunded: a charged certificate's money went
back to its account. Annulled: somebody decided that an uncertain print never was one; nothing had
been charged for it.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Row, Select, and_, select
from sqlalchemy.orm import Session, aliased

from central.ledger.tables import Posting, PostingKind
from central.operations.tables import OperationRow, Order, ReceiptRow, ResolutionRow
from central.staff.reports.made import Span, at_most, column
from central.staff.reports.names import logins
from central.staff.reports.trail import Why, approvers, trail
from central.staff.reports.words import NOBODY
from central.staff.rules import Action
from central.staff.shifts.tables import DeskMovement, MovementKind
from kiosk.contract.messages import OperationState
from kiosk.contract.staff.reports import Report

_COLUMNS = (
    column("Fecha", "instant"),
    column("Qué"),
    column("Recibo"),
    column("Del", "instant"),
    column("Con recibo"),
    column("Devuelto", "pesos", summed=True),
    column("Anulado", "pesos", summed=True),
    column("Quién"),
    column("Aprobó"),
    column("Motivo"),
)
_NOT_NOTED = Why("", "")


class _Undone(NamedTuple):
    """A row of the report; actors are row ids until all are known."""

    at: datetime
    words: str
    receipt: str
    of: datetime
    with_receipt: str
    back: int
    annulled: int
    by: str
    approved: str
    reason: str


def reversals(db: Session, chamber: str, now: datetime, limit: int, *, span: Span) -> Report:
    """Everything of a span of days, oldest first."""
    undone = [
        *_reversed(db, chamber, span, limit),
        *_refunded(db, chamber, span, limit),
        *_annulled(db, chamber, span, limit),
    ]
    names = {"": "", **logins(db, chamber)}
    rows, cut = at_most(
        limit,
        (
            row._replace(by=names.get(row.by, NOBODY), approved=names.get(row.approved, NOBODY))
            for row in sorted(undone)
        ),
    )
    return Report(
        name="reversals",
        title="Recibos reversados y anulados",
        made_at=now,
        parameters=span.parameters,
        columns=_COLUMNS,
        rows=rows,
        cut=cut,
    )


def _reversed(db: Session, chamber: str, span: Span, limit: int) -> Iterator[_Undone]:
    paid = aliased(DeskMovement)
    rows = db.execute(
        select(DeskMovement, paid)
        .join(paid, paid.id == DeskMovement.reverses)
        .where(
            DeskMovement.chamber_code == chamber,
            DeskMovement.kind == MovementKind.REVERSAL,
            DeskMovement.at >= span.start,
            DeskMovement.at < span.end,
        )
        .order_by(DeskMovement.at, DeskMovement.id)
        .limit(limit + 1)
    ).all()
    subjects = [was.id for _, was in rows]
    why = trail(db, chamber, "top-up-reversed", subjects)
    allowed = approvers(db, chamber, Action.REVERSE_TOP_UP, subjects)
    for back, was in rows:
        yield _Undone(
            at=back.at,
            words="Reversión de recarga",
            receipt=f"{was.place}-{was.receipt_number:06d}",
            of=was.at,
            with_receipt=f"{back.place}-{back.receipt_number:06d}",
            back=back.amount,
            annulled=0,
            by=back.staff_id,
            approved=allowed.get(was.id, ""),
            reason=why.get(was.id, _NOT_NOTED).reason,
        )


def _refunded(db: Session, chamber: str, span: Span, limit: int) -> Iterator[_Undone]:
    rows = db.execute(
        _operations(Posting.at.label("undone_at"), Posting.amount.label("pesos"))
        .join(Posting, and_(Posting.op_id == OperationRow.id, Posting.kind == PostingKind.REFUND))
        .where(
            Posting.chamber_code == chamber,
            Posting.at >= span.start,
            Posting.at < span.end,
        )
        .order_by(Posting.at, Posting.id)
        .limit(limit + 1)
    ).all()
    subjects = [row.id for row in rows]
    why = trail(db, chamber, "refund", subjects)
    allowed = approvers(db, chamber, Action.REFUND, subjects)
    for row in rows:
        noted = why.get(row.id, _NOT_NOTED)
        yield _Undone(
            at=row.undone_at,
            words="Devolución de certificado",
            receipt=_receipt(row),
            of=row.captured_at or row.created_at,
            with_receipt="",
            back=row.pesos,
            annulled=0,
            by=noted.actor,
            approved=allowed.get(row.id, ""),
            reason=noted.reason,
        )


def _annulled(db: Session, chamber: str, span: Span, limit: int) -> Iterator[_Undone]:
    rows = db.execute(
        _operations(
            OperationRow.voided_at.label("undone_at"), ResolutionRow.decided_by, ResolutionRow.note
        )
        .outerjoin(
            ResolutionRow,
            and_(
                ResolutionRow.chamber_code == OperationRow.chamber_code,
                ResolutionRow.op_id == OperationRow.id,
            ),
        )
        .where(
            OperationRow.chamber_code == chamber,
            OperationRow.state == OperationState.VOIDED_BY_STAFF,
            OperationRow.voided_at >= span.start,
            OperationRow.voided_at < span.end,
        )
        .order_by(OperationRow.voided_at, OperationRow.id)
        .limit(limit + 1)
    )
    for row in rows:
        yield _Undone(
            at=row.undone_at,
            words="Anulación sin cobro",
            receipt=_receipt(row),
            of=row.created_at,
            with_receipt="",
            back=0,
            annulled=row.price,
            by=row.decided_by or "",
            approved="",
            reason=row.note or "",
        )


def _operations(*more: object) -> Select[*tuple[object, ...]]:
    """An operation with the number of its receipt, or of its order while that has none."""
    return (
        select(
            OperationRow.id,
            OperationRow.created_at,
            OperationRow.captured_at,
            OperationRow.price,
            Order.order_number,
            ReceiptRow.point_of_sale,
            ReceiptRow.number,
            *more,
        )
        .outerjoin(Order, Order.id == OperationRow.order_id)
        .outerjoin(ReceiptRow, ReceiptRow.order_id == OperationRow.order_id)
    )


def _receipt(row: Row[*tuple[object, ...]]) -> str:
    if row.number is not None:
        return f"{row.point_of_sale}-{row.number:06d}"
    return f"Orden {row.order_number}" if row.order_number else NOBODY
