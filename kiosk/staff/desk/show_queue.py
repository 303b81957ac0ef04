"""Draws what waits for a person, and the second person's screen."""

from datetime import datetime

from kiosk.contract.messages import OperationState
from kiosk.contract.staff import operations as o
from kiosk.money import format_pesos
from kiosk.staff.desk import views as v
from kiosk.staff.desk.approving import wanted
from kiosk.staff.desk.papers import number_of
from kiosk.staff.desk.payments.deciding import about as payment_of
from kiosk.staff.desk.payments.stages import PaymentCase
from kiosk.staff.desk.state import Approval, Desk, Operation, Queue, Reversal
from kiosk.staff.desk.triage import actions, was_refunded
from kiosk.visit.views import Choice
from kiosk.visit.wording import short_instant

EVENTS_SHOWN = 6
TOLD_EVENTS = frozenset({"authorise", "capture", "claim", "void", "tombstone", "refund", "reprint"})
_UNITS = ((86_400, "d"), (3_600, "h"), (60, "min"))


def queue(desk: Desk, stage: Queue) -> v.QueueBody:
    """The list."""
    rows = desk.operations if stage.found is None else stage.found
    return v.QueueBody(
        fields=(v.FieldLine("code", "text", stage.form.values.get("code", "")),),
        rows=tuple(line(desk, each) for each in rows),
        searched=stage.found is not None,
        error=stage.error,
        keys=(v.KeyLine("F5", "refresh"),),
    )


def operation(desk: Desk, stage: Operation) -> v.OperationBody:
    """One of it."""
    story = stage.story
    wrong = stage.error == "reason-missing"
    shown = stage.step == "look" and stage.action != ""
    reason = v.FieldLine("reason", "text", stage.form.values.get("reason", ""), wrong=wrong)
    return v.OperationBody(
        stage=stage.step,
        line=line(desk, story.operation),
        order_number=story.order_number,
        recovery_code=story.recovery_code,
        certificate=story.certificate,
        registration=story.registration_number,
        events=tuple(
            v.EventLine(short_instant(at, desk.language), code, detail)
            for at, code, detail in _told(story)[-EVENTS_SHOWN:]
        ),
        actions=tuple(Choice(each, selected=each == stage.action) for each in actions(desk, story))
        if stage.step == "look"
        else (),
        action=stage.action,
        fields=(reason,) if shown else (),
        refunded=was_refunded(story),
        error=stage.error,
        keys=(),
    )


def approval(desk: Desk, stage: Approval) -> v.ApprovalBody:
    """Who allows it: a name, and of key and code only how long they are."""
    form, back = stage.form, stage.back
    if isinstance(back, Reversal):
        about = number_of(back.payment.place, back.payment.receipt_number)
        action, amount = "reverse-top-up", back.payment.amount
    elif isinstance(back, PaymentCase):
        about, action, amount = payment_of(back), wanted(stage)[0], back.found.amount
    else:
        about, action = back.story.recovery_code, "refund"
        amount = back.story.operation.price
    left_s = stage.wait_until_s - desk.now_s
    return v.ApprovalBody(
        action=action,
        about=about,
        amount=format_pesos(amount),
        asked_by=desk.who.name,
        fields=(
            v.FieldLine("login", "text", form.text("login"), wrong=stage.error == "oneself"),
            v.FieldLine("key", "secret", length=len(form.secrets.get("key", ""))),
            v.FieldLine("code", "code", length=len(form.secrets.get("code", ""))),
            v.FieldLine("reason", "text", form.values.get("reason", "")),
        ),
        error=stage.error,
        wait_s=max(0, -int(-left_s // 1)) if stage.wait_until_s else 0,
    )


def line(desk: Desk, entry: o.ListedOperation) -> v.OperationLine:
    """One row."""
    return v.OperationLine(
        op_id=entry.op_id,
        place=entry.point_of_sale,
        state=entry.state.value,
        why=_why(entry),
        age=age(entry.created_at, desk.clock_at),
        at=short_instant(entry.created_at, desk.language),
        amount=format_pesos(entry.price),
    )


def age(since: datetime, now: datetime | None) -> str:
    """How long something waits, in the largest whole unit.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 11, 21, 12, tzinfo=UTC)
    >>> age(datetime(2026, 11, 21, 9, 50, tzinfo=UTC), noon), age(noon, noon)
    ('2 h', '0 min')
    """
    if now is None:
        return ""
    seconds = max(0, int((now - since).total_seconds()))
    for unit_s, name in _UNITS:
        if seconds >= unit_s:
            return f"{seconds // unit_s} {name}"
    return "0 min"


def event_of(what: str) -> tuple[str, str]:
    """A line of central's story as code and detail; an empty code tells nothing new.

    >>> event_of("posting purchase 6100"), event_of("resolve-void no salió")
    (('posting-purchase', '$6.100'), ('resolve-void', 'no salió'))
    >>> event_of("incident 0192 late-capture"), event_of("decision void"), event_of("rotate x")
    (('late-capture', ''), ('', ''), ('other', ''))
    """
    word, _, rest = what.partition(" ")
    match word:
        case "posting":
            kind, _, amount = rest.partition(" ")
            return f"posting-{kind}", format_pesos(int(amount))
        case "incident":
            return rest.split(" ")[1], ""
        case "decision":
            return "", ""  # the line of who decided says it, with the reason
        case "resolve-printed" | "resolve-void":
            return word, rest
        case _:
            return word if word in TOLD_EVENTS else "other", ""


def _told(story: o.OperationStory) -> list[tuple[datetime, str, str]]:
    lines = [(each.at, *event_of(each.what)) for each in story.events]
    return [line for line in lines if line[1]]


def _why(entry: o.ListedOperation) -> str:
    """The first incident, else what its state means."""
    if entry.incidents:
        return entry.incidents[0]
    if entry.late:
        return "late-capture"
    match entry.state:
        case OperationState.HELD:
            return "held"
        case OperationState.EXPIRED:
            return "expired"
        case OperationState.CAPTURED:
            return "captured"
        case _:
            return "void"
