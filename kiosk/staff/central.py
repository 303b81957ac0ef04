"""Central's staff API as the flows of the staff see it: one question, one answer."""

from typing import Protocol, TypeVar

from pydantic import BaseModel

from kiosk.contract.messages import Message
from kiosk.contract.problems import Problem
from kiosk.ports import Offline

R = TypeVar("R", bound=BaseModel)


class StaffCentral(Protocol):
    """Asks central, signed by this device; paths and messages of ``kiosk.contract.staff``.

    Nothing is queued: what central did not answer was not done as far as the staff is told, and
    whatever moves money carries an id of its own, so that it can be asked again.
    """

    def ask(self, path: str, message: Message, reply: type[R]) -> R | Problem | Offline:
        """Send one message and read its answer; blocks for one exchange at most."""
        ...

    def tell(self, path: str, message: Message) -> Problem | Offline | None:
        """Send one message whose answer is empty; None means done."""
        ...
