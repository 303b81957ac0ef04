"""Real server processes over one database: ``dispensador-central serve``, or one beside it."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx

from benchmarks._chamber import Chamber

CENTRAL = ("central", "serve", "--port", "0", "--port-file")
_READY_S = 60.0
_STOP_S = 15.0
_LOOK_S = 0.05


@contextmanager
def serving(
    chamber: Chamber, processes: int, module: tuple[str, ...] = CENTRAL
) -> Iterator[list[int]]:
    """The ports of so many processes; ``module`` and its arguments, a port file comes last."""
    with ExitStack() as stack:
        yield [stack.enter_context(_process(chamber, at, module)) for at in range(processes)]


@contextmanager
def _process(chamber: Chamber, index: int, module: tuple[str, ...]) -> Iterator[int]:
    settings = chamber.services.settings
    port_file = settings.data_dir / f"port-{os.urandom(4).hex()}-{index}"
    log_path = settings.data_dir / f"{port_file.name}.log"
    with log_path.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", *module, str(port_file)],
            env={
                **os.environ,
                "DISPENSADOR_CENTRAL_DATA_DIR": str(settings.data_dir),
                "DISPENSADOR_CENTRAL_DATABASE_URL": settings.database_url,
                "DISPENSADOR_CENTRAL_DEMO": "true",
            },
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        yield _port(process, port_file, log_path)
    finally:
        process.terminate()
        process.wait(_STOP_S)


def _port(process: "subprocess.Popen[bytes]", port_file: Path, log_path: Path) -> int:
    pause = threading.Event()
    for _ in range(int(_READY_S / _LOOK_S)):
        if port_file.exists():
            port = int(port_file.read_text("ascii"))
            # It listens already: this first request waits until it is served.
            url = f"http://127.0.0.1:{port}/readyz"
            httpx.get(url, timeout=_READY_S, trust_env=False).raise_for_status()
            return port
        if process.poll() is not None:
            break
        pause.wait(_LOOK_S)
    raise RuntimeError(f"the server did not start: {log_path.read_text('utf-8')[-2_000:]}")
