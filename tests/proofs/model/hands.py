"""One life of central under two kiosks: what its rules need to act and to judge each answer."""

import shutil
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, TypeVar

import httpx
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
)

from central.db.ids import new_id
from central.ledger.accounts import open_account
from central.ledger.tables import AccountKind
from central.operations.correction import correct
from central.sample import ANA, BENITO
from kiosk.contract import messages as m
from kiosk.contract.problems import Problem
from tests.proofs.model.judge import differences
from tests.proofs.model.state import OPEN, Order, Said, Session, World
from tests.proofs.promises import broken_now
from tests.support import postgres
from tests.support.central import (
    CAFE,
    CAFE_PRICE,
    CAFE_TYPE,
    START,
    enrolled,
    fresh_database,
    make_central,
)
from tests.support.leftovers import own_folder

T = TypeVar("T")
PEOPLE = (ANA, BENITO)
BALANCES = (25_000, 15_000)
STAFF = "marta"
S = m.OperationState
STATUS = {
    "malformed": 422,
    "not-found": 404,
    "nonce-reused": 401,
    "device-cloned": 403,
    "credentials-invalid": 401,
    "throttled": 429,
    "key-blocked": 403,
    "session-expired": 401,
    "prepaid-key-invalid": 403,
    "insufficient-balance": 409,
    "price-changed": 409,
    "token-expired": 403,
    "fingerprint-mismatch": 422,
    "voided-before-capture": 409,
    "already-captured": 409,
    "receipt-pending": 409,
    "reprint-limit": 409,
}
PATHS: dict[type[m.MoneyMessage], str] = {
    m.Authorise: "/v1/operations/authorise",
    m.Capture: "/v1/operations/capture",
    m.Void: "/v1/operations/void",
    m.Reprint: "/v1/operations/reprint",
}


