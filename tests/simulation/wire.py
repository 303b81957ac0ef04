"""The network between a kiosk and central: a stand-in for the HTTP client's transport.

Everything above it is the product's: signing, reading of answers, what counts as no answer. A
request travels as bytes, arrives late, twice or never, and central's answer may be lost, late, cut
short, or find nobody who still waits.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx

from central.problems import Refusal
from kiosk.contract.problems import ProblemCode
from tests.simulation.service import Answered

if TYPE_CHECKING:
    from tests.simulation.world import World

_LATE_S = 150.0
_DOWN_S = 40.0
_PASSING = (ProblemCode.IN_PROGRESS, ProblemCode.UNAVAILABLE, ProblemCode.INTERNAL)


@dataclass(frozen=True)
class Request:
    """What the client builds."""

    method: str
    path: str
    body: bytes
    headers: dict[str, str]


class Wire:
    """One kiosk's line to central; stands where ``httpx.Client`` is expected."""

    def __init__(self, world: "World", point: Callable[[str], None]) -> None:
        self._world = world
        self._baton = world.baton
        self._faults = world.faults
        self._constants = world.constants
        self._central = world.central
        self._point = point
        self._away_until_s = -1.0

    def build_request(
        self, method: str, url: str, *, content: bytes = b"", headers: Any = None
    ) -> Request:
        return Request(method, url, content, dict(headers or {}))

    def close(self) -> None:
        pass

    def send(self, request: Request, *, stream: bool) -> httpx.Response:
        """Send once and wait for an answer as long as a client does."""
        assert stream, "the product reads answers piece by piece"
        self._point("before sending")
        faults, baton = self._faults, self._baton
        if faults.strikes("net: away"):
            self._away_until_s = baton.now + faults.between(5.0, 120.0)
        if baton.now < self._away_until_s:
            baton.wait(faults.between(0.0, min(3.0, self._constants.read_s)))
            self._point("after the answer")
            raise httpx.ConnectError("away")
        if faults.strikes("net: refused for the moment"):
            # A proxy in front of central, or central's own overload: nothing was done.
            refusal = Refusal(_PASSING[faults.chance.randrange(len(_PASSING))], retry_after_s=1)
            return httpx.Response(refusal.status, content=refusal.problem().model_dump_json())
        box: list[Answered | None] = []
        task = baton.current
        ticket = task.ticket + 1  # of the wait below

        def arrive(answer: Answered | None) -> None:
            if task.ticket == ticket:
                box.append(answer)
                baton.wake(task, ticket)

        if not faults.strikes("net: request lost"):
            delay_s = self._way_s()
            if faults.strikes("net: request delayed"):
                delay_s += faults.between(0.0, _LATE_S)
            self._deliver(delay_s, request, arrive)
            if faults.strikes("net: request duplicated"):
                again_s = delay_s + faults.between(0.0, _LATE_S)
                self._deliver(again_s, request, _nobody_waits)
        baton.wait(self._constants.read_s)
        self._point("after the answer")
        if not box:
            raise httpx.ReadTimeout("no answer")
        if box[0] is None:
            raise httpx.RemoteProtocolError("central went away")
        return httpx.Response(box[0].status, content=box[0].body)

    def _deliver(
        self, delay_s: float, request: Request, reply: Callable[[Answered | None], None]
    ) -> None:
        self._world.in_flight += 1
        self._baton.at(delay_s, lambda: self._arrived(request, reply))

    def _arrived(self, request: Request, reply: Callable[[Answered | None], None]) -> None:
        """At central's door; in the hub, so that a message is one step."""
        faults, baton = self._faults, self._baton
        self._world.in_flight -= 1
        body = request.body
        if request.body and self._constants.signed and faults.strikes("net: request truncated"):
            body = body[: faults.chance.randrange(len(body))]
        down = self._central.down_until_s
        answer = self._central.handle(request.method, request.path, request.headers, body)
        if answer is None and self._central.down_until_s == down and baton.now >= down:
            self._central.down_until_s = baton.now + faults.between(0.5, _DOWN_S)
            self._world.note("C", f"died of {request.path}")
        self._world.heard(request, answer)
        if answer is not None and faults.strikes("net: answer lost"):
            return
        if answer is not None and answer.body and faults.strikes("net: answer truncated"):
            answer = Answered(
                answer.status, answer.body[: faults.chance.randrange(len(answer.body))]
            )
        delay_s = self._way_s()
        if faults.strikes("net: answer delayed"):
            delay_s += faults.between(0.0, _LATE_S)
        baton.at(delay_s, lambda: reply(answer))

    def _way_s(self) -> float:
        return self._faults.between(0.0, self._constants.latency_s)


def _nobody_waits(_answer: Answered | None) -> None:
    """The second copy of a request has no one to answer."""
