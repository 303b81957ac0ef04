"""Coming to work here: by command or by an administrator, never by default secrets."""

import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.records.record import audit
from central.services import Services
from central.staff.handed_keys import given_until
from central.staff.tables import Role, StaffMember
from central.tokens import new_code

KEY_LENGTH = 12
COMMAND = "command"
"""Who acts where nobody is signed in: whoever has the server's console."""
_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")


def add_staff(
    services: Services,
    login: str,
    name: str,
    role: Role,
    added_by: str = COMMAND,
    reason: str = "",
    email: str = "",
) -> str:
    """Add somebody; gives the generated key, which is shown once and changed with its first use.

    It is good for some hours (``central.staff.handed_keys``).
    ``email`` is where changes of their key are told.

    Raises:
        ValueError: the login is taken, or is none.
    """
    if not _LOGIN.fullmatch(login):
        raise ValueError("a login is lower-case letters, digits, dots and dashes, at most 40")
    key = new_code(services.entropy, KEY_LENGTH)
    key_hash = services.hasher.hash(key)
    now = services.now()

    def work(db: Session) -> None:
        if member_named(db, services.chamber, login) is not None:
            raise ValueError(f"the login {login} is taken")
        member = StaffMember(
            id=new_id(),
            chamber_code=services.chamber,
            login=login,
            name=name,
            email=email,
            role=role,
            key_hash=key_hash,
            given_until=given_until(services, now),
            created_at=now,
        )
        db.add(member)
        detail = f"{role.value} {reason}".rstrip()
        audit(db, services.chamber, now, added_by, "staff-added", member.id, detail)

    services.database.run(work)
    return key


def member_named(db: Session, chamber: str, login: str) -> StaffMember | None:
    """Who has or had this login, for a change."""
    return db.scalar(
        select(StaffMember)
        .where(StaffMember.chamber_code == chamber, StaffMember.login == login)
        .with_for_update()
    )
