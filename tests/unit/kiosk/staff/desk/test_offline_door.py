"""What central is told of a desk's door: every line of the audit chain once, whatever gets lost."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.contract.problems import Problem, ProblemCode
from kiosk.contract.staff import entries as m
from kiosk.ports import Offline
from kiosk.staff.desk.offline_door import TELL, make_teller
from kiosk.store import entries
from kiosk.store.ledger import put_audit
from kiosk.store.store import Store
from tests.support.kiosk import START, FakeClock


class Central:
    """Takes lines, or loses its answer."""

    def __init__(self) -> None:
        self.got: list[int] = []
        self.loses: Any = None

    def ask(self, path: str, message: Any, _reply: object) -> Any:
        assert path == TELL
        self.got += [line.seq for line in message.lines]
        return self.loses or m.EntriesTold(upto=message.lines[-1].seq)

    def tell(self, _path: str, _message: object) -> None:
        raise AssertionError("nothing is told without an answer")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path)
    yield made
    made.close()


def note(store: Store, event: str, **fields: str) -> None:
    store.write(lambda c: put_audit(c, START, event, **fields))


def tried(store: Store, times: int = 1) -> None:
    for _ in range(times):
        note(store, "offline-return-tried", login="carlos", left="4")


def test_only_the_doors_lines_are_told_and_once(store: Store) -> None:
    central = Central()
    tell = make_teller(store, central, FakeClock())
    tell()
    assert central.got == []
    note(store, "order", order_id="x")
    tried(store)
    note(store, "offline-entry-opened", login="sofia", role="supervisor")
    tell()
    first, second = central.got
    assert second == first + 1
    tell()
    assert central.got == [first, second]
    tried(store)
    tell()
    assert len(central.got) == 3


@pytest.mark.parametrize(
    "lost", [Offline("away"), Problem(status=503, code=ProblemCode.UNAVAILABLE)]
)
def test_a_lost_answer_is_told_again_with_the_same_numbers(store: Store, lost: Any) -> None:
    central = Central()
    tell = make_teller(store, central, FakeClock())
    tried(store, 2)
    central.loses = lost
    tell()
    central.loses = None
    tell()
    assert central.got[:2] == central.got[2:]
    tell()
    assert len(central.got) == 4


def test_a_long_outage_is_told_in_parts(store: Store) -> None:
    central = Central()
    tried(store, m.ENTRIES_MAX + 1)
    assert len(store.read(entries.untold)) == m.ENTRIES_MAX
    make_teller(store, central, FakeClock())()
    assert len(set(central.got)) == len(central.got) == m.ENTRIES_MAX + 1


def test_a_central_that_says_less_than_it_got_is_asked_no_more_this_time(store: Store) -> None:
    central = Central()
    tried(store)
    central.loses = m.EntriesTold(upto=0)
    make_teller(store, central, FakeClock())()
    assert len(central.got) == 1
