"""What the staff asks about settlements."""

from collections.abc import Iterator
from contextlib import contextmanager

from central.payments import desk, make, reported, slip
from central.payments.bank_import import FORM
from central.payments.find import SeenSettlement, find, look_at
from central.payments.lock import SettlementClosed, SettlementInUse, SettlementLocked
from central.payments.make import NotMade, Wanted
from central.payments.reported import Reported
from central.problems import Refusal
from central.services import Services
from central.staff.api.desk import movement_told
from central.staff.api.exceptions import told
from central.staff.api.outcomes import refusals
from central.staff.sessions import SignedIn
from central.staff.shifts.money import NotTaken, Payment
from central.staff.shifts.receipts import receipt_of
from central.staff.shifts.work import NotNow
from kiosk.contract.problems import ProblemCode
from kiosk.contract.staff import settlements as m
from kiosk.contract.staff.desk import DeskMovement
from kiosk.identity import InvalidId, parse_id


def make_settlement(
    services: Services, who: SignedIn, message: m.MakeSettlement
) -> m.SettlementState:
    """Make a settlement for a prepaid account.

    Raises:
        Refusal: ``account-unknown``; ``not-possible`` with the reason.
    """
    try:
        holder = parse_id(message.account_id_type, message.account_id_number)
        with refusals(NotMade):
            wanted = Wanted(message.settlement_id, holder, message.amount)
            make.make(services, who.staff_id, wanted)
    except (InvalidId, LookupError) as error:
        raise Refusal(ProblemCode.ACCOUNT_UNKNOWN) from error
    return _told(services, look_at(services, message.settlement_id), who)


def find_settlement(
    services: Services, who: SignedIn, message: m.FindSettlement
) -> m.SettlementState:
    """A settlement by what somebody brought.

    Raises:
        Refusal: ``not-found``.
    """
    found = find(services, who, message.code)
    if found is None:
        raise Refusal(ProblemCode.NOT_FOUND)
    return _told(services, found, who)


def take(services: Services, who: SignedIn, message: m.TakeSettlement) -> m.SettlementState:
    """Take it to this desk.

    Raises:
        Refusal: ``settlement-locked``, ``settlement-closed``, ``not-found``; ``not-possible``.
    """
    with _refusals():
        desk.take(services, who, message.settlement_id, message.movement_id)
        return _told(services, look_at(services, message.settlement_id), who)


def let_go(services: Services, who: SignedIn, message: m.LetGoSettlement) -> m.SettlementState:
    """Give it back.

    Raises:
        Refusal: ``not-found``.
    """
    with _refusals():
        desk.let_go(services, who, message.settlement_id, message.movement_id)
        return _told(services, look_at(services, message.settlement_id), who)


def pay(services: Services, who: SignedIn, message: m.PaySettlement) -> DeskMovement:
    """Take its money.

    Raises:
        Refusal: ``settlement-locked``, ``settlement-closed``, ``not-found``; ``not-possible``.
    """
    payment = Payment(message.payment_form, message.amount, message.given, message.reference)
    with _refusals():
        desk.pay(services, who, message.settlement_id, message.movement_id, payment)
    made = receipt_of(services, message.movement_id)
    assert made is not None, "it was paid just now"
    return movement_told(made)


def hand_slip(services: Services, who: SignedIn, message: m.HandSlip) -> m.SlipGiven:
    """Hand a bank slip out.

    Raises:
        Refusal: ``settlement-locked``, ``settlement-closed``, ``not-found``; ``not-possible``: no
            bank collects for this chamber.
    """
    with _refusals(slip.NoAgreement):
        given = slip.hand_slip(services, who.staff_id, message.settlement_id)
        found = look_at(services, message.settlement_id)
    chamber, agreed = services.settings.chamber, services.settings.collection
    return m.SlipGiven(
        settlement=_told(services, found, who),
        gln=given.gln,
        reference=given.reference,
        amount_digits=given.amount_digits,
        last_day=slip.last_day(found.settlement),
        banks=agreed.banks,
        chamber_nit=chamber.nit,
        chamber_address=f"{chamber.address}, {chamber.municipality}",
    )


def unlock(services: Services, who: SignedIn, message: m.UnlockSettlement) -> m.SettlementState:
    """Free what a desk left behind.

    Raises:
        Refusal: ``settlement-in-use``, ``settlement-closed``, ``not-found``.
    """
    with _refusals():
        desk.unlock(services, who, message.settlement_id, message.reason)
        return _told(services, look_at(services, message.settlement_id), who)


def cancel(services: Services, who: SignedIn, message: m.CancelSettlement) -> m.SettlementState:
    """Make it unpayable.

    Raises:
        Refusal: ``settlement-locked``, ``settlement-closed``, ``not-found``.
    """
    with _refusals():
        desk.cancel(services, who, message.settlement_id, message.reason)
        return _told(services, look_at(services, message.settlement_id), who)


def report(services: Services, who: SignedIn, message: m.ReportPayment) -> m.PaymentReported:
    """Credit what a bank's statement says, or put it before people."""
    paid = Reported(message.payment_id, message.reference, message.amount, FORM, message.paid_on)
    with refusals(reported.NotCredited):
        left = reported.report(services, who.staff_id, paid)
    return m.PaymentReported(exception=told(services, left.id) if left is not None else None)


@contextmanager
def _refusals(*more: type[ValueError]) -> Iterator[None]:
    try:
        with refusals(NotNow, NotTaken, *more):
            yield
    except SettlementLocked as error:
        raise Refusal(ProblemCode.SETTLEMENT_LOCKED, str(error)) from error
    except SettlementClosed as error:
        raise Refusal(ProblemCode.SETTLEMENT_CLOSED, str(error)) from error
    except SettlementInUse as error:
        raise Refusal(ProblemCode.SETTLEMENT_IN_USE, str(error)) from error
    except LookupError as error:
        raise Refusal(ProblemCode.NOT_FOUND) from error


def _told(services: Services, found: SeenSettlement, who: SignedIn) -> m.SettlementState:
    row, lock = found.settlement, found.lock
    return m.SettlementState(
        settlement_id=row.id,
        number=row.number,
        recovery_code=row.recovery_code,
        state=found.state.value,
        amount=row.amount,
        holder_name=found.holder_name,
        holder_id_type=found.holder.id_type,
        holder_id_number=found.holder.id_number + found.holder.check_digit,
        made_at=row.made_at,
        expires_at=row.expires_at,
        paid_at=row.paid_at,
        lock=m.SettlementLock(
            login=lock.login,
            name=lock.name,
            place=lock.place,
            at=lock.at,
            mine=lock.staff_id == who.staff_id,
            live=lock.live,
        )
        if lock is not None
        else None,
        payment=movement_told(found.receipt) if found.receipt is not None else None,
        has_slip=services.settings.collection.gln != "",
    )
