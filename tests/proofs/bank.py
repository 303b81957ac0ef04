"""The bank check: many devices spend the same twenty accounts, and the money never goes wrong.

After the bank test of Jepsen (jepsen.io): while the workers act at random, an observer reads all
sums in one snapshot again and again; at the end the workers' journals must equal the database.
PostgreSQL: one process a device, as several central processes on one database. SQLite: threads of
one process, because the embedded database belongs to one process.
"""

import json
import multiprocessing
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import structlog

from tests.proofs.buyer import Buyer
from tests.proofs.city import INITIAL_DEPOSITS, city_services, populate
from tests.proofs.outcome import Outcome
from tests.proofs.promises import broken_at_the_end, broken_now
from tests.support.central import Central, enrolled, fresh_database, make_central

_PAUSE_S = 1.0
_SETTLE_S = 120


@dataclass(frozen=True)
class Job:
    """What one worker is told."""

    url: str
    data_dir: str
    epoch: float
    seconds: float
    device_id: str
    point_of_sale: str
    seed: int


@dataclass
class Report:
    """What one worker says at its end; ``error`` is a traceback."""

    journal: dict[str, str]
    counts: dict[str, int]
    deposits: int
    error: str = ""


def bank_check(backend: str, seconds: float, workers: int, seed: int, folder: Path) -> Outcome:
    """Let ``workers`` devices act at random for so long; ``backend`` as in ``fresh_database``."""
    outcome = Outcome(f"bank check, {workers} devices on {backend}")
    url = fresh_database(folder, backend)
    epoch = time.time()
    services = city_services(url, epoch, folder)
    populate(services)
    # Only enrols: its own clock stands still.
    enroller = make_central(folder, url)
    devices = [_device(enroller, f"B{index:02}") for index in range(workers)]
    enroller.close()
    jobs = [
        Job(url, str(folder), epoch, seconds, device, f"B{index:02}", seed * 1_000 + index)
        for index, device in enumerate(devices)
    ]
    run = _in_processes if backend == "postgresql" else _in_threads
    done = threading.Event()
    reports: list[Report] = []

    def work() -> None:
        try:
            reports.extend(run(jobs))
        finally:
            done.set()

    thread = threading.Thread(target=work)
    thread.start()
    while not done.wait(_PAUSE_S):
        outcome.broken += broken_now(services)
        outcome.add({"snapshots checked": 1})
    thread.join()
    journal: dict[str, str] = {}
    deposits = INITIAL_DEPOSITS
    for report in reports:
        journal |= report.journal
        deposits += report.deposits
        outcome.add(report.counts)
        if report.error:
            outcome.broken.append(report.error)
    if len(reports) < workers:
        outcome.broken.append(f"{workers - len(reports)} workers never came back")
    refunds = int(outcome.tried.get("refund", 0))
    outcome.broken += broken_at_the_end(services, journal, deposits, refunds)
    services.database.close()
    outcome.tried |= {"seed": seed, "seconds": seconds, "operations": len(journal)}
    return outcome


def act(job: Job) -> Report:
    """One worker: random steps until the time is over, then everything is settled."""
    services = city_services(job.url, job.epoch, Path(job.data_dir))
    report = act_with(Buyer(services, job.device_id, job.point_of_sale, job.seed), job.seconds)
    services.database.close()
    return report


def act_with(buyer: Buyer, seconds: float) -> Report:
    """The same for a buyer that is there already."""
    error, ends_at = "", time.time() + seconds
    try:
        buyer.begin()
        while time.time() < ends_at:
            buyer.act()
        buyer.settle()
    except Exception:  # noqa: BLE001 - the report carries it to the judge
        error = traceback.format_exc()
    return Report(buyer.journal, dict(buyer.counts), buyer.deposits, error)


def _device(enroller: Central, point_of_sale: str) -> str:
    return enrolled(enroller, point_of_sale=point_of_sale).identity.device_id


def _in_processes(jobs: list[Job]) -> list[Report]:
    """One process loads the program and forks a worker a job, before it has any connection."""
    command = [sys.executable, "-m", "tests.proofs.bank"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            out, err = process.communicate(
                json.dumps([asdict(job) for job in jobs]), timeout=jobs[0].seconds + _SETTLE_S
            )
        finally:
            process.kill()
    if process.returncode:
        return [Report({}, {}, 0, err[-2_000:] or f"ended with {process.returncode}")]
    return [Report(**json.loads(line)) for line in out.splitlines()]


def _crowd(jobs: list[Job]) -> None:
    """Fork a worker a job and print the reports, one a line."""
    # No thread and no connection exists yet, so that fork is safe; spawn would load the program
    # once a worker and measure that.
    context = multiprocessing.get_context("fork")
    reports: multiprocessing.Queue[Report] = context.Queue()
    workers = [context.Process(target=lambda job: reports.put(act(job)), args=(j,)) for j in jobs]
    for worker in workers:
        worker.start()
    for _ in workers:
        print(json.dumps(asdict(reports.get())), flush=True)  # noqa: T201 - the parent reads it
    for worker in workers:
        worker.join()


def _in_threads(jobs: list[Job]) -> list[Report]:
    first = jobs[0]
    services = city_services(first.url, first.epoch, Path(first.data_dir))
    reports: list[Report] = []

    def work(job: Job) -> None:
        buyer = Buyer(services, job.device_id, job.point_of_sale, job.seed)
        reports.append(act_with(buyer, job.seconds))

    threads = [threading.Thread(target=work, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    services.database.close()
    return reports


@contextmanager
def quiet_log() -> Iterator[None]:
    """Incidents are logged loudly; a proof makes thousands of them on purpose."""
    structlog.configure(logger_factory=structlog.ReturnLoggerFactory())
    try:
        yield
    finally:
        structlog.reset_defaults()


if __name__ == "__main__":
    with quiet_log():
        _crowd([Job(**each) for each in json.loads(sys.stdin.read())])
