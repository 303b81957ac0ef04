"""``kill -9`` at every writing, syncing and sending system call of a purchase, then real recovery.

It tests the order of what the program does: what it wrote stays in the page cache. What a power
cut loses is the other proof (``tests.durability.power_cut``).
"""

from collections.abc import Iterable
from itertools import count, groupby
from pathlib import Path

from alembic import command
from sqlalchemy import create_engine

from kiosk.store import schema
from kiosk.store.store import FILE_NAME
from tests.durability.stage import SCRIPTS, Kiosk, Script, Stage, open_stage
from tests.durability.tracer import Fault, Trace
from tests.durability.zygote import Zygote
from tests.proofs.outcome import Outcome

_KILLED = -9
_A_STAGE = 60
"""Runs before central, printer and strips of paper are made anew."""
_FIRST_CRASH = 0.6
"""Of a whole run's calls: a purchase killed there leaves a print nobody saw the end of."""


def kill_everywhere(folder: Path) -> Outcome:
    """Every call of every script; then every call of a recovery, and of a start that migrates."""
    outcome = Outcome("kills at every system call")
    with Zygote(folder / "log") as zygote:
        for script in SCRIPTS:
            kill_at(folder, zygote, script, count(1), outcome)
        kill_recovery_at(folder, zygote, SCRIPTS[1], count(1), outcome)
        kill_recovery_at(folder, zygote, SCRIPTS[0], count(1), outcome, older="k0001")
    return outcome


def kill_at(
    folder: Path, zygote: Zygote, script: Script, calls: Iterable[int], outcome: Outcome
) -> None:
    """Kill the script at these calls, one run each; ends at the first run that has no such call."""
    for number, batch in groupby(calls, lambda at: at // _A_STAGE):
        with open_stage(folder / f"{script.name[:5]}-{number}", script, zygote) as stage:
            for at in batch:
                kiosk = stage.kiosk()
                trace = stage.buy(kiosk, Fault(at=at))
                _settle(stage, kiosk, trace, outcome, f"{script.name}, call {at}")
                if not trace.struck:
                    outcome.tried[f"{script.name}: calls"] = at - 1
                    return


def kill_while_printing(folder: Path, zygote: Zygote, script: Script, outcome: Outcome) -> None:
    """Kill the script halfway through what it tells its printer, whatever comes before that."""
    printer = ("printer",)
    with open_stage(folder / "printing", script, zygote) as stage:
        first = stage.kiosk()
        told = stage.buy(first, Fault(kinds=printer)).counted
        outcome.broken.extend(stage.broken(first))
        kiosk = stage.kiosk()
        trace = stage.buy(kiosk, Fault(at=told // 2, kinds=printer))
        _settle(stage, kiosk, trace, outcome, f"{script.name}, half of its paper")


def kill_recovery_at(
    folder: Path,
    zygote: Zygote,
    script: Script,
    calls: Iterable[int],
    outcome: Outcome,
    older: str = "",
) -> None:
    """Kill the start after a purchase that was killed while it printed, then start once more.

    ``older`` takes the disk back to an earlier schema first, so that the start migrates it.
    """
    what = f"migration from {older}" if older else "recovery"
    with open_stage(folder / what, script, zygote) as stage:
        first = stage.kiosk()
        whole = stage.buy(first, Fault()).counted
        outcome.broken.extend(stage.broken(first))
        for at in calls:
            kiosk = stage.kiosk()
            stage.buy(kiosk, Fault(at=round(whole * _FIRST_CRASH)))
            if older:
                _downgrade(kiosk, older)
            trace = zygote.run(stage.errand(kiosk, 0), Fault(at=at))
            _settle(stage, kiosk, trace, outcome, f"{what}, call {at}")
            if not trace.struck:
                outcome.tried[f"{what}: calls"] = at - 1
                return


def _downgrade(kiosk: Kiosk, revision: str) -> None:
    engine = create_engine(f"sqlite:///{kiosk.state / FILE_NAME}")
    with engine.connect() as connection:
        command.downgrade(schema.config(connection), revision)
    engine.dispose()


def _settle(stage: Stage, kiosk: Kiosk, trace: Trace, outcome: Outcome, what: str) -> None:
    """Recover for real, then compare the witnesses."""
    if trace.struck:
        outcome.add({"killed": 1, f"at {trace.struck.split()[0]}": 1})
    if trace.status != (_KILLED if trace.struck else 0):
        outcome.broken.append(f"{what}: ended with {trace.status}")
    found = stage.recover(kiosk) or stage.broken(kiosk)
    outcome.add({"recovered": int(not found)})
    outcome.broken.extend(f"{what} ({trace.struck}): {line}" for line in found)
