"""A cashier's day, and what others see of it."""

from central.problems import Refusal
from central.services import Services
from central.staff.api.outcomes import refusals
from central.staff.sessions import SignedIn
from central.staff.shifts import money, work
from central.staff.shifts.listing import ShiftEntry, newest
from central.staff.shifts.provisional import Closing, Opening, keep
from central.staff.shifts.tables import Shift, ShiftClose
from central.staff.shifts.work import NotNow
from kiosk.contract.problems import ProblemCode
from kiosk.contract.staff import provisional as p
from kiosk.contract.staff import shifts as m
from kiosk.identity import InvalidId, parse_id


def open_shift(services: Services, who: SignedIn, message: m.OpenShift) -> m.ShiftOpened:
    """Open one's shift.

    Raises:
        Refusal: ``not-possible`` if one is open.
    """
    with refusals(NotNow):
        shift = work.open_shift(
            services, who.staff_id, who.place.desk, message.base, message.shift_id
        )
    return _opened(shift)


def top_up(services: Services, who: SignedIn, message: m.TopUp) -> m.ToppedUp:
    """Take money for a prepaid account.

    Raises:
        Refusal: ``account-unknown``; ``not-possible`` with the reason.
    """
    payment = money.Payment(message.payment_form, message.amount, message.given, message.reference)
    try:
        identity = parse_id(message.account_id_type, message.account_id_number)
        with refusals(NotNow, money.NotTaken):
            made = money.top_up(services, who.login, message.top_up_id, identity, payment)
    except (InvalidId, LookupError) as error:
        raise Refusal(ProblemCode.ACCOUNT_UNKNOWN) from error
    change = made.given - made.amount if made.given is not None else 0
    return m.ToppedUp(
        top_up_id=made.id,
        place=made.place,
        receipt_number=made.receipt_number,
        at=made.at,
        amount=made.amount,
        change=change,
    )


def reverse(services: Services, who: SignedIn, message: m.ReverseTopUp) -> m.TopUpReversed:
    """Take a top-up back.

    Raises:
        Refusal: ``approval-needed``; ``not-possible`` with the reason.
    """
    with refusals(NotNow, money.NotTaken):
        made = money.reverse(
            services, who.login, message.top_up_id, message.reversal_id, message.reason
        )
    return m.TopUpReversed(
        reversal_id=made.id,
        top_up_id=message.top_up_id,
        place=made.place,
        receipt_number=made.receipt_number,
        at=made.at,
        payment_form=made.payment_form,
        amount=made.amount,
    )


def close(services: Services, who: SignedIn, message: m.CloseShift) -> m.ShiftClosed:
    """Close one's shift with what was counted.

    Raises:
        Refusal: ``not-possible`` if none is open.
    """
    pieces: dict[int, int] = {each.denomination: each.count for each in message.pieces}
    vouchers: dict[str, int] = {each.payment_form: each.pesos for each in message.vouchers}
    with refusals(NotNow):
        return _closed(
            work.close_shift(
                services, who.staff_id, pieces, vouchers, message.unsent, message.close_id
            )
        )


def provisional(services: Services, who: SignedIn, message: p.KeepProvisional) -> p.ProvisionalKept:
    """Take over what a desk wrote down without central.

    Raises:
        Refusal: ``not-possible`` if there is no such shift of theirs.
    """
    opened, closed = message.opened, message.closed
    with refusals(NotNow):
        kept = keep(
            services,
            who.staff_id,
            who.place.desk,
            message.shift_id,
            Opening(opened.at, opened.base, opened.entered) if opened else None,
            Closing(
                closed.close_id,
                closed.at,
                {each.denomination: each.count for each in closed.pieces},
                {each.payment_form: each.pesos for each in closed.vouchers},
                {each.payment_form: each.pesos for each in closed.moved},
                closed.unsent,
                closed.entered,
            )
            if closed
            else None,
        )
    return p.ProvisionalKept(
        shift=_opened(kept.shift) if kept.shift.open_of else None,
        close=_closed(kept.close) if kept.close else None,
        superseded=kept.superseded,
    )


def explain(services: Services, who: SignedIn, message: m.ExplainShift) -> m.ShiftClosed:
    """Say why one's close differs.

    Raises:
        Refusal: ``not-possible`` with the reason.
    """
    with refusals(NotNow):
        return _closed(work.explain(services, who.staff_id, message.shift_id, message.reason))


def list_shifts(services: Services, _who: SignedIn, _message: m.ListShifts) -> m.Shifts:
    """The newest shifts with their closes."""
    return _listed(newest(services))


def list_own(services: Services, who: SignedIn, _message: m.ListOwnShifts) -> m.Shifts:
    """One's own; what was expected is in them only where it was counted."""
    return _listed(newest(services, who.staff_id))


def reopen(services: Services, who: SignedIn, message: m.ReopenShift) -> m.ShiftOpened:
    """Open a closed shift again.

    Raises:
        Refusal: ``not-possible`` with the reason.
    """
    with refusals(NotNow):
        return _opened(work.reopen(services, who.staff_id, message.shift_id, message.reason))


def recompute(services: Services, who: SignedIn, message: m.RecomputeShift) -> m.ShiftClosed:
    """The last count against the ledger of now.

    Raises:
        Refusal: ``not-possible`` with the reason.
    """
    with refusals(NotNow):
        return _closed(work.recompute(services, who.staff_id, message.shift_id, message.reason))


def _listed(entries: list[ShiftEntry]) -> m.Shifts:
    return m.Shifts(
        shifts=tuple(
            m.ShiftState(
                shift_id=entry.shift.id,
                login=entry.login,
                place=entry.shift.place,
                base=entry.shift.base,
                opened_at=entry.shift.opened_at,
                closed_at=entry.shift.closed_at,
                closes=tuple(_closed(each) for each in entry.closes),
                reopened=tuple(
                    m.ShiftReopening(at=each.at, by=each.by, reason=each.reason)
                    for each in entry.reopened
                ),
            )
            for entry in entries
        )
    )


def _opened(shift: Shift) -> m.ShiftOpened:
    return m.ShiftOpened(shift_id=shift.id, opened_at=shift.opened_at, base=shift.base)


def _closed(close: ShiftClose) -> m.ShiftClosed:
    return m.ShiftClosed(
        shift_id=close.shift_id,
        number=close.number,
        kind=close.kind.value,
        at=close.at,
        base=close.base,
        forms=tuple(
            m.CountedForm(
                payment_form=line.form,
                expected=line.expected,
                counted=line.counted,
                difference=line.difference,
            )
            for line in work.lines_of(close)
        ),
        unsent=close.unsent,
        explained=close.explained,
    )
