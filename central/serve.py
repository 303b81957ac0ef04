"""Running the web application: one uvicorn in this process, ended gently by SIGTERM or Ctrl-C."""

import contextlib
import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import structlog
import uvicorn

from central import logs
from central.app import create_app
from central.db import migrate
from central.services import make_services
from central.settings import Settings

_DRAIN_S = 10
log = structlog.get_logger("central.serve")


class _Server(uvicorn.Server):
    """uvicorn would end with the signal that stopped it; a service that drained ends with 0."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals are ours, see ``serve``."""
        yield


def serve(settings: Settings, host: str, port: int, port_file: Path | None = None) -> None:
    """Migrate, listen, tell the port, serve until told to stop."""
    logs.configure()
    services = make_services(settings)
    migrate.upgrade(services.database.engine)
    server = _Server(
        uvicorn.Config(
            create_app(settings, services),
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=_DRAIN_S,
        )
    )

    def stop(_number: int, _frame: FrameType | None) -> None:
        server.should_exit = True

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    with socket.create_server((host, port), family=_family(host)) as listener:
        # Inherited by what it accepts. asyncio sets it only where the socket names its protocol,
        # and without it an answer of two packets waits for the client's delayed ACK: 40 ms.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        chosen = listener.getsockname()[1]
        if port_file is not None:
            _write_whole(port_file, str(chosen))
        log.info("listening", host=host, port=chosen, chamber=services.chamber)
        server.run(sockets=[listener])


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _write_whole(path: Path, text: str) -> None:
    """A reader sees the whole text or no file."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_text(text, "ascii")
    draft.replace(path)
