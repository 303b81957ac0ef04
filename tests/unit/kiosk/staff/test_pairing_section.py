"""Pairing anew on the screen: the code is typed and forgotten, compared, used or thrown away."""

from dataclasses import replace

import pytest

from kiosk.staff.maintenance import events as e
from kiosk.staff.maintenance.advance import advance
from kiosk.staff.maintenance.bodies import Fact, Found
from kiosk.staff.maintenance.pairing_form import PairingBody, TypeCode
from kiosk.staff.maintenance.runner import Runner
from kiosk.staff.maintenance.state import Maintenance, Setup
from kiosk.staff.maintenance.view import view
from kiosk.sync.enrol import EnrolmentFailed
from kiosk.sync.pairing import STAGED, staging
from kiosk.visit.events import Back, Erase, KeyPressed
from tests.support.kiosk import make_order
from tests.unit.kiosk.staff.conftest import Machine
from tests.unit.kiosk.staff.test_site_settings import TERESA
from tests.unit.kiosk.staff.test_upkeep_runner import noted, runner
from tests.unit.kiosk.sync.test_enrol import accept, try_to_enrol

__all__ = ["runner"]  # the fixture
INSIDE = Maintenance(
    Setup("Cámara"), stage="inside", member=TERESA, section="pairing", found=Found()
)
CODE = "BCDFGHJK"


def after(state: Maintenance, *events: e.Event) -> tuple[Maintenance, tuple[e.Effect, ...]]:
    effects: tuple[e.Effect, ...] = ()
    for event in events:
        state, effects = advance(state, event, 1.0)
    return state, effects


def typed(code: str) -> list[e.Event]:
    return [TypeCode(), *(KeyPressed(char) for char in code)]


def body(state: Maintenance) -> PairingBody:
    drawn = view(state).body
    assert isinstance(drawn, PairingBody)
    return drawn


def act(runner: Runner, name: str, code: str = "") -> e.Acted:
    told: list[e.Event] = []
    runner(e.Do(1, name, "teresa", "asked", typed=code), told.append)
    [acted] = told
    assert isinstance(acted, e.Acted)
    return acted


# -- the form -------------------------------------------------------------------------------------


def test_a_code_is_typed_and_leaves_with_the_act() -> None:
    state, _ = after(INSIDE, *typed(CODE), e.ActOn("pair_anew", "", 0))
    assert body(state).asking == "pair_anew"
    state, effects = after(state, e.Why("asked"))
    [wanted] = effects
    assert isinstance(wanted, e.Do)
    assert (wanted.act, wanted.why, wanted.typed) == ("pair_anew", "asked", CODE)
    assert (state.typed, state.editing) == ("", "")
    assert CODE not in repr(wanted)
    assert CODE not in repr(state)


def test_only_the_letters_of_a_code_are_taken_and_no_more_than_it_has() -> None:
    state, _ = after(INSIDE, *typed("BAE1bCDFGHJKLM"))
    assert (body(state).typed, body(state).can_pair) == (CODE, True)
    state, _ = after(state, Erase())
    assert (body(state).typed, body(state).can_pair) == (CODE[:-1], False)
    state, _ = after(state, Back())
    assert (body(state).typing, body(state).typed) == (False, "")


def test_another_section_has_no_code() -> None:
    state, _ = after(replace(INSIDE, section="queue"), *typed(CODE))
    assert state.typed == ""


@pytest.mark.parametrize(("can_restart", "staged"), [(True, False), (False, True), (True, True)])
def test_a_new_pairing_is_used_only_if_there_is_one_and_the_program_comes_back(
    can_restart: bool, staged: bool
) -> None:
    found = Found((Fact("new_fingerprint", "care", value="418203"),)) if staged else Found()
    state = replace(INSIDE, found=found, can_restart=can_restart)
    acts = {choice.code: choice.enabled for choice in body(state).acts}
    assert acts == {"use_pairing": can_restart and staged, "drop_pairing": staged}


# -- the deeds ------------------------------------------------------------------------------------


def test_what_is_open_keeps_the_machine_its_pairing(machine: Machine, runner: Runner) -> None:
    machine.kiosk.central.online = False
    machine.kiosk.buy(make_order(machine.kiosk.ids, copies=1))
    for name in ("pair_anew", "use_pairing"):
        acted = act(runner, name, CODE)
        assert acted.told.tone == "bad"
        assert acted.told.code in ("operations_open", "messages_waiting")
    assert machine.codes == []
    assert machine.restarted == 0


def test_a_code_is_never_written_down(machine: Machine, runner: Runner) -> None:
    machine.enrolled = lambda: "418203"
    acted = act(runner, "pair_anew", CODE)
    assert (acted.told.code, acted.told.value) == ("paired_anew", "418203")
    assert machine.codes == [CODE]
    assert CODE not in str(noted(machine))
    assert noted(machine)[-1]["outcome"] == "paired_anew"


def test_a_code_that_central_refuses_leaves_nothing_behind(
    machine: Machine, runner: Runner
) -> None:
    def refused() -> str:
        staging(machine.kiosk.state_dir)
        raise EnrolmentFailed("enrol-code-invalid")

    machine.enrolled = refused
    assert act(runner, "pair_anew", CODE).told.code == "enrol-code-invalid"
    assert not (machine.kiosk.state_dir / STAGED).exists()


def test_the_new_pairing_is_used_by_the_next_start(machine: Machine, runner: Runner) -> None:
    assert act(runner, "use_pairing").told.code == "no_new_pairing"
    try_to_enrol(staging(machine.kiosk.state_dir), accept)
    assert act(runner, "use_pairing").told.code == "pairing_used"
    assert machine.restarted == 1
    assert (machine.kiosk.state_dir / STAGED / "confirmed").exists()
    assert noted(machine)[-1]["outcome"] == "pairing_used"  # this run goes on with its own store


def test_a_new_pairing_may_be_thrown_away(machine: Machine, runner: Runner) -> None:
    try_to_enrol(staging(machine.kiosk.state_dir), accept)
    assert act(runner, "drop_pairing").told.code == "pairing_dropped"
    assert not (machine.kiosk.state_dir / STAGED).exists()
    assert machine.restarted == 0
