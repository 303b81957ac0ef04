"""Stages of a settlement at a desk: looked for, made, and paid."""

from dataclasses import dataclass, field
from typing import Literal

from kiosk.contract.staff import desk as t
from kiosk.contract.staff import settlements as m
from kiosk.contract.staff.shifts import PaymentForm
from kiosk.staff.desk.form import Form
from kiosk.staff.desk.paper import Paper
from kiosk.staff.desk.payments.stages import PaymentStage


@dataclass(frozen=True)
class Settlements:
    """What somebody brought: a number or a recovery code."""

    form: Form = field(default_factory=Form)
    error: str = ""


@dataclass(frozen=True)
class NewSettlement:
    """Money that somebody wants to pay in, here or elsewhere; one wish has one id."""

    account: t.DeskAccount
    form: Form = field(default_factory=Form)
    settlement_id: str = ""
    error: str = ""


@dataclass(frozen=True)
class Settlement:
    """One settlement, as central last told of it, and what is being done with it.

    Steps: looked at; its payment typed, being sure, ``unclear`` after a lost answer, told; or the
    reason of an unlocking or a cancellation. ``movement_id`` is what it is paid under, ``done``
    what became of the last deed.
    """

    found: m.SettlementState
    step: Literal["look", "fill", "sure", "unclear", "told", "unlock", "cancel"] = "look"
    payment_form: PaymentForm = "01"
    form: Form = field(default_factory=Form)
    error: str = ""
    movement_id: str = ""
    done: Literal["", "made", "let-go", "unlocked", "cancelled"] = ""
    made: t.DeskMovement | None = None
    before: bool = False
    paper: Paper | None = None


SettlementStage = Settlements | NewSettlement | Settlement | PaymentStage
