"""The movements of one prepaid account, with the balance after each; whose it is stays masked."""

from datetime import datetime
from itertools import accumulate

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.orm import Session

from central.ledger.tables import Posting, PostingKind
from central.people.tables import Holder
from central.staff.reports.made import Span, at_most, column, told
from kiosk.contract.staff.reports import Report
from kiosk.identity import PersonId, mask_id
from kiosk.money import format_pesos

_WORDS = {
    PostingKind.TOP_UP: "Recarga",
    PostingKind.PURCHASE: "Compra",
    PostingKind.REFUND: "Devolución",
    PostingKind.CORRECTION: "Corrección",
}
_COLUMNS = (
    column("Fecha", "instant"),
    column("Movimiento"),
    column("Descripción"),
    column("Abono", "pesos", summed=True),
    column("Cargo", "pesos", summed=True),
    column("Saldo", "pesos"),
)


def movements(
    db: Session, chamber: str, now: datetime, limit: int, *, holder: Holder, span: Span
) -> Report:
    """Every posting of somebody's account in a span of days, oldest first."""
    account = holder.account_id
    identity = PersonId(holder.id_type, holder.id_number)
    signed = case((Posting.credit_account == account, Posting.amount), else_=-Posting.amount)
    of_account = and_(
        Posting.chamber_code == chamber,
        or_(Posting.debit_account == account, Posting.credit_account == account),
    )
    opening, closing = (
        int(db.scalar(select(func.sum(signed)).where(of_account, Posting.at < until)) or 0)
        for until in (span.start, span.end)
    )
    postings = db.execute(
        select(Posting.at, Posting.kind, Posting.description, signed.label("change"))
        .where(of_account, Posting.at >= span.start, Posting.at < span.end)
        .order_by(Posting.at, Posting.id)
        .limit(limit + 1)
    ).all()
    balances = accumulate((row.change for row in postings), initial=opening)
    next(balances)
    rows, cut = at_most(
        limit,
        (
            (
                row.at,
                _WORDS[row.kind],
                row.description,
                row.change if row.change > 0 else None,
                -row.change if row.change < 0 else None,
                balance,
            )
            for row, balance in zip(postings, balances, strict=True)
        ),
    )
    return Report(
        name="movements",
        title="Movimientos de prepago",
        made_at=now,
        parameters=(
            *span.parameters,
            told("Titular", f"{identity.id_type.value} {mask_id(identity)}"),
            told("Saldo anterior", format_pesos(opening)),
            told("Saldo final", format_pesos(closing)),
        ),
        columns=_COLUMNS,
        rows=rows,
        cut=cut,
    )
