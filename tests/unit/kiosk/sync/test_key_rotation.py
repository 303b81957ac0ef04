"""Key rotation against the real central: crash-safe at each step, the old key goes after a day."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from central.devices.tables import Device as CentralDevice
from kiosk.contract import messages as m
from kiosk.contract.problems import Problem, ProblemCode
from kiosk.store import witnesses
from kiosk.sync.device_key import (
    FILE_NAME,
    NEXT_NAME,
    OLD_NAME,
    load_key,
    public_text,
)
from kiosk.sync.key_rotation import AGAIN_S, LOOK_S, KeyRotation
from tests.support.kiosk import Crash, Crasher
from tests.support.paired import LOST_ANSWER, LOST_REQUEST, Paired, paired

EVERY = timedelta(days=90)
DAY_S = 24 * 3600.0


@pytest.fixture
def pair(tmp_path: Path, template: Path) -> Iterator[Paired]:
    with paired(tmp_path, template) as made:
        yield made


def make_rotation(pair: Paired, every: timedelta | None = EVERY) -> KeyRotation:
    pair.time.learn(pair.true_time(), pair.clock.monotonic())
    return KeyRotation(
        pair.state_dir,
        pair.store,
        pair.client,
        pair.clock,
        pair.time,
        pair.device.device_id,
        every,
    )


def key_at_central(pair: Paired) -> str:
    device_id = pair.device.device_id
    return pair.central.services.database.run(
        lambda db: db.get_one(CentralDevice, device_id).public_key
    )


def files(pair: Paired) -> set[str]:
    return {path.name for path in pair.state_dir.iterdir() if path.name.startswith("device.key")}


def is_accepted(pair: Paired) -> bool:
    return isinstance(pair.client.open_operations(), m.OpenOperationsReply)


def test_a_new_key_takes_the_place_of_the_old_one_on_both_sides(pair: Paired) -> None:
    rotation = make_rotation(pair)
    before = public_text(rotation.key)
    assert rotation.rotate()
    after = public_text(rotation.key)
    assert after != before
    assert key_at_central(pair) == after == public_text(load_key(pair.state_dir))
    assert public_text(load_key(pair.state_dir, OLD_NAME)) == before
    assert files(pair) == {FILE_NAME, OLD_NAME}
    assert is_accepted(pair)
    old, new = pair.store.read(witnesses.read_keys)
    assert (old.public_key, new.public_key, new.old_until) == (before, after, None)
    assert old.old_until == pair.true_time() + timedelta(days=1)


@pytest.mark.skipif(os.name != "posix", reason="only POSIX files have such modes")
def test_nobody_else_may_read_any_of_the_keys(pair: Paired) -> None:
    make_rotation(pair).rotate()
    assert {(pair.state_dir / name).stat().st_mode & 0o777 for name in files(pair)} == {0o600}


def test_the_old_key_is_deleted_after_its_day_and_not_before(pair: Paired) -> None:
    rotation = make_rotation(pair, every=None)
    rotation.rotate()
    pair.clock.advance(DAY_S - 1)
    assert rotation.tick() == LOOK_S
    assert files(pair) == {FILE_NAME, OLD_NAME}
    pair.clock.wall += timedelta(days=10)  # a wall clock that jumps deletes no key
    rotation.tick()
    assert files(pair) == {FILE_NAME, OLD_NAME}
    pair.clock.advance(1)
    rotation.tick()
    assert files(pair) == {FILE_NAME}


def test_it_rotates_when_the_key_is_old_enough(pair: Paired) -> None:
    rotation = make_rotation(pair)
    before = public_text(rotation.key)
    pair.clock.advance(EVERY.total_seconds() - 1)
    rotation.tick()
    assert public_text(rotation.key) == before
    pair.clock.advance(1)
    assert rotation.tick() == LOOK_S
    assert public_text(rotation.key) != before
    after = public_text(rotation.key)
    rotation.tick()
    assert public_text(rotation.key) == after


@pytest.mark.parametrize("fault", [LOST_REQUEST, LOST_ANSWER])
def test_a_lost_exchange_is_done_again_with_the_same_key(pair: Paired, fault: str) -> None:
    rotation = make_rotation(pair, every=None)
    pair.wire.faults.append(fault)
    assert not rotation.rotate()
    offered = public_text(load_key(pair.state_dir, NEXT_NAME))
    assert is_accepted(pair)
    assert make_rotation(pair, every=None).tick() == LOOK_S
    assert key_at_central(pair) == offered == public_text(load_key(pair.state_dir))


def test_an_answer_lost_for_longer_than_a_day_is_made_good(pair: Paired) -> None:
    rotation = make_rotation(pair, every=None)
    pair.wire.faults.append(LOST_ANSWER)
    rotation.rotate()
    pair.clock.advance(2 * DAY_S)
    pair.reboot()
    refused = pair.client.open_operations()
    assert isinstance(refused, Problem)
    assert refused.code is ProblemCode.SIGNATURE_INVALID
    assert make_rotation(pair, every=None).tick() == LOOK_S
    assert is_accepted(pair)
    assert files(pair) == {FILE_NAME, OLD_NAME}


def test_a_key_central_never_took_is_not_used(pair: Paired) -> None:
    rotation = make_rotation(pair, every=None)
    before = rotation.key
    _forget_device_key(pair)
    assert not rotation.rotate()
    assert rotation.key is before
    assert files(pair) == {FILE_NAME, NEXT_NAME}
    assert rotation.tick() == AGAIN_S


def _forget_device_key(pair: Paired) -> None:
    def work(db):  # type: ignore[no-untyped-def]
        db.get_one(CentralDevice, pair.device.device_id).public_key = "A" * 43 + "="

    pair.central.services.database.run(work)


class FileCrasher:
    """Lets the power go off around the calls that change files, too."""

    def __init__(self, crasher: Crasher, patch: pytest.MonkeyPatch) -> None:
        replace, fsync, unlink = Path.replace, os.fsync, Path.unlink

        def replacing(path: Path, target: Path) -> Path:
            crasher.point(f"before rename {path.name}")
            done = replace(path, target)
            crasher.point(f"after rename {path.name}")
            return done

        def syncing(handle: int) -> None:
            crasher.point("before sync")
            fsync(handle)

        def unlinking(path: Path, missing_ok: bool = False) -> None:
            crasher.point(f"before unlink {path.name}")
            unlink(path, missing_ok=missing_ok)

        patch.setattr(Path, "replace", replacing)
        patch.setattr(os, "fsync", syncing)
        patch.setattr(Path, "unlink", unlinking)


POINTS = 17


@pytest.mark.parametrize("at", range(1, POINTS + 1))
def test_the_power_may_go_off_anywhere(
    tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    crasher = Crasher()
    with paired(tmp_path, template, crasher) as pair:
        rotation = make_rotation(pair, every=None)
        before = public_text(rotation.key)
        crasher.passed.clear()
        crasher.at = at
        with monkeypatch.context() as patch:
            FileCrasher(crasher, patch)
            with pytest.raises(Crash):
                rotation.rotate()
        pair.reboot()
        assert is_accepted(pair)  # whatever happened, this machine can go on selling
        again = make_rotation(pair, every=None)
        again.tick()
        present = public_text(load_key(pair.state_dir))
        assert present == key_at_central(pair)
        assert NEXT_NAME not in files(pair)
        assert is_accepted(pair)
        known = [key.public_key for key in pair.store.read(witnesses.read_keys)]
        assert known == ([before] if present == before else [before, present])


def test_those_were_all_the_places(
    tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crasher = Crasher()
    with paired(tmp_path, template, crasher) as pair:
        rotation = make_rotation(pair, every=None)
        crasher.passed.clear()
        with monkeypatch.context() as patch:
            FileCrasher(crasher, patch)
            assert rotation.rotate()
        assert len(crasher.passed) == POINTS, crasher.passed
