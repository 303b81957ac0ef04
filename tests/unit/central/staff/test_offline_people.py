"""What central takes from a desk it could not be reached by: notes after silence, and its door."""

from datetime import timedelta
from typing import Any, get_args

import httpx
import pytest
from sqlalchemy import select

from central.db.ids import new_id
from central.records.tables import AuditEntry
from central.staff.find import active_member
from central.staff.members import reset, retire
from central.staff.rules import TABLE, Action
from kiosk.contract.offline_entry import DESK_ROLES, ROLES_AT
from kiosk.contract.signing import fingerprint_of_key
from kiosk.contract.staff import desk as t
from kiosk.contract.staff import entries as n
from kiosk.contract.staff import kiosks as k
from kiosk.contract.staff import provisional as p
from kiosk.contract.staff import shifts as s
from tests.support.central import START, Central, Terminal, enrolled
from tests.support.staff import Colleague, hired

SILENCE_S = 3_600
AGE_S = 43_200


@pytest.fixture
def carlos(office: Central) -> Colleague:
    colleague = hired(office, "carlos", enrolled(office, point_of_sale="C01"))
    colleague.sign_in()
    return colleague


def hands_in(colleague: Colleague, entered: str = "central") -> httpx.Response:
    """A shift that was opened and closed with nothing in it but its base, which is missing."""
    return colleague.ask(
        "/v1/staff/shifts/provisional",
        p.KeepProvisional,
        shift_id=new_id(),
        opened={"at": START, "base": 10_000, "entered": entered},
        closed={
            "close_id": new_id(),
            "at": START + timedelta(minutes=30),
            "pieces": (),
            "entered": entered,
        },
    )


def outcome(answer: httpx.Response) -> tuple[int, str]:
    code = answer.json()["code"] if answer.status_code >= 400 else ""
    return answer.status_code, code


def own_shift(colleague: Colleague) -> tuple[int, str]:
    return outcome(colleague.ask("/v1/staff/shifts/own", t.FindOwnShift))


OVER = (401, "session-expired")


def test_a_session_that_was_silent_hands_in_and_explains_and_does_nothing_else(
    carlos: Colleague, office: Central
) -> None:
    office.clock.advance(SILENCE_S)
    kept = p.ProvisionalKept.model_validate_json(hands_in(carlos).content)
    assert kept.close is not None
    told = carlos.ask("/v1/staff/shifts/explain", s.ExplainShift, shift_id=kept.close.shift_id)
    assert told.json()["explained"] == "as agreed"
    assert own_shift(carlos) == OVER  # handing in was no sign of life
    assert outcome(carlos.ask("/v1/staff/shifts/open", s.OpenShift, base=0)) == OVER


def test_twelve_hours_are_the_end_of_that_too(carlos: Colleague, office: Central) -> None:
    office.clock.advance(AGE_S)
    assert outcome(hands_in(carlos)) == OVER


def test_a_session_that_was_ended_stays_ended(carlos: Colleague, office: Central) -> None:
    """By signing out, by another desk, by a reset, by leaving: silence is something else."""
    old = carlos.session
    carlos.sign_in()
    new, carlos.session = carlos.session, old
    assert outcome(hands_in(carlos)) == OVER
    carlos.session = new
    assert hands_in(carlos).status_code == 200
    reset(office.services, "carlos")
    assert outcome(hands_in(carlos)) == OVER


def test_who_left_hands_nothing_in(carlos: Colleague, office: Central) -> None:
    retire(office.services, "carlos")
    assert outcome(hands_in(carlos)) == OVER


def test_the_token_is_worth_nothing_at_another_desk_or_in_the_office(
    carlos: Colleague, office: Central
) -> None:
    office.clock.advance(SILENCE_S)
    there, carlos.terminal = carlos.terminal, enrolled(office, point_of_sale="C02")
    assert outcome(hands_in(carlos)) == OVER
    carlos.terminal = None
    assert outcome(hands_in(carlos)) == OVER
    carlos.terminal = there
    assert hands_in(carlos).status_code == 200


def test_in_the_office_silence_ends_everything(office: Central) -> None:
    sofia = hired(office, "sofia")
    sofia.sign_in()
    office.clock.advance(SILENCE_S)
    assert outcome(hands_in(sofia)) == OVER


