"""A device that does whatever a device, a person or the staff may do, in any order."""

import random
from collections import Counter
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy.exc import DBAPIError

from central.db.ids import new_id
from central.devices.caller import Caller
from central.devices.tables import DeviceState
from central.ledger.top_up import top_up
from central.operations.authorise import authorise
from central.operations.capture import capture
from central.operations.orders import open_order
from central.operations.queries import operation
from central.operations.receipts import receipt
from central.operations.refund import refund
from central.operations.resolve import resolve
from central.operations.sequence import Answer
from central.operations.tables import Decision
from central.operations.void import void
from central.people.sessions import open_session
from central.problems import Refusal
from central.services import Services
from central.sweeper import sweep
from kiosk.contract import messages as m
from kiosk.contract.problems import ProblemCode
from kiosk.identity import IdType
from tests.proofs.city import ACCOUNTS, CHAMBER, SECURE_KEY, account_of, number_of
from tests.support.central import CAFE, CAFE_PRICE, CAFE_TYPE

_BUSY = {"55P03", "40001", "40P01", "23505"}
_BUSY_MAX = 50
_REMEMBERED = 40
_AT_ONCE_MAX = 12
S = m.OperationState
Rule = Callable[[Services, Caller, Any], Answer]
T = TypeVar("T")


