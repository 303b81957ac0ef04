"""A technician at a kiosk without network, and who lets them in from the chamber."""

import base64
import secrets
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select, update

from central.devices.state import revoke, set_state
from central.devices.tables import Device, DeviceState
from central.records.tables import AuditEntry
from central.staff.rules import TABLE, Action
from central.staff.tables import StaffMember
from kiosk.contract import messages as m
from kiosk.contract.offline_entry import OFFLINE_ROLES, OfflineRole
from kiosk.contract.signing import fingerprint_of_key
from kiosk.contract.staff import kiosks as k
from kiosk.staff.offline_entry import Challenge, OfflineEntry, Opened, Over, Wrong
from tests.support.central import Central, ManualClock, Terminal, enrolled
from tests.support.staff import Colleague, hired

PATH = "/v1/staff/challenges/answer"


class BoxClock:
    """The kiosk's clock goes with central's."""

    def __init__(self, clock: ManualClock) -> None:
        self._clock = clock
        self.now = clock
        self.trusted = True

    def monotonic(self) -> float:
        return self._clock().timestamp()


class Kiosk:
    """The real kiosk's side, with the key and the pinned key of an enrolled device."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.key = terminal.key
        clock = BoxClock(terminal.central.clock)
        self.entry = OfflineEntry(
            terminal.identity.device_id,
            lambda: self.key,
            base64.b64decode(terminal.identity.central_key),
            clock,
            clock,
            secrets.token_bytes,
            lambda _event, _fields: None,
        )

    def ask(self, login: str = "tomas", role: OfflineRole = "technician") -> dict[str, Any]:
        """What is read out on the telephone."""
        shown = self.entry.ask(login, role)
        assert isinstance(shown, Challenge)
        return {
            "device_id": self.terminal.identity.device_id,
            "fingerprint": shown.fingerprint,
            "challenge": shown.text,
            "technician": login,
        }


@pytest.fixture
def kiosk(office: Central) -> Kiosk:
    return Kiosk(enrolled(office))


@pytest.fixture
def sofia(office: Central) -> Colleague:
    colleague = hired(office, "sofia")
    colleague.sign_in()
    return colleague


def answered(colleague: Colleague, told: dict[str, Any]) -> k.ChallengeAnswered:
    answer = colleague.ask(PATH, k.AnswerChallenge, **told)
    assert answer.status_code == 200, answer.text
    return k.ChallengeAnswered.model_validate_json(answer.content)


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_what_central_answers_opens_the_kiosk_once(
    kiosk: Kiosk, sofia: Colleague, office: Central
) -> None:
    told = answered(sofia, kiosk.ask())
    assert (told.role, told.day.isoformat()) == ("technician", "2026-11-21")
    opened = kiosk.entry.answer(told.answer)
    assert isinstance(opened, Opened)
    assert (opened.login, opened.role) == ("tomas", "technician")
    assert isinstance(kiosk.entry.answer(told.answer), Over)
    kiosk.ask()
    assert isinstance(kiosk.entry.answer(told.answer), Wrong)
    rows = select(AuditEntry).where(AuditEntry.action == "challenge-answered")
    (entry,) = office.services.database.run(lambda db: list(db.scalars(rows)))
    logins = select(StaffMember.login).where(StaffMember.id == entry.actor)
    assert office.services.database.run(lambda db: db.scalar(logins)) == "sofia"
    assert entry.subject == kiosk.terminal.identity.device_id
    assert entry.detail == "tomas technician as agreed"
    assert told.answer not in entry.detail


def test_the_role_is_the_one_central_knows(kiosk: Kiosk, sofia: Colleague) -> None:
    """Who claims more at the kiosk than they are gets an answer that does not fit."""
    told = answered(sofia, kiosk.ask("tomas", "administrator"))
    assert told.role == "technician"
    assert isinstance(kiosk.entry.answer(told.answer), Wrong)
    told = answered(sofia, kiosk.ask("marta", "administrator"))
    assert isinstance(kiosk.entry.answer(told.answer), Opened)


def test_an_answer_of_another_day_opens_nothing(
    kiosk: Kiosk, sofia: Colleague, office: Central
) -> None:
    asked = kiosk.ask()
    office.clock.advance(86_400)
    sofia.sign_in()
    tomorrow = answered(sofia, asked)
    office.clock.advance(-86_400 - 30)
    assert isinstance(kiosk.entry.answer(tomorrow.answer), Wrong)


def test_an_answer_for_another_kiosk_opens_nothing(
    kiosk: Kiosk, sofia: Colleague, office: Central
) -> None:
    other = Kiosk(enrolled(office, point_of_sale="K02"))
    asked = kiosk.ask()
    mistaken = asked | {"device_id": other.terminal.identity.device_id}
    assert refused(sofia.ask(PATH, k.AnswerChallenge, **mistaken)) == (409, "not-possible")
    shown = other.ask()
    told = answered(sofia, shown | {"challenge": asked["challenge"]})
    assert isinstance(kiosk.entry.answer(told.answer), Wrong)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"technician": "carlos"}, 409),
        ({"technician": "nobody"}, 409),
        ({"technician": "sofia"}, 409),
        ({"challenge": "AEIOUAEI"}, 409),
        ({"fingerprint": "999999"}, 409),
        ({"device_id": "01a1fcbc-61d3-70fc-b84e-e75c23e8a7b8"}, 404),
    ],
    ids=lambda value: str(value),
)
def test_who_and_what_does_not_fit_gets_no_answer(
    kiosk: Kiosk, sofia: Colleague, changes: dict[str, str], status: int
) -> None:
    answer = sofia.ask(PATH, k.AnswerChallenge, **(kiosk.ask() | changes))
    assert answer.status_code == status


def test_nobody_lets_themselves_in(kiosk: Kiosk, office: Central) -> None:
    marta = hired(office, "marta")
    marta.sign_in()
    own = kiosk.ask("marta", "administrator")
    assert refused(marta.ask(PATH, k.AnswerChallenge, **own)) == (409, "not-possible")


@pytest.mark.parametrize("login", ["carlos", "tomas"])
def test_who_may_not_answer_is_refused(kiosk: Kiosk, office: Central, login: str) -> None:
    colleague = hired(office, login)
    colleague.sign_in()
    answer = colleague.ask(PATH, k.AnswerChallenge, **kiosk.ask("marta", "administrator"))
    assert refused(answer) == (403, "not-entitled")


def test_a_revoked_kiosk_stays_closed_and_a_frozen_one_opens(
    kiosk: Kiosk, sofia: Colleague, office: Central
) -> None:
    services, device_id = office.services, kiosk.terminal.identity.device_id
    services.database.run(
        lambda db: set_state(db, device_id, DeviceState.FROZEN, "test", services.now())
    )
    assert isinstance(kiosk.entry.answer(answered(sofia, kiosk.ask()).answer), Opened)
    revoke(services, device_id, "test")
    assert refused(sofia.ask(PATH, k.AnswerChallenge, **kiosk.ask())) == (409, "not-possible")


def test_a_kiosk_that_lost_its_network_while_it_changed_its_key_is_let_in(
    kiosk: Kiosk, sofia: Colleague
) -> None:
    terminal = kiosk.terminal
    new = Ed25519PrivateKey.generate()
    text = base64.b64encode(new.public_key().public_bytes_raw()).decode()
    proof = new.sign(m.rotation_text(terminal.identity.device_id, text))
    message = m.RotateKey(public_key=text, proof=base64.b64encode(proof).decode())
    assert terminal.post("/v1/devices/rotate", message).status_code == 200
    assert isinstance(kiosk.entry.answer(answered(sofia, kiosk.ask()).answer), Opened)
    kiosk.key = new
    assert isinstance(kiosk.entry.answer(answered(sofia, kiosk.ask()).answer), Opened)


def test_a_key_that_is_none_gets_no_answer(kiosk: Kiosk, sofia: Colleague, office: Central) -> None:
    nothing = bytes(32)
    text = base64.b64encode(nothing).decode()
    office.services.database.run(lambda db: db.execute(update(Device).values(public_key=text)))
    asked = kiosk.ask() | {"fingerprint": fingerprint_of_key(nothing)}
    assert refused(sofia.ask(PATH, k.AnswerChallenge, **asked)) == (409, "not-possible")


def test_who_may_be_let_in_is_who_maintains_kiosks() -> None:
    assert {role.value for role in TABLE[Action.MAINTAIN_KIOSK]} == set(OFFLINE_ROLES)