@pytest.mark.parametrize("entered", ["central", "key", "challenge"])
def test_the_trail_says_how_who_counted_had_come_in(
    carlos: Colleague, office: Central, entered: str
) -> None:
    hands_in(carlos, entered)
    for action in ("shift-opened-provisionally", "shift-closed-provisionally"):
        (row,) = trail(office, action)
        assert row.detail.split()[-1] == entered


# Lines about the door


def trail(central: Central, *actions: str) -> list[AuditEntry]:
    rows = select(AuditEntry).where(AuditEntry.action.in_(actions)).order_by(AuditEntry.id)
    found = central.services.database.run(lambda db: list(db.scalars(rows)))
    # Lines of one telling may have ids of the same moment; their own numbers tell the order.
    return sorted(found, key=lambda row: int(row.detail.split()[0]) if _tells(row) else 0)


def _tells(row: AuditEntry) -> bool:
    return row.action.startswith("offline-")


def line(seq: int, event: str = "offline-return-tried", **changes: Any) -> dict[str, Any]:
    return {"seq": seq, "at": START, "event": event, "login": "carlos", "detail": "4"} | changes


def tells(desk: Terminal, *lines: dict[str, Any]) -> httpx.Response:
    return desk.post("/v1/staff/entries", n.TellEntries.model_validate({"lines": lines}))


def test_each_line_of_a_door_is_noted_once_with_who_and_where(office: Central) -> None:
    desk = enrolled(office, point_of_sale="C01")
    first = (line(7), line(9, "offline-return-opened", detail=""))
    assert tells(desk, *first).json()["upto"] == 9
    again = tells(desk, *first, line(12, "offline-entry-asked", login="nadie", detail="cashier"))
    assert again.json()["upto"] == 12
    rows = trail(office, *get_args(n.EntryEvent))
    carlos = office.services.database.run(lambda db: active_member(db, "99", "carlos"))
    assert carlos is not None
    device_id = desk.identity.device_id
    assert [(row.action, row.actor, row.subject) for row in rows] == [
        ("offline-return-tried", carlos.id, device_id),
        ("offline-return-opened", carlos.id, device_id),
        ("offline-entry-asked", "nobody", device_id),
    ]
    assert rows[0].detail == f"7 {START.isoformat()} 4"
    assert tells(desk, *first).json()["upto"] == 12  # old ones change nothing
    assert len(trail(office, *get_args(n.EntryEvent))) == 3


def test_every_desk_counts_its_own_lines(office: Central) -> None:
    for place in ("C01", "C02"):
        assert tells(enrolled(office, point_of_sale=place), line(3)).json()["upto"] == 3
    assert len(trail(office, "offline-return-tried")) == 2


def test_a_computer_of_the_office_tells_of_no_door(office: Central) -> None:
    message = n.TellEntries.model_validate({"lines": (line(1),)})
    answer = office.http().post("/v1/staff/entries", content=message.model_dump_json())
    assert outcome(answer) == (409, "not-possible")
    assert trail(office, "offline-return-tried") == []


# The answer to a challenge of a desk


@pytest.mark.parametrize(
    ("place", "login", "status"),
    [
        ("desk", "carlos", 200),
        ("desk", "tomas", 409),  # maintains kiosks, counts no drawer
        ("desk", "marta", 409),
        ("desk", "sofia", 409),  # oneself
        ("kiosk", "carlos", 409),
        ("kiosk", "tomas", 200),
    ],
)
def test_who_is_let_in_where(office: Central, place: str, login: str, status: int) -> None:
    sofia = hired(office, "sofia")
    sofia.sign_in()
    desk = enrolled(office, point_of_sale="C01")
    answer = sofia.ask(
        "/v1/staff/challenges/answer",
        k.AnswerChallenge,
        device_id=desk.identity.device_id,
        fingerprint=fingerprint(desk),
        challenge="BCDF-GHJK",
        technician=login,
        place=place,
    )
    assert answer.status_code == status, answer.text


def fingerprint(desk: Terminal) -> str:
    return fingerprint_of_key(desk.key.public_key().public_bytes_raw())


def test_who_may_be_let_in_at_a_desk_is_who_works_a_shift_and_nobody_at_both() -> None:
    assert {role.value for role in TABLE[Action.WORK_SHIFT]} == set(DESK_ROLES)
    assert not set(ROLES_AT["desk"]) & set(ROLES_AT["kiosk"])
