"""The messages of contract version 1, as pydantic models.

Every request travels as ``POST`` with its model as JSON body (``GET`` only for an operation's
state), so that the
device's signature covers all of it. Money is int pesos; instants are aware UTC; ids are UUIDv7
text.
Money messages (``authorise``, ``capture``, ``void``) carry ``device_seq``: gapless per device.
"""

from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from kiosk.contract import CONTRACT
from kiosk.identity import IdType

Id = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Pesos = Annotated[int, Field(ge=0, le=10**12, strict=True)]
SignedPesos = Annotated[int, Field(ge=-(10**12), le=10**12, strict=True)]
Sequence = Annotated[int, Field(ge=1, lt=2**63, strict=True)]
Number = Annotated[str, StringConstraints(min_length=1, max_length=20, pattern=r"^[0-9A-Za-z-]+$")]
Secret = Annotated[str, StringConstraints(min_length=1, max_length=128), Field(repr=False)]
TokenText = Annotated[str, StringConstraints(min_length=16, max_length=200)]
Token = Annotated[TokenText, Field(repr=False)]
Text = Annotated[str, StringConstraints(max_length=400)]
# Wide on purpose: a clock that fell back to its first day must not stop a capture.
Instant = Annotated[
    AwareDatetime,
    Field(ge=datetime(1970, 1, 1, tzinfo=UTC), lt=datetime(9999, 1, 1, tzinfo=UTC)),
]
Day = Annotated[date, Field(ge=date(1970, 1, 2), lt=date(9999, 1, 1))]
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Size = Annotated[int, Field(ge=0, lt=2**63, strict=True)]
Signature = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]{85}[AQgw]==$")]
# Colombia has no daylight saving time: one offset, and no zone database on the kiosk is needed.
_COLOMBIA = timezone(timedelta(hours=-5))
_READING_MAX = 2**31 - 1
# Brought into bounds, not refused: a sensor gone mad must not stop the heartbeat that keeps holds.
Reading = Annotated[int, AfterValidator(lambda number: max(0, min(number, _READING_MAX)))]


class Message(BaseModel):
    """Base of everything on the wire: frozen, unknown request fields refused, version attached."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    contract: Literal[1] = CONTRACT


class Reply(BaseModel):
    """Base of answers.

    Frozen; unknown fields are ignored, so that central may learn new words first.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")


# -- devices --------------------------------------------------------------------------------------


class Enrol(Message):
    """``POST /v1/devices/enrol`` (unsigned).

    Pair a device with a one-time code; ``public_key`` is raw Ed25519, base64.
    """

    code: Annotated[str, StringConstraints(min_length=8, max_length=12)]
    serial: Number
    public_key: Annotated[str, StringConstraints(min_length=44, max_length=44)]
    version: Text = ""


class Enrolled(Reply):
    """Who the device is now, and whom to trust.

    ``central_key`` (raw Ed25519, base64) signs certificates.
    """

    device_id: str
    chamber_code: str
    chamber_name: str
    central_id: str
    central_key: str
    point_of_sale: str
    fingerprint: str


class Heartbeat(Message):
    """``POST /v1/devices/heartbeat``: how the device is; ``live_operations`` renews their holds.

    ``waiting_operations`` are those of them that wait for a person's decision: only these may be
    printed elsewhere, because their own device will do nothing more of itself.
    ``parked`` are numbers of money messages that people must look at (known holes in the series),
    ``clock_offset_s`` what the device adds to its clock to meet central's, ``config_version`` the
    remote configuration it has.
    """

    boot_id: Id
    version: Text
    printer: Text
    paper_mm: Reading | None = None
    queue_length: Reading = 0
    queue_age_s: Reading = 0
    disk_free_mb: Reading = 0
    live_operations: tuple[Id, ...] = Field(default=(), max_length=100)
    waiting_operations: tuple[Id, ...] = Field(default=(), max_length=100)
    parked: tuple[Sequence, ...] = Field(default=(), max_length=100)
    clock_offset_s: Annotated[int, Field(ge=-(10**10), le=10**10)] = 0
    config_version: Annotated[int, Field(ge=0, lt=2**31)] = 0


class HeartbeatReply(Reply):
    """Central's time, and what people decided about operations of this device elsewhere.

    ``config`` is the whole remote configuration when the device's version is not the present one,
    else None. Keys a device does not know are ignored by it.
    """

    server_time: Instant
    resolutions: tuple["Resolution", ...] = ()
    config_version: int = 0
    config: dict[str, str | int | bool] | None = None


