"""Shifts looked at, opened again and recomputed; who may do what, and what the cashier sees."""

from typing import Any

import pytest

from kiosk.contract.staff import shifts as s
from kiosk.staff.desk import events as e
from kiosk.staff.desk.effects import Look
from kiosk.staff.desk.show_records import SHIFTS_A_PAGE
from kiosk.visit.events import Back
from tests.support.desk import CASHIER, NOW, SHIFT, Counter, closed, uuid

SUPERVISOR = (*CASHIER, "see-shifts", "see-cash")
ADMINISTRATOR = ("see-operations", "see-shifts", "reopen-shift", "see-cash")
WHY = "faltó una recarga"


def state(number: int, *closes: s.ShiftClosed, **changes: Any) -> s.ShiftState:
    values: dict[str, Any] = {
        "shift_id": uuid(number),
        "login": "luisa",
        "place": "C02",
        "base": 50_000,
        "opened_at": NOW,
        "closed_at": NOW if closes else None,
        "closes": closes,
    }
    return s.ShiftState(**(values | changes))


def at_shifts(*found: s.ShiftState, actions: tuple[str, ...] = ADMINISTRATOR) -> Counter:
    counter = Counter().at_home(shift=None, actions=actions, role="administrator")
    counter.send(e.Go("records"), e.Select("part", "shifts")).enter()
    return counter.replies(s.Shifts(shifts=found))


def keys(counter: Counter) -> dict[str, bool]:
    return {line.to: line.enabled for line in counter.body.keys}


def test_an_administrator_comes_in_and_is_offered_nothing_of_a_drawer() -> None:
    counter = Counter()
    assert counter.desk.stage.entry.needs in ADMINISTRATOR
    counter.at_home(shift=None, actions=ADMINISTRATOR, role="administrator")
    assert not counter.body.own
    assert keys(counter) == {
        "queue": True,
        "records": True,
        "refresh": True,
        "own_key": True,
    }
    for to in ("open", "customer", "close", "unanswered"):
        assert counter.send(e.Go(to)).view.screen == "desk/Home"


def test_whoever_sees_all_shifts_asks_for_all_and_others_for_their_own() -> None:
    counter = (
        Counter()
        .at_home(actions=ADMINISTRATOR)
        .send(e.Go("records"), e.Select("part", "shifts"))
        .enter()
    )
    counter.asked(s.ListShifts)
    counter = Counter().at_home().send(e.Go("records"), e.Select("part", "shifts")).enter()
    counter.asked(s.ListOwnShifts)
    counter.replies(s.Shifts(shifts=(state(1, closed(50_000, 50_000)),)))
    assert counter.body.own
    assert keys(counter) == {"refresh": True, "report": True}
    for to in ("reopen", "recompute"):
        assert counter.send(e.Go(to)).view.screen == "desk/Shifts"


def test_a_closed_shift_is_opened_again_with_a_reason() -> None:
    counter = at_shifts(state(1), state(2, closed(50_000, 49_500)))
    assert not any(keys(counter)[to] for to in ("reopen", "recompute", "report"))
    assert counter.send(e.Go("reopen")).view.screen == "desk/Shifts"
    counter.send(e.Select("shift", uuid(2)))
    assert (counter.body.closes[0].difference, counter.body.closes[0].sign) == ("-$500", "short")
    counter.send(e.Go("reopen")).enter()
    assert counter.body.error == "reason-missing"
    message = counter.fill("reason", WHY).enter().asked(s.ReopenShift)
    assert (message.shift_id, message.reason) == (uuid(2), WHY)
    counter.replies(s.ShiftOpened(shift_id=uuid(2), opened_at=NOW, base=50_000))
    counter.asked(s.ListShifts)
    again = s.ShiftReopening(at=NOW, by="marta", reason=WHY)
    opened = state(2, closed(50_000, 49_500), closed_at=None, reopened=(again,))
    counter.replies(s.Shifts(shifts=(state(1), opened)))
    assert (counter.body.told, counter.body.rows[1].standing) == ("reopened", "reopened")
    assert counter.body.rows[1].selected
    assert counter.body.reopened[0].reason == WHY


@pytest.mark.parametrize(("number", "told"), [(1, "same"), (2, "recomputed")])
def test_a_recomputation_says_whether_anything_differs(number: int, told: str) -> None:
    first = closed(50_000, 50_000)
    counter = at_shifts(state(2, first)).send(e.Go("recompute")).fill("reason", WHY).enter()
    assert counter.asked(s.RecomputeShift).shift_id == uuid(2)
    counter.replies(closed(70_000, 50_000, number=number, kind="recomputed"))
    counter.replies(s.Shifts(shifts=(state(2, first),)))
    assert counter.body.told == told


def test_a_refusal_keeps_the_reason_and_leads_back() -> None:
    counter = at_shifts(state(2, closed(1, 1))).send(e.Go("reopen")).fill("reason", WHY).enter()
    counter.fails("not-possible")
    assert (counter.body.error, counter.body.fields[0].text) == ("not-possible", WHY)
    counter.send(Back())
    counter.asked(s.ListShifts)
    counter.replies(s.Shifts(shifts=())).send(Back())
    assert counter.view.screen == "desk/Records"
    counter.send(Back())
    assert isinstance(counter.effects[0], Look)


def test_the_arrows_go_through_every_page() -> None:
    many = tuple(state(1, closed(1, 1), shift_id=f"shift-{n}") for n in range(SHIFTS_A_PAGE + 2))
    counter = at_shifts(*many)
    assert (counter.body.page, counter.body.pages) == (1, 2)
    counter.send(*(e.Go("down") for _ in range(SHIFTS_A_PAGE)))
    assert counter.body.page == 2
    assert [row.selected for row in counter.body.rows] == [True, False]
    counter.send(e.Go("down"), e.Go("down"), e.Go("down"))
    assert [row.selected for row in counter.body.rows] == [False, True]
    assert counter.send(*(e.Go("up") for _ in many)).body.rows[0].selected


def test_its_cashier_sees_on_the_first_screen_that_it_was_opened_again() -> None:
    again = s.ShiftReopening(at=NOW, by="marta", reason=WHY)
    counter = Counter().at_home(shift=SHIFT.model_copy(update={"reopened": again}))
    assert counter.body.shift_open
    assert "marta" in counter.body.reopened
    assert WHY in counter.body.reopened
    assert Counter().at_home().body.reopened == ""


def test_without_central_the_list_says_so() -> None:
    counter = (
        Counter()
        .at_home(actions=SUPERVISOR)
        .send(e.Go("records"), e.Select("part", "shifts"))
        .enter()
    )
    counter.fails("central-offline")
    assert (counter.body.error, counter.body.rows) == ("central-offline", ())
