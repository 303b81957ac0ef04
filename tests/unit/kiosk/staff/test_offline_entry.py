"""A kiosk without network: who may open it, how often, how long, and what is noted."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.contract.offline_entry import Entry, OfflineRole, answer_to, read_letters
from kiosk.staff.offline_entry import (
    FIRST_WAIT_S,
    GOOD_FOR_S,
    OPEN_FOR_S,
    TRIES,
    WAIT_MAX_S,
    Challenge,
    ClockUnsure,
    Later,
    OfflineEntry,
    Opened,
    Over,
    Wrong,
)
from tests.support.kiosk import FakeClock

DEVICE = "01a1fcbc-61d3-70fc-b84e-e75c23e8a7b8"
KIOSK, CENTRAL, STRANGER = (
    Ed25519PrivateKey.from_private_bytes(bytes([n]) * 32) for n in (1, 2, 3)
)


def public(key: Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes_raw()


@dataclass
class KnownTime:
    """The clock's time, ahead by what the test says; trusted or not."""

    clock: FakeClock
    trusted: bool = True
    ahead: timedelta = timedelta(0)

    def now(self) -> datetime:
        return self.clock.now() + self.ahead


@dataclass
class Box:
    """A kiosk without network, and somebody at central's side of the telephone."""

    clock: FakeClock = field(default_factory=FakeClock)
    noted: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    drawn: Callable[[int], bytes] = field(default_factory=lambda: draws())

    def __post_init__(self) -> None:
        self.time = KnownTime(self.clock)
        self.entry = self.started()

    def started(self) -> OfflineEntry:
        """The kiosk after a start: it remembers nothing of what was asked."""
        return OfflineEntry(
            DEVICE,
            lambda: KIOSK,
            public(CENTRAL),
            self.clock,
            self.time,
            self.drawn,
            lambda event, fields: self.noted.append((event, fields)),
        )

    def ask(self, login: str = "tomas", role: OfflineRole = "technician") -> Challenge:
        found = self.entry.ask(login, role)
        assert isinstance(found, Challenge), found
        return found

    def wrong(self, tries: int = 1) -> None:
        for _ in range(tries):
            assert isinstance(self.entry.answer("ZZZZ-ZZZZ"), Wrong)


def draws() -> Callable[[int], bytes]:
    numbers = count(1)
    return lambda length: (next(numbers) * 7_919**4).to_bytes(length)


def answered(
    challenge: Challenge,
    login: str = "tomas",
    role: OfflineRole = "technician",
    days: int = 0,
    key: Ed25519PrivateKey = CENTRAL,
    device: str = DEVICE,
) -> str:
    """What central answers, told these things."""
    letters = read_letters(challenge.text)
    assert letters is not None
    entry = Entry(device, letters, role, login, challenge.day + timedelta(days=days))
    return answer_to(entry, key, public(KIOSK))


@pytest.fixture
def box() -> Box:
    return Box()


def test_the_right_answer_opens_for_a_while(box: Box) -> None:
    challenge = box.ask()
    opened = box.entry.answer(answered(challenge).lower())
    assert opened == Opened("tomas", "technician", box.clock.monotonic() + OPEN_FOR_S)
    who = {"login": "tomas", "role": "technician"}
    assert box.noted == [("offline-entry-asked", who), ("offline-entry-opened", who)]


def test_an_answer_opens_once(box: Box) -> None:
    right = answered(box.ask())
    assert isinstance(box.entry.answer(right), Opened)
    assert isinstance(box.entry.answer(right), Over)
    box.ask()
    assert isinstance(box.entry.answer(right), Wrong)


def test_an_answer_does_not_outlive_a_restart(box: Box) -> None:
    right = answered(box.ask())
    box.entry = box.started()
    assert isinstance(box.entry.answer(right), Over)
    box.ask()
    assert isinstance(box.entry.answer(right), Wrong)


@pytest.mark.parametrize(
    "told",
    [
        {"login": "otro"},
        {"role": "administrator"},
        {"days": 1},
        {"days": -1},
        {"key": STRANGER},
        {"device": "01a1fcbc-61d3-70fc-b84e-e75c23e8a7b9"},
    ],
    ids=lambda told: "-".join(f"{key}" for key in told),
)
def test_an_answer_for_something_else_is_wrong(box: Box, told: dict[str, object]) -> None:
    wrong = answered(box.ask(), **told)  # type: ignore[arg-type]
    assert box.entry.answer(wrong) == Wrong(TRIES - 1)
    assert box.noted[-1][0] == "offline-entry-refused"


def test_a_technicians_answer_makes_nobody_an_administrator(box: Box) -> None:
    challenge = box.ask("tomas", "administrator")
    assert isinstance(box.entry.answer(answered(challenge, role="technician")), Wrong)
    opened = box.entry.answer(answered(challenge, role="administrator"))
    assert isinstance(opened, Opened)
    assert opened.role == "administrator"


def test_a_cashier_has_nothing_to_do_here(box: Box) -> None:
    with pytest.raises(ValueError, match="cashier"):
        box.entry.ask("carlos", "cashier")


def test_the_day_it_was_asked_on_ends_it(box: Box) -> None:
    box.time.ahead = to_midnight(box) - timedelta(seconds=60)
    right = answered(box.ask())
    box.clock.advance(59)
    assert box.entry.answer("ZZZZ-ZZZZ") == Wrong(TRIES - 1)
    box.clock.advance(2)
    assert isinstance(box.entry.answer(right), Over)


def to_midnight(box: Box) -> timedelta:
    """Until the Colombian day ends, five hours after the one of UTC."""
    now = box.clock.now()
    end = now.replace(hour=5, minute=0, second=0, microsecond=0)
    return end + timedelta(days=1) - now if now >= end else end - now


def test_a_challenge_waits_a_quarter_of_an_hour(box: Box) -> None:
    right = answered(box.ask())
    box.clock.advance(GOOD_FOR_S - 1)
    assert isinstance(box.entry.answer(right), Opened)
    right = answered(box.ask())
    box.clock.advance(GOOD_FOR_S)
    assert isinstance(box.entry.answer(right), Over)


def test_a_second_challenge_ends_the_first(box: Box) -> None:
    first = answered(box.ask())
    second = answered(box.ask())
    assert first != second
    assert isinstance(box.entry.answer(first), Wrong)
    assert isinstance(box.entry.answer(second), Opened)


def test_three_wrong_answers_end_it_and_waits_double(box: Box) -> None:
    expected = FIRST_WAIT_S
    for _ in range(12):
        right = answered(box.ask())
        box.wrong(TRIES)
        assert isinstance(box.entry.answer(right), Over)
        assert box.entry.ask("tomas", "technician") == Later(int(expected) + 1)
        box.clock.advance(expected - 1)
        assert isinstance(box.entry.ask("tomas", "technician"), Later)
        box.clock.advance(1)
        expected = min(2 * expected, WAIT_MAX_S)
    assert expected == WAIT_MAX_S


def test_a_right_answer_forgives_the_wrong_ones_before(box: Box) -> None:
    box.ask()
    box.wrong(TRIES)
    box.clock.advance(FIRST_WAIT_S)
    assert isinstance(box.entry.answer(answered(box.ask())), Opened)
    box.ask()
    box.wrong(TRIES)
    box.clock.advance(FIRST_WAIT_S)
    assert box.ask().text


def test_without_a_sure_clock_nothing_is_asked_nor_opened(box: Box) -> None:
    right = answered(box.ask())
    box.time.trusted = False
    assert isinstance(box.entry.ask("tomas", "technician"), ClockUnsure)
    assert isinstance(box.entry.answer(right), Over)
