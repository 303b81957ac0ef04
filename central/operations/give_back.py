"""``POST /v1/operations/resolve``: the buyer asks for the money of an interrupted purchase.

Safe against lying: the verification code becomes "anulado", and a capture that comes after all is
taken late.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from central.devices.caller import Caller, must_be_active
from central.operations.claim import owned
from central.operations.look_up import reply
from central.operations.resolve import settle
from central.operations.sequence import Answer, in_sequence
from central.operations.standing import OPEN, standing_of
from central.operations.tables import Decision, OperationKind
from central.problems import Refusal
from central.services import Services
from kiosk.contract import messages as m
from kiosk.contract.problems import ProblemCode


def give_back(services: Services, caller: Caller, message: m.Resolve) -> Answer:
    """Void the buyer's own open operation; one that ended already is told as it is.

    Raises:
        Refusal: ``session-expired``; ``not-found`` for what is not there or somebody else's;
            ``already-decided`` while it is being printed or staff said that it was;
            ``not-yet-known`` while its kiosk is at it.
    """
    must_be_active(caller)
    return in_sequence(
        services, caller, message, lambda db, now: _give_back(db, services, caller, message, now)
    )


def _give_back(
    db: Session, services: Services, caller: Caller, message: m.Resolve, now: datetime
) -> Answer | Refusal:
    sale, _, person_id = owned(db, caller, message.session, message.op_id, now)
    if sale.kind is not OperationKind.SALE:
        raise Refusal(ProblemCode.NOT_FOUND)
    if sale.state not in OPEN:
        return Answer(_bare(reply(sale)), repeated=True)
    standing = standing_of(db, services.settings, sale, now)
    if standing.word in ("decided", "claimed"):
        raise Refusal(ProblemCode.ALREADY_DECIDED, standing.word)
    if not standing.can_give_back:
        raise Refusal(ProblemCode.NOT_YET_KNOWN, standing.word)
    settle(db, sale, Decision.VOID, person_id, f"asked for at {caller.point_of_sale}", now)
    db.flush()
    return Answer(_bare(reply(sale)))


def _bare(told: m.Operation) -> m.Operation:
    """Another device's certificate is nothing to hand out here."""
    return told.model_copy(update={"certificate": None})
