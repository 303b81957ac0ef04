"""Signing in: key and second factor, once each, from here, not too often and not for ever."""

import base64
import threading
from pathlib import Path
from typing import Any

import httpx
import pyotp
import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from central.devices.state import revoke
from central.people.throttle import FREE_TRIES, STOP_AT, WAIT_MAX_S
from central.records.tables import AuditEntry
from central.staff.members import reset, retire
from central.staff.tables import StaffMember, StaffSession
from kiosk.contract.problems import Problem
from kiosk.contract.staff import identity as i
from tests.support import postgres
from tests.support.central import Central, enrolled, fresh_database, make_central
from tests.support.staff import STEP_S, Colleague, hired, seed_in

ENROL = "/v1/staff/enrol"


def code_of(answer: httpx.Response) -> str:
    assert answer.headers["content-type"] == "application/problem+json"
    return Problem.model_validate_json(answer.content).code.value


def alive(colleague: Colleague) -> bool:
    answer = colleague.ask("/v1/staff/members/list", i.ListStaff)
    if answer.status_code == 200:
        return True
    assert code_of(answer) == "session-expired"
    return False


def trail(central: Central, action: str) -> list[AuditEntry]:
    rows = select(AuditEntry).where(AuditEntry.action == action).order_by(AuditEntry.at)
    return central.services.database.run(lambda db: list(db.scalars(rows)))


def row_of(central: Central, login: str) -> StaffMember:
    row = select(StaffMember).where(StaffMember.login == login)
    return central.services.database.run(lambda db: db.scalars(row).one())


# The first time


def enrol(central: Central, login: str, key: str, new_key: str) -> httpx.Response:
    message = i.StaffEnrol(login=login, key=key, new_key=new_key)
    return central.http().post(ENROL, content=message.model_dump_json())


def test_the_first_use_takes_a_key_of_ones_own_and_a_second_factor(central: Central) -> None:
    given = reset(central.services, "marta")
    answer = enrol(central, "marta", given, "tres tristes tigres")
    uri = i.StaffEnrolled.model_validate_json(answer.content).provisioning_uri
    assert uri.startswith("otpauth://totp/Dispensador%20CC%20Ejemplo:marta?")
    marta = Colleague(central, "marta", "tres tristes tigres", seed_in(uri))
    assert code_of(marta.open(key=given)) == "credentials-invalid"
    opened = marta.sign_in()
    assert (opened.name, opened.role, opened.idle_s) == ("Marta", "administrator", 300)
    assert "manage-staff" in opened.actions
    assert alive(marta)
    assert len(trail(central, "staff-enrolled")) == len(trail(central, "staff-session-opened")) == 1


def test_a_seed_is_shown_again_only_until_its_first_code(office: Central) -> None:
    given = reset(office.services, "marta")
    first = enrol(office, "marta", given, "primera clave")
    again = enrol(office, "marta", "primera clave", "segunda clave")
    seeds = [
        seed_in(i.StaffEnrolled.model_validate_json(each.content).provisioning_uri)
        for each in (first, again)
    ]
    assert seeds[0] != seeds[1]
    assert code_of(Colleague(office, "marta", "segunda clave", seeds[0]).open()) == (
        "credentials-invalid"
    )
    Colleague(office, "marta", "segunda clave", seeds[1]).sign_in()
    refused = enrol(office, "marta", "segunda clave", "tercera clave")
    assert (refused.status_code, code_of(refused)) == (409, "already-enrolled")


def test_a_wrong_key_enrols_nobody(office: Central) -> None:
    reset(office.services, "marta")
    assert code_of(enrol(office, "marta", "wrong", "tres tristes tigres")) == "credentials-invalid"
    assert code_of(enrol(office, "nobody", "wrong", "tres tristes tigres")) == "credentials-invalid"
    assert row_of(office, "marta").seed is None


def test_without_a_second_factor_nobody_comes_in(office: Central) -> None:
    given = reset(office.services, "marta")
    marta = Colleague(office, "marta", given, pyotp.random_base32())
    refused = marta.open()
    assert (refused.status_code, code_of(refused)) == (403, "second-factor-missing")
    assert code_of(marta.open(key="wrong")) == "credentials-invalid"


@pytest.mark.parametrize(
    "weak", ["corta", "1212121212", "aaaa aaaa", "soy marta y ya", "MARTA-2026!"]
)
def test_a_weak_key_is_refused_before_it_is_set(office: Central, weak: str) -> None:
    given = reset(office.services, "marta")
    refused = enrol(office, "marta", given, weak)
    assert (refused.status_code, code_of(refused)) == (422, "key-too-weak")
    assert code_of(enrol(office, "marta", given, given)) == "key-too-weak"
    assert row_of(office, "marta").seed is None


# The second factor


