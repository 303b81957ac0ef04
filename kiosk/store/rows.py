"""What the store hands out: frozen values, so that nobody outside knows a column."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypedDict

from sqlalchemy import RowMapping

from kiosk.ports import Counters, PrinterFault
from kiosk.purchase.operation import State
from kiosk.purchase.order import Copy, Trouble


class Kind(StrEnum):
    """The money messages; the value is the last part of the path."""

    AUTHORISE = "authorise"
    CAPTURE = "capture"
    VOID = "void"
    CLAIM = "claim"
    RESOLVE = "resolve"
    REPRINT = "reprint"

    @property
    def path(self) -> str:
        """Where central takes it."""
        return f"/v1/operations/{self.value}"


@dataclass(frozen=True)
class Device:
    """Who this machine is and whom it trusts, as enrolment left it."""

    device_id: str
    serial: str
    chamber_code: str
    chamber_name: str
    central_id: str
    central_key: str
    point_of_sale: str
    fingerprint: str


@dataclass(frozen=True)
class Bought:
    """An order as the disk has it."""

    order_id: str
    order_number: str
    recovery_code: str
    opened_at: datetime


@dataclass(frozen=True)
class Saved:
    """An operation as the disk has it; ``lease_from_s`` is monotonic time of that boot."""

    copy: Copy
    order_id: str
    state: State
    attempt: int
    boot_id: str
    lease_from_s: float | None
    content: str | None
    verification_code: str
    fence_first: int
    length_mm: int
    before: Counters
    evidence: str
    trouble: Trouble
    fault: PrinterFault | None
    updated_at: datetime

    @property
    def op_id(self) -> str:
        """The operation's id, the same as its copy's."""
        return self.copy.op_id


class Fields(TypedDict, total=False):
    """What an arrow may write beside the state."""

    boot_id: str
    lease_from_s: float
    content: str
    digest: str
    signature: str
    verification_code: str
    evidence: str
    trouble: Trouble
    fault: PrinterFault | None


@dataclass(frozen=True)
class Item:
    """An outbox row: ``body`` is sent byte for byte as it was committed."""

    device_seq: int
    op_id: str
    kind: Kind
    body: bytes
    attempts: int
    next_try_at: datetime


@dataclass(frozen=True)
class Parked:
    """An item central refused for good; a person looks at it."""

    device_seq: int
    op_id: str
    kind: Kind
    reason: str


@dataclass(frozen=True)
class Waiting:
    """An outbox row as staff sees it: how long it waits, what became of its last try.

    ``parked_reason`` is set when it waits for a person; then it is not sent again by itself.
    """

    device_seq: int
    op_id: str
    kind: Kind
    since: datetime
    attempts: int
    next_try_at: datetime
    last_error: str
    parked_reason: str


@dataclass(frozen=True)
class Queue:
    """The outbox in three numbers; ``parked`` are not counted in ``length``."""

    length: int
    oldest_at: datetime | None
    parked: int


@dataclass(frozen=True)
class Unfinished:
    """An operation that is not settled, as the account screen and the desk list it."""

    op_id: str
    order_id: str
    order_number: str
    recovery_code: str
    certificate_name: str
    registration_name: str
    price_pesos: int
    state: State
    since: datetime
    parked_reason: str


def read_saved(row: RowMapping) -> Saved:
    """An ``operations`` row as a value."""
    return Saved(
        copy=Copy(
            op_id=row["op_id"],
            registration_number=row["registration_number"],
            certificate_type=row["certificate_type"],
            copy_index=row["copy_index"],
            price_pesos=row["price_pesos"],
            certificate_name=row["certificate_name"],
            registration_name=row["registration_name"],
        ),
        order_id=row["order_id"],
        state=State(row["state"]),
        attempt=row["attempt"],
        boot_id=row["boot_id"],
        lease_from_s=row["lease_from_s"],
        content=row["content"],
        verification_code=row["verification_code"],
        fence_first=row["fence_first"] or 0,
        length_mm=row["length_mm"] or 0,
        before=Counters(row["cuts_before"], row["printed_cm_before"], row["retracts_before"]),
        evidence=row["evidence"],
        trouble=Trouble(row["trouble"]),
        fault=PrinterFault(row["fault"]) if row["fault"] else None,
        updated_at=row["updated_at"],
    )


def read_item(row: RowMapping) -> Item:
    """An ``outbox`` row as a value."""
    return Item(
        device_seq=row["device_seq"],
        op_id=row["op_id"],
        kind=Kind(row["kind"]),
        body=row["body"],
        attempts=row["attempts"],
        next_try_at=row["next_try_at"],
    )
