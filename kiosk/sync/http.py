"""One HTTP request, defensively: limits on time and size, and no answer taken on trust."""

import ssl
from pathlib import Path
from typing import TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from kiosk.contract.problems import Problem
from kiosk.ports import Clock, Offline

R = TypeVar("R", bound=BaseModel)

_KEEP_S = 2.0
"""Idle connections are dropped before a server drops them (5 s is common): a request must not meet
a connection that is just being closed, because it is not sent again."""
MAX_ANSWER_BYTES = 4 * 1024 * 1024
"""A certificate of twenty pages is about 100 kB of text."""


def make_http(
    url: str, *, ca_file: Path | None = None, connect_s: float = 3.0, read_s: float = 8.0
) -> httpx.Client:
    """An HTTP client with the system's authorities or one file's; no redirect, no retry."""
    timeout = httpx.Timeout(read_s, connect=connect_s)
    verify = ssl.create_default_context(cafile=str(ca_file) if ca_file else None)
    return httpx.Client(
        base_url=url,
        timeout=timeout,
        limits=httpx.Limits(keepalive_expiry=_KEEP_S),
        verify=verify,
        follow_redirects=False,
        trust_env=False,
    )


def exchange(
    http: httpx.Client, request: httpx.Request, clock: Clock, limit_s: float
) -> httpx.Response | Offline:
    """Send one request and read its whole answer within ``limit_s``; a slow drip is no answer."""
    deadline_s = clock.monotonic() + limit_s
    try:
        response = http.send(request, stream=True)
        try:
            body = bytearray()
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > MAX_ANSWER_BYTES:
                    return Offline("answer too large")
                if clock.monotonic() > deadline_s:
                    return Offline("answer too slow")
        finally:
            response.close()
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        return Offline(type(error).__name__)
    return httpx.Response(response.status_code, content=bytes(body))


def read_answer(response: httpx.Response, kind: type[R]) -> R | Problem | Offline:
    """The answer as a value; what cannot be understood is as good as none."""
    try:
        if response.status_code in (httpx.codes.OK, httpx.codes.CREATED):
            return kind.model_validate_json(response.content)
        if httpx.codes.is_client_error(response.status_code):
            return Problem.model_validate_json(response.content)
    except ValidationError:
        return Offline(f"answer {response.status_code} not understood")
    return Offline(f"http {response.status_code}")
