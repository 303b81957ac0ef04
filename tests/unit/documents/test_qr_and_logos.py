from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from kiosk.documents.logos import logo_png
from kiosk.documents.qr import dark_runs, qr_matrix


def test_the_runs_cover_exactly_the_dark_modules() -> None:
    matrix = qr_matrix("https://camara.invalid/v/ABCD2345")
    covered = {
        (row, column + step)
        for row, column, length in dark_runs("https://camara.invalid/v/ABCD2345")
        for step in range(length)
    }
    dark = {(y, x) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
    assert covered == dark


def test_a_reader_finds_the_data() -> None:
    matrix = qr_matrix("https://camara.invalid/v/ABCD2345")
    side = len(matrix) + 8
    picture = Image.new("L", (side, side), 255)
    for y, row in enumerate(matrix):
        for x, module in enumerate(row):
            if module:
                picture.putpixel((x + 4, y + 4), 0)
    picture = picture.resize((side * 4, side * 4), Image.Resampling.NEAREST)
    assert [s.text for s in zxingcpp.read_barcodes(picture)] == [
        "https://camara.invalid/v/ABCD2345"
    ]


@pytest.mark.parametrize("name", ["camara-de-comercio", "firma-mecanica"])
def test_the_shipped_marks_are_black_on_white_pictures(name: str) -> None:
    png = logo_png(name)
    assert png is not None
    picture = Image.open(BytesIO(png))
    assert picture.mode == "L"
    assert picture.getextrema() == (0, 255)


@pytest.mark.parametrize("name", ["", "../fonts/Inter-OFL", "no-such-logo", "A" * 60, "logo.png"])
def test_a_name_that_is_no_shipped_mark_gives_nothing(name: str) -> None:
    assert logo_png(name) is None
