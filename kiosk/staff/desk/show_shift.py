"""Draws the first screen, the opening of a shift and its close."""

from kiosk.money import format_pesos
from kiosk.staff.desk import views as v
from kiosk.staff.desk.closing import cash_of, may_explain, piece, voucher
from kiosk.staff.desk.front import may_refresh
from kiosk.staff.desk.provisional import (
    SILENT,
    is_away,
    is_open,
    may_close,
    may_open,
    opened_here,
    opened_of,
    own_note,
    to_hand_in,
)
from kiosk.staff.desk.sale.begin import may_charge_to_expense
from kiosk.staff.desk.show_money import paper_line, pesos_field
from kiosk.staff.desk.show_queue import age
from kiosk.staff.desk.state import DENOMINATIONS, NEEDS, VOUCHERS, Closing, Desk, Home, Opening
from kiosk.visit.wording import short_instant

LEAVES = {
    "open": "work-shift",
    "customer": "see-accounts",
    "queue": "see-operations",
    "settlement": "see-settlements",
    "unanswered": "work-shift",
    "close": "work-shift",
}
"""What a key of the first screen takes; one that is not here is there for whoever came in."""


def home(desk: Desk, stage: Home) -> v.HomeBody:
    """What there is to do, and what waits."""
    shift, known = desk.shift, not stage.error and not desk.waiting
    waiting = desk.operations
    open_now = is_open(desk)
    offline_open, offline_close = may_open(desk, stage.error), may_close(desk, stage.error)
    again = shift.reopened if shift else None
    return v.HomeBody(
        place=desk.setup.place,
        role=desk.who.role,
        own=desk.who.may("work-shift"),
        shift_open=shift is not None,
        reopened=f"{again.by} · {short_instant(again.at, desk.language)} · {again.reason}"
        if again
        else "",
        opened_at=short_instant(shift.opened_at, desk.language) if shift else "",
        base=format_pesos(shift.base) if shift else "",
        waiting=len(waiting),
        oldest=age(waiting[0].created_at, desk.clock_at) if waiting else "",
        waiting_money=format_pesos(sum(each.price for each in waiting)),
        unclear=len(desk.mine),
        drawer=_drawer(desk),
        told=stage.told,
        why=stage.why,
        no_sale=desk.station.buy_reason,
        error=stage.error,
        local=_local(desk) if stage.error in SILENT else None,
        keys=_offered(
            desk,
            *([v.KeyLine("F2", "open", known or offline_open)] if not open_now else []),
            v.KeyLine("F3", "customer", known),
            v.KeyLine("F4", "queue", known),
            v.KeyLine("F6", "unanswered", known and bool(desk.mine)),
            v.KeyLine("F7", "records", known),
            v.KeyLine("F11", "settlement", known),
            *([v.KeyLine("F8", "close", known or offline_close)] if open_now else []),
            v.KeyLine("F5", "sign_in" if is_away(desk) else "refresh", may_refresh(desk)),
            v.KeyLine("F1", "own_key", known),
            *(
                [v.KeyLine("F12", "expense", known and may_charge_to_expense(desk))]
                if desk.who.may("charge-to-expense")
                else []
            ),
        ),
    )


def _local(desk: Desk) -> v.LocalFacts:
    """What this computer knows without central; no sum of money, because a count is blind."""
    note = own_note(desk)
    shift = desk.shift or (opened_of(note) if note else None)
    return v.LocalFacts(
        entered=desk.who.entered,
        is_back=is_away(desk) and desk.station.network == "online",
        shift_open=is_open(desk),
        opened_at=short_instant(shift.opened_at, desk.language) if shift else "",
        base=format_pesos(shift.base) if shift else "",
        to_hand_in=len(to_hand_in(desk)),
        queued=desk.queued,
        unclear=len(desk.mine),
    )


def _offered(desk: Desk, *keys: v.KeyLine) -> tuple[v.KeyLine, ...]:
    """Only what this role has leave for; all else is not even named."""
    return tuple(key for key in keys if desk.who.may(LEAVES.get(key.to, NEEDS)))


def opening(_desk: Desk, stage: Opening) -> v.OpeningBody:
    """The base."""
    field = pesos_field(stage.form, "base", wrong=stage.error not in ("", *SILENT))
    keys = (v.KeyLine("F7", "open_offline", stage.form.text("base") != ""),)
    return v.OpeningBody((field,), stage.error, stage.offline, keys if stage.offline else ())


def closing(desk: Desk, stage: Closing) -> v.ClosingBody:
    """The count; what was expected only afterwards."""
    form, closed = stage.form, stage.closed
    cash = cash_of(stage)
    vouchers = sum(form.pesos(voucher(each)) for each in VOUCHERS)
    off = sum(each.difference for each in closed.forms) if closed else 0
    uneven = closed is not None and any(each.difference for each in closed.forms)
    return v.ClosingBody(
        stage=stage.step,
        pieces=tuple(
            v.PieceLine(
                piece(each),
                format_pesos(each),
                form.text(piece(each)),
                format_pesos(each * form.pesos(piece(each))),
            )
            for each in DENOMINATIONS
        ),
        fields=_fields(stage),
        cash=format_pesos(cash),
        vouchers=format_pesos(vouchers),
        counted=format_pesos(cash + vouchers),
        lines=tuple(
            v.FormLine(
                each.payment_form,
                format_pesos(each.expected),
                format_pesos(each.counted),
                signed(each.difference),
                sign(each.difference),
            )
            for each in (closed.forms if closed else ())
        ),
        difference=signed(off),
        sign=sign(off) if off or not uneven else "short",
        must_explain=may_explain(stage),
        explained=closed.explained if closed else "",
        unsent=closed.unsent if closed else desk.unsent,
        offline=stage.offline and stage.step != "told",
        provisional=stage.provisional,
        handed_in=stage.handed_in,
        error=stage.error,
        paper=paper_line(desk, stage.paper),
        keys=_closing_keys(stage),
    )


def _drawer(desk: Desk) -> str:
    """What central has not been told of."""
    if opened_here(desk) is not None:
        return "opened"
    return "closed" if to_hand_in(desk) else ""


def _closing_keys(stage: Closing) -> tuple[v.KeyLine, ...]:
    if stage.step == "told":
        return (v.KeyLine("F7", "print", stage.paper is None or stage.paper.state != "working"),)
    return (v.KeyLine("F7", "close_offline"),) if stage.offline else ()


def _fields(stage: Closing) -> tuple[v.FieldLine, ...]:
    if stage.step == "count":
        return tuple(pesos_field(stage.form, voucher(each)) for each in VOUCHERS)
    if may_explain(stage):
        wrong = stage.error == "reason-missing"
        return (v.FieldLine("reason", "text", stage.form.values.get("reason", ""), wrong=wrong),)
    return ()


def sign(difference: int) -> str:
    """Whether there is too much or too little."""
    return "even" if difference == 0 else "over" if difference > 0 else "short"


def signed(difference: int) -> str:
    """A difference as it is written.

    >>> signed(500), signed(-500), signed(0)
    ('+$500', '-$500', '$0')
    """
    return ("+" if difference > 0 else "") + format_pesos(difference)
