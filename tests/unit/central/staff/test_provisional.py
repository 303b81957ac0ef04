"""A shift that a desk opened and closed without central: taken over once, judged by the ledger."""

from datetime import timedelta
from typing import Any

import pytest

from central.db.ids import new_id
from kiosk.contract.staff import provisional as p
from kiosk.contract.staff import shifts as s
from tests.support.central import START, Central, enrolled
from tests.support.staff import Colleague, hired

STAFF = "/v1/staff"
BASE = 50_000


@pytest.fixture
def carlos(office: Central) -> Colleague:
    return at_a_desk(office)


def at_a_desk(central: Central) -> Colleague:
    colleague = hired(central, "carlos", enrolled(central, point_of_sale="C01"))
    colleague.sign_in()
    return colleague


def opened(base: int = BASE, at: Any = START) -> dict[str, Any]:
    return {"at": at, "base": base}


def closed(notes: int, moved: int = 0, **changes: Any) -> dict[str, Any]:
    """Counted: so many notes of ten thousand; believed: so much cash came in."""
    values: dict[str, Any] = {
        "close_id": new_id(),
        "at": START + timedelta(minutes=30),
        "pieces": ({"denomination": 10_000, "count": notes},),
    }
    if moved:
        values["moved"] = ({"payment_form": "01", "pesos": moved},)
    return values | changes


def hand_in(colleague: Colleague, shift_id: str, **parts: Any) -> p.ProvisionalKept:
    answer = colleague.ask(
        f"{STAFF}/shifts/provisional", p.KeepProvisional, shift_id=shift_id, **parts
    )
    assert answer.status_code == 200, answer.text
    return p.ProvisionalKept.model_validate_json(answer.content)


def open_online(colleague: Colleague, **more: Any) -> str:
    answer = colleague.ask(f"{STAFF}/shifts/open", s.OpenShift, base=BASE, **more)
    assert answer.status_code == 200, answer.text
    return str(answer.json()["shift_id"])


def pays(colleague: Colleague, pesos: int) -> None:
    answer = colleague.ask(
        f"{STAFF}/shifts/top-up",
        s.TopUp,
        top_up_id=new_id(),
        account_id_type="CC",
        account_id_number="1990000001",
        payment_form="01",
        amount=pesos,
    )
    assert answer.status_code == 200, answer.text


def mine(colleague: Colleague) -> s.Shifts:
    answer = colleague.ask(f"{STAFF}/shifts/mine", s.ListOwnShifts)
    return s.Shifts.model_validate_json(answer.content)


def kinds(colleague: Colleague) -> list[list[str]]:
    """The kinds of the closes of each shift, oldest shift first."""
    return [[close.kind for close in each.closes] for each in reversed(mine(colleague).shifts)]


def test_opened_without_central_it_is_open_at_central_afterwards(
    carlos: Colleague, office: Central
) -> None:
    shift_id = new_id()
    office.clock.advance(120)
    kept = hand_in(carlos, shift_id, opened=opened())
    assert kept.shift is not None
    assert (kept.shift.shift_id, kept.shift.opened_at, kept.shift.base) == (shift_id, START, BASE)
    assert hand_in(carlos, shift_id, opened=opened()) == kept
    pays(carlos, 20_000)
    assert len(mine(carlos).shifts) == 1


def test_what_the_desk_believed_and_what_the_ledger_says_stand_side_by_side(
    carlos: Colleague, office: Central
) -> None:
    """One answer of two was lost: the desk knew of 20.000, the ledger has 50.000."""
    shift_id = open_online(carlos)
    pays(carlos, 20_000)
    pays(carlos, 30_000)
    office.clock.advance(3_600)
    carlos.sign_in()
    kept = hand_in(carlos, shift_id, closed=closed(7, 20_000, unsent=1))
    assert kept.shift is None
    assert kept.close is not None
    assert (kept.close.kind, kept.close.number) == ("recomputed", 2)
    assert kept.close.forms[0].difference == 70_000 - BASE - 50_000
    (shift,) = mine(carlos).shifts
    assert [(each.kind, each.forms[0].difference) for each in shift.closes] == [
        ("provisional", 0),
        ("recomputed", -30_000),
    ]
    assert shift.closes[0].unsent == 1
    assert shift.closed_at == START + timedelta(minutes=30)


