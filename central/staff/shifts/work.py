"""A shift from its opening to its last close.

The count is blind: it is written down before the ledger is asked what should be there, and stays
as it was. What the ledger says later is a close of its own beside it; nothing is ever adjusted.
"""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.db.insert import insert_once
from central.ledger.tables import Account, AccountKind, Posting
from central.records.record import audit
from central.services import Services
from central.staff.shifts.count import CASH, FormLine, cash_of, compare
from central.staff.shifts.reopening import REOPENED
from central.staff.shifts.tables import CloseKind, DeskMovement, Shift, ShiftClose


class NotNow(ValueError):
    """The shift is not in a state for this; the text says why."""


def open_shift(
    services: Services, staff_id: str, place: str, base: int, shift_id: str | None = None
) -> Shift:
    """Open a shift with ``base`` pesos in the drawer; the same ``shift_id`` gets the same shift.

    Raises:
        NotNow: one is open already.
    """
    now = services.now()

    def work(db: Session) -> Shift:
        known = db.get(Shift, shift_id) if shift_id else None
        if known is not None and known.open_of == staff_id:
            return known
        row = {"id": shift_id or new_id(), "chamber_code": services.chamber, "staff_id": staff_id}
        made = insert_once(
            db, Shift, **row, open_of=staff_id, place=place, base=base, opened_at=now
        )
        if not made:
            raise NotNow("your shift is open already")
        audit(db, services.chamber, now, staff_id, "shift-opened", row["id"], f"{place} {base}")
        return db.get_one(Shift, row["id"])

    return services.database.run(work)


def close_shift(
    services: Services,
    staff_id: str,
    pieces: Mapping[int, int],
    vouchers: Mapping[str, int],
    unsent: int,
    close_id: str | None = None,
) -> ShiftClose:
    """Close one's own shift with what was counted; the same ``close_id`` gets the same close.

    Raises:
        NotNow: no shift is open.
    """
    now = services.now()
    counted = {CASH: cash_of(pieces), **vouchers}

    def work(db: Session) -> ShiftClose:
        made = db.get(ShiftClose, close_id) if close_id else None
        if made is not None and db.get_one(Shift, made.shift_id).staff_id == staff_id:
            return made
        shift = own_shift(db, services.chamber, staff_id)
        lines = compare(shift.base, moved_in(db, shift), counted)
        kind = CloseKind.COUNTED
        close = add_close(db, shift, kind, lines, pieces, unsent, now, close_id=close_id)
        shift.open_of, shift.closed_at = None, now
        detail = " ".join(f"{line.form}:{line.difference:+d}" for line in lines)
        audit(db, services.chamber, now, staff_id, "shift-closed", shift.id, detail)
        return close

    return services.database.run(work)


def explain(services: Services, staff_id: str, shift_id: str, reason: str) -> ShiftClose:
    """Say why one's last close differs, once.

    Raises:
        NotNow: not one's own, not closed, it agrees, or it was explained before.
    """
    now = services.now()

    def work(db: Session) -> ShiftClose:
        shift = _locked(db, services.chamber, shift_id)
        close = last_close(db, shift)
        if shift.staff_id != staff_id or close is None or shift.open_of is not None:
            raise NotNow("there is no close of yours to explain")
        if close.explained:
            raise NotNow("it was explained before")
        if not any(line.difference for line in lines_of(close)):
            raise NotNow("there is nothing to explain")
        close.explained = reason
        audit(db, services.chamber, now, staff_id, "shift-explained", shift.id, reason)
        return close

    return services.database.run(work)


def reopen(services: Services, reopened_by: str, shift_id: str, reason: str) -> Shift:
    """Open a closed shift again; its closes stay, and the next one counts on.

    Raises:
        NotNow: it is open, or its cashier has opened another one.
    """
    now = services.now()

    def work(db: Session) -> Shift:
        shift = _locked(db, services.chamber, shift_id)
        if shift.open_of is not None:
            raise NotNow("this shift is open")
        other = select(Shift.id).where(
            Shift.chamber_code == services.chamber, Shift.open_of == shift.staff_id
        )
        if db.scalar(other) is not None:
            raise NotNow("its cashier has another shift open")
        shift.open_of, shift.closed_at = shift.staff_id, None
        audit(db, services.chamber, now, reopened_by, REOPENED, shift.id, reason)
        return shift

    return services.database.run(work)


