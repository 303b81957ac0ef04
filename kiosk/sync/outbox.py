"""The outbox: the one layer that sends a money message again.

Rows are sent in the order of their numbers within one operation; operations are independent. A
failed try waits 1 s, doubling to 5 min, with jitter, saved on disk, with no last try. What central
refuses for good is parked for a person, never dropped. Answers change the operation and close the
row in one transaction.
"""

import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import timedelta

from kiosk.contract import messages as m
from kiosk.contract.problems import Problem, ProblemCode
from kiosk.ports import Central, Clock, Offline
from kiosk.purchase.operation import State
from kiosk.store import queries
from kiosk.store.journal import Journal
from kiosk.store.rows import Item, Kind
from kiosk.sync.refusals import passes

FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 300.0
_IDLE_S = 60.0
"""How long the worker sleeps when nothing is queued; a new message wakes it."""

Reply = m.Operation | Problem | Offline

_S = m.OperationState
_VOIDED = frozenset({_S.VOIDED_BY_DEVICE, _S.VOIDED_BY_STAFF, _S.DECLINED})
"""Answers to a void that mean: no money is held or taken."""


def back_off_s(attempts: int, jitter: float) -> float:
    """How long to wait after so many failed tries.

    Args:
        attempts: failed tries, this one included.
        jitter: 0 up to 1; the wait is between half of its nominal length and all of it.

    >>> [back_off_s(n, 0.999999).__ceil__() for n in (1, 2, 3, 9, 50)]
    [1, 2, 4, 256, 300]
    """
    nominal = min(LONGEST_WAIT_S, FIRST_WAIT_S * 2.0 ** min(attempts - 1, 16))
    return nominal * (0.5 + jitter / 2)


