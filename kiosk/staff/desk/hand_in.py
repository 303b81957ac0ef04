"""Hands in what was noted without central, and keeps the notes as central's answers have it."""

from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from kiosk.contract.problems import Problem, ProblemCode
from kiosk.contract.staff import provisional as p
from kiosk.contract.staff.base import StaffMessage
from kiosk.contract.staff.desk import DeskMovement
from kiosk.contract.staff.shifts import Pieces, Vouchers
from kiosk.ports import Offline
from kiosk.staff.central import StaffCentral
from kiosk.staff.desk.drawer import CloseNote, DrawerBook, ShiftNote
from kiosk.staff.desk.unclear import Unclear

log = structlog.get_logger()
PROVISIONAL = "/v1/staff/shifts/provisional"
_LATER = frozenset(
    {
        ProblemCode.SESSION_EXPIRED,
        ProblemCode.UNAVAILABLE,
        ProblemCode.INTERNAL,
        ProblemCode.IN_PROGRESS,
        ProblemCode.THROTTLED,
    }
)
"""After these the same note is handed in again; after all others it never will be taken."""


@dataclass(frozen=True)
class HandedIn:
    """A note and what central made of it; None: it refused it for good, ``why`` is the code."""

    note: ShiftNote
    kept: p.ProvisionalKept | None
    why: str = ""


def hand_in(
    central: StaffCentral, book: DrawerBook, session: str, login: str
) -> tuple[HandedIn, ...] | Problem | Offline:
    """Every pending note of somebody, oldest first; stops where central does not answer.

    Whatever happens in between, the same note under the same ids may be handed in again.
    """
    done = []
    for note in book.pending(login):
        answer = central.ask(PROVISIONAL, message_of(note, session), p.ProvisionalKept)
        match answer:
            case Offline():
                return answer
            case Problem(code=code) if code in _LATER:
                return answer
            case Problem(code=code):
                log.error("desk_note_refused", code=code.value, shift=note.shift_id)
                book.keep(_refused(note))
                done.append(HandedIn(note, None, code.value))
            case kept:
                _taken(book, note, kept)
                done.append(HandedIn(note, kept))
    return tuple(done)


def message_of(note: ShiftNote, session: str) -> p.KeepProvisional:
    """A note as it travels."""
    opened = closed = None
    if note.provisional:
        at = datetime.fromisoformat(note.opened_at)
        opened = p.ProvisionalOpening(at=at, base=note.base, entered=note.entered)
    if note.close is not None:
        closed = _closing(note, note.close)
    return p.KeepProvisional(
        staff_session=session, shift_id=note.shift_id, opened=opened, closed=closed
    )


def tally(book: DrawerBook, message: StaffMessage, reply: object, unclear: Unclear) -> None:
    """Central said yes to a movement of money: note it under its shift.

    A disk that fails here loses a belief, not money: the ledger's word replaces it.
    """
    # Each message of money names its form, or its answer does; what names none moves no cash.
    form = getattr(message, "payment_form", "") or getattr(reply, "payment_form", "")
    pesos = -unclear.amount if unclear.kind == "reversal" else unclear.amount
    if not form or unclear.kind == "payment":  # a bank's money was never in the drawer
        return
    try:
        book.moved(unclear.login, unclear.movement_id, form, pesos)
    except OSError:
        log.exception("desk_disk")


def tally_found(book: DrawerBook, found: DeskMovement) -> None:
    """A movement nobody had answered was made: it counts where it fell into the open shift."""
    pesos = -found.amount if found.kind == "reversal" else found.amount
    try:
        for note in book.items():
            mine = note.login == found.cashier and note.opened_at
            if mine and datetime.fromisoformat(note.opened_at) <= found.at:
                book.moved(found.cashier, found.movement_id, found.payment_form, pesos)
    except OSError:
        log.exception("desk_disk")


def _closing(note: ShiftNote, close: CloseNote) -> p.ProvisionalClosing:
    return p.ProvisionalClosing.model_validate(
        {
            "at": close.at,
            "entered": close.entered,
            "close_id": close.close_id,
            "pieces": tuple(
                Pieces.model_validate({"denomination": value, "count": count})
                for value, count in close.pieces
            ),
            "vouchers": tuple(
                Vouchers.model_validate({"payment_form": form, "pesos": pesos})
                for form, pesos in close.vouchers
            ),
            "moved": tuple(
                p.BelievedForm.model_validate({"payment_form": form, "pesos": pesos})
                for form, pesos in sorted(note.believed().items())
            ),
            "unsent": close.unsent,
        }
    )


def _taken(book: DrawerBook, note: ShiftNote, kept: p.ProvisionalKept) -> None:
    """A shift that goes on keeps what is believed of it; everything else is central's now."""
    if kept.shift is not None and kept.shift.shift_id == note.shift_id and note.close is None:
        book.keep(_confirmed(note))
    else:
        book.drop(note.shift_id)


def _confirmed(note: ShiftNote) -> ShiftNote:
    return ShiftNote(note.shift_id, note.login, note.base, note.opened_at, moved=note.moved)


def _refused(note: ShiftNote) -> ShiftNote:
    return replace(note, refused=True)
