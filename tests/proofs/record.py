"""Keeps what the proofs found: ``docs/proof.json``, and the table of ``docs/PROOF.md``."""

import fcntl
import json
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.proofs.outcome import Outcome

ROOT = Path(__file__).resolve().parents[2]
JSON = ROOT / "docs" / "proof.json"
PAGE = ROOT / "docs" / "PROOF.md"
_LOCK = ROOT / "bench-output" / "proof.lock"
_HEAD = """# What was tried, and what was found

Made by `make prove NAME=… MINUTES=…`; every line is the last run of its proof, never written by
hand. A proof is worth something only because it also catches planted bugs: see the last table.

| proof | when (UTC) | version | s | what was tried | promises broken |
|---|---|---|---|---|---|
"""
_PLANTED = "planted bugs of "


def keep(outcome: Outcome, seconds: float) -> None:
    """Add or replace a proof's result, and write the page anew."""
    _LOCK.parent.mkdir(exist_ok=True)
    with _LOCK.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two proofs may end at once
        _keep(outcome, seconds)


def _keep(outcome: Outcome, seconds: float) -> None:
    known: dict[str, Any] = json.loads(JSON.read_text("utf-8")) if JSON.exists() else {}
    known[outcome.name] = {
        "at": datetime.now(UTC).strftime("%Y-%m-%d %H:%M"),
        "version": _version(),
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
        "seconds": round(seconds),
        "tried": outcome.tried,
        "broken": outcome.broken,
    }
    JSON.write_text(json.dumps(known, ensure_ascii=False, indent=2) + "\n", "utf-8")
    PAGE.write_text(page(known), "utf-8")


def page(known: dict[str, Any]) -> str:
    """The page for all results."""
    rows = [
        f"| {name} | {each['at']} | {each['version']} | {each['seconds']} | "
        f"{_listed(each['tried'])} | {len(each['broken']) or 'none'} |"
        for name, each in sorted(known.items())
    ]
    text = _HEAD + "\n".join(rows) + "\n"
    for proof in sorted(name for name in known if name.startswith(_PLANTED)):
        text += f"\n## {proof.capitalize()}\n\n| patch and what it breaks | caught |\n|---|---|\n"
        text += "".join(
            f"| {name} | {'yes' if caught else _why_not(name)} |\n"
            for name, caught in known[proof]["tried"].items()
            if "(" in name
        )
    return text


def _why_not(name: str) -> str:
    """A bug that no harness can tell from the original says so itself."""
    return "explained" if "not found: " in name else "NO"


def _listed(tried: dict[str, float]) -> str:
    shown = {name: number for name, number in tried.items() if "(" not in name}
    return ", ".join(f"{name} {number:,.0f}" for name, number in shown.items())


def _version() -> str:
    """The commit, ``-dirty`` if anything but the documents differs from it: this page is one."""
    changed = _git("status", "--porcelain", "--untracked-files=no", "--", ".", ":!docs")
    return (_git("describe", "--always") or "unknown") + ("-dirty" if changed else "")


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return run.stdout.strip()
