"""How often the kiosk's disk is synced for one printed copy, and how much is written for it.

Counted at the system calls of the real program buying on a stage of the durability proofs:
``kiosk.fsyncs_per_copy`` is what a purchase of three copies costs more than one of two, so that
start, sign-in and stop are not in it.
"""

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from tests.durability.stage import SCRIPTS, Script, open_stage
from tests.durability.tracer import Call, Fault
from tests.durability.zygote import Zygote
from tests.proofs.bank import quiet_log

_FEW, _MORE = 2, 3


def measure() -> Mapping[str, float]:
    """Two purchases; the difference is one copy."""
    with tempfile.TemporaryDirectory(prefix="dispensador-bench-") as name, quiet_log():
        folder = Path(name)
        with Zygote(folder / "log") as zygote:
            few, more = (
                _calls(folder / str(copies), zygote, replace(SCRIPTS[0], copies=copies))
                for copies in (_FEW, _MORE)
            )
    return {
        "kiosk.fsyncs_per_copy": _syncs(more) - _syncs(few),
        "kiosk.fsyncs_per_visit_of_two": _syncs(few),
        "kiosk.disk_bytes_per_copy": _bytes(more) - _bytes(few),
    }


def _calls(folder: Path, zygote: Zygote, script: Script) -> list[Call]:
    with open_stage(folder, script, zygote) as stage:
        calls = stage.buy(stage.kiosk(), Fault(), record=True).calls
    return [call for call in calls if call.kind == "disk"]


def _syncs(calls: list[Call]) -> int:
    return sum(call.is_sync for call in calls)


def _bytes(calls: list[Call]) -> int:
    return sum(len(call.data) for call in calls)
