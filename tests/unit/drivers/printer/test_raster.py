"""Pictures: bands, white rows, and commands hidden in dots; the virtual paper is the judge."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
import zxingcpp
from escpos.printer import Dummy
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from drivers.printer import escpos
from drivers.printer.elements import Band, Gap
from drivers.printer.languages import language_of
from drivers.printer.layout import lay_out
from drivers.printer.profile import Profile, ProfileError, Raster, load_profile, parse_profile
from drivers.printer.raster import Picture, elements, heights, qr_picture
from drivers.virtual.commands import RealTimeScanner
from kiosk.ports import Printed
from tests.support.paper import difference
from tests.support.printer import CUSTOM, EPSON, make_document, printer_bench
from tests.unit.drivers.printer.test_profile import TEXT
from tests.unit.drivers.virtual.test_virtual_printer import CUT, cut_strips, line

HEAD = 576
PLANTED = {
    "DLE EOT 1": b"\x10\x04\x01",
    "DLE EOT 20": b"\x10\x04\x14",
    "DLE ENQ 1": b"\x10\x05\x01",
    "DLE ENQ 2": b"\x10\x05\x02",
    "DLE DC4 clear": bytes.fromhex("10 14 08 01 03 14 01 06 02 08"),
    "two at once": b"\x10\x04\x04\x10\x05\x02",
}
HITS = escpos.real_time_hits


def written(pieces: list[Band | Gap]) -> bytes:
    pen = language_of("epson").pen(load_profile(EPSON))
    return b"".join(pen.write(piece) for piece in pieces)


def heard(code: bytes) -> list[tuple[str, int]]:
    """What a printer would obey in these bytes, by its own scanner."""
    scanner = RealTimeScanner()
    return [found for byte in code if (found := scanner.feed(byte)) is not None]


def with_planted(command: bytes, at: int, width: int = 30, rows: int = 24) -> Picture:
    """Dots without any command in them, and then one."""
    data = bytearray(Random(at).choice(b"\x55\xaa\xff\x81") for _ in range(width * rows))
    data[at : at + len(command)] = command
    return Picture(tuple(bytes(data[i : i + width]) for i in range(0, len(data), width)))


@given(st.integers(1, 900), st.integers(2, 40), st.sets(st.integers(2, 40), max_size=12))
def test_bands_have_heights_that_the_model_takes(total: int, most: int, avoid: set[int]) -> None:
    parted = heights(total, most, sorted(avoid))
    assert sum(parted) == total
    assert all(0 < height <= most and height not in avoid for height in parted)
    largest = max(height for height in range(1, most + 1) if height not in avoid)
    assert len(parted) <= total // largest + largest


@given(st.binary(min_size=72, max_size=72), st.integers(0, 7))
def test_a_moved_picture_keeps_every_dot(row: bytes, dots: int) -> None:
    moved = Picture((row, b"\x01" * 72)).shifted(dots)
    assert int.from_bytes(moved.rows[0]).bit_count() == int.from_bytes(row).bit_count()
    assert {len(each) for each in moved.rows} == {moved.width_bytes}


def test_rows_of_different_length_and_pictures_too_wide_are_refused() -> None:
    with pytest.raises(ValueError, match="different length"):
        Picture((b"\x01", b"\x01\x02"))
    with pytest.raises(ValueError, match="on 576"):
        elements(Picture((b"\x01" * 73,)), Raster(), HEAD, HITS)


def test_white_rows_are_fed_and_bands_are_short() -> None:
    rows = (b"\xff" * 72,) * 50 + (b"\x00" * 72,) * 300 + (b"\x81" * 72,) * 3
    pieces = elements(Picture(rows), Raster(), HEAD, HITS)
    assert [piece.dots for piece in pieces] == [20, 20, 10, 300, 3]
    assert len(written(pieces)) < 53 * 72 + 60
    narrow = elements(Picture(rows), Raster(max_rows=12, avoid_heights=(10, 2)), HEAD, HITS)
    assert [p.dots for p in narrow if isinstance(p, Band)] == [12, 12, 12, 11, 3, 3]


def test_a_band_is_what_the_oracle_writes() -> None:
    picture = qr_picture("HTTPS://EJEMPLO.EXAMPLE/1", 5)
    oracle = Dummy()
    bits = b"".join(bytes(byte ^ 0xFF for byte in row) for row in picture.rows)
    size = (picture.width_bytes * 8, len(picture.rows))
    oracle.image(Image.frombytes("1", size, bits), impl="bitImageRaster", center=False)
    assert oracle.output == escpos.raster(b"".join(picture.rows), picture.width_bytes)


@pytest.mark.parametrize("command", PLANTED.values(), ids=PLANTED)
@pytest.mark.parametrize("at", [0, 13, 28, 29, 59, 400, 700])
def test_a_command_hidden_in_dots_is_gone_and_the_picture_is_not(command: bytes, at: int) -> None:
    picture = with_planted(command, at)
    raw = written([Band(b"".join(picture.rows), picture.width_bytes)])
    assert heard(raw) != []  # the control: it was there
    clean = written(elements(picture, Raster(), HEAD, HITS))
    assert heard(clean) == []
    assert HITS(clean) == []


def test_a_picture_as_wide_as_the_head_loses_a_dot_instead_of_moving() -> None:
    command = PLANTED["DLE EOT 1"]
    picture = with_planted(command, 100, width=72)
    full = Picture(tuple(row[:-1] + b"\xff" for row in picture.rows))
    (*pieces,) = elements(full, Raster(), HEAD, HITS)
    data = b"".join(piece.data for piece in pieces if isinstance(piece, Band))
    before = b"".join(full.rows)
    changed = [at for at in range(len(before)) if before[at] != data[at]]
    assert changed == [100]
    assert (before[100] ^ data[100]).bit_count() == 1


@given(st.binary(min_size=0, max_size=600), st.sampled_from(sorted(PLANTED.values())))
def test_no_dots_give_a_command(noise: bytes, command: bytes) -> None:
    data = (noise + command + noise[::-1] + command).ljust(30, b"\x10")
    data += b"\x04" * (-len(data) % 30)
    picture = Picture(tuple(data[i : i + 30] for i in range(0, len(data), 30)))
    assert heard(written(elements(picture, Raster(), HEAD, HITS))) == []


def test_the_printer_answers_the_raw_dots_and_not_the_clean_ones() -> None:
    picture = with_planted(PLANTED["DLE EOT 1"], 13)
    with line() as (printer, host):
        host.write(escpos.raster(b"".join(picture.rows), picture.width_bytes))
        assert host.read(1) == b"\x12"
        host.write(CUT + written(elements(picture, Raster(), HEAD, HITS)) + CUT)
        cut_strips(printer, 2)
        assert host.is_silent()
        rows = ink(printer.strips[1].image)
    original = ["".join(f"{byte:08b}" for byte in row).strip("0") for row in picture.rows]
    assert rows == original  # moved, but dot for dot


def ink(image: Image.Image) -> list[str]:
    """The rows that have any ink, without the paper around them."""
    flat = image.point(lambda grey: 255 * (grey < 128), "1")
    box = flat.getbbox()
    assert box is not None
    lines = flat.crop((0, box[1], flat.width, box[3]))
    width, height = lines.size
    rows = (
        "".join("01"[bool(lines.getpixel((x, y)))] for x in range(width)) for y in range(height)
    )
    return [row.strip("0") for row in rows]


def without_native(name: str) -> Profile:
    profile = load_profile(name)
    return replace(profile, qr=replace(profile.qr, native=False))


def test_a_printer_without_symbols_of_its_own_prints_them_dot_by_dot(tmp_path: Path) -> None:
    with printer_bench(tmp_path, without_native(CUSTOM), speed=None) as bench:
        document = make_document(4)
        roll = bench.driver.lay_out(document)
        assert isinstance(bench.driver.print(roll, 1, lambda _p: None), Printed)
        (strip,) = bench.virtual.strips
        assert strip.complete
        (code,) = zxingcpp.read_barcodes(strip.image)
        assert code.text == "https://verificar.example.invalid/EJ3MPL0001"
        assert difference(document, strip.text, {}) == ""
        assert strip.length_mm == pytest.approx(roll.length_mm, abs=1.0)
        assert bench.virtual.unknown_commands == []


def test_dots_are_as_large_as_the_printers_own_symbol() -> None:
    document = make_document(2)
    own = lay_out(document, load_profile(CUSTOM)).length_mm
    assert lay_out(document, without_native(CUSTOM)).length_mm == own


def test_parts_with_pictures_fit_into_the_receive_buffer() -> None:
    profile = without_native(CUSTOM)
    roll = lay_out(make_document(4), profile)
    sizes = [sum(map(len, part.pieces)) for part in roll.parts]
    assert max(sizes) * 2 < profile.serial.buffer_bytes


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (
            "[cut]",
            "[raster]\nmax_rows = {value = 0, provenance = 'probed', source = 'x'}\n[cut]",
            "row",
        ),
        (
            "[cut]",
            "[raster]\navoid_heights = {value = [1], provenance = 'probed', source = 'x'}\n[cut]",
            "row",
        ),
        (
            "[qr]",
            "[qr]\nnative = {value = false, provenance = 'probed', source = 'x'}",
            "stores none",
        ),
    ],
    ids=["no rows", "no single row", "a seal without symbols"],
)
def test_a_profile_that_cannot_draw_is_refused(old: str, new: str, why: str) -> None:
    with pytest.raises(ProfileError, match=why):
        parse_profile("broken", TEXT.replace(old, new, 1))
