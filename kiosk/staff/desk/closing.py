"""The blind close: counted first, and only then compared."""

from dataclasses import replace

from kiosk.contract.staff import shifts as s
from kiosk.staff.desk.drawer import ShiftNote
from kiosk.staff.desk.effects import Ask
from kiosk.staff.desk.events import Answered, DeskEvent, Failed, Go, NoteKept, PaperEnded, Type
from kiosk.staff.desk.form import digits, sentence
from kiosk.staff.desk.front import look
from kiosk.staff.desk.papers import close_on_paper, ended
from kiosk.staff.desk.provisional import (
    SILENT,
    close_here,
    closed_of,
    counts_here,
    opened_of,
)
from kiosk.staff.desk.state import DENOMINATIONS, VOUCHERS, Closing, Desk, Home, Step
from kiosk.visit.events import Back, Continue

CLOSE = "/v1/staff/shifts/close"
EXPLAIN = "/v1/staff/shifts/explain"
COUNT_DIGITS = 5
REASON_MIN = 3


def piece(denomination: int) -> str:
    """The field of a denomination."""
    return f"piece_{denomination}"


def voucher(form: str) -> str:
    """The field of a form's vouchers."""
    return f"voucher_{form}"


_FIELDS = {
    **{piece(each): COUNT_DIGITS for each in DENOMINATIONS},
    **{voucher(each): 9 for each in VOUCHERS},
}


def pieces_of(stage: Closing) -> tuple[s.Pieces, ...]:
    """What was counted, the largest first."""
    return tuple(
        s.Pieces(denomination=each, count=stage.form.pesos(piece(each)))
        for each in DENOMINATIONS
        if stage.form.pesos(piece(each))
    )


def vouchers_of(stage: Closing) -> tuple[s.Vouchers, ...]:
    """The vouchers that were counted, by form."""
    return tuple(
        s.Vouchers(payment_form=form, pesos=stage.form.pesos(voucher(form)))
        for form in VOUCHERS
        if stage.form.pesos(voucher(form))
    )


def cash_of(stage: Closing) -> int:
    """The pesos of it."""
    return sum(each.denomination * each.count for each in pieces_of(stage))


def closing(desk: Desk, stage: Closing, event: DeskEvent) -> Step:
    """Count, be sure, see."""
    match event:
        case PaperEnded():
            return desk.at(replace(stage, paper=ended(stage.paper, event))), ()
        case Answered(reply=s.ShiftClosed() as closed):
            return _closed(desk, stage, closed)
        case Failed(code="not-possible") if stage.step != "told":
            return look(desk.at(Home()))  # closed before; what central knows is shown
        case NoteKept(note=note):
            return _noted(desk, stage, note)
        case Failed(code="session-expired") if stage.step == "sure":
            # Nobody counts a drawer twice because a session ended meanwhile: it is noted, and
            # handed in by whoever counted it.
            return close_here(desk, stage, pieces_of(stage), vouchers_of(stage))
        case Failed(code=code) if code in SILENT and stage.step == "sure":
            return desk.at(replace(stage, step="count", error=code, offline=True)), ()
        case Failed(code=code):
            after = replace(stage, step="told" if stage.step == "told" else "count", error=code)
            return desk.at(after), ()
        case _:
            pass
    match stage.step, event:
        case (("count" | "sure"), Go(to="close_offline")) if stage.offline:
            return close_here(desk, stage, pieces_of(stage), vouchers_of(stage))
        case "sure", Continue() if counts_here(desk):
            return close_here(desk, stage, pieces_of(stage), vouchers_of(stage))
        case "count", Type(name=name, text=text) if name in _FIELDS:
            form = stage.form.put(name, digits(text)[: _FIELDS[name]])
            return desk.at(replace(stage, form=form, error="")), ()
        case "count", Continue():
            return desk.at(replace(stage, step="sure", error="")), ()
        case "sure", Back():
            return desk.at(replace(stage, step="count")), ()
        case "sure", Continue():
            return _close(desk, stage)
        case "told", Type(name="reason", text=text):
            form = stage.form.put("reason", sentence(text))
            return desk.at(replace(stage, form=form, error="")), ()
        case "told", Continue() if may_explain(stage):
            return _explain(desk, stage)
        case "told", (Continue() | Back()):
            return look(desk.at(Home()))
        case "told", Go(to="print") if stage.paper is None or stage.paper.state != "working":
            desk, paper, effect = close_on_paper(desk, stage)
            return desk.at(replace(stage, paper=paper)), (effect,)
        case _:
            return desk, ()


def may_explain(stage: Closing) -> bool:
    """It differs, and nobody has said why."""
    closed = stage.closed
    return (
        closed is not None
        and not stage.provisional
        and not closed.explained
        and any(form.difference for form in closed.forms)
    )


def _close(desk: Desk, stage: Closing) -> Step:
    pieces, vouchers = pieces_of(stage), vouchers_of(stage)
    stage = replace(stage, close_id=stage.close_id or desk.fresh_id, error="")
    counted = tuple((each.denomination, each.count) for each in pieces)
    desk = desk.asking().at(replace(stage, pieces=counted, opened=desk.shift))
    message = s.CloseShift(
        staff_session=desk.who.session,
        pieces=pieces,
        vouchers=vouchers,
        unsent=desk.unsent,
        close_id=stage.close_id or None,
    )
    return desk, (Ask(desk.request, CLOSE, message, s.ShiftClosed),)


def _closed(desk: Desk, stage: Closing, closed: s.ShiftClosed) -> Step:
    """Written down; what differs is explained first, and the paper then says it too."""
    stage = replace(stage, step="told", closed=closed, error="")
    desk = replace(desk, shift=None)
    if may_explain(stage):
        return desk.at(stage), ()
    desk, paper, effect = close_on_paper(desk, stage)
    return desk.at(replace(stage, paper=paper)), (effect,)


def _noted(desk: Desk, stage: Closing, note: ShiftNote) -> Step:
    """On this disk and nowhere else; said so on screen and paper."""
    stage = replace(
        stage,
        step="told",
        provisional=True,
        opened=opened_of(note),
        closed=closed_of(note),
        error="",
    )
    desk = replace(desk, shift=None)
    desk, paper, effect = close_on_paper(desk, stage)
    return desk.at(replace(stage, paper=paper)), (effect,)


def _explain(desk: Desk, stage: Closing) -> Step:
    assert stage.closed is not None, "only a close can be explained"
    if len(stage.form.text("reason")) < REASON_MIN:
        return desk.at(replace(stage, error="reason-missing")), ()
    desk = desk.asking()
    message = s.ExplainShift(
        staff_session=desk.who.session,
        reason=stage.form.text("reason"),
        shift_id=stage.closed.shift_id,
    )
    return desk, (Ask(desk.request, EXPLAIN, message, s.ShiftClosed),)
