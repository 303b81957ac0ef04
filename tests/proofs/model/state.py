"""What central must know and say, in the plainest words: no database, no HTTP, no concurrency.

Written from the protocol's rules, not from central's code. Time is seconds since the beginning,
money is pesos. A rule gives what the caller must be told: a ``Said``.
"""

from dataclasses import dataclass, field

from kiosk.contract.messages import OperationState

S = OperationState
HOLD_S, HOLD_TOTAL_S, TOKEN_S, SESSION_S = 900, 86_400, 600, 1_200
REPRINTS_MAX = 3
FREE_TRIES, FIRST_WAIT_S, WAIT_MAX_S, STOP_AT = 5, 15, 3_600, 20
OPEN = (S.HELD, S.EXPIRED)
TAKEN = (*OPEN, S.CAPTURED)
ORDER_CLOSED = "order-closed"


@dataclass(frozen=True)
class Said:
    """The answer: a problem's code, or the state an operation is in now."""

    code: str = ""
    state: S | None = None
    repeated: bool = False
    reason: str = ""


@dataclass
class Account:
    """Prepaid money: ``posted`` is all that came in less all that was spent."""

    posted: int
    held: int = 0

    @property
    def available(self) -> int:
        return self.posted - self.held

    @property
    def owes(self) -> bool:
        """Only a late capture can bring it here."""
        return self.available < 0


@dataclass
class Tries:
    """Wrong keys in a row, and until when nobody may try."""

    failures: int = 0
    wait_until: float = 0.0


@dataclass
class Session:
    """A signed-in person at one device."""

    token: str
    device: int
    person: int
    expires: float
    closed: bool = False


@dataclass
class Order:
    """A cart of one line: so many copies of one certificate."""

    id: str
    device: int
    person: int
    account: int
    quantity: int
    price: int
    number: int
    recovery_code: str = ""
    tokens: dict[str, float] = field(default_factory=dict)
    receipt: int = 0
    receipt_total: int = 0


@dataclass
class Op:
    """A printed copy; ``meaning`` is what its id stands for, None for a tombstone."""

    id: str
    device: int
    state: S
    created: float
    meaning: tuple[object, ...] | None = None
    order: Order | None = None
    copy: int = 1
    price: int = 0
    account: int = 0
    expires: float = 0.0
    holds: bool = False
    late: bool = False
    refund_id: str = ""
    decision: str = ""
    of: "Op | None" = None
    code: str = ""

    @property
    def code_state(self) -> str:
        """What the verification code on its paper is worth."""
        if self.state is S.CAPTURED and not self.refund_id:
            return "valid"
        return "in_process" if self.state in OPEN else "void"


