"""Planted bugs: each patch breaks one rule in a copy of the program, and something must notice.

A patch begins with what it breaks and with the harnesses that catch it, each of them by itself::

    Breaks: what the rule was
    Caught by: tests/unit/central/test_operations.py -k tombstone
    Caught by: tests/unit/central/test_model.py

A patch that no longer applies, or that one of them does not notice, is a failure. The same tests
must pass on the unbroken copy first, else their red says nothing.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.proofs.outcome import Outcome
from tests.support.leftovers import own_folder

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "mutants"
_COPIED = ("central", "kiosk", "drivers", "resources", "ui", "tests", "docs", "pyproject.toml")
_TEST_S = 300
_BY = "Caught by: "


@dataclass(frozen=True)
class Mutant:
    """A patch, what it breaks, and the arguments of each run of pytest that must turn red."""

    name: str
    patch: Path
    breaks: str
    tests: tuple[tuple[str, ...], ...]


def mutants(subject: str = "central") -> list[Mutant]:
    """All patches of a subject, by name."""
    return [_read(path) for path in sorted((FOLDER / subject).glob("*.patch"))]


def plant_all(subject: str = "central") -> Outcome:
    """Plant every mutant; those that survive or do not apply are what is broken."""
    outcome = Outcome(f"planted bugs of {subject}")
    with copied_tree() as tree:
        found = mutants(subject)
        for tests in dict.fromkeys(tests for mutant in found for tests in mutant.tests):
            if _turns_red(tree, tests):
                outcome.broken.append(f"red without any planted bug: {' '.join(tests)}")
        for mutant in found:
            verdict = _verdict(tree, mutant)
            print(f"{verdict:>8}  {mutant.name}: {mutant.breaks}", flush=True)  # noqa: T201
            harnesses = len(mutant.tests)
            outcome.add({"planted": 1, "caught": int(verdict == "caught"), "harnesses": harnesses})
            outcome.tried[f"{mutant.name} ({mutant.breaks})"] = float(verdict == "caught")
            if verdict != "caught":
                outcome.broken.append(f"{mutant.name}: {verdict}")
    return outcome


def applies(mutant: Mutant, tree: Path = ROOT) -> bool:
    """Whether the patch still fits the program."""
    return patched(tree, mutant.patch, "--check")


def _read(path: Path) -> Mutant:
    head = path.read_text("utf-8").split("\n--- ", 1)[0].splitlines()
    (breaks,) = (line.removeprefix("Breaks: ") for line in head if line.startswith("Breaks: "))
    caught_by = (line.removeprefix(_BY) for line in head if line.startswith(_BY))
    return Mutant(path.stem, path, breaks, tuple(tuple(by.split(maxsplit=2)) for by in caught_by))


def _verdict(tree: Path, mutant: Mutant) -> str:
    if not patched(tree, mutant.patch):
        return "stale"
    try:
        unseen = [" ".join(tests) for tests in mutant.tests if not _turns_red(tree, tests)]
        return f"survived {', '.join(unseen)}" if unseen else "caught"
    finally:
        if not patched(tree, mutant.patch, "--reverse"):
            raise RuntimeError(f"{mutant.name} cannot be taken back")


def patched(tree: Path, patch: Path, *options: str) -> bool:
    """Whether git could apply it; it takes no fuzz, and needs no repository around ``tree``."""
    run = subprocess.run(
        ["git", "apply", *options, str(patch.resolve())],
        cwd=tree,
        capture_output=True,
        check=False,
        # A repository further up would make git look for the files there.
        env={**os.environ, "GIT_CEILING_DIRECTORIES": str(tree.parent)},
    )
    return run.returncode == 0


def _turns_red(tree: Path, tests: tuple[str, ...]) -> bool:
    """Whether a test failed; a run that found no test or could not start is an error."""
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-n", "0", *tests],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=_TEST_S,
        check=False,
    )
    if run.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(tests)} did not run:\n{run.stdout[-2_000:]}")
    return run.returncode == 1


@contextmanager
def copied_tree() -> Iterator[Path]:
    """A copy of the program and its tests, to break."""
    tree = own_folder("mutants")
    for part in _COPIED:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(
                source, tree / part, ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
            )
        else:
            shutil.copy(source, tree / part)
    yield tree
    shutil.rmtree(tree)