class RotateKey(Message):
    """``POST /v1/devices/rotate``: a new key for this device, signed (as every request) by the old.

    ``public_key`` is raw Ed25519, base64; ``proof`` the new key's signature over ``rotation_text``.
    """

    public_key: Annotated[str, StringConstraints(min_length=44, max_length=44)]
    proof: Annotated[str, StringConstraints(min_length=88, max_length=88)]


class KeyRotated(Reply):
    """The new key counts; the old one is accepted until ``old_key_until``."""

    fingerprint: str
    old_key_until: Instant


def rotation_text(device_id: str, public_key: str) -> bytes:
    """What the new key signs, so that nobody can register a key that is not theirs."""
    return f"dispensador rotate {device_id} {public_key}".encode()


class Checkpoint(Message):
    """``POST /v1/devices/checkpoint``: how long the device's audit chain is, and its head (hex).

    ``signature`` is the device key's, base64, over ``checkpoint_text``. ``witnessed_size`` is the
    newest checkpoint the device has central's signature for, ``witnessed_head`` what its chain
    says there *now*: another hash than central keeps shows that the chain was rewritten.
    """

    size: Size
    head: Hash
    at: Instant
    witnessed_size: Size = 0
    witnessed_head: Hash = "0" * 64
    signature: Signature


class Witnessed(Reply):
    """Central keeps the checkpoint; ``signature`` is its own, base64, over ``witness_text``.

    ``continues`` is False (and the signature empty) for a chain that does not continue the one
    central knows: people are called, and the device sells nothing until they looked at it.
    """

    size: int
    head: str
    continues: bool
    received_at: Instant
    signature: str = ""


class DayState(StrEnum):
    """Where an operation stands at the end of a day; ``OPEN`` is everything not settled."""

    CAPTURED = "captured"
    OPEN = "open"
    VOIDED = "voided"
    DECLINED = "declined"


class DaySum(Message):
    """How many operations of a day are in a state, and their prices together; reprints cost 0."""

    state: DayState
    count: Annotated[int, Field(ge=0, lt=2**31, strict=True)]
    pesos: Pesos


class DayClose(Message):
    """``POST /v1/devices/day-close``: the device's own count of a Colombian day.

    An operation belongs to the day its UUIDv7 was made on (see ``day_ids``): both sides read the
    day from the same id, whatever their clocks said. A state left out is none of it. ``last_seq``
    is the newest number given to a money message. Sent when the outbox is empty; it may be sent
    again, and then the newest counts.
    """

    day: Day
    sums: Annotated[tuple[DaySum, ...], Field(max_length=4)]
    last_seq: Size
    checkpoint: Checkpoint

    @model_validator(mode="after")
    def _each_state_once(self) -> Self:
        if len({each.state for each in self.sums}) != len(self.sums):
            raise ValueError("a state comes once")
        return self


class DayDifference(Reply):
    """What the two sides count differently."""

    state: DayState
    device_count: int
    device_pesos: int
    central_count: int
    central_pesos: int


class DayClosed(Reply):
    """What central makes of it: nothing is adjusted, people are called when it does not agree.

    ``missing`` are numbers of money messages that never came, the first hundred.
    """

    day: Day
    agrees: bool
    differences: tuple[DayDifference, ...] = ()
    missing: tuple[int, ...] = ()
    witness: Witnessed


def checkpoint_text(device_id: str, checkpoint: Checkpoint) -> bytes:
    """What the device signs; its instant in UTC with six digits of a second."""
    return (
        f"dispensador checkpoint {device_id} {checkpoint.size} {checkpoint.head} "
        f"{_digits(checkpoint.at)} {checkpoint.witnessed_size} {checkpoint.witnessed_head}"
    ).encode()


def witness_text(device_id: str, size: int, head: str, received_at: datetime) -> bytes:
    """What central signs: it saw this head of this device at this instant."""
    return f"dispensador witness {device_id} {size} {head} {_digits(received_at)}".encode()


def day_ids(day: date) -> tuple[str, str]:
    """The first UUIDv7 of a Colombian day and the first of the next day.

    >>> day_ids(date(2026, 11, 21))
    ('01a1fc79-c080-0000-0000-000000000000', '01a201a0-1c80-0000-0000-000000000000')
    """
    first = datetime.combine(day, time(0), _COLOMBIA)
    return _first_id(first), _first_id(first + timedelta(days=1))


def _first_id(instant: datetime) -> str:
    digits = f"{int(instant.timestamp()) * 1000:012x}"
    return f"{digits[:8]}-{digits[8:]}-0000-0000-000000000000"