class World:
    """Everything central knows; each method is one message or one act of the staff."""

    def __init__(self, balances: list[int], price: int) -> None:
        self.now = 0.0
        self.price = price
        self.accounts = [Account(posted) for posted in balances]
        self.revenue = 0
        self.sessions: list[Session] = []
        self.tries: dict[tuple[str, int], Tries] = {}
        self.orders: dict[str, Order] = {}
        self.ops: dict[str, Op] = {}
        self.numbers: dict[int, int] = {}
        self.order_numbers = 0

    # People

    def sign_in(self, person: int, right: bool) -> str:
        return self._try_key("secure", person, right, "credentials-invalid")

    def session_good(self, session: Session, device: int) -> bool:
        return not session.closed and session.device == device and self.now < session.expires

    def _try_key(self, scope: str, whose: int, right: bool, wrong_code: str) -> str:
        """Counted before it is looked at; a right key forgives what came before."""
        tries = self.tries.setdefault((scope, whose), Tries())
        if tries.failures >= STOP_AT:
            return "key-blocked"
        if self.now < tries.wait_until:
            return "throttled"
        if right:
            self.tries[scope, whose] = Tries()
            return ""
        tries.failures += 1
        if tries.failures >= FREE_TRIES:
            wait = FIRST_WAIT_S * 2 ** (tries.failures - FREE_TRIES)
            tries.wait_until = self.now + min(wait, WAIT_MAX_S)
        return wrong_code

    # Orders

    def open_order(self, wanted: Order, session: Session, key_right: bool) -> str:
        """The problem, or nothing: then the order is known under its id."""
        if not self.session_good(session, wanted.device):
            return "session-expired"
        refused = self._try_key("prepaid", wanted.account, key_right, "prepaid-key-invalid")
        if refused:
            return refused
        known = self.orders.get(wanted.id)
        if known is not None:
            same = _cart(known) == _cart(wanted)
            return "" if same else "fingerprint-mismatch"
        if wanted.price != self.price:
            return "price-changed"
        account, total = self.accounts[wanted.account], wanted.quantity * wanted.price
        if account.available < total:
            due = sum(op.price for op in self._due() if op.holds and op.account == wanted.account)
            if account.available + due < total:
                return "insufficient-balance"  # what is refused frees nothing either
            self.expire_due()
        self.order_numbers += 1
        wanted.number = self.order_numbers
        self.orders[wanted.id] = wanted
        return ""

    # Operations

    def authorise(
        self, device: int, op_id: str, seq: int, order: Order, token: str, copy: int, price: int
    ) -> Said:
        # The number is part of the meaning: an operation is sent under one number for ever.
        meaning = ("sale", seq, order.id, copy, price)
        known = self.ops.get(op_id)
        if known is not None:
            if known.device != device:
                return Said("not-found")
            if known.meaning is not None and known.meaning != meaning:
                return Said("fingerprint-mismatch")
            self._expire_if_due(known)
            if known.state is S.HELD:
                self._renew(known)
            return self._told(known, repeated=True)
        if order.device != device or self.now >= order.tokens.get(token, 0.0):
            return Said("token-expired")
        if copy > order.quantity or price != order.price or self._taken(order, copy):
            return Said("malformed")
        op = Op(op_id, device, S.HELD, self.now, meaning, order, copy, price, order.account)
        op.expires = self.now + HOLD_S
        self.ops[op_id] = op
        if order.receipt:
            return self._declined(op, ORDER_CLOSED)
        if not self._hold(op):
            self.expire_due()
            if not self._hold(op):
                return self._declined(op, "insufficient-balance")
        return self._told(op)

    def capture(self, device: int, op_id: str) -> Said:
        op = self.ops.get(op_id)
        if op is None or op.device != device:
            return Said("not-found")
        if op.state is S.CAPTURED:
            return self._told(op, repeated=True)
        self._expire_if_due(op)
        if op.state in (S.VOIDED_BY_DEVICE, S.DECLINED):
            return Said("voided-before-capture")
        op.late = op.state is not S.HELD
        self._free(op)
        self.accounts[op.account].posted -= op.price
        self.revenue += op.price
        op.state = S.CAPTURED
        return self._told(op)

    def void(self, device: int, op_id: str) -> Said:
        op = self.ops.get(op_id)
        if op is None:
            op = Op(op_id, device, S.VOIDED_BY_DEVICE, self.now)
            self.ops[op_id] = op
            return self._told(op)
        if op.device != device:
            return Said("not-found")
        if op.state is S.CAPTURED:
            return Said("already-captured")
        if op.state not in OPEN:
            return self._told(op, repeated=True)
        self._free(op)
        op.state = S.VOIDED_BY_DEVICE
        return self._told(op)

    def reprint(self, device: int, op_id: str, seq: int, of: str, session: Session) -> Said:
        meaning = ("reprint", seq, of)
        known = self.ops.get(op_id)
        if known is not None:
            if known.device != device:
                return Said("not-found")
            if known.meaning is not None and known.meaning != meaning:
                return Said("fingerprint-mismatch")
            return self._told(known, repeated=True)
        if not self.session_good(session, device):
            return Said("session-expired")
        sale = self.ops.get(of)
        if sale is None or sale.order is None or sale.code_state != "valid":
            return Said("not-found")
        if sale.order.person != session.person:
            return Said("not-found")
        if sum(op.of is sale and op.state in TAKEN for op in self.ops.values()) >= REPRINTS_MAX:
            return Said("reprint-limit")
        op = Op(op_id, device, S.HELD, self.now, meaning, account=sale.account, of=sale)
        op.holds = True
        op.expires = self.now + HOLD_S
        op.code = sale.code
        self.ops[op_id] = op
        return self._told(op)

    def ask(self, device: int, op_id: str) -> Said:
        op = self.ops.get(op_id)
        if op is None or op.device != device:
            return Said("not-found")
        if not self._renew(op):
            self._expire_if_due(op)
        return self._told(op)

    def beat(self, device: int, op_ids: list[str]) -> set[tuple[str, str]]:
        """A sign of life renews the holds it names; the answer are decisions made elsewhere."""
        own = [op for op_id, op in sorted(self.ops.items()) if op_id in op_ids]
        own = [op for op in own if op.device == device]
        for op in own:
            self._renew(op)
        return {(op.id, op.decision) for op in own if op.decision}

    def still_open(self, device: int) -> dict[str, S]:
        own = [op for op in self.ops.values() if op.device == device and op.state in OPEN]
        for op in own:
            self._expire_if_due(op)
        return {op.id: op.state for op in own}

    def receipt(self, device: int, order_id: str) -> str:
        """The problem, or nothing: then the order's receipt has its number and total."""
        order = self.orders.get(order_id)
        if order is None or order.device != device:
            return "not-found"
        if order.receipt:
            return ""
        ops = [op for op in self.ops.values() if op.order is order]
        if any(op.state in OPEN for op in ops):
            return "receipt-pending"
        charged = [op for op in ops if op.state is S.CAPTURED]
        if not charged:
            return "not-found"
        order.receipt = self.numbers[device] = self.numbers.get(device, 0) + 1
        order.receipt_total = sum(op.price for op in charged)
        return ""

    # Staff, and time

    def resolve(self, op_id: str, decision: str) -> str | None:
        """The decision that counts: the first one; None where nothing is to be decided."""
        op = self.ops.get(op_id)
        if op is None:
            return None
        if op.decision:
            return op.decision
        if op.state not in OPEN:
            return None
        op.decision = decision
        if decision == "void":
            self._free(op)
            op.state = S.VOIDED_BY_STAFF
        return decision

    def refund(self, op_id: str, refund_id: str) -> bool:
        """Whether this refund stands."""
        op = self.ops.get(op_id)
        if op is None or op.state is not S.CAPTURED or not op.price:
            return False
        if op.refund_id:
            return op.refund_id == refund_id
        op.refund_id = refund_id
        self.accounts[op.account].posted += op.price
        self.revenue -= op.price
        return True

    def expire_due(self) -> int:
        due = self._due()
        for op in due:
            self._expire_if_due(op)
        return len(due)

    def _due(self) -> list[Op]:
        return [op for op in self.ops.values() if op.state is S.HELD and op.expires <= self.now]

    # Holds

    def _taken(self, order: Order, copy: int) -> bool:
        return any(
            op.order is order and op.copy == copy and op.state in TAKEN for op in self.ops.values()
        )

    def _hold(self, op: Op) -> bool:
        account = self.accounts[op.account]
        if op.price and account.available < op.price:
            return False
        account.held += op.price
        op.holds = True
        return True

    def _free(self, op: Op) -> None:
        if op.holds:
            self.accounts[op.account].held -= op.price
            op.holds = False

    def _expire_if_due(self, op: Op) -> None:
        if op.state is S.HELD and op.expires <= self.now:
            self._free(op)
            op.state = S.EXPIRED

    def _renew(self, op: Op) -> bool:
        end = op.created + HOLD_TOTAL_S
        if op.state not in OPEN or self.now >= end:
            return False
        if not op.holds and not self._hold(op):
            return False
        op.state = S.HELD
        op.expires = min(self.now + HOLD_S, end)
        return True

    def _declined(self, op: Op, reason: str) -> Said:
        op.state = S.DECLINED
        return Said(state=S.DECLINED, reason=reason)

    def _told(self, op: Op, *, repeated: bool = False) -> Said:
        return Said(state=op.state, repeated=repeated)


def _cart(order: Order) -> tuple[object, ...]:
    return (order.device, order.person, order.account, order.quantity, order.price)
