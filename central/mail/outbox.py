"""The outbox's moves: queue with what a mail tells of, claim, and say how it went.

A mail is claimed (its try counted and its next one set) before it is sent: who dies while sending
leaves a mail that is tried again later, so it arrives at least once. Its Message-ID never changes,
so that a second copy can be told.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.db.insert import insert_once
from central.mail.tables import MailState, OutboxMail
from central.settings import Mail

_DOUBLINGS_MAX = 30
log = structlog.get_logger("central.mail")


@dataclass(frozen=True)
class Letter:
    """A mail to write; ``attachments`` are references like ``receipt:<order_id>``."""

    kind: str
    recipient: str
    subject: str
    body: str
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Claimed:
    """A mail that is this worker's for now; ``id`` is its Message-ID for ever."""

    id: str
    letter: Letter
    attempts: int


def queue(db: Session, chamber: str, key: str, letter: Letter, now: datetime, wait_s: int) -> bool:
    """Put a letter in the outbox; False if one with this key is there already.

    ``wait_s`` seconds pass before the first try.
    """
    return insert_once(
        db,
        OutboxMail,
        id=new_id(),
        chamber_code=chamber,
        idempotency_key=key,
        kind=letter.kind,
        recipient=letter.recipient,
        subject=letter.subject,
        body=letter.body,
        attachments=json.dumps(letter.attachments),
        state=MailState.WAITING,
        attempts=0,
        next_try_at=now + timedelta(seconds=wait_s),
        reason="",
        created_at=now,
    )


def rewrite(db: Session, chamber: str, key: str, body: str) -> bool:
    """Say it in other words; False if the mail is on its way already."""
    changed = db.execute(
        update(OutboxMail)
        .where(
            OutboxMail.chamber_code == chamber,
            OutboxMail.idempotency_key == key,
            OutboxMail.state == MailState.WAITING,
            OutboxMail.attempts == 0,
        )
        .values(body=body)
        .returning(OutboxMail.id)
    )
    return changed.first() is not None


def unpark(db: Session, chamber: str, key: str, now: datetime) -> bool:
    """Try a parked mail again, from the first try; False if it is not parked or was forgotten."""
    changed = db.execute(
        update(OutboxMail)
        .where(
            OutboxMail.chamber_code == chamber,
            OutboxMail.idempotency_key == key,
            OutboxMail.state == MailState.PARKED,
            OutboxMail.body != "",
        )
        .values(state=MailState.WAITING, attempts=0, next_try_at=now, reason="")
        .returning(OutboxMail.id)
    )
    return changed.first() is not None


def claim(db: Session, settings: Mail, chamber: str, now: datetime) -> Claimed | None:
    """Take the mail that is due longest; others skip it until its next try."""
    row = db.scalar(
        select(OutboxMail)
        .where(
            OutboxMail.chamber_code == chamber,
            OutboxMail.state == MailState.WAITING,
            OutboxMail.next_try_at <= now,
        )
        .order_by(OutboxMail.next_try_at, OutboxMail.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    if row is None:
        return None
    row.attempts += 1
    row.next_try_at = now + timedelta(seconds=pause_s(settings, row.attempts))
    letter = Letter(
        row.kind, row.recipient, row.subject, row.body, tuple(json.loads(row.attachments))
    )
    return Claimed(row.id, letter, row.attempts)


def pause_s(settings: Mail, attempts: int) -> int:
    """How long to wait after so many tries.

    >>> [pause_s(Mail(first_pause_s=30, pause_max_s=200), tries) for tries in (1, 2, 3, 4, 99)]
    [30, 60, 120, 200, 200]
    """
    doubled: int = settings.first_pause_s << min(attempts - 1, _DOUBLINGS_MAX)
    return min(doubled, settings.pause_max_s)


def sent(db: Session, mail: Claimed, now: datetime) -> None:
    """The server took it."""
    row = db.get_one(OutboxMail, mail.id)
    row.state, row.sent_at, row.reason = MailState.SENT, now, ""
    log.info("mail-sent", mail=mail.id, kind=mail.letter.kind, attempts=mail.attempts)


def failed(db: Session, settings: Mail, mail: Claimed, reason: str, *, final: bool) -> None:
    """It did not go out; parked if another try cannot help, or there were enough of them."""
    row = db.get_one(OutboxMail, mail.id)
    row.reason = reason
    if final or mail.attempts >= settings.tries_max:
        row.state = MailState.PARKED
    log.warning(
        "mail-parked" if row.state is MailState.PARKED else "mail-delayed",
        mail=mail.id,
        kind=mail.letter.kind,
        attempts=mail.attempts,
        reason=reason,
    )
