"""Sign-in: the same answer for all failures, patience that ends, sessions bound to their device."""

import threading

import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central.devices.caller import Caller
from central.devices.tables import DeviceState
from central.operations.orders import open_order
from central.people.keys import KeyHasher
from central.people.sessions import open_session
from central.people.tables import Person, PersonSession, SignInFailure, Throttle
from central.people.throttle import UNKNOWN_ROWS_MAX, prune
from central.problems import Refusal
from central.records.tables import Incident
from central.sample import ANA, BENITO
from central.settings import KeyHashing
from kiosk.contract import messages as m
from kiosk.identity import IdType
from tests.support.central import Central, Terminal, enrolled

OPEN = "/v1/sessions/open"
WRONG = m.OpenSession(id_type=ANA.id_type, id_number=ANA.id_number, secure_key="wrong")
RIGHT = WRONG.model_copy(update={"secure_key": ANA.secure_key})
NOBODY = WRONG.model_copy(update={"id_number": "1990009999"})
NO_CEDULA = WRONG.model_copy(update={"id_number": "0"})


def codes(terminal: Terminal, message: m.OpenSession, times: int) -> list[str]:
    return [terminal.post(OPEN, message).json().get("code", "ok") for _ in range(times)]


def test_a_right_key_opens_a_session_with_a_masked_name(terminal: Terminal) -> None:
    opened = terminal.post(OPEN, RIGHT).json()
    assert opened["display_name"] == "A••• R•••••"
    assert len(opened["session"]) >= 43  # 256 bits


def test_only_a_digest_of_the_token_is_stored(central: Central, terminal: Terminal) -> None:
    token = terminal.sign_in()
    stored = central.services.database.run(
        lambda db: list(db.scalars(select(PersonSession.token_hash)))
    )
    assert token not in stored
    assert len(stored) == 1


@pytest.mark.parametrize("message", [WRONG, NOBODY, NO_CEDULA], ids=["key", "id", "no id"])
def test_the_answer_never_tells_what_was_wrong(lone: Terminal, message: m.OpenSession) -> None:
    answer = lone.post(OPEN, message)
    told = answer.json()
    del told["request_id"]
    assert (answer.status_code, told) == (
        401,
        {
            "type": "about:blank",
            "title": "credentials invalid",
            "status": 401,
            "code": "credentials-invalid",
            "detail": "",
        },
    )


@pytest.mark.parametrize("message", [WRONG, NOBODY], ids=["somebody", "nobody"])
def test_five_tries_are_free_then_the_waits_double(
    central: Central, terminal: Terminal, message: m.OpenSession
) -> None:
    assert codes(terminal, message, 6) == ["credentials-invalid"] * 5 + ["throttled"]
    waits = []
    for _ in range(4):
        answer = terminal.post(OPEN, message)
        waits.append(answer.json()["retry_after_s"])
        assert answer.headers["Retry-After"] == str(waits[-1])
        central.clock.advance(waits[-1])
        assert codes(terminal, message, 1) == ["credentials-invalid"]
    assert waits == [15, 30, 60, 120]


def test_the_wait_holds_for_the_right_key_too(lone: Terminal) -> None:
    codes(lone, WRONG, 5)
    assert codes(lone, RIGHT, 1) == ["throttled"]
    lone.central.clock.advance(15)
    assert codes(lone, RIGHT, 1) == ["ok"]


def test_a_success_forgets_the_failures(lone: Terminal) -> None:
    for _ in range(3):
        assert codes(lone, WRONG, 4) == ["credentials-invalid"] * 4
        assert codes(lone, RIGHT, 1) == ["ok"]


@pytest.mark.parametrize("message", [WRONG, NOBODY], ids=["somebody", "nobody"])
def test_twenty_failures_block_the_key(lone: Terminal, message: m.OpenSession) -> None:
    seen = []
    for _ in range(21):
        seen += codes(lone, message, 1)
        lone.central.clock.advance(3_601)
    assert seen == ["credentials-invalid"] * 20 + ["key-blocked"]
    if message is WRONG:
        assert codes(lone, RIGHT, 1) == ["key-blocked"]


def test_the_counter_is_shared_by_all_devices(lone: Terminal) -> None:
    codes(lone, WRONG, 5)
    assert codes(enrolled(lone.central), WRONG, 1) == ["throttled"]


