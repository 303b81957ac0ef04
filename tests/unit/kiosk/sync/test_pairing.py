"""Pairing anew: refused while anything is open, and whole whenever the power goes."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from kiosk.store import lock, queries
from kiosk.store.failure import StoreLocked
from kiosk.store.reader import Reader
from kiosk.store.store import Store
from kiosk.sync.device_key import load_key, public_text
from kiosk.sync.pairing import (
    STAGED,
    confirm,
    discard,
    hindrance,
    staged,
    staging,
    take_over,
)
from tests.support.kiosk import FakeKiosk, make_order
from tests.unit.kiosk.sync.test_enrol import accept, try_to_enrol

AT = datetime(2026, 11, 21, 15, 0, 7, tzinfo=UTC)
KEPT = "before-20261121-150007"


def another(request: httpx.Request) -> httpx.Response:
    answer = accept(request)
    return httpx.Response(201, json={**answer.json(), "device_id": "kiosk-2"})


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A paired machine with another pairing beside it."""
    state_dir = tmp_path / "state"
    try_to_enrol(state_dir, accept)
    try_to_enrol(staging(state_dir), another)
    return state_dir


def who(state_dir: Path) -> str:
    device = queries.find_device(Reader(state_dir))
    assert device is not None
    return device.device_id


def key(folder: Path) -> str:
    return public_text(load_key(folder))


def test_a_pairing_that_nobody_confirmed_takes_nothing_over(machine: Path) -> None:
    found = staged(machine)
    assert found is not None
    assert found.device_id == "kiosk-2"
    assert not take_over(machine)
    assert who(machine) == "kiosk-1"
    discard(machine)
    assert staged(machine) is None
    assert not take_over(machine)


def test_a_confirmed_pairing_takes_over_and_the_old_one_is_kept(machine: Path) -> None:
    old, new = key(machine), key(machine / STAGED)
    confirm(machine, AT)
    assert take_over(machine)
    assert (who(machine), key(machine)) == ("kiosk-2", new)
    assert (who(machine / KEPT), key(machine / KEPT)) == ("kiosk-1", old)
    assert not (machine / STAGED).exists()
    assert not take_over(machine)
    store = Store(machine)  # and it opens as any other
    assert not store.after_crash
    store.close()


def test_a_second_code_begins_anew(machine: Path) -> None:
    confirm(machine, AT)
    assert list(staging(machine).iterdir()) == []
    assert not take_over(machine)


class PowerCut(BaseException):
    """The machine is off."""


@contextmanager
def power_until(monkeypatch: pytest.MonkeyPatch, step: int) -> Iterator[list[int]]:
    """The power goes before the change of that number; how many changes there were."""
    done = [0]
    replace, unlink, remove = Path.replace, Path.unlink, shutil.rmtree

    def counted() -> None:
        if done[0] == step:
            raise PowerCut
        done[0] += 1

    def replace_until(self: Path, target: Path) -> Path:
        counted()
        return replace(self, target)

    def remove_until(folder: Path, **_options: object) -> None:
        # Name by name, the mark among them, as a real one does.
        for path in sorted(folder.iterdir()):
            counted()
            unlink(path)
        counted()
        remove(folder)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", replace_until)
        patched.setattr("kiosk.sync.pairing.shutil.rmtree", remove_until)
        yield done


def test_a_power_cut_between_any_two_steps_is_made_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cuts = 0
    for step in range(60):
        state_dir = tmp_path / f"state-{step}"
        try_to_enrol(state_dir, accept)
        try_to_enrol(staging(state_dir), another)
        old, new = key(state_dir), key(state_dir / STAGED)
        confirm(state_dir, AT)
        cut = False
        with power_until(monkeypatch, step):
            try:
                take_over(state_dir)
            except PowerCut:
                cut = True
        take_over(state_dir)
        assert (who(state_dir), key(state_dir)) == ("kiosk-2", new)
        assert (who(state_dir / KEPT), key(state_dir / KEPT)) == ("kiosk-1", old)
        assert staged(state_dir) is None
        cuts += cut
        if not cut:
            break
    assert cuts >= 6


def test_a_machine_that_is_running_is_not_changed_under_its_feet(machine: Path) -> None:
    confirm(machine, AT)
    running = Store(machine)
    with pytest.raises(StoreLocked):
        take_over(machine)
    running.close()
    assert take_over(machine)
    os.close(lock.take(machine))  # and the lock is free again


def test_nothing_may_be_open_when_a_device_is_left(kiosk: FakeKiosk) -> None:
    assert hindrance(kiosk.store) == ""
    kiosk.buy(make_order(kiosk.ids, copies=1))
    assert hindrance(kiosk.store) == ""
    kiosk.central.online = False
    kiosk.buy(make_order(kiosk.ids, copies=1))
    assert hindrance(kiosk.store) in ("operations_open", "messages_waiting")
    for item in queries.waiting_items(kiosk.store):
        kiosk.journal.park(item.device_seq, "fingerprint-mismatch")
    assert hindrance(kiosk.store) in ("operations_open", "messages_parked")
