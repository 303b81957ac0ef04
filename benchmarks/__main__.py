"""Runs every benchmark, prints a table and writes `bench-output/bench.json`.

The file is one flat object of numbers. A benchmark is a module of this package with a function
`measure() -> Mapping[str, float]`. Keys name the subject, the quantity and its unit
(`kiosk.visit_cpu_ms`), so that two files can be compared line by line.
"""

import argparse
import importlib
import json
import math
import pkgutil
import sys
from collections.abc import Mapping
from pathlib import Path

import benchmarks

OUTPUT = Path("bench-output") / "bench.json"


def names() -> list[str]:
    """The benchmarks there are: public modules of this package, in alphabetical order."""
    return sorted(
        module.name
        for module in pkgutil.iter_modules(benchmarks.__path__)
        if not module.name.startswith("_")
    )


def run(name: str) -> dict[str, float]:
    """What one benchmark measured; refuses anything that is not a finite number."""
    results: Mapping[str, object] = importlib.import_module(f"benchmarks.{name}").measure()
    measured: dict[str, float] = {}
    for key, value in results.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise TypeError(f"{name}: {key} is {value!r}, which is no number")
        if not math.isfinite(value):
            raise ValueError(f"{name}: {key} is {value!r}")
        measured[key] = value
    return measured


def main(arguments: list[str] | None = None) -> int:
    """Runs the named benchmarks, or all; status 1 when there is none to run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", nargs="*", help="only these benchmarks")
    chosen = parser.parse_args(arguments).name or names()
    if not chosen:
        sys.stderr.write("there is no benchmark yet\n")
        return 1
    measured: dict[str, float] = {}
    for name in chosen:
        results = run(name)
        if twice := measured.keys() & results.keys():
            raise ValueError(f"{name}: measured by another benchmark too: {sorted(twice)}")
        measured |= results
    width = max(map(len, measured), default=0)
    for key, value in sorted(measured.items()):
        sys.stdout.write(f"{key:<{width}}  {value:>14,.3f}\n")
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(json.dumps(measured, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
