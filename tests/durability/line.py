"""Purchases over a line that harms every message at every byte, from the sign-in to the receipt.

The kiosk's engine, outbox, client and store are the real ones, and so is central behind HTTP;
between them a proxy cuts, resets, stops or doubles one exchange a purchase. Only paper is a fake,
and waiting is a jump of the kiosk's monotonic clock: tens of thousands of purchases fit in an hour.
"""

import random
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.devices.enrolment import make_enrol_code
from central.ledger.accounts import open_account
from central.ledger.tables import AccountKind
from central.ledger.top_up import top_up
from central.sample import ANA, PEOPLE
from kiosk.contract import messages as m
from kiosk.contract.problems import Problem
from kiosk.documents.model import Document
from kiosk.ports import Clock, Offline
from kiosk.purchase.engine import Purchaser
from kiosk.purchase.limits import Limits
from kiosk.purchase.operation import TERMINAL, State
from kiosk.purchase.order import Copy, Order
from kiosk.purchase.recovery import recover
from kiosk.store import queries
from kiosk.store.journal import Journal
from kiosk.store.store import Store
from kiosk.sync.client import HttpCentral
from kiosk.sync.device_key import load_key
from kiosk.sync.enrol import enrol
from kiosk.sync.http import make_http
from kiosk.sync.outbox import Outbox
from kiosk.system import SystemClock, SystemIds
from tests.durability.proxy import Exchange, Harm, Proxy
from tests.proofs.outcome import Outcome
from tests.proofs.promises import broken_at_the_end
from tests.support.central import (
    CAFE,
    CAFE_PRICE,
    CAFE_TYPE,
    Central,
    RunningClock,
    fresh_database,
    make_central,
)
from tests.support.hall import Server
from tests.support.kiosk import FakePrinter, FakeRoll

_A_STAGE = 400
"""Purchases before central and kiosk are made anew, so that comparing them stays quick."""
_A_SESSION = 25
_COMPARED_EVERY = 40
_TRIES = 4
_READ_S = 3.0
_SOME_S = 0.002
_DEPOSIT = 5_000_000
_NOT_PRINTED = 3

VOID, SIGN_IN, ORDER, RECEIPT = "operations/void", "sessions/open", "orders", "orders/receipt"
MESSAGES = (SIGN_IN, ORDER, "operations/authorise", "operations/capture", VOID, RECEIPT)
R = TypeVar("R")


@dataclass(frozen=True)
class Case:
    """One purchase; the first exchange of ``/v1/path`` suffers. ``prints``: paper comes out."""

    path: str
    harm: Harm
    prints: bool = True


class JumpClock:
    """The machine's clock; waiting moves its monotonic side."""

    def __init__(self) -> None:
        self._real = SystemClock()
        self._ahead = 0.0
        self.now = self._real.now

    def monotonic(self) -> float:
        return self._real.monotonic() + self._ahead

    def jump(self, seconds: float) -> None:
        self._ahead += seconds


class _Paper(FakePrinter):
    """Knows which operation is printed, as the paper would say by its code."""

    op_id = ""

    def lay_out(self, _document: Document) -> FakeRoll:
        return FakeRoll(self.op_id)


