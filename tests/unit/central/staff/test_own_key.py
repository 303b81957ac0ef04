"""A key of one's own: changed by who has both factors, told by mail, and alone from then on."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.records.tables import AuditEntry
from central.staff.add import add_staff
from central.staff.members import reset
from central.staff.tables import Role, StaffSession
from kiosk.contract.staff import identity as i
from tests.support.central import Central, fresh_database, make_central
from tests.support.customers import MAIL, letters
from tests.support.staff import Colleague, hired, seed_in

KEY = "/v1/staff/key"
NEW = "otra clave larga"
ADDRESS = "nora@correo.example.invalid"


@pytest.fixture
def mailing(tmp_path: Path) -> Iterator[Central]:
    made = make_central(tmp_path, fresh_database(tmp_path, "sqlite"), mail=MAIL)
    yield made
    made.close()


def nora(central: Central) -> Colleague:
    """Somebody with an address, enrolled."""
    given = add_staff(central.services, "nora", "Nora", Role.CASHIER, email=ADDRESS)
    message = i.StaffEnrol(login="nora", key=given, new_key="una clave propia")
    answer = central.http().post("/v1/staff/enrol", content=message.model_dump_json())
    seed = seed_in(i.StaffEnrolled.model_validate_json(answer.content).provisioning_uri)
    return Colleague(central, "nora", "una clave propia", seed)


def changes(colleague: Colleague, new_key: str = NEW) -> dict[str, Any]:
    values = {"key": colleague.key, "code": colleague.fresh_code(), "new_key": new_key}
    answer = colleague.ask(KEY, i.ChangeStaffKey, **values)
    told: dict[str, Any] = answer.json()
    return told | {"status": answer.status_code}


def other_session(central: Central, of: str) -> str:
    """A session of the same person that was left open elsewhere, as two at once may make one."""
    made = new_id()

    def work(db: Session) -> None:
        mine = db.scalars(select(StaffSession)).one()
        db.add(
            StaffSession(
                id=made,
                chamber_code=mine.chamber_code,
                token_hash=of,
                staff_id=mine.staff_id,
                place="office",
                opened_at=mine.opened_at,
                seen_at=mine.seen_at,
                expires_at=mine.expires_at + timedelta(hours=1),
            )
        )

    central.services.database.run(work)
    return made


def closed(central: Central, session_id: str) -> bool:
    row = central.services.database.run(lambda db: db.get_one(StaffSession, session_id))
    return row.closed_at is not None


def test_every_other_session_ends_and_this_one_goes_on(mailing: Central) -> None:
    colleague = hired(mailing, "marta")
    colleague.sign_in()
    elsewhere = other_session(mailing, "0" * 64)
    assert changes(colleague)["status"] == 200
    assert closed(mailing, elsewhere)
    assert colleague.ask("/v1/staff/members/list", i.ListStaff).status_code == 200


def test_whose_key_it_is_hears_of_it_by_mail(mailing: Central) -> None:
    colleague = nora(mailing)
    colleague.sign_in()
    assert changes(colleague) == {"told": True, "status": 200}
    enrolled, changed = letters(mailing, "key-changed")
    assert (enrolled.recipient, changed.recipient) == (ADDRESS, ADDRESS)
    assert "clave de trabajo" in changed.body
    assert not any(key in changed.body for key in (NEW, colleague.key))


def test_who_has_no_address_is_not_said_to_be_told(mailing: Central) -> None:
    colleague = hired(mailing, "marta")
    colleague.sign_in()
    assert changes(colleague)["told"] is False


def test_who_was_reset_meanwhile_does_not_set_the_key_back(
    mailing: Central, monkeypatch: pytest.MonkeyPatch
) -> None:
    colleague = nora(mailing)
    colleague.sign_in()
    code = colleague.fresh_code()
    hasher = mailing.services.hasher
    hashed = hasher.hash

    def hash_while_somebody_resets(key: str) -> str:
        if key == NEW:
            reset(mailing.services, "nora")
        return hashed(key)

    monkeypatch.setattr(hasher, "hash", hash_while_somebody_resets)
    values = {"key": colleague.key, "code": code, "new_key": NEW}
    answer = colleague.ask(KEY, i.ChangeStaffKey, **values)
    assert answer.json()["code"] == "credentials-invalid"
    wanted = select(AuditEntry).where(AuditEntry.action == "staff-key-changed")
    assert mailing.services.database.run(lambda db: db.scalar(wanted)) is None


def test_an_administrator_gives_the_address_along(mailing: Central) -> None:
    marta = hired(mailing, "marta")
    marta.sign_in()
    values: dict[str, Any] = {
        "login": "nora",
        "name": "Nora",
        "role": "cashier",
        "email": ADDRESS,
    }
    assert marta.ask("/v1/staff/members/add", i.AddStaff, **values).status_code == 200
    with pytest.raises(ValueError, match="email"):
        i.AddStaff.model_validate(
            {**values, "staff_session": "x" * 43, "reason": "as agreed", "email": "nora"}
        )
