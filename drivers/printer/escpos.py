"""ESC/POS commands as bytes: pure builders, no I/O.

Source: Epson ESC/POS command reference (TM-T88III specification, TM-T20III reference) and Custom
KPM216H/VKP80III command reference; consulted 2026-11. All numbers in the tables below are
hexadecimal.

====================  ==========================  ============================================
purpose               bytes                       remark
====================  ==========================  ============================================
initialise            1B 40                       clears print buffer and modes, once a job
motion units          1D 50 x y                   1/x and 1/y inch; as the dpi: 1 unit = 1 dot
code page             1B 74 n                     n differs between models, see the profile
character set         1B 52 00                    USA, so that ``# $ @ [ ] ^`` stay themselves
real-time status      10 04 n                     answered even while the printer is busy
clear buffers         10 14 08 01 03 14 01 06 02 08   answered with 37 25 00
process id            1D 28 48 06 00 30 30 d1-d4  answered with 37 22 d1-d4 00 when printed
====================  ==========================  ============================================
"""

from drivers.printer.elements import Align, Font

INITIALISE = b"\x1b\x40"
CLEAR_BUFFERS = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
PAPER_STATUS = b"\x1d\x72\x01"
LF = b"\n"

_ID_DIGITS = 4
_ID_BASE = (
    0x40  # digits @ A B … O: their bit 4 is clear, so a status byte inside the answer still shows
)
ID_MAX = 9999


def motion_units(x_per_inch: int, y_per_inch: int) -> bytes:
    """``GS P``: the units of ESC 3 and ESC J differ between models unless they are set."""
    return bytes((0x1D, 0x50, x_per_inch, y_per_inch))


def code_page(number: int) -> bytes:
    """``ESC t``."""
    return bytes((0x1B, 0x74, number))


def character_set_usa() -> bytes:
    """``ESC R 0``."""
    return b"\x1b\x52\x00"


def font(which: Font) -> bytes:
    """``ESC M``."""
    return bytes((0x1B, 0x4D, which))


def size(width: int, height: int) -> bytes:
    """``GS !``: character size as multiples 1 to 8."""
    if not (1 <= width <= 8 and 1 <= height <= 8):
        raise ValueError(f"character size {width}x{height} is not between 1 and 8")
    return bytes((0x1D, 0x21, (width - 1) << 4 | (height - 1)))


def bold(on: bool) -> bytes:
    """``ESC E``."""
    return bytes((0x1B, 0x45, on))


def underline(dots: int) -> bytes:
    """``ESC -``: 0 off, 1 thin, 2 thick."""
    return bytes((0x1B, 0x2D, dots))


def align(where: Align) -> bytes:
    """``ESC a``; only at the beginning of a line."""
    return bytes((0x1B, 0x61, where))


def line_pitch(units: int) -> bytes:
    """``ESC 3``: distance from line to line."""
    return bytes((0x1B, 0x33, units))


def feed(units: int) -> bytes:
    """``ESC J``, repeated as often as needed: print what stands in the line and feed."""
    whole, rest = divmod(units, 255)
    return b"\x1b\x4a\xff" * whole + (bytes((0x1B, 0x4A, rest)) if rest else b"")


def qr(data: str, *, module_dots: int, error_correction: int) -> bytes:
    """``GS ( k`` 49: a model 2 symbol drawn by the printer itself.

    Args:
        data: ASCII text.
        module_dots: dots per module, 1 to 16.
        error_correction: the model's own number of the level (Epson: 49 is M).
    """
    if not 1 <= module_dots <= 16:
        raise ValueError(f"QR module of {module_dots} dots")
    stored = store_symbol(data, module_dots=module_dots, error_correction=error_correction)
    return stored + _symbol(81, b"0")


def store_symbol(data: str, *, module_dots: int, error_correction: int) -> bytes:
    """Put a symbol into the symbol storage area without printing it.

    The size comes first: a reset in what follows takes it back to the printer's own.
    """
    return b"".join(
        (
            _symbol(67, bytes((module_dots,))),
            _symbol(65, b"\x32\x00"),
            _symbol(69, bytes((error_correction,))),
            _symbol(80, b"0" + data.encode("ascii")),
        )
    )


def symbol_size_request() -> bytes:
    """``GS ( k`` 49 fn 82: how large is the stored symbol; answered with 37 36 … 00."""
    return _symbol(82, b"0")


def _symbol(function: int, parameters: bytes) -> bytes:
    length = len(parameters) + 2
    return b"\x1d\x28\x6b" + length.to_bytes(2, "little") + bytes((49, function)) + parameters


def raster(data: bytes, width_bytes: int) -> bytes:
    """``GS v 0``: rows of dots."""
    size = width_bytes.to_bytes(2, "little") + (len(data) // width_bytes).to_bytes(2, "little")
    return b"\x1d\x76\x30\x00" + size + data


def status_request(n: int) -> bytes:
    """``DLE EOT n``."""
    return bytes((0x10, 0x04, n))


def process_id(number: int) -> bytes:
    """``GS ( H`` fn 48: ask for an answer once everything before it is printed."""
    return b"\x1d\x28\x48\x06\x00\x30\x30" + encode_id(number)


def encode_id(number: int) -> bytes:
    """Four base-16 digits of the alphabet ``@ABC…O``.

    >>> encode_id(42)
    b'@@BJ'
    """
    if not 0 < number <= ID_MAX:
        raise ValueError(f"process id {number} is not in 1..{ID_MAX}")
    return bytes(_ID_BASE | (number >> shift & 0xF) for shift in (12, 8, 4, 0))


def decode_id(digits: bytes) -> int | None:
    """The number of four such digits; None for an answer that is not ours.

    >>> decode_id(b'@@BJ')
    42
    """
    if len(digits) != _ID_DIGITS or any(byte & 0xF0 != _ID_BASE for byte in digits):
        return None
    number = 0
    for byte in digits:
        number = number << 4 | byte & 0xF
    return number


def real_time_hits(data: bytes) -> list[int]:
    """Offsets where a printer would see a real-time command: 10 04, 10 05, 10 14."""
    hits = []
    at = data.find(b"\x10")
    while at >= 0:
        if data[at + 1 : at + 2] in (b"\x04", b"\x05", b"\x14"):
            hits.append(at)
        at = data.find(b"\x10", at + 1)
    return hits
