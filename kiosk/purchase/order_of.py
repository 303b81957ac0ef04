"""From an opened order and a cart to what the engine buys: one operation for every copy."""

from collections.abc import Callable, Iterable
from typing import Protocol

from kiosk.contract import messages as m
from kiosk.purchase.order import Copy, Order


class Line(Protocol):
    """A certificate type of one registration, so many times."""

    @property
    def registration(self) -> m.RegistrationSummary:
        """About whom."""
        ...

    @property
    def item(self) -> m.CatalogueItem:
        """What, at which price."""
        ...

    @property
    def quantity(self) -> int:
        """How many copies."""
        ...


def order_of(
    opened: m.OrderOpened,
    lines: Iterable[Line],
    new_id: Callable[[], str],
    *,
    is_free: bool = False,
) -> Order:
    """Each copy gets an id of its own before anything is sent; ``is_free``: nobody pays for it."""
    return Order(
        order_id=opened.order_id,
        order_number=opened.order_number,
        recovery_code=opened.recovery_code,
        purchase_token=opened.purchase_token,
        copies=tuple(
            Copy(
                op_id=new_id(),
                registration_number=line.registration.number,
                certificate_type=line.item.certificate_type,
                copy_index=index + 1,
                price_pesos=0 if is_free else line.item.price,
                certificate_name=line.item.name,
                registration_name=line.registration.name,
            )
            for line in lines
            for index in range(line.quantity)
        ),
    )
