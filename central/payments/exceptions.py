"""What people do about payments that could not be credited: applied, given back, or seen to.

Money that waits here is at the bank and not in the ledger. Applying it posts it, once and under the
deed's own id, to the account of a settlement that somebody chose and a second person approved;
nothing else posts anything. The first deed counts, whichever desk it came from.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.ledger.top_up import top_up
from central.payments.desk import locked_row
from central.payments.keeping import standing
from central.payments.lock import lift, lock_of, refuse
from central.payments.states import State, Step
from central.payments.tables import Outcome, PaymentException, Settlement, Why
from central.records.record import audit
from central.services import Services
from central.staff.approvals import use_approval
from central.staff.entitled import entitled
from central.staff.rules import Action
from kiosk.contract.staff.settlements import application

SHOWN_MAX = 500
_MAY_BE_PAID = (State.OPEN, State.AT_BANK, State.EXPIRED)
_ACTIONS = {
    Outcome.APPLIED: Action.APPLY_PAYMENT,
    Outcome.RETURNED: Action.RETURN_PAYMENT,
    Outcome.OUTSIDE: Action.SETTLE_PAYMENT,
}


class NotDecided(ValueError):
    """The deed cannot be done; the text says why."""


class DecidedBefore(ValueError):
    """Somebody decided it already."""


@dataclass(frozen=True)
class Decision:
    """A deed: on which payment, under which id, how much whoever decides saw, and why."""

    payment_id: str
    decision_id: str
    amount: int
    outcome: Outcome
    reason: str
    settlement_id: str = ""


def has_money(row: PaymentException) -> bool:
    """What the bank took back, or never was anything, cannot be moved."""
    return row.why is not Why.SENT_BACK and row.amount + row.centavos > 0


def can_be_applied(row: PaymentException) -> bool:
    """The ledger counts whole pesos."""
    return has_money(row) and row.amount > 0 and row.centavos == 0


def exceptions(services: Services) -> list[PaymentException]:
    """Those nobody decided yet, oldest first; one more than are shown, if there are more."""
    wanted = (
        select(PaymentException)
        .where(
            PaymentException.chamber_code == services.chamber, PaymentException.settled_at.is_(None)
        )
        .order_by(PaymentException.at, PaymentException.id)
        .limit(SHOWN_MAX + 1)
    )
    return services.database.run(lambda db: list(db.scalars(wanted)))


def waiting(services: Services, payment_id: str) -> PaymentException:
    """One of them by its id.

    Raises:
        LookupError: there is no such exception.
    """
    return services.database.run(lambda db: _row(db, services.chamber, payment_id))


def decide(services: Services, login: str, deed: Decision) -> None:
    """Do it; the same deed under the same id is one deed for ever.

    Raises:
        NotEntitled: ``login`` has no leave for it.
        ApprovalNeeded: money would move, and no second person allowed just that.
        LookupError: there is no such payment or settlement.
        DecidedBefore: see there.
        NotDecided: another amount than was seen, nothing to be moved, or the id is another's.
        SettlementLocked: a desk is taking the settlement's money.
    """
    now = services.now()

    def work(db: Session) -> None:
        member = entitled(db, services.chamber, login, _ACTIONS[deed.outcome])
        row = _row(db, services.chamber, deed.payment_id)
        if row.settled_at is not None:
            _must_be_the_same(row, deed)
            return
        _must_be_unused(db, services.chamber, deed.decision_id)
        if row.amount != deed.amount:
            raise NotDecided(f"it is of {row.amount} pesos")
        approval = ""
        match deed.outcome:
            case Outcome.APPLIED:
                subject = application(row.id, deed.settlement_id)
                target = _target(db, services, row, deed, now)
                approval = use_approval(
                    db, services.chamber, Action.APPLY_PAYMENT, subject, member, now
                )
                if _post(db, row, target, deed, now):
                    action, by = "settlement-reported", deed.decision_id
                    audit(db, services.chamber, now, member.id, action, target.id, by)
                row.applied_to = target.id
            case Outcome.RETURNED:
                if not has_money(row):
                    raise NotDecided("there is no money to give back")
                approval = use_approval(
                    db, services.chamber, Action.RETURN_PAYMENT, row.id, member, now
                )
            case Outcome.OUTSIDE:
                pass
        row.settled_at, row.settled_by, row.note = now, member.id, deed.reason
        row.outcome, row.decision_id = deed.outcome, deed.decision_id
        what = " ".join(filter(None, (deed.decision_id, deed.settlement_id, approval)))
        action = f"payment-exception-{deed.outcome.value}"
        detail = f"{row.payment_form} {row.amount} {what} {deed.reason}"
        audit(db, services.chamber, now, member.id, action, row.id, detail)

    services.database.run(work)


def _row(db: Session, chamber: str, payment_id: str) -> PaymentException:
    row = db.get(PaymentException, payment_id, with_for_update=True, populate_existing=True)
    if row is None or row.chamber_code != chamber:
        raise LookupError("there is no such exception")
    return row


def _must_be_the_same(row: PaymentException, deed: Decision) -> None:
    made = (row.decision_id, row.outcome, row.applied_to or "")
    if made != (deed.decision_id, deed.outcome, deed.settlement_id):
        outcome = row.outcome.value if row.outcome else ""
        raise DecidedBefore(f"it was {outcome} before")


def _must_be_unused(db: Session, chamber: str, decision_id: str) -> None:
    used = select(PaymentException.id).where(
        PaymentException.chamber_code == chamber, PaymentException.decision_id == decision_id
    )
    if db.scalar(used) is not None:
        raise NotDecided("this id belongs to another deed")


def _target(
    db: Session, services: Services, row: PaymentException, deed: Decision, now: datetime
) -> Settlement:
    if not can_be_applied(row):
        raise NotDecided("there is no money of whole pesos to apply")
    target = locked_row(db, services.chamber, deed.settlement_id)
    state = standing(target, now)
    if state is State.AT_DESK:
        raise refuse(state, lock_of(db, services, target, now))
    return target


def _post(
    db: Session, row: PaymentException, target: Settlement, deed: Decision, now: datetime
) -> bool:
    """Credit what came; True: it is just what the settlement waited for, and pays it."""
    account, form = target.account_id, row.payment_form
    if not top_up(db, row.chamber_code, account, row.amount, form, deed.decision_id, now):
        raise NotDecided("this id belongs to another payment")
    if target.amount != row.amount or standing(target, now) not in _MAY_BE_PAID:
        return False
    lift(target, Step.REPORT, now)
    target.payment_id, target.paid_at = deed.decision_id, now
    db.flush()
    return True
