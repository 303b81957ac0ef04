"""Faults under real purchases over HTTP: nothing is lost, nothing happens twice.

Four kiosks buy without pause, each repeating a message until it is answered. Every round does one
of these to central: SIGKILL between commit and reply, SIGKILL before the commit, a serialisation
failure or deadlock reported by PostgreSQL in the middle or at the commit, PostgreSQL stopped in
immediate mode. Nothing is imitated but the cause of the serialisation failures: triggers that the
proof plants raise the server's own error codes.
"""

import random
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from sqlalchemy import Engine, create_engine, text

from central import sample
from central.db import migrate
from central.db.ids import new_id
from central.ledger.accounts import open_account
from central.ledger.tables import AccountKind
from central.ledger.top_up import top_up
from kiosk.contract import messages as m
from tests.proofs.mortal_server import Fuse, Moment
from tests.proofs.outcome import Outcome
from tests.proofs.own_postgres import OwnPostgres, own_postgres
from tests.proofs.promises import broken_at_the_end
from tests.support.central import (
    CAFE_PRICE,
    Central,
    RunningClock,
    Terminal,
    enrolled,
    make_central,
)

KIOSKS = 4
_ROUND_S = 60
_POLL_S = 0.005
_HITS = 5
_AGAIN_S = 0.05
_MONEY = 1_000_000_000

_PLANT = """
CREATE TABLE trouble (share float NOT NULL);
INSERT INTO trouble VALUES (0);
CREATE SEQUENCE trouble_hits;
CREATE FUNCTION make_trouble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF random() < (SELECT share FROM trouble) THEN
    PERFORM nextval('trouble_hits');
    IF random() < 0.5 THEN RAISE EXCEPTION 'planted' USING ERRCODE = '40001';
    ELSE RAISE EXCEPTION 'planted' USING ERRCODE = '40P01'; END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER trouble AFTER INSERT OR UPDATE ON operations
  FOR EACH ROW EXECUTE FUNCTION make_trouble();
CREATE TRIGGER trouble AFTER INSERT ON receipts FOR EACH ROW EXECUTE FUNCTION make_trouble();
CREATE TRIGGER trouble AFTER UPDATE ON ledger_accounts
  FOR EACH ROW EXECUTE FUNCTION make_trouble();
CREATE CONSTRAINT TRIGGER trouble_at_commit AFTER INSERT ON audit
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION make_trouble();
"""


class Kiosk:
    """Buys two copies at a time: captures one, voids or captures the other, asks for the receipt.

    ``journal`` is what it was told: operation id → state.
    """

    def __init__(self, central: Central, address: str, number: int, seed: int) -> None:
        self._http = httpx.Client(base_url=address, timeout=15, trust_env=False)
        self._terminal: Terminal = enrolled(central, self._http, f"C{number:02}")
        self._random = random.Random(seed)
        self._pause = threading.Event()
        self.journal: dict[str, str] = {}
        self.purchases = 0
        self.resent = 0
        self.error = ""

    def run(self, stop: threading.Event) -> None:
        try:
            while not stop.is_set():
                self._purchase()
        except Exception:  # noqa: BLE001 - the judge reads it
            self.error = traceback.format_exc()
        finally:
            self._http.close()

    def _purchase(self) -> None:
        t = self._terminal
        person = sample.ANA
        sign_in = m.OpenSession(
            id_type=person.id_type, id_number=person.id_number, secure_key=person.secure_key
        )
        answer = self._send("/v1/sessions/open", sign_in)
        if answer.status_code == 429:
            return
        session = m.SessionOpened.model_validate_json(_good(answer)).session
        opened = self._send("/v1/orders", t.cart(session, 2))
        if opened.status_code == 429:
            return
        order = m.OrderOpened.model_validate_json(_good(opened))
        for copy in (1, 2):
            message = t.copy(order, copy)
            self._note(self._send("/v1/operations/authorise", message))
            if copy == 1 or self._random.random() < 0.5:
                end: m.MoneyMessage = m.Capture(
                    op_id=message.op_id,
                    device_seq=t.next_seq(),
                    printed_at=t.central.clock(),
                    evidence="cut ok",
                )
                path = "/v1/operations/capture"
            else:
                end = m.Void(op_id=message.op_id, device_seq=t.next_seq(), reason="not printed")
                path = "/v1/operations/void"
            self._note(self._send(path, end))
        receipt = self._send("/v1/orders/receipt", m.FetchReceipt(order_id=order.order_id))
        _good(receipt)
        self.purchases += 1

    def _note(self, answer: httpx.Response) -> None:
        told = m.Operation.model_validate_json(_good(answer))
        self.journal[told.op_id] = told.state.value

    def _send(self, path: str, message: m.Message) -> httpx.Response:
        """The same message until central answers it."""
        while True:
            try:
                answer = self._terminal.post(path, message)
            except httpx.TransportError:
                self.resent += 1
                self._pause.wait(_AGAIN_S)
                continue
            if answer.status_code < 500 and answer.headers.get("Retry-After") != "1":
                return answer
            if answer.status_code == 500:
                raise AssertionError(answer.text)
            self.resent += 1
            self._pause.wait(_AGAIN_S)


