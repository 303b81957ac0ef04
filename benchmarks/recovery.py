"""How long a start takes with a long history: the store opened and checked, everything recovered.

Central does not answer and the printer answers at once, so that no network and no paper are in the
number; the disk's own syncs are. ``kiosk.recovery_s`` is a start after a crash, the worse one.
"""

import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks._history import fill
from kiosk.purchase.limits import Limits
from kiosk.purchase.recovery import recover
from kiosk.store.journal import Journal
from kiosk.store.store import Store
from kiosk.sync.outbox import Outbox
from tests.durability.facts import SilentCentral
from tests.support.kiosk import FakeClock, FakeIds, FakePrinter

FINISHED = 1_000_000
OPEN = 1_000


def measure(finished: int = FINISHED, unfinished: int = OPEN) -> Mapping[str, float]:
    """One start after a crash in the middle of an order, then one after a clean stop."""
    with tempfile.TemporaryDirectory(prefix="dispensador-bench-") as name:
        folder = Path(name)
        fill(folder, finished, unfinished)
        Store(folder).abandon()
        crashed_s, open_s = _start(folder)
        clean_s, _ = _start(folder)
    return {
        "kiosk.recovery_s": crashed_s,
        "kiosk.recovery_clean_s": clean_s,
        "kiosk.recovery_open_s": open_s,
        "kiosk.recovery_finished_operations": finished,
        "kiosk.recovery_open_operations": unfinished,
    }


def _start(folder: Path) -> tuple[float, float]:
    """Seconds of a whole start, and of opening the store alone."""
    clock, central = FakeClock(), SilentCentral()
    started = time.perf_counter()
    store = Store(folder)
    opened = time.perf_counter()
    journal = Journal(store, clock)
    outbox = Outbox(journal, central, clock, lambda: 0.5)
    recover(journal, outbox, central, FakePrinter(), clock, FakeIds(), Limits())
    ended = time.perf_counter()
    store.close()
    return ended - started, opened - started
