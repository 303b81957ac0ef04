"""A line between kiosk and central that does harm at a chosen byte of a chosen message.

It knows HTTP only as far as it must: one request and its answer a connection, lengths told in the
head. What it does to a message is told by a ``Harm``; it never changes a byte.
"""

import socket
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType

import httpx

from tests.support.wire import read_message

_LIMIT_S = 10.0
_END_OF_HEAD = b"\r\n\r\n"


@dataclass(frozen=True)
class Harm:
    """What happens to one exchange; byte positions count from the first of the message.

    Attributes:
        request_cut: only so many bytes of the request reach central; then both ends are closed.
        answer_cut: central acts; only so many bytes of its answer come back.
        reset: the line ends with a reset instead of an orderly end.
        request_stop: the request pauses before this byte.
        answer_stop: the answer pauses before this byte.
        stop_s: how long it pauses.
        twice: the request arrives twice; the second answer is the one that comes back.
        silent: nothing reaches central, and the line stays open until the kiosk gives up.
    """

    request_cut: int | None = None
    answer_cut: int | None = None
    reset: bool = False
    request_stop: int | None = None
    answer_stop: int | None = None
    stop_s: float = 0.0
    twice: bool = False
    silent: bool = False


@dataclass(frozen=True)
class Exchange:
    """One request on its way; ``number`` counts the requests of this path, from 1."""

    path: str
    number: int
    request: bytes


class Proxy:
    """Use it as a context; ``harm`` is asked for every exchange, ``seen`` hears of whole ones."""

    def __init__(self, central: str) -> None:
        url = httpx.URL(central)
        self._central = (url.host, url.port or 80)
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._thread = threading.Thread(target=self._serve, name="proxy", daemon=True)
        self._guard = threading.Lock()
        self._counts: dict[str, int] = {}
        self._over = threading.Event()
        self.harm: Callable[[Exchange], Harm | None] = lambda _exchange: None
        self.seen: Callable[[Exchange, bytes], None] = lambda _exchange, _answer: None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> "Proxy":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(_LIMIT_S)

    def forget(self) -> None:
        """Count from 1 again."""
        with self._guard:
            self._counts.clear()

    def _serve(self) -> None:
        while True:
            try:
                kiosk, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(kiosk,), daemon=True).start()

    def _carry(self, kiosk: socket.socket) -> None:
        with kiosk, suppress(OSError):
            kiosk.settimeout(_LIMIT_S)
            request = read_message(kiosk)
            if not request:
                return
            exchange = self._count(request)
            harm = self.harm(exchange) or Harm()
            if harm.silent:
                kiosk.recv(1)  # nothing more comes: it ends when the kiosk lets go
                return
            answer = self._ask(request, harm)
            if harm.twice and answer:
                answer = self._ask(request, harm)
            if answer:
                self.seen(exchange, answer)
            if harm.request_cut is None:
                cut = len(answer) if harm.answer_cut is None else harm.answer_cut
                self._send(kiosk, answer[:cut], harm.answer_stop, harm.stop_s)
            if harm.reset:
                kiosk.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def _count(self, request: bytes) -> Exchange:
        path = request.split(b" ", 2)[1].decode()
        with self._guard:
            number = self._counts[path] = self._counts.get(path, 0) + 1
        return Exchange(path, number, request)

    def _ask(self, request: bytes, harm: Harm) -> bytes:
        with socket.create_connection(self._central, _LIMIT_S) as central:
            if harm.request_cut is not None:
                central.sendall(request[: harm.request_cut])
                return b""
            self._send(central, request, harm.request_stop, harm.stop_s)
            head, _, body = read_message(central).partition(_END_OF_HEAD)
        return head + b"\r\nconnection: close" + _END_OF_HEAD + body if head else b""

    def _send(self, line: socket.socket, data: bytes, stop: int | None, stop_s: float) -> None:
        if stop is not None:
            line.sendall(data[:stop])
            self._over.wait(stop_s)
            data = data[stop:]
        line.sendall(data)
