"""Who may begin a sale, and where it begins."""

from kiosk.contract.staff import desk as t
from kiosk.staff.desk.sale.stages import Choosing
from kiosk.staff.desk.state import Desk, Step


def may_sell(desk: Desk) -> bool:
    """Somebody who may, in an open shift, at a computer that can print now."""
    return desk.shift is not None and desk.who.may("sell") and desk.station.can_buy


def may_charge_to_expense(desk: Desk) -> bool:
    """Somebody who may charge a certificate to the chamber, at a computer that can print now."""
    return desk.who.may("charge-to-expense") and desk.station.can_buy


def begin_sale(desk: Desk, account: t.DeskAccount | None) -> Step:
    """To the first screen of a sale."""
    return desk.at(Choosing(account)), ()
