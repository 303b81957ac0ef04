"""Pictures that somebody brings on a stick: drawn on the spot, good ones and bad ones."""

import io
import struct
import zlib

from PIL import Image, ImageDraw


def png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def drawing(width: int = 300, height: int = 150) -> Image.Image:
    """A ring and a bar, black on white, with edges like a drawing has."""
    image = Image.new("L", (width, height), 255)
    pen = ImageDraw.Draw(image)
    side = min(width, height)
    pen.ellipse(
        (side // 10, side // 10, side * 9 // 10, side * 9 // 10), outline=0, width=side // 12
    )
    pen.rectangle((width // 2, height // 3, width - side // 10, height // 2), fill=0)
    return image


def logo_file(width: int = 300, height: int = 150) -> bytes:
    return png(drawing(width, height))


def huge_head(width: int = 20_000, height: int = 20_000) -> bytes:
    """A file of a few bytes that says it is very large; nothing of it needs to be unpacked."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(b"\x00" * 99))
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data).to_bytes(4)
    return len(data).to_bytes(4) + kind + data + check
