"""The installer, with bundles that work and bundles that do not."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "deploy" / "kiosk" / "install.sh"

# A bundle that answers as the program does; it writes down what it was asked.
BUNDLE = """#!/bin/sh
echo "{version} $*" >> "$ASKED"
case "$1 $2" in
  "version ") echo {version} ;;
  "--selfcheck ") exit {selfcheck} ;;
  "store schema") echo k-{version} ;;
  "store downgrade") exit {downgrade} ;;
esac
"""
# The unit runs whatever the link points to; a version whose name ends in "-sick" dies at once.
SYSTEMCTL = """#!/bin/sh
running=$(readlink "$PREFIX/current")
case "$1" in
  start) case $running in *-refused) exit 1 ;; esac ;;
  show) case "$2 $running" in
      *ActiveState*-sick) echo failed ;;
      *ActiveState*) echo active ;;
      *NRestarts*-restless) echo 3 ;;
      *NRestarts*) echo 0 ;;
    esac ;;
esac
"""


@dataclass
class Machine:
    """A dispenser whose programs are scripts."""

    folder: Path

    @property
    def prefix(self) -> Path:
        return self.folder / "opt"

    @property
    def current(self) -> str:
        return (self.prefix / "current").readlink().name

    @property
    def asked(self) -> list[str]:
        return (self.folder / "asked").read_text().splitlines()

    def install(self, version: str, *, selfcheck: int = 0, downgrade: int = 0) -> tuple[int, str]:
        bundle = self.folder / f"bundle-{version}"
        bundle.mkdir(exist_ok=True)
        text = BUNDLE.format(version=version, selfcheck=selfcheck, downgrade=downgrade)
        self._script(bundle / "dispensador", text)
        run = subprocess.run(
            ["sh", str(SCRIPT), str(bundle)],
            env={
                "PATH": os.environ["PATH"],
                "PREFIX": str(self.prefix),
                "SYSTEMCTL": str(self._script(self.folder / "systemctl", SYSTEMCTL)),
                "PROBATION_S": "1",
                "AS_USER": "",
                "ASKED": str(self.folder / "asked"),
            },
            capture_output=True,
            text=True,
            check=False,
        )
        return run.returncode, run.stdout + run.stderr

    @staticmethod
    def _script(path: Path, text: str) -> Path:
        path.write_text(text)
        path.chmod(0o755)
        return path


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    found = Machine(tmp_path)
    assert found.install("1.0")[0] == 0
    return found


def test_a_good_version_takes_over_and_the_one_before_stays(machine: Machine) -> None:
    status, said = machine.install("1.1")
    assert (status, machine.current) == (0, "1.1"), said
    assert (machine.prefix / "versions" / "1.0").is_dir()


@pytest.mark.parametrize("version", ["1.1-sick", "1.1-restless", "1.1-refused"])
def test_a_version_that_does_not_get_healthy_is_taken_back(machine: Machine, version: str) -> None:
    status, said = machine.install(version)
    assert (status, machine.current) == (1, "1.0"), said
    assert any(line.startswith(f"{version} store downgrade k-1.0") for line in machine.asked)
    assert "1.0 runs" in said


def test_a_version_that_fails_its_own_check_is_never_switched_to(machine: Machine) -> None:
    status, said = machine.install("1.1", selfcheck=1)
    assert (status, machine.current) == (1, "1.0"), said
    assert not any("downgrade" in line for line in machine.asked)


def test_a_store_that_cannot_go_back_is_left_alone_and_said(machine: Machine) -> None:
    status, said = machine.install("1.1-sick", downgrade=1)
    assert status == 1
    assert "do not delete anything" in said
    assert machine.current == "1.1-sick"  # the older program would refuse the newer tables


def test_the_same_version_again_changes_nothing(machine: Machine) -> None:
    status, said = machine.install("1.0")
    assert (status, machine.current) == (1, "1.0"), said


def test_only_the_last_versions_are_kept(machine: Machine) -> None:
    for number in range(1, 7):
        assert machine.install(f"1.{number}")[0] == 0
    kept = {path.name for path in (machine.prefix / "versions").iterdir()}
    assert {"1.5", "1.6"} <= kept
    assert len(kept) <= 4
