"""``refund``: staff give a charged certificate's money back; its verification code becomes void.

The captured operation stays as it is, for ever. The refund is a new operation that points to it:
the whole amount, once, with the name and the reason of who gave it.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from central.ledger.refund import posting_of
from central.ledger.refund import refund as give_back
from central.ledger.tables import Posting, PostingKind
from central.operations.look_up import locked
from central.operations.tables import OrderedLine
from central.records.record import audit
from central.services import Services
from central.staff.approvals import use_approval
from central.staff.entitled import entitled
from central.staff.rules import Action
from kiosk.contract.messages import OperationState

_DESCRIPTION_MAX = 200


class NotRefundable(ValueError):
    """There is nothing to give back; the text says why."""


@dataclass(frozen=True)
class Refund:
    """What was given back, in pesos, and for which operation."""

    refund_id: str
    op_id: str
    amount: int
    at: datetime


def refund(services: Services, op_id: str, refund_id: str, refunded_by: str, reason: str) -> Refund:
    """Give the price of a captured operation back to its account.

    ``refund_id`` is a UUIDv7 made by the caller and kept for retries: the same one gets the same
    answer. ``refunded_by`` is the login of who decides.

    Above ``staff.refund_limit`` a second person has approved before (``central.staff.approvals``).

    Raises:
        NotEntitled: ``refunded_by`` is nobody who may refund.
        ApprovalNeeded: it is more than one person alone may give back.
        NotRefundable: no reason given, not captured, nothing charged, refunded by another refund
            already, or ``refund_id`` belongs to another operation.
    """
    if not reason.strip():
        raise NotRefundable("a refund needs a reason")
    now = services.now()

    def work(db: Session) -> Refund:
        member = entitled(db, services.chamber, refunded_by, Action.REFUND)
        op = locked(db, services.chamber, op_id)
        made = posting_of(db, services.chamber, op_id, PostingKind.REFUND)
        if made is not None and made.id == refund_id:
            return _told(made)
        if made is not None:
            raise NotRefundable("this operation was refunded before")
        if db.get(Posting, refund_id) is not None:
            raise NotRefundable("this refund id belongs to another operation")
        if op is None or op.state is not OperationState.CAPTURED:
            raise NotRefundable("only a captured operation can be refunded")
        if not op.price:
            raise NotRefundable("nothing was charged")
        approval = ""
        if op.price > services.settings.staff.refund_limit:
            approval = use_approval(db, services.chamber, Action.REFUND, op.id, member, now)
        line = db.get_one(OrderedLine, op.line_id)
        description = f"Devolución · {line.certificate_name} · {line.registration_name}"
        back = give_back(
            db, services.chamber, op.id, refund_id, description[:_DESCRIPTION_MAX], now
        )
        audit(
            db,
            services.chamber,
            now,
            member.id,
            "refund",
            op.id,
            " ".join(filter(None, (refund_id, approval, reason))),
        )
        return _told(back)

    return services.database.run(work)


def _told(posting: Posting) -> Refund:
    return Refund(posting.id, posting.op_id, posting.amount, posting.at)
