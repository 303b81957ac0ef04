"""Live invariants: honest records pass, every planted contradiction is found and shuts the door."""

from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from kiosk.contract.problems import ProblemCode
from kiosk.station.integrity import EVERY_S, Integrity, accept_breach, read_breaches
from kiosk.station.invariants import INVARIANTS, contradictions
from kiosk.store.archive import KEPT, archive
from tests.support.kiosk import Crash, Crasher, FakeKiosk, fresh_state, make_order, problem


def broken(kiosk: FakeKiosk) -> dict[str, tuple[str, ...]]:
    return kiosk.real.read(contradictions)


def spoil(kiosk: FakeKiosk, *statements: str) -> None:
    """What no code of ours could write: with the database's own guards taken away."""

    def work(c: Connection) -> None:
        names = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for trigger in c.execute(text(names)).scalars().all():
            c.execute(text(f"DROP TRIGGER {trigger}"))
        for statement in statements:
            assert c.execute(text(statement)).rowcount, statement

    kiosk.real.write(work)


@pytest.mark.parametrize(
    "plan", ["ok", "clean", "retracted", "lost-none", "lost-part", "lost-whole"]
)
def test_every_way_a_purchase_ends_leaves_records_that_agree(kiosk: FakeKiosk, plan: str) -> None:
    kiosk.printer.plan.extend(["ok", plan])
    kiosk.buy(make_order(kiosk.ids, copies=3))
    assert broken(kiosk) == {}
    kiosk.settle()
    assert broken(kiosk) == {}


@pytest.mark.parametrize("at", range(1, 60, 3))
def test_a_power_cut_anywhere_leaves_records_that_agree(
    tmp_path: Path, template: Path, at: int
) -> None:
    crasher = Crasher(at=at)
    kiosk = FakeKiosk(fresh_state(tmp_path / "kiosk", template), crasher=crasher)
    with suppress(Crash):
        kiosk.buy(make_order(kiosk.ids, copies=2))
    kiosk.reboot()
    assert broken(kiosk) == {}
    crasher.at = 0
    kiosk.start()
    assert broken(kiosk) == {}
    kiosk.real.abandon()


def test_a_refused_and_a_parked_message_contradict_nothing(kiosk: FakeKiosk) -> None:
    kiosk.central.faults["capture"].append(problem(ProblemCode.VOIDED_BEFORE_CAPTURE, 409))
    kiosk.central.faults["authorise"].append(problem(ProblemCode.PRICE_CHANGED))
    kiosk.buy(make_order(kiosk.ids, copies=2))
    kiosk.buy(make_order(kiosk.ids, copies=1))
    assert broken(kiosk) == {}


_COPY_OUTBOX = (
    "INSERT INTO outbox SELECT 99, op_id, '{kind}', body, digest, created_at, attempts, "
    "next_try_at, last_error, outcome, done_at, parked_reason FROM outbox WHERE kind = 'capture' "
    "LIMIT 1"
)
PLANTED = {
    "I1 capture-needs-printed": ["UPDATE operations SET state = 'WAIT_PERSON', content = 'x'"],
    "I2 printed-is-told": [
        "UPDATE operations SET state = 'PRINTED'",
        "DELETE FROM outbox WHERE kind = 'capture'",
    ],
    "I3 one-capture": [_COPY_OUTBOX.format(kind="capture")],
    "I3 price-is-frozen": [
        "UPDATE outbox SET done_at = NULL, outcome = '' WHERE kind = 'authorise'",
        "UPDATE operations SET price_pesos = 1",
    ],
    "I5 given-up-is-told": ["UPDATE operations SET state = 'VOIDING'"],
    "I8 numbers-are-gapless": ["DELETE FROM outbox WHERE device_seq = 1"],
    "I8 audit-fits": ["UPDATE audit SET row = replace(row, 'boot', 'root') WHERE seq = 1"],
    "I9 nothing-after-void": [_COPY_OUTBOX.format(kind="void")],
}


@pytest.mark.parametrize("name", INVARIANTS)
def test_each_invariant_is_found_broken_when_it_is(kiosk: FakeKiosk, name: str) -> None:
    kiosk.buy(make_order(kiosk.ids, copies=1))
    assert broken(kiosk) == {}
    spoil(kiosk, *PLANTED[name])
    assert name in broken(kiosk)


def test_a_number_that_was_never_given_and_one_given_for_nothing_are_found(
    kiosk: FakeKiosk,
) -> None:
    kiosk.buy(make_order(kiosk.ids, copies=1))
    spoil(kiosk, "UPDATE counters SET device_seq = device_seq + 1")
    assert broken(kiosk)["I8 numbers-are-gapless"] == ("3",)
    spoil(kiosk, "UPDATE counters SET device_seq = device_seq - 2")
    assert broken(kiosk)["I8 numbers-are-gapless"] == ("2",)


def test_what_went_to_the_archive_is_there_and_nothing_is_there_twice(kiosk: FakeKiosk) -> None:
    kiosk.buy(make_order(kiosk.ids, copies=1))
    kiosk.clock.advance(KEPT.total_seconds() + 60)
    assert kiosk.real.write(lambda c: archive(c, kiosk.clock.now())) == 1
    assert broken(kiosk) == {}
    kiosk.buy(make_order(kiosk.ids, copies=1))
    assert broken(kiosk) == {}
    spoil(kiosk, "UPDATE outbox SET device_seq = 1 WHERE device_seq = 3")
    assert broken(kiosk)["I8 numbers-are-gapless"] == ("1", "3")


# Out of service.


def make_integrity(kiosk: FakeKiosk, told: list[str]) -> Integrity:
    return Integrity(kiosk.store, kiosk.clock, lambda name, _detail: told.append(name))


def test_a_breach_closes_the_machine_until_a_person_takes_it_on(kiosk: FakeKiosk) -> None:
    told: list[str] = []
    kiosk.buy(make_order(kiosk.ids, copies=1))
    integrity = make_integrity(kiosk, told)
    assert broken(kiosk) == {}
    spoil(kiosk, *PLANTED["I9 nothing-after-void"])
    integrity.is_sound()
    assert told == []
    kiosk.clock.advance(EVERY_S)
    integrity.is_sound()
    assert not integrity.is_sound()
    names = set(told)
    kiosk.clock.advance(EVERY_S)
    integrity.is_sound()
    assert set(told) == names
    assert len(told) == len(names)  # told once

    again: list[str] = []
    assert not make_integrity(kiosk, again).is_sound()
    assert again == []
    now = kiosk.clock.now()
    for name in names:
        for taken, why in ((True, "looked at it"), (False, "twice")):
            assert kiosk.store.write(partial(accept_breach, now=now, name=name, why=why)) is taken
    assert make_integrity(kiosk, again).is_sound()
    assert [breach.why for breach in kiosk.store.read(read_breaches)] == ["looked at it"] * len(
        names
    )


def test_what_others_see_is_reported_too(kiosk: FakeKiosk) -> None:
    told: list[str] = []
    integrity = make_integrity(kiosk, told)
    integrity.report("I8 witness 7", "central does not know this chain")
    integrity.report("I8 witness 7", "central does not know this chain")
    assert (integrity.is_sound(), told) == (False, ["I8 witness 7"])


def test_a_breach_is_never_deleted(kiosk: FakeKiosk) -> None:
    make_integrity(kiosk, []).report("x", "y")
    with pytest.raises(Exception, match="never deleted"):
        kiosk.real.write(lambda c: c.execute(text("DELETE FROM breaches")))
