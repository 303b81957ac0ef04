"""The roll in the printer, as the disk remembers it; the transaction is the caller's."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from kiosk.store.ledger import put_audit
from kiosk.store.tables import paper

_USE = update(paper).values(
    used_mm=paper.c.used_mm + bindparam("length_mm"),
    total_mm=paper.c.total_mm + bindparam("length_mm"),
)


@dataclass(frozen=True)
class RollRecord:
    """What is known of the roll; lengths in millimetres.

    Attributes:
        roll_mm: its length when it was put in; None if nobody saw that.
        used_mm: printed from it since.
        near_end_mm: ``used_mm`` when the near-end sensor first spoke; None before.
        is_out: the printer said that there is no paper, and has not had any since.
        total_mm: printed since this store was made: the printer's odometer.
    """

    roll_mm: int | None
    used_mm: int
    near_end_mm: int | None
    is_out: bool
    total_mm: int


def read_roll(c: Connection) -> RollRecord:
    """The roll as it is now."""
    row = c.execute(select(paper)).one()
    return RollRecord(row.roll_mm, row.used_mm, row.near_end_mm, bool(row.is_out), row.total_mm)


def use_paper(c: Connection, length_mm: int) -> None:
    """Count paper before it is printed: after a power cut rather too much is counted than none."""
    c.execute(_USE, {"length_mm": length_mm})


def load_roll(c: Connection, now: datetime, roll_mm: int) -> None:
    """A roll was put in."""
    used_mm = read_roll(c).used_mm
    c.execute(
        update(paper).values(loaded_at=now, roll_mm=roll_mm, used_mm=0, near_end_mm=None, is_out=0)
    )
    put_audit(c, now, "paper-loaded", roll_mm=roll_mm, used_mm=used_mm)


def note_near_end(c: Connection, now: datetime) -> None:
    """The sensor spoke for the first time on this roll."""
    c.execute(update(paper).values(near_end_mm=paper.c.used_mm))
    put_audit(c, now, "paper-near-end", used_mm=read_roll(c).used_mm)


def forget_near_end(c: Connection) -> None:
    """The sensor took it back without any sign of another roll: it had only trembled."""
    c.execute(update(paper).values(near_end_mm=None))


def note_out(c: Connection, now: datetime) -> None:
    """The printer has no paper."""
    c.execute(update(paper).values(is_out=1))
    put_audit(c, now, "paper-out", used_mm=read_roll(c).used_mm)
