"""Payments that somebody else reports: credited once, or put before people, never both.

A bank says that money arrived; that is a fact, not a wish, and so nothing is refused. What cannot
be credited (paid before, expired, another amount) is an exception that a person settles with the
bank or the customer. Source: DOMAIN's rule of the bank file: never silently credited twice.
"""

from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.ledger.top_up import top_up
from central.payments.desk import locked_row
from central.payments.keeping import standing
from central.payments.lock import lift
from central.payments.slip import last_day, number_in
from central.payments.states import State, Step
from central.payments.tables import PaymentException, Settlement, Why
from central.records.record import audit
from central.services import Services

_CLOSED = {
    State.PAID: Why.PAID_BEFORE,
    State.EXPIRED: Why.EXPIRED,
    State.CANCELLED: Why.CANCELLED,
}


class NotCredited(ValueError):
    """The payment's id belongs to another payment."""


@dataclass(frozen=True)
class Source:
    """Where a payment stands: the bank's code, its file, the line there, and what is no peso."""

    bank: str = ""
    file: str = ""
    line: int = 0
    centavos: int = 0


NOWHERE = Source()
"""Somebody told it who read a statement."""


@dataclass(frozen=True)
class Reported:
    """A payment elsewhere: its own id, the settlement it names, what arrived, how, when, whence."""

    payment_id: str
    reference: str
    amount: int
    form: str
    paid_on: date
    source: Source = NOWHERE


def report(services: Services, reported_by: str, paid: Reported) -> PaymentException | None:
    """Credit a reported payment; None: it is credited. The same id is one payment for ever.

    Raises:
        NotCredited: see there.
    """
    return services.database.run(lambda db: report_in(db, services, reported_by, paid))


def report_in(
    db: Session, services: Services, reported_by: str, paid: Reported, why: Why | None = None
) -> PaymentException | None:
    """The same inside a transaction; ``why`` keeps it from being credited in any case.

    Raises:
        NotCredited: see there.
    """
    now = services.now()
    known = db.get(PaymentException, paid.payment_id)
    if known is not None:
        return known
    row = _by_number(db, services.chamber, number_in(services.settings, paid.reference))
    if row is not None and row.payment_id == paid.payment_id:
        return None
    why = why or _why_not(row, paid, standing(row, now) if row is not None else None)
    if row is None or why is not None:
        return _exception(db, services, reported_by, paid, row, why or Why.UNKNOWN)
    credited = top_up(
        db, services.chamber, row.account_id, paid.amount, paid.form, paid.payment_id, now
    )
    if not credited:
        raise NotCredited("this id belongs to another payment")
    lift(row, Step.REPORT, now)
    row.payment_id, row.paid_at = paid.payment_id, now
    db.flush()
    detail = f"{paid.form} {paid.amount} {paid.payment_id}"
    audit(db, services.chamber, now, reported_by, "settlement-reported", row.id, detail)
    return None


def _by_number(db: Session, chamber: str, number: str) -> Settlement | None:
    found = db.scalar(
        select(Settlement.id).where(Settlement.chamber_code == chamber, Settlement.number == number)
    )
    return locked_row(db, chamber, found) if found is not None else None


def _why_not(row: Settlement | None, paid: Reported, state: State | None) -> Why | None:
    if row is None or state is None:
        return Why.UNKNOWN
    in_time = state is State.EXPIRED and paid.paid_on <= last_day(row)
    if state in _CLOSED and not in_time:
        return _CLOSED[state]
    return Why.AMOUNT_DIFFERS if row.amount != paid.amount else None


def _exception(
    db: Session,
    services: Services,
    reported_by: str,
    paid: Reported,
    row: Settlement | None,
    why: Why,
) -> PaymentException:
    now = services.now()
    made = PaymentException(
        id=paid.payment_id,
        chamber_code=services.chamber,
        settlement_id=row.id if row is not None else None,
        reference=paid.reference,
        payment_form=paid.form,
        amount=paid.amount,
        why=why,
        reported_by=reported_by,
        at=now,
        note="",
        **asdict(paid.source),
    )
    db.add(made)
    db.flush()
    detail = f"{why.value} {paid.form} {paid.amount} {paid.reference}"
    audit(db, services.chamber, now, reported_by, "payment-exception", made.id, detail)
    return made
