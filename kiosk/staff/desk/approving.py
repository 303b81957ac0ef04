"""A second person allows what the first one wants to do: on the same screen, with their own key."""

from dataclasses import replace

from kiosk.contract.staff import identity as i
from kiosk.staff.desk.effects import Ask
from kiosk.staff.desk.events import Answered, DeskEvent, EraseSecret, Failed, Type, TypeSecret
from kiosk.staff.desk.form import login, sentence
from kiosk.staff.desk.money import REASON_MIN, send_reversal
from kiosk.staff.desk.payments import deciding as payments
from kiosk.staff.desk.payments.stages import PaymentCase
from kiosk.staff.desk.state import Approval, Desk, Reversal, Step
from kiosk.staff.desk.triage import send_refund
from kiosk.visit.events import Back, Continue

APPROVE = "/v1/staff/approvals"
CODE_LENGTH = 6
SECRET_MAX = {"key": 64, "code": CODE_LENGTH}


def approval(desk: Desk, stage: Approval, event: DeskEvent) -> Step:
    """Their name, key, code and reason; then what was wanted goes on by itself."""
    match event:
        case Type(name="login", text=text):
            form = stage.form.put("login", login(text))
            return desk.at(replace(stage, form=form, error="")), ()
        case Type(name="reason", text=text):
            form = stage.form.put("reason", sentence(text))
            return desk.at(replace(stage, form=form, error="")), ()
        case TypeSecret(name=name, char=char) if name in SECRET_MAX and len(char) == 1:
            return desk.at(_typed(stage, name, char)), ()
        case EraseSecret(name=name) if name in SECRET_MAX:
            shorter = stage.form.secrets.get(name, "")[:-1]
            return desk.at(replace(stage, form=stage.form.put_secret(name, shorter))), ()
        case Continue() if desk.now_s >= stage.wait_until_s:
            return _ask(desk, stage)
        case Answered(reply=i.Approved()):
            if isinstance(stage.back, Reversal):
                return send_reversal(desk, stage.back)
            if isinstance(stage.back, PaymentCase):
                return payments.send(desk, stage.back)
            return send_refund(desk, stage.back)
        case Failed(code=code, wait_s=wait_s):
            wait_until_s = desk.now_s + wait_s if wait_s else 0.0
            return desk.at(replace(stage, error=code, wait_until_s=wait_until_s)), ()
        case Back():
            return desk.at(replace(stage.back, error="")), ()
        case _:
            return desk, ()


def _typed(stage: Approval, name: str, char: str) -> Approval:
    so_far = stage.form.secrets.get(name, "")
    if len(so_far) >= SECRET_MAX[name] or (name == "code" and char not in "0123456789"):
        return stage
    return replace(stage, form=stage.form.put_secret(name, so_far + char), error="")


def _ask(desk: Desk, stage: Approval) -> Step:
    """Key and code leave the state with the question, whatever central answers."""
    form = stage.form
    key, code = form.secrets.get("key", ""), form.secrets.get("code", "")
    error = ""
    if form.text("login") == desk.who.login:
        error = "oneself"
    elif not (form.text("login") and key and len(code) == CODE_LENGTH):
        error = "second-person-missing"
    elif len(form.text("reason")) < REASON_MIN:
        error = "reason-missing"
    if error:
        return desk.at(replace(stage, error=error)), ()
    action, subject = wanted(stage)
    message = i.Approve(
        login=form.text("login"),
        key=key,
        code=code,
        action=action,  # type: ignore[arg-type]  # mypy widens the literals
        subject=subject,
        reason=form.text("reason"),
    )
    desk = desk.asking().at(replace(stage, form=form.without_secrets(), error=""))
    return desk, (Ask(desk.request, APPROVE, message, i.Approved),)


def wanted(stage: Approval) -> tuple[str, str]:
    """What is to be allowed, and on which thing."""
    back = stage.back
    match back:
        case Reversal():
            return "reverse-top-up", back.payment.movement_id
        case PaymentCase():
            return payments.NEEDS[back.action or "return"], payments.subject(back)
        case _:
            return "refund", back.story.operation.op_id