class Hands(RuleBasedStateMachine):
    """One life of central, without the rules; ``happened`` counts all lives.

    ``backend`` is as in ``fresh_database``. The model is compared after each step, the whole ledger
    recomputed every ``recompute_every``.
    """

    backend: ClassVar[str] = "sqlite"
    recompute_every: ClassVar[int] = 1
    happened: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self._folder = own_folder("model")
        self._url = fresh_database(self._folder, self.backend)
        self.central = make_central(self._folder, self._url)
        self.terminals = [enrolled(self.central, point_of_sale=f"K0{n}") for n in (1, 2)]
        self.world = World([ANA.balance, BENITO.balance], CAFE_PRICE)
        self.sent: list[tuple[int, m.MoneyMessage]] = []
        self.accounts = [self._account(person) for person in range(len(PEOPLE))]
        for index, balance in enumerate(BALANCES):
            self._correct(index, balance - self.world.accounts[index].posted)
        for device in range(len(self.terminals)):
            self._sign_in(device, device, right=True)
        self._steps = 0

    def teardown(self) -> None:
        self.central.close()
        if self.backend == "postgresql":
            postgres.drop_database(self._url)
        shutil.rmtree(self._folder, ignore_errors=True)
        self.happened["lives"] += 1

    @invariant()
    def central_agrees(self) -> None:
        """Balances, holds, states, codes, receipts; the ledger; nothing negative unflagged."""
        self._steps += 1
        self._compare(recompute=self._steps % self.recompute_every == 0)
        self.happened["steps"] += 1

    def _compare(self, *, recompute: bool) -> None:
        services = self.central.services
        found = differences(services, self.world, self.accounts)
        found += broken_now(services) if recompute else []
        assert not found, found

    def _sign_in(self, device: int, person: int, right: bool) -> Session | None:
        who = PEOPLE[person]
        key = who.secure_key if right else "wrong"
        message = m.OpenSession(id_type=who.id_type, id_number=who.id_number, secure_key=key)
        answer = self.terminals[device].post("/v1/sessions/open", message)
        refused = self.world.sign_in(person, right)
        if refused:
            self._refused(answer, refused)
            return None
        told = m.SessionOpened.model_validate_json(good(answer))
        session = Session(told.session, device, person, self._at(told.expires_at))
        assert session.expires == self.world.now + 1_200
        self.world.sessions.append(session)
        return session

    def _session(self, device: int, pick: int) -> Session:
        """Mostly a good one of this device; any at all for every fourth pick."""
        known = self.world.sessions
        if pick % 4:
            known = [each for each in known if self.world.session_good(each, device)]
        found = self._pick(known, pick) or self._sign_in(device, pick % 2, right=True)
        return found or Session("x" * 43, device, 0, 0.0)

    def _open(self, wanted: Order, session: Session, key_right: bool) -> None:
        holder = PEOPLE[wanted.account]
        line = m.OrderLine(
            registration_number=CAFE,
            certificate_type=CAFE_TYPE,
            quantity=wanted.quantity,
            price=wanted.price,
        )
        message = m.OpenOrder(
            session=session.token,
            order_id=wanted.id,
            account_id_type=holder.id_type,
            account_id_number=holder.id_number,
            prepaid_key=holder.prepaid_key if key_right else "0000",
            lines=(line,),
        )
        answer = self.terminals[wanted.device].post("/v1/orders", message)
        refused = self.world.open_order(wanted, session, key_right)
        if refused:
            self._refused(answer, refused)
            return
        told = m.OrderOpened.model_validate_json(good(answer))
        order = self.world.orders[wanted.id]
        order.recovery_code = order.recovery_code or told.recovery_code
        order.tokens[told.purchase_token] = self._at(told.token_expires_at)
        assert order.tokens[told.purchase_token] == self.world.now + 600
        assert (told.order_number, told.recovery_code, told.total, told.available) == (
            f"{order.number:06d}",
            order.recovery_code,
            order.quantity * order.price,
            self.world.accounts[order.account].available,
        )
        self.happened["order"] += 1

    def _authorise_of(
        self, device: int, op_id: str, order: Order, copy: int, price: int
    ) -> m.Authorise:
        return m.Authorise(
            op_id=op_id,
            device_seq=self.terminals[device].next_seq(),
            order_id=order.id,
            purchase_token=next(reversed(order.tokens), "x" * 43),
            registration_number=CAFE,
            certificate_type=CAFE_TYPE,
            copy_index=copy,
            price=price,
        )

    def _send(self, device: int, message: m.MoneyMessage, *, known: bool = False) -> None:
        answer = self.terminals[device].post(PATHS[type(message)], message)
        if not known:
            self.sent.append((device, message))
        self._told(answer, message.op_id, self._foretold(device, message), known=known)
        self.happened[type(message).__name__.lower()] += 1

    def _foretold(self, device: int, message: m.MoneyMessage) -> Said:
        world, op_id, seq = self.world, message.op_id, message.device_seq
        match message:
            case m.Authorise():
                order = world.orders[message.order_id]
                return world.authorise(
                    device,
                    op_id,
                    seq,
                    order,
                    message.purchase_token,
                    message.copy_index,
                    message.price,
                )
            case m.Capture():
                return world.capture(device, op_id)
            case m.Void():
                return world.void(device, op_id)
            case m.Reprint():
                assert message.session is not None, "no hand here is a desk's"
                session = next(
                    (each for each in world.sessions if each.token == message.session),
                    Session(message.session, device, 0, 0.0),
                )
                return world.reprint(device, op_id, seq, message.of_op_id, session)
            case _:
                raise AssertionError(message)

    def _capture(self, device: int, op_id: str) -> None:
        message = m.Capture(
            op_id=op_id,
            device_seq=self.terminals[device].next_seq(),
            printed_at=self.central.clock(),
            evidence="cut ok",
        )
        self._send(device, message)

    def _void(self, device: int, op_id: str) -> None:
        seq = self.terminals[device].next_seq()
        self._send(device, m.Void(op_id=op_id, device_seq=seq, reason="not printed"))

    def _receipt(self, order: Order, device: int) -> None:
        refused = self.world.receipt(device, order.id)
        answer = self.terminals[device].post(
            "/v1/orders/receipt", m.FetchReceipt(order_id=order.id)
        )
        if refused:
            self._refused(answer, refused)
            return
        told = m.Receipt.model_validate_json(good(answer))
        number = f"K0{device + 1}-{order.receipt:06d}"
        assert (told.receipt_number, told.total) == (number, order.receipt_total)
        self.happened["receipt"] += 1

    def _told(self, answer: httpx.Response, op_id: str, said: Said, *, known: bool) -> None:
        if said.code:
            self._refused(answer, said.code)
            return
        told = m.Operation.model_validate_json(good(answer))
        op = self.world.ops[op_id]
        assert (told.op_id, told.state, told.price, told.late) == (
            op_id,
            said.state,
            op.price,
            op.late,
        )
        assert ("Idempotency-Hit" in answer.headers) == (said.repeated or known)
        if told.verification_code and not op.code:
            op.code = told.verification_code
        assert told.verification_code == op.code
        assert (told.certificate is not None) == (said.state in OPEN)
        if said.reason:
            assert told.reason == said.reason
        if said.state is S.HELD:
            assert self._at(told.hold_expires_at) == op.expires
        self.happened[said.state.value if said.state else ""] += 1
        self.happened["late capture"] += op.late and isinstance(said.state, S)

    def _check_open(self, device: int, answer: httpx.Response) -> None:
        told = m.OpenOperationsReply.model_validate_json(good(answer))
        known = self.world.still_open(device)
        assert {each.op_id: each.state for each in told.operations} == known

    def _refused(self, answer: httpx.Response, code: str) -> None:
        assert answer.headers["content-type"] == "application/problem+json", answer.text
        problem = Problem.model_validate_json(answer.content)
        assert (problem.code.value, answer.status_code) == (code, STATUS[code]), answer.text
        self.happened[f"refused: {code}"] += 1

    def _pick(self, known: Sequence[T], pick: int) -> T | None:
        """The newest for 0, older ones for more."""
        return known[-1 - pick % len(known)] if known else None

    def _op(self, pick: int) -> str:
        """One that is still open for odd picks, else any; at times an id nobody has heard of."""
        known = list(self.world.ops)
        still_open = [op.id for op in self.world.ops.values() if op.state in OPEN]
        found = self._pick(still_open if pick % 2 and still_open else known, pick // 2)
        return found if found is not None and pick % 10 != 8 else new_id()

    def _charged(self, pick: int) -> str:
        """A charged operation, mostly; else any."""
        charged = [op.id for op in self.world.ops.values() if op.state is S.CAPTURED]
        return (self._pick(charged, pick) if pick % 5 else None) or self._op(pick)

    def _device_of(self, op_id: str, own: bool) -> int:
        op = self.world.ops.get(op_id)
        device = op.device if op is not None else 0
        return device if own else 1 - device

    def _account(self, person: int) -> str:
        holder = f"{PEOPLE[person].id_type}:{PEOPLE[person].id_number}"
        return self.central.services.database.run(
            lambda db: open_account(db, "99", AccountKind.PREPAID, holder).id
        )

    def _correct(self, index: int, amount: int) -> None:
        account = self.accounts[index]
        correct(self.central.services, account, amount, new_id(), STAFF, "error de caja")
        self.world.accounts[index].posted += amount

    def _at(self, instant: datetime | None) -> float:
        assert instant is not None
        return (instant - START).total_seconds()


def good(answer: httpx.Response) -> bytes:
    """The body of an answer that must be one."""
    assert answer.status_code == 200, (answer.status_code, answer.text)
    return answer.content
