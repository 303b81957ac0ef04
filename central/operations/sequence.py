"""The frame of every money message: its number, its one transaction, its stored reply.

What is written: the message by ``device_seq``, whatever its handler writes, and the answer,
together or not at all. A refusal undoes the handler's part only: a refused message leaves no gap.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from central.db.base import table_of
from central.db.ids import new_id
from central.db.insert import insert_once
from central.devices.caller import Caller
from central.devices.state import set_state
from central.devices.tables import DeviceState
from central.operations.tables import DeviceMessage
from central.problems import Refusal
from central.records.record import IncidentKind, incident
from central.services import Services
from kiosk.contract import messages as m
from kiosk.contract.fingerprint import fingerprint
from kiosk.contract.problems import ProblemCode


@dataclass(frozen=True)
class Answer:
    """The operation as it is now; ``repeated`` if this message or operation was known before."""

    operation: m.Operation
    repeated: bool = False


Handler = Callable[[Session, datetime], Answer | Refusal]
"""Acts in the given transaction. A raised refusal undoes its writes, a returned one keeps them."""
_Act = Callable[[Session, Handler, datetime], Answer | Refusal]
_messages = table_of(DeviceMessage)
_ANSWERED = (
    update(_messages)
    .where(_messages.c.id == bindparam("row_id"))
    .values(reply=bindparam("reply"), answered_at=bindparam("answered_at"))
)
_NUMBER = ("chamber_code", "device_id", "device_seq")
_KNOWN = (
    select(_messages.c.id, _messages.c.digest, _messages.c.op_id)
    .where(*(_messages.c[name] == bindparam(name) for name in _NUMBER))
    .with_for_update()
)


class _Noted(NamedTuple):
    """What is known of a message by its number: the row, and what it meant the first time."""

    id: str
    digest: str
    op_id: str


def in_sequence(
    services: Services,
    caller: Caller,
    message: m.MoneyMessage,
    handler: Handler,
    on_clone: Callable[[Session, datetime], None] | None = None,
) -> Answer:
    """Run a handler inside the frame; ``on_clone`` saves what a clone's message must not lose.

    Raises:
        Refusal: the handler's, ``signature-invalid`` if the signed number is not the body's, or
            ``device-cloned``.
    """
    if caller.device_seq != message.device_seq:
        raise Refusal(ProblemCode.SIGNATURE_INVALID, "device-seq of header and body differ")
    now = services.now()
    digest = fingerprint(message)

    def work(db: Session, act: _Act) -> Answer | Refusal:
        row, known = _note(db, caller, message, digest, now)
        if row.digest != digest:
            _freeze(db, caller, message, row, now)
            if on_clone is not None:
                on_clone(db, now)
            return Refusal(ProblemCode.DEVICE_CLONED)
        outcome = act(db, handler, now)
        db.execute(_ANSWERED, {"row_id": row.id, "reply": _stored(outcome), "answered_at": now})
        if isinstance(outcome, Answer) and known:
            return Answer(outcome.operation, repeated=True)
        return outcome

    try:
        outcome = services.database.run(lambda db: work(db, _unguarded))
    except Refusal:
        # All of it is undone. What is kept of a refused message is written by a second try, whose
        # savepoint undoes the handler's part only; most messages are spared its two round trips.
        outcome = services.database.run(lambda db: work(db, _guarded))
    if isinstance(outcome, Refusal):
        raise outcome
    return outcome


def _note(
    db: Session, caller: Caller, message: m.MoneyMessage, digest: str, now: datetime
) -> tuple[_Noted, bool]:
    """The message's row and whether it was there; a simultaneous copy waits here for the first."""
    row_id = new_id()
    values = {
        "id": row_id,
        "chamber_code": caller.chamber,
        "device_id": caller.device_id,
        "device_seq": message.device_seq,
        "digest": digest,
        "op_id": message.op_id,
        "kind": type(message).__name__.lower(),
        "reply": "",
        "received_at": now,
        "answered_at": now,
    }
    if insert_once(db, DeviceMessage, **values):
        return _Noted(row_id, digest, message.op_id), False
    return _Noted(*db.execute(_KNOWN, {name: values[name] for name in _NUMBER}).one()), True


def _unguarded(db: Session, handler: Handler, now: datetime) -> Answer | Refusal:
    return handler(db, now)


def _guarded(db: Session, handler: Handler, now: datetime) -> Answer | Refusal:
    try:
        with db.begin_nested():
            return handler(db, now)
    except Refusal as refusal:
        return refusal


def _freeze(
    db: Session, caller: Caller, message: m.MoneyMessage, row: _Noted, now: datetime
) -> None:
    """One number with two meanings: two machines use one identity. Both stop until people look."""
    if caller.state is DeviceState.ACTIVE:
        set_state(db, caller.device_id, DeviceState.FROZEN, "central", now)
        incident(
            db,
            caller.chamber,
            now,
            IncidentKind.DEVICE_CLONED,
            device_id=caller.device_id,
            op_id=row.op_id,
            detail=f"device_seq {message.device_seq} came twice with different meaning",
        )


def _stored(outcome: Answer | Refusal) -> str:
    """The answer as it is kept; the certificate is in the operation's own row already."""
    if isinstance(outcome, Refusal):
        return outcome.problem().model_dump_json(exclude_none=True)
    return outcome.operation.model_dump_json(exclude_none=True, exclude={"certificate"})
