"""Asks central for the money of an interrupted purchase, whichever kiosk sold it.

The request is an outbox row before it is sent: a lost answer is asked for again in the background,
and central counts the first decision only.
"""

from kiosk.contract import messages as m
from kiosk.contract.problems import Problem
from kiosk.ports import Offline
from kiosk.purchase import advice
from kiosk.store import queries
from kiosk.store.failure import StoreFailed
from kiosk.store.journal import Journal
from kiosk.sync.outbox import Outbox

CHARGED = "charged"
"""Its paper came out after all, here or elsewhere, and was charged."""

_S = m.OperationState
_FREE = (_S.VOIDED_BY_STAFF, _S.VOIDED_BY_DEVICE, _S.DECLINED)


class Refunds:
    """Gives the money of open operations back."""

    def __init__(self, journal: Journal, outbox: Outbox) -> None:
        self._journal = journal
        self._outbox = outbox

    def give_back(self, op_id: str, session: str) -> str:
        """Ask once, now; the empty text means that central released the money.

        Returns:
            ``charged`` if it was paid for already, ``central-offline`` if nobody knows whether
            central heard, ``disk``, else central's problem code.
        """
        try:
            with self._outbox.reserved((op_id,)):
                seq = self._journal.ask(op_id, advice.give_back(op_id, session))
                items = queries.open_items(self._journal.store, (op_id,))
                item = next(item for item in items if item.device_seq == seq)
                reply = self._outbox.deliver(item)
        except StoreFailed:
            return "disk"
        match reply:
            case Offline():
                return "central-offline"
            case Problem(code=code):
                return code.value
            case m.Operation(state=state) if state in _FREE:
                return ""
            case m.Operation():
                return CHARGED
