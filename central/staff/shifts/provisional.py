"""A shift that a desk opened or closed without central: taken over once, judged by the ledger.

The close is kept with what the desk believed should be there. What the ledger says instead stands
beside it as a recomputed close, so the difference is an entry of its own and nothing is adjusted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.db.insert import insert_once
from central.records.record import audit
from central.services import Services
from central.staff.shifts.count import CASH, cash_of, compare
from central.staff.shifts.tables import CloseKind, Shift, ShiftClose
from central.staff.shifts.work import NotNow, add_close, last_close, lines_of, moved_in

_WHY = "cierre provisional recibido"


@dataclass(frozen=True)
class Opening:
    """By the desk's clock; ``entered``: how who opened had come in (``kiosk.contract``)."""

    at: datetime
    base: int
    entered: str = "central"


@dataclass(frozen=True)
class Closing:
    """The count, and what the desk believed had ``moved``, by payment form."""

    close_id: str
    at: datetime
    pieces: Mapping[int, int]
    vouchers: Mapping[str, int]
    moved: Mapping[str, int]
    unsent: int
    entered: str = "central"


@dataclass(frozen=True)
class Kept:
    """The shift it is about, its last close, and whether central knew better."""

    shift: Shift
    close: ShiftClose | None
    superseded: bool = False


def keep(
    services: Services,
    staff_id: str,
    place: str,
    shift_id: str,
    opening: Opening | None,
    closing: Closing | None,
) -> Kept:
    """Take it over; the same ids get the same outcome, however often they come.

    Raises:
        NotNow: there is no such shift of theirs.
    """
    now = services.now()
    chamber = services.chamber

    def work(db: Session) -> Kept:
        shift = db.get(Shift, shift_id, with_for_update=True)
        if shift is None and opening is not None:
            made = _open(db, chamber, staff_id, place, shift_id, opening, closing, now)
            if isinstance(made, Kept):
                return made
            shift = made
        if shift is None or shift.chamber_code != chamber or shift.staff_id != staff_id:
            raise NotNow("there is no such shift of yours")
        if closing is None:
            return Kept(shift, last_close(db, shift))
        if db.get(ShiftClose, closing.close_id) is not None:
            return Kept(shift, last_close(db, shift))  # it came before
        if shift.closed_at is not None and last_close(db, shift) is not None:
            detail = f"{closing.close_id} {cash_of(closing.pieces)}"
            audit(db, chamber, now, staff_id, "shift-provisional-late", shift.id, detail)
            return Kept(shift, last_close(db, shift), superseded=True)
        return Kept(shift, _close(db, shift, staff_id, closing, now))

    return services.database.run(work)


def _open(
    db: Session,
    chamber: str,
    staff_id: str,
    place: str,
    shift_id: str,
    opening: Opening,
    closing: Closing | None,
    now: datetime,
) -> Shift | Kept:
    """A shift under the desk's own id; where another one is open, a whole one stands beside it."""
    row = {"id": shift_id, "chamber_code": chamber, "staff_id": staff_id, "place": place}
    open_of = None if closing is not None else staff_id
    at = min(opening.at, now)
    made = insert_once(db, Shift, **row, open_of=open_of, base=opening.base, opened_at=at)
    shift = db.get(Shift, shift_id, with_for_update=True)
    if shift is None:
        other = db.scalar(
            select(Shift).where(Shift.chamber_code == chamber, Shift.open_of == staff_id)
        )
        if other is None:
            raise NotNow("ask again")
        detail = f"{shift_id} {place} {opening.base}"
        audit(db, chamber, now, staff_id, "shift-provisional-superseded", other.id, detail)
        return Kept(other, None, superseded=True)
    if made:
        detail = f"{place} {opening.base} {opening.at.isoformat()} {opening.entered}"
        audit(db, chamber, now, staff_id, "shift-opened-provisionally", shift_id, detail)
    return shift


def _close(db: Session, shift: Shift, staff_id: str, closing: Closing, now: datetime) -> ShiftClose:
    """The desk's close, and the ledger's beside it if that says something else."""
    counted = {CASH: cash_of(closing.pieces), **closing.vouchers}
    at = max(shift.opened_at, min(closing.at, now))
    believed = compare(shift.base, closing.moved, counted)
    close = add_close(
        db,
        shift,
        CloseKind.PROVISIONAL,
        believed,
        closing.pieces,
        closing.unsent,
        at,
        close_id=closing.close_id,
    )
    shift.open_of, shift.closed_at = None, at
    detail = " ".join(f"{line.form}:{line.difference:+d}" for line in believed)
    detail = f"{detail} {closing.entered}"
    chamber = shift.chamber_code
    audit(db, chamber, now, staff_id, "shift-closed-provisionally", shift.id, detail)
    lines = compare(shift.base, moved_in(db, shift), counted)
    if lines == lines_of(close):
        return close
    audit(db, chamber, now, staff_id, "shift-recomputed", shift.id, _WHY)
    kind = CloseKind.RECOMPUTED
    return add_close(db, shift, kind, lines, closing.pieces, closing.unsent, now)