class _PowerCut(BaseException):
    pass


def _cut(*_: object) -> bool:
    """Everything ends the moment a key is looked at."""
    raise _PowerCut


def counted(central: Central) -> tuple[list[int], int]:
    """Failures of each account's counter, and those of terminal and chamber."""
    return central.services.database.run(
        lambda db: (
            list(db.scalars(select(Throttle.failures))),
            db.scalar(select(func.count()).select_from(SignInFailure)) or 0,
        )
    )


@pytest.mark.parametrize("message", [RIGHT, NOBODY], ids=["somebody", "nobody"])
def test_a_power_cut_while_the_key_is_checked_leaves_the_try_counted(
    central: Central,
    terminal: Terminal,
    monkeypatch: pytest.MonkeyPatch,
    message: m.OpenSession,
) -> None:
    monkeypatch.setattr(KeyHasher, "matches", _cut)
    caller = Caller(terminal.identity.device_id, "99", "K01", DeviceState.ACTIVE)
    with pytest.raises(_PowerCut):
        open_session(central.services, caller, message)
    assert counted(central) == ([1], 1)


def test_a_power_cut_while_a_prepaid_key_is_checked_leaves_the_try_counted(
    central: Central, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    caller = Caller(terminal.identity.device_id, "99", "K01", DeviceState.ACTIVE)
    cart = terminal.cart(terminal.sign_in())
    assert counted(central) == ([0], 0)  # the right secure key took its try back

    monkeypatch.setattr(KeyHasher, "matches", _cut)
    with pytest.raises(_PowerCut):
        open_order(central.services, caller, cart)
    failures, at_terminal = counted(central)
    assert (sorted(failures), at_terminal) == ([0, 1], 1)


def test_pulling_the_plug_ten_times_stops_the_terminal(
    lone: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    caller = Caller(lone.identity.device_id, "99", "K01", DeviceState.ACTIVE)

    with monkeypatch.context() as patch:
        patch.setattr(KeyHasher, "matches", _cut)
        for number in range(10):
            message = WRONG.model_copy(update={"id_number": f"19900080{number:02}"})
            with pytest.raises(_PowerCut):
                open_session(lone.central.services, caller, message)
    assert codes(lone, RIGHT, 1) == ["throttled"]


def test_prepaid_keys_count_for_terminal_and_chamber_too(lone: Terminal) -> None:
    session = lone.sign_in()
    for number in range(10):
        cart = lone.cart(session, account_id_number=f"19900080{number:02}", prepaid_key="0000")
        assert lone.post("/v1/orders", cart).json()["code"] == "prepaid-key-invalid"
    assert lone.post("/v1/orders", lone.cart(session)).json()["code"] == "throttled"
    assert codes(lone, RIGHT, 1) == ["throttled"]


def test_many_tries_at_once_are_counted_one_by_one(central: Central, terminal: Terminal) -> None:
    barrier = threading.Barrier(14)
    seen: list[str] = []

    def guess(number: int) -> None:
        message = WRONG.model_copy(update={"id_number": f"19900080{number:02}"})
        barrier.wait(20)
        seen.extend(codes(terminal, message, 1))

    threads = [threading.Thread(target=guess, args=(number,)) for number in range(14)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(seen) == ["credentials-invalid"] * 10 + ["throttled"] * 4
    assert counted(central) == ([1] * 10, 10)


def test_one_key_tried_on_many_accounts_stops_the_terminal(lone: Terminal) -> None:
    for number in range(10):
        message = WRONG.model_copy(update={"id_number": f"19900080{number:02}"})
        assert codes(lone, message, 1) == ["credentials-invalid"]
    answer = lone.post(OPEN, RIGHT)
    assert (answer.json()["code"], answer.json()["retry_after_s"]) == ("throttled", 60)
    assert codes(enrolled(lone.central), RIGHT, 1) == ["ok"]
    lone.central.clock.advance(60)
    assert codes(lone, RIGHT, 1) == ["ok"]
    kinds = lone.central.services.database.run(lambda db: list(db.scalars(select(Incident.kind))))
    assert kinds == ["spraying"]


def test_counters_of_nobody_are_bounded(central: Central, terminal: Terminal) -> None:
    codes(terminal, NOBODY, 1)
    codes(terminal, WRONG, 1)
    database = central.services.database
    database.run(lambda db: prune(db, central.clock(), unknown_max=0))
    known = database.run(lambda db: list(db.scalars(select(Throttle.known))))
    assert known == [True]
    assert UNKNOWN_ROWS_MAX > 0


def test_a_session_is_worth_nothing_at_another_device(lone: Terminal) -> None:
    token = lone.sign_in()
    stranger = enrolled(lone.central)
    answer = stranger.post("/v1/account", m.FetchAccount(session=token))
    assert (answer.status_code, answer.json()["code"]) == (401, "session-expired")


def test_a_session_ends_after_twenty_minutes(lone: Terminal) -> None:
    token = lone.sign_in()
    lone.central.clock.advance(1_199)
    assert lone.account(token).has_prepaid_account
    lone.central.clock.advance(1)
    answer = lone.post("/v1/account", m.FetchAccount(session=token))
    assert answer.json()["code"] == "session-expired"


def test_a_closed_session_is_closed_and_closing_always_succeeds(lone: Terminal) -> None:
    token = lone.sign_in()
    for _ in range(2):
        answer = lone.post("/v1/sessions/close", m.CloseSession(session=token))
        assert (answer.status_code, answer.content) == (204, b"")
    answer = lone.post("/v1/account", m.FetchAccount(session=token))
    assert answer.json()["code"] == "session-expired"


def test_the_account_shows_what_belongs_to_the_person(lone: Terminal) -> None:
    account = lone.account(lone.sign_in())
    assert {r.name for r in account.registrations} >= {
        "Ana Lucía Rojas Peña",
        "Café de la Loma",
        "Distribuciones El Nogal S.A.S.",
    }
    assert "Rojas" not in account.display_name
    assert lone.account(lone.sign_in(BENITO)).available == 5_000


def test_hashes_with_old_parameters_are_renewed_at_sign_in(lone: Terminal) -> None:
    older = KeyHasher(KeyHashing(memory_kib=16, passes=1)).hash(ANA.secure_key)
    database = lone.central.services.database

    def put(db: Session) -> None:
        ana = select(Person).where(Person.id_number == ANA.id_number)
        db.scalars(ana).one().secure_key_hash = older

    database.run(put)
    lone.sign_in()
    stored = database.run(
        lambda db: db.scalar(
            select(Person.secure_key_hash).where(Person.id_number == ANA.id_number)
        )
    )
    assert stored != older
    assert lone.sign_in()


def test_only_so_many_keys_are_hashed_at_once() -> None:
    hasher = KeyHasher(KeyHashing(memory_kib=8, passes=1, concurrent=1, wait_s=0.01))
    entered, leave = threading.Event(), threading.Event()

    def occupy() -> None:
        with hasher._places:
            entered.set()
            leave.wait(10)

    thread = threading.Thread(target=occupy)
    thread.start()
    entered.wait(10)
    try:
        with pytest.raises(Refusal, match="unavailable"):
            hasher.hash("x")
    finally:
        leave.set()
        thread.join(10)
    assert hasher.matches(hasher.hash("x"), "x")


def test_passports_sign_in_by_letters_and_digits(lone: Terminal) -> None:
    message = m.OpenSession(id_type=IdType.PA, id_number="ax-1234", secure_key="x")
    assert codes(lone, message, 1) == ["credentials-invalid"]


def test_nobodys_key_costs_the_same_work_and_never_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    work: list[object] = []
    verify = PasswordHasher.verify

    def watched(self: PasswordHasher, stored: str, key: str) -> bool:
        work.append(extract_parameters(stored))
        try:
            return verify(self, stored, key)
        except VerifyMismatchError:  # the hash was made and compared
            work.append("compared")
            raise

    monkeypatch.setattr(PasswordHasher, "verify", watched)
    hasher = KeyHasher(KeyHashing(memory_kib=16, passes=2, lanes=2))
    assert not hasher.matches(None, "nobody")
    assert not hasher.matches(hasher.hash("right"), "wrong")
    nobody, anybody = work[:2], work[2:]
    assert nobody == anybody
    assert len(nobody) == 2
