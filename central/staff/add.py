"""The first people come by command, never by default secrets."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.records.record import audit
from central.services import Services
from central.staff.tables import Role, StaffMember
from central.tokens import new_code

KEY_LENGTH = 12


def add_staff(services: Services, login: str, name: str, role: Role) -> str:
    """Add a staff member; gives the generated key, which is shown once.

    Raises:
        ValueError: the login is taken.
    """
    key = new_code(services.entropy, KEY_LENGTH)
    key_hash = services.hasher.hash(key)
    now = services.now()

    def work(db: Session) -> None:
        taken = select(StaffMember.id).where(
            StaffMember.chamber_code == services.chamber, StaffMember.login == login
        )
        if db.scalar(taken) is not None:
            raise ValueError(f"the login {login} is taken")
        member = StaffMember(
            id=new_id(),
            chamber_code=services.chamber,
            login=login,
            name=name,
            role=role,
            key_hash=key_hash,
            created_at=now,
        )
        db.add(member)
        audit(db, services.chamber, now, "command", "staff-added", member.id, role.value)

    services.database.run(work)
    return key
