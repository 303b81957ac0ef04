"""Gapless number series: a number is taken in the transaction that uses it, or not at all."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.db.insert import insert_once
from central.operations.tables import Counter


def next_number(db: Session, chamber: str, name: str) -> int:
    """The next number of a series, from 1; others who want one wait for this transaction."""
    insert_once(db, Counter, id=new_id(), chamber_code=chamber, name=name, value=0)
    counter = db.scalars(
        select(Counter)
        .where(Counter.chamber_code == chamber, Counter.name == name)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    counter.value += 1
    db.flush()
    return counter.value