class Outbox:
    """Sends what the journal queued and applies the answers."""

    def __init__(
        self, journal: Journal, central: Central, clock: Clock, jitter: Callable[[], float]
    ) -> None:
        self._journal = journal
        self._central = central
        self._clock = clock
        self._jitter = jitter
        self._guard = threading.Lock()
        self._reserved: frozenset[str] = frozenset()
        self.on_queued: Callable[[], None] = lambda: None
        """Called when messages are left for the background; the worker's ``wake`` goes here."""

    @contextmanager
    def reserved(self, op_ids: Collection[str]) -> Iterator[None]:
        """Keep the background away from these operations while the engine works on them."""
        with self._guard:
            self._reserved |= frozenset(op_ids)
        try:
            yield
        finally:
            with self._guard:
                self._reserved -= frozenset(op_ids)
            self.on_queued()

    def is_reserved(self, op_id: str) -> bool:
        """True while the engine works on this operation."""
        with self._guard:
            return op_id in self._reserved

    def transmit(self, item: Item) -> Reply:
        """Send one message once; a try that may be repeated is saved with its waiting time."""
        reply = self._central.money(item.kind.path, item.device_seq, item.body)
        if isinstance(reply, m.Operation) and reply.op_id != item.op_id:
            reply = Offline("answer for another operation")
        match reply:
            case Offline(reason=reason):
                self._postpone(item, reason, 0.0)
            case Problem(code=code, retry_after_s=after_s) if passes(code):
                self._postpone(item, code, float(after_s or 0))
            case _:
                pass
        return reply

    def deliver(self, item: Item) -> Reply:
        """Send one message once and save what the answer means."""
        reply = self.transmit(item)
        match item.kind, reply:
            case _, Offline():
                pass
            case _, Problem(code=code) if passes(code):
                pass
            case (
                (Kind.AUTHORISE | Kind.CLAIM | Kind.RESOLVE | Kind.REPRINT),
                Problem(code=code),
            ):
                self._journal.close(item.device_seq, f"refused:{code}")
            case Kind.RESOLVE, m.Operation(state=state):
                # Whoever decided: the operation's own kiosk hears of it by its heartbeat.
                self._journal.close(item.device_seq, f"resolved:{state}")
            case ((Kind.AUTHORISE | Kind.CLAIM | Kind.REPRINT), m.Operation(state=state)):
                # Nobody waits for this hold any more; the void behind it releases it.
                self._journal.close(item.device_seq, f"late:{state}")
            case Kind.CAPTURE, m.Operation(state=_S.CAPTURED):
                self._finish(item, State.CAPTURED)
            case Kind.VOID, m.Operation(state=state) if state in _VOIDED:
                self._finish(item, State.VOIDED)
            case Kind.VOID, Problem(code=ProblemCode.ALREADY_CAPTURED) if self._is_given_up(item):
                # A claim's paper came out after a person had decided; central has called people.
                self._finish(item, State.CAPTURED)
            case _, Problem(code=code):
                self._journal.park(item.device_seq, code)
            case _, m.Operation(state=state):
                self._journal.park(item.device_seq, f"unexpected:{state}")
        return reply

    def deliver_now(self, op_ids: Collection[str], budget_s: float) -> bool:
        """Try the messages of these operations at once, for somebody who waits.

        Returns:
            True if none is left open. Stops at the first that gets no answer: the background goes
            on.
        """
        deadline_s = self._clock.monotonic() + budget_s
        for item in queries.open_items(self._journal.store, op_ids):
            if self._clock.monotonic() >= deadline_s:
                return False
            if _comes_back(self.deliver(item)):
                return False
        return True

    def drain(self, budget_s: float) -> bool:
        """Send everything that is queued, due or not, while central answers; at start-up.

        Returns:
            True if nothing is left.
        """
        deadline_s = self._clock.monotonic() + budget_s
        while items := self._sendable():
            for item in items:
                if self._clock.monotonic() >= deadline_s or _comes_back(self.deliver(item)):
                    return False
        return True

    def send_due(self) -> float:
        """Send what is due, and say in how many seconds to look again.

        One item without an answer ends the round, not the queue: it waits longer each time, so that
        the others get their turn.
        """
        items = self._sendable()
        for item in items:
            if self._is_due(item) and _comes_back(self.deliver(item)):
                return FIRST_WAIT_S
        # Answers have let others follow; where nothing was queued, nothing can.
        return self._next_due_s(self._sendable() if items else items)

    def _next_due_s(self, items: list[Item]) -> float:
        now = self._clock.now()
        waits = [(item.next_try_at - now).total_seconds() for item in items]
        return min(_IDLE_S, max(0.0, min(waits))) if waits else _IDLE_S

    def _sendable(self) -> list[Item]:
        items = queries.sendable(self._journal.store)
        return [item for item in items if not self.is_reserved(item.op_id)]

    def _is_due(self, item: Item) -> bool:
        """Due by the wall clock; a clock that jumped back must not hold a message for days."""
        wait_s = (item.next_try_at - self._clock.now()).total_seconds()
        return wait_s <= 0 or wait_s > LONGEST_WAIT_S

    def _postpone(self, item: Item, reason: str, at_least_s: float) -> None:
        wait_s = max(back_off_s(item.attempts + 1, self._jitter()), min(at_least_s, LONGEST_WAIT_S))
        until = self._clock.now() + timedelta(seconds=wait_s)
        self._journal.postpone(item.device_seq, until, reason)

    def _is_given_up(self, item: Item) -> bool:
        found = queries.find_operation(self._journal.store, item.op_id)
        return found is not None and found.state is State.VOIDING

    def _finish(self, item: Item, target: State) -> None:
        """Apply the last answer, unless the operation is central's orphan or already there."""
        found = queries.find_operation(self._journal.store, item.op_id)
        if found is None or found.state is target:
            self._journal.close(item.device_seq, target.lower())
        else:
            self._journal.go(item.op_id, target, closes=item.device_seq)


def _comes_back(reply: Reply) -> bool:
    return isinstance(reply, Offline) or (isinstance(reply, Problem) and passes(reply.code))
