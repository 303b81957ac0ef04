"""The door of the staff: what is typed, what leaves, what stays."""

from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from kiosk.flow import read_intent
from kiosk.staff.entry import events as e
from kiosk.staff.entry.advance import advance
from kiosk.staff.entry.state import Entry, Member
from kiosk.staff.entry.view import SignInBody, body
from kiosk.staff.offline_entry import Challenge
from kiosk.visit.events import Back, Continue, Erase, KeyPressed, Show, Tick

KEY, CODE = "Zapato-verde-71", "135790"
CHALLENGE = Challenge("BCDF-GHJK", "418203", date(2026, 11, 21))
TERESA = Member("teresa", "Teresa", "technician", ("maintain-kiosk",), 9e9, 300.0, "s" * 43)


@dataclass
class Door:
    """One door in a test; ``effects`` are those of the last event."""

    entry: Entry = field(default_factory=lambda: Entry("maintain-kiosk", offline=True))
    effects: tuple[e.EntryEffect, ...] = ()
    now_s: float = 1_000.0

    def send(self, *events: e.EntryEvent) -> "Door":
        for event in events:
            self.entry, self.effects = advance(self.entry, event, self.now_s)
        return self

    def types(self, text: str) -> "Door":
        return self.send(*(KeyPressed(char) for char in text))

    def answer(self, event: e.EntryAnswer) -> "Door":
        return self.send(replace(event, request=self.entry.request))

    def to_code(self) -> "Door":
        return self.types("Teresa").send(Continue()).types(KEY).send(Continue())

    def to_challenge(self) -> "Door":
        self.types("teresa").send(e.GoOffline(), Continue())
        return self.answer(e.Challenged(0, CHALLENGE))

    @property
    def body(self) -> SignInBody:
        return body(self.entry, "es")


def test_name_key_and_code_leave_once_and_stay_nowhere() -> None:
    door = Door().to_code().types(CODE).send(Continue())

    [asked] = door.effects
    assert isinstance(asked, e.SignInAtCentral)
    assert (asked.login, asked.key, asked.code) == ("teresa", KEY, CODE)
    assert door.entry.key.text == door.entry.code == ""
    assert door.entry.checking
    assert KEY not in repr(asked)
    assert CODE not in repr(asked)
    assert door.answer(e.LetIn(0, TERESA)).entry.member == TERESA


def test_nothing_secret_is_in_a_view_or_a_log_line() -> None:
    door = Door().to_code().types(CODE)

    assert door.entry.key.text == KEY
    for said in (repr(door.body), repr(door.entry)):
        assert KEY not in said
        assert CODE not in said
    assert door.body.code_length == len(CODE)


def test_the_key_is_seen_only_while_the_button_is_held() -> None:
    door = Door().types("teresa").send(Continue()).types(KEY)

    assert door.send(Show(on=True)).body.key.shown == KEY
    assert door.send(Show(on=False)).body.key.shown == ""


def test_a_second_tap_asks_nothing_twice() -> None:
    door = Door().to_code().types(CODE).send(Continue(), Continue())

    assert door.effects == ()
    assert door.send(Back()).entry.checking


@pytest.mark.parametrize(
    ("code", "step"),
    [("credentials-invalid", "key"), ("central-offline", "key"), ("not-entitled", "login")],
)
def test_a_refusal_is_said_where_the_next_try_begins(code: str, step: str) -> None:
    door = Door().to_code().types(CODE).send(Continue()).answer(e.Refused(0, code))

    door.send(Tick())
    assert (door.entry.step, door.body.error, door.body.login) == (step, code, "teresa")
    assert not door.entry.checking


def test_a_throttle_counts_down_and_ends() -> None:
    door = Door().to_code().types(CODE).send(Continue()).answer(e.Refused(0, "throttled", 15))

    assert door.body.wait_s == 15
    door.types(KEY)
    assert not door.body.can_continue
    door.now_s += 14.5
    assert door.send(Tick()).body.wait_s == 1
    door.now_s += 0.6
    assert door.send(Tick()).body.wait_s == 0
    assert door.body.can_continue


def test_an_answer_to_an_older_request_opens_nothing_and_its_session_is_closed() -> None:
    door = Door().to_code().types(CODE).send(Continue())
    door.send(e.LetIn(door.entry.request - 1, TERESA))

    assert door.entry.member is None
    assert door.effects == (e.CloseAtCentral(TERESA.session),)


def test_only_what_a_login_or_a_code_may_hold_is_taken() -> None:
    door = Door().types("-T e.R'ñé9")
    assert door.body.login == "te.r9"

    door = Door().to_code().types("1a2²3456789")
    assert door.entry.code == "123456"
    assert door.send(Erase()).entry.code == "12345"
    assert not door.body.can_continue


def test_without_network_a_challenge_is_answered() -> None:
    door = Door().to_challenge()

    assert (door.body.challenge, door.body.fingerprint) == ("BCDF-GHJK", "418203")
    assert door.body.day == "21 de noviembre de 2026"
    door.types("bcdfghjkz")
    assert door.body.answer == "BCDFGHJK"
    door.send(Continue())
    assert door.effects == (e.TryAnswer(door.entry.request, "BCDFGHJK"),)
    assert door.body.answer == ""
    assert "BCDFGHJK" not in repr(door.effects)


def test_who_answers_has_to_know_the_role() -> None:
    door = Door().types("teresa").send(e.GoOffline(), e.SetRole("administrator"))
    assert door.send(e.SetRole("cashier")).entry.role == "administrator"

    door.send(Continue())

    assert door.effects == (e.AskChallenge(door.entry.request, "teresa", "administrator"),)


def test_a_wrong_answer_keeps_the_challenge_until_the_tries_are_over() -> None:
    door = Door().to_challenge().types("BCDFGHJK").send(Continue())
    door.answer(e.Refused(0, "answer-wrong", tries_left=2))
    assert (door.entry.step, door.body.tries_left) == ("challenge", 2)

    door.types("BCDFGHJK").send(Continue()).answer(e.Refused(0, "answer-wrong"))
    assert (door.entry.step, door.body.challenge) == ("role", "")


def test_a_desk_knows_no_way_without_central() -> None:
    door = Door(Entry("work-shift")).types("marta").send(e.GoOffline())

    assert door.entry.step == "login"
    assert not door.body.can_go_offline


def test_the_door_understands_its_screen_only() -> None:
    assert read_intent(e.INTENTS, "set_role", {"role": "technician"}) == e.SetRole("technician")
    for name, args in (("pay", {}), ("set_role", {}), ("set_role", {"role": 1})):
        with pytest.raises(ValueError, match="intent"):
            read_intent(e.INTENTS, name, args)