def _digits(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


class Resolution(Reply):
    """A recorded decision about an uncertain operation."""

    op_id: Id
    decision: Literal["printed", "void"]


# -- person ---------------------------------------------------------------------------------------


class OpenSession(Message):
    """``POST /v1/sessions/open``: sign in with ID and secure key."""

    id_type: IdType
    id_number: Number
    secure_key: Secret


class SessionOpened(Reply):
    """A signed-in person; ``display_name`` is already masked (``A••• R•••••``)."""

    session: Token
    display_name: str
    expires_at: Instant


class SessionMessage(Message):
    """Base of what needs a signed-in person."""

    session: Token


class CloseSession(SessionMessage):
    """``POST /v1/sessions/close``: always succeeds."""


class FetchAccount(SessionMessage):
    """``POST /v1/account``.

    The signed-in person's prepaid account, registrations and unfinished operations.
    """


class Movement(Reply):
    """One line of the prepaid ledger, newest first; negative amounts are spent."""

    at: Instant
    concept: Literal["top_up", "purchase", "refund", "correction"]
    description: str
    amount: SignedPesos


class RegistrationSummary(Reply):
    """A registration as a list shows it; ``organisation`` is the registry's code (01, 02, …)."""

    number: str
    chamber_code: str
    name: str
    nit: str
    kind: Literal["natural_person", "legal_person", "establishment", "nonprofit", "bidder"]
    municipality: str
    status: str
    last_renewed_year: int | None = None


class UnfinishedOperation(Reply):
    """An operation of this person that is not settled yet, and what may be done about it now.

    ``standing``: ``waiting`` (for a person's word), ``working`` (its dispenser is at it),
    ``silent`` (its dispenser has not told how it ended), ``claimed`` (a dispenser prints it now),
    ``decided`` (somebody decided already).
    """

    op_id: Id
    certificate_name: str
    registration_name: str
    amount: Pesos
    state: str
    recovery_code: str
    opened_at: Instant
    standing: str = ""
    can_print: bool = False
    can_give_back: bool = False
    point_of_sale: str = ""
    order_number: str = ""
    registration_number: str = ""
    certificate_type: str = ""


class Account(Reply):
    """The prepaid account: ``available`` may be negative only after a flagged late capture."""

    id_type: IdType
    id_number: str
    check_digit: str
    display_name: str
    has_prepaid_account: bool
    available: SignedPesos
    held: Pesos
    movements: tuple[Movement, ...] = ()
    registrations: tuple[RegistrationSummary, ...] = ()
    unfinished: tuple[UnfinishedOperation, ...] = ()


class SearchRegistrations(SessionMessage):
    """``POST /v1/registrations/search``.

    By registration number, NIT (with or without check digit) or part of the name.
    """

    text: Annotated[str, StringConstraints(min_length=1, max_length=60)]
    page: Annotated[int, Field(ge=1, le=1000)] = 1
    page_size: Annotated[int, Field(ge=1, le=20)] = 5


class RegistrationPage(Reply):
    """One page of a search."""

    items: tuple[RegistrationSummary, ...]
    page: int
    pages: int
    total: int


class FetchCatalogue(SessionMessage):
    """``POST /v1/registrations/catalogue``.

    What can be certified about one registration, at today's prices.
    """

    registration_number: Number


class CatalogueItem(Reply):
    """A certificate type this registration allows.

    ``roll_mm`` is an estimate, the printer measures before charging.
    """

    certificate_type: str
    service_code: str
    name: str
    purpose: str
    price: Pesos
    pages: int
    roll_mm: int


class Catalogue(Reply):
    """Items and the warnings a buyer must see first (procedures in process, not renewed)."""

    registration: RegistrationSummary
    items: tuple[CatalogueItem, ...]
    warnings: tuple[str, ...] = ()


# -- order and operations -------------------------------------------------------------------------


class OrderLine(Message):
    """One certificate, ``quantity`` copies, at the price the person was shown."""

    registration_number: Number
    certificate_type: Number
    quantity: Annotated[int, Field(ge=1, le=10)]
    price: Pesos


class OpenOrder(SessionMessage):
    """``POST /v1/orders``.

    Checks the prepaid key, moves no money, may be repeated with the same ``order_id``.
    """

    order_id: Id
    account_id_type: IdType
    account_id_number: Number
    prepaid_key: Annotated[str, StringConstraints(max_length=128), Field(repr=False)] = ""
    lines: Annotated[tuple[OrderLine, ...], Field(min_length=1, max_length=10)]


class OrderOpened(Reply):
    """``recovery_code``.

    6 characters without look-alikes. ``purchase_token`` is bound to order and device for 10
    minutes.
    """

    order_id: Id
    order_number: str
    recovery_code: str
    purchase_token: Token
    token_expires_at: Instant
    total: Pesos
    available: SignedPesos
    recent_purchases: tuple[str, ...] = ()


class OperationState(StrEnum):
    """Central's states of an operation."""

    HELD = "HELD"
    DECLINED = "DECLINED"
    CAPTURED = "CAPTURED"
    EXPIRED = "EXPIRED"
    VOIDED_BY_DEVICE = "VOIDED_BY_DEVICE"
    VOIDED_BY_STAFF = "VOIDED_BY_STAFF"


class MoneyMessage(Message):
    """Base of the messages that move money: the operation's id and the device's gapless number."""

    op_id: Id
    device_seq: Sequence


class Authorise(MoneyMessage):
    """``POST /v1/operations/authorise``.

    Hold the price of one printed copy and freeze its certificate.

    ``purchase_token`` is no part of the fingerprint.
    """

    order_id: Id
    purchase_token: Token
    registration_number: Number
    certificate_type: Number
    copy_index: Annotated[int, Field(ge=1, le=10)]
    price: Pesos


class SignedDocument(Reply):
    """A frozen document.

    ``content`` is the canonical JSON text, ``digest`` its SHA-256 in hex, ``signature`` Ed25519
    over
    the 32 digest bytes, base64, by the key that enrolment pinned.
    """

    content: str
    digest: str
    signature: str


class Operation(Reply):
    """An operation as central sees it now.

    The answer to ``authorise``, ``capture``, ``void`` and ``GET``.
    """

    op_id: Id
    state: OperationState
    price: Pesos
    reason: str = ""
    hold_expires_at: Instant | None = None
    verification_code: str = ""
    certificate: SignedDocument | None = None
    late: bool = False


class Capture(MoneyMessage):
    """``POST /v1/operations/capture``.

    Advice that the paper came out; never refused for a held or expired operation.
    """

    printed_at: Instant
    evidence: Annotated[str, StringConstraints(max_length=200)]


class Void(MoneyMessage):
    """``POST /v1/operations/void``.

    This operation never prints; also for an operation central never heard of (tombstone).
    """

    reason: Annotated[str, StringConstraints(max_length=60)]


class OpenOperations(Message):
    """``POST /v1/operations/open``.

    What central still holds for this device (start-up reconciliation).
    """


class OpenOperationsReply(Reply):
    """Operations in state HELD or EXPIRED of the asking device."""

    operations: tuple[Operation, ...]


class FetchReceipt(Message):
    """``POST /v1/orders/receipt``.

    The cash receipt of an order of this device whose operations are all terminal.
    """

    order_id: Id


class Receipt(Reply):
    """The numbered cash receipt; ``total`` covers the captured lines only."""

    order_id: Id
    receipt_number: str
    total: Pesos
    balance_after: SignedPesos
    document: SignedDocument


class MailOrder(SessionMessage):
    """``POST /v1/orders/mail``.

    Send the receipt and the signed certificates of one's own order to one's registered address;
    may be repeated, only one mail goes out.
    """

    order_id: Id


class OrderMailed(Reply):
    """The mail is queued; ``sent_to`` is the masked address (``a•••@e•••.invalid``)."""

    order_id: Id
    sent_to: str


class Reprint(MoneyMessage):
    """``POST /v1/operations/reprint``.

    Freeze one more paper of one's own charged certificate ``of_op_id``: free, numbered, marked as
    a copy. It is captured or voided by its own ``op_id``. Without a session the staff allowed it at
    this device, under this ``op_id``.
    """

    session: TokenText | None = Field(default=None, repr=False)
    of_op_id: Id


# -- the interrupted person -----------------------------------------------------------------------


class Claim(MoneyMessage):
    """``POST /v1/operations/claim``: print now what was interrupted, at whatever dispenser.

    ``op_id`` is a new operation of the asking device: free, with the words and verification code
    of ``of_op_id`` below the mark of a copy, captured or voided like any other. Its capture charges
    ``of_op_id``, once. While it is open nobody else may decide about ``of_op_id``.
    """

    session: Token
    of_op_id: Id


class Resolve(MoneyMessage):
    """``POST /v1/operations/resolve``: give the money of one's own open operation back.

    ``op_id`` may be another device's. The first decision wins: the answer is how the operation
    stands now, whoever decided.
    """

    session: Token
    decision: Literal["void"] = "void"


class LookUpCode(Message):
    """``POST /v1/orders/look-up``: how an order stands, by its recovery code alone."""

    code: Annotated[str, StringConstraints(pattern=r"^[2-9A-HJKMNP-Z]{6}$")]


class FoundCopy(Reply):
    """One copy of it.

    ``standing``: ``charged``, ``not_charged``, or as in ``UnfinishedOperation``.
    """

    certificate_name: str
    standing: str


class FoundOrder(Reply):
    """What a code alone shows: no person, no registration, no amount."""

    order_number: str
    opened_at: Instant
    point_of_sale: str
    copies: tuple[FoundCopy, ...]