def test_a_desk_that_believed_rightly_leaves_one_close(carlos: Colleague) -> None:
    shift_id = open_online(carlos)
    pays(carlos, 20_000)
    kept = hand_in(carlos, shift_id, closed=closed(7, 20_000))
    assert kept.close is not None
    assert (kept.close.kind, kept.close.forms[0].difference) == ("provisional", 0)
    assert kinds(carlos) == [["provisional"]]


def test_handed_in_again_it_is_still_one(central: Central) -> None:
    carlos = at_a_desk(central)
    shift_id = new_id()
    parts = {"opened": opened(), "closed": closed(5)}
    first = hand_in(carlos, shift_id, **parts)
    assert hand_in(carlos, shift_id, **parts) == first
    # Another count of a shift that is closed does not become a second close.
    late = hand_in(carlos, shift_id, opened=opened(), closed=closed(4))
    assert late.superseded
    assert late.close == first.close
    assert kinds(carlos) == [["provisional"]]


def test_a_close_whose_answer_was_lost_is_the_one_that_came(carlos: Colleague) -> None:
    shift_id, close_id = open_online(carlos), new_id()
    pieces = (s.Pieces(denomination=10_000, count=5),)
    values = {"pieces": pieces, "close_id": close_id}
    first = carlos.ask(f"{STAFF}/shifts/close", s.CloseShift, **values).json()
    assert carlos.ask(f"{STAFF}/shifts/close", s.CloseShift, **values).json() == first
    kept = hand_in(carlos, shift_id, closed=closed(5, close_id=close_id))
    assert not kept.superseded
    assert kept.close is not None
    assert (kept.close.kind, kept.close.number) == ("counted", 1)
    assert kinds(carlos) == [["counted"]]


def test_an_opening_whose_answer_was_lost_is_the_one_that_came(carlos: Colleague) -> None:
    shift_id = new_id()
    assert open_online(carlos, shift_id=shift_id) == shift_id
    assert open_online(carlos, shift_id=shift_id) == shift_id
    kept = hand_in(carlos, shift_id, opened=opened())
    assert kept.shift is not None
    assert (kept.shift.shift_id, kept.superseded) == (shift_id, False)
    assert len(mine(carlos).shifts) == 1


def test_where_another_one_is_open_that_one_goes_on(central: Central) -> None:
    carlos = at_a_desk(central)
    online = open_online(carlos)
    kept = hand_in(carlos, new_id(), opened=opened(70_000))
    assert kept.superseded
    assert kept.shift is not None
    assert kept.shift.shift_id == online
    # One that was opened and closed in the meantime is complete, and stands beside it.
    whole = hand_in(carlos, new_id(), opened=opened(), closed=closed(5))
    assert whole.close is not None
    assert not whole.superseded
    assert sorted(kinds(carlos)) == [[], ["provisional"]]


def test_nobody_hands_in_anybody_elses(carlos: Colleague, office: Central) -> None:
    shift_id = open_online(carlos)
    sofia = hired(office, "sofia")
    sofia.sign_in()
    answer = sofia.ask(
        f"{STAFF}/shifts/provisional",
        p.KeepProvisional,
        shift_id=shift_id,
        opened=opened(),
        closed=closed(5),
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "not-possible")
    unknown = carlos.ask(
        f"{STAFF}/shifts/provisional", p.KeepProvisional, shift_id=new_id(), closed=closed(5)
    )
    assert (unknown.status_code, unknown.json()["code"]) == (409, "not-possible")
    assert kinds(carlos) == [[]]


def test_a_clock_that_is_ahead_closes_nothing_in_the_future(
    carlos: Colleague, office: Central
) -> None:
    late = START + timedelta(days=3)
    hand_in(carlos, new_id(), opened=opened(at=late), closed=closed(5, at=late))
    (shift,) = mine(carlos).shifts
    assert shift.closed_at == shift.opened_at == office.clock()


def test_a_count_says_each_thing_once() -> None:
    twice = ({"denomination": 50, "count": 1}, {"denomination": 50, "count": 2})
    for parts in (
        {"closed": closed(1, pieces=twice)},
        {"closed": closed(1) | {"moved": ({"payment_form": "01", "pesos": 1},) * 2}},
        {},
    ):
        with pytest.raises(ValueError, match="validation error"):
            p.KeepProvisional.model_validate(
                {"staff_session": "x" * 43, "shift_id": new_id(), **parts}
            )
