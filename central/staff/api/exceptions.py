"""What the staff asks about payments of banks that could not be credited."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, aliased

from central.payments import exceptions
from central.payments.exceptions import SHOWN_MAX, DecidedBefore, Decision, NotDecided
from central.payments.lock import SettlementLocked
from central.payments.tables import Outcome, PaymentException, Settlement
from central.problems import Refusal
from central.services import Services
from central.staff.api.outcomes import refusals
from central.staff.sessions import SignedIn
from central.staff.tables import StaffMember
from kiosk.contract.problems import ProblemCode
from kiosk.contract.staff import settlements as m


def list_exceptions(
    services: Services, _who: SignedIn, _message: m.ListPaymentExceptions
) -> m.PaymentExceptions:
    """What nobody decided yet."""
    found = [row.id for row in exceptions.exceptions(services)]
    shown = services.database.run(lambda db: _told(db, found[:SHOWN_MAX]))
    return m.PaymentExceptions(exceptions=shown, more=len(found) > SHOWN_MAX)


def find_exception(
    services: Services, _who: SignedIn, message: m.FindPaymentException
) -> m.PaymentException:
    """How it stands now, also after it was decided.

    Raises:
        Refusal: ``not-found``.
    """
    return _one(services, PaymentException.id == message.payment_id)


def find_decision(
    services: Services, _who: SignedIn, message: m.FindPaymentDecision
) -> m.PaymentException:
    """What a deed did.

    Raises:
        Refusal: ``not-found``: it was never done.
    """
    return _one(services, PaymentException.decision_id == message.decision_id)


def apply(services: Services, who: SignedIn, message: m.ApplyPayment) -> m.PaymentException:
    """Credit it to the account of a settlement.

    Raises:
        Refusal: ``approval-needed``, ``already-decided``, ``settlement-locked``, ``not-found``,
            ``not-possible``.
    """
    return _decide(services, who, message, Outcome.APPLIED, message.settlement_id)


def give_back(services: Services, who: SignedIn, message: m.ReturnPayment) -> m.PaymentException:
    """The bank gets it back.

    Raises:
        Refusal: ``approval-needed``, ``already-decided``, ``not-found``, ``not-possible``.
    """
    return _decide(services, who, message, Outcome.RETURNED)


def settle(
    services: Services, who: SignedIn, message: m.SettlePaymentException
) -> m.PaymentException:
    """Somebody saw to it elsewhere.

    Raises:
        Refusal: ``already-decided``, ``not-found``, ``not-possible``.
    """
    return _decide(services, who, message, Outcome.OUTSIDE)


def told(services: Services, payment_id: str) -> m.PaymentException:
    """One of them, as the staff sees it."""
    return services.database.run(lambda db: _told(db, [payment_id]))[0]


def _decide(
    services: Services,
    who: SignedIn,
    message: m.DecidePayment,
    outcome: Outcome,
    settlement_id: str = "",
) -> m.PaymentException:
    deed = Decision(
        payment_id=message.payment_id,
        decision_id=message.decision_id,
        amount=message.amount,
        outcome=outcome,
        reason=message.reason,
        settlement_id=settlement_id,
    )
    with _refusals():
        exceptions.decide(services, who.login, deed)
    return told(services, message.payment_id)


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        with refusals(NotDecided):
            yield
    except DecidedBefore as error:
        raise Refusal(ProblemCode.ALREADY_DECIDED, str(error)) from error
    except SettlementLocked as error:
        raise Refusal(ProblemCode.SETTLEMENT_LOCKED, str(error)) from error
    except LookupError as error:
        raise Refusal(ProblemCode.NOT_FOUND) from error


def _one(services: Services, wanted: ColumnElement[bool]) -> m.PaymentException:
    statement = select(PaymentException.id).where(
        PaymentException.chamber_code == services.chamber,
        wanted,
    )
    found = services.database.run(lambda db: db.scalar(statement))
    if found is None:
        raise Refusal(ProblemCode.NOT_FOUND)
    return told(services, found)


def _told(db: Session, ids: list[str]) -> tuple[m.PaymentException, ...]:
    named, target = aliased(Settlement), aliased(Settlement)
    rows = db.execute(
        select(PaymentException, named.number, target.number, StaffMember.name)
        .outerjoin(named, named.id == PaymentException.settlement_id)
        .outerjoin(target, target.id == PaymentException.applied_to)
        .outerjoin(StaffMember, StaffMember.id == PaymentException.settled_by)
        .where(PaymentException.id.in_(ids))
        .order_by(PaymentException.at, PaymentException.id)
    )
    return tuple(
        m.PaymentException(
            payment_id=row.id,
            reference=row.reference,
            amount=row.amount,
            payment_form=row.payment_form,
            why=row.why.value,
            at=row.at,
            bank=row.bank,
            file=row.file,
            line=row.line,
            centavos=row.centavos,
            settlement_number=number or "",
            can_apply=exceptions.can_be_applied(row),
            can_return=exceptions.has_money(row),
            outcome=row.outcome.value if row.outcome else None,
            decision_id=row.decision_id or "",
            decided_at=row.settled_at,
            decided_by=name or "",
            note=row.note,
            applied_to=applied or "",
        )
        for row, number, applied, name in rows
    )
