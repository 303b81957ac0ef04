"""A terminal where one key is tried on many accounts: counted by ``throttle``, told to people."""

from datetime import datetime

from sqlalchemy.orm import Session

from central.devices.caller import Caller
from central.people.throttle import Place, terminal_wait
from central.records.record import IncidentKind, incident
from central.services import Services


def place_of(services: Services, caller: Caller) -> Place:
    """The place a device is, for the counters."""
    return Place(caller.chamber, caller.device_id, services.settings.site_failures_max)


def call_if_spraying(db: Session, caller: Caller, now: datetime) -> None:
    """Call people when a failure stopped the terminal."""
    if terminal_wait(db, caller.chamber, caller.device_id, now):
        incident(db, caller.chamber, now, IncidentKind.SPRAYING, device_id=caller.device_id)
