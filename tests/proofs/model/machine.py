"""Random lives of two kiosks, two accounts and the staff, each step held against the model.

Requests go signed through the real application; what the staff do goes through the functions of
the commands. Numbers drawn by Hypothesis pick from what there is (``pick``), so that a shorter
life stays a life.
"""

from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    precondition,
    rule,
)

from central.db.ids import new_id
from central.devices.state import set_state
from central.devices.tables import DeviceState
from central.ledger.top_up import top_up
from central.operations.refund import NotRefundable, refund
from central.operations.resolve import resolve
from central.operations.tables import Decision
from central.sweeper import sweep
from kiosk.contract import messages as m
from tests.proofs.model.hands import PATHS, PEOPLE, STAFF, Hands, good
from tests.proofs.model.state import FREE_TRIES, OPEN, Order
from tests.support.central import (
    CAFE_PRICE,
)

S = m.OperationState
devices = st.integers(0, 1)
whom = st.integers(0, len(PEOPLE) - 1)
picks = st.integers(0, 40)
mostly = st.integers(0, 7).map(bool)
seldom = st.integers(0, 7).map(lambda number: number == 7)
seconds = st.sampled_from([1, 20, 300, 599, 600, 899, 900, 1_200, 40_000, 86_400])


def bought(machine: Hands) -> bool:
    """Nothing can happen to an operation before there is one."""
    return bool(machine.world.ops)


def carts(machine: Hands) -> bool:
    """As above, for orders."""
    return bool(machine.world.orders)


