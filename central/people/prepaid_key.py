"""The prepaid key: asked for at each purchase, with counters of its own."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.devices.caller import Caller
from central.people.keys import Right, Wrong, check_key
from central.people.spraying import call_if_spraying, place_of
from central.people.tables import Holder
from central.people.throttle import Blocked, Wait, subject_of
from central.problems import Refusal
from central.services import Services
from kiosk.contract.problems import ProblemCode
from kiosk.identity import PersonId

SCOPE = "prepaid-key"


def find_holder(db: Session, chamber: str, identity: PersonId) -> Holder | None:
    """The owner of a prepaid account with this identity."""
    return db.scalar(
        select(Holder).where(
            Holder.chamber_code == chamber,
            Holder.id_type == identity.id_type,
            Holder.id_number == identity.number,
        )
    )


def check_prepaid_key(
    services: Services,
    caller: Caller,
    identity: PersonId,
    holder: Holder | None,
    key: str,
    now: datetime,
) -> None:
    """Accept the right key; nobody's account is refused like a wrong key.

    Raises:
        Refusal: ``prepaid-key-invalid``, ``throttled`` or ``key-blocked``.
    """
    verdict = check_key(
        services.database,
        services.hasher,
        place_of(services, caller),
        scope=SCOPE,
        subject=subject_of(identity),
        stored=holder.prepaid_key_hash if holder else None,
        key=key,
        now=now,
    )
    match verdict:
        case Wait(seconds=seconds):
            raise Refusal(ProblemCode.THROTTLED, retry_after_s=seconds)
        case Blocked():
            raise Refusal(ProblemCode.KEY_BLOCKED)
        case Wrong():
            services.database.run(lambda db: call_if_spraying(db, caller, now))
            raise Refusal(ProblemCode.PREPAID_KEY_INVALID)
        case Right(new_hash=new_hash):
            if holder is not None and new_hash is not None:
                holder_id = holder.id
                services.database.run(lambda db: _keep(db, holder_id, new_hash))


def _keep(db: Session, holder_id: str, new_hash: str) -> None:
    db.get_one(Holder, holder_id).prepaid_key_hash = new_hash
