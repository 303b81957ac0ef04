"""The printer models that can be played, from their manuals, not from our profiles."""

from dataclasses import dataclass, field
from typing import Literal

# ESC t numbers to Python codecs. Source: Epson reference, ESC t; Custom uses the same numbers.
_EPSON_PAGES = {0: "cp437", 2: "cp850", 3: "cp860", 16: "cp1252", 18: "cp852", 19: "cp858"}
# ESC GS t numbers. Source: STAR Line Mode Command Specifications, ESC GS t.
_STAR_PAGES = {1: "cp437", 4: "cp858", 5: "cp852", 6: "cp860", 32: "cp1252"}


@dataclass(frozen=True)
class Model:
    """What a model is made of."""

    name: str
    dialect: Literal["epson", "custom", "star", "citizen", "plain"]
    speed_mm_s: float
    cutter_mm: float  # from head to cutter
    baud: int = 115200
    dots: int = 576
    paper_dots: int = 640
    dpi: int = 203
    has_presenter: bool = False
    buffer_bytes: int = 4096
    cut_s: float = 0.4
    present_s: float = 0.8
    near_end_mm: float = 2000.0
    code_pages: dict[int, str] = field(default_factory=lambda: dict(_EPSON_PAGES))
    qr_levels: dict[int, str] = field(default_factory=dict)
    nv_bytes: int = 0  # for pictures, beside the power; 0: it has no such memory

    @property
    def dots_per_mm(self) -> float:
        """Dots along one millimetre of paper."""
        return self.dpi / 25.4


_EPSON_LEVELS = {48: "L", 49: "M", 50: "Q", 51: "H"}

MODELS = {
    "epson-tm-t20iii": Model(
        name="TM-T20III",
        dialect="epson",
        speed_mm_s=250,
        cutter_mm=15,
        qr_levels=_EPSON_LEVELS,
        nv_bytes=262_144,
    ),
    "epson-tm-t88vi": Model(
        name="TM-T88VI",
        dialect="epson",
        speed_mm_s=350,
        cutter_mm=15,
        dots=512,
        paper_dots=567,  # 80 mm
        dpi=180,
        qr_levels=_EPSON_LEVELS,
        nv_bytes=262_144,
    ),
    "custom-vkp80iii": Model(
        name="VKP80III",
        dialect="custom",
        speed_mm_s=200,
        cutter_mm=29,
        has_presenter=True,
        qr_levels={48: "M", 49: "L", 50: "M", 51: "Q", 52: "H"},
    ),
    "star-tup900": Model(
        name="TUP900",
        dialect="star",
        speed_mm_s=150,
        cutter_mm=20,
        has_presenter=True,
        code_pages=_STAR_PAGES,
    ),
}
"""Those that prove what they printed, and so may sell."""

UNPROVEN = {
    "citizen-ppu-700": Model(
        name="PPU-700",
        dialect="citizen",
        speed_mm_s=150,
        cutter_mm=15,
        has_presenter=True,
        qr_levels=_EPSON_LEVELS,
    ),
    "generic": Model(
        name="",
        dialect="plain",
        speed_mm_s=250,
        cutter_mm=15,
        baud=9600,
        qr_levels=_EPSON_LEVELS,
    ),
}
"""Those that print, and of which nobody could say afterwards what they printed."""

ALL_MODELS = {**MODELS, **UNPROVEN}
