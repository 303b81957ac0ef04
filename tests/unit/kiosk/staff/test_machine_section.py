"""Messages set aside, the machine's heat, and turning it off: offered, done, noted, refused."""

from dataclasses import replace

import pytest

from kiosk.staff.maintenance import events as e
from kiosk.staff.maintenance.acts import can_act
from kiosk.staff.maintenance.bodies import Fact, Found
from kiosk.staff.maintenance.do_power import leaving
from kiosk.staff.maintenance.look_machine import temperature_fact
from kiosk.staff.maintenance.look_records import queue
from kiosk.staff.maintenance.runner import Runner
from kiosk.staff.maintenance.state import Maintenance, Setup
from kiosk.store import queries
from tests.support.kiosk import make_order
from tests.unit.kiosk.staff.conftest import Machine
from tests.unit.kiosk.staff.test_site_settings import TERESA
from tests.unit.kiosk.staff.test_upkeep_runner import do, noted, runner

__all__ = ["runner"]  # the fixture


@pytest.fixture
def parked(machine: Machine) -> int:
    """A message that central refused for good; its number."""
    kiosk = machine.kiosk
    kiosk.central.online = False
    kiosk.buy(make_order(kiosk.ids, copies=1))
    number = queries.waiting_items(kiosk.store)[0].device_seq
    kiosk.journal.park(number, "fingerprint-mismatch")
    return number


def test_only_what_is_set_aside_can_be_sent_once_more(machine: Machine, parked: int) -> None:
    rows = queue(machine.parts, "es", 1).rows
    assert (rows[0].ref, rows[0].word, rows[0].reason) == (parked, "parked", "fingerprint-mismatch")
    assert {row.ref for row in rows[1:]} <= {0}


def test_a_message_is_released_for_a_reason(machine: Machine, parked: int, runner: Runner) -> None:
    acted = do(runner, "release", "cause_mended", parked)
    assert (acted.told.code, acted.told.value) == ("released", str(parked))
    assert queries.parked_items(machine.kiosk.store) == ()
    assert machine.sent == 1
    assert noted(machine)[-1] == {
        "login": "teresa", "act": "release", "why": "cause_mended", "amount": str(parked),
        "outcome": "released",
    }  # fmt: skip


def test_a_message_that_is_not_set_aside_is_left_alone(
    machine: Machine, parked: int, runner: Runner
) -> None:
    assert do(runner, "release", "asked", parked).told.tone == "good"
    for number in (parked, parked + 100, -1):
        acted = do(runner, "release", "asked", number)
        assert (acted.told.code, acted.told.tone) == ("not_parked", "bad")
    assert machine.sent == 1


@pytest.mark.parametrize(
    ("celsius", "tone", "said"),
    [(54, "good", "54 °C"), (75, "care", "75 °C"), (90, "bad", "90 °C"), (None, "info", "")],
)
def test_the_heat_has_a_light(machine: Machine, celsius: int | None, tone: str, said: str) -> None:
    machine.celsius = celsius
    fact = temperature_fact(machine.parts)
    assert (fact.tone, fact.value) == (tone, said)
    assert (fact.word == "not_told") == (celsius is None)


@pytest.mark.parametrize("act", ["shut_down", "reboot"])
def test_the_machine_is_turned_off_when_it_is_noted_and_told(
    machine: Machine, runner: Runner, act: str
) -> None:
    told: list[e.Event] = []
    runner(
        e.Do(1, act, "teresa", "repair"),
        lambda event: told.append(event) if not machine.power.done else None,
    )
    assert (len(told), machine.power.done) == (1, [act])
    assert noted(machine)[-1]["act"] == act


def test_where_it_is_not_allowed_nothing_is_done(machine: Machine, runner: Runner) -> None:
    machine.power.allowed = False
    acted = do(runner, "shut_down", "repair")
    assert (acted.told.code, acted.told.tone) == ("not_allowed", "bad")
    assert machine.power.done == []


@pytest.mark.parametrize("allowed", [True, False])
def test_it_is_offered_only_where_it_is_allowed(machine: Machine, allowed: bool) -> None:
    machine.power.allowed = allowed
    state = Maintenance(
        Setup("Cámara"), stage="inside", member=TERESA, section="leave",
        found=leaving(machine.parts),
    )  # fmt: skip
    assert can_act(state, "shut_down") == can_act(state, "reboot") == allowed
    assert not can_act(replace(state, found=Found((Fact("power", word="unknown"),))), "reboot")