class Buyer:
    """Acts at random and remembers what it was told; ``journal`` is its belief, id → state."""

    def __init__(self, services: Services, device_id: str, point_of_sale: str, seed: int) -> None:
        self._services = services
        self._device_id, self._point_of_sale = device_id, point_of_sale
        self._random = random.Random(seed)
        self._seq = 0
        self._sessions: dict[int, str] = {}
        self._open: list[str] = []
        self._captured: list[str] = []
        self._orders: list[str] = []
        self._kept: str | None = None
        self._sent: list[tuple[Rule, m.MoneyMessage]] = []
        self.journal: dict[str, str] = {}
        self.counts: Counter[str] = Counter()
        self.deposits = 0

    def act(self) -> None:
        """One random step."""
        steps: list[tuple[int, Callable[[], None]]] = [
            (30, self._buy),
            (22, self._capture_one),
            (12, self._void_one),
            (8, self._ask),
            (10, self._repeat),
            (3, self._late_authorise),
            (4, self._staff_void),
            (6, self._refund),
            (6, self._pay_in),
            (3, self._sweep),
            (6, self._receipt),
        ]
        weights, choices = zip(*steps, strict=True)
        self._random.choices(choices, weights)[0]()

    def begin(self) -> None:
        """What chance might leave out: a tombstone, and a hold kept until it has expired."""
        self._late_authorise()
        while not self._open:
            self._buy()
        self._kept = self._open.pop()

    def settle(self) -> None:
        """Bring every open operation to its end, as a device does when it is left alone."""
        if self._kept is not None:
            self._open, others = [self._kept], self._open
            self._capture_one()
            self._open, self._kept = others, None
        while self._open:
            self._random.choice((self._capture_one, self._void_one))()

    # What a device does

    def _buy(self) -> None:
        if len(self._open) >= _AT_ONCE_MAX:
            return
        who, copies = self._random.randrange(ACCOUNTS), self._random.randint(1, 3)
        order = self._order(who, copies)
        if order is None:
            return
        for copy in range(1, copies + 1):
            self._authorise(self._copy(order, copy))
        self._orders.append(order.order_id)

    def _order(self, who: int, copies: int) -> m.OrderOpened | None:
        line = m.OrderLine(
            registration_number=CAFE,
            certificate_type=CAFE_TYPE,
            quantity=copies,
            price=CAFE_PRICE,
        )
        try:
            if who not in self._sessions:
                sign_in = m.OpenSession(
                    id_type=IdType.CC, id_number=number_of(who), secure_key=SECURE_KEY
                )
                opened = self._patiently(
                    lambda: open_session(self._services, self._caller(), sign_in)
                )
                self._sessions[who] = opened.session
            message = m.OpenOrder(
                session=self._sessions[who],
                order_id=new_id(),
                account_id_type=IdType.CC,
                account_id_number=number_of(who),
                prepaid_key="",
                lines=(line,),
            )
            return self._patiently(lambda: open_order(self._services, self._caller(), message))
        except Refusal as refusal:
            self.counts[f"refused: {refusal.code.value}"] += 1
            if refusal.code is ProblemCode.SESSION_EXPIRED:
                del self._sessions[who]
            elif refusal.code not in (ProblemCode.INSUFFICIENT_BALANCE, ProblemCode.THROTTLED):
                raise
            return None

    def _copy(self, order: m.OrderOpened, copy: int) -> m.Authorise:
        return m.Authorise(
            op_id=new_id(),
            device_seq=self._next_seq(),
            order_id=order.order_id,
            purchase_token=order.purchase_token,
            registration_number=CAFE,
            certificate_type=CAFE_TYPE,
            copy_index=copy,
            price=CAFE_PRICE,
        )

    def _authorise(self, message: m.Authorise) -> None:
        state = self._send(authorise, message).operation.state
        self.journal[message.op_id] = state.value
        self.counts["authorise"] += 1
        if state is S.HELD:
            self._open.append(message.op_id)

    def _capture_one(self) -> None:
        op_id = self._take()
        if op_id is None:
            return
        message = m.Capture(
            op_id=op_id,
            device_seq=self._next_seq(),
            printed_at=self._services.now(),
            evidence="cut ok",
        )
        answer = self._send(capture, message)
        self.journal[op_id] = answer.operation.state.value
        self.counts["capture"] += 1
        self.counts["late capture"] += answer.operation.late
        self._captured.append(op_id)

    def _void_one(self) -> None:
        op_id = self._take()
        if op_id is None:
            return
        message = m.Void(op_id=op_id, device_seq=self._next_seq(), reason="not printed")
        self.journal[op_id] = self._send(void, message).operation.state.value
        self.counts["void"] += 1

    def _late_authorise(self) -> None:
        """The void overtakes its own authorise: nothing may be held."""
        order = self._order(self._random.randrange(ACCOUNTS), 1)
        if order is None:
            return
        delayed = self._copy(order, 1)
        gone = m.Void(op_id=delayed.op_id, device_seq=self._next_seq(), reason="no answer")
        self._send(void, gone)
        self._authorise(delayed)
        self.counts["tombstone"] += 1

    def _repeat(self) -> None:
        """A message that was sent before comes again, however old it is."""
        if self._sent:
            rule, message = self._random.choice(self._sent)
            self.counts["repeat"] += 1
            answer = self._again(rule, message)
            if answer is not None and not answer.repeated:
                raise AssertionError(f"a repeat was taken for new: {message.op_id}")

    def _again(self, rule: Rule, message: m.MoneyMessage) -> Answer | None:
        try:
            return self._patiently(
                lambda: rule(self._services, self._caller(message.device_seq), message)
            )
        except Refusal as refusal:
            # An authorise of a captured copy, or a void: contradictions are refused, not obeyed.
            if refusal.code is not ProblemCode.ALREADY_CAPTURED:
                raise
            return None

    def _ask(self) -> None:
        if self._open:
            op_id = self._random.choice(self._open)
            self._patiently(lambda: operation(self._services, self._caller(), op_id))
            self.counts["asked"] += 1

    def _receipt(self) -> None:
        if not self._orders:
            return
        ask = m.FetchReceipt(order_id=self._random.choice(self._orders))
        try:
            self._patiently(lambda: receipt(self._services, self._caller(), ask))
            self.counts["receipt"] += 1
        except Refusal as refusal:
            if refusal.code not in (ProblemCode.RECEIPT_PENDING, ProblemCode.NOT_FOUND):
                raise

    # What people do

    def _staff_void(self) -> None:
        if self._open:
            op_id = self._random.choice(self._open)
            made = self._patiently(
                lambda: resolve(self._services, op_id, Decision.VOID, "marta", "proof")
            )
            self.counts["voided by staff"] += made is not None
            if self._random.random() < 0.5:  # the paper was out after all, or it was not
                self._open.remove(op_id)
                self.journal[op_id] = S.VOIDED_BY_STAFF.value

    def _refund(self) -> None:
        if self._captured:
            op_id = self._captured.pop(self._random.randrange(len(self._captured)))
            refund_id = new_id()
            for _ in range(self._random.randint(1, 2)):
                self._patiently(
                    lambda: refund(self._services, op_id, refund_id, "marta", "salió en blanco")
                )
            self.counts["refund"] += 1

    def _pay_in(self) -> None:
        who, amount = self._random.randrange(ACCOUNTS), self._random.randrange(1, 20_000)
        payment, now = new_id(), self._services.now()
        for _ in range(self._random.randint(1, 2)):
            self._patiently(
                lambda: self._services.database.run(
                    lambda db: top_up(db, CHAMBER, account_of(db, who), amount, "05", payment, now)
                )
            )
        self.deposits += amount
        self.counts["top-up"] += 1

    def _sweep(self) -> None:
        self.counts["expired"] += self._patiently(lambda: sweep(self._services))

    # Sending

    def _send(self, rule: Rule, message: m.MoneyMessage) -> Answer:
        answer = self._patiently(
            lambda: rule(self._services, self._caller(message.device_seq), message)
        )
        self._sent = [*self._sent[-_REMEMBERED:], (rule, message)]
        return answer

    def _patiently(self, call: Callable[[], T]) -> T:
        """Again when the database had no time, as a client does that was told to come back."""
        for _ in range(_BUSY_MAX):
            try:
                return call()
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", None) not in _BUSY:
                    raise
                self.counts["busy"] += 1
        return call()

    def _take(self) -> str | None:
        if not self._open:
            return None
        return self._open.pop(self._random.randrange(len(self._open)))

    def _caller(self, seq: int | None = None) -> Caller:
        return Caller(self._device_id, CHAMBER, self._point_of_sale, DeviceState.ACTIVE, seq)

    def _next_seq(self) -> int:
        self._seq += 1
        return self._seq
