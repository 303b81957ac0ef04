"""What a desk asks: its own shift, somebody's prepaid account, what became of a movement."""

from central.problems import Refusal
from central.services import Services
from central.staff.sessions import SignedIn
from central.staff.shifts import receipts
from central.staff.shifts.receipts import Receipt
from central.staff.shifts.reopening import reopenings
from kiosk.contract.problems import ProblemCode
from kiosk.contract.staff import desk as m
from kiosk.contract.staff.shifts import ShiftOpened, ShiftReopening
from kiosk.identity import InvalidId, parse_id


def own_shift(services: Services, who: SignedIn, _message: m.FindOwnShift) -> m.OwnShift:
    """The shift that is open, if one is."""
    shift = receipts.own_open_shift(services, who.staff_id)
    if shift is None:
        return m.OwnShift(shift=None)
    again = services.database.run(lambda db: reopenings(db, services.chamber, [shift.id]))
    last = again[shift.id][-1] if shift.id in again else None
    opened = ShiftOpened(
        shift_id=shift.id,
        opened_at=shift.opened_at,
        base=shift.base,
        reopened=ShiftReopening(at=last.at, by=last.by, reason=last.reason) if last else None,
    )
    return m.OwnShift(shift=opened)


def find_movement(services: Services, _who: SignedIn, message: m.FindMovement) -> m.DeskMovement:
    """What a movement's receipt says.

    Raises:
        Refusal: ``not-found``: it was never made.
    """
    found = receipts.receipt_of(services, message.movement_id)
    if found is None:
        raise Refusal(ProblemCode.NOT_FOUND)
    return movement_told(found)


def find_account(services: Services, who: SignedIn, message: m.FindAccount) -> m.DeskAccount:
    """A prepaid account.

    Raises:
        Refusal: ``account-unknown``.
    """
    try:
        identity = parse_id(message.id_type, message.id_number)
    except InvalidId as error:
        raise Refusal(ProblemCode.ACCOUNT_UNKNOWN) from error
    found = receipts.seen_account(services, who.staff_id, identity)
    if found is None:
        raise Refusal(ProblemCode.ACCOUNT_UNKNOWN)
    return m.DeskAccount(
        holder_name=found.holder_name,
        holder_id_type=found.holder.id_type,
        holder_id_number=found.holder.id_number + found.holder.check_digit,
        available=found.available,
        held=found.held,
        lines=tuple(
            m.AccountLine(at=row.at, concept=row.kind.value, amount=amount)
            for row, amount in found.lines
        ),
        payments=tuple(movement_told(each) for each in found.payments),
    )


def movement_told(found: Receipt) -> m.DeskMovement:
    """A receipt as it goes over the wire."""
    """A movement as its receipt says it."""
    made = found.movement
    return m.DeskMovement.model_validate(
        {
            **vars(made),
            "movement_id": made.id,
            "reverses": made.reverses or "",
            "reversed": found.reversed,
            "settlement": found.settlement,
            "cashier": found.cashier,
            "holder_name": found.holder_name,
            "holder_id_type": found.holder.id_type,
            "holder_id_number": found.holder.id_number + found.holder.check_digit,
        }
    )
