"""Draws the menu of what was written down, and the shifts."""

from kiosk.contract.staff import shifts as s
from kiosk.money import format_pesos
from kiosk.staff.desk import record_views as r
from kiosk.staff.desk import show_receipts, show_reports
from kiosk.staff.desk import views as v
from kiosk.staff.desk.copies.show import body as copies_body
from kiosk.staff.desk.pages import page_of
from kiosk.staff.desk.records import chosen_of, parts
from kiosk.staff.desk.records_state import (
    AskReport,
    Deciding,
    Receipts,
    Records,
    RecordStage,
    Shifts,
    ShowReport,
)
from kiosk.staff.desk.shifts import may_recompute, may_reopen
from kiosk.staff.desk.show_shift import sign, signed
from kiosk.staff.desk.state import Desk
from kiosk.visit.views import Choice
from kiosk.visit.wording import short_instant

SHIFTS_A_PAGE = 7


def body(desk: Desk, stage: RecordStage) -> r.RecordBody:
    """Any of these stages."""
    match stage:
        case Records():
            chosen = chosen_of(desk, stage)
            return r.RecordsBody(
                tuple(Choice(part, selected=part == chosen) for part in parts(desk))
            )
        case Shifts():
            return _shifts(desk, stage)
        case Deciding():
            return _deciding(desk, stage)
        case AskReport():
            return show_reports.asking(desk, stage)
        case ShowReport():
            return show_reports.showing(desk, stage)
        case Receipts():
            return show_receipts.body(desk, stage)
        case _:
            return copies_body(desk, stage)


def _shifts(desk: Desk, stage: Shifts) -> r.ShiftsBody:
    shift = stage.shift
    every = {each.shift_id: each for each in stage.shifts or ()}
    shown, page, pages = page_of(tuple(every), stage.chosen, SHIFTS_A_PAGE)
    return r.ShiftsBody(
        rows=tuple(_row(desk, every[each], stage.chosen) for each in shown),
        page=page,
        pages=pages,
        base=format_pesos(shift.base) if shift else "",
        closes=tuple(_close(desk, each) for each in reversed(shift.closes)) if shift else (),
        reopened=tuple(
            r.ReopeningLine(short_instant(each.at, desk.language), each.by, each.reason)
            for each in reversed(shift.reopened)
        )
        if shift
        else (),
        own=not desk.who.may("see-shifts"),
        told=stage.told,
        error=stage.error,
        keys=_keys(desk, stage),
    )


def _keys(desk: Desk, stage: Shifts) -> tuple[v.KeyLine, ...]:
    """What somebody's role has no leave for is not even named to them."""
    keys = [v.KeyLine("F5", "refresh")]
    if desk.who.may("reopen-shift"):
        keys.append(v.KeyLine("F4", "reopen", may_reopen(desk, stage.shift)))
    if desk.who.may("see-shifts"):
        keys.append(v.KeyLine("F6", "recompute", may_recompute(desk, stage.shift)))
    keys.append(v.KeyLine("F7", "report", bool(stage.shift and stage.shift.closes)))
    return tuple(sorted(keys, key=lambda line: line.key))


def _row(desk: Desk, shift: s.ShiftState, chosen: str) -> r.ShiftLine:
    last = shift.closes[-1] if shift.closes else None
    off = sum(form.difference for form in last.forms) if last else 0
    open_ = "reopened" if shift.reopened else "open"
    return r.ShiftLine(
        shift=shift.shift_id,
        login=shift.login,
        place=shift.place,
        opened_at=short_instant(shift.opened_at, desk.language),
        closed_at=short_instant(shift.closed_at, desk.language) if shift.closed_at else "",
        standing="closed" if shift.closed_at else open_,
        difference=signed(off) if last else "",
        sign=sign(off),
        selected=shift.shift_id == chosen,
    )


def _close(desk: Desk, close: s.ShiftClosed) -> r.CloseLine:
    off = sum(form.difference for form in close.forms)
    return r.CloseLine(
        number=close.number,
        kind=close.kind,
        at=short_instant(close.at, desk.language),
        lines=tuple(
            v.FormLine(
                form.payment_form,
                format_pesos(form.expected),
                format_pesos(form.counted),
                signed(form.difference),
                sign(form.difference),
            )
            for form in close.forms
        ),
        difference=signed(off),
        sign=sign(off),
        explained=close.explained,
        unsent=close.unsent,
    )


def _deciding(desk: Desk, stage: Deciding) -> r.DecidingBody:
    shift, wrong = stage.shift, stage.error == "reason-missing"
    closed_at = short_instant(shift.closed_at, desk.language) if shift.closed_at else ""
    return r.DecidingBody(
        action=stage.action,
        login=shift.login,
        place=shift.place,
        opened_at=short_instant(shift.opened_at, desk.language),
        closed_at=closed_at,
        fields=(v.FieldLine("reason", "text", stage.form.values.get("reason", ""), wrong=wrong),),
        error=stage.error,
    )
