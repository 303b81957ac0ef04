"""Load made of requests that were built and signed before the clock starts.

A client that composes and signs while it is timed would be measured too. Here it only writes bytes
and reads an answer, on keep-alive connections, one thread each.
"""

import secrets
import socket
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle

from benchmarks._chamber import CERTIFICATE, REGISTRATION, Kiosk, Purchase
from benchmarks._empty_route import PATH as EMPTY
from kiosk.contract import messages as m
from kiosk.contract.signing import sign_request

HOST = "127.0.0.1"
_END_OF_HEAD = b"\r\n\r\n"
_ANSWER_S = 60.0
_CHUNK = 65_536


@dataclass(frozen=True)
class Request:
    """A whole HTTP request, and what a good answer to it contains."""

    text: bytes
    wanted: bytes


def signed(kiosk: Kiosk, path: str, message: m.Message) -> bytes:
    """A whole HTTP request; good for two minutes, as every signature is."""
    body = message.model_dump_json().encode()
    seq = message.device_seq if isinstance(message, m.MoneyMessage) else None
    headers = sign_request(
        method="POST",
        path=path,
        body=body,
        device_id=kiosk.identity.device_id,
        central_id=kiosk.identity.central_id,
        created_s=int(time.time()),
        key=kiosk.key,
        nonce="" if seq is not None else secrets.token_urlsafe(16),
        device_seq=seq,
    )
    lines = [
        f"POST {path} HTTP/1.1",
        f"host: {HOST}",
        "content-type: application/json",
        f"content-length: {len(body)}",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    return "\r\n".join(lines).encode() + _END_OF_HEAD + body


def authorise(purchase: Purchase) -> Request:
    """Ask for the money and the certificate of one copy."""
    message = m.Authorise(
        op_id=purchase.op_id,
        device_seq=purchase.kiosk.next_seq(),
        order_id=purchase.order_id,
        purchase_token=purchase.token,
        registration_number=REGISTRATION,
        certificate_type=CERTIFICATE,
        copy_index=1,
        price=purchase.price,
    )
    return Request(signed(purchase.kiosk, "/v1/operations/authorise", message), b'"state":"HELD"')


def capture(purchase: Purchase) -> Request:
    """Tell that the copy came out."""
    message = m.Capture(
        op_id=purchase.op_id,
        device_seq=purchase.kiosk.next_seq(),
        printed_at=datetime.now(UTC),
        evidence="process id 0042, cut ok",
    )
    text = signed(purchase.kiosk, "/v1/operations/capture", message)
    return Request(text, b'"state":"CAPTURED"')


def empty(kiosk: Kiosk) -> Request:
    """Ask for nothing."""
    return Request(signed(kiosk, EMPTY, m.OpenOperations()), b'"operations":[]')


class Line:
    """A keep-alive connection to one server process."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection((HOST, port), _ANSWER_S)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, request: Request) -> None:
        """Send, and wait for the whole answer.

        Raises:
            RuntimeError: not the answer wanted; what is refused must not count as fast.
        """
        self._socket.sendall(request.text)
        data = b""
        while _END_OF_HEAD not in data:
            data += self._receive()
        head, _, body = data.partition(_END_OF_HEAD)
        length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
        while len(body) < length:
            body += self._receive()
        if not head.startswith(b"HTTP/1.1 200 ") or request.wanted not in body:
            raise RuntimeError(f"refused: {head!r} {body!r}")

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def _receive(self) -> bytes:
        chunk = self._socket.recv(_CHUNK)
        if not chunk:
            raise ConnectionError("the server hung up")
        return chunk


def purchases_of(purchases: Sequence[Purchase]) -> list[list[Request]]:
    """For each kiosk what it sends: authorise and capture of one purchase after the other."""
    jobs: dict[str, list[Request]] = {}
    for each in purchases:
        requests = jobs.setdefault(each.kiosk.identity.device_id, [])
        requests += (authorise(each), capture(each))
    return list(jobs.values())


def seconds_for(ports: Sequence[int], jobs: Sequence[Sequence[Request]]) -> float:
    """Wall time until all is answered: a connection a job, each asks one thing after the other."""
    with ExitStack() as stack, ThreadPoolExecutor(len(jobs)) as threads:
        lines = [
            stack.enter_context(closing(Line(port)))
            for port, _ in zip(cycle(ports), jobs, strict=False)
        ]
        begin = threading.Barrier(len(jobs) + 1)

        def work(line: Line, requests: Sequence[Request]) -> None:
            begin.wait(_ANSWER_S)
            for request in requests:
                line.ask(request)

        working = [threads.submit(work, *each) for each in zip(lines, jobs, strict=True)]
        begin.wait(_ANSWER_S)
        started = time.perf_counter()
        for each in working:
            each.result()
        return time.perf_counter() - started
