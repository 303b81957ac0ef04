"""Money at the desk: a top-up and its reversal, each one posting of the one ledger."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from central.ledger.refund import posting_of
from central.ledger.reversal import NotReversible
from central.ledger.reversal import reverse as take_back
from central.ledger.tables import PostingKind
from central.ledger.top_up import top_up as credit
from central.operations.counters import next_number
from central.people.prepaid_key import find_holder
from central.records.record import audit
from central.services import Services
from central.staff.approvals import use_approval
from central.staff.entitled import entitled
from central.staff.rules import Action
from central.staff.sales.terms import stands_behind_paper
from central.staff.shifts.count import CASH
from central.staff.shifts.receipt_mail import mail_by_itself
from central.staff.shifts.tables import DeskMovement, MovementKind, Shift
from central.staff.shifts.work import own_shift
from kiosk.identity import PersonId


class NotTaken(ValueError):
    """The money cannot be taken or given back; the text says why."""


@dataclass(frozen=True)
class Payment:
    """What is paid: ``given`` pesos were handed over in cash, ``reference`` is a voucher's."""

    form: str
    amount: int
    given: int | None = None
    reference: str = ""


def top_up(
    services: Services, login: str, top_up_id: str, holder: PersonId, payment: Payment
) -> DeskMovement:
    """Credit a prepaid account in one's open shift; the same ``top_up_id`` gets the same answer.

    Raises:
        NotEntitled: ``login`` works no shift.
        NotNow: no shift is open.
        LookupError: nobody has a prepaid account with this identity.
        NotTaken: out of bounds, not enough given, or the id belongs to another top-up.
    """
    now = services.now()

    def work(db: Session) -> DeskMovement:
        member = entitled(db, services.chamber, login, Action.WORK_SHIFT)
        shift = own_shift(db, services.chamber, member.id)
        found = find_holder(db, services.chamber, holder)
        if found is None:
            raise LookupError("nobody has a prepaid account with this identity")
        if db.get(DeskMovement, top_up_id) is None:
            _must_be_within_limits(services, payment)
        made = credit_in_shift(db, shift, top_up_id, found.account_id, payment, now)
        mail_by_itself(db, services, made.id, now)
        return made

    return services.database.run(work)


def reverse(
    services: Services, login: str, top_up_id: str, reversal_id: str, reason: str
) -> DeskMovement:
    """Take a top-up back in one's open shift, whoever took it and when; once.

    Raises:
        NotEntitled: ``login`` reverses nothing.
        NotNow: no shift is open.
        ApprovalNeeded: it is more than one person alone may give back.
        NotTaken: no such top-up, reversed before, the money is spent, it paid for certificates that
            were not refunded, or the id is another's.
    """
    now = services.now()

    def work(db: Session) -> DeskMovement:
        member = entitled(db, services.chamber, login, Action.REVERSE_TOP_UP)
        shift = own_shift(db, services.chamber, member.id)
        made = db.get(DeskMovement, reversal_id)
        if made is not None:
            if made.reverses != top_up_id:
                raise NotTaken("this id belongs to another movement")
            return made
        paid = db.get(DeskMovement, top_up_id)
        if paid is None or paid.kind is not MovementKind.TOP_UP:
            raise NotTaken("there is no such top-up")
        if stands_behind_paper(db, services.chamber, paid.id):
            raise NotTaken("it paid for certificates that are on paper or may still be")
        approval = ""
        if paid.amount > services.settings.staff.reversal_limit:
            args = (db, services.chamber, Action.REVERSE_TOP_UP, top_up_id, member, now)
            approval = use_approval(*args)
        text = f"Reversión de la recarga {paid.place}-{paid.receipt_number:06d}"
        try:
            back = take_back(db, services.chamber, top_up_id, reversal_id, text, now)
        except NotReversible as error:
            raise NotTaken(str(error)) from error
        movement = DeskMovement(
            id=reversal_id,
            kind=MovementKind.REVERSAL,
            payment_form=paid.payment_form,
            amount=paid.amount,
            reference=paid.reference,
            account_id=paid.account_id,
            posting_id=back.id,
            reverses=paid.id,
            **_in_shift(db, shift, now),
        )
        db.add(movement)
        detail = " ".join(filter(None, (reversal_id, approval, reason)))
        audit(db, services.chamber, now, member.id, "top-up-reversed", top_up_id, detail)
        mail_by_itself(db, services, movement.id, now)
        return movement

    return services.database.run(work)


def credit_in_shift(
    db: Session,
    shift: Shift,
    movement_id: str,
    account_id: str,
    payment: Payment,
    now: datetime,
) -> DeskMovement:
    """Take a payment in a shift that the caller locked: the one way of money into the drawer.

    The same ``movement_id`` gets the same movement.

    Raises:
        NotTaken: not enough given, a number is missing, or the id belongs to another movement.
    """
    made = db.get(DeskMovement, movement_id)
    if made is not None:
        return _the_same(made, account_id, payment)
    _must_be_complete(payment)
    chamber = shift.chamber_code
    if not credit(db, chamber, account_id, payment.amount, payment.form, movement_id, now):
        raise NotTaken("this id belongs to another payment")
    posting = posting_of(db, chamber, movement_id, PostingKind.TOP_UP)
    assert posting is not None, "it was posted just now"
    movement = DeskMovement(
        id=movement_id,
        kind=MovementKind.TOP_UP,
        payment_form=payment.form,
        amount=payment.amount,
        given=payment.given if payment.form == CASH else None,
        reference=payment.reference,
        account_id=account_id,
        posting_id=posting.id,
        **_in_shift(db, shift, now),
    )
    db.add(movement)
    detail = f"{payment.form} {payment.amount} {payment.reference}".rstrip()
    audit(db, chamber, now, shift.staff_id, "top-up", movement_id, detail)
    return movement


def _in_shift(db: Session, shift: Shift, now: datetime) -> dict[str, object]:
    """What every movement of a shift has, with the next number of its place's receipts."""
    return {
        "chamber_code": shift.chamber_code,
        "shift_id": shift.id,
        "staff_id": shift.staff_id,
        "place": shift.place,
        "receipt_number": next_number(db, shift.chamber_code, f"desk:{shift.place}"),
        "at": now,
    }


def _must_be_within_limits(services: Services, payment: Payment) -> None:
    limits = services.settings.staff
    if not limits.top_up_min <= payment.amount <= limits.top_up_max:
        raise NotTaken(f"from {limits.top_up_min} to {limits.top_up_max} pesos")


def _must_be_complete(payment: Payment) -> None:
    if payment.form == CASH and payment.given is not None and payment.given < payment.amount:
        raise NotTaken("not enough was given")
    if payment.form != CASH and not payment.reference:
        raise NotTaken("a voucher or cheque has a number")


def _the_same(made: DeskMovement, account_id: str, payment: Payment) -> DeskMovement:
    asked = (account_id, payment.form, payment.amount)
    if made.reverses is not None or asked != (made.account_id, made.payment_form, made.amount):
        raise NotTaken("this id belongs to another movement")
    return made