def recompute(services: Services, asked_by: str, shift_id: str, reason: str) -> ShiftClose:
    """The last count against what the ledger says by now; a close of its own if that differs.

    Raises:
        NotNow: it is open.
    """
    now = services.now()

    def work(db: Session) -> ShiftClose:
        shift = _locked(db, services.chamber, shift_id)
        last = last_close(db, shift)
        if shift.open_of is not None or last is None:
            raise NotNow("this shift is open")
        counted = {line.form: line.counted for line in lines_of(last)}
        lines = compare(shift.base, moved_in(db, shift), counted)
        if lines == lines_of(last):
            return last
        pieces = {int(key): count for key, count in json.loads(last.pieces).items()}
        close = add_close(db, shift, CloseKind.RECOMPUTED, lines, pieces, last.unsent, now)
        audit(db, services.chamber, now, asked_by, "shift-recomputed", shift.id, reason)
        return close

    return services.database.run(work)


def own_shift(db: Session, chamber: str, staff_id: str) -> Shift:
    """The open shift of a cashier, locked: no money moves in it while it is being closed.

    Raises:
        NotNow: none is open.
    """
    shift = db.scalar(
        select(Shift)
        .where(Shift.chamber_code == chamber, Shift.open_of == staff_id)
        .with_for_update()
    )
    if shift is None:
        raise NotNow("open a shift first")
    return shift


def moved_in(db: Session, shift: Shift) -> dict[str, int]:
    """What the ledger says came in (less what went back) in a shift, by payment form."""
    moved: dict[str, int] = {}
    for side, sign in ((Posting.debit_account, 1), (Posting.credit_account, -1)):
        rows = db.execute(
            select(Account.holder, func.sum(Posting.amount))
            .join(DeskMovement, DeskMovement.posting_id == Posting.id)
            .join(Account, Account.id == side)
            .where(
                DeskMovement.chamber_code == shift.chamber_code,
                DeskMovement.shift_id == shift.id,
                Account.kind == AccountKind.CASH_IN,
            )
            .group_by(Account.holder)
        )
        for form, pesos in rows:
            moved[form] = moved.get(form, 0) + sign * int(pesos)
    return moved


def lines_of(close: ShiftClose) -> tuple[FormLine, ...]:
    """The lines of a close as they were then."""
    return tuple(FormLine(*line) for line in json.loads(close.lines))


def add_close(
    db: Session,
    shift: Shift,
    kind: CloseKind,
    lines: tuple[FormLine, ...],
    pieces: Mapping[int, int],
    unsent: int,
    now: datetime,
    *,
    close_id: str | None = None,
) -> ShiftClose:
    """Write a close down beside those that are there."""
    last = last_close(db, shift)
    close = ShiftClose(
        id=close_id or new_id(),
        chamber_code=shift.chamber_code,
        shift_id=shift.id,
        number=last.number + 1 if last else 1,
        kind=kind,
        base=shift.base,
        pieces=json.dumps(dict(sorted(pieces.items(), reverse=True))),
        lines=json.dumps([[line.form, line.expected, line.counted] for line in lines]),
        unsent=unsent,
        explained="",
        at=now,
    )
    db.add(close)
    db.flush()
    return close


def last_close(db: Session, shift: Shift) -> ShiftClose | None:
    """The newest one."""
    return db.scalar(
        select(ShiftClose)
        .where(ShiftClose.chamber_code == shift.chamber_code, ShiftClose.shift_id == shift.id)
        .order_by(ShiftClose.number.desc())
        .limit(1)
    )


def _locked(db: Session, chamber: str, shift_id: str) -> Shift:
    shift = db.get(Shift, shift_id, with_for_update=True)
    if shift is None or shift.chamber_code != chamber:
        raise NotNow("there is no such shift")
    return shift
