"""A shift without central: opened with its base and closed with its count, and nothing else.

Whoever was inside when central went away may do it, and whoever came in without it: ``is_away``.

What is done here is a note on this computer's disk, marked as provisional on screen and paper. No
money can be moved on it: for that central has to know the shift.
"""

from dataclasses import replace
from datetime import datetime

from kiosk.contract.staff import shifts as s
from kiosk.staff.desk.drawer import CloseNote, ShiftNote
from kiosk.staff.desk.effects import KeepNote
from kiosk.staff.desk.state import CASH, Closing, Desk, Opening, Step

SILENT = frozenset({"central-offline", "unavailable", "internal", "in-progress"})
"""After these central may be away; a shift may then be opened and closed without it."""
OFFLINE_LEAVES = ("see-cash", "work-shift")
"""The most that somebody has leave for who came in without central; none of it moves money."""


def is_away(desk: Desk) -> bool:
    """Who is signed in came in without central; then it is not asked for them, whatever it says."""
    return desk.member is not None and desk.member.entered != "central"


def own_note(desk: Desk) -> ShiftNote | None:
    """The newest shift of who is signed in that is not closed, as far as this desk knows."""
    login = desk.who.login
    mine = [each for each in desk.notes if each.login == login and not each.refused]
    return next((each for each in reversed(mine) if each.close is None), None)


def opened_here(desk: Desk) -> ShiftNote | None:
    """A shift that is open only here."""
    note = own_note(desk)
    return note if note is not None and note.provisional else None


def to_hand_in(desk: Desk) -> tuple[ShiftNote, ...]:
    """What central has to be told about who is signed in."""
    return tuple(each for each in desk.notes if each.login == desk.who.login and each.is_pending)


def may_open(desk: Desk, error: str) -> bool:
    """Central is away, and no shift is open as far as it told, or as this computer has noted.

    Should one be open all the same, central says so when the note is handed in.
    """
    if error not in SILENT or not desk.who.may("work-shift"):
        return False
    if is_away(desk):
        return own_note(desk) is None
    return desk.clock_at is not None and desk.shift is None and opened_here(desk) is None


def may_close(desk: Desk, error: str) -> bool:
    """Central is away, and a shift is open there or here."""
    return error in SILENT and is_open(desk) and desk.who.may("work-shift")


def is_open(desk: Desk) -> bool:
    """A shift of who is signed in is open, as far as anybody here knows."""
    return desk.shift is not None or counts_here(desk)


def counts_here(desk: Desk) -> bool:
    """Its close can only be noted: central does not know it, or is not asked."""
    if is_away(desk):
        return own_note(desk) is not None
    return desk.shift is None and opened_here(desk) is not None


def open_here(desk: Desk, stage: Opening) -> Step:
    """Note the base; the shift gets the id under which central was asked to open it."""
    note = ShiftNote(
        shift_id=stage.shift_id or desk.fresh_id,
        login=desk.who.login,
        base=stage.form.pesos("base"),
        provisional=True,
        entered=desk.who.entered,
    )
    desk = desk.asking().at(replace(stage, error=""))
    return desk, (KeepNote(desk.request, note, stamp="opened"),)


def close_here(
    desk: Desk, stage: Closing, pieces: tuple[s.Pieces, ...], vouchers: tuple[s.Vouchers, ...]
) -> Step:
    """Note the count, under the id under which central was asked to close."""
    note = own_note(desk)
    if note is None or (desk.shift is not None and note.shift_id != desk.shift.shift_id):
        assert desk.shift is not None, "what is closed was open there or here"
        opened_at = desk.shift.opened_at.isoformat()
        note = ShiftNote(desk.shift.shift_id, desk.who.login, desk.shift.base, opened_at)
    close = CloseNote(
        close_id=stage.close_id or desk.fresh_id,
        pieces=tuple((each.denomination, each.count) for each in pieces),
        vouchers=tuple((each.payment_form, each.pesos) for each in vouchers),
        unsent=desk.unsent,
        entered=desk.who.entered,
    )
    desk = desk.asking().at(replace(stage, error="", pieces=close.pieces))
    return desk, (KeepNote(desk.request, replace(note, close=close), stamp="closed"),)


def opened_of(note: ShiftNote) -> s.ShiftOpened:
    """A noted shift as papers take it."""
    opened_at = datetime.fromisoformat(note.opened_at)
    return s.ShiftOpened(shift_id=note.shift_id, opened_at=opened_at, base=note.base)


def closed_of(note: ShiftNote) -> s.ShiftClosed:
    """What this desk believes of a close; central has the last word."""
    assert note.close is not None, "only a close is told"
    moved = note.believed()
    counted = dict(note.close.vouchers)
    counted[CASH] = sum(value * count for value, count in note.close.pieces)
    forms = []
    for form in sorted({CASH, *moved, *counted}):
        expected = moved.get(form, 0) + (note.base if form == CASH else 0)
        has = counted.get(form, 0)
        forms.append(
            s.CountedForm(
                payment_form=form, expected=expected, counted=has, difference=has - expected
            )
        )
    return s.ShiftClosed(
        shift_id=note.shift_id,
        number=0,
        kind="provisional",
        at=datetime.fromisoformat(note.close.at),
        base=note.base,
        forms=tuple(forms),
        unsent=note.close.unsent,
        explained="",
    )
