"""No request is read further than a limit, whatever it announces and whichever route it wants."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from central.problems import Refusal
from kiosk.contract.problems import ProblemCode

BODY_MAX_BYTES = 256 * 1024


class BodyLimit:
    """Reads the body before the application sees the request; answers ``too-large`` itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection (ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            body = await _read(scope, receive)
        except _Gone:
            return
        if body is None:
            await _refuse(send)
            return
        whole: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def replay() -> Message:
            return whole.pop() if whole else await receive()

        await self._app(scope, replay, send)


class _Gone(Exception):
    """The client left before its body was whole: there is no request, and nobody to answer."""


async def _read(scope: Scope, receive: Receive) -> bytes | None:
    """The whole body, or None if it is longer than the limit.

    Raises:
        _Gone: the connection ended first.
    """
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit() and int(value[:20]) > BODY_MAX_BYTES:
            return None
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise _Gone
        body += message.get("body", b"")
        if len(body) > BODY_MAX_BYTES:
            return None
        if not message.get("more_body", False):
            return bytes(body)


async def _refuse(send: Send) -> None:
    refusal = Refusal(ProblemCode.TOO_LARGE)
    body = refusal.problem().model_dump_json(exclude_none=True).encode()
    headers = [
        (b"content-type", b"application/problem+json"),
        (b"content-length", str(len(body)).encode()),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
