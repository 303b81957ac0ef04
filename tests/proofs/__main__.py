"""``make prove NAME=… MINUTES=…``: run one proof, or all, and keep the result.

Names: central-bank, central-bank-sqlite, central-same-id, central-faults, central-model,
central-api, central-desk, central-mutants, kiosk-kill, kiosk-powercut, kiosk-disk-errors,
kiosk-wire, kiosk-simulation, kiosk-durability-mutants, printer-paper, printer-faults,
printer-fuzz, printer-mutants, properties; all.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.durability.errors import fail_everywhere
from tests.durability.kills import kill_everywhere
from tests.durability.line import harm_everywhere
from tests.durability.power_cut import power_cuts
from tests.proofs.api import central_api
from tests.proofs.bank import bank_check, quiet_log
from tests.proofs.crashes import fault_rounds
from tests.proofs.desk import desk_days
from tests.proofs.drivers_faults import cells, fault_matrix, selling_models
from tests.proofs.drivers_fuzz import fuzz
from tests.proofs.drivers_paper import paper_says_the_document
from tests.proofs.drivers_power import power_loss_at_every_byte
from tests.proofs.model.run import central_model
from tests.proofs.mutants import plant_all
from tests.proofs.outcome import Outcome
from tests.proofs.properties import search_all
from tests.proofs.record import keep
from tests.proofs.same_id import same_id
from tests.proofs.simulation import simulated
from tests.simulation.chances import HARSH, LYING, TRUTHFUL
from tests.support.leftovers import own_folder

_BANK_MIN = 1.0
_ROUNDS_A_MINUTE = 40
_ROUNDS_MIN = 200
_SAME_A_MINUTE = 60
_IMAGES = 25_000
_FUZZ_INPUTS = 10_500_000
_HARM_EVERY = 1  # byte
_SCHEDULES = 100_000
_DESK_DAYS = 10_000
"""Of a cashier, over both databases; ``DAYS=…`` says another number."""


def _proofs(minutes: float, seed: int, folder: Path) -> dict[str, list[Callable[[], Outcome]]]:
    seconds = minutes * 60
    rounds = max(_ROUNDS_MIN, round(minutes * _ROUNDS_A_MINUTE))
    desk = int(os.environ.get("DAYS", _DESK_DAYS)) // 2  # half of them on each database
    same = max(1, round(minutes * _SAME_A_MINUTE))
    return {
        "central-bank": [lambda: bank_check("postgresql", seconds, 8, seed, folder)],
        "central-bank-sqlite": [lambda: bank_check("sqlite", seconds, 4, seed, folder)],
        "central-same-id": [
            lambda: same_id("postgresql", min(same, 16), folder),
            lambda: same_id("sqlite", min(same, 16), folder),
        ],
        "central-faults": [lambda: fault_rounds(rounds, seed)],
        "central-model": [
            lambda: central_model("postgresql", seconds, seed),
            lambda: central_model("sqlite", seconds, seed),
        ],
        "central-api": [
            lambda: central_api("postgresql", seconds, seed, folder),
            lambda: central_api("sqlite", seconds, seed, folder),
        ],
        "central-desk": [
            lambda: desk_days("sqlite", desk, seed, folder),
            lambda: desk_days("postgresql", desk, seed + 1, folder),
        ],
        "central-mutants": [plant_all],
        "kiosk-durability-mutants": [lambda: plant_all("durability")],
        "kiosk-kill": [lambda: kill_everywhere(folder / "kill")],
        "kiosk-powercut": [lambda: power_cuts(folder / "cut", _IMAGES, seed)],
        "kiosk-disk-errors": [lambda: fail_everywhere(folder / "errors")],
        "kiosk-simulation": [
            lambda: simulated(TRUTHFUL, 1, _SCHEDULES),
            lambda: simulated(HARSH, 1, _SCHEDULES // 5),
            lambda: simulated(LYING, 1, _SCHEDULES // 5),
        ],
        "kiosk-wire": [lambda: harm_everywhere(folder / "line", _HARM_EVERY)],
        "printer-paper": [lambda: paper_says_the_document(1_000, 1_000, seed)],
        "printer-faults": [
            lambda: fault_matrix(cells()),
            lambda: power_loss_at_every_byte(selling_models()),
        ],
        "printer-fuzz": fuzz(_FUZZ_INPUTS, seed),
        "printer-mutants": [lambda: plant_all("printer")],
        "properties": [search_all],
    }


def main() -> int:
    parser = argparse.ArgumentParser(prog="make prove", description=__doc__)
    parser.add_argument("--name", default="all")
    parser.add_argument("--minutes", type=float, default=_BANK_MIN, help="of each bank check")
    parser.add_argument("--seed", type=int, default=None, help="default: another one every time")
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else time.time_ns() % 1_000_000
    broken = 0
    with quiet_log():
        proofs = _proofs(options.minutes, seed, own_folder("proof"))
        if options.name != "all" and options.name not in proofs:
            parser.error(f"no proof is called {options.name}; there are: {', '.join(proofs)}")
        for name in proofs if options.name == "all" else [options.name]:
            for prove in proofs[name]:
                broken += _run(prove)
    return 1 if broken else 0


def _run(prove: Callable[[], Outcome]) -> int:
    started = time.monotonic()
    outcome = prove()
    keep(outcome, time.monotonic() - started)
    print(f"{outcome.name}: {outcome.tried}")  # noqa: T201
    for line in outcome.broken:
        print(f"BROKEN: {line}", file=sys.stderr)  # noqa: T201
    print(f"  {len(outcome.broken)} promises broken")  # noqa: T201
    return len(outcome.broken)


if __name__ == "__main__":
    sys.exit(main())
