"""One-time codes by mail: six digits, ten minutes, five tries, one use, one purpose, one address.

Nothing of a code is kept, not even its hash: it is computed from the id of its row and a secret
that is not in the database (HMAC, cut to digits as RFC 4226 section 5.3 does), once to write the
mail while it goes out and once to judge what was typed. A try is counted and committed before it is
looked at. A new code ends the one before. Sources: OWASP ASVS 5.0 V6.5.1 to V6.6.3.
"""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.key_files import load_or_make_secret
from central.mail.failures import MailRefused
from central.mail.outbox import Letter, queue
from central.people.acting import Acting
from central.people.letters import CODE_MARK, code_body, code_subject
from central.people.tables import OneTimeCode, Throttle
from central.people.throttle import MayTry, Wait, count_try, forgive
from central.problems import Refusal
from central.services import Services
from kiosk.contract.problems import ProblemCode

KIND = "one-time-code"
SCOPE = "one-time-code"
DIGITS = 6
GOOD_FOR_S = 600
TRIES_MAX = 5

SENT_SCOPE = "code-sent"
SENT_PAUSE_S = 60
SENT_FREE = 3
SENT_LONG_PAUSE_S = 600
"""After so many codes to one person the pause grows; an hour of silence forgets them."""
SENT_FORGOTTEN_S = 3_600
PLACE_MAX = 30
PLACE_WINDOW_S = 600
PLACE_PAUSE_S = 60
KEPT_S = 86_400


class Purpose(StrEnum):
    """What a code allows; it allows nothing else."""

    CONFIRM_ADDRESS = "confirm-address"
    RESET_SECURE_KEY = "reset-secure-key"
    SET_PREPAID_KEY = "set-prepaid-key"


def send_code(
    services: Services, acting: Acting, purpose: Purpose, subject: str, addresses: Sequence[str]
) -> datetime:
    """Send a code to whoever reads these addresses; until when it is good.

    ``subject`` is the row id of whose it is.

    Raises:
        Refusal: ``mail-off``, ``no-mail-address``, ``throttled`` with the wait.
    """
    if not services.settings.mail.host:
        raise Refusal(ProblemCode.MAIL_OFF)
    if not addresses:
        raise Refusal(ProblemCode.NO_MAIL_ADDRESS)
    now = services.now()
    expires_at = now + timedelta(seconds=GOOD_FOR_S)
    chamber = services.settings.chamber

    def work(db: Session) -> None:
        _must_be_seldom(db, services.chamber, acting.place, subject, now)
        _end_others(db, services.chamber, purpose, subject, now)
        row = OneTimeCode(
            id=new_id(),
            chamber_code=services.chamber,
            purpose=purpose.value,
            subject=subject,
            address_hash=_address_hash(addresses),
            place=acting.place,
            made_at=now,
            expires_at=expires_at,
            tries=0,
        )
        db.add(row)
        # Fresh code, fresh patience: five tries each, and few codes.
        forgive(db, acting.counted, SCOPE, _counted_subject(subject), "", now)
        body = code_body(chamber, purpose.value, expires_at)
        for number, address in enumerate(addresses, 1):
            letter = Letter(KIND, address, code_subject(chamber), body, (f"code:{row.id}",))
            queue(db, services.chamber, f"code:{row.id}:{number}", letter, now, 0)

    services.database.run(work)
    return expires_at


def check_code(
    services: Services,
    acting: Acting,
    purpose: Purpose,
    subject: str,
    addresses: Sequence[str],
    typed: str,
) -> str:
    """Judge what was typed; gives what ``use_up`` takes in the transaction of what it allows.

    Raises:
        Refusal: ``code-invalid`` (wrong, too late, used, tried too often, for another address or
            purpose: nobody learns which); ``throttled`` with the wait.
    """
    now = services.now()
    whose = _counted_subject(subject)
    verdict = services.database.run(
        lambda db: count_try(db, acting.counted, SCOPE, whose, known=True, now=now)
    )
    if isinstance(verdict, Wait):
        raise Refusal(ProblemCode.THROTTLED, retry_after_s=verdict.seconds)
    counted = services.database.run(
        lambda db: _count(db, services.chamber, purpose, subject, addresses, now)
    )
    right = counted is not None and hmac.compare_digest(_digits(services, counted), typed)
    if counted is None or not right or not isinstance(verdict, MayTry):
        raise Refusal(ProblemCode.CODE_INVALID)
    tried = verdict.failure_id
    services.database.run(lambda db: forgive(db, acting.counted, SCOPE, whose, tried, now))
    return counted


def end_codes(db: Session, chamber: str, subject: str, now: datetime) -> None:
    """End whatever was sent to somebody whose address is another one now."""
    for purpose in Purpose:
        _end_others(db, chamber, purpose, subject, now)


