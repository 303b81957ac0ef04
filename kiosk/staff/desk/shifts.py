"""Shifts as they stand: looked through, opened again, counted against the ledger of now."""

from dataclasses import replace

from kiosk.contract.staff import reports as m
from kiosk.contract.staff import shifts as s
from kiosk.staff.desk.effects import Ask
from kiosk.staff.desk.events import Answered, DeskEvent, Failed, Go, Select, Type
from kiosk.staff.desk.form import sentence
from kiosk.staff.desk.pages import beside
from kiosk.staff.desk.records_state import Deciding, Shifts, ShowReport
from kiosk.staff.desk.state import Desk, Step
from kiosk.visit.events import Back, Continue

ALL = "/v1/staff/shifts/list"
MINE = "/v1/staff/shifts/mine"
REOPEN = "/v1/staff/shifts/reopen"
RECOMPUTE = "/v1/staff/shifts/recompute"
REASON_MIN = 3


def list_shifts(desk: Desk, stage: Shifts) -> Step:
    """Everybody's, for whoever may see them; else one's own."""
    desk, session = desk.asking().at(stage), desk.who.session
    if desk.who.may("see-shifts"):
        return desk, (Ask(desk.request, ALL, s.ListShifts(staff_session=session), s.Shifts),)
    return desk, (Ask(desk.request, MINE, s.ListOwnShifts(staff_session=session), s.Shifts),)


def may_reopen(desk: Desk, shift: s.ShiftState | None) -> bool:
    """It is closed, and it is theirs to open again."""
    return shift is not None and shift.closed_at is not None and desk.who.may("reopen-shift")


def may_recompute(desk: Desk, shift: s.ShiftState | None) -> bool:
    """It is closed, and they see everybody's."""
    return shift is not None and shift.closed_at is not None and desk.who.may("see-shifts")


def shifts(desk: Desk, stage: Shifts, event: DeskEvent) -> Step:
    """The list; the arrows choose."""
    match event:
        case Answered(reply=s.Shifts(shifts=found)):
            known = {each.shift_id for each in found}
            first = found[0].shift_id if found else ""
            chosen = stage.chosen if stage.chosen in known else first
            return desk.at(replace(stage, shifts=found, chosen=chosen, error="")), ()
        case Failed(code=code):
            return desk.at(replace(stage, error=code)), ()
        case Answered(reply=m.ReportGiven(report=report)) if stage.report is not None:
            return desk.at(ShowReport(stage.report, report, back=stage)), ()
        case Select(name="shift", value=value):
            known = {each.shift_id for each in stage.shifts or ()}
            return desk.at(replace(stage, chosen=value, told="") if value in known else stage), ()
        case Go(to=("down" | "up") as to):
            every = [each.shift_id for each in stage.shifts or ()]
            return desk.at(replace(stage, chosen=beside(every, stage.chosen, to), told="")), ()
        case Go(to="reopen") if may_reopen(desk, stage.shift) and stage.shift:
            return desk.at(Deciding(stage.shift, "reopen")), ()
        case Go(to="recompute") if may_recompute(desk, stage.shift) and stage.shift:
            return desk.at(Deciding(stage.shift, "recompute")), ()
        case Go(to="report") if stage.shift and stage.shift.closes:
            session = desk.who.session
            message = m.ReportShiftClose(staff_session=session, shift_id=stage.chosen)
            path = "/v1/staff/reports/shift-close"
            desk = desk.asking().at(replace(stage, report=message))
            return desk, (Ask(desk.request, path, message, m.ReportGiven),)
        case Go(to="refresh"):
            return list_shifts(desk, replace(stage, told=""))
        case _:
            return desk, ()


def deciding(desk: Desk, stage: Deciding, event: DeskEvent) -> Step:
    """The reason, then central's word; what it says stands in the list afterwards."""
    match event:
        case Type(name="reason", text=text):
            form = stage.form.put("reason", sentence(text))
            return desk.at(replace(stage, form=form, error="")), ()
        case Continue() if len(stage.form.text("reason")) < REASON_MIN:
            return desk.at(replace(stage, error="reason-missing")), ()
        case Continue():
            return _send(desk, stage)
        case Answered(reply=s.ShiftOpened()):
            return list_shifts(desk, Shifts(chosen=stage.shift.shift_id, told="reopened"))
        case Answered(reply=s.ShiftClosed(number=number)):
            same = any(each.number == number for each in stage.shift.closes)
            told = "same" if same else "recomputed"
            # mypy widens the two literals to text
            return list_shifts(desk, Shifts(chosen=stage.shift.shift_id, told=told))  # type: ignore[arg-type]
        case Failed(code=code):
            return desk.at(replace(stage, error=code)), ()
        case Back():
            return list_shifts(desk, Shifts(chosen=stage.shift.shift_id))
        case _:
            return desk, ()


def _send(desk: Desk, stage: Deciding) -> Step:
    desk = desk.asking()
    session, reason = desk.who.session, stage.form.text("reason")
    shift_id = stage.shift.shift_id
    if stage.action == "reopen":
        opening = s.ReopenShift(staff_session=session, reason=reason, shift_id=shift_id)
        return desk, (Ask(desk.request, REOPEN, opening, s.ShiftOpened),)
    counting = s.RecomputeShift(staff_session=session, reason=reason, shift_id=shift_id)
    return desk, (Ask(desk.request, RECOMPUTE, counting, s.ShiftClosed),)
