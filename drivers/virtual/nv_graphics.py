"""The memory for pictures of an Epson printer: it survives the power, and it is slow to write.

Written from the Epson command reference, GS ( L functions 48, 51, 65, 66, 67 and 69. Busy with its
memory, the printer hears no real-time command.
"""

from dataclasses import dataclass, field

from PIL import Image

_CAPACITY, _FREE, _DELETE_ALL, _DELETE, _DEFINE, _PRINT = 48, 51, 65, 66, 67, 69
_CONTROL_BYTES = 12  # that each picture takes beside its dots
_WRITE_S = 0.2
_ROW_BITS = 8


@dataclass
class NvGraphics:
    """Pictures by their key of two signs; ``writes`` counts what wears it."""

    size_bytes: int
    pictures: dict[bytes, Image.Image] = field(default_factory=dict)
    writes: int = 0
    is_writing: bool = False

    @property
    def free_bytes(self) -> int:
        """What is left."""
        used = sum(
            -(-picture.width // _ROW_BITS) * picture.height + _CONTROL_BYTES
            for picture in self.pictures.values()
        )
        return self.size_bytes - used

    def answer(self, data: bytes) -> bytes:
        """What a question is answered with; empty for what is none."""
        number = {_CAPACITY: (b"0", self.size_bytes), _FREE: (b"1", self.free_bytes)}
        if data[1] not in number:
            return b""
        identifier, size = number[data[1]]
        return b"\x37" + identifier + b"%d" % size + b"\x00"

    def write_s(self, data: bytes) -> float:
        """How long this writes; 0 for what writes nothing."""
        return _WRITE_S if data[1] in (_DELETE_ALL, _DELETE, _DEFINE) else 0.0

    def write(self, data: bytes) -> None:
        """Do what writes: the whole of it, or nothing."""
        self.writes += 1
        function, rest = data[1], data[2:]
        if function == _DELETE_ALL:
            self.pictures.clear()
        elif function == _DELETE:
            self.pictures.pop(rest[:2], None)
        elif function == _DEFINE:
            self._define(rest)

    def printed(self, data: bytes) -> Image.Image | None:
        """The picture to be printed now; None for another order, or where nothing is stored."""
        return self.pictures.get(data[2:4]) if data[1] == _PRINT else None

    def _define(self, rest: bytes) -> None:
        key = rest[1:3]
        width = int.from_bytes(rest[4:6], "little")
        height = int.from_bytes(rest[6:8], "little")
        dots, row = rest[9:], -(-width // _ROW_BITS)
        if len(dots) != row * height or len(dots) + _CONTROL_BYTES > self.free_bytes:
            return  # ignored, as the reference says of what does not fit
        inverted = bytes(0xFF ^ byte for byte in dots)
        self.pictures[key] = Image.frombytes("1", (row * _ROW_BITS, height), inverted)
