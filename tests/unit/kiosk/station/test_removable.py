"""Sticks: only what can be pulled out, is allowed and has room is written to, and then whole."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.station.removable import MARGIN_BYTES, Medium, NotWritten, find_media, write_to


class Machine:
    """A machine's mounts and disks, as files say them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.media = folder / "media"
        self.mounts = folder / "mountinfo"
        self.blocks = folder / "block"
        self.blocks.mkdir()
        self.lines = ["22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw", "not a line"]
        self._disk("8:0", "devices/pci/ata1/sda", removable="0")

    def _disk(self, number: str, place: str, removable: str) -> Path:
        disk = self.folder / place
        disk.mkdir(parents=True)
        (disk / "removable").write_text(f"{removable}\n")
        (self.blocks / number).symlink_to(disk)
        return disk

    def plug(
        self, name: str, number: str, place: str, removable: str = "1", options: str = "rw,nosuid"
    ) -> Path:
        """A disk with one part, mounted."""
        disk = self._disk(f"{number}:0", place, removable)
        (disk / "part1").mkdir()
        (self.blocks / f"{number}:1").symlink_to(disk / "part1")
        mounted = self.media / name
        mounted.mkdir(parents=True)
        written = str(mounted).replace(" ", "\\040")
        self.lines.append(f"36 22 {number}:1 / {written} {options} shared:7 - vfat /dev/sdb1 rw")
        return mounted

    def found(self) -> tuple[Medium, ...]:
        self.mounts.write_text("\n".join(self.lines))
        return find_media([self.media], self.mounts, self.blocks)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_stick_is_found_where_it_is_mounted(machine: Machine) -> None:
    stick = machine.plug("MI MEMORIA", "8:16", "devices/pci/ata2/sdb")
    [medium] = machine.found()
    assert (medium.path, medium.problem) == (stick, "")
    assert medium.free_bytes > 0


def test_what_hangs_on_usb_counts_although_its_disk_calls_itself_fixed(machine: Machine) -> None:
    machine.plug("DISCO", "8:32", "devices/pci/usb1/1-2/sdc", removable="0")
    assert len(machine.found()) == 1


def test_the_machines_own_disk_and_foreign_places_do_not_count(machine: Machine) -> None:
    machine.plug("interno", "8:48", "devices/pci/ata3/sdd", removable="0")
    elsewhere = machine.plug("stick", "8:64", "devices/pci/usb1/1-3/sde")
    machine.lines[-1] = machine.lines[-1].replace(str(elsewhere), "/")
    machine.lines.append(f"40 22 0:99 / {machine.media}/share rw - nfs server:/x rw")
    assert machine.found() == ()


def test_a_machine_without_mounts_to_read_has_no_stick(machine: Machine) -> None:
    assert find_media([machine.media], machine.folder / "none", machine.blocks) == ()


def test_a_stick_that_is_read_only_is_named(machine: Machine) -> None:
    machine.plug("fijo", "8:16", "devices/pci/usb1/sdb", options="ro,nosuid")
    [medium] = machine.found()
    assert medium.problem == "read_only"
    with pytest.raises(NotWritten, match="read_only"):
        write_to(medium, "x.jsonl", b"x")


def test_a_file_is_whole_on_the_stick(machine: Machine) -> None:
    stick = machine.plug("stick", "8:16", "devices/pci/usb1/sdb")
    [medium] = machine.found()
    assert write_to(medium, "x.jsonl", b"lines") == "x.jsonl"
    assert (stick / "x.jsonl").read_bytes() == b"lines"
    with pytest.raises(NotWritten, match="stick_failed"):
        write_to(medium, "x.jsonl", b"others")
    assert (stick / "x.jsonl").read_bytes() == b"lines"


def test_a_full_stick_is_left_as_it_is(machine: Machine) -> None:
    stick = machine.plug("stick", "8:16", "devices/pci/usb1/sdb")
    [medium] = machine.found()
    with pytest.raises(NotWritten, match="no_space"):
        write_to(replace(medium, free_bytes=MARGIN_BYTES + 4), "x.jsonl", b"lines")
    assert list(stick.iterdir()) == []


def test_a_stick_that_is_pulled_while_it_is_written_to_is_told(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = machine.plug("stick", "8:16", "devices/pci/usb1/sdb")
    [medium] = machine.found()

    def pulled(_handle: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("os.fsync", pulled)
    with pytest.raises(NotWritten, match="stick_failed"):
        write_to(medium, "x.jsonl", b"lines")
    assert list(stick.iterdir()) == []