class Machine(Hands):
    """What may happen, in any order."""

    # People

    @rule(device=devices, person=whom, right=mostly)
    def sign_in(self, device: int, person: int, right: bool) -> None:
        self._sign_in(device, person, right)

    @rule(device=devices, person=whom)
    def guess_keys(self, device: int, person: int) -> None:
        for _ in range(FREE_TRIES):
            self._sign_in(device, person, right=False)

    @rule(pick=picks)
    def close_session(self, pick: int) -> None:
        session = self._pick(self.world.sessions, pick)
        if session is not None:
            terminal = self.terminals[session.device]
            answer = terminal.post("/v1/sessions/close", m.CloseSession(session=session.token))
            assert answer.status_code == 204, answer.text
            session.closed = True

    @rule(device=devices, pick=picks)
    def look_at_account(self, device: int, pick: int) -> None:
        session = self._pick(self.world.sessions, pick)
        if session is None:
            return
        answer = self.terminals[device].post("/v1/account", m.FetchAccount(session=session.token))
        if not self.world.session_good(session, device):
            self._refused(answer, "session-expired")
            return
        told = m.Account.model_validate_json(good(answer))
        account = self.world.accounts[session.person]
        assert (told.available, told.held) == (account.available, account.held)
        open_now = {
            op.id: op.state.value
            for op in self.world.ops.values()
            if op.order is not None and op.order.person == session.person and op.state in OPEN
        }
        assert {each.op_id: each.state for each in told.unfinished} == open_now

    # Orders

    @initialize(accounts=st.tuples(whom, whom))
    def begin(self, accounts: tuple[int, int]) -> None:
        """A life begins with a visit at each kiosk, not with nothing to do."""
        for device, account in enumerate(accounts):
            self.buy(device, account, [2])

    @rule(
        device=devices,
        pick=picks,
        account=whom,
        quantity=st.integers(1, 3),
        right=mostly,
        price_right=mostly,
    )
    def open_order(
        self, device: int, pick: int, account: int, quantity: int, right: bool, price_right: bool
    ) -> None:
        session = self._session(device, pick)
        price = CAFE_PRICE if price_right else CAFE_PRICE - 100
        wanted = Order(new_id(), device, session.person, account, quantity, price, 0)
        self._open(wanted, session, right)

    @rule(
        device=devices, account=whom, quantities=st.lists(st.integers(1, 3), min_size=1, max_size=2)
    )
    def buy(self, device: int, account: int, quantities: list[int]) -> None:
        """What nearly every visit is: a cart, and each copy held; two kiosks may meet."""
        carts = []
        for number, quantity in enumerate(quantities):
            at = (device + number) % 2
            session = self._session(at, pick=1)
            carts.append(Order(new_id(), at, session.person, account, quantity, CAFE_PRICE, 0))
            self._open(carts[-1], session, key_right=True)
        for order in (cart for cart in carts if cart.id in self.world.orders):
            for copy in range(1, order.quantity + 1):
                message = self._authorise_of(order.device, new_id(), order, copy, CAFE_PRICE)
                self._send(order.device, message)

    @precondition(carts)
    @rule(pick=picks, session_pick=picks, other=seldom)
    def open_order_again(self, pick: int, session_pick: int, other: bool) -> None:
        known = self._pick(list(self.world.orders.values()), pick)
        if known is None:
            return
        session = self._session(known.device, session_pick)
        quantity = known.quantity + 1 if other else known.quantity
        again = Order(
            known.id, known.device, session.person, known.account, quantity, known.price, 0
        )
        self._open(again, session, key_right=True)

    # What a kiosk sends about an operation

    @precondition(carts)
    @rule(pick=picks, copy=st.integers(1, 3), price_right=mostly, device_right=mostly)
    def authorise(self, pick: int, copy: int, price_right: bool, device_right: bool) -> None:
        order = self._pick(list(self.world.orders.values()), pick)
        if order is not None:
            device = order.device if device_right else 1 - order.device
            price = order.price if price_right else order.price + 100
            self._send(device, self._authorise_of(device, new_id(), order, copy, price))

    @precondition(bought)
    @rule(pick=picks, op_pick=picks, copy=st.integers(1, 3))
    def authorise_known_id(self, pick: int, op_pick: int, copy: int) -> None:
        """A new message under an id that means something already, or that was void before."""
        order = self._pick(list(self.world.orders.values()), pick)
        op_id = self._op(op_pick)
        if order is not None:
            device = order.device
            self._send(device, self._authorise_of(device, op_id, order, copy, order.price))

    @precondition(bought)
    @rule(pick=picks, own=mostly)
    def capture(self, pick: int, own: bool) -> None:
        op_id = self._op(pick)
        self._capture(self._device_of(op_id, own), op_id)

    @precondition(carts)
    @rule(pick=picks, keep=st.integers(0, 3))
    def end_of_visit(self, pick: int, keep: int) -> None:
        """All papers of an order come out but one at most, and the receipt is asked for."""
        order = self._pick(list(self.world.orders.values()), pick)
        if order is not None:
            ops = [op for op in self.world.ops.values() if op.order is order and op.state in OPEN]
            for number, op in enumerate(ops):
                if number == keep:
                    self._void(order.device, op.id)
                else:
                    self._capture(order.device, op.id)
            self._receipt(order, order.device)

    @precondition(bought)
    @rule(pick=picks, own=mostly)
    def void(self, pick: int, own: bool) -> None:
        op_id = self._op(pick)
        self._void(self._device_of(op_id, own), op_id)

    @precondition(bought)
    @rule(pick=picks, session_pick=picks)
    def reprint(self, pick: int, session_pick: int) -> None:
        of = self._charged(pick)
        device = self._device_of(of, own=True)
        session = self._session(device, session_pick)
        seq = self.terminals[device].next_seq()
        message = m.Reprint(op_id=new_id(), device_seq=seq, session=session.token, of_op_id=of)
        self._send(device, message)

    @precondition(bought)
    @rule(pick=picks)
    def repeat(self, pick: int) -> None:
        """Any message once more, however old: its answer was lost."""
        found = self._pick(self.sent, pick)
        if found is not None:
            self._send(*found, known=True)
            self.happened["repeat"] += 1

    @rule(pick=picks, session_pick=picks)
    def reprint_again_later(self, pick: int, session_pick: int) -> None:
        """The same copy is asked for in a later session: a session is no part of the meaning."""
        known = [each for each in self.sent if isinstance(each[1], m.Reprint)]
        found = self._pick(known, pick)
        if found is not None:
            session = self._session(found[0], session_pick)
            again = found[1].model_copy(update={"session": session.token})
            self._send(found[0], again, known=True)

    @rule(device=devices)
    def replay_on_the_wire(self, device: int) -> None:
        """Somebody recorded a request and sends it again, byte by byte."""
        terminal, body = self.terminals[device], m.OpenOperations().model_dump_json().encode()
        headers = terminal.signed("POST", "/v1/operations/open", body, None)
        first = terminal.http.post("/v1/operations/open", content=body, headers=headers)
        self._check_open(device, first)
        again = terminal.http.post("/v1/operations/open", content=body, headers=headers)
        self._refused(again, "nonce-reused")

    @rule(device=devices)
    def two_disks(self, device: int) -> None:
        """One number with two meanings stops the device until people look; nothing is done."""
        own = [message for sender, message in self.sent if sender == device]
        if not own:
            return
        terminal, services = self.terminals[device], self.central.services
        clone = m.Void(op_id=new_id(), device_seq=own[0].device_seq, reason="another disk")
        self._refused(terminal.post(PATHS[m.Void], clone), "device-cloned")
        self._refused(terminal.fetch(clone.op_id), "device-cloned")
        device_id, now = terminal.identity.device_id, services.now()
        services.database.run(lambda db: set_state(db, device_id, DeviceState.ACTIVE, STAFF, now))

    # What a kiosk asks

    @precondition(bought)
    @rule(pick=picks, own=mostly)
    def ask(self, pick: int, own: bool) -> None:
        op_id = self._op(pick)
        device = self._device_of(op_id, own)
        answer = self.terminals[device].fetch(op_id)
        self._told(answer, op_id, self.world.ask(device, op_id), known=False)

    @rule(device=devices)
    def ask_for_open(self, device: int) -> None:
        answer = self.terminals[device].post("/v1/operations/open", m.OpenOperations())
        self._check_open(device, answer)

    @precondition(bought)
    @rule(device=devices, pick=picks)
    def heartbeat(self, device: int, pick: int) -> None:
        op_ids = list(self.world.ops)[-3 - pick % 5 :]
        beat = m.Heartbeat(
            boot_id=new_id(), version="1", printer="ready", live_operations=tuple(op_ids)
        )
        answer = self.terminals[device].post("/v1/devices/heartbeat", beat)
        told = m.HeartbeatReply.model_validate_json(good(answer))
        decisions = {(each.op_id, each.decision) for each in told.resolutions}
        assert decisions == self.world.beat(device, op_ids)

    @precondition(carts)
    @rule(pick=picks, own=mostly)
    def receipt(self, pick: int, own: bool) -> None:
        order = self._pick(list(self.world.orders.values()), pick)
        if order is not None:
            self._receipt(order, order.device if own else 1 - order.device)

    # Staff and time

    @rule(index=whom, amount=st.integers(1, 20_000), times=st.integers(1, 2))
    def top_up(self, index: int, amount: int, times: int) -> None:
        payment, services = new_id(), self.central.services
        for time in range(times):
            new = services.database.run(
                lambda db: top_up(
                    db, "99", self.accounts[index], amount, "05", payment, services.now()
                )
            )
            assert new == (time == 0)
        self.world.accounts[index].posted += amount

    @rule(index=whom, amount=st.integers(-20_000, 20_000).filter(bool))
    def correct(self, index: int, amount: int) -> None:
        account = self.world.accounts[index]
        allowed = amount > 0 or account.available + amount >= 0
        try:
            self._correct(index, amount)
        except ValueError:
            assert not allowed
        else:
            assert allowed

    @precondition(bought)
    @rule(pick=picks, decision=st.sampled_from(list(Decision)))
    def resolve(self, pick: int, decision: Decision) -> None:
        op_id = self._op(pick)
        made = resolve(self.central.services, op_id, decision, STAFF, "model")
        assert (made.value if made else None) == self.world.resolve(op_id, decision.value)

    @precondition(bought)
    @rule(pick=picks, times=st.integers(1, 2), other=seldom)
    def refund(self, pick: int, times: int, other: bool) -> None:
        op_id, refund_id = self._charged(pick), new_id()
        for time in range(times):
            if time and other:
                refund_id = new_id()
            stands = self.world.refund(op_id, refund_id)
            try:
                made = refund(self.central.services, op_id, refund_id, STAFF, "salió en blanco")
            except NotRefundable:
                assert not stands
            else:
                assert stands
                assert made.amount == CAFE_PRICE
                self.happened["refund"] += 1

    @rule(passing_s=seconds)
    def time_passes(self, passing_s: int) -> None:
        self.central.clock.advance(passing_s)
        self.world.now += passing_s

    @rule()
    def sweep(self) -> None:
        assert sweep(self.central.services) == self.world.expire_due()
