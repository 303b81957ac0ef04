"""First part of a purchase: every copy gets its hold, or none of them is printed.

Messages are the outbox rows that were saved with ``INTENT``; they are sent again, byte for byte,
while the budget lasts. The lease is counted from before the first send: a replayed answer is
younger than its hold.
"""

from kiosk.contract import messages as m
from kiosk.contract.documents import document_is_genuine
from kiosk.contract.problems import Problem, ProblemCode
from kiosk.documents.model import from_json
from kiosk.ports import Clock, Offline
from kiosk.purchase import advice
from kiosk.purchase.limits import FIRST_PAUSE_S, Limits, Wait
from kiosk.purchase.operation import State
from kiosk.purchase.order import Trouble
from kiosk.purchase.run import Run, Stop
from kiosk.store import queries
from kiosk.store.journal import Journal
from kiosk.store.rows import Fields, Item
from kiosk.sync.outbox import Outbox
from kiosk.sync.refusals import passes

_TROUBLES = {
    ProblemCode.INSUFFICIENT_BALANCE: Trouble.DECLINED_BALANCE,
    ProblemCode.PRICE_CHANGED: Trouble.DECLINED_PRICE,
    ProblemCode.TOKEN_EXPIRED: Trouble.TOKEN_EXPIRED,
    ProblemCode.ALREADY_DECIDED: Trouble.ALREADY_DECIDED,
    ProblemCode.NOT_YET_KNOWN: Trouble.NOT_YET_KNOWN,
}


class Authoriser:
    """Asks central to hold each copy's price, within one foreground budget."""

    def __init__(
        self,
        journal: Journal,
        outbox: Outbox,
        clock: Clock,
        pause: Wait,
        limits: Limits,
        boot_id: str,
        central_key: str,
    ) -> None:
        self._journal = journal
        self._outbox = outbox
        self._clock = clock
        self._pause = pause
        self._limits = limits
        self._boot_id = boot_id
        self._central_key = central_key

    def authorise(self, run: Run) -> Stop | None:
        """Bring every copy from ``INTENT`` to ``HELD``; else say what stopped it."""
        deadline_s = self._clock.monotonic() + self._limits.authorise_s
        waiting = list(queries.open_items(self._journal.store, run.op_ids))
        asked_s: dict[str, float] = {}
        pause_s = FIRST_PAUSE_S
        while waiting:
            for item in tuple(waiting):
                now_s = self._clock.monotonic()
                if now_s >= deadline_s:
                    return Stop(Trouble.CENTRAL_OFFLINE)
                reply = self._outbox.transmit(item)
                lease_from_s = asked_s.setdefault(item.op_id, now_s)
                if _comes_back(reply):
                    break  # the others would wait as long; ask again together
                stop = self._accept(run, item, reply, lease_from_s)
                if stop is not None:
                    return stop
                waiting.remove(item)
            if waiting:
                left_s = deadline_s - self._clock.monotonic()
                if left_s <= 0:
                    return Stop(Trouble.CENTRAL_OFFLINE)
                if self._pause(min(pause_s, left_s)):
                    return Stop(Trouble.CENTRAL_OFFLINE)
                pause_s *= 2
        return None

    def _accept(
        self, run: Run, item: Item, reply: m.Operation | Problem | Offline, lease_from_s: float
    ) -> Stop | None:
        """Save what the answer means for one copy."""
        copy = run.saved[item.op_id].copy
        match reply:
            case m.Operation(state=m.OperationState.HELD) as held:
                trouble = self._flaw(held, copy.price_pesos)
                if trouble is None:
                    fields = _held(held, self._boot_id, lease_from_s)
                    run.note(
                        self._journal.go(
                            copy.op_id, State.HELD, fields=fields, closes=item.device_seq
                        )
                    )
                    return None
            case m.Operation(state=m.OperationState.DECLINED, reason=reason):
                trouble = _trouble(reason)
                declined: Fields = {"trouble": trouble}
                run.note(
                    self._journal.go(
                        copy.op_id, State.DECLINED, fields=declined, closes=item.device_seq
                    )
                )
                return Stop(trouble)
            case Problem(code=code):
                trouble = _trouble(code)
            case _:
                trouble = Trouble.DECLINED_OTHER
        run.note(
            self._journal.go(
                copy.op_id,
                State.VOIDING,
                fields={"trouble": trouble},
                send=advice.void(copy.op_id, trouble),
                closes=item.device_seq,
            )
        )
        return Stop(trouble)

    def _flaw(self, held: m.Operation, price_pesos: int) -> Trouble | None:
        """What is wrong with a hold: another price, or a certificate that is not central's own."""
        if held.price != price_pesos:
            return Trouble.DECLINED_PRICE
        if held.certificate is None or not held.verification_code:
            return Trouble.CERTIFICATE_DAMAGED
        if not document_is_genuine(held.certificate, self._central_key):
            return Trouble.CERTIFICATE_DAMAGED
        try:
            from_json(held.certificate.content)
        except ValueError:
            return Trouble.CERTIFICATE_DAMAGED
        return None


def _comes_back(reply: m.Operation | Problem | Offline) -> bool:
    """True if the same message may yet get its answer."""
    return isinstance(reply, Offline) or (isinstance(reply, Problem) and passes(reply.code))


def _held(held: m.Operation, boot_id: str, lease_from_s: float) -> Fields:
    certificate = held.certificate
    assert certificate is not None, "checked by _flaw"
    return {
        "boot_id": boot_id,
        "lease_from_s": lease_from_s,
        "content": certificate.content,
        "digest": certificate.digest,
        "signature": certificate.signature,
        "verification_code": held.verification_code,
    }


def _trouble(code: str) -> Trouble:
    """Central's reason as the screen's; a word it learnt after us is a plain refusal."""
    try:
        return _TROUBLES.get(ProblemCode(code), Trouble.DECLINED_OTHER)
    except ValueError:
        return Trouble.DECLINED_OTHER
