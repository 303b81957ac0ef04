"""Every property test again with fresh examples, many more than the suite tries."""

import os
import subprocess
import sys
from pathlib import Path

from tests.proofs.outcome import Outcome

ROOT = Path(__file__).resolve().parents[2]


def search_all() -> Outcome:
    """Run the files that state properties under the profile ``search`` of ``tests/conftest.py``."""
    files = sorted(
        str(path.relative_to(ROOT))
        for path in (ROOT / "tests").rglob("test_*.py")
        if "@given" in path.read_text("utf-8")
    )
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider", *files],
        cwd=ROOT,
        env={**os.environ, "DISPENSADOR_PROPERTIES": "search"},
        capture_output=True,
        text=True,
        check=False,
    )
    outcome = Outcome("properties", {"files": len(files)})
    if run.returncode:
        outcome.broken.append(run.stdout[-4_000:])
    return outcome
