"""A file becomes a logo of one head, or is refused with what is wrong; whatever file it is."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from drivers.printer import nv_graphics
from drivers.printer.escpos import real_time_hits
from drivers.printer.logo import HEIGHT_MAX_MM, Logo, fit
from drivers.printer.profile import load_profile
from drivers.printer.raster import Picture, without_commands
from kiosk.documents.logos import logo_png
from kiosk.staff.maintenance.logo_port import FILE_MAX_BYTES, LogoNotFit
from tests.support.logos import drawing, huge_head, logo_file, png

HEAD = load_profile("epson-tm-t20iii").head
SMALL_HEAD = load_profile("epson-tm-t88vi").head


def refused(data: bytes) -> tuple[str, str]:
    with pytest.raises(LogoNotFit) as refusal:
        fit(data, HEAD)
    return str(refusal.value), refusal.value.value


def shown(logo: Logo) -> Image.Image:
    return Image.open(io.BytesIO(logo.preview)).convert("L")


def test_the_preview_is_what_goes_to_the_printer_dot_for_dot() -> None:
    logo = fit(logo_file(), HEAD)
    picture = shown(logo)
    assert picture.size == (logo.width_dots, logo.height_dots) == (304, 150)
    black = [
        (x, y)
        for y, row in enumerate(logo.picture.rows)
        for x in range(logo.width_dots)
        if row[x // 8] >> (7 - x % 8) & 1
    ]
    assert len(black) == picture.histogram()[0]
    assert all(picture.getpixel(at) == 0 for at in black)
    assert (logo.width_mm, logo.height_mm) == (38, 19)


def test_it_is_scaled_down_to_the_head_and_never_up() -> None:
    wide = fit(logo_file(1_500, 200), HEAD)
    assert (wide.width_dots, wide.height_dots) == (HEAD.dots, 76)
    assert fit(logo_file(1_500, 200), SMALL_HEAD).width_dots == SMALL_HEAD.dots
    tall = fit(logo_file(400, 900), HEAD)
    assert tall.height_mm <= HEIGHT_MAX_MM
    own = fit(logo_png("camara-de-comercio") or b"", HEAD)
    assert own.height_mm == HEIGHT_MAX_MM
    assert own.size_bytes < nv_graphics.BYTES_MAX
    assert fit(logo_file(32, 32), HEAD).width_dots == 32


def test_what_is_transparent_is_paper() -> None:
    image = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (10, 10, 30, 30))
    assert shown(fit(png(image), HEAD)).histogram()[0] == 400


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "logo_broken"),
        (b"GIF89a", "logo_broken"),
        (logo_file()[:400], "logo_broken"),
        (huge_head(), "logo_pixels"),
        (huge_head(4_001, 20), "logo_pixels"),
        (huge_head(3_999, 3_999), "logo_broken"),
        (png(Image.new("L", (40, 15), 255)), "logo_tiny"),
        (png(Image.new("L", (100, 100), 255)), "logo_empty"),
        (png(Image.new("L", (100, 100), 0)), "logo_too_dark"),
        (png(Image.linear_gradient("L")), "logo_grey"),
        (b"\x89PNG" + bytes(FILE_MAX_BYTES), "logo_file_large"),
    ],
)
def test_what_is_no_logo_is_refused_with_the_reason(data: bytes, code: str) -> None:
    assert refused(data)[0] == code


def test_the_size_of_what_is_too_large_is_told() -> None:
    assert refused(huge_head()) == ("logo_pixels", "20000 x 20000")


def test_a_picture_of_another_kind_is_none_even_if_it_could_be_read() -> None:
    out = io.BytesIO()
    drawing().save(out, "BMP")
    assert refused(out.getvalue())[0] == "logo_broken"


GOOD = logo_file(60, 40)
CODES = ("logo_broken", "logo_pixels", "logo_tiny", "logo_grey", "logo_empty", "logo_too_dark")


def outcome(data: bytes) -> str:
    try:
        return "clean" if nv_graphics.is_clean(fit(data, HEAD).picture) else "dirty"
    except LogoNotFit as refusal:
        return str(refusal)


@given(st.binary(max_size=300), st.integers(0, 299), st.binary(max_size=8))
def test_whatever_file_it_is_there_is_a_logo_or_a_reason(
    noise: bytes, at: int, damage: bytes
) -> None:
    good = GOOD
    for data in (noise, good[:at] + damage + good[at + len(damage) :], good[:at]):
        assert outcome(data) in ("clean", *CODES)


_NASTY = bytes((0x10, 0x04, 0x05, 0x14, 0x01, 0x82))
rows = st.binary(min_size=6, max_size=72).map(
    lambda data: [
        bytes(_NASTY[byte % 6] for byte in data[at : at + 6]) for at in range(0, len(data) - 5, 6)
    ]
)


@given(rows)
def test_no_command_is_seen_inside_whatever_the_dots_are(dots: list[bytes]) -> None:
    clean = without_commands(Picture(tuple(dots)), 72)
    assert real_time_hits(b"".join(clean.rows)) == []
    before = sum(row.count(1) for row in map(_bits, dots))
    after = sum(row.count(1) for row in map(_bits, clean.rows))
    assert before - len(dots) * 6 <= after <= before


def _bits(row: bytes) -> list[int]:
    return [byte >> n & 1 for byte in row for n in range(8)]


def test_a_size_that_reads_like_a_command_is_padded() -> None:
    """The command counts 11 bytes more than its dots: 49 * 21 + 11 is 1040, bytes 10 04."""
    assert not nv_graphics.is_clean(Picture((b"\x80" + bytes(48),) * 21))
    image = Image.new("L", (49 * 8, 21), 255)
    image.paste(0, (0, 0, 1, 21))
    logo = fit(png(image), HEAD)
    assert logo.height_dots == 22
    assert nv_graphics.is_clean(logo.picture)
