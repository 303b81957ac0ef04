"""Old failures first, then fixed fresh seeds; the same seed twice is the same schedule."""

from collections import Counter
from pathlib import Path

import pytest

from central.staff.sales import sell
from central.staff.sales.tables import DeskSale
from kiosk.purchase import evidence
from kiosk.purchase.operation import State
from tests.proofs.mutants import ROOT, patched
from tests.simulation import lean
from tests.simulation.batch import ENOUGH, Batch, quiet, run_batch
from tests.simulation.chances import HARSH, LYING, PROFILES, TRUTHFUL
from tests.simulation.mutants import Planted, planted
from tests.simulation.service import REPLACED
from tests.simulation.world import World

PLANTED_MIN = 30
GUESS_SEEN_BY = 60
DESK_SEEDS = range(201, 206)
_FRESH = {TRUTHFUL: range(1, 31), HARSH: range(101, 111), LYING: range(1, 11)}


@pytest.fixture(autouse=True)
def _the_product_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """A schedule stands in for parts of the product; the next test of this process wants them."""
    for module, name in REPLACED:
        monkeypatch.setattr(module, name, getattr(module, name))


def _regressions() -> list[tuple[str, int]]:
    text = Path(__file__).with_name("regressions.txt").read_text("utf-8")
    lines = (line.partition("#")[0].split() for line in text.splitlines())
    return [(line[0], int(line[1])) for line in lines if line]


@pytest.mark.timeout(300)
@pytest.mark.parametrize("profile", PROFILES)
def test_no_invariant_breaks_in_old_failures_and_fixed_schedules(profile: str) -> None:
    old = [seed for name, seed in _regressions() if name == profile]
    batch = run_batch([*old, *_FRESH[profile]], profile)
    assert [(each.seed, each.breaches) for each in batch.failed] == []
    assert batch.schedules == len(old) + len(_FRESH[profile])
    assert batch.operations > batch.schedules
    assert sum(batch.faults.values()) > batch.schedules


@pytest.mark.parametrize(("seed", "profile"), [(3, TRUTHFUL), (4, LYING)])
def test_a_seed_is_a_schedule(seed: int, profile: str) -> None:
    quiet()
    first, again = (World(seed, profile).run() for _ in range(2))
    assert first.trace == again.trace
    assert first.digest == again.digest


@pytest.mark.parametrize("profile", PROFILES)
def test_the_short_way_to_the_database_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, profile: str
) -> None:
    quiet()
    seeds = range(20, 25)
    short = [World(seed, profile).run().digest for seed in seeds]
    monkeypatch.setattr(lean, "is_on", False)
    assert [World(seed, profile).run().digest for seed in seeds] == short


def test_a_large_batch_fails_by_what_it_never_saw() -> None:
    unseen = Batch(TRUTHFUL, schedules=ENOUGH).never_seen()
    assert {"net: request lost", "kiosk: PRINTED > CAPTURED", "central: EXPIRED"} <= set(unseen)
    almost = Batch(TRUTHFUL, schedules=ENOUGH)
    almost.faults.update(unseen)
    almost.states.update(unseen)
    assert almost.never_seen() == []
    del almost.faults["net: request lost"]
    assert almost.never_seen() == ["net: request lost"]
    assert Batch(TRUTHFUL, schedules=ENOUGH - 1).never_seen() == []


@pytest.mark.parametrize("mutant", planted(), ids=lambda mutant: mutant.name)
def test_a_planted_bug_still_fits(mutant: Planted) -> None:
    assert patched(ROOT, mutant.patch, "--check")


def test_there_are_enough_planted_bugs() -> None:
    assert sum(not mutant.excuse for mutant in planted()) >= PLANTED_MIN


@pytest.mark.timeout(300)
@pytest.mark.parametrize("profile", [TRUTHFUL, HARSH])
def test_no_invariant_breaks_for_what_the_staff_sells(profile: str) -> None:
    quiet()
    outcomes = [World(seed, profile, at_desk=True).run() for seed in DESK_SEEDS]
    assert [(each.seed, each.breaches) for each in outcomes if each.breaches] == []
    states = sum((each.states for each in outcomes), Counter[str]())
    assert states["central: CAPTURED"]
    assert states["counter: money back"]


def test_a_payment_that_pays_for_two_orders_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cashier tries it in both rounds; in the second the rules against it are taken out."""
    quiet()
    for is_planted in (False, True):
        found: list[str] = []
        for seed in DESK_SEEDS:
            world = World(seed, TRUTHFUL, at_desk=True)
            assert world.counter is not None
            world.counter.reuses = True
            if is_planted:
                columns = ", ".join(column.name for column in DeskSale.__table__.columns)
                world.central.raw.execute("DROP TABLE desk_sales")
                world.central.raw.execute(f"CREATE TABLE desk_sales ({columns})")
                monkeypatch.setattr(sell, "_must_be_unused", lambda *_args: None)
            found += [breach.what for breach in world.run().breaches]
        assert any("one payment behind several orders" in what for what in found) is is_planted
        assert is_planted or not found


def test_a_machine_that_guesses_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """The suite's own control: what is uncertain is taken for printed."""
    monkeypatch.setattr(evidence, "verdict", lambda *_, **__: State.PRINTED)
    batch = run_batch(range(1, GUESS_SEEN_BY), TRUTHFUL, stop_at_first=True)
    assert {breach.invariant for outcome in batch.failed for breach in outcome.breaches} == {"I1"}
