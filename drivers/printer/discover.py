"""Which printer hangs on which line, at which speed, and how sure that is.

Only real-time questions and the question for the name are sent: at the wrong speed a printer may
take them for a few letters, so this is for maintenance, never while people are served.

==========  ==================================================================================
trust       what was heard
==========  ==================================================================================
``named``   it told a name that belongs to a profile; names can lie, so look at the test page
``kind``    the status of one family of printers (Custom, Star), without a name
``speaks``  four status bytes of the right shape: an ESC/POS printer of an unknown model
``noise``   bytes of no shape: something is there, mostly at another speed or with other parity
==========  ==================================================================================
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from time import monotonic
from typing import Literal

from serial.tools import list_ports

from drivers.printer import escpos, starline
from drivers.printer import events as ev
from drivers.printer.profile import Profile, Serial, list_profiles, load_profile
from drivers.printer.star_demux import StarDemux
from drivers.printer.transport import Port, PortGoneError, SerialPort

Parity = Literal["N", "E", "O"]
LINES: tuple[tuple[int, Parity], ...] = (
    (115_200, "N"),
    (38_400, "N"),
    (9_600, "N"),
    (19_200, "N"),
    (57_600, "N"),
    (115_200, "O"),
)
"""Speeds and parities as printers leave the factory, the commonest first."""

_BY_ID = Path("/dev/serial/by-id")
_NAME_QUERY = b"\x1dIC"
_FULL_STATUS = 20
_FULL_STATUS_BYTES = 6
_REAL_TIME_QUESTIONS = (1, 2, 3, 4)
_QUIET_S = 0.15
_NAME_MAX = 80


class Trust(StrEnum):
    """How sure a finding is, the surest first."""

    NAMED = "named"
    KIND = "kind"
    SPEAKS = "speaks"
    NOISE = "noise"


@dataclass(frozen=True)
class Finding:
    """What answered on one line."""

    device: str
    baud: int
    parity: Parity
    trust: Trust
    profile: str
    name: str = ""


def serial_devices() -> list[str]:
    """Lines of this machine, by the name that stays the same when a cable is put elsewhere."""
    by_id = {str(link.resolve()): str(link) for link in sorted(_BY_ID.glob("*"))}
    return [by_id.get(port.device, port.device) for port in list_ports.comports()]


def find(
    devices: Iterable[str], lines: Iterable[tuple[int, Parity]] = LINES, quiet_s: float = _QUIET_S
) -> list[Finding]:
    """Ask on every line at every speed; the surest answer of each line that answered."""
    order = list(Trust)
    found = []
    for device in devices:
        heard = []
        for baud, parity in lines:
            finding = _probe(device, baud, parity, quiet_s)
            if finding is not None:
                heard.append(finding)
                if finding.trust is not Trust.NOISE:
                    break
        found += sorted(heard, key=lambda finding: order.index(finding.trust))[:1]
    return found


def _probe(device: str, baud: int, parity: Parity, quiet_s: float) -> Finding | None:
    try:
        port = SerialPort(device, Serial(baud, parity, "xonxoff", 0))
    except PortGoneError:
        return None
    try:
        full = _answer(port, escpos.status_request(_FULL_STATUS), quiet_s)
        status = [_answer(port, escpos.status_request(n), quiet_s) for n in _REAL_TIME_QUESTIONS]
        name = _name(_answer(port, _NAME_QUERY, quiet_s))
        speaks = all(len(byte) == 1 and byte[0] & 0x93 == 0x12 for byte in status)
        # Last, and only of a stranger: to an ESC/POS printer the question is a few letters.
        is_star = not speaks and _is_star(_answer(port, starline.STATUS_REQUEST, quiet_s))
    except PortGoneError:
        return None
    finally:
        port.close()
    profiles = [load_profile(each) for each in list_profiles()]
    named = [profile for profile in profiles if name and name in profile.ident_replies]
    if named:
        return Finding(device, baud, parity, Trust.NAMED, named[0].name, name)
    if len(full) == _FULL_STATUS_BYTES and full.startswith(b"\x10\x0f"):
        return Finding(device, baud, parity, Trust.KIND, _first(profiles, "custom"), name)
    if is_star:
        return Finding(device, baud, parity, Trust.KIND, _first(profiles, "star"), name)
    if speaks:
        return Finding(device, baud, parity, Trust.SPEAKS, "generic", name)
    if full or any(status) or name:
        return Finding(device, baud, parity, Trust.NOISE, "")
    return None


def _is_star(answer: bytes) -> bool:
    """One whole status and nothing else."""
    heard: list[ev.Event] = []
    StarDemux(heard.append).feed(answer)
    return len(heard) == 1 and isinstance(heard[0], ev.StarStatus)


def _first(profiles: list[Profile], dialect: str) -> str:
    return next(profile.name for profile in profiles if profile.dialect == dialect)


def _answer(port: Port, question: bytes, quiet_s: float) -> bytes:
    """What comes until the line is quiet."""
    if port.write(question, quiet_s) < len(question):
        return b""
    heard = b""
    deadline_s = monotonic() + quiet_s
    while monotonic() < deadline_s and len(heard) < _NAME_MAX:
        more = port.read()
        heard += more
        if more:
            deadline_s = monotonic() + quiet_s / 3
    return heard


def _name(answer: bytes) -> str:
    """The text between 5F and 00, if that is what came."""
    text = answer[1:-1]
    is_name = answer[:1] == b"\x5f" and answer[-1:] == b"\x00" and text.isascii()
    return text.decode("ascii") if is_name else ""
