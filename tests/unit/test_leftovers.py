"""Tests and proofs leave no folder behind, also when they were killed."""

import subprocess
import sys
from pathlib import Path

from tests.support.leftovers import own_folder

_MAKE = "from tests.support.leftovers import own_folder; print(own_folder('left'), flush=True)"


def _folder_of(code: str) -> Path:
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    return Path(run.stdout.strip())


def test_a_folder_goes_with_its_process() -> None:
    left = _folder_of(_MAKE)
    assert left.name.startswith("dispensador-left-")
    assert not left.exists()


def test_what_a_killed_process_left_goes_with_the_next_one() -> None:
    left = _folder_of(f"{_MAKE}; import os; os.kill(os.getpid(), 9)")
    assert left.is_dir()
    mine = own_folder("left")
    assert mine.is_dir()
    assert not left.exists()


def test_a_fork_does_not_take_its_parents_folder() -> None:
    code = """
import os, sys
from tests.support.leftovers import own_folder
folder = own_folder("left")
if not os.fork():
    sys.exit(0)
os.wait()
print(folder if folder.is_dir() else "gone")
"""
    assert _folder_of(code).name != "gone"
