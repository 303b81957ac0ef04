"""Pictures that stay in the printer (NV graphics): the commands, and nothing else.

Source: Epson ESC/POS command reference, GS ( L functions 51, 66, 67 and 69. What is stored survives
power cuts, and the memory wears: it is written by hand, rarely, and never by a job.
"""

from drivers.printer.escpos import real_time_hits
from drivers.printer.raster import Picture

KEY = b"CC"
"""The place of the chamber's logo; any two signs from 20 to 7E."""
BYTES_MAX = 65_000
"""Of one command: its length stands in two bytes."""
_GRAPHICS = b"\x1d\x28\x4c"
_BITS = 8

FREE_BYTES = _GRAPHICS + b"\x02\x00\x30\x33"
"""Fn 51: how much of the memory is free; answered ``37 31 <digits> 00``."""


def delete(key: bytes = KEY) -> bytes:
    """Fn 66: forget what is stored there."""
    return _GRAPHICS + b"\x04\x00\x30\x42" + key


def print_stored(key: bytes = KEY) -> bytes:
    """Fn 69: print it in its own size; nothing happens where nothing is stored."""
    return _GRAPHICS + b"\x06\x00\x30\x45" + key + b"\x01\x01"


def define(picture: Picture, key: bytes = KEY) -> bytes:
    """Fn 67: store a picture of one colour, row by row.

    Raises:
        ValueError: more than one command can hold, or a command would be seen inside.
    """
    data = b"".join(picture.rows)
    width, height = picture.width_bytes * _BITS, len(picture.rows)
    body = b"\x30\x43\x30" + key + b"\x01" + _two(width) + _two(height) + b"\x31" + data
    if len(body) > BYTES_MAX:
        raise ValueError(f"a picture of {len(data)} bytes is too large")
    command = _GRAPHICS + _two(len(body)) + body
    if real_time_hits(command):
        raise ValueError("the printer would see a command inside")
    return command


def is_clean(picture: Picture) -> bool:
    """True if the printer sees no command in it, the numbers of its size included."""
    try:
        define(picture)
    except ValueError:
        return False
    return True


def _two(number: int) -> bytes:
    return number.to_bytes(2, "little")
