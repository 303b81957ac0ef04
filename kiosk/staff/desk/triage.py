"""What waits for a person: looked at, decided, refunded; each with a reason that stays."""

from dataclasses import replace

from kiosk.contract.messages import OperationState
from kiosk.contract.staff import operations as o
from kiosk.staff.desk.effects import Ask
from kiosk.staff.desk.events import Answered, DeskEvent, Failed, Go, Select, Type
from kiosk.staff.desk.form import Form, sentence
from kiosk.staff.desk.front import look
from kiosk.staff.desk.state import Approval, Desk, Home, Operation, Queue, Step
from kiosk.visit.events import Back, Continue

FIND = "/v1/staff/operations/find"
STORY = "/v1/staff/operations/story"
RESOLVE = "/v1/staff/operations/resolve"
REFUND = "/v1/staff/operations/refund"
REASON_MIN = 3
CODE_MAX = 40
"""Longer than any code somebody can bring."""
_OPEN = (OperationState.HELD, OperationState.EXPIRED)


def queue(desk: Desk, stage: Queue, event: DeskEvent) -> Step:
    """The list, or what a code stands for."""
    match event:
        case Type(name="code", text=text):
            form = stage.form.put("code", sentence(text).upper()[:CODE_MAX])
            found = stage.found if form.text("code") else None
            return desk.at(replace(stage, form=form, found=found, error="")), ()
        case Continue() if stage.form.text("code"):
            desk = desk.asking()
            code = stage.form.text("code")
            message = o.FindOperations(staff_session=desk.who.session, code=code)
            return desk, (Ask(desk.request, FIND, message, o.ListedOperations),)
        case Answered(reply=o.ListedOperations(operations=found)):
            error = "" if found else "nothing-found"
            return desk.at(replace(stage, found=found, error=error)), ()
        case Select(name="operation", value=op_id) if op_id in _listed(desk, stage):
            desk = desk.asking()
            message_ = o.TellOperation(staff_session=desk.who.session, op_id=op_id)
            return desk, (Ask(desk.request, STORY, message_, o.OperationStory),)
        case Answered(reply=o.OperationStory() as story):
            return desk.at(Operation(story)), ()
        case Go(to="refresh"):
            return look(desk.at(Home()))
        case Failed(code=code):
            return desk.at(replace(stage, error=code)), ()
        case _:
            return desk, ()


def _listed(desk: Desk, stage: Queue) -> frozenset[str]:
    """What is on the screen and may be looked at."""
    rows = desk.operations if stage.found is None else stage.found
    return frozenset(each.op_id for each in rows)


def actions(desk: Desk, story: o.OperationStory) -> tuple[str, ...]:
    """What is safe to do about it, by its state and by who asks."""
    who, state = desk.who, story.operation.state
    if state in _OPEN and who.may("resolve"):
        return ("printed", "void")
    if state is OperationState.CAPTURED and who.may("refund") and not was_refunded(story):
        return ("refund",)
    return ()


def was_refunded(story: o.OperationStory) -> bool:
    """Its money was given back before."""
    return any(event.what.startswith("posting refund") for event in story.events)


def operation(desk: Desk, stage: Operation, event: DeskEvent) -> Step:
    """An action, a reason, central's word."""
    match event:
        case Answered(reply=o.OperationDecided()) | Answered(reply=o.OperationRefunded()):
            return desk.at(replace(stage, step="told", error="")), ()
        case Failed(code="approval-needed"):
            form = Form({"reason": stage.form.text("reason")})
            return desk.at(Approval(stage, form)), ()
        case Failed(code=code):
            return desk.at(replace(stage, error=code)), ()
        case Continue() | Back() if stage.step == "told":
            return look(desk.at(Home()))
        case Select(name="action", value=value) if value in actions(desk, stage.story):
            # mypy does not narrow text to a literal by "in"; the guard above did.
            return desk.at(replace(stage, action=value, error="")), ()  # type: ignore[arg-type]
        case Type(name="reason", text=text):
            form = stage.form.put("reason", sentence(text))
            return desk.at(replace(stage, form=form, error="")), ()
        case Continue() if not stage.action:
            error = "action-missing" if actions(desk, stage.story) else ""
            return desk.at(replace(stage, error=error)), ()
        case Continue() if len(stage.form.text("reason")) < REASON_MIN:
            return desk.at(replace(stage, error="reason-missing")), ()
        case Continue() if stage.action == "refund":
            return send_refund(desk, stage)
        case Continue():
            return _resolve(desk, stage)
        case _:
            return desk, ()


def send_refund(desk: Desk, stage: Operation) -> Step:
    """Give the money back, under one id however often it is asked."""
    stage = replace(stage, movement_id=stage.movement_id or desk.fresh_id, error="")
    desk = desk.asking().at(stage)
    message = o.RefundOperation(
        staff_session=desk.who.session,
        reason=stage.form.text("reason"),
        op_id=stage.story.operation.op_id,
        refund_id=stage.movement_id,
    )
    return desk, (Ask(desk.request, REFUND, message, o.OperationRefunded),)


def _resolve(desk: Desk, stage: Operation) -> Step:
    desk = desk.asking()
    message = o.DecideOperation(
        staff_session=desk.who.session,
        reason=stage.form.text("reason"),
        op_id=stage.story.operation.op_id,
        decision="printed" if stage.action == "printed" else "void",
    )
    return desk, (Ask(desk.request, RESOLVE, message, o.OperationDecided),)
