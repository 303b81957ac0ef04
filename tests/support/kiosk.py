"""Fakes behind the core's ports, a kiosk wired with them, and crashes around every call."""

import base64
import random
import shutil
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from pydantic import ValidationError
from sqlalchemy import Connection

from kiosk.contract import messages as m
from kiosk.contract.documents import sign_document
from kiosk.contract.problems import Problem, ProblemCode
from kiosk.documents.model import Document, Paragraph, to_json
from kiosk.ports import (
    ChargeLevel,
    Counters,
    NotPrinted,
    Offline,
    Printed,
    Printer,
    PrinterFault,
    PrinterState,
    PrintOutcome,
    PrintProgress,
    PrintUnknown,
    Roll,
)
from kiosk.purchase.engine import Purchaser
from kiosk.purchase.limits import Limits, Wait
from kiosk.purchase.order import Copy, Order, PurchaseProgress, PurchaseResult
from kiosk.purchase.recovery import Recovery, recover
from kiosk.store import queries
from kiosk.store.journal import Journal
from kiosk.store.store import FILE_NAME, Store
from kiosk.sync.outbox import Outbox
from kiosk.system import uuid7

T = TypeVar("T")

START = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)


class Crash(BaseException):
    """The power went off. Not an ``Exception``, so that no product code can swallow it."""


@dataclass
class Crasher:
    """Counts every place where the power could go off, and lets it go off at one of them."""

    at: int = 0
    at_name: str = ""
    passed: list[str] = field(default_factory=list)

    def point(self, name: str) -> None:
        self.passed.append(name)
        if len(self.passed) == self.at or name == self.at_name:
            raise Crash(name)


class FakeClock:
    """Time that moves only when told."""

    def __init__(self) -> None:
        self.wall = START
        self.seconds = 1000.0

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.seconds

    def advance(self, seconds: float) -> None:
        self.seconds += seconds
        self.wall += timedelta(seconds=seconds)


class FakeIds:
    """Ids and nonces from a seed."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._ms = int(START.timestamp() * 1000)

    def new_id(self) -> str:
        self._ms += 1
        return uuid7(self._ms, self._random.getrandbits(74))

    def new_nonce(self) -> str:
        return base64.urlsafe_b64encode(self._random.randbytes(16)).rstrip(b"=").decode()


class CrashingStore:
    """A real store with a crash point on either side of every commit."""

    def __init__(self, store: Store, crasher: Crasher) -> None:
        self.real = store
        self._crasher = crasher

    def write(self, work: Callable[[Connection], T], /) -> T:
        self._crasher.point("before commit")
        result = self.real.write(work)
        self._crasher.point("after commit")
        return result

    def read(self, work: Callable[[Connection], T], /) -> T:
        return self.real.read(work)


# Central


@dataclass
class Held:
    """Central's side of one operation."""

    state: m.OperationState
    price: int
    code: str = ""
    document: m.SignedDocument | None = None
    reason: str = ""
    of: str = ""
    elsewhere: bool = False


LOST_REQUEST = "lost request"
LOST_ANSWER = "lost answer"
_PENDING = (m.OperationState.HELD, m.OperationState.EXPIRED)


