"""What the staff sees of operations and decides about them; never a customer's name."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from kiosk.contract.messages import Id, Instant, OperationState, Pesos, Reply
from kiosk.contract.staff.base import Reasoned, StaffMessage


class ListOperations(StaffMessage):
    """``POST /v1/staff/operations/list``: open (neither charged nor void), or with an incident."""

    which: Literal["open", "flagged"]


class FindOperations(StaffMessage):
    """``POST /v1/staff/operations/find``: by recovery code, order number or verification code."""

    code: Annotated[str, StringConstraints(min_length=1, max_length=40)]


class ListedOperation(Reply):
    """One operation; ``incidents`` are the kinds nobody settled yet."""

    op_id: str
    point_of_sale: str
    state: OperationState
    price: Pesos
    created_at: Instant
    late: bool
    incidents: tuple[str, ...]


class ListedOperations(Reply):
    """Oldest first, at most as many as anybody can work through."""

    operations: tuple[ListedOperation, ...]


class TellOperation(StaffMessage):
    """``POST /v1/staff/operations/story``: everything that happened to one operation."""

    op_id: Id


class OperationEvent(Reply):
    """One line of an operation's story."""

    at: Instant
    what: str


class OperationStory(Reply):
    """An operation with its trail, postings, incidents and decision, oldest first."""

    operation: ListedOperation
    order_number: str
    recovery_code: str
    certificate: str
    registration_number: str
    events: tuple[OperationEvent, ...]


class DecideOperation(Reasoned):
    """``POST /v1/staff/operations/resolve``: what became of an uncertain print."""

    op_id: Id
    decision: Literal["printed", "void"]


class OperationDecided(Reply):
    """The decision that counts: the first one, whoever made it."""

    op_id: str
    decision: Literal["printed", "void"]


class RefundOperation(Reasoned):
    """``POST /v1/staff/operations/refund``: give a charged certificate's money back.

    ``refund_id`` is made by the sender and kept for a repeat. Above the chamber's limit a second
    person has to approve first.
    """

    op_id: Id
    refund_id: Id


class OperationRefunded(Reply):
    """What was given back, and when."""

    refund_id: str
    op_id: str
    amount: Pesos
    at: Instant


class ListQuarantine(StaffMessage):
    """``POST /v1/staff/quarantine/list``: charges reported by a stopped kiosk."""


class KeptCapture(Reply):
    """A charge that waits for a verdict."""

    capture_id: str
    op_id: str
    point_of_sale: str
    device_state: str
    state: OperationState
    price: Pesos
    printed_at: Instant
    received_at: Instant
    evidence: str


class Quarantine(Reply):
    """What nobody settled yet, oldest first."""

    captures: tuple[KeptCapture, ...]


class JudgeCapture(Reasoned):
    """``POST /v1/staff/quarantine/settle``: charge it late, or leave it."""

    capture_id: Id
    accept: bool


class CaptureJudged(Reply):
    """What came of it."""

    capture_id: str
    outcome: Literal["captured", "rejected"]


class ListIncidents(StaffMessage):
    """``POST /v1/staff/incidents/list``."""


class OpenIncident(Reply):
    """Something that should not have happened and that nobody settled yet."""

    incident_id: str
    at: Instant
    kind: str
    device_id: str
    op_id: str
    detail: str


class OpenIncidents(Reply):
    """Oldest first."""

    incidents: tuple[OpenIncident, ...]


class SettleIncident(Reasoned):
    """``POST /v1/staff/incidents/settle``: somebody looked at it."""

    incident_id: Id


class IncidentSettled(Reply):
    """It leaves the list."""

    incident_id: str
