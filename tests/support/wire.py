"""A wire between kiosk and central that loses answers: central acted, and nobody hears of it."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType

import httpx

_LIMIT_S = 10.0
_END_OF_HEAD = b"\r\n\r\n"


class Wire:
    """A proxy for one request a connection; ``loses`` says which answers do not arrive.

    Use it as a context; ``to`` names central once its address is known.
    """

    def __init__(self) -> None:
        self.loses: Callable[[str], bool] = lambda _path: False
        self.lost: list[str] = []
        self._central = ("", 0)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, name="wire", daemon=True)

    def __enter__(self) -> "Wire":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(_LIMIT_S)

    def to(self, central: str) -> str:
        """Lead to this address; gives the wire's own."""
        url = httpx.URL(central)
        self._central = (url.host, url.port or 80)
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

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
            asked = read_message(kiosk)
            if not asked:
                return
            with socket.create_connection(self._central, _LIMIT_S) as central:
                central.sendall(asked)
                answer = read_message(central)
            path = asked.split(b" ", 2)[1].decode()
            if self.loses(path):
                self.lost.append(path)
                return
            head, _, body = answer.partition(_END_OF_HEAD)
            kiosk.sendall(head + b"\r\nconnection: close" + _END_OF_HEAD + body)


def read_message(line: socket.socket) -> bytes:
    """One request or answer, whole; its length must be told in its head."""
    data = b""
    while _END_OF_HEAD not in data:
        more = line.recv(65536)
        if not more:
            return b""
        data += more
    head, _, _ = data.partition(_END_OF_HEAD)
    fields = {
        name.strip().lower(): value.strip()
        for name, _, value in (row.partition(b":") for row in head.split(b"\r\n")[1:])
    }
    whole = len(head) + len(_END_OF_HEAD) + int(fields.get(b"content-length", b"0"))
    while len(data) < whole:
        more = line.recv(65536)
        if not more:
            return b""
        data += more
    return data
