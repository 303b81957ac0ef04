"""One copy: why, then the engine, then the truth of what came out.

Central is asked for leave under an id first; the machine then prints under that id like whatever
else it prints, and what did not come out is not counted. An answer that was lost is asked for again
under the same id.
"""

from dataclasses import replace

from kiosk.contract.staff import certificates as m
from kiosk.purchase.operation import NOT_PRINTED
from kiosk.staff.desk.copies.effects import PrintCopy
from kiosk.staff.desk.copies.finding import certificates, find, no_copy
from kiosk.staff.desk.copies.stages import (
    Certificates,
    Copying,
    CopyStage,
    CopyTold,
    PrintingCopy,
)
from kiosk.staff.desk.effects import Ask
from kiosk.staff.desk.events import Answered, DeskEvent, Failed, Go, Type
from kiosk.staff.desk.form import Form, sentence
from kiosk.staff.desk.money import REASON_MIN, UNANSWERED
from kiosk.staff.desk.sale.events import SaleEnded, SaleProgressed
from kiosk.staff.desk.state import Desk, Step
from kiosk.visit.events import Back, Continue

COPY = "/v1/staff/certificates/copy"


def in_copies(desk: Desk, stage: CopyStage, event: DeskEvent) -> Step:
    """Whatever happens at one of these stages."""
    match stage:
        case Certificates():
            return certificates(desk, stage, event)
        case Copying():
            return _reasoning(desk, stage, event)
        case PrintingCopy():
            return _printing(desk, stage, event)
        case CopyTold():
            return _told(desk, stage, event)


def may_try_again(stage: CopyTold) -> bool:
    """Nothing came out, which is proved."""
    result = stage.result
    return result is not None and all(copy.state in NOT_PRINTED for copy in result.copies)


def _reasoning(desk: Desk, stage: Copying, event: DeskEvent) -> Step:
    match event:
        case Type(name="reason", text=text):
            form = stage.form.put("reason", sentence(text))
            # Another reason is another wish.
            return desk.at(replace(stage, form=form, copy_id="", error="")), ()
        case Continue() if len(stage.form.text("reason")) < REASON_MIN:
            return desk.at(replace(stage, error="reason-missing")), ()
        case Continue() if why := no_copy(desk, stage.sold):
            return desk.at(replace(stage, error=why)), ()
        case Continue():
            stage = replace(stage, copy_id=stage.copy_id or desk.fresh_id, error="")
            desk = desk.asking().at(stage)
            message = m.AllowCopy(
                staff_session=desk.who.session,
                reason=stage.form.text("reason"),
                copy_id=stage.copy_id,
                op_id=stage.sold.op_id,
            )
            return desk, (Ask(desk.request, COPY, message, m.CopyAllowed),)
        case Answered(reply=m.CopyAllowed(copy_id=copy_id)):
            after = PrintingCopy(stage.back, stage.sold, stage.form.text("reason"))
            desk = desk.asking().at(after)
            return desk, (PrintCopy(desk.request, stage.sold, copy_id),)
        case Failed(code=code):
            kept = stage.copy_id if code in UNANSWERED else ""
            return desk.at(replace(stage, copy_id=kept, error=code)), ()
        case Back():
            return desk.at(stage.back), ()
        case _:
            return desk, ()


def _printing(desk: Desk, stage: PrintingCopy, event: DeskEvent) -> Step:
    match event:
        case SaleProgressed(progress=progress):
            return desk.at(replace(stage, progress=progress)), ()
        case SaleEnded(result=result, file=file):
            told = CopyTold(stage.back, stage.sold, stage.reason, result, file)
            return desk.at(told), ()
        case Failed():
            return desk.at(CopyTold(stage.back, stage.sold, stage.reason, None)), ()
        case _:
            return desk, ()


def _told(desk: Desk, stage: CopyTold, event: DeskEvent) -> Step:
    match event:
        case Go(to="again") if may_try_again(stage):
            form = Form({"reason": stage.reason})
            return desk.at(Copying(stage.back, stage.sold, form)), ()
        case Continue() | Back():
            return find(desk, stage.back)
        case _:
            return desk, ()
