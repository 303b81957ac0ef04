"""Asks the public advisory database whether a pinned package has a known weakness.

Without an answer from the network this says so and succeeds: a machine without network must be able
to check the rest.
"""

import json
import subprocess
import sys

COMMAND = [
    sys.executable,
    "-m",
    "pip_audit",
    "--disable-pip",
    "--require-hashes",
    "-r",
    "constraints.txt",
]
OPTIONS = ["--format", "json", "--progress-spinner", "off", "--timeout", "10"]
TIMEOUT_S = 180


def main() -> int:
    """Status 1 when an advisory names one of our versions."""
    try:
        run = subprocess.run(COMMAND + OPTIONS, capture_output=True, text=True, timeout=TIMEOUT_S)
        packages = json.loads(run.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        print("skipped: the advisory database could not be reached")
        return 0
    audited = [package for package in packages if "skip_reason" not in package]
    if not audited:
        print("skipped: the advisory database knows none of the packages here (no network?)")
        return 0
    weak = [package for package in audited if package["vulns"]]
    for package in weak:
        for advisory in package["vulns"]:
            fixed = ", ".join(advisory["fix_versions"]) or "no version yet"
            print(f"{package['name']} {package['version']}: {advisory['id']}, mended in {fixed}")
    print(f"{len(audited)} of {len(packages)} packages audited, {len(weak)} with a known weakness")
    return 1 if weak else 0


if __name__ == "__main__":
    sys.exit(main())
