"""``POST /v1/operations/claim``: an interrupted purchase is printed, at whatever dispenser.

The claim is a free operation of the asking device that points at its sale, like a reprint; while it
is open nobody else decides. Proof of its paper charges the sale (``capture``); if nothing comes out
it is voided and the sale waits as before.
"""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from central.devices.caller import Caller, must_be_active
from central.ledger.holds import hold, hold_again
from central.operations.look_up import locked, reply
from central.operations.reprint import again, frozen_copy
from central.operations.resolve import decide
from central.operations.sequence import Answer, in_sequence
from central.operations.standing import OPEN, open_claims, standing_of
from central.operations.tables import Decision, OperationKind, OperationRow, Order
from central.people.sessions import signed_in
from central.people.tables import Holder
from central.problems import Refusal
from central.records.record import audit
from central.services import Services
from kiosk.contract import messages as m
from kiosk.contract.messages import OperationState
from kiosk.contract.problems import ProblemCode


def claim(services: Services, caller: Caller, message: m.Claim) -> Answer:
    """Freeze a marked copy of the buyer's interrupted operation; a repeat gets the present state.

    Raises:
        Refusal: ``session-expired``; ``not-found`` for what is not there or somebody else's;
            ``already-decided`` if it ended or is being printed; ``not-yet-known`` while its own
            kiosk has not said how it ended; ``insufficient-balance`` if its money was spent since;
            ``fingerprint-mismatch``, ``device-…``.
    """
    must_be_active(caller)
    return in_sequence(
        services, caller, message, lambda db, now: _claim(db, services, caller, message, now)
    )


def owned(
    db: Session, caller: Caller, session: str, op_id: str, now: datetime
) -> tuple[OperationRow, Order, str]:
    """A sale of the signed-in person, locked; with its order and who that person is.

    Raises:
        Refusal: ``session-expired``, ``not-found``.
    """
    person = signed_in(db, caller, session, now)
    sale = locked(db, caller.chamber, op_id)
    order = db.get(Order, sale.order_id) if sale is not None and sale.order_id else None
    if sale is None or order is None or order.person_id != person.id:
        raise Refusal(ProblemCode.NOT_FOUND)
    return sale, order, person.id


def _claim(
    db: Session, services: Services, caller: Caller, message: m.Claim, now: datetime
) -> Answer | Refusal:
    known = locked(db, caller.chamber, message.op_id)
    if known is not None:
        return again(db, caller, message, known, now)
    # The sale's lock makes two people who claim it at once wait for each other.
    sale, order, person_id = owned(db, caller, message.session, message.of_op_id, now)
    if sale.kind is not OperationKind.SALE:
        raise Refusal(ProblemCode.NOT_FOUND)
    _must_be_claimable(db, services, sale, now)
    _hold_on(db, services, sale, now)
    for earlier in open_claims(db, sale):  # a print that is uncertain too, and is done anew
        decide(db, earlier, Decision.VOID, person_id, "printed again", now)
    op = frozen_copy(db, services, caller, message, sale, now)
    db.add(op)
    db.flush()
    holder = db.get_one(Holder, order.holder_id)
    hold(db, caller.chamber, holder.account_id, op.id, 0, now)
    detail = f"copy {op.copy_index} of {sale.id}"
    audit(db, caller.chamber, now, person_id, "claim", op.id, detail)
    db.flush()
    return Answer(reply(op))


def _must_be_claimable(db: Session, services: Services, sale: OperationRow, now: datetime) -> None:
    """Refuse while a print here could be one too many."""
    if sale.state not in OPEN:
        raise Refusal(ProblemCode.ALREADY_DECIDED)
    standing = standing_of(db, services.settings, sale, now)
    if standing.word in ("decided", "claimed"):
        raise Refusal(ProblemCode.ALREADY_DECIDED, standing.word)
    if not standing.can_print:
        raise Refusal(ProblemCode.NOT_YET_KNOWN, standing.word)


def _hold_on(db: Session, services: Services, sale: OperationRow, now: datetime) -> None:
    """No first byte without money: what expired is held anew, for as long as a print may take."""
    if not hold_again(db, sale.chamber_code, sale.id, now):
        raise Refusal(ProblemCode.INSUFFICIENT_BALANCE)
    sale.state = OperationState.HELD
    sale.hold_expires_at = now + timedelta(seconds=services.settings.hold_s)
