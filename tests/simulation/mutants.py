"""Planted bugs of the kiosk and of its talk with central: the simulation must find each of them.

``python -m tests.simulation.mutants`` applies one patch of ``tests/mutants/kiosk`` after the other
to a copy of the program and runs schedules in a process of its own until an invariant breaks. A
patch begins with what it breaks; ``Profile`` says where it is looked for, if not among truthful
printers and people; ``Not found`` explains why no schedule can tell it from the original::

    Breaks: what the rule was
    Profile: lying

The seed that found a bug the last time is tried first; seeds count from 1, so a seed's number is
also that of the schedules after which it comes.
"""

import argparse
import json
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from tests.proofs.mutants import copied_tree, patched
from tests.proofs.outcome import Outcome
from tests.proofs.record import JSON, keep
from tests.simulation.chances import TRUTHFUL

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "mutants" / "kiosk"
RUNS = 20_000
PLANTED = "planted bugs of the kiosk"
_EXCUSE = "; not found: "


@dataclass(frozen=True)
class Planted:
    """A patch; ``excuse`` says why it cannot be found, if it cannot."""

    name: str
    patch: Path
    breaks: str
    profile: str
    excuse: str


def planted() -> list[Planted]:
    """All patches, by name."""
    return [_read(path) for path in sorted(FOLDER.glob("*.patch"))]


def _read(path: Path) -> Planted:
    lines = path.read_text("utf-8").split("\n--- ", 1)[0].splitlines()
    head = dict(line.split(": ", 1) for line in lines if ": " in line)
    return Planted(
        path.stem,
        path,
        head["Breaks"],
        head.get("Profile", TRUTHFUL),
        head.get("Not found", ""),
    )


def hunt(mutant: Planted, runs: int, seed: int, known: int = 0) -> dict[str, object]:
    """Run schedules with this bug in until one breaks; what was found, as the process says it.

    ``known`` is the seed that found it the last time, 0 if none did.
    """
    with copied_tree() as tree:
        if not patched(tree, mutant.patch):
            return {"verdict": "stale"}
        found = _run(tree, known, 1, mutant.profile) if known else {}
        return found if found.get("verdict") == "found" else _run(tree, seed, runs, mutant.profile)


def _run(tree: Path, seed: int, runs: int, profile: str) -> dict[str, object]:
    run = subprocess.run(
        [sys.executable, "-m", "tests.simulation.hunt", str(seed), str(runs), profile],
        cwd=tree,
        env={"PYTHONPATH": str(tree), "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        return {"verdict": "broken", "why": run.stderr[-2_000:]}
    told: dict[str, object] = json.loads(run.stdout.splitlines()[-1])
    return told


def main() -> int:
    """Hunt them all, print each verdict, keep the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation.mutants", description=__doc__)
    parser.add_argument("name", nargs="*", help="only these")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    chosen = [each for each in planted() if not options.name or each.name in options.name]
    seeds = _known_seeds()
    outcome, started = Outcome(PLANTED), time.monotonic()
    with ThreadPoolExecutor(options.jobs) as pool:
        hunts = {
            pool.submit(hunt, each, options.runs, options.seed, seeds.get(each.name, 0)): each
            for each in chosen
        }
        for done in as_completed(hunts):
            _tell(outcome, hunts[done], done.result())
    keep(with_earlier(outcome), time.monotonic() - started)
    return 1 if outcome.broken else 0


def with_earlier(outcome: Outcome) -> Outcome:
    """The same with the rows of bugs that were hunted before and not now, and with the counts."""
    rows = {row: caught for row, caught in outcome.tried.items() if "(" in row}
    hunted = {_name(row) for row in rows}
    there = {each.name for each in planted()}
    for row, caught in _earlier().items():
        if "(" in row and _name(row) in there - hunted:
            rows[row] = caught
            if not caught and _EXCUSE not in row:
                outcome.broken.append(f"{_name(row)}: not found when it was hunted")
    outcome.tried = {
        "planted": float(len(rows)),
        "caught": sum(rows.values()),
        "explained": float(sum(_EXCUSE in row for row in rows)),
        **dict(sorted(rows.items())),
    }
    return outcome


def _earlier() -> dict[str, float]:
    known = json.loads(JSON.read_text("utf-8")) if JSON.exists() else {}
    tried: dict[str, float] = known.get(PLANTED, {}).get("tried", {})
    return tried


def _known_seeds() -> dict[str, int]:
    """By name of the bug."""
    found = ((row, re.search(r"broke at seed (\d+)", row)) for row in _earlier())
    return {_name(row): int(seed[1]) for row, seed in found if seed}


def _name(row: str) -> str:
    return row.partition(" (")[0]


def _tell(outcome: Outcome, mutant: Planted, found: dict[str, object]) -> None:
    verdict = str(found["verdict"])
    caught = verdict == "found"
    what = f"{mutant.name} ({mutant.breaks}"
    if caught:
        where = "" if mutant.profile == TRUTHFUL else f" of profile {mutant.profile}"
        what += f"; {found['invariant']} broke at seed {found['seed']}{where}"
    elif mutant.excuse:
        what += f"{_EXCUSE}{mutant.excuse}"
    outcome.tried[f"{what})"] = float(caught)
    print(f"{verdict:>8}  {what})", found.get("why", ""), flush=True)  # noqa: T201
    if caught == bool(mutant.excuse):
        outcome.broken.append(f"{mutant.name}: {verdict}, excuse: {mutant.excuse or 'none'}")


if __name__ == "__main__":
    sys.exit(main())
