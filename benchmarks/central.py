"""Central under load: purchases a second on PostgreSQL, beside what the database alone would do.

The servers are real ``dispensador-central serve`` processes and the requests are signed; database,
servers and client share this machine. A ratio has both its sides in the same run, in short slices
that alternate, and is the median of the slices' ratios: a busy neighbour slows both sides.

``CENTRAL_POSTINGS`` sets the larger ledger of the growth measure; docs/PERFORMANCE.md has the
figures and says where the time goes.
"""

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

import structlog

from benchmarks._chamber import Chamber, new_chamber
from benchmarks._empty_route import MODULE as WITH_EMPTY_ROUTE
from benchmarks._load import empty, purchases_of, seconds_for
from benchmarks._open_loop import authorise_latencies_s
from benchmarks._postings import fill
from benchmarks._raw_sql import bare_loop
from benchmarks._servers import serving
from benchmarks._statements import recorded

PROCESSES = 2
LINES = 8
"""Kiosks that buy at the same time; more only wait for the two cores."""
CROWD = 32
"""Clients of the hot account, one a kiosk."""
BUYERS = 2_000
SLICES = 5
SLICE = 200
"""Purchases in one slice."""
STREAM_PER_S, STREAM_S = 50, 20
SMALL_LEDGER, LARGE_LEDGER = 10_000, 10_000_000
GROWTH_SLICES = 8


def measure() -> Mapping[str, float]:
    """Everything, on one chamber and copies of it."""
    # Every device that enrols is told to the log; the table of figures should stand alone.
    structlog.configure(logger_factory=structlog.ReturnLoggerFactory())
    try:
        with (
            tempfile.TemporaryDirectory(prefix="dispensador-bench-") as folder,
            new_chamber(Path(folder), CROWD, BUYERS) as chamber,
        ):
            return {
                **_beside_raw_sql(chamber),
                **_beside_empty_route(chamber),
                **_growth(chamber),
            }
    finally:
        structlog.reset_defaults()


def _beside_raw_sql(chamber: Chamber) -> dict[str, float]:
    """Purchases a second, and the other measures of the same servers."""
    with chamber.copied() as written_down:
        purchases = written_down.open_orders(SLICES * SLICE, LINES)
        with written_down.copied() as bare:
            scripts = recorded(written_down, purchases)
            parts = [
                [scripts[part * SLICE + line : (part + 1) * SLICE : LINES] for line in range(LINES)]
                for part in range(SLICES)
            ]
            with (
                serving(chamber, PROCESSES) as ports,
                bare_loop(bare.url, PROCESSES, parts) as raw,
            ):
                _warm_up(chamber, ports)
                slices = [
                    (_purchases_s(chamber, ports), raw.seconds_for(part)) for part in range(SLICES)
                ]
                return {
                    "central.purchases_per_s": SLICE / median(ours for ours, _ in slices),
                    "central.ratio_to_raw_sql": median(bare_s / ours for ours, bare_s in slices),
                    "central.hot_account_ratio": _hot_account(chamber, ports),
                    "central.authorise_p99_ms": _authorise_p99_ms(chamber, ports),
                }


def _beside_empty_route(chamber: Chamber) -> dict[str, float]:
    """Requests a second of a purchase against those of a signed route that does nothing."""
    with serving(chamber, PROCESSES, WITH_EMPTY_ROUTE) as ports:
        _warm_up(chamber, ports)
        each = 2 * SLICE // LINES  # as many requests as a slice of purchases has
        ratios = []
        for _ in range(SLICES):
            ours_s = _purchases_s(chamber, ports)
            nothing = [[empty(kiosk) for _ in range(each)] for kiosk in chamber.kiosks[:LINES]]
            ratios.append(seconds_for(ports, nothing) / ours_s)
    return {"central.ratio_to_framework": median(ratios)}


def _hot_account(chamber: Chamber, ports: list[int]) -> float:
    """What is left of the speed when all clients spend one account instead of one each."""
    ratios = []
    for _ in range(SLICES):
        spread_s = _purchases_s(chamber, ports, CROWD, buyers=CROWD)
        ratios.append(spread_s / _purchases_s(chamber, ports, CROWD, buyers=1))
    return median(ratios)


def _authorise_p99_ms(chamber: Chamber, ports: list[int]) -> float:
    purchases = chamber.open_orders(STREAM_PER_S * STREAM_S, CROWD)
    latencies_s = authorise_latencies_s(ports, purchases, STREAM_PER_S)
    return latencies_s[len(latencies_s) * 99 // 100] * 1000


def _growth(chamber: Chamber) -> dict[str, float]:
    """How much longer a purchase takes in a ledger of years than in one of days."""
    many = int(os.environ.get("CENTRAL_POSTINGS", LARGE_LEDGER))
    with chamber.copied() as young, chamber.copied() as old:
        fill(young, SMALL_LEDGER)
        fill(old, many)
        with serving(young, PROCESSES) as young_ports, serving(old, PROCESSES) as old_ports:
            _warm_up(young, young_ports)
            _warm_up(old, old_ports)
            ratios = []
            for turn in range(GROWTH_SLICES):
                sides: list[Callable[[], float]] = [
                    lambda: _purchases_s(young, young_ports),
                    lambda: _purchases_s(old, old_ports),
                ]
                # Who comes first changes, so that neither side always meets the other's leavings.
                first = turn % 2
                taken = {at: sides[at]() for at in (first, 1 - first)}
                ratios.append(taken[1] / taken[0])
    return {"central.growth_ratio": median(ratios)}


def _warm_up(chamber: Chamber, ports: list[int]) -> None:
    """Connections open, statements are prepared, pages come into memory."""
    _purchases_s(chamber, ports, CROWD)


def _purchases_s(
    chamber: Chamber, ports: list[int], lines: int = LINES, *, buyers: int = 0
) -> float:
    """Wall time of one slice of purchases."""
    purchases = chamber.open_orders(SLICE, lines, buyers)
    return seconds_for(ports, purchases_of(purchases))
