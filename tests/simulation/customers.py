"""The people before the machines: they buy, again and again, until everybody has been served.

Most seeds drive the engine as the visit's effect runner does; some use the whole visit.
"""

from typing import TYPE_CHECKING

from central.sample import SamplePerson
from kiosk.contract import messages as m
from kiosk.purchase.operation import State
from kiosk.purchase.order import Copy, Order, PurchaseProgress
from tests.simulation.facts import kiosk_operations
from tests.simulation.node import KioskNode
from tests.simulation.service import BUYERS, CAFE, CAFE_NAME, CAFE_TYPE, cart
from tests.simulation.visits import Visitor

if TYPE_CHECKING:
    from tests.simulation.world import World

_RECEIPT = 0.2
_CLAIM = 0.7
_COMES_BACK = 0.7
_RICH = 0.6
_AT_A_DESK = 6


class Customers:
    """Who still wants to buy, by kiosk."""

    def __init__(self, world: "World") -> None:
        self._world = world
        self._left: dict[str, int] = {}
        self._busy: set[str] = set()
        self._comes_back: set[str] = set()
        self._buyer_of: dict[str, SamplePerson] = {}
        self._pool = {node.name: dict(node.machine.orders) for node in world.nodes}

    def serve(self, node: KioskNode) -> None:
        """So many orders are wanted at this machine."""
        orders = self._world.constants.orders
        self._left[node.name] = orders if self._world.counter is None else max(orders, _AT_A_DESK)
        node.on_ready = lambda: self._queue(node)

    def gone(self) -> bool:
        """Everybody has been served, or has given up."""
        return not any(self._left.values()) and not self._busy and not self._comes_back

    def busy(self, node: KioskNode) -> bool:
        """Somebody stands before this machine."""
        return node.name in self._busy

    def _queue(self, node: KioskNode) -> None:
        """The program has started: whoever stood there is gone or comes back, or the next comes."""
        self._busy.discard(node.name)
        if self._left[node.name] or node.name in self._comes_back:
            node.spawn(
                "customer", lambda: self._buy_all(node), self._world.faults.between(0.1, 20.0)
            )

    def _buy_all(self, node: KioskNode) -> None:
        chance = self._world.chance
        while not node.stopping:
            self._busy.add(node.name)
            try:
                if node.name in self._comes_back:
                    self._comes_back.discard(node.name)
                    self._ask(node)
                if not self._left[node.name]:
                    return
                self._left[node.name] -= 1
                if chance.random() < _COMES_BACK:  # whatever becomes of it
                    self._comes_back.add(node.name)
                self._buy(node)
            finally:
                self._busy.discard(node.name)
            node.world.baton.wait(chance.uniform(1.0, 60.0))
            node.point("")

    def _ask(self, node: KioskNode) -> None:
        """Somebody who was interrupted asks when central has heard of it, or staff decided."""
        if self._interrupted() is not None:
            longest_s = self._world.constants.heartbeat_s
            node.world.baton.wait(self._world.chance.uniform(0.0, longest_s))
            node.point("")
            self._come_back(node)

    def _buy(self, node: KioskNode) -> None:
        world = self._world
        rich = not world.constants.poor and world.chance.random() < _RICH
        buyer = BUYERS[0] if rich else BUYERS[1]
        size = world.chance.choice((1, 1, 1, 1, 2, 3))
        if world.constants.visit and world.counter is None:
            ended = Visitor(node).buys(buyer, size)
            node.note(f"the visit of {buyer.name[0]} ended: {ended}")
            world.outcome.states[f"visit: {ended.partition(':')[0]}"] += 1
            return
        opened = self._opened(node, buyer, size)
        if opened is None:
            return
        order = _order(node, opened, size)
        self._buyer_of |= {copy.op_id: buyer for copy in order.copies}
        node.note(f"buys {[copy.op_id[-6:] for copy in order.copies]} for {buyer.name[0]}")
        result = node.purchaser.buy(order, _nobody_looks)
        told = [f"{c.copy.op_id[-6:]}:{c.state}:{c.trouble}" for c in result.copies]
        node.note(f"bought {told}")
        if world.counter is not None:
            world.counter.ended(node, result)
        if world.faults.strikes("person: walks away"):
            return
        printed = any(c.state in (State.PRINTED, State.CAPTURED) for c in result.copies)
        if printed and world.chance.random() < _RECEIPT:
            node.note(f"receipt {node.receipts.print_receipt(order, 'A•••')!r}")

    def _come_back(self, node: KioskNode) -> None:
        """Somebody whose purchase was interrupted, here or elsewhere, wants paper or money."""
        found = self._interrupted()
        if found is None:
            return
        op_id, buyer = found
        session = node.machine.sessions[buyer.id_number]
        if self._world.chance.random() < _CLAIM:
            told = node.refunds.give_back(op_id, session)
            node.note(f"money of {op_id[-6:]} back: {told!r}")
            self._world.outcome.states[f"customer: money back {told or 'given'}"] += 1
            return
        copy = Copy(
            op_id=node.ids.new_id(),
            registration_number=CAFE,
            certificate_type=CAFE_TYPE,
            copy_index=1,
            price_pesos=0,
            certificate_name=CAFE_NAME,
            registration_name="Café de ejemplo",
        )
        node.note(f"claims {op_id[-6:]} as {copy.op_id[-6:]}")
        order = Order(node.ids.new_id(), "000000", "CCCCCC", "", (copy,))
        result = node.purchaser.claim(order, op_id, session, _nobody_looks)
        ended = result.copies[0]
        node.note(f"claimed {ended.copy.op_id[-6:]}:{ended.state}:{ended.trouble}")
        self._world.outcome.states[f"customer: claim {ended.state}"] += 1

    def _interrupted(self) -> tuple[str, SamplePerson] | None:
        """A copy that waits for a person, and whose paper did not come out: people are honest."""
        for other in self._world.nodes:
            if other.printer.is_busy:
                continue
            for op in kiosk_operations(other.disk.raw).values():
                out = any(
                    strip.code == op.code and strip.complete and not strip.retracted
                    for each in self._world.nodes
                    for strip in each.printer.strips
                )
                if op.state is State.WAIT_PERSON and op.op_id in self._buyer_of and not out:
                    return op.op_id, self._buyer_of[op.op_id]
        return None

    def _opened(self, node: KioskNode, buyer: SamplePerson, size: int) -> m.OrderOpened | None:
        """An order opened before, while there is one; else central is asked, or a cashier paid."""
        if self._world.counter is not None:
            return self._world.counter.sells(node, buyer, size)
        ready = self._pool.get(node.name, {}).pop((buyer.id_number, size), None)
        if ready is not None:
            return ready
        session = node.machine.sessions[buyer.id_number]
        message = cart(buyer, session, node.ids.new_id(), size)
        opened = node.central.open_order(message)
        if self._world.faults.strikes("person: submits twice"):
            opened = node.central.open_order(message)
        return opened if isinstance(opened, m.OrderOpened) else None


def _order(node: KioskNode, opened: m.OrderOpened, size: int) -> Order:
    return Order(
        order_id=opened.order_id,
        order_number=opened.order_number,
        recovery_code=opened.recovery_code,
        purchase_token=opened.purchase_token,
        copies=tuple(
            Copy(
                op_id=node.ids.new_id(),
                registration_number=CAFE,
                certificate_type=CAFE_TYPE,
                copy_index=index,
                price_pesos=opened.total // size,
                certificate_name=CAFE_NAME,
                registration_name="Café de ejemplo",
            )
            for index in range(1, size + 1)
        ),
    )


def _nobody_looks(progress: PurchaseProgress) -> None:
    """Progress is for a screen."""
