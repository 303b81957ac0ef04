"""Certificates sold at the desk: what there is, and three ways an order is paid."""

from typing import Annotated

from pydantic import Field

from kiosk.contract.messages import Id, Number, OrderLine, OrderOpened, Pesos, Secret
from kiosk.contract.staff.base import Reasoned, StaffMessage
from kiosk.contract.staff.desk import DeskMovement
from kiosk.contract.staff.shifts import PaymentForm, Reference
from kiosk.identity import IdType

Lines = Annotated[tuple[OrderLine, ...], Field(min_length=1, max_length=10)]


class FindSold(StaffMessage):
    """``POST /v1/staff/sales/catalogue``: what is sold about a registration, at today's prices."""

    registration_number: Number


class SellWithKey(StaffMessage):
    """``POST /v1/staff/sales/with-key``: an order that a prepaid account pays.

    ``prepaid_key`` was typed by the account's holder. It may be repeated with the same
    ``order_id``; nothing is moved by it.
    """

    order_id: Id
    account_id_type: IdType
    account_id_number: Number
    prepaid_key: Secret
    lines: Lines


class SellPaid(StaffMessage):
    """``POST /v1/staff/sales/paid``: take an order's money in one's shift, and open the order.

    The money goes to the customer's own account under ``payment_id``, and pays for this order and
    no other. ``given`` is what was handed over in cash, ``reference`` the number on a voucher.
    """

    order_id: Id
    payment_id: Id
    account_id_type: IdType
    account_id_number: Number
    payment_form: PaymentForm
    given: Pesos | None = None
    reference: Reference = ""
    lines: Lines


class SellAtExpense(Reasoned):
    """``POST /v1/staff/sales/expense``: an order whose cost the chamber bears; no money moves.

    The lines carry the prices that are in force; the order itself costs nothing.
    """

    order_id: Id
    lines: Lines


class SaleOpened(OrderOpened):
    """The order, for the desk's own device to authorise; ``payment``: what was taken for it."""

    payment: DeskMovement | None = None
