"""Follows a forked program from call to call, and kills it, fails it or records it at one of them.

Only calls that matter are counted: on the files under ``root``, on network sockets, and on the
printer's line. The n-th is counted over all threads, in the order the kernel starts them; it does
not happen when the program is killed at it.
"""

import os
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from tests.durability import ptrace

_O_CREAT = 0o100
_PATHS = {"rename": (0, 1), "unlink": (0,), "truncate": (0,), "unlinkat": (1,)} | dict.fromkeys(
    ("renameat", "renameat2"), (1, 3)
)
_DATA = ("write", "pwrite64", "writev", "pwritev", "sendto", "sendmsg")
_SYNCS = ("fsync", "fdatasync")
_LONGEST_PATH = 4096
ACK = "ack"
BROKEN = 99
"""The exit status of a child whose work raised."""


@dataclass(frozen=True)
class Call:
    """A call that matters.

    Attributes:
        kind: ``disk``, ``net``, ``printer`` or ``ack`` (a note of the traced program's harness).
        name: of the system call.
        path: the file, or what the descriptor is.
        target: the new name, of a rename.
        offset: in the file, of a write; the new length, of a truncation.
        data: what is written.
        failed: the ``errno`` that was put in its place; 0 if it happened.
    """

    kind: str
    name: str
    path: str
    target: str = ""
    offset: int = 0
    data: bytes = b""
    failed: int = 0

    @property
    def is_sync(self) -> bool:
        return self.name in _SYNCS


@dataclass(frozen=True)
class Fault:
    """What happens at which call.

    Attributes:
        at: the number of the call, from 1; 0 for none.
        error: the ``errno`` it fails with; 0: the program is killed there.
        for_ever: every later one of these calls fails too, as on a disk that is full or gone.
        kinds: which calls are counted.
        only_syncs: of these, only those that sync.
    """

    at: int = 0
    error: int = 0
    for_ever: bool = False
    kinds: tuple[str, ...] = ("disk", "net", "printer")
    only_syncs: bool = False

    def counts(self, call: Call) -> bool:
        return call.kind in self.kinds and (call.is_sync or not self.only_syncs)

    def strikes(self, number: int) -> bool:
        return bool(self.at) and (number == self.at or (self.for_ever and number > self.at))


@dataclass
class Trace:
    """What was seen of one run.

    ``status`` is the exit status, negative the signal; ``struck`` says where the fault happened.
    """

    status: int = 0
    counted: int = 0
    struck: str = ""
    calls: list[Call] = field(default_factory=list)


def run_traced(
    work: Callable[[], int], root: Path, printer: str, fault: Fault, *, record: bool = False
) -> Trace:
    """Fork, run ``work`` in the child and follow it to its end.

    Args:
        work: returns the exit status.
        root: files under it matter; those named ``*-shm`` do not, SQLite makes them anew.
        printer: the printer's device; empty for none.
        fault: what happens to the child.
        record: keep every call with its data.
    """
    pid = os.fork()
    if not pid:
        status = BROKEN
        try:
            ptrace.let_me_be_traced()
            status = work()
        except BaseException:  # noqa: BLE001 - the parent sees the status, the log the reason
            traceback.print_exc()
        finally:
            os._exit(status)
    os.waitpid(pid, ptrace.WALL)
    ptrace.attach(pid)
    ptrace.go_on(pid)
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        return _Follower(pid, str(root), os.path.realpath(printer), fault, memory, record).run()


@dataclass
class _Follower:
    pid: int
    root: str
    printer: str
    fault: Fault
    memory: BinaryIO
    record: bool
    trace: Trace = field(default_factory=Trace)

    def run(self) -> Trace:
        while True:
            tid, status = os.waitpid(-1, ptrace.WALL)
            if os.WIFSTOPPED(status):
                self._stopped(tid, os.WSTOPSIG(status), status >> 16)
            elif tid == self.pid:
                self.trace.status = os.waitstatus_to_exitcode(status)
                return self.trace

    def _stopped(self, tid: int, number: int, event: int) -> None:
        try:
            if event == ptrace.EVENT_SECCOMP:
                self._at_call(tid)
            # A new thread begins with SIGSTOP, other events with SIGTRAP; both are ours.
            ours = event or number in (signal.SIGSTOP, signal.SIGTRAP)
            ptrace.go_on(tid, 0 if ours else number)
        except ProcessLookupError:
            return  # killed meanwhile

    def _at_call(self, tid: int) -> None:
        found = ptrace.registers(tid)
        call = self._read(tid, found)
        if call is None:
            return
        if self.fault.counts(call):
            self.trace.counted += 1
            if self.fault.strikes(self.trace.counted):
                self.trace.struck = self.trace.struck or f"{call.name} {Path(call.path).name}"
                if not self.fault.error:
                    os.kill(self.pid, signal.SIGKILL)
                    return
                ptrace.fail(tid, found, self.fault.error)
                call = Call(**{**vars(call), "failed": self.fault.error})
        if self.record:
            self.trace.calls.append(call)

    def _read(self, tid: int, found: ptrace.Registers) -> Call | None:
        """The call as a value; None if it does not matter."""
        name = ptrace.NAMES[found.number]
        first, second, third, fourth = found.args
        if name == "openat":
            path = self._text(second)
            new = third & _O_CREAT and not Path(path).exists()
            return Call("disk", name, path) if new and self._is_ours(path) else None
        if name in _PATHS:
            paths = [self._text(found.args[at]) for at in _PATHS[name]]
            if not self._is_ours(paths[0]):
                return None
            return Call("disk", name, paths[0], target=paths[-1], offset=second)
        try:
            path = str(Path(f"/proc/{tid}/fd/{first & 0xFFFFFFFF}").readlink())
        except OSError:
            return None
        kind = self._kind(path, name)
        if not kind:
            return None
        if name in ("writev", "pwritev", "sendmsg") and kind != "disk":
            return Call(kind, name, path)
        if name not in _DATA:
            return Call(kind, name, path, offset=second)
        assert name not in ("writev", "pwritev"), "the store's driver writes in one piece"
        wanted = self.record and kind in ("disk", ACK)
        return Call(kind, name, path, offset=fourth, data=self._bytes(second, third, wanted))

    def _kind(self, path: str, name: str) -> str:
        if self._is_ours(path):
            return "disk"
        if path.startswith("socket:") and name.startswith("send"):
            return "net"
        if path == self.printer and name in _DATA:
            return "printer"
        return ACK if path.endswith(".acks") else ""

    def _is_ours(self, path: str) -> bool:
        inside = path == self.root or path.startswith(f"{self.root}/")
        return inside and not path.endswith("-shm")

    def _bytes(self, address: int, size: int, wanted: bool) -> bytes:
        if not wanted:
            return b""
        self.memory.seek(address)
        data = self.memory.read(size)
        assert len(data) == size, "a part of what is written could not be read"
        return data

    def _text(self, address: int) -> str:
        page = 4096  # never read over the end of a mapped page
        data = b""
        while b"\0" not in data and len(data) < _LONGEST_PATH:
            self.memory.seek(address + len(data))
            data += self.memory.read(page - (address + len(data)) % page)
        return os.fsdecode(data.split(b"\0")[0])