class FakeCentral:
    """A small central that keeps the protocol's rules; faults are scripted per call.

    ``faults["authorise"].append(LOST_ANSWER)`` or a ``Problem`` or a function that spoils the
    answer.
    """

    def __init__(self, crasher: Crasher | None = None, balance: int = 100_000) -> None:
        self.crasher = crasher or Crasher()
        self.key = Ed25519PrivateKey.from_private_bytes(b"central key of the tests, 32 b..")
        self.balance = balance
        self.operations: dict[str, Held] = {}
        self.faults: dict[str, deque[object]] = defaultdict(deque)
        self.calls: list[str] = []
        self.bodies: dict[int, bytes] = {}
        self.resolutions: list[m.Resolution] = []
        self.heartbeats: list[m.Heartbeat] = []
        self.configuration: tuple[int, dict[str, str | int | bool]] = (0, {})
        self.online = True
        self.on_call: Callable[[str], None] = lambda _name: None

    @property
    def public_key(self) -> str:
        raw = self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        return base64.b64encode(raw).decode()

    @property
    def spent(self) -> int:
        return sum(
            op.price for op in self.operations.values() if op.state is m.OperationState.CAPTURED
        )

    @property
    def held(self) -> int:
        return sum(op.price for op in self.operations.values() if op.state in _PENDING)

    def money(self, path: str, device_seq: int, body: bytes) -> m.Operation | Problem | Offline:
        name = path.rpartition("/")[2]
        assert self.bodies.setdefault(device_seq, body) == body, "another body for this number"
        return self._call(name, lambda: self._money(name, device_seq, body))

    def operation(self, op_id: str) -> m.Operation | Problem | Offline:
        return self._call("operation", lambda: self._reply(op_id))

    def open_operations(self) -> m.OpenOperationsReply | Problem | Offline:
        def work() -> m.OpenOperationsReply:
            found = [
                op_id
                for op_id, op in self.operations.items()
                if op.state in _PENDING and not op.elsewhere
            ]
            return m.OpenOperationsReply(operations=tuple(self._answer(o) for o in found))

        return self._call("open_operations", work)

    def heartbeat(self, message: m.Heartbeat) -> m.HeartbeatReply | Problem | Offline:
        self.heartbeats.append(message)
        version, content = self.configuration

        def work() -> m.HeartbeatReply:
            return m.HeartbeatReply(
                server_time=START,
                resolutions=tuple(self.resolutions),
                config_version=version,
                config=None if version == message.config_version else content,
            )

        return self._call("heartbeat", work)

    def open_session(self, message: m.OpenSession) -> m.SessionOpened | Problem | Offline:
        raise NotImplementedError

    def close_session(self, message: m.CloseSession) -> None:
        raise NotImplementedError

    def account(self, message: m.FetchAccount) -> m.Account | Problem | Offline:
        raise NotImplementedError

    def search(self, message: m.SearchRegistrations) -> m.RegistrationPage | Problem | Offline:
        raise NotImplementedError

    def catalogue(self, message: m.FetchCatalogue) -> m.Catalogue | Problem | Offline:
        raise NotImplementedError

    def open_order(self, message: m.OpenOrder) -> m.OrderOpened | Problem | Offline:
        raise NotImplementedError

    def receipt(self, message: m.FetchReceipt) -> m.Receipt | Problem | Offline:
        raise NotImplementedError

    def look_up_code(self, message: m.LookUpCode) -> m.FoundOrder | Problem | Offline:
        raise NotImplementedError

    def _call(self, name: str, work: Callable[[], T]) -> T | Problem | Offline:
        self.calls.append(name)
        self.on_call(name)
        self.crasher.point(f"before {name}")
        fault = self.faults[name].popleft() if self.faults[name] else None
        if not self.online or fault == LOST_REQUEST:
            return Offline("lost request")
        if isinstance(fault, Problem):
            return fault
        reply = work()
        self.crasher.point(f"after {name}")
        if fault == LOST_ANSWER:
            return Offline("lost answer")
        if callable(fault):
            spoilt: T = fault(reply)
            return spoilt
        return reply

    def _money(self, name: str, device_seq: int, body: bytes) -> m.Operation | Problem:
        kinds: dict[str, type[m.MoneyMessage]] = {
            "authorise": m.Authorise,
            "capture": m.Capture,
            "void": m.Void,
            "claim": m.Claim,
            "resolve": m.Resolve,
            "reprint": m.Reprint,
        }
        try:
            message = kinds[name].model_validate_json(body)
        except ValidationError:
            return problem(ProblemCode.MALFORMED)
        assert message.device_seq == device_seq
        match message:
            case m.Authorise():
                return self._authorise(message)
            case m.Capture():
                return self._capture(message)
            case m.Claim():
                return self._claim(message)
            case m.Resolve():
                return self._resolve(message.op_id)
            case m.Reprint():
                return self._reprint(message)
            case _:
                return self._void(message.op_id)

    def _authorise(self, message: m.Authorise) -> m.Operation:
        if message.op_id not in self.operations:
            if self.balance - self.spent - self.held < message.price:
                state, reason = m.OperationState.DECLINED, ProblemCode.INSUFFICIENT_BALANCE.value
                self.operations[message.op_id] = Held(state, message.price, reason=reason)
            else:
                self.operations[message.op_id] = Held(
                    m.OperationState.HELD,
                    message.price,
                    code=message.op_id[-8:].upper(),
                    document=sign_document(to_json(make_certificate(message.op_id)), self.key),
                )
        return self._answer(message.op_id)

    def _capture(self, message: m.Capture) -> m.Operation | Problem:
        found = self.operations[message.op_id]
        if found.state is m.OperationState.VOIDED_BY_DEVICE:
            return problem(ProblemCode.VOIDED_BEFORE_CAPTURE, 409)
        found.state = m.OperationState.CAPTURED
        if found.of:
            self.operations[found.of].state = m.OperationState.CAPTURED
        return self._answer(message.op_id)

    def sold_elsewhere(self, op_id: str, price: int = 6100) -> str:
        """An operation of another kiosk that waits for its person."""
        self.operations[op_id] = Held(m.OperationState.HELD, price, code="ELSEWHER", elsewhere=True)
        return op_id

    def _claim(self, message: m.Claim) -> m.Operation | Problem:
        sale = self.operations[message.of_op_id]
        if message.op_id not in self.operations:
            taken = any(
                op.of == message.of_op_id and op.state in _PENDING
                for op in self.operations.values()
            )
            if sale.state not in _PENDING or taken:
                return problem(ProblemCode.ALREADY_DECIDED, 409)
            self.operations[message.op_id] = Held(
                m.OperationState.HELD,
                0,
                code=sale.code,
                document=sign_document(to_json(make_certificate(message.op_id)), self.key),
                of=message.of_op_id,
            )
        return self._answer(message.op_id)

    def _reprint(self, message: m.Reprint) -> m.Operation | Problem:
        sale = self.operations[message.of_op_id]
        if message.op_id not in self.operations:
            if sale.state is not m.OperationState.CAPTURED:
                return problem(ProblemCode.CERTIFICATE_VOID, 409)
            self.operations[message.op_id] = Held(
                m.OperationState.HELD,
                0,
                code=sale.code,
                document=sign_document(to_json(make_certificate(message.op_id)), self.key),
                of=message.of_op_id,
            )
        return self._answer(message.op_id)

    def _resolve(self, op_id: str) -> m.Operation:
        sale = self.operations[op_id]
        if sale.state in _PENDING:
            sale.state = m.OperationState.VOIDED_BY_STAFF
        return self._answer(op_id)

    def _void(self, op_id: str) -> m.Operation | Problem:
        found = self.operations.setdefault(op_id, Held(m.OperationState.VOIDED_BY_DEVICE, 0))
        if found.state is m.OperationState.CAPTURED:
            return problem(ProblemCode.ALREADY_CAPTURED, 409)
        if found.state in _PENDING:
            found.state = m.OperationState.VOIDED_BY_DEVICE
        return self._answer(op_id)

    def _reply(self, op_id: str) -> m.Operation | Problem:
        if op_id not in self.operations:
            return problem(ProblemCode.NOT_FOUND, 404)
        return self._answer(op_id)

    def _answer(self, op_id: str) -> m.Operation:
        found = self.operations[op_id]
        return m.Operation(
            op_id=op_id,
            state=found.state,
            price=found.price,
            reason=found.reason,
            verification_code=found.code,
            certificate=found.document if found.state is m.OperationState.HELD else None,
        )


