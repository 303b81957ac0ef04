"""Desks instead of dispensers: a cashier takes money for each order, and no customer's key is used.

What a desk asks of central beside the purchase protocol is one message, repeated under the same ids
until it is answered; here it is the rule behind that message, and central may die of it.
"""

import random
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from central.devices.caller import Caller
from central.devices.tables import DeviceState
from central.problems import Refusal
from central.sample import SamplePerson
from central.staff.add import add_staff
from central.staff.sales.sell import Asked, sell_paid
from central.staff.shifts.money import NotTaken, Payment, reverse
from central.staff.shifts.work import open_shift
from central.staff.tables import Role
from kiosk.contract import messages as m
from kiosk.identity import parse_id
from kiosk.purchase.operation import NOT_PRINTED
from kiosk.purchase.order import PurchaseResult
from tests.simulation.node import KioskNode
from tests.simulation.service import CAFE, CAFE_TYPE, CHAMBER, PRICE, CentralCrash

if TYPE_CHECKING:
    from tests.simulation.world import World

T = TypeVar("T")
_TRIES = 30
_GIVES_BACK = 0.7


class Counter:
    """A cashier at each machine; ``taken`` are pesos that were paid in and not given back.

    ``reuses``: cashiers who charge the next order of the same kind against the same payment.
    """

    def __init__(self, world: "World") -> None:
        self._world = world
        self.chance = random.Random(f"counter {world.outcome.seed}")
        self.reuses = False
        self.taken = 0
        self._paid: dict[str, tuple[str, int]] = {}
        self._last: dict[tuple[str, str, int], str] = {}

    def begin(self) -> None:
        """Before anything can fail, everybody opens their shift."""
        central = self._world.central
        dies, central.database.dies = central.database.dies, lambda _where: False
        for node in self._world.nodes:
            login = self._login(node)
            add_staff(central.services, login, node.name, Role.CASHIER)
            (staff_id,) = central.raw.execute(
                "SELECT id FROM staff WHERE login = ?", (login,)
            ).fetchone()
            open_shift(central.services, staff_id, self._place(node), 0)
        central.database.dies = dies

    def sells(self, node: KioskNode, buyer: SamplePerson, size: int) -> m.OrderOpened | None:
        """Take the money of so many copies, and open their order against it."""
        services, device = self._world.central.services, node.machine.identity.device_id
        login, total = self._login(node), size * PRICE
        payment_id, order_id = node.ids.new_id(), node.ids.new_id()
        same = (login, buyer.id_number, size)
        if self.reuses:
            payment_id = self._last.get(same, payment_id)
        line = m.OrderLine(
            registration_number=CAFE, certificate_type=CAFE_TYPE, quantity=size, price=PRICE
        )
        place = Caller(device, CHAMBER, self._place(node), DeviceState.ACTIVE)
        asked = Asked(login, place, order_id, (line,), order_id)
        identity = parse_id(buyer.id_type, buyer.id_number)
        try:
            opened, _ = self._surely(
                lambda: sell_paid(services, asked, identity, payment_id, Payment("01", total))
            )
        except (NotTaken, Refusal) as refused:
            node.note(f"the counter refuses: {refused}")
            return None
        if payment_id != self._last.get(same):
            self.taken += total
        self._last[same] = payment_id
        self._paid[order_id] = (payment_id, total)
        node.note(f"paid {total} for order {order_id[-6:]}")
        return opened

    def ended(self, node: KioskNode, result: PurchaseResult) -> None:
        """Nothing came out: the customer may want the money back, if central lets it go."""
        payment_id, total = self._paid[result.order.order_id]
        blank = all(copy.state in NOT_PRINTED for copy in result.copies)
        if not blank or self.chance.random() > _GIVES_BACK:
            return
        services, reversal_id = self._world.central.services, node.ids.new_id()
        try:
            self._surely(
                lambda: reverse(services, self._login(node), payment_id, reversal_id, "no paper")
            )
        except NotTaken as refused:
            node.note(f"the money stays: {refused}")
            return
        self.taken -= total
        self._world.outcome.states["counter: money back"] += 1
        node.note(f"{total} back")

    def _surely(self, work: Callable[[], T]) -> T:
        """The same message again until it is answered, as a desk asks."""
        for _ in range(_TRIES):
            try:
                return work()
            except CentralCrash:
                continue
        raise AssertionError("central died every time")

    def _place(self, node: KioskNode) -> str:
        row = self._world.central.raw.execute(
            "SELECT point_of_sale FROM devices WHERE id = ?", (node.machine.identity.device_id,)
        ).fetchone()
        return str(row[0])

    def _login(self, node: KioskNode) -> str:
        return f"caja-{node.name.lower().rstrip(chr(39))}"
