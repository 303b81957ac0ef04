"""Proof that paper came out: what is asked behind each part, and what answer counts.

=============  ====================================  ===========================================
charge level   behind every part                     behind the cut
=============  ====================================  ===========================================
process_id     GS ( H: answered when printed         the same, so cutting is proved with it
ticket         GS r: answered when parsed, progress  GS r, then motor idle, then ticket at output
ticket (Star)  ETB: counted when printed             ETB, then the ticket can be pulled out
queued_reply   GS r                                  GS r
=============  ====================================  ===========================================
"""

from dataclasses import dataclass

from drivers.printer import escpos
from drivers.printer.inbox import Inbox
from drivers.printer.languages import language_of
from drivers.printer.profile import Profile
from drivers.printer.status import StatusCode
from kiosk.ports import ChargeLevel


@dataclass(frozen=True)
class Fence:
    """One question in the printer's queue: the ``ordinal``-th of its job, from 1."""

    process_id: int
    ordinal: int
    level: ChargeLevel
    marker: bytes = escpos.PAPER_STATUS

    @property
    def request(self) -> bytes:
        """The bytes that ask."""
        if self.level is ChargeLevel.PROCESS_ID:
            return escpos.process_id(self.process_id)
        return self.marker

    def passed(self, inbox: Inbox) -> bool:
        """True once the printer has answered it or a later one."""
        if self.level is ChargeLevel.PROCESS_ID:
            return inbox.reached(self.process_id)
        return inbox.queued_replies >= self.ordinal

    def __str__(self) -> str:
        if self.level is ChargeLevel.PROCESS_ID:
            return f"process id {self.process_id:04d}"
        return f"queued reply {self.ordinal}"


def fences(profile: Profile, first_id: int, count: int) -> list[Fence]:
    """The fences of a job with ``count`` parts, ids ascending and wrapping after 9999."""
    marker = language_of(profile.dialect).marker
    return [
        Fence((first_id - 1 + index) % escpos.ID_MAX + 1, index + 1, profile.charge_level, marker)
        for index in range(count)
    ]


def delivered(inbox: Inbox) -> bool:
    """Presenter models: the motor rests, and a ticket stood at the output in this job."""
    codes = inbox.codes
    return codes is not None and StatusCode.MOTOR not in codes and inbox.ticket_seen


def finish(profile: Profile) -> bytes:
    """Behind the last sheet: bring its end to the cutter, cut, and present if possible."""
    return language_of(profile.dialect).finish(profile)


def cut_off(profile: Profile) -> bytes:
    """Cut off what hangs in the printer, and get it out of the way."""
    return language_of(profile.dialect).cut_off(profile)
