"""Power cuts: the calls of real purchases are recorded, and every disk they may leave is opened.

The power goes off before every sync and at every acknowledgement of a commit.
"""

import hashlib
import random
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.durability.disk import Disk
from tests.durability.facts import open_and_judge
from tests.durability.stage import SCRIPTS, Script, open_stage
from tests.durability.tracer import ACK, Call, Fault
from tests.durability.zygote import Zygote
from tests.proofs.outcome import Outcome

_KILLED_AT = 0.6
_RECOVERED_EVERY = 10
_MEMORY = Path("/dev/shm")


@dataclass(frozen=True)
class Recording:
    """A run's calls on its disk, and what lay there before."""

    name: str
    start: dict[str, bytes]
    calls: list[Call]
    acknowledged: int = 0


def power_cuts(folder: Path, images: int, seed: int) -> Outcome:
    """The proof, with its positive controls first."""
    outcome = Outcome("power cuts")
    with Zygote(folder / "log") as zygote:
        for mode in ("NORMAL", "OFF"):
            control = Outcome(mode)
            try_recordings(record(folder / mode, zygote, SCRIPTS[:1], mode), 3_000, seed, control)
            outcome.tried[f"control synchronous={mode}: images"] = control.tried["images"]
            outcome.tried[f"control synchronous={mode}: bad"] = len(control.broken)
            if not control.broken:
                outcome.broken.append(f"the control synchronous={mode} shows no loss")
        try_recordings(record(folder, zygote, SCRIPTS), images, seed, outcome)
    return outcome


def record(
    folder: Path,
    zygote: Zygote,
    scripts: tuple[Script, ...],
    mode: str = "",
    parts: tuple[str, ...] = ("whole", "killed", "recovery"),
) -> list[Recording]:
    """Every script on one kiosk: a whole purchase, one that is killed, the start after it."""
    made = []
    for script in scripts:
        with open_stage(folder / f"record-{script.name[:5]}", script, zygote) as stage:
            kiosk = stage.kiosk()
            acks = str(stage.folder / "run.acks")
            size = 0
            whole = 0
            for what in parts:
                start = files_of(kiosk.state)
                fault = Fault(at=round(whole * _KILLED_AT)) if what == "killed" else Fault()
                if what == "recovery":
                    errand = stage.errand(kiosk, 0, acks, mode)
                    trace = zygote.run(errand, fault, record=True)
                else:
                    trace = stage.buy(kiosk, fault, record=True, acks=acks, mode=mode)
                whole = whole or trace.counted
                calls = [call for call in trace.calls if call.kind in ("disk", ACK)]
                made.append(Recording(f"{script.name}, {what}", start, calls, size))
                size = _last_ack(calls, size)
    return made


def try_recordings(recordings: list[Recording], images: int, seed: int, outcome: Outcome) -> None:
    """Cut the power everywhere, about so many times in all; every different image is opened."""
    points = sum(bool(disk.pending) for each in recordings for disk, _ in cuts(each))
    chance = random.Random(seed)
    folder = Path(tempfile.mkdtemp(prefix="dispensador-disk-", dir=_MEMORY))
    try:
        for recording in recordings:
            outcome.add({"recordings": 1})
            seen: set[bytes] = set()
            for disk, acknowledged in cuts(recording):
                outcome.add({"cuts": 1, "unsynced sectors": disk.pending})
                tries = max(2, -(-images // points)) if disk.pending else 1
                for image in disk.images(chance, tries):
                    key = _key(image, acknowledged)
                    outcome.add({"images": 1, "different": int(key not in seen)})
                    if key in seen:
                        continue
                    seen.add(key)
                    recover = len(seen) % _RECOVERED_EVERY == 1
                    found = open_and_judge(image, folder / "x", acknowledged, recover=recover)
                    outcome.add(
                        {
                            "recovered": int(recover),
                            "lost": int(bool(found.lost)),
                            "corrupt": int(bool(found.corrupt)),
                        }
                    )
                    if not found.good:
                        outcome.broken.append(f"{recording.name}: {found.lost or found.corrupt}")
    finally:
        shutil.rmtree(folder)


def cuts(recording: Recording) -> Iterator[tuple[Disk, int]]:
    """The disk at every moment the power goes off, and how much had been acknowledged."""
    disk = Disk(recording.start)
    acknowledged = recording.acknowledged
    for call in recording.calls:
        if call.kind == ACK:
            acknowledged = int(call.data)
            yield disk, acknowledged
            continue
        if call.is_sync:
            yield disk, acknowledged
        disk.apply(call)
    yield disk, acknowledged


def files_of(state: Path) -> dict[str, bytes]:
    """What lies in a state directory and matters to the next start."""
    found = {each.name: each.read_bytes() for each in state.iterdir()}
    return {name: data for name, data in found.items() if not name.endswith("-shm")}


def _last_ack(calls: list[Call], before: int) -> int:
    return max((int(call.data) for call in calls if call.kind == ACK), default=before)


def _key(image: dict[str, bytes], acknowledged: int) -> bytes:
    found = hashlib.blake2b(str(acknowledged).encode())
    for name in sorted(image):
        found.update(name.encode() + b"\0" + len(image[name]).to_bytes(8, "big") + image[name])
    return found.digest()
