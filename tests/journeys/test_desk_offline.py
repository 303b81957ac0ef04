"""A cashier whose line is cut: locked out and back, restarted and let in by telephone, handed in.

By keyboard at the real window, against the real central, which is switched off and on.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from sqlalchemy import select

from central.records.tables import AuditEntry
from kiosk.contract.staff import kiosks as k
from kiosk.store.entries import EVENTS
from tests.support.office import Office, open_office

IDLE_S = 310.0
PROBED_S = 11.0
"""After so long without a word from central it is asked whether it is there."""


@pytest.fixture
def office(tmp_path: Path, qapp: QGuiApplication, catalogues: Path) -> Iterator[Office]:
    with open_office(tmp_path) as made:
        yield made


def line_is_back(office: Office) -> None:
    office.server.on()
    office.passes(PROBED_S)


def types_key(office: Office, key: str, code: str = "000000") -> None:
    """Name, key and code at the door."""
    office.sees("desk/Door", lambda body: body.door.stage == "login")
    office.types("carlos").presses("Return").types(key).presses("Return")
    office.types(code).presses("Return")


def counts(office: Office, thousands: str) -> Any:
    """So many notes of fifty thousand, noted on this computer."""
    office.presses("F8")
    office.sees("desk/Closing", lambda body: body.stage == "count")
    office.presses("Tab").types(thousands).presses("Return")
    office.sees("desk/Closing", lambda body: body.stage == "sure")
    office.presses("Return")
    return office.sees("desk/Closing", lambda body: body.provisional)


def tried(body: Any, left: int) -> bool:
    """A wrong key was refused, and so many more are taken."""
    error = "return-wrong" if left else "return-over"
    return bool(body.error == error and body.door.tries_left == left)


def doors(office: Office) -> list[str]:
    """What central was told of the desk's door, in the order of the desk's own audit chain."""
    rows = select(AuditEntry).where(AuditEntry.action.in_(EVENTS))
    found = office.central.services.database.run(lambda db: list(db.scalars(rows)))
    return [row.action for row in sorted(found, key=lambda row: int(row.detail.split()[0]))]


def trail(office: Office, *actions: str) -> list[tuple[str, str]]:
    """What central's trail has of these, oldest first, and the last word of each."""
    rows = select(AuditEntry).where(AuditEntry.action.in_(actions)).order_by(AuditEntry.id)
    found = office.central.services.database.run(lambda db: list(db.scalars(rows)))
    return [(row.action, row.detail.split()[-1]) for row in found]


def test_who_was_locked_out_comes_back_counts_and_it_is_handed_in_by_itself(
    office: Office,
) -> None:
    office.signs_in()
    office.server.off()
    office.presses("F5")
    office.sees("desk/Home", lambda body: body.error == "central-offline")
    office.presses("F2")
    office.sees("desk/Opening")
    office.types("50000").presses("Return")
    office.sees("desk/Opening", lambda body: body.offline)
    office.presses("F7")
    home = office.sees("desk/Home", lambda body: body.drawer == "opened")
    assert home.local.entered == "central"

    # Central is back while Carlos sits there: nobody presses anything.
    line_is_back(office)
    home = office.sees("desk/Home", lambda body: body.shift_open)
    assert (home.told, home.drawer) == ("taken", "")
    assert "cámara" in office.text("handedText")

    # It goes away again, Carlos too; the desk locks itself. His key lets him back, and no other.
    office.server.off()
    office.presses("F5")
    office.sees("desk/Home", lambda body: body.error == "central-offline")
    office.passes(IDLE_S)
    door = office.sees("desk/Door", lambda body: body.offline)
    assert door.reason == "idle"
    types_key(office, "not-my-key")
    office.sees("desk/Door", lambda body: body.error == "return-wrong")
    assert "4" in office.text("errorText")
    office.types(office.staff["carlos"].key).presses("Return").types("000000").presses("Return")
    home = office.sees("desk/Home")
    assert home.local.entered == "key"
    assert [key.to for key in home.keys if key.enabled] == ["close"]
    assert "sin la cámara" in office.text("enteredText")
    told = counts(office, "2")
    assert (told.difference, told.must_explain) == ("+$50.000", False)

    # And back: what central computed comes up by itself, and is explained.
    line_is_back(office)
    shown = office.sees("desk/Closing", lambda body: body.handed_in)
    assert (shown.difference, shown.provisional, shown.must_explain) == ("+$50.000", False, True)
    assert office.text("handedText")
    office.types("sobraba del dia anterior").presses("Return")
    office.sees("desk/Closing", lambda body: body.explained == "sobraba del dia anterior")
    office.presses("Return")
    office.sees("desk/Home", lambda body: body.local is not None and body.local.is_back)
    office.presses("F5")
    assert office.sees("desk/Door").reason == "central-back"
    home = office.signs_in()
    assert not home.shift_open
    assert not home.drawer

    assert trail(office, "shift-opened-provisionally", "shift-closed-provisionally") == [
        ("shift-opened-provisionally", "central"),
        ("shift-closed-provisionally", "key"),
    ]
    tried_twice = ["offline-return-tried", "offline-return-tried", "offline-return-opened"]
    office.until(lambda: doors(office) == tried_twice)
    office.nothing_wrong()
    assert office.window.warnings == []


