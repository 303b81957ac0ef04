"""What an operator does with mail that did not go out: look at it, try it again, or give it up."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from central.mail.tables import MailState, OutboxMail
from central.people.addresses import masked_address
from central.records.record import audit
from central.services import Services

SHOWN_MAX = 500


@dataclass(frozen=True)
class Entry:
    """One mail in a list; its recipient is masked, its words are not shown."""

    id: str
    state: MailState
    kind: str
    recipient: str
    attempts: int
    reason: str
    created_at: datetime
    next_try_at: datetime


def mails(services: Services, *, only_parked: bool = False) -> list[Entry]:
    """What waits or was given up, oldest first."""
    states = [MailState.PARKED] if only_parked else [MailState.PARKED, MailState.WAITING]
    rows = (
        select(OutboxMail)
        .where(
            OutboxMail.chamber_code == services.chamber,
            OutboxMail.state.in_(states),
            OutboxMail.body != "",
        )
        .order_by(OutboxMail.created_at, OutboxMail.id)
        .limit(SHOWN_MAX)
    )
    return services.database.run(lambda db: [_entry(row) for row in db.scalars(rows)])


def retry(services: Services, mail_id: str | None, asked_by: str) -> int:
    """Try a parked mail again from its first try, or (``None``) all of them; how many."""
    now = services.now()

    def work(db: Session) -> int:
        which = [] if mail_id is None else [OutboxMail.id == mail_id]
        again = db.scalars(
            update(OutboxMail)
            .where(*_parked(services), *which)
            .values(state=MailState.WAITING, attempts=0, next_try_at=now, reason="")
            .returning(OutboxMail.id)
            .execution_options(synchronize_session=False)
        ).all()
        for id_ in again:
            audit(db, services.chamber, now, asked_by, "mail-retried", id_)
        return len(again)

    return services.database.run(work)


def drop(services: Services, mail_id: str, dropped_by: str, why: str) -> bool:
    """Give a parked mail up for good: its words go, its row stays. False if it is not parked."""
    now = services.now()

    def work(db: Session) -> bool:
        dropped = db.scalars(
            update(OutboxMail)
            .where(*_parked(services), OutboxMail.id == mail_id)
            .values(recipient="", subject="", body="", attachments="[]")
            .returning(OutboxMail.id)
            .execution_options(synchronize_session=False)
        ).all()
        if dropped:
            audit(db, services.chamber, now, dropped_by, "mail-dropped", mail_id, why)
        return bool(dropped)

    return services.database.run(work)


def _parked(services: Services) -> tuple[ColumnElement[bool], ...]:
    return (
        OutboxMail.chamber_code == services.chamber,
        OutboxMail.state == MailState.PARKED,
        OutboxMail.body != "",
    )


def _entry(row: OutboxMail) -> Entry:
    return Entry(
        id=row.id,
        state=row.state,
        kind=row.kind,
        recipient=masked_address(row.recipient),
        attempts=row.attempts,
        reason=row.reason,
        created_at=row.created_at,
        next_try_at=row.next_try_at,
    )
