"""Numbers of money messages that never came: each may be an operation nobody will hear of.

Messages may arrive in any order, so a number counts as missing only when a later one has been here
for some minutes. What the device itself reports as parked is a known hole, and people see it there.
"""

import itertools
import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central.devices.tables import Device, DeviceHealth
from central.operations.tables import DeviceMessage

PATIENCE = timedelta(minutes=15)
HOLES_MAX = 100
"""So many holes are looked at; a device with more of them is an alarm already."""


@dataclass(frozen=True)
class Gap:
    """The numbers ``first`` to ``last`` are missing."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


def missing(db: Session, device: Device, now: datetime) -> tuple[Gap, ...]:
    """What is missing for longer than ``PATIENCE`` and not parked; moves ``seq_complete`` on.

    The caller has locked the device or does not mind that two look at once: both find the same.
    """
    of_device = (
        DeviceMessage.chamber_code == device.chamber_code,
        DeviceMessage.device_id == device.id,
        DeviceMessage.device_seq > device.seq_complete,
    )
    highest = db.scalar(
        select(func.max(DeviceMessage.device_seq)).where(
            *of_device, DeviceMessage.received_at <= now - PATIENCE
        )
    )
    if highest is None:
        return ()
    known = (*of_device, DeviceMessage.device_seq <= highest)
    count = db.scalar(select(func.count()).select_from(DeviceMessage).where(*known))
    if count == highest - device.seq_complete:
        device.seq_complete = highest
        return ()
    before = func.lag(DeviceMessage.device_seq, 1, device.seq_complete).over(
        order_by=DeviceMessage.device_seq
    )
    steps = select(before.label("before"), DeviceMessage.device_seq.label("seq")).where(*known)
    pairs = steps.subquery()
    holes = db.execute(
        select(pairs.c.before, pairs.c.seq)
        .where(pairs.c.seq > pairs.c.before + 1)
        .order_by(pairs.c.seq)
        .limit(HOLES_MAX)
    )
    parked = parked_by(db, device)
    gaps = (gap for low, high in holes for gap in _without(low + 1, high - 1, parked))
    return tuple(gaps)


def never_came(db: Session, device: Device, last_seq: int) -> tuple[int, ...]:
    """Numbers up to the device's own newest that are neither here nor parked; the first hundred.

    Without patience: who closes a day has sent everything.
    """
    came = (
        DeviceMessage.chamber_code == device.chamber_code,
        DeviceMessage.device_id == device.id,
        DeviceMessage.device_seq > device.seq_complete,
        DeviceMessage.device_seq <= last_seq,
    )
    numbers = db.scalars(
        select(DeviceMessage.device_seq).where(*came).order_by(DeviceMessage.device_seq)
    )
    parked = parked_by(db, device)
    found: list[int] = []
    expected = device.seq_complete + 1
    for number in itertools.chain(numbers, (last_seq + 1,)):
        for gap in _without(expected, number - 1, parked):
            found += range(gap.first, min(gap.last, gap.first + HOLES_MAX) + 1)
        expected = number + 1
        if len(found) >= HOLES_MAX:
            break
    return tuple(found[:HOLES_MAX])


def newest_number(db: Session, device: Device) -> int:
    """The highest number that ever came; 0 for none."""
    highest = select(func.max(DeviceMessage.device_seq)).where(
        DeviceMessage.chamber_code == device.chamber_code, DeviceMessage.device_id == device.id
    )
    return db.scalar(highest) or 0


def parked_by(db: Session, device: Device) -> tuple[int, ...]:
    """The numbers the device's last heartbeat called parked, in order."""
    text = db.scalar(
        select(DeviceHealth.parked).where(
            DeviceHealth.chamber_code == device.chamber_code,
            DeviceHealth.device_id == device.id,
        )
    )
    return tuple(sorted(json.loads(text or "[]")))


def _without(first: int, last: int, parked: tuple[int, ...]) -> list[Gap]:
    """A range less some numbers.

    >>> [str(gap) for gap in _without(3, 9, (1, 4, 9, 12))]
    ['3', '5-8']
    """
    gaps = []
    for number in parked:
        if first <= number <= last:
            if first < number:
                gaps.append(Gap(first, number - 1))
            first = number + 1
    if first <= last:
        gaps.append(Gap(first, last))
    return gaps