def test_after_a_restart_without_central_somebody_answers_by_telephone(office: Office) -> None:
    sofia = office.staff["sofia"]
    sofia.sign_in()  # elsewhere, where central can be reached
    office.signs_in()
    office.opens_shift(50_000)
    office.server.off()
    key = office.staff["carlos"].key
    with office.switched_off_and_on():
        types_key(office, key)
        office.sees("desk/Door", lambda body: body.error == "central-offline")
        office.presses("F3")
        office.sees("desk/Door", lambda body: body.door.stage == "role")
        office.presses("Right")
        office.sees("desk/Door", lambda body: body.door.roles[1].selected)
        office.presses("Left")
        office.sees("desk/Door", lambda body: body.door.roles[0].selected)
        office.presses("Return")
        asked = office.sees("desk/Door", lambda body: body.door.stage == "challenge").door
        assert office.text("challenge") == asked.challenge
        office.types("BBBBBBBB").presses("Return")
        office.sees("desk/Door", lambda body: body.error == "answer-wrong")
        answer = sofia.ask(
            "/v1/staff/challenges/answer",
            k.AnswerChallenge,
            device_id=office.desk.machine.device.device_id,
            fingerprint=asked.fingerprint,
            challenge=asked.challenge,
            technician="carlos",
            place="desk",
        )
        office.types(answer.json()["answer"].replace("-", "")).presses("Return")
        home = office.sees("desk/Home")
        assert (home.local.entered, home.local.shift_open) == ("challenge", True)
        assert [line.to for line in home.keys if line.enabled] == ["close"]
        assert counts(office, "1").difference == "$0"
        office.presses("Return")
        office.sees("desk/Home", lambda body: body.drawer == "closed")

        # Nobody of central's own word is here: it waits for a sign-in, and says so.
        line_is_back(office)
        office.sees("desk/Home", lambda body: body.local.is_back)
        assert office.text("backText")
        office.presses("F5")
        types_key(office, key, office.staff["carlos"].fresh_code())
        closed = office.sees("desk/Closing", lambda body: body.handed_in)
        assert closed.difference == "$0"
        office.presses("Return")
        office.sees("desk/Home", lambda body: not body.shift_open and not body.drawer)
        assert office.window.warnings == []
    assert trail(office, "shift-closed-provisionally") == [
        ("shift-closed-provisionally", "challenge")
    ]
    let_in = ["offline-entry-asked", "offline-entry-refused", "offline-entry-opened"]
    office.until(lambda: doors(office) == let_in)
    office.nothing_wrong()


def test_wrong_keys_and_a_power_cut_leave_no_key_to_try(office: Office) -> None:
    key = office.staff["carlos"].key
    office.signs_in()
    office.server.off()
    office.passes(IDLE_S)
    office.sees("desk/Door", lambda body: body.offline)
    office.types("carlos").presses("Return")
    for tries_left in (4, 3, 2, 1, 0):
        office.types("not-my-key").presses("Return").types("000000").presses("Return")
        office.sees("desk/Door", partial(tried, left=tries_left))
    office.types(key).presses("Return").types("000000").presses("Return")
    office.sees("desk/Door", lambda body: body.error == "central-offline")
    with office.switched_off_and_on():
        types_key(office, key)
        office.sees("desk/Door", lambda body: body.error == "central-offline")
        office.server.on()  # the next try finds it there
        office.types(key).presses("Return").types(office.staff["carlos"].fresh_code()).presses(
            "Return"
        )
        office.sees("desk/Home")
    office.until(lambda: doors(office) == ["offline-return-tried"] * 5)