def use_up(db: Session, code_id: str, now: datetime) -> None:
    """Spend a code, together with what it allows.

    Raises:
        Refusal: ``code-invalid``: somebody else was quicker, or another code was sent.
    """
    used = db.execute(
        update(OneTimeCode)
        .where(OneTimeCode.id == code_id, OneTimeCode.ended_at.is_(None))
        .values(ended_at=now)
        .returning(OneTimeCode.id)
        .execution_options(synchronize_session=False)
    )
    if used.first() is None:
        raise Refusal(ProblemCode.CODE_INVALID)


def written(services: Services, letter: Letter) -> Letter:
    """A letter as it goes out: with its code, if it is one that brings a code.

    Raises:
        MailRefused: the code is over; nobody needs it any more.
    """
    if letter.kind != KIND:
        return letter
    (reference,) = letter.attachments
    code_id = reference.removeprefix("code:")
    row = services.database.run(lambda db: db.get(OneTimeCode, code_id))
    if row is None or row.ended_at is not None or row.expires_at <= services.now():
        raise MailRefused("code-over")
    body = letter.body.replace(CODE_MARK, _digits(services, code_id))
    return replace(letter, body=body, attachments=())


def prune(db: Session, now: datetime) -> None:
    """Drop codes that no rule looks at any more."""
    db.execute(
        delete(OneTimeCode)
        .where(OneTimeCode.made_at < now - timedelta(seconds=KEPT_S))
        .execution_options(synchronize_session=False)
    )


def _digits(services: Services, code_id: str) -> str:
    secret = load_or_make_secret(services.settings.seed_key_file, services.entropy)
    digest = hmac.digest(secret, f"dispensador one-time code {code_id}".encode(), "sha256")
    at = digest[-1] & 0x0F
    number = int.from_bytes(digest[at : at + 4], "big") & 0x7FFF_FFFF
    return f"{number % 10**DIGITS:0{DIGITS}d}"


def _count(
    db: Session,
    chamber: str,
    purpose: Purpose,
    subject: str,
    addresses: Sequence[str],
    now: datetime,
) -> str | None:
    """Count a try of the code that is good now; None: there is none."""
    return db.scalar(
        update(OneTimeCode)
        .where(
            OneTimeCode.chamber_code == chamber,
            OneTimeCode.purpose == purpose.value,
            OneTimeCode.subject == subject,
            OneTimeCode.address_hash == _address_hash(addresses),
            OneTimeCode.ended_at.is_(None),
            OneTimeCode.expires_at > now,
            OneTimeCode.tries < TRIES_MAX,
        )
        .values(tries=OneTimeCode.tries + 1)
        .returning(OneTimeCode.id)
        .execution_options(synchronize_session=False)
    )


def _end_others(db: Session, chamber: str, purpose: Purpose, subject: str, now: datetime) -> None:
    db.execute(
        update(OneTimeCode)
        .where(
            OneTimeCode.chamber_code == chamber,
            OneTimeCode.purpose == purpose.value,
            OneTimeCode.subject == subject,
            OneTimeCode.ended_at.is_(None),
        )
        .values(ended_at=now)
        .execution_options(synchronize_session=False)
    )


def _must_be_seldom(db: Session, chamber: str, place: str, subject: str, now: datetime) -> None:
    """Few codes to one person, and not too many from one place.

    Raises:
        Refusal: ``throttled`` with the wait.
    """
    row = db.scalar(
        select(Throttle)
        .where(
            Throttle.chamber_code == chamber,
            Throttle.scope == SENT_SCOPE,
            Throttle.subject == subject,
        )
        .with_for_update()
    )
    if row is None:
        row = Throttle(
            id=new_id(),
            chamber_code=chamber,
            scope=SENT_SCOPE,
            subject=subject,
            known=True,
            failures=0,
            changed_at=now,
        )
        db.add(row)
        db.flush()
    if row.wait_until is not None and row.wait_until > now:
        raise Refusal(
            ProblemCode.THROTTLED, retry_after_s=-int((now - row.wait_until).total_seconds() // 1)
        )
    since = now - timedelta(seconds=PLACE_WINDOW_S)
    from_here = db.scalar(
        select(func.count()).where(
            OneTimeCode.chamber_code == chamber,
            OneTimeCode.place == place,
            OneTimeCode.made_at > since,
        )
    )
    if (from_here or 0) >= PLACE_MAX:
        raise Refusal(ProblemCode.THROTTLED, retry_after_s=PLACE_PAUSE_S)
    if now - row.changed_at >= timedelta(seconds=SENT_FORGOTTEN_S):
        row.failures = 0
    row.failures += 1
    row.changed_at = now
    pause_s = SENT_PAUSE_S if row.failures < SENT_FREE else SENT_LONG_PAUSE_S
    row.wait_until = now + timedelta(seconds=pause_s)


def _counted_subject(subject: str) -> str:
    return hashlib.sha256(f"code:{subject}".encode()).hexdigest()


def _address_hash(addresses: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(sorted(addresses)).encode()).hexdigest()