def problem(code: ProblemCode, status: int = 422, **more: object) -> Problem:
    """A refusal."""
    return Problem.model_validate({"status": status, "code": code, **more})


# Printer


@dataclass(frozen=True)
class FakeRoll:
    """A laid-out document; ``op_id`` is what the fake's paper remembers of it."""

    op_id: str
    length_mm: int = 300
    sheets: int = 2
    size_bytes: int = 4000


@dataclass
class Strip:
    """A piece of paper that came out, whole or not."""

    op_id: str
    complete: bool
    retracted: bool = False


class FakePrinter:
    """A printer with a ledger of its paper.

    ``plan`` says how the next prints end: ``ok``, ``clean`` (proof that nothing came out),
    ``retracted``, or unknown to the kiosk: ``lost-none``, ``lost-part``, ``lost-whole``.
    """

    charge_level = ChargeLevel.PROCESS_ID

    def __init__(self, crasher: Crasher | None = None, *, has_counters: bool = True) -> None:
        self.crasher = crasher or Crasher()
        self.has_counters = has_counters
        self.plan: deque[str] = deque()
        self.paper: list[Strip] = []
        self.fault: PrinterFault | None = None
        self.preflights: deque[PrinterFault | None] = deque()
        self.preflight_mm: list[int] = []
        self.counts = Counters(cuts=10, printed_cm=500, retracts=0)
        self.counters_readable = True
        self.clears = True
        self.in_buffer: str | None = None
        self.fences: list[int] = []
        self.refuse_text = False
        self.on_print: Callable[[str], None] = lambda _op_id: None
        self.took_s = 0.0
        self.clock: FakeClock | None = None

    def state(self) -> PrinterState:
        return PrinterState(self.fault)

    def lay_out(self, document: Document) -> FakeRoll:
        if self.refuse_text:
            raise ValueError("a character the printer does not have")
        return FakeRoll(document.meta.get("op_id", document.kind))

    def preflight(self, length_mm: int) -> PrinterFault | None:
        self.preflight_mm.append(length_mm)
        return self.preflights.popleft() if self.preflights else self.fault

    def counters(self) -> Counters | None:
        return self.counts if self.has_counters and self.counters_readable else None

    def print(
        self, roll: Roll, fence_id: int, on_progress: Callable[[PrintProgress], None]
    ) -> PrintOutcome:
        assert isinstance(roll, FakeRoll)
        self.crasher.point("before print")
        assert self.in_buffer is None, "another person's paper is still in the buffer"
        self.on_print(roll.op_id)
        self.fences.append(fence_id)
        plan = self.plan.popleft() if self.plan else "ok"
        if self.clock:
            self.clock.advance(self.took_s)
        if plan == "clean":
            return NotPrinted(PrinterFault.COVER_OPEN, "nothing left the printer")
        self.in_buffer = roll.op_id
        if plan == "lost-none":
            return PrintUnknown(PrinterFault.PAPER_OUT, "no answer")
        self.crasher.point("while sending")
        self._move(roll.length_mm // 20, cuts=0)
        strip = Strip(roll.op_id, complete=False)
        self.paper.append(strip)
        on_progress(PrintProgress(0.5))
        if plan == "lost-part":
            return PrintUnknown(PrinterFault.PAPER_OUT, "paper out in the middle")
        self.crasher.point("in the middle of the paper")
        self._move(roll.length_mm // 10 - roll.length_mm // 20, cuts=1)
        strip.complete = True
        self.in_buffer = None
        if plan == "retracted":
            strip.retracted = True
            self.counts = replace(self.counts, retracts=(self.counts.retracts or 0) + 1)
            return NotPrinted(PrinterFault.PRESENTER, "retracted")
        on_progress(PrintProgress(1.0))
        self.crasher.point("after the cut")
        if plan == "lost-whole":
            return PrintUnknown(PrinterFault.DISCONNECTED, "cable out")
        return Printed(f"process id {fence_id:04d}")

    def clear(self) -> bool:
        self.crasher.point("before clear")
        if self.clears:
            self.in_buffer = None
        return self.clears

    def close(self) -> None:
        pass

    def complete(self, op_id: str) -> int:
        """How many whole papers of this operation somebody could take."""
        return sum(s.op_id == op_id and s.complete and not s.retracted for s in self.paper)

    def _move(self, cm: int, cuts: int) -> None:
        self.counts = replace(
            self.counts,
            cuts=(self.counts.cuts or 0) + cuts,
            printed_cm=(self.counts.printed_cm or 0) + cm,
        )


# The whole kiosk


def make_certificate(op_id: str) -> Document:
    """A short document that names its operation."""
    return Document(
        kind="certificate",
        title="Certificado de ejemplo",
        blocks=(Paragraph("Texto de ejemplo."),),
        meta={"op_id": op_id},
    )


def make_order(ids: FakeIds, copies: int = 2, price: int = 6100) -> Order:
    """An open order of so many copies of one certificate."""
    return Order(
        order_id=ids.new_id(),
        order_number="99-000001",
        recovery_code="ABC234",
        purchase_token="token-of-the-tests",
        copies=tuple(
            Copy(
                op_id=ids.new_id(),
                registration_number="990001",
                certificate_type="CM01",
                copy_index=index,
                price_pesos=price,
                certificate_name="Matrícula mercantil",
                registration_name="Ejemplo S.A.S.",
            )
            for index in range(1, copies + 1)
        ),
    )


@cache
def _template(folder: Path) -> Path:
    """A migrated, empty store, made once: opening a copy of it skips the migrations."""
    Store(folder).close()
    return folder / FILE_NAME


def fresh_state(folder: Path, template_folder: Path) -> Path:
    """A state directory with an empty store of the present version."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(_template(template_folder), folder / FILE_NAME)
    return folder


class FakeKiosk:
    """The real store, engine, outbox and recovery, with fakes around them.

    ``reboot`` is what a power cut leaves: every object is gone but disk, paper and central.
    """

    def __init__(
        self,
        state_dir: Path,
        *,
        crasher: Crasher | None = None,
        central: FakeCentral | None = None,
        printer: FakePrinter | None = None,
        limits: Limits | None = None,
    ) -> None:
        self.state_dir = state_dir
        self.crasher = crasher or Crasher()
        self.clock = FakeClock()
        self.ids = FakeIds()
        self.central = central or FakeCentral(self.crasher)
        self.printer = printer or FakePrinter(self.crasher)
        self.press: Printer = self.printer  # what the engine prints on
        self.printer.clock = self.clock
        self.limits = limits or Limits()
        self.pause: Wait = self.clock.advance
        self.progress: list[PurchaseProgress] = []
        self.report: Callable[[PurchaseProgress], None] = self.progress.append
        self.recovery: Recovery | None = None
        self._wire()

    def _wire(self) -> None:
        self.real = Store(self.state_dir)
        self.store = CrashingStore(self.real, self.crasher)
        self.journal = Journal(self.store, self.clock)
        self.outbox = Outbox(self.journal, self.central, self.clock, jitter=lambda: 0.999)

    def start(self) -> Recovery:
        self.recovery = recover(
            self.journal,
            self.outbox,
            self.central,
            self.printer,
            self.clock,
            self.ids,
            self.limits,
        )
        return self.recovery

    def buy(self, order: Order) -> PurchaseResult:
        return self._purchaser().buy(order, self.report)

    def claim(self, order: Order, of_op_id: str) -> PurchaseResult:
        return self._purchaser().claim(order, of_op_id, "s" * 32, self.report)

    def reprint(self, order: Order, of_op_id: str) -> PurchaseResult:
        return self._purchaser().reprint(order, of_op_id, self.report)

    def _purchaser(self) -> Purchaser:
        recovery = self.recovery or self.start()
        return Purchaser(
            journal=self.journal,
            outbox=self.outbox,
            central=self.central,
            printer=self.press,
            clock=self.clock,
            pause=self.pause,
            limits=self.limits,
            boot_id=recovery.boot_id,
            central_key=self.central.public_key,
            printer_is_clear=recovery.printer_is_clear,
        )

    def reboot(self) -> None:
        self.real.abandon()
        self.recovery = None
        self.clock.advance(30)
        self._wire()

    def settle(self, rounds: int = 50) -> None:
        """Give the background all the time it wants."""
        for _ in range(rounds):
            if not queries.queue(self.store).length:
                return
            self.clock.advance(max(1.0, self.outbox.send_due()))
