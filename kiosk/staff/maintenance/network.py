"""The way to central, step by step: name, connection, certificate, answer. Each with its time."""

import socket
import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

from kiosk.ports import Clock
from kiosk.settings import CentralSettings
from kiosk.staff.maintenance.bodies import Fact
from kiosk.staff.maintenance.words import seconds

CERTIFICATE_CARE_DAYS = 21
_PORTS = {"https": 443, "http": 80}


def probe(
    central: CentralSettings, clock: Clock, is_reachable: Callable[[], bool], language: str
) -> tuple[Fact, ...]:
    """Go the way once; it ends where a step fails, and the rest is not guessed."""
    return tuple(_steps(central, clock, is_reachable, language))


def _steps(
    central: CentralSettings, clock: Clock, is_reachable: Callable[[], bool], language: str
) -> Iterator[Fact]:
    parts = urlsplit(central.url)
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    begun_s = clock.monotonic()

    def took() -> str:
        return seconds(clock.monotonic() - begun_s, language)

    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        yield Fact("dns", "bad", "dns_failed", host)
        return
    yield Fact("dns", "good", value=f"{found[0][4][0]} · {took()}")
    begun_s = clock.monotonic()
    try:
        with socket.create_connection((host, port), timeout=central.connect_s) as line:
            yield Fact("connection", "good", value=took())
            if parts.scheme == "https":
                yield _certificate(line, host, central, clock)
    except ssl.SSLError as error:
        yield Fact("certificate", "bad", "tls_failed", error.reason or "")
        return
    except OSError:
        yield Fact("connection", "bad", "connection_failed", f"{host}:{port}")
        return
    begun_s = clock.monotonic()
    answers = is_reachable()
    yield Fact("answer", "good" if answers else "bad", "" if answers else "no_answer", took())


def _certificate(line: socket.socket, host: str, central: CentralSettings, clock: Clock) -> Fact:
    context = ssl.create_default_context(cafile=str(central.ca_file) if central.ca_file else None)
    with context.wrap_socket(line, server_hostname=host) as secured:
        certificate = secured.getpeercert() or {}
    until = ssl.cert_time_to_seconds(str(certificate["notAfter"]))
    days = (datetime.fromtimestamp(until, UTC) - clock.now()).days
    return Fact(
        "certificate", "care" if days < CERTIFICATE_CARE_DAYS else "good", value=f"{days} d"
    )
