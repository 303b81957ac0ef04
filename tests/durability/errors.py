"""An I/O error, or a full disk, at every write and sync of a purchase.

The machine must stop selling and say so, and end with the status that asks for a new start. What
it had acknowledged must be on the disk even if the power goes off right then, with everything
lost whose sync failed; and the next start recovers.
"""

import errno
import tempfile
from collections.abc import Iterable
from itertools import count, groupby
from pathlib import Path

from kiosk.commands.common import EXIT_DISK
from tests.durability.buyer import REFUSED
from tests.durability.facts import open_and_judge
from tests.durability.power_cut import Recording, cuts, files_of
from tests.durability.stage import SCRIPTS, Script, Stage, open_stage
from tests.durability.tracer import ACK, Fault, Trace
from tests.durability.zygote import Zygote
from tests.proofs.outcome import Outcome

_A_STAGE = 60
_ERRORS = ((errno.EIO, False), (errno.ENOSPC, True), (errno.EROFS, True))
"""A sector that cannot be written; a disk that is full from then on; one gone read-only."""
_HARMLESS = ("unlink", "fdatasync state")
"""A log that could not be deleted is empty, and is there at the next start. SQLite tells nobody
when syncing the directory failed; the store then syncs it by itself, and that failure is heard."""


def fail_everywhere(folder: Path, scripts: tuple[Script, ...] = SCRIPTS) -> Outcome:
    """Every write and sync of every script, with every error."""
    outcome = Outcome("disk errors at every write and sync")
    with Zygote(folder / "log") as zygote:
        for script in scripts:
            for number, for_ever in _ERRORS:
                fail_at(folder, zygote, script, count(1), number, outcome, for_ever=for_ever)
    return outcome


def fail_at(
    folder: Path,
    zygote: Zygote,
    script: Script,
    calls: Iterable[int],
    error: int,
    outcome: Outcome,
    *,
    for_ever: bool,
    only_syncs: bool = False,
) -> None:
    """Fail the script's disk at these calls, one run each; ends at the first run without one."""
    name = errno.errorcode[error]
    for number, batch in groupby(calls, lambda at: at // _A_STAGE):
        with open_stage(folder / f"{script.name[:5]}-{name}-{number}", script, zygote) as stage:
            for at in batch:
                fault = Fault(
                    at=at, error=error, for_ever=for_ever, kinds=("disk",), only_syncs=only_syncs
                )
                if not _try(stage, fault, f"{script.name}, {name} at call {at}", outcome):
                    outcome.tried[f"{script.name}, {name}: calls"] = at - 1
                    return


def _try(stage: Stage, fault: Fault, what: str, outcome: Outcome) -> bool:
    """One run; False if it had no such call."""
    kiosk = stage.kiosk()
    start = files_of(kiosk.state)
    trace = stage.buy(kiosk, fault, record=True, acks=str(stage.folder / "run.acks"))
    broken = []
    if trace.struck:
        broken += _stopped(trace, kiosk.report()) + _keeps(trace, start)
        outcome.add({"failed": 1, f"at {trace.struck.split()[0]}": 1, f"ended {trace.status}": 1})
    broken += stage.recover(kiosk) or stage.broken(kiosk)
    outcome.add({"recovered": int(not broken)})
    outcome.broken.extend(f"{what} ({trace.struck}): {line}" for line in broken)
    return bool(trace.struck)


def _stopped(trace: Trace, said: dict[str, object]) -> list[str]:
    """Whether the machine stopped, and said why."""
    if trace.status == REFUSED:
        return [] if str(said.get("refused", "")).startswith("STO-01") else [f"refused: {said}"]
    if trace.status == EXIT_DISK:
        told = said.get("part") == "disk" and said.get("asked_to_end")
        at_the_end = said.get("settled")  # the error came while it stopped, with nobody there
        return [] if told or at_the_end else [f"it did not say so: {said}"]
    harmless = trace.status == 0 and trace.struck.startswith(_HARMLESS)
    return [] if harmless else [f"it ended with {trace.status} and said {said}"]


def _keeps(trace: Trace, start: dict[str, bytes]) -> list[str]:
    """Whether a power cut at its end leaves what was acknowledged."""
    calls = [call for call in trace.calls if call.kind in ("disk", ACK)]
    *_, (disk, acknowledged) = cuts(Recording("", start, calls))
    with tempfile.TemporaryDirectory(prefix="dispensador-disk-") as folder:
        found = open_and_judge(disk.certain(), Path(folder) / "x", acknowledged, recover=True)
    return [] if found.good else [f"after a power cut: {found.lost or found.corrupt}"]
