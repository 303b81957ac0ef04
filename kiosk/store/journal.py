"""The journal of operations: every arrow of the purchase protocol is one committed transaction.

State, outbox row and audit row are saved together or not at all (docs/ARCHITECTURE.md, "The
purchase protocol").
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, bindparam, insert, select, update

from kiosk.ports import Clock, Counters
from kiosk.purchase.operation import MAX_PRINT_ATTEMPTS, TERMINAL, State, may_go
from kiosk.purchase.order import Copy, Order
from kiosk.store.failure import ImpossibleArrow
from kiosk.store.ledger import Draft, close_outbox, put_audit, put_outbox, take_fences
from kiosk.store.roll import use_paper
from kiosk.store.rows import Device, Fields, Saved, read_saved
from kiosk.store.tables import device, meta, operations, orders, outbox

T = TypeVar("T")

# Made once: building a statement takes SQLAlchemy three times as long as running it.
_BY_ID = select(operations).where(operations.c.op_id == bindparam("which"))
_CHANGE = update(operations).where(operations.c.op_id == bindparam("which")).returning(operations)
_INTO_ORDERS = insert(orders)
_INTO_OPERATIONS = insert(operations)
_BOOT = update(meta)
_POSTPONE = (
    update(outbox)
    .where(outbox.c.device_seq == bindparam("number"))
    .values(attempts=outbox.c.attempts + 1)
)


class Transactions(Protocol):
    """What the journal needs of a store."""

    def write(self, work: Callable[[Connection], T], /) -> T:
        """Run one transaction."""
        ...

    def read(self, work: Callable[[Connection], T], /) -> T:
        """Run queries."""
        ...


class Journal:
    """Writes of the purchase protocol; questions are in ``kiosk.store.queries``."""

    def __init__(self, store: Transactions, clock: Clock) -> None:
        self.store = store
        self._clock = clock

    def begin(
        self, order: Order, boot_id: str, draft: Callable[[Copy], Draft]
    ) -> tuple[Saved, ...]:
        """Save an order, each copy's ``INTENT`` and its ``authorise``, in one transaction."""

        def work(c: Connection) -> tuple[Saved, ...]:
            now = self._clock.now()
            row = {
                "order_id": order.order_id,
                "order_number": order.order_number,
                "recovery_code": order.recovery_code,
                "purchase_token": order.purchase_token,
                "opened_at": now,
            }
            c.execute(_INTO_ORDERS, row)
            put_audit(c, now, "order", order_id=order.order_id, copies=len(order.copies))
            for position, copy in enumerate(order.copies):
                c.execute(_INTO_OPERATIONS, _intent(order, position, copy, boot_id, now))
                seq = put_outbox(c, draft(copy), now)
                put_audit(c, now, "operation", op_id=copy.op_id, to=State.INTENT, device_seq=seq)
            return tuple(_load(c, copy.op_id) for copy in order.copies)

        return self.store.write(work)

    def go(
        self,
        op_id: str,
        target: State,
        *,
        fields: Fields | None = None,
        send: Draft | None = None,
        closes: int | None = None,
    ) -> Saved:
        """Take one arrow.

        Args:
            op_id: the operation.
            target: the state to go to.
            fields: what is saved beside the state.
            send: the message this state must tell central, if any.
            closes: the outbox row whose answer caused this arrow.

        Raises:
            ImpossibleArrow: the protocol has no such arrow from where the operation is.
            StoreFailed: nothing was saved, and nothing will be.
        """
        return self.store.write(
            lambda c: self._arrow(c, op_id, target, dict(fields or {}), send=send, closes=closes)
        )

    def start_print(
        self, op_id: str, *, sheets: int, length_mm: int, before: Counters | None
    ) -> Saved:
        """Save ``PRINT_STARTED`` with attempt, fences and counters, before the first byte."""

        def work(c: Connection) -> Saved:
            attempt = _load(c, op_id).attempt + 1
            assert attempt <= MAX_PRINT_ATTEMPTS, "a clean failure may be tried again twice"
            known = before or Counters()
            use_paper(c, length_mm)
            values = {
                "attempt": attempt,
                "fence_first": take_fences(c, sheets),
                "length_mm": length_mm,
                "cuts_before": known.cuts,
                "printed_cm_before": known.printed_cm,
                "retracts_before": known.retracts,
                "evidence": "",
            }
            return self._arrow(c, op_id, State.PRINT_STARTED, values)

        return self.store.write(work)

    def renew_lease(self, op_id: str, boot_id: str, lease_from_s: float) -> Saved:
        """Note that central said HELD again; ``lease_from_s`` is from before the question."""

        def work(c: Connection) -> Saved:
            now = self._clock.now()
            values = {"boot_id": boot_id, "lease_from_s": lease_from_s, "updated_at": now}
            c.execute(update(operations).where(operations.c.op_id == op_id).values(values))
            put_audit(c, now, "lease", op_id=op_id)
            return _load(c, op_id)

        return self.store.write(work)

    # Outbox.

    def ask(self, op_id: str, send: Draft) -> int:
        """Queue a message that changes no operation of this kiosk; returns its number."""

        def work(c: Connection) -> int:
            now = self._clock.now()
            seq = put_outbox(c, send, now)
            put_audit(c, now, "asked", op_id=op_id, device_seq=seq)
            return seq

        return self.store.write(work)

    def postpone(self, device_seq: int, until: datetime, reason: str) -> None:
        """Count a failed try and say when the next one is due."""
        self.store.write(
            lambda c: c.execute(
                _POSTPONE,
                {"number": device_seq, "next_try_at": until, "last_error": reason[:80]},
            )
        )

    def close(self, device_seq: int, outcome: str) -> None:
        """Finish a message whose answer changes no state."""

        def work(c: Connection) -> None:
            now = self._clock.now()
            close_outbox(c, device_seq, outcome, now)
            put_audit(c, now, "closed", device_seq=device_seq, outcome=outcome)

        self.store.write(work)

    def park(self, device_seq: int, reason: str) -> None:
        """Set a refused message aside for a person; it is an incident, and stays until decided."""

        def work(c: Connection) -> None:
            now = self._clock.now()
            c.execute(
                update(outbox)
                .where(outbox.c.device_seq == device_seq, outbox.c.done_at.is_(None))
                .values(parked_reason=reason)
            )
            put_audit(c, now, "incident", device_seq=device_seq, reason=f"parked:{reason}")

        self.store.write(work)

    def incident(self, reason: str, *, op_id: str, send: Draft | None = None) -> None:
        """Record what should never be, with the message that makes it harmless, if any."""

        def work(c: Connection) -> None:
            now = self._clock.now()
            seq = put_outbox(c, send, now) if send else None
            put_audit(c, now, "incident", op_id=op_id, reason=reason, device_seq=seq)

        self.store.write(work)

    # The machine.

    def start_boot(self, boot_id: str) -> None:
        """Save a new boot id: holds of an earlier boot must be asked for again."""

        def work(c: Connection) -> None:
            now = self._clock.now()
            c.execute(_BOOT, {"boot_id": boot_id, "started_at": now})
            put_audit(c, now, "boot", boot_id=boot_id)

        self.store.write(work)

    def save_device(self, enrolled: Device) -> None:
        """Save who this machine is; there is one device a store, for ever."""

        def work(c: Connection) -> None:
            now = self._clock.now()
            c.execute(insert(device).values(id=1, enrolled_at=now, **vars(enrolled)))
            put_audit(c, now, "enrolled", device_id=enrolled.device_id)

        self.store.write(work)

    def _arrow(
        self,
        c: Connection,
        op_id: str,
        target: State,
        values: dict[str, Any],
        *,
        send: Draft | None = None,
        closes: int | None = None,
    ) -> Saved:
        """The one place where a state changes, in the caller's transaction."""
        now = self._clock.now()
        source = _load(c, op_id).state
        if not may_go(source, target):
            raise ImpossibleArrow(op_id, source, target)
        values |= {"state": target, "updated_at": now}
        if target in TERMINAL:
            values["content"] = None  # what is over needs no certificate on this disk
        saved = read_saved(c.execute(_CHANGE, {"which": op_id, **values}).mappings().one())
        if closes is not None:
            close_outbox(c, closes, target.lower(), now)
        seq = put_outbox(c, send, now) if send else None
        put_audit(
            c,
            now,
            "operation",
            op_id=op_id,
            source=source,
            to=target,
            attempt=saved.attempt,
            device_seq=seq,
            evidence=saved.evidence,
            trouble=saved.trouble,
        )
        return saved


def _load(c: Connection, op_id: str) -> Saved:
    return read_saved(c.execute(_BY_ID, {"which": op_id}).mappings().one())


def _intent(
    order: Order, position: int, copy: Copy, boot_id: str, now: datetime
) -> dict[str, object]:
    return {
        **vars(copy),
        "order_id": order.order_id,
        "position": position,
        "state": State.INTENT,
        "attempt": 0,
        "boot_id": boot_id,
        "digest": "",
        "signature": "",
        "verification_code": "",
        "evidence": "",
        "trouble": "",
        "created_at": now,
        "updated_at": now,
    }
