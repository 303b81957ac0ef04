"""The kernel's tracing calls, as far as ``tests.durability.tracer`` needs them (Linux, x86-64).

Numbers from ``<sys/ptrace.h>``, ``<linux/seccomp.h>``, ``<linux/filter.h>`` and
``<asm/unistd_64.h>``. A filter in the kernel stops the program at the chosen system calls only,
so that everything else runs at its own speed (seccomp(2), "SECCOMP_RET_TRACE").
"""

import ctypes
import errno
import os
import platform
import signal
import struct
import sys
from dataclasses import dataclass

WALL = 0x40000000
EVENT_SECCOMP = 7

NUMBERS = {
    "write": 1,
    "pwrite64": 18,
    "writev": 20,
    "sendto": 44,
    "sendmsg": 46,
    "fsync": 74,
    "fdatasync": 75,
    "truncate": 76,
    "ftruncate": 77,
    "rename": 82,
    "unlink": 87,
    "openat": 257,
    "unlinkat": 263,
    "renameat": 264,
    "fallocate": 285,
    "pwritev": 296,
    "renameat2": 316,
}
"""The calls that write, sync, send, create, shorten, rename or delete."""
NAMES = {number: name for name, number in NUMBERS.items()}

_TRACEME, _CONT, _GETREGS, _SETREGS, _SETOPTIONS = 0, 7, 12, 13, 0x4200
_OPTIONS = 1 << 1 | 1 << 2 | 1 << 3 | 1 << 7 | 1 << 20  # fork, vfork, clone, seccomp, exitkill
_NO_NEW_PRIVS, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _JUMP_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _TRACE = 0x7FFF0000, 0x7FF00000
_REGISTERS = "27Q"
_RAX, _RDX, _RSI, _RDI, _ORIG_RAX, _R10 = 10, 12, 13, 14, 15, 7

_libc = ctypes.CDLL(None, use_errno=True)
_libc.ptrace.restype = ctypes.c_long
_libc.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
_libc.prctl.argtypes = (ctypes.c_int, *[ctypes.c_ulong] * 4)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


@dataclass(frozen=True)
class Registers:
    """A stopped thread's registers; ``args`` are the system call's first four."""

    raw: tuple[int, ...]

    @property
    def number(self) -> int:
        return self.raw[_ORIG_RAX]

    @property
    def args(self) -> tuple[int, int, int, int]:
        return self.raw[_RDI], self.raw[_RSI], self.raw[_RDX], self.raw[_R10]


def supported() -> bool:
    """Whether this machine is one whose numbers stand here."""
    return sys.platform == "linux" and platform.machine() == "x86_64"


def let_me_be_traced() -> None:
    """In the child, before it starts any thread: wait for the tracer, then stop at the calls."""
    _call(_TRACEME, 0)
    os.kill(os.getpid(), signal.SIGSTOP)  # the tracer sets its options now
    code = [struct.pack("HBBI", _LOAD, 0, 0, 0)]
    numbers = sorted(NUMBERS.values())
    for left, number in zip(range(len(numbers), 0, -1), numbers, strict=True):
        code.append(struct.pack("HBBI", _JUMP_EQUAL, left, 0, number))
    code.append(struct.pack("HBBI", _RETURN, 0, 0, _ALLOW))
    code.append(struct.pack("HBBI", _RETURN, 0, 0, _TRACE))
    text = ctypes.create_string_buffer(b"".join(code))
    program = _Program(len(code), ctypes.cast(text, ctypes.c_void_p).value)
    for option, value, address in (
        (_NO_NEW_PRIVS, 1, 0),
        (_SET_SECCOMP, _FILTER, ctypes.addressof(program)),
    ):
        if _libc.prctl(option, value, address, 0, 0):
            raise OSError(ctypes.get_errno(), "prctl")


def attach(pid: int) -> None:
    """Follow a stopped child and every thread it will start; it dies with the tracer."""
    _call(_SETOPTIONS, pid, 0, _OPTIONS)


def go_on(tid: int, signal: int = 0) -> None:
    """Let a stopped thread run, with a signal if one was stopped; a dead one is let be."""
    try:
        _call(_CONT, tid, 0, signal)
    except ProcessLookupError:
        return


def registers(tid: int) -> Registers:
    """Of a stopped thread."""
    buffer = ctypes.create_string_buffer(struct.calcsize(_REGISTERS))
    _call(_GETREGS, tid, 0, ctypes.addressof(buffer))
    return Registers(struct.unpack(_REGISTERS, buffer.raw))


def fail(tid: int, found: Registers, number: int) -> None:
    """Have the stopped call not happen and report this ``errno``."""
    raw = list(found.raw)
    raw[_ORIG_RAX] = 2**64 - 1
    raw[_RAX] = 2**64 - number
    buffer = ctypes.create_string_buffer(struct.pack(_REGISTERS, *raw))
    _call(_SETREGS, tid, 0, ctypes.addressof(buffer))


def _call(request: int, pid: int, address: int = 0, data: int = 0) -> None:
    if _libc.ptrace(request, pid, address, data) == -1:
        number = ctypes.get_errno()
        if number == errno.ESRCH:
            raise ProcessLookupError(number, f"ptrace {request}")
        raise OSError(number, f"ptrace {request}: {os.strerror(number)}")
