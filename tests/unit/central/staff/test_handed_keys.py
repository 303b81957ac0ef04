"""A key that was handed over: changed at the first use and in time, or dead; resets are told."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select

from central.db.ids import new_id
from central.records.tables import AuditEntry
from central.staff.add import add_staff
from central.staff.members import reset
from central.staff.tables import Role, StaffMember
from kiosk.contract.staff import identity as i
from tests.support.central import Central, fresh_database, make_central
from tests.support.customers import MAIL, letters
from tests.support.staff import Colleague, hired, seed_in

HOUR_S = 3_600
ADDRESS = "nora@correo.example.invalid"
OWN = "una clave propia"


@pytest.fixture
def mailing(tmp_path: Path) -> Iterator[Central]:
    staff = {"handed_key_h": 24}
    made = make_central(tmp_path, fresh_database(tmp_path, "sqlite"), mail=MAIL, staff=staff)
    yield made
    made.close()


def added(central: Central) -> str:
    return add_staff(central.services, "nora", "Nora", Role.CASHIER, email=ADDRESS)


def enrols(central: Central, key: str, new_key: str = OWN) -> httpx.Response:
    message = i.StaffEnrol(login="nora", key=key, new_key=new_key)
    return central.http().post("/v1/staff/enrol", content=message.model_dump_json())


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def nora(central: Central, given: str) -> Colleague:
    answer = enrols(central, given)
    assert answer.status_code == 200, answer.text
    seed = seed_in(i.StaffEnrolled.model_validate_json(answer.content).provisioning_uri)
    return Colleague(central, "nora", OWN, seed)


def row_of(central: Central) -> StaffMember:
    row = select(StaffMember).where(StaffMember.login == "nora")
    return central.services.database.run(lambda db: db.scalars(row).one())


def trail(central: Central, action: str) -> list[AuditEntry]:
    rows = select(AuditEntry).where(AuditEntry.action == action)
    return central.services.database.run(lambda db: list(db.scalars(rows)))


def test_it_is_changed_within_hours_or_never(mailing: Central) -> None:
    given = added(mailing)
    mailing.clock.advance(24 * HOUR_S)
    assert refused(enrols(mailing, given)) == (403, "key-expired")
    assert row_of(mailing).seed is None
    (noted,) = trail(mailing, "staff-key-expired")
    assert (noted.actor, noted.detail) == (row_of(mailing).id, "office")
    again = reset(mailing.services, "nora")
    assert refused(enrols(mailing, given)) == (401, "credentials-invalid")
    mailing.clock.advance(24 * HOUR_S - 1)
    assert nora(mailing, again).sign_in().name == "Nora"


def test_a_key_of_ones_own_does_not_end(mailing: Central) -> None:
    colleague = nora(mailing, added(mailing))
    mailing.clock.advance(1_000 * HOUR_S)
    assert colleague.sign_in().role == "cashier"
    assert row_of(mailing).given_until is None


def test_an_enrolment_that_was_not_finished_is_done_again_at_any_time(mailing: Central) -> None:
    """The key is one's own by then; only its second factor was not read."""
    enrols(mailing, added(mailing))
    mailing.clock.advance(1_000 * HOUR_S)
    assert enrols(mailing, OWN, "otra clave propia").status_code == 200


def test_a_wrong_key_learns_nothing_of_the_end(mailing: Central) -> None:
    added(mailing)
    mailing.clock.advance(100 * HOUR_S)
    assert refused(enrols(mailing, "wrong")) == (401, "credentials-invalid")
    assert trail(mailing, "staff-key-expired") == []


def test_the_handed_key_itself_opens_nothing_and_cannot_be_kept(mailing: Central) -> None:
    given = added(mailing)
    colleague = Colleague(mailing, "nora", given, "A" * 32)
    assert refused(colleague.open(code="000000")) == (403, "second-factor-missing")
    assert refused(colleague.approve(new_id())) == (403, "second-factor-missing")
    assert refused(enrols(mailing, given, given))[1] == "key-too-weak"
    assert row_of(mailing).seed is None


def test_a_reset_is_told_to_whom_it_is_about_and_ends_what_they_have(mailing: Central) -> None:
    colleague = nora(mailing, added(mailing))
    colleague.sign_in()
    marta = hired(mailing, "marta")
    marta.sign_in()
    answer = marta.ask("/v1/staff/members/reset", i.ResetStaff, login="nora")
    given = answer.json()["key"]
    assert colleague.ask("/v1/staff/sessions/close", i.CloseStaffSession).status_code == 401
    (letter,) = letters(mailing, "key-reset")
    assert letter.recipient == ADDRESS
    assert "ya no sirven" in letter.body
    assert "comuníquese con la cámara" in letter.body
    for secret in (given, OWN, "Nora", "nora", "marta"):
        assert secret not in letter.subject + letter.body
    resets = [row for row in trail(mailing, "staff-reset") if row.subject == row_of(mailing).id]
    assert [row.detail for row in resets] == ["as agreed"]


def test_each_reset_is_told(mailing: Central) -> None:
    added(mailing)
    for reason in ("lost phone", "lost it again"):
        reset(mailing.services, "nora", reason=reason)
    assert len(letters(mailing, "key-reset")) == 2


def test_without_an_address_or_a_server_the_reset_goes_on(office: Central) -> None:
    assert nora(office, reset_of(office)).sign_in().role == "cashier"
    assert letters(office, "key-reset") == []


def reset_of(central: Central) -> str:
    added(central)
    return reset(central.services, "nora")
