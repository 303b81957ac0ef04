"""Several central processes on one PostgreSQL are one central: real servers, real HTTP."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from sqlalchemy import func, select, update

from central.db.ids import new_id
from central.ledger.accounts import open_account
from central.ledger.tables import AccountKind, Hold, HoldState
from central.ledger.top_up import top_up
from central.operations.tables import OperationRow
from central.sample import ANA
from kiosk.contract import messages as m
from tests.proofs.promises import broken_now
from tests.support import postgres
from tests.support.central import (
    Central,
    RunningClock,
    Terminal,
    enrolled,
    fresh_database,
    make_central,
    operation,
)

PROCESSES = 2
SWEEP_S = "0.05"
ASKED_MAX = 2_000
S = m.OperationState
pytestmark = pytest.mark.timeout(300)


@dataclass
class City:
    """The servers, and a central in this process that only enrols and looks."""

    central: Central
    addresses: list[str]

    def kiosk(self, point_of_sale: str) -> list[Terminal]:
        """One device, as it talks to each of the processes."""
        device = enrolled(self.central, point_of_sale=point_of_sale)
        return [
            replace(device, http=httpx.Client(base_url=address, trust_env=False, timeout=30))
            for address in self.addresses
        ]


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[City]:
    folder = tmp_path_factory.mktemp("processes")
    url = fresh_database(folder, "postgresql")
    central = make_central(folder, url, RunningClock())
    with ExitStack() as stack:
        addresses = [stack.enter_context(_serving(folder, url)) for _ in range(PROCESSES)]
        yield City(central, addresses)
    assert broken_now(central.services) == []
    central.close()
    postgres.drop_database(url)


@contextmanager
def _serving(folder: Path, url: str) -> Iterator[str]:
    settings = {
        "DATA_DIR": str(folder),
        "DATABASE_URL": url,
        "DEMO": "true",
        "SWEEP_S": SWEEP_S,
        "HASHING__MEMORY_KIB": "8",
        "HASHING__PASSES": "1",
    }
    environment = {f"DISPENSADOR_CENTRAL_{name}": value for name, value in settings.items()}
    with subprocess.Popen(
        [sys.executable, "-m", "central", "serve", "--port", "0"],
        env={**os.environ, **environment},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        lines = iter(process.stderr or ())
        try:
            port = next(line["port"] for line in map(json.loads, lines) if "port" in line)
            # Nobody may wait for a reader of the log.
            threading.Thread(target=lambda: list(lines), daemon=True).start()
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            assert process.wait(30) == 0


@pytest.fixture
def kiosk(city: City, request: pytest.FixtureRequest) -> Iterator[list[Terminal]]:
    terminals = city.kiosk(f"P{sum(map(ord, request.node.name)) % 90 + 10}")
    yield terminals
    for terminal in terminals:
        terminal.http.close()


def deposit(city: City, amount: int) -> None:
    services, holder = city.central.services, f"{ANA.id_type}:{ANA.id_number}"
    services.database.run(
        lambda db: top_up(
            db,
            "99",
            open_account(db, "99", AccountKind.PREPAID, holder).id,
            amount,
            "05",
            new_id(),
            services.now(),
        )
    )


def test_a_purchase_goes_on_at_another_process(kiosk: list[Terminal]) -> None:
    here, there = kiosk
    order = there.order(here.sign_in())
    held = here.authorise(order)
    message = m.Capture(
        op_id=held.op_id,
        device_seq=here.next_seq(),
        printed_at=here.central.clock(),
        evidence="cut ok",
    )
    assert operation(there.post("/v1/operations/capture", message)).state is S.CAPTURED
    again = here.post("/v1/operations/capture", message)
    assert (operation(again).state, again.headers["Idempotency-Hit"]) == (S.CAPTURED, "true")
    asked = m.FetchReceipt(order_id=order.order_id)
    receipts = [each.post("/v1/orders/receipt", asked).json() for each in kiosk]
    assert receipts[0] == receipts[1]


def test_a_request_taken_by_one_is_refused_by_the_other(kiosk: list[Terminal]) -> None:
    here, there = kiosk
    path, body = "/v1/operations/open", m.OpenOperations().model_dump_json().encode()
    headers = here.signed("POST", path, body, None)
    answers = [each.http.post(path, content=body, headers=headers) for each in (here, there)]
    assert [each.status_code for each in answers] == [200, 401]
    assert answers[1].json()["code"] == "nonce-reused"


def test_the_same_message_at_both_at_once_is_taken_once(city: City, kiosk: list[Terminal]) -> None:
    message = kiosk[0].copy(kiosk[0].order(kiosk[0].sign_in()))
    barrier, answers = threading.Barrier(6), list[httpx.Response]()

    def send(terminal: Terminal) -> None:
        barrier.wait(30)
        answers.append(terminal.post("/v1/operations/authorise", message))

    threads = [threading.Thread(target=send, args=(kiosk[n % 2],)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert {operation(each).state for each in answers} == {S.HELD}
    assert sum("Idempotency-Hit" not in each.headers for each in answers) == 1
    holds = select(func.count()).where(Hold.op_id == message.op_id)
    assert city.central.services.database.run(lambda db: db.scalar(holds)) == 1
    kiosk[1].void(message.op_id)


def test_two_sweepers_free_each_hold_once(city: City, kiosk: list[Terminal]) -> None:
    deposit(city, 100_000)
    order = kiosk[0].order(kiosk[0].sign_in(), quantity=10)
    held = [kiosk[n % 2].authorise(order, n) for n in range(1, 11)]
    ids, database = [each.op_id for each in held], city.central.services.database
    past = city.central.clock() - timedelta(seconds=1)
    database.run(
        lambda db: db.execute(
            update(OperationRow).where(OperationRow.id.in_(ids)).values(hold_expires_at=past)
        )
    )
    live = select(func.count()).where(Hold.op_id.in_(ids), Hold.state == HoldState.LIVE)
    for _ in range(ASKED_MAX):
        if not database.run(lambda db: db.scalar(live)):
            break
    assert database.run(lambda db: db.scalar(live)) == 0
    assert broken_now(city.central.services) == []


def test_receipts_asked_of_both_are_numbered_without_gap(city: City, kiosk: list[Terminal]) -> None:
    deposit(city, 100_000)
    session = kiosk[0].sign_in()
    orders = [kiosk[0].order(session) for _ in range(8)]
    for order in orders:
        kiosk[1].capture(kiosk[0].authorise(order).op_id)
    numbers: list[str] = []

    def ask(terminal: Terminal) -> None:
        for order in orders:
            asked = m.FetchReceipt(order_id=order.order_id)
            numbers.append(terminal.post("/v1/orders/receipt", asked).json()["receipt_number"])

    threads = [threading.Thread(target=ask, args=(terminal,)) for terminal in kiosk]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(numbers) == 16
    assert sorted({int(number.partition("-")[2]) for number in numbers}) == list(range(1, 9))
