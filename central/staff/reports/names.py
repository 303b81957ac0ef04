"""Who an id of the trail is, as a report may say it: logins, points of sale, masked numbers."""

from collections.abc import Collection, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.devices.tables import Device
from central.people.tables import Holder, Person
from central.staff.add import COMMAND
from central.staff.reports.words import NOBODY
from central.staff.tables import StaffMember
from kiosk.identity import PersonId, mask_id

_ASKED_AT_ONCE = 500


def logins(db: Session, chamber: str) -> dict[str, str]:
    """The login of everybody who works or worked here, by row id."""
    rows = db.execute(
        select(StaffMember.id, StaffMember.login).where(StaffMember.chamber_code == chamber)
    )
    return {row.id: row.login for row in rows}


def points_of_sale(db: Session, chamber: str) -> dict[str, str]:
    """The point of sale of every device there is or was, by row id."""
    rows = db.execute(select(Device.id, Device.point_of_sale).where(Device.chamber_code == chamber))
    return {row.id: row.point_of_sale for row in rows}


class Names:
    """Whoever is behind the ids of some rows; a customer is three digits of a number."""

    def __init__(self, db: Session, chamber: str, ids: Collection[str]) -> None:
        points = {id_: f"Equipo {point}" for id_, point in points_of_sale(db, chamber).items()}
        self._names = {COMMAND: "Consola del servidor", **points, **logins(db, chamber)}
        unknown = set(ids) - self._names.keys()
        self._names |= dict(_customers(db, chamber, unknown))

    def __getitem__(self, id_: str) -> str:
        return self._names.get(id_, NOBODY)


def _customers(db: Session, chamber: str, ids: Collection[str]) -> Iterator[tuple[str, str]]:
    for some in batches(ids):
        for kind in (Person, Holder):
            rows = db.execute(
                select(kind.id, kind.id_type, kind.id_number).where(
                    kind.chamber_code == chamber, kind.id.in_(some)
                )
            )
            for id_, id_type, number in rows:
                yield id_, f"{id_type.value} {mask_id(PersonId(id_type, number))}"


def batches(ids: Collection[str]) -> Iterator[list[str]]:
    """Ids in portions that every database takes in one question."""
    every = sorted(ids)
    for start in range(0, len(every), _ASKED_AT_ONCE):
        yield every[start : start + _ASKED_AT_ONCE]
