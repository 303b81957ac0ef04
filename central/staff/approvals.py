"""Leave given by a second person: for one action on one thing, once, soon, never for oneself.

The second person proves who they are there and then (OWASP ASVS 5.0 V7.5.3); whoever acts names
nobody, because the approval waits at the thing it is about.
"""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.problems import Refusal
from central.records.record import audit
from central.services import Services
from central.staff.credentials import prove
from central.staff.place import StaffPlace
from central.staff.rules import APPROVED_BY, Action, may
from central.staff.tables import Approval, StaffMember
from kiosk.contract.problems import ProblemCode
from kiosk.contract.staff import identity as m


class ApprovalNeeded(ValueError):
    """Nobody else allowed it, or not lately."""


def approve(services: Services, place: StaffPlace, message: m.Approve) -> m.Approved:
    """Allow an action on a thing.

    Raises:
        Refusal: as ``credentials.prove``; ``not-entitled``.
    """
    action = Action(message.action)
    member = prove(services, place, message.login, message.key, message.code)
    if not may(member.role, APPROVED_BY[action]):
        raise Refusal(ProblemCode.NOT_ENTITLED, APPROVED_BY[action].value)
    now = services.now()
    expires_at = now + timedelta(seconds=services.settings.staff.approval_s)

    def work(db: Session) -> None:
        row = Approval(
            id=new_id(),
            chamber_code=services.chamber,
            staff_id=member.id,
            action=action.value,
            subject=message.subject,
            reason=message.reason,
            at=now,
            expires_at=expires_at,
        )
        db.add(row)
        detail = f"{place.name} {message.reason}"
        audit(
            db,
            services.chamber,
            now,
            member.id,
            APPROVED_BY[action].value,
            message.subject,
            detail,
        )

    services.database.run(work)
    return m.Approved(expires_at=expires_at)


def use_approval(
    db: Session, chamber: str, action: Action, subject: str, used_by: StaffMember, now: datetime
) -> str:
    """Use up somebody else's approval, in the transaction of what it allows; gives its id.

    Raises:
        ApprovalNeeded: there is none by somebody else who still works here with that leave.
    """
    rows = db.execute(
        select(Approval, StaffMember)
        .join(StaffMember, StaffMember.id == Approval.staff_id)
        .where(
            Approval.chamber_code == chamber,
            Approval.action == action.value,
            Approval.subject == subject,
            Approval.staff_id != used_by.id,
            Approval.used_at.is_(None),
            Approval.expires_at > now,
            StaffMember.active.is_(True),
        )
        .order_by(Approval.at, Approval.id)
        .with_for_update(of=Approval)
    )
    for approval, member in rows:
        if may(member.role, APPROVED_BY[action]):
            approval.used_at, approval.used_by = now, used_by.id
            return approval.id
    raise ApprovalNeeded(f"{action.value} needs the approval of a second person")
