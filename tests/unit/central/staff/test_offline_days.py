"""A desk before a real central whose line is cut: nothing is lost, nothing doubled, no money moves.

Whatever the day, in the end what each shift's last close expects is what the ledger says.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from central.ledger.statement import verify
from central.operations.consistency import contradictions
from central.staff.shifts.count import compare
from central.staff.shifts.tables import CloseKind, DeskMovement, Shift, ShiftClose
from central.staff.shifts.work import lines_of, moved_in
from kiosk.staff.desk import events as e
from kiosk.visit.events import Back, Continue
from tests.support.central import Central, fresh_database, make_central
from tests.support.offline_desk import OfflineDesk

BASE = 50_000
COUNT = {10_000: 5}


@pytest.fixture
def desk(office: Central, tmp_path: Path) -> OfflineDesk:
    return OfflineDesk(office, tmp_path / "desk").signs_in()


def closes(central: Central) -> list[list[tuple[str, int, int]]]:
    """Kind, cash expected and cash counted of each close, by shift, oldest first."""

    def work(db: Session) -> list[list[tuple[str, int, int]]]:
        shifts = db.scalars(select(Shift).order_by(Shift.opened_at, Shift.id)).all()
        told = []
        for shift in shifts:
            wanted = select(ShiftClose).where(ShiftClose.shift_id == shift.id)
            rows = db.scalars(wanted.order_by(ShiftClose.number)).all()
            lines = [(row.kind.value, lines_of(row)[0]) for row in rows]
            told.append([(kind, line.expected, line.counted) for kind, line in lines])
        return told

    return central.services.database.run(work)


def movements(central: Central) -> list[int]:
    rows = select(DeskMovement.amount).order_by(DeskMovement.at, DeskMovement.id)
    return central.services.database.run(lambda db: list(db.scalars(rows)))


def test_a_shift_opened_without_central_is_open_there_afterwards(
    desk: OfflineDesk, office: Central
) -> None:
    desk.cuts_the_line()
    desk.opens(BASE)
    assert (desk.screen, desk.body.drawer) == ("desk/Home", "opened")
    assert closes(office) == []
    (note,) = desk.notes
    assert (note.base, note.provisional) == (BASE, True)
    desk.mends_the_line()
    desk.goes_home()
    assert (desk.body.drawer, desk.body.told, desk.body.shift_open) == ("", "taken", True)
    desk.pays(20_000)
    assert movements(office) == [20_000]
    assert closes(office) == [[]]


def test_a_close_without_central_says_that_it_is_provisional(
    desk: OfflineDesk, office: Central
) -> None:
    desk.opens(BASE).pays(20_000).goes_home().cuts_the_line()
    desk.goes_home().closes({10_000: 6})
    assert (desk.body.stage, desk.body.provisional) == ("told", True)
    line = desk.body.lines[0]
    assert (line.expected, line.counted, line.difference) == ("$70.000", "$60.000", "-$10.000")
    assert not desk.body.must_explain  # nobody would hear it
    desk.enter()
    assert (desk.screen, desk.body.drawer) == ("desk/Home", "closed")
    assert closes(office) == [[]]
    desk.mends_the_line()
    desk.goes_home()
    assert (desk.screen, desk.body.provisional, desk.body.must_explain) == (
        "desk/Closing",
        False,
        True,
    )
    desk.fill("reason", "una moneda bajo la bandeja").enter()
    assert desk.body.explained == "una moneda bajo la bandeja"
    assert closes(office) == [[("provisional", 70_000, 60_000)]]
    assert desk.notes == ()


def test_what_was_never_answered_is_the_difference_of_the_recomputed_close(
    desk: OfflineDesk, office: Central
) -> None:
    desk.opens(BASE).goes_home()
    desk.send(e.Go("customer")).fill("id", "1990000001").enter().enter()
    desk.fill("amount", "20000").fill("given", "20000").enter()
    desk.line.loses_next = True
    desk.enter()
    desk.cuts_the_line()
    desk.goes_home().closes(COUNT)
    assert desk.body.unsent == 1
    assert desk.body.difference == "$0"  # as far as the desk knows
    desk.mends_the_line()
    desk.enter()
    assert closes(office) == [[("provisional", 50_000, 50_000), ("recomputed", 70_000, 50_000)]]
    assert desk.body.difference == "-$20.000"


def test_a_power_cut_loses_nothing_and_doubles_nothing(desk: OfflineDesk, office: Central) -> None:
    desk.cuts_the_line()
    desk.opens(BASE).loses_power()
    assert [note.provisional for note in desk.notes] == [True]
    desk.mends_the_line()
    # Central took it over, and the light went out before the desk heard of it.
    desk.line.cuts_power_after = "/shifts/provisional"
    desk.signs_in()
    assert desk.desk.member is None
    assert [note.provisional for note in desk.notes] == [True]
    desk.signs_in()
    assert desk.body.shift_open
    desk.cuts_the_line()
    desk.goes_home().closes(COUNT).loses_power()
    desk.mends_the_line()
    desk.line.cuts_power_after = "/shifts/provisional"
    desk.signs_in()
    desk.signs_in()
    assert closes(office) == [[("provisional", 50_000, 50_000)]]
    assert desk.notes == ()


def test_a_close_whose_answer_was_lost_is_not_closed_again(
    desk: OfflineDesk, office: Central
) -> None:
    desk.opens(BASE).goes_home().send(e.Go("close")).fill("piece_10000", "5").enter()
    desk.line.loses_next = True
    desk.enter()
    assert desk.body.offline
    desk.send(e.Go("close_offline"))
    assert desk.body.provisional
    desk.goes_home()
    assert closes(office) == [[("counted", 50_000, 50_000)]]


def test_an_opening_whose_answer_was_lost_opens_no_second_shift(
    desk: OfflineDesk, office: Central
) -> None:
    desk.send(e.Go("open")).fill("base", str(BASE))
    desk.line.loses_next = True
    desk.enter().send(e.Go("open_offline"))
    assert desk.body.drawer == "opened"
    desk.goes_home()
    assert desk.body.shift_open
    assert closes(office) == [[]]


def test_two_whole_shifts_without_central_are_two(desk: OfflineDesk, office: Central) -> None:
    desk.cuts_the_line()
    for base in (10_000, 20_000):
        desk.opens(base).closes({10_000: base // 10_000}).enter()
    desk.mends_the_line()
    desk.goes_home()
    assert closes(office) == [[("provisional", 10_000, 10_000)], [("provisional", 20_000, 20_000)]]


def test_a_disk_that_fails_keeps_nothing_and_says_so(
    desk: OfflineDesk, office: Central, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: Any, **_more: Any) -> None:
        raise OSError(28, "No space left on device")

    desk.cuts_the_line()
    desk.send(e.Go("open")).fill("base", "1000").enter()
    monkeypatch.setattr("kiosk.staff.desk.drawer.os.fsync", full)
    desk.send(e.Go("open_offline"))
    assert (desk.screen, desk.body.error) == ("desk/Opening", "disk")
    monkeypatch.undo()
    assert list(desk.notes) == []
    desk.send(e.Go("open_offline"))
    assert desk.body.drawer == "opened"
    desk.send(e.Go("close")).fill("piece_10000", "5").enter()
    monkeypatch.setattr("kiosk.staff.desk.drawer.os.fsync", full)
    desk.enter()
    assert (desk.screen, desk.body.error) == ("desk/Closing", "disk")
    monkeypatch.undo()
    assert [note.close for note in desk.notes] == [None]
    assert closes(office) == []


# -- no money without central

MONEY: dict[str, Callable[[OfflineDesk], object]] = {
    "top-up": lambda desk: desk.pays(20_000),
    "reversal": lambda desk: desk.send(e.Go("customer"), e.Go("reverse")).enter().enter(),
    "sale": lambda desk: desk.send(e.Go("customer"), e.Go("sell")).enter().enter().enter(),
    "expense": lambda desk: desk.send(e.Go("expense")).enter().enter().enter(),
    "settlement": lambda desk: desk.send(e.Go("settlement")).fill("number", "1").enter().enter(),
    "refund": lambda desk: desk.send(e.Go("queue"), e.Select("action", "refund")).enter().enter(),
    "unanswered": lambda desk: desk.send(e.Go("unanswered")).enter(),
}


@pytest.mark.parametrize("state", ["before", "opened", "closed", "open-at-central"])
def test_without_central_no_money_can_be_moved(
    desk: OfflineDesk, office: Central, state: str
) -> None:
    if state == "open-at-central":
        desk.opens(BASE).goes_home()
    desk.cuts_the_line()
    desk.goes_home()
    if state in ("opened", "closed"):
        desk.opens(BASE)
    if state == "closed":
        desk.closes(COUNT).enter()
    reached = list(desk.line.reached)
    for name, action in MONEY.items():
        action(desk)
        assert desk.moved == [], name
        assert desk.screen == "desk/Home", name
    assert movements(office) == []
    assert desk.line.reached == reached


def test_a_payment_that_was_begun_before_the_line_was_cut_moves_nothing(
    desk: OfflineDesk, office: Central
) -> None:
    desk.opens(BASE).goes_home().send(e.Go("customer")).fill("id", "1990000001").enter().enter()
    desk.fill("amount", "20000").fill("given", "20000").enter().cuts_the_line()
    desk.enter()
    assert desk.body.stage == "unclear"
    assert movements(office) == []
    desk.mends_the_line()
    desk.clarifies()
    assert movements(office) == []


# -- any day

pesos = st.integers(20, 2_000).map(lambda units: units * 50)
happenings = st.lists(
    st.one_of(
        st.just(("cut",)),
        st.just(("mend",)),
        st.just(("lose",)),
        st.just(("power",)),
        st.just(("power-while-handing-in",)),
        st.just(("home",)),
        st.tuples(st.just("open"), st.integers(0, 9)),
        st.tuples(st.just("close"), st.integers(0, 12)),
        st.tuples(st.just("pay"), pesos),
        st.tuples(st.just("pay"), pesos),
    ),
    max_size=14,
)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    folder = tmp_path_factory.mktemp("town")
    central = make_central(folder, fresh_database(folder, "sqlite"))
    yield central
    assert central.services.database.run(verify) == []
    assert central.services.database.run(lambda db: contradictions(db, "99")) == []
    central.close()


@pytest.mark.timeout(900)
@settings(max_examples=max(10, settings.default.max_examples // 6))
@given(day=happenings)
def test_whatever_the_day_what_is_expected_is_what_the_ledger_says(
    town: Central, tmp_path_factory: pytest.TempPathFactory, day: list[tuple[Any, ...]]
) -> None:
    desk = OfflineDesk(town, tmp_path_factory.mktemp("desk")).signs_in()
    before = shifts(town)
    opened = live(desk, day)
    settle(desk)
    made = [each for each in shifts(town) if each not in before]
    assert len(made) == opened
    assert all(told == [] for shift in made for told in [wrong(town, shift)])
    assert desk.notes == ()
    assert not desk.desk.mine


def live(desk: OfflineDesk, day: list[tuple[Any, ...]]) -> int:
    """Live it; how many shifts were opened as far as the cashier was told, or could not know."""
    known: set[str] = set()
    for happening in day:
        desk.central.clock.advance(60)
        if desk.desk.member is None:
            desk.signs_in()
        match happening:
            case ("cut",):
                desk.cuts_the_line()
            case ("mend",):
                desk.mends_the_line()
            case ("lose",):
                desk.line.loses_next = not desk.line.is_cut
            case ("power",):
                desk.loses_power()
            case ("power-while-handing-in",):
                desk.line.cuts_power_after = "/shifts/provisional"
            case ("home",):
                desk.goes_home()
            case ("open", tens):
                desk.goes_home().opens(tens * 10_000)
            case ("close", tens):
                desk.goes_home().closes({10_000: tens})
            case ("pay", amount):
                moved = len(desk.moved)
                offline_note = any(note.provisional for note in desk.desk.notes)
                desk.goes_home()
                if any(note.is_pending for note in desk.notes) or desk.line.is_cut:
                    desk.pays(amount)
                    assert len(desk.moved) == moved, offline_note
                else:
                    desk.pays(amount)
            case _:
                raise AssertionError(happening)
        known |= {note.shift_id for note in desk.notes}
        if desk.desk.shift is not None:
            known.add(desk.desk.shift.shift_id)
    return len(known)


def settle(desk: OfflineDesk) -> None:
    """In the end the line is whole, everything is handed in and asked about, and it is closed."""
    desk.mends_the_line()
    desk.line.loses_next, desk.line.cuts_power_after = False, ""
    if desk.desk.member is None:
        desk.signs_in()
    desk.goes_home().send(Back(), Continue())
    desk.goes_home().clarifies()
    if desk.desk.shift is not None:
        desk.closes({10_000: 3}).goes_home()
    desk.goes_home()


def shifts(central: Central) -> list[str]:
    return central.services.database.run(lambda db: list(db.scalars(select(Shift.id))))


def wrong(central: Central, shift_id: str) -> list[str]:
    """What is not as it should be with a shift."""

    def work(db: Session) -> list[str]:
        shift = db.get_one(Shift, shift_id)
        rows = db.scalars(
            select(ShiftClose).where(ShiftClose.shift_id == shift_id).order_by(ShiftClose.number)
        ).all()
        kinds = [row.kind for row in rows]
        found = []
        if shift.open_of is not None:
            found.append("still open")
        if sum(kind is not CloseKind.RECOMPUTED for kind in kinds) != 1:
            found.append(f"not closed once: {kinds}")
        if kinds[1:] not in ([], [CloseKind.RECOMPUTED]):
            found.append(f"more than one difference: {kinds}")
        if rows:
            counted = {line.form: line.counted for line in lines_of(rows[-1])}
            if lines_of(rows[-1]) != compare(shift.base, moved_in(db, shift), counted):
                found.append("expected is not what the ledger says")
        return found

    return central.services.database.run(work)