def fault_rounds(rounds: int, seed: int) -> Outcome:
    """So many faults, one after the other, while the kiosks buy."""
    outcome = Outcome("purchases under faults on postgresql")
    with own_postgres() as server, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        url = server.new_database("proof")
        central = make_central(folder, url, RunningClock())
        _prepare(central)
        engine = create_engine(url, pool_pre_ping=True)
        with _mortal(url, folder) as address:
            kiosks = [Kiosk(central, address, n, seed + n) for n in range(KIOSKS)]
            stop = threading.Event()
            threads = [threading.Thread(target=k.run, args=(stop,)) for k in kiosks]
            for thread in threads:
                thread.start()
            try:
                _strike(outcome, rounds, random.Random(seed), server, Fuse(folder / "fuse"), engine)
            finally:
                stop.set()
                for thread in threads:
                    thread.join(_ROUND_S)
        journal: dict[str, str] = {}
        for kiosk in kiosks:
            journal |= kiosk.journal
            outcome.add({"purchases": kiosk.purchases, "messages sent again": kiosk.resent})
            if kiosk.error:
                outcome.broken.append(kiosk.error)
        deposits = sum(person.balance for person in sample.PEOPLE) + _MONEY
        outcome.broken += broken_at_the_end(central.services, journal, deposits, 0)
        outcome.broken += _charged(engine, journal)
        outcome.tried |= {"seed": seed, "operations": len(journal)}
        engine.dispose()
        central.close()
    return outcome


def _prepare(central: Central) -> None:
    database = central.services.database
    migrate.upgrade(database.engine)
    sample.seed(central.services, companies=0)
    holder = f"{sample.ANA.id_type}:{sample.ANA.id_number}"
    database.run(
        lambda db: top_up(
            db,
            "99",
            open_account(db, "99", AccountKind.PREPAID, holder).id,
            _MONEY,
            "05",
            new_id(),
            central.clock(),
        )
    )
    with database.engine.begin() as connection:
        connection.exec_driver_sql(_PLANT)


@contextmanager
def _mortal(url: str, folder: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "tests.proofs.mortal_server", url, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.terminate()
            process.wait(_ROUND_S)


def _strike(
    outcome: Outcome,
    rounds: int,
    chance: random.Random,
    server: OwnPostgres,
    fuse: Fuse,
    engine: Engine,
) -> None:
    def kill(moment: Moment) -> None:
        fuse.light(moment, chance.randrange(30))
        _wait(lambda: not fuse.burning)

    def trouble() -> None:
        before = _scalar(engine, "SELECT last_value FROM trouble_hits")
        _scalar(engine, "UPDATE trouble SET share = 0.2 RETURNING share")
        _wait(lambda: _scalar(engine, "SELECT last_value FROM trouble_hits") >= before + _HITS)
        _scalar(engine, "UPDATE trouble SET share = 0 RETURNING share")

    strikes: list[tuple[str, Callable[[], None]]] = [
        ("killed between commit and reply", lambda: kill(Moment.AFTER_COMMIT)),
        ("serialization failures and deadlocks", trouble),
        ("killed before the commit", lambda: kill(Moment.BEFORE_COMMIT)),
        ("postgresql stopped in immediate mode", server.crash),
        ("killed between commit and reply", lambda: kill(Moment.AFTER_COMMIT)),
    ]
    for number in range(rounds):
        what, strike = strikes[number % len(strikes)]
        strike()
        outcome.add({"rounds": 1, what: 1})


def _wait(happened: Callable[[], bool]) -> None:
    """Until it happened; a round that does not end is a broken proof, not a pass."""
    pause = threading.Event()
    for _ in range(int(_ROUND_S / _POLL_S)):
        if happened():
            return
        pause.wait(_POLL_S)
    raise AssertionError("the fault did not strike: the kiosks stopped buying")


def _scalar(engine: Engine, sql: str) -> float:
    with engine.begin() as connection:
        return float(connection.execute(text(sql)).scalar_one())


def _charged(engine: Engine, journal: dict[str, str]) -> list[str]:
    """The holder paid exactly for the captured copies the kiosks know."""
    captured = sum(state == m.OperationState.CAPTURED.value for state in journal.values())
    sql = "SELECT coalesce(sum(amount), 0) FROM ledger_postings WHERE kind = 'purchase'"
    paid = int(_scalar(engine, sql))
    if paid == captured * CAFE_PRICE:
        return []
    return [f"{captured} copies were captured, {paid} pesos were charged"]


def _good(response: httpx.Response) -> bytes:
    if response.status_code != 200:
        raise AssertionError(f"{response.status_code}: {response.text}")
    return response.content
