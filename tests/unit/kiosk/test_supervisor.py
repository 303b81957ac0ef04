import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.supervisor import Pulse, supervisor_of
from tests.support.kiosk import FakeClock


class Systemd:
    """The end of the socket that listens."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
        self.line.bind(address.replace("@", "\0", 1))

    def heard(self) -> list[str]:
        words = []
        while True:
            try:
                words.append(self.line.recv(100).decode())
            except BlockingIOError:
                return words


@pytest.fixture(params=["path", "abstract"])
def systemd(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Systemd]:
    name = f"{tmp_path}/notify"
    found = Systemd(name if request.param == "path" else f"@{name}")
    with closing(found.line):
        yield found


def test_ready_is_said_once_and_alive_when_it_is_due(systemd: Systemd) -> None:
    clock = FakeClock()
    environment = {"NOTIFY_SOCKET": systemd.address, "WATCHDOG_USEC": "30000000"}
    pulse = Pulse(supervisor_of(environment, clock), lambda: True)
    for _ in range(3):
        pulse()
    assert systemd.heard() == ["READY=1", "WATCHDOG=1"]
    clock.advance(9.9)
    pulse()
    assert systemd.heard() == []
    clock.advance(0.2)
    pulse()
    assert systemd.heard() == ["WATCHDOG=1"]


def test_a_failed_store_is_not_called_alive(systemd: Systemd) -> None:
    environment = {"NOTIFY_SOCKET": systemd.address, "WATCHDOG_USEC": "30000000"}
    Pulse(supervisor_of(environment, FakeClock()), lambda: False)()
    assert systemd.heard() == ["READY=1"]


def test_the_end_is_said(systemd: Systemd) -> None:
    supervisor_of({"NOTIFY_SOCKET": systemd.address}, FakeClock()).ending()
    assert systemd.heard() == ["STOPPING=1"]


@pytest.mark.parametrize(
    "environment",
    [{}, {"NOTIFY_SOCKET": "/nowhere/at/all", "WATCHDOG_USEC": "1000"}, {"WATCHDOG_USEC": "soon"}],
)
def test_nobody_who_listens_is_no_failure(environment: dict[str, str]) -> None:
    supervisor = supervisor_of(environment, FakeClock())
    Pulse(supervisor, lambda: True)()
    supervisor.ending()