@dataclass
class Desk:
    """A kiosk without a screen, behind the proxy, and its central."""

    central: Central
    proxy: Proxy
    folder: Path
    deposits: int = sum(person.balance for person in PEOPLE)
    believed: dict[str, str] = field(default_factory=dict)
    bought: int = 0

    def __post_init__(self) -> None:
        code = make_enrol_code(self.central.services, "K01")
        enrol(self.proxy.url, code, "V-1", self.folder, SystemClock())
        self._pay_in()
        self.clock = JumpClock()
        clock: Clock = self.clock
        self.ids = SystemIds(SystemClock())
        self.paper = _Paper()
        self.store = Store(self.folder)
        self.journal = Journal(self.store, clock)
        device = queries.find_device(self.store)
        assert device is not None
        self.line = HttpCentral(
            make_http(self.proxy.url, connect_s=1.0, read_s=_READ_S),
            device_id=device.device_id,
            central_id=device.central_id,
            key=load_key(self.folder),
            clock=clock,
            ids=self.ids,
        )
        self.outbox = Outbox(self.journal, self.line, clock, lambda: 0.5)
        limits = Limits()
        started = recover(self.journal, self.outbox, self.line, self.paper, clock, self.ids, limits)
        self.purchaser = Purchaser(
            journal=self.journal,
            outbox=self.outbox,
            central=self.line,
            printer=self.paper,
            clock=clock,
            pause=self.clock.jump,
            limits=limits,
            boot_id=started.boot_id,
            central_key=device.central_key,
            printer_is_clear=started.printer_is_clear,
        )
        self._session = ""

    def close(self) -> None:
        self.store.close()
        self.line.close()

    def buy(self, case: Case | None) -> list[str]:
        """One purchase, settled; what is wrong with it."""
        self.proxy.forget()
        self.proxy.harm = _once(case) if case else _no_harm
        if self.bought % _A_SESSION == 0 or (case and case.path == SIGN_IN):
            self._sign_in()
        order = self._open_order()
        op_id = self.paper.op_id = order.copies[0].op_id
        self.paper.plan.extend([] if case is None or case.prints else ["clean"] * _NOT_PRINTED)
        self.purchaser.buy(order, lambda _progress: None)
        for _ in range(_TRIES):
            if self.outbox.drain(60.0):
                break
        broken = self._ask_receipt(order) if case and case.path == RECEIPT else []
        self.proxy.harm = _no_harm
        self.outbox.drain(60.0)
        self.paper.plan.clear()
        return broken + self._judge(op_id)

    def compared(self) -> list[str]:
        """Central's ledger beside everything this kiosk believes."""
        services = self.central.services
        return broken_at_the_end(services, self.believed, self.deposits, 0)

    def _judge(self, op_id: str) -> list[str]:
        found = queries.find_operation(self.store, op_id)
        assert found is not None
        papers = self.paper.complete(op_id)
        self.believed[op_id] = {"VOIDED": "VOIDED_BY_DEVICE"}.get(found.state, found.state)
        broken = []
        if found.state not in TERMINAL:
            broken.append(f"I5: still {found.state}")
        if papers != (found.state is State.CAPTURED):
            broken.append(f"I1, I2: {found.state} with {papers} papers")
        if queries.parked_items(self.store):
            broken.append(f"parked: {queries.parked_items(self.store)}")
        return broken

    def _again(self, ask: Callable[[], R | Problem | Offline]) -> R:
        """As people do: the same once more, until there is an answer."""
        heard = []
        for _ in range(_TRIES):
            answer = ask()
            if not isinstance(answer, Problem | Offline):
                return answer
            heard.append(answer)
        raise AssertionError(f"never answered: {heard}")

    def _sign_in(self) -> None:
        message = m.OpenSession(
            id_type=ANA.id_type, id_number=ANA.id_number, secure_key=ANA.secure_key
        )
        self._session = self._again(lambda: self.line.open_session(message)).session

    def _open_order(self) -> Order:
        self.bought += 1
        line = m.OrderLine(
            registration_number=CAFE, certificate_type=CAFE_TYPE, quantity=1, price=CAFE_PRICE
        )
        message = m.OpenOrder(
            session=self._session,
            order_id=self.ids.new_id(),
            account_id_type=ANA.id_type,
            account_id_number=ANA.id_number,
            prepaid_key=ANA.prepaid_key,
            lines=(line,),
        )
        order = self._again(lambda: self.line.open_order(message))
        copy = Copy(self.ids.new_id(), CAFE, CAFE_TYPE, 1, CAFE_PRICE, "Matrícula", "Café")
        return Order(
            order.order_id, order.order_number, order.recovery_code, order.purchase_token, (copy,)
        )

    def _ask_receipt(self, order: Order) -> list[str]:
        """Ask over the harmed line, and once more: a receipt has one number."""
        message = m.FetchReceipt(order_id=order.order_id)
        first, second = (self._again(lambda: self.line.receipt(message)) for _ in range(2))
        same = (first.receipt_number, first.total) == (second.receipt_number, CAFE_PRICE)
        return [] if same else [f"receipts {first.receipt_number} and {second.receipt_number}"]

    def _pay_in(self) -> None:
        services = self.central.services

        def work(db: Session) -> None:
            holder = f"CC:{ANA.id_number}"
            account = open_account(db, services.chamber, AccountKind.PREPAID, holder).id
            top_up(db, services.chamber, account, _DEPOSIT, "05", new_id(), services.now())

        services.database.run(work)
        self.deposits += _DEPOSIT


