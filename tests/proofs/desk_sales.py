"""Sales at a desk, for its random days: money taken for an order, and whatever becomes of paper."""

from dataclasses import dataclass
from itertools import count
from typing import Literal

from central.db.ids import new_id
from central.devices.caller import Caller
from central.devices.tables import DeviceState
from central.operations.authorise import authorise
from central.operations.capture import capture
from central.operations.void import void
from central.staff.sales.sell import Asked, sell_paid
from central.staff.shifts.money import NotTaken, Payment, reverse
from kiosk.contract import messages as m
from kiosk.identity import PersonId
from tests.support.central import CAFE, CAFE_PRICE, CAFE_TYPE, Central, enrolled

Fate = Literal["printed", "part", "blank", "given-back"]
"""All on paper; the first copy only; nothing; nothing, and the money goes back at once."""


@dataclass(frozen=True)
class Sold:
    """An order that was paid here: what of it stays in the account, and what was charged."""

    payment_id: str
    total: int
    charged: int
    was_given_back: bool


class Seller:
    """The desk's device, which holds, prints and charges what its cashier sells."""

    def __init__(self, central: Central, login: str, holder: PersonId) -> None:
        """``holder`` buys everything."""
        self._services = central.services
        self._login = login
        self._holder = holder
        self._device_id = enrolled(central, point_of_sale="C01").identity.device_id
        self._seq = count(1)

    def sells(self, form: str, copies: int, more: int, fate: Fate, *, twice: bool) -> Sold:
        """One order from the money to its end; ``twice``: its first answer was lost."""
        total = copies * CAFE_PRICE
        given = total + more if form == "01" else None
        payment = Payment(form, total, given, "" if form == "01" else "V-1")
        line = m.OrderLine(
            registration_number=CAFE, certificate_type=CAFE_TYPE, quantity=copies, price=CAFE_PRICE
        )
        asked = Asked(self._login, self._caller(), new_id(), (line,), new_id())
        payment_id = new_id()
        args = (self._services, asked, self._holder, payment_id, payment)
        if twice:
            sell_paid(*args)
        order, _ = sell_paid(*args)
        ops = [self._hold(order, number + 1) for number in range(copies)]
        paper = copies if fate == "printed" else 1 if fate == "part" else 0
        for op_id in ops[:paper]:
            self._prints(op_id)
        if ops[paper:]:
            self._must_stand(payment_id)  # what is held may still come out
        for op_id in ops[paper:]:
            self._voids(op_id)
        if paper:
            self._must_stand(payment_id)
        elif fate == "given-back":
            reverse(self._services, self._login, payment_id, new_id(), "no paper")
        return Sold(payment_id, total, paper * CAFE_PRICE, fate == "given-back")

    def _must_stand(self, payment_id: str) -> None:
        try:
            reverse(self._services, self._login, payment_id, new_id(), "asked for")
        except NotTaken:
            return
        raise AssertionError("a payment behind paper was given back")

    def _hold(self, order: m.OrderOpened, copy: int) -> str:
        seq = next(self._seq)
        message = m.Authorise(
            op_id=new_id(),
            device_seq=seq,
            order_id=order.order_id,
            purchase_token=order.purchase_token,
            registration_number=CAFE,
            certificate_type=CAFE_TYPE,
            copy_index=copy,
            price=CAFE_PRICE,
        )
        answer = authorise(self._services, self._caller(seq), message)
        assert answer.operation.state is m.OperationState.HELD, answer.operation.reason
        return message.op_id

    def _prints(self, op_id: str) -> None:
        seq, now = next(self._seq), self._services.now()
        message = m.Capture(op_id=op_id, device_seq=seq, printed_at=now, evidence="cut ok")
        capture(self._services, self._caller(seq), message)

    def _voids(self, op_id: str) -> None:
        seq = next(self._seq)
        void(self._services, self._caller(seq), m.Void(op_id=op_id, device_seq=seq, reason="jam"))

    def _caller(self, seq: int | None = None) -> Caller:
        return Caller(self._device_id, "99", "C01", DeviceState.ACTIVE, seq)
