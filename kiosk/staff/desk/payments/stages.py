"""Stages of the payments that wait for people: the list, and one of them with its deed."""

from dataclasses import dataclass, field
from typing import Literal

from kiosk.contract.staff import settlements as m
from kiosk.staff.desk.form import Form

Deed = Literal["apply", "return", "outside"]


@dataclass(frozen=True)
class Payments:
    """What waits, oldest first; None: central was not heard yet. ``more`` than are shown."""

    rows: tuple[m.PaymentException, ...] | None = None
    more: bool = False
    error: str = ""


@dataclass(frozen=True)
class PaymentCase:
    """One payment, as central last told of it, and what is being done about it.

    Steps: looked at, with a deed chosen and its reason; being sure; ``unclear`` after a lost
    answer; told. ``target`` is the settlement it is to be applied to, ``decision_id`` what the deed
    is known by, ``before``: the lost answer had been yes.
    """

    found: m.PaymentException
    step: Literal["look", "sure", "unclear", "told"] = "look"
    action: Deed | Literal[""] = ""
    form: Form = field(default_factory=Form)
    target: m.SettlementState | None = None
    decision_id: str = ""
    before: bool = False
    error: str = ""


PaymentStage = Payments | PaymentCase