def test_a_code_is_good_once(central: Central) -> None:
    marta = hired(central, "marta")
    central.clock.advance(STEP_S)
    used, before = marta.code(), marta.code(-1)
    assert marta.open(code=used).status_code == 200
    assert code_of(marta.open(code=used)) == "credentials-invalid"
    assert code_of(marta.open(code=before)) == "credentials-invalid"
    central.clock.advance(STEP_S)  # the used step is still within the window
    assert code_of(marta.open(code=used)) == "credentials-invalid"
    assert marta.open().status_code == 200


@pytest.mark.parametrize(("steps", "good"), [(-2, False), (-1, True), (1, True), (2, False)])
def test_a_clock_may_be_one_step_away(office: Central, steps: int, good: bool) -> None:
    marta = hired(office, "marta")
    office.clock.advance(10 * STEP_S)
    assert (marta.open(code=marta.code(steps)).status_code == 200) is good


def test_of_two_who_type_the_same_code_one_comes_in(tmp_path: Path) -> None:
    url = fresh_database(tmp_path, "postgresql")
    central = make_central(tmp_path, url)
    marta = hired(central, "marta")
    code, answers, start = marta.fresh_code(), list[int](), threading.Barrier(4)

    def try_it() -> None:
        start.wait()
        answers.append(marta.open(code=code).status_code)

    threads = [threading.Thread(target=try_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    central.close()
    postgres.drop_database(url)
    assert sorted(answers) == [200, 401, 401, 401]


def test_nobody_learns_what_was_wrong(office: Central) -> None:
    marta = hired(office, "marta")
    answers = [
        marta.open(key="wrong"),
        marta.open(code=marta.wrong_code()),
        Colleague(office, "nobody", "wrong", marta.seed).open(),
    ]
    bodies = [answer.json() | {"request_id": ""} for answer in answers]
    assert bodies[0]["code"] == "credentials-invalid"
    assert bodies[0] == bodies[1] == bodies[2]
    assert [entry.subject for entry in trail(office, "staff-refused")] == [
        row_of(office, "marta").id
    ] * 2


# The seed at rest


def test_a_seed_is_kept_sealed_and_bound_to_its_owner(central: Central) -> None:
    marta, sofia = hired(central, "marta"), hired(central, "sofia")
    stored = row_of(central, "marta").seed or ""
    raw = base64.b32decode(marta.seed)
    assert marta.seed not in stored
    assert raw not in base64.b64decode(stored)
    moved = update(StaffMember).where(StaffMember.login == "sofia").values(seed=stored)
    central.services.database.run(lambda db: db.execute(moved))
    sofia.seed = marta.seed
    refused = sofia.open()
    assert (refused.status_code, code_of(refused)) == (503, "unavailable")
    assert marta.open().status_code == 200


def test_the_key_file_opens_the_seeds_and_nothing_else_does(office: Central) -> None:
    marta = hired(office, "marta")
    file = office.services.settings.seed_key_file
    assert file.stat().st_mode & 0o777 == 0o600
    kept = file.read_bytes()
    file.write_bytes(base64.b64encode(bytes(32)))
    assert code_of(marta.open()) == "unavailable"
    file.write_bytes(kept)
    assert marta.open().status_code == 200


# Patience


def wrong(colleague: Colleague, tries: int, **changes: Any) -> httpx.Response:
    for _ in range(tries - 1):
        colleague.open(**changes)
        colleague.central.clock.advance(WAIT_MAX_S)
    return colleague.open(**changes)


@pytest.mark.parametrize("factor", ["key", "code"])
def test_tries_are_counted_for_either_factor_and_a_restart_forgives_none(
    tmp_path: Path, factor: str
) -> None:
    url = fresh_database(tmp_path, "sqlite")
    central = make_central(tmp_path, url)
    marta = hired(central, "marta")
    changes = {factor: "wrong" if factor == "key" else marta.wrong_code()}
    for _ in range(FREE_TRIES):
        assert code_of(marta.open(**changes)) == "credentials-invalid"
    central.close()
    again = make_central(tmp_path, url)
    again.clock.instant = central.clock.instant
    marta = Colleague(again, "marta", marta.key, marta.seed)
    waits = marta.open()
    assert (waits.status_code, code_of(waits)) == (429, "throttled")
    assert waits.headers["Retry-After"] == "15"
    again.clock.advance(15)
    assert marta.open().status_code == 200
    again.close()


def test_after_twenty_wrong_tries_an_administrator_has_to_help(office: Central) -> None:
    marta = hired(office, "marta")
    wrong(marta, STOP_AT, key="wrong")
    office.clock.advance(WAIT_MAX_S)
    blocked = marta.open()
    assert (blocked.status_code, code_of(blocked)) == (403, "key-blocked")
    hired(office, "marta").sign_in()


def test_tries_without_a_device_never_make_the_terminals_wait(office: Central) -> None:
    office.services.settings.__dict__["site_failures_max"] = 1
    marta = hired(office, "marta")
    for _ in range(3):
        marta.open(key="wrong")
    assert enrolled(office).sign_in()


def test_one_client_may_not_try_for_ever(office: Central) -> None:
    marta = hired(office, "marta")
    for number in range(20):
        Colleague(office, f"x{number}", "wrong", marta.seed).open()
    slow = marta.open()
    assert (slow.status_code, code_of(slow)) == (429, "throttled")
    office.clock.advance(60)
    assert marta.open().status_code == 200


# The session


def test_a_silent_session_is_over(central: Central) -> None:
    marta = hired(central, "marta")
    marta.sign_in()
    for _ in range(3):
        central.clock.advance(299)
        assert alive(marta)
    central.clock.advance(300)
    assert not alive(marta)


def test_a_session_ends_by_age_however_busy_it_is(office: Central) -> None:
    office.services.settings.__dict__["staff"] = office.services.settings.staff.model_copy(
        update={"session_s": 900}
    )
    marta = hired(office, "marta")
    opened = marta.sign_in()
    assert (opened.expires_at - office.clock()).total_seconds() == 900
    for _ in range(4):
        office.clock.advance(200)
        assert alive(marta)
    office.clock.advance(100)
    assert not alive(marta)


def test_signing_out_ends_it_and_a_second_sign_in_ends_the_first(office: Central) -> None:
    marta = hired(office, "marta")
    marta.sign_in()
    first = marta.session
    marta.sign_in()
    second, marta.session = marta.session, first
    assert not alive(marta)
    marta.session = second
    answer = marta.ask("/v1/staff/sessions/close", i.CloseStaffSession)
    assert (answer.status_code, answer.content) == (204, b"")
    assert not alive(marta)
    assert len(trail(office, "staff-session-closed")) == 1


def test_who_left_is_out_at_once(office: Central) -> None:
    marta = hired(office, "marta")
    marta.sign_in()
    retire(office.services, "marta")
    assert not alive(marta)
    assert code_of(marta.open(code=marta.fresh_code())) == "credentials-invalid"


def test_a_session_is_worth_nothing_at_another_place(central: Central) -> None:
    here, there = enrolled(central), enrolled(central, point_of_sale="K02")
    marta = hired(central, "marta", here)
    marta.sign_in()
    assert alive(marta)
    for place in (there, None):
        marta.terminal = place
        assert not alive(marta)
    marta.sign_in()
    marta.terminal = here
    assert not alive(marta)


def test_a_stopped_device_is_no_place_to_sign_in(office: Central) -> None:
    terminal = enrolled(office)
    marta = hired(office, "marta", terminal)
    marta.sign_in()
    revoke(office.services, terminal.identity.device_id, "test")
    refused = marta.ask("/v1/staff/members/list", i.ListStaff)
    assert code_of(refused) == "device-revoked"
    assert code_of(marta.open(code=marta.fresh_code())) == "device-revoked"


def test_a_computer_from_outside_finds_nothing(office: Central) -> None:
    marta = hired(office, "marta")
    staff = office.services.settings.staff.model_copy(update={"networks": ()})
    office.services.settings.__dict__["staff"] = staff
    refused = marta.open()
    assert (refused.status_code, code_of(refused)) == (404, "not-found")
    marta.terminal = enrolled(office)
    assert marta.open().status_code == 200


def test_only_the_digest_of_a_token_is_kept(office: Central) -> None:
    marta = hired(office, "marta")
    marta.sign_in()

    def work(db: Session) -> list[StaffSession]:
        return list(db.scalars(select(StaffSession)))

    (row,) = office.services.database.run(work)
    assert marta.session not in (row.id, row.token_hash)


# One's own key


def test_a_key_is_changed_by_who_has_both_factors(office: Central) -> None:
    marta = hired(office, "marta")
    marta.sign_in()
    path, kind = "/v1/staff/key", i.ChangeStaffKey
    new = {"new_key": "otra clave larga"}
    for bad in (
        {"key": "wrong", "code": marta.fresh_code()},
        {"key": marta.key, "code": marta.wrong_code()},
    ):
        assert code_of(marta.ask(path, kind, **bad, **new)) == "credentials-invalid"
    both = {"key": marta.key, "code": marta.fresh_code()}
    assert code_of(marta.ask(path, kind, **both, new_key="corta")) == "key-too-weak"
    assert marta.ask(path, kind, **both, **new).json() == {"told": False}
    assert alive(marta)
    assert code_of(marta.open(code=marta.fresh_code())) == "credentials-invalid"
    marta.key = new["new_key"]
    marta.sign_in()
    assert len(trail(office, "staff-key-changed")) == 1
