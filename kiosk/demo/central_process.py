"""Central as its own process, with a database and sample people of its own."""

import json
import os
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import httpx

READY_S = 60.0
STOP_S = 10.0


class CentralFailed(RuntimeError):
    """The process did not come up, or a command of it failed; the message is what it said."""


@dataclass(frozen=True)
class SamplePerson:
    """An invented person or company that can be tried at the kiosk."""

    name: str
    id_type: str
    id_number: str
    secure_key: str
    prepaid_key: str
    balance: int | None


class CentralProcess:
    """One central on a free port of this machine.

    Every command of it runs with the same settings.
    """

    def __init__(self, folder: Path, port: int | None = None) -> None:
        """Prepare a central whose data live in ``folder``."""
        self._folder = folder
        self._port = port or free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self._port}"

    def seed(self) -> tuple[SamplePerson, ...]:
        """Fill the empty database with the sample chamber and tell its people."""
        people = json.loads(self.command("seed", "--json"))
        known = SamplePerson.__dataclass_fields__
        return tuple(SamplePerson(**{k: v for k, v in p.items() if k in known}) for p in people)

    def enrol_code(self) -> str:
        """A one-time code that pairs one device."""
        return self.command("enrol-code").split()[0]

    def start(self) -> None:
        """Start serving and wait until it is ready.

        Raises:
            CentralFailed: it ended, or was not ready in time.
        """
        log = (self._folder / "central.log").open("ab")
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            self._line("serve", "--port", str(self._port)),
            env=self._environment(),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        log.close()
        pause = threading.Event()
        with httpx.Client(base_url=self.url, timeout=2.0, trust_env=False) as http:
            for _ in range(int(READY_S / 0.1)):
                if self._process.poll() is not None:
                    raise CentralFailed(self.log_tail())
                try:
                    if http.get("/readyz").status_code == httpx.codes.OK:
                        return
                except httpx.HTTPError:
                    pass
                pause.wait(0.1)
        raise CentralFailed(f"not ready after {READY_S:.0f} s\n{self.log_tail()}")

    def stop(self) -> None:
        """End it; it finishes what it is answering."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(STOP_S)

    def command(self, *arguments: str) -> str:
        """Run one of its commands and return what it printed.

        Raises:
            CentralFailed: with what it said.
        """
        done = subprocess.run(  # noqa: S603 - our own program
            self._line(*arguments), env=self._environment(), capture_output=True, check=False
        )
        if done.returncode != 0:
            raise CentralFailed(done.stderr.decode(errors="replace"))
        return done.stdout.decode()

    def log_tail(self) -> str:
        """The last lines of its log."""
        path = self._folder / "central.log"
        text = path.read_text(errors="replace") if path.exists() else ""
        return "\n".join(text.splitlines()[-20:])

    def _line(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "central", *arguments]

    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "DISPENSADOR_CENTRAL_DATA_DIR": str(self._folder),
            "DISPENSADOR_CENTRAL_PUBLIC_ADDRESS": self.url,
            "DISPENSADOR_CENTRAL_DEMO": "true",
        }


def free_port() -> int:
    """A TCP port of the loopback that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
