"""Star Line mode commands as bytes: pure builders, no I/O.

Source: STAR Line Mode Command Specifications, line thermal printers (TSP600 to TUP900); consulted
2026-11. All numbers in the table are hexadecimal.

==================  ====================  ====================================================
purpose             bytes                 remark
==================  ====================  ====================================================
initialise          1B 40                 prints what stands in the line first (p. 3-60)
whole status        1B 06 01              obeyed on reception, also offline; answered with the
                                          nine bytes of the automatic status (p. 5-7)
automatic status    1B 1E 61 00           off: the manual forbids the question while it is on
marker              17                    ETB: once all before it is printed and the motor rests,
                                          a counter of five bits goes up (p. 3-54, 5-11)
font, size          1B 1E 46 n, 1B 69 h w 0 is A 12x24, 1 is B 9x24; h, w: times less one
pitch of lines      1B 30, 1B 7A 01       3 mm, 4 mm: there is no other (p. 3-20)
feed                1B 49 n               n/8 mm: one dot each on these heads (p. 3-21)
QR symbol           1B 1D 79 …            S0 model, S1 level, S2 cell, D1 data, P print, I size
cut                 1B 64 02              feeds to the cutter by itself (p. 3-79)
recover             1B 16 30 00           pulls the ticket back into the kiosk (p. 3-93)
recover after       1B 16 31 n            of itself after n half seconds (p. 3-93)
tickets counted     1B 16 33 00           taken or recovered since power-up (p. 3-94)
==================  ====================  ====================================================
"""

from drivers.printer.elements import Align, Font

INITIALISE = b"\x1b\x40"
STATUS_REQUEST = b"\x1b\x06\x01"
ETB = b"\x17"
DELIVERED_REQUEST = b"\x1b\x16\x33\x00"
SYMBOL_SIZE_REQUEST = b"\x1b\x1d\x79\x49"
LF = b"\n"

PITCH_3_MM, PITCH_4_MM = 24, 32
"""The two pitches of lines, in dots of 1/8 mm."""

_PITCHES = {PITCH_3_MM: b"\x1b\x30", PITCH_4_MM: b"\x1b\x7a\x01"}
_CELL_MAX = 8
_SIZE_MAX = 6
_FEED_MAX = 255
_STATUS_BYTES = (0x04, 0x05)  # EOT and ENQ: a printer answers them wherever they stand
_HALF_SECONDS_MAX = 255
_REAL_TIME = (b"\x1b\x06\x01", b"\x1b\x06\x18")


def code_page(number: int) -> bytes:
    """``ESC GS t``."""
    return bytes((0x1B, 0x1D, 0x74, number))


def character_set_usa() -> bytes:
    """``ESC R 0``."""
    return b"\x1b\x52\x00"


def letter_pitch_12() -> bytes:
    """``ESC M``: no blank dots beside the letters of font A, whatever the memory switch says."""
    return b"\x1b\x4d"


def font(which: Font) -> bytes:
    """``ESC RS F``."""
    return bytes((0x1B, 0x1E, 0x46, which))


def size(width: int, height: int) -> bytes:
    """``ESC i``: character size as multiples 1 to 6."""
    if not (1 <= width <= _SIZE_MAX and 1 <= height <= _SIZE_MAX):
        raise ValueError(f"character size {width}x{height} is not between 1 and {_SIZE_MAX}")
    return bytes((0x1B, 0x69, height - 1, width - 1))


def bold(on: bool) -> bytes:
    """``ESC E`` and ``ESC F``."""
    return b"\x1b\x45" if on else b"\x1b\x46"


def underline(on: bool) -> bytes:
    """``ESC -``: there is one thickness."""
    return bytes((0x1B, 0x2D, on))


def align(where: Align) -> bytes:
    """``ESC GS a``."""
    return bytes((0x1B, 0x1D, 0x61, where))


def line_pitch(dots: int) -> bytes:
    """``ESC 0`` or ``ESC z 1``.

    Raises:
        ValueError: a pitch that this language does not have.
    """
    if dots not in _PITCHES:
        raise ValueError(f"a pitch of {dots} dots: there are {sorted(_PITCHES)}")
    return _PITCHES[dots]


def feed(dots: int) -> bytes:
    """``ESC I``, as often as needed: print what stands in the line and feed n/8 mm.

    Never by four or five dots at once: a printer that sees those bytes arrive takes them for a
    question, wherever they stand, and would say a byte that nobody asked for.
    """
    out = b""
    while dots > 0:
        step = min(dots, _FEED_MAX)
        if step in _STATUS_BYTES:
            step = 3
        out += bytes((0x1B, 0x49, step))
        dots -= step
    return out


def store_symbol(data: str, *, cell_dots: int, error_correction: int) -> bytes:
    """``ESC GS y`` S and D: put a model 2 symbol into the store without printing it.

    The size comes first: a reset in what follows takes it back to the printer's own.

    Args:
        data: ASCII text.
        cell_dots: dots per module, 1 to 8.
        error_correction: 0 L, 1 M, 2 Q, 3 H.
    """
    if not 1 <= cell_dots <= _CELL_MAX:
        raise ValueError(f"QR cell of {cell_dots} dots")
    code = data.encode("ascii")
    return b"".join(
        (
            b"\x1b\x1d\x79\x53\x32" + bytes((cell_dots,)),
            b"\x1b\x1d\x79\x53\x30\x02",
            b"\x1b\x1d\x79\x53\x31" + bytes((error_correction,)),
            b"\x1b\x1d\x79\x44\x31\x00" + len(code).to_bytes(2, "little") + code,
        )
    )


def qr(data: str, *, cell_dots: int, error_correction: int) -> bytes:
    """Store a symbol and print it."""
    stored = store_symbol(data, cell_dots=cell_dots, error_correction=error_correction)
    return stored + b"\x1b\x1d\x79\x50"


def recover_after(seconds: int) -> bytes:
    """``ESC SYN 1``: pull a forgotten ticket back; 0: never."""
    half_seconds = seconds * 2
    if not 0 <= half_seconds <= _HALF_SECONDS_MAX:
        raise ValueError(f"{seconds} s until a ticket is recovered: 127 at most")
    return bytes((0x1B, 0x16, 0x31, half_seconds))


def real_time_hits(data: bytes) -> list[int]:
    """Offsets where a printer would obey at once: the status question and the reset.

    The one-byte questions ENQ and EOT are no harm: they only make the printer say a byte too many.
    """
    found = []
    for command in _REAL_TIME:
        at = data.find(command)
        while at >= 0:
            found.append(at)
            at = data.find(command, at + 1)
    return sorted(found)
