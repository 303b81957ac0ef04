"""The deed itself: under one id however often it is asked, noted on disk before it is sent."""

from dataclasses import replace
from typing import Any

from kiosk.contract.staff import settlements as m
from kiosk.staff.desk.effects import Clarify, MoveMoney
from kiosk.staff.desk.payments.stages import PaymentCase
from kiosk.staff.desk.state import Desk, Step
from kiosk.staff.desk.unclear import Unclear

PATH = "/v1/staff/settlements"
NEEDS = {"apply": "apply-payment", "return": "return-payment", "outside": "settle-payment"}
"""What each deed takes; of the first two it is also what a second person approves."""


def actions(desk: Desk, found: m.PaymentException) -> tuple[str, ...]:
    """What is safe to do about it, by what it is and by who asks."""
    if found.outcome is not None:
        return ()
    possible = {"apply": found.can_apply, "return": found.can_return, "outside": True}
    return tuple(each for each, can in possible.items() if can and desk.who.may(NEEDS[each]))


def pays(found: m.PaymentException, target: m.SettlementState) -> bool:
    """Whether the settlement is paid by it; else its account is credited and no more."""
    return found.amount == target.amount and target.state in ("open", "at-bank", "expired")


def subject(stage: PaymentCase) -> str:
    """What a second person approves."""
    if stage.action == "apply" and stage.target is not None:
        return m.application(stage.found.payment_id, stage.target.settlement_id)
    return stage.found.payment_id


def about(stage: PaymentCase) -> str:
    """What a second person reads: the payment's reference, and where its money is to go."""
    if stage.action == "apply" and stage.target is not None:
        return f"{stage.found.reference} → {stage.target.number}"
    return stage.found.reference


def send(desk: Desk, stage: PaymentCase) -> Step:
    """Ask central to do it."""
    stage = replace(stage, decision_id=stage.decision_id or desk.fresh_id, error="")
    desk = desk.asking().at(stage)
    path, message = _message(desk, stage)
    unclear = Unclear(stage.decision_id, "payment", stage.found.amount, desk.who.login)
    return desk, (MoveMoney(desk.request, path, message, m.PaymentException, unclear),)


def clarify(desk: Desk, stage: PaymentCase) -> Step:
    """Ask what became of it."""
    desk = desk.asking()
    return desk, (Clarify(desk.request, desk.who.session, stage.decision_id, "payment"),)


def _message(desk: Desk, stage: PaymentCase) -> tuple[str, m.DecidePayment]:
    values: dict[str, Any] = {
        "staff_session": desk.who.session,
        "reason": stage.form.text("reason"),
        "payment_id": stage.found.payment_id,
        "decision_id": stage.decision_id,
        "amount": stage.found.amount,
    }
    if stage.action == "apply":
        assert stage.target is not None, "nobody is sure without having seen it"
        target = stage.target.settlement_id
        return f"{PATH}/apply-exception", m.ApplyPayment(**values, settlement_id=target)
    if stage.action == "return":
        return f"{PATH}/return-exception", m.ReturnPayment(**values)
    return f"{PATH}/settle-exception", m.SettlePaymentException(**values)