@contextmanager
def open_desk(folder: Path) -> Iterator[Desk]:
    """Set it up; clean afterwards."""
    folder.mkdir(parents=True)
    database = fresh_database(folder, "sqlite")
    central = make_central(folder, database, RunningClock(), same_purchase_min=0)
    server = Server(central)
    server.on()
    try:
        with Proxy(server.url) as proxy:
            desk = Desk(central, proxy, folder / "kiosk")
            try:
                yield desk
            finally:
                desk.close()
    finally:
        server.off()
        central.close()
        with suppress(OSError):
            shutil.rmtree(folder)


def lengths(desk: Desk) -> dict[str, tuple[int, int]]:
    """How long each message and its answer are, from purchases that nobody disturbs."""
    found: dict[str, tuple[int, int]] = {}

    def look(exchange: Exchange, answer: bytes) -> None:
        found[exchange.path.removeprefix("/v1/")] = (len(exchange.request), len(answer))

    desk.proxy.seen = look
    for path, prints in ((RECEIPT, True), (VOID, False)):
        assert desk.buy(Case(path, Harm(), prints=prints)) == []
    desk.proxy.seen = lambda _exchange, _answer: None
    return {path: found[path] for path in MESSAGES}


def cases(known: dict[str, tuple[int, int]], every: int) -> Iterator[Case]:
    """Every harm at every byte (or every so many bytes) of every message of a purchase."""
    for path, (request, answer) in known.items():
        prints = path != VOID

        def case(harm: Harm, path: str = path, *, prints: bool = prints) -> Case:
            return Case(path, harm, prints)

        yield case(Harm(silent=True))
        yield case(Harm(twice=True))
        for at in range(0, request, every):
            yield case(Harm(request_cut=at, reset=bool(at // every % 2)))
            if at % (16 * every) == 0:
                yield case(Harm(request_stop=at, stop_s=_SOME_S))
        for at in range(0, answer, every):
            yield case(Harm(answer_cut=at, reset=bool(at // every % 2)))
            if at % (16 * every) == 0:
                yield case(Harm(answer_stop=at, stop_s=_SOME_S))
                yield case(Harm(answer_cut=at, twice=True))
        yield case(Harm(answer_stop=answer // 2, stop_s=_READ_S * 2))


def harm_everywhere(folder: Path, every: int = 1) -> Outcome:
    """The proof."""
    outcome = Outcome("the line, harmed at its bytes")
    outcome.tried["every so many bytes"] = every
    with open_desk(folder / "first") as desk:
        known = lengths(desk)
    for path, (request, answer) in known.items():
        outcome.tried[f"{path}: bytes"] = request + answer
    buy_all(folder, list(cases(known, every)), outcome)
    return outcome


def buy_all(folder: Path, chosen: list[Case], outcome: Outcome) -> None:
    """One purchase for every case; compared with central from time to time and at the end."""
    for first in range(0, len(chosen), _A_STAGE):
        with open_desk(folder / f"line-{first}") as desk:
            batch = chosen[first : first + _A_STAGE]
            for number, case in enumerate(batch, 1):
                broken = desk.buy(case)
                if number % _COMPARED_EVERY == 0 or number == len(batch) or broken:
                    broken += desk.compared()
                outcome.add({"purchases": 1, **_kinds(case)})
                outcome.broken.extend(f"{case}: {line}" for line in broken)
                if broken:
                    return


def _kinds(case: Case) -> dict[str, int]:
    harm = case.harm
    kinds = {
        "request cut": harm.request_cut is not None,
        "answer cut": harm.answer_cut is not None,
        "reset": harm.reset,
        "delayed": bool(harm.stop_s),
        "twice": harm.twice,
        "silent": harm.silent,
    }
    return {name: int(is_so) for name, is_so in kinds.items()}


def _once(case: Case) -> Callable[[Exchange], Harm | None]:
    def harm(exchange: Exchange) -> Harm | None:
        suffers = exchange.path == f"/v1/{case.path}" and exchange.number == 1
        return case.harm if suffers else None

    return harm


def _no_harm(_exchange: Exchange) -> Harm | None:
    return None


def a_few(chosen: Iterable[Case], number: int) -> list[Case]:
    """So many of the cases, spread over all of them but those that wait for a time-out."""
    found = [case for case in chosen if not case.harm.silent and case.harm.stop_s < _READ_S]
    return random.Random(1).sample(found, number)
