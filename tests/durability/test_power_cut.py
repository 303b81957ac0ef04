"""The short version of the power cuts, and the controls that show it can see a loss."""

import random
from pathlib import Path

import pytest

from tests.durability.disk import SECTOR, Disk
from tests.durability.power_cut import record, try_recordings
from tests.durability.stage import SCRIPTS
from tests.durability.tracer import Call
from tests.durability.zygote import Zygote
from tests.proofs.outcome import Outcome

FILE = "/k/a"


def _call(name: str, data: bytes = b"", offset: int = 0, failed: int = 0, path: str = FILE) -> Call:
    return Call("disk", name, path, offset=offset, data=data, failed=failed)


@pytest.mark.timeout(300)
def test_no_power_cut_loses_what_was_acknowledged(zygote: Zygote, tmp_path: Path) -> None:
    outcome = Outcome("power cuts")
    try_recordings(record(tmp_path, zygote, SCRIPTS[:1]), 90, 1, outcome)
    assert outcome.broken == []
    assert outcome.tried["different"] >= 50
    assert outcome.tried["recovered"] > 0


@pytest.mark.timeout(300)
def test_the_same_cuts_with_fewer_syncs_show_losses(zygote: Zygote, tmp_path: Path) -> None:
    outcome = Outcome("control")
    recorded = record(tmp_path, zygote, SCRIPTS[:1], "NORMAL", ("whole",))
    try_recordings(recorded, 40, 1, outcome)
    assert outcome.tried["lost"] > 10


def test_a_synced_write_is_in_every_image_and_an_unsynced_one_in_parts() -> None:
    disk = Disk({"a": b""})
    disk.apply(_call("pwrite64", b"1" * SECTOR))
    disk.apply(_call("fdatasync"))
    disk.apply(_call("pwrite64", b"2" * 3 * SECTOR, offset=SECTOR // 2))
    images = [image["a"] for image in disk.images(random.Random(1), 50)]
    assert {image[: SECTOR // 2] for image in images} == {b"1" * (SECTOR // 2)}
    assert images[0] == b"1" * SECTOR
    assert images[1] == b"1" * (SECTOR // 2) + b"2" * 3 * SECTOR
    assert len(set(images)) > 8


def test_what_a_failed_sync_lost_no_later_sync_brings_back() -> None:
    disk = Disk({"a": b"old"})
    disk.apply(_call("pwrite64", b"new"))
    disk.apply(_call("fdatasync", failed=5))
    disk.apply(_call("fdatasync"))
    assert disk.certain() == {"a": b"old"}


def test_a_new_name_and_a_deleted_one_stay_only_when_the_directory_is_synced() -> None:
    disk = Disk({"a": b"x"})
    disk.apply(_call("openat", path="/k/b"))
    disk.apply(_call("unlink"))
    assert disk.certain() == {"a": b"x"}
    disk.apply(_call("fsync", path="/k"))
    assert disk.certain() == {"b": b""}
