"""Central over HTTP: the ``Central`` port, signed (RFC 9421). It never sends anything twice."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import BaseModel

from kiosk.contract import messages as m
from kiosk.contract.problems import Problem, ProblemCode
from kiosk.contract.signing import sign_request
from kiosk.ports import Clock, Ids, Offline
from kiosk.sync.clock_trust import ClockTrust
from kiosk.sync.http import exchange, read_answer

R = TypeVar("R", bound=BaseModel)


class HttpCentral:
    """Signed requests to one central.

    A wrong clock may stop a sale, never a capture: requests are signed with the time that central
    told, in a ``clock-skew`` or in the answer to a heartbeat; the system's clock is left alone.
    """

    def __init__(
        self,
        http: httpx.Client,
        *,
        device_id: str,
        central_id: str,
        key: Ed25519PrivateKey,
        clock: Clock,
        ids: Ids,
        time: ClockTrust | None = None,
        limit_s: float = 11.0,
        on_answer: Callable[[bool], None] = lambda _online: None,
    ) -> None:
        """Wire the client.

        Args:
            http: from ``make_http``.
            device_id: who signs.
            central_id: whom the request is for.
            key: the device's own.
            clock: durations.
            ids: nonces.
            time: what is signed with; learns central's. By default it begins with ``clock``.
            limit_s: the longest a whole exchange may take.
            on_answer: told after each exchange whether central answered.
        """
        self._http = http
        self._device_id = device_id
        self._central_id = central_id
        self._key = key
        self._clock = clock
        self._ids = ids
        self._limit_s = limit_s
        self.on_answer = on_answer
        self.time = time or ClockTrust(clock)

    def use_key(self, key: Ed25519PrivateKey) -> None:
        """Sign with this key from now on."""
        self._key = key

    def open_session(self, message: m.OpenSession) -> m.SessionOpened | Problem | Offline:
        """Sign a person in."""
        return self._post("/v1/sessions/open", message, m.SessionOpened)

    def close_session(self, message: m.CloseSession) -> None:
        """Sign the person out; if nobody hears it, the session ends by its age."""
        self._send("POST", "/v1/sessions/close", message.model_dump_json().encode())

    def account(self, message: m.FetchAccount) -> m.Account | Problem | Offline:
        """The prepaid account."""
        return self._post("/v1/account", message, m.Account)

    def search(self, message: m.SearchRegistrations) -> m.RegistrationPage | Problem | Offline:
        """One page of registrations."""
        return self._post("/v1/registrations/search", message, m.RegistrationPage)

    def catalogue(self, message: m.FetchCatalogue) -> m.Catalogue | Problem | Offline:
        """What may be certified about one registration."""
        return self._post("/v1/registrations/catalogue", message, m.Catalogue)

    def open_order(self, message: m.OpenOrder) -> m.OrderOpened | Problem | Offline:
        """Open the order: keys checked, no money moved."""
        return self._post("/v1/orders", message, m.OrderOpened)

    def money(self, path: str, device_seq: int, body: bytes) -> m.Operation | Problem | Offline:
        """Send a stored money message as it was committed."""
        return _read(self._send("POST", path, body, device_seq=device_seq), m.Operation)

    def operation(self, op_id: str) -> m.Operation | Problem | Offline:
        """The state of one operation; a live hold is renewed by asking."""
        found = _read(self._send("GET", f"/v1/operations/{op_id}", b""), m.Operation)
        if isinstance(found, m.Operation) and found.op_id != op_id:
            return Offline("answer for another operation")
        return found

    def open_operations(self) -> m.OpenOperationsReply | Problem | Offline:
        """What central still holds for this device."""
        return self._post("/v1/operations/open", m.OpenOperations(), m.OpenOperationsReply)

    def look_up_code(self, message: m.LookUpCode) -> m.FoundOrder | Problem | Offline:
        """How an order stands, by its recovery code alone."""
        return self._post("/v1/orders/look-up", message, m.FoundOrder)

    def receipt(self, message: m.FetchReceipt) -> m.Receipt | Problem | Offline:
        """The cash receipt of a finished order."""
        return self._post("/v1/orders/receipt", message, m.Receipt)

    def heartbeat(self, message: m.Heartbeat) -> m.HeartbeatReply | Problem | Offline:
        """Tell how the device is; hear what people decided."""
        asked_s = self._clock.monotonic()
        reply = self._post("/v1/devices/heartbeat", message, m.HeartbeatReply)
        if isinstance(reply, m.HeartbeatReply):
            self.time.learn(reply.server_time, asked_s)
        return reply

    def checkpoint(self, message: m.Checkpoint) -> m.Witnessed | Problem | Offline:
        """Show central the head of the audit chain, and get its signature for it."""
        return self._post("/v1/devices/checkpoint", message, m.Witnessed)

    def close_day(self, message: m.DayClose) -> m.DayClosed | Problem | Offline:
        """Compare a day's count with central's."""
        return self._post("/v1/devices/day-close", message, m.DayClosed)

    def rotate_key(self, message: m.RotateKey) -> m.KeyRotated | Problem | Offline:
        """Name the device's next key."""
        return self._post("/v1/devices/rotate", message, m.KeyRotated)

    def ask(self, path: str, message: m.Message, reply: type[R]) -> R | Problem | Offline:
        """Any other message, as of the staff: one question, one answer."""
        return self._post(path, message, reply)

    def tell(self, path: str, message: m.Message) -> Problem | Offline | None:
        """A message whose answer is empty; None means done."""
        answer = self._send("POST", path, message.model_dump_json().encode())
        if isinstance(answer, httpx.Response) and answer.status_code == httpx.codes.NO_CONTENT:
            return None
        return _read(answer, Problem)

    def is_reachable(self) -> bool:
        """True if central answers at all; unsigned, for the light on the first screen."""
        answer = exchange(self._http, self._http.build_request("GET", "/healthz"), self._clock, 4.0)
        online = isinstance(answer, httpx.Response) and answer.status_code == httpx.codes.OK
        self.on_answer(online)
        return online

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def _post(self, path: str, message: m.Message, kind: type[R]) -> R | Problem | Offline:
        return _read(self._send("POST", path, message.model_dump_json().encode()), kind)

    def _send(
        self, method: str, path: str, body: bytes, *, device_seq: int | None = None
    ) -> httpx.Response | Offline:
        asked_s = self._clock.monotonic()
        headers = sign_request(
            method=method,
            path=path,
            body=body,
            device_id=self._device_id,
            central_id=self._central_id,
            created_s=int(self.time.now().timestamp()),
            key=self._key,
            nonce="" if device_seq is not None else self._ids.new_nonce(),
            device_seq=device_seq,
        )
        if body:
            headers["content-type"] = "application/json"
        request = self._http.build_request(method, path, content=body, headers=headers)
        answer = exchange(self._http, request, self._clock, self._limit_s)
        self.on_answer(isinstance(answer, httpx.Response))
        if isinstance(answer, httpx.Response) and answer.status_code == httpx.codes.UNAUTHORIZED:
            self._learn_time(answer, asked_s)
        return answer

    def _learn_time(self, answer: httpx.Response, asked_s: float) -> None:
        problem = read_answer(answer, Problem)
        if not isinstance(problem, Problem) or problem.code is not ProblemCode.CLOCK_SKEW:
            return
        try:
            theirs = datetime.fromisoformat(problem.server_time or "")
        except ValueError:
            return
        if theirs.tzinfo is not None:
            self.time.learn(theirs, asked_s)


def _read(answer: httpx.Response | Offline, kind: type[R]) -> R | Problem | Offline:
    return answer if isinstance(answer, Offline) else read_answer(answer, kind)
