"""ESC/POS behind the interface of all languages; Custom asks for status in its own way."""

from dataclasses import dataclass, field

from drivers.printer import escpos
from drivers.printer.elements import Align, Band, Element, Font, Gap, Style, TextLine
from drivers.printer.profile import Profile

_FULL_STATUS_QUERY = 20
_PRESENT = b"\x1c\x50"


@dataclass(frozen=True)
class EscPos:
    """Epson's commands, and those that Custom adds to them."""

    full_status: bool = False

    initialise = escpos.INITIALISE
    marker = escpos.PAPER_STATUS
    rest = "motor idle"
    pushes = True
    counts_markers = False
    delivered_query = b""
    symbol_size_request = escpos.symbol_size_request()

    @property
    def whole_status(self) -> bytes:
        """See ``Language``."""
        return escpos.status_request(_FULL_STATUS_QUERY) if self.full_status else b""

    def modes(self, profile: Profile) -> bytes:
        """See ``Language``; dots as units."""
        return (
            _dots_as_units(profile)
            + escpos.code_page(profile.code_page.number)
            + escpos.character_set_usa()
            + (profile.presenter.setup if profile.presenter else b"")
        )

    def pen(self, profile: Profile) -> "EscPosPen":
        """See ``Language``."""
        return EscPosPen(profile)

    def store_symbol(self, data: str, *, module_dots: int, error_correction: int) -> bytes:
        """See ``Language``."""
        return escpos.store_symbol(data, module_dots=module_dots, error_correction=error_correction)

    def finish(self, profile: Profile) -> bytes:
        """See ``Language``."""
        presenter = profile.presenter
        if presenter is None or not presenter.steps:
            return profile.cut
        mode = b"E" if presenter.on_timeout == "eject" else b"R"
        numbers = bytes((presenter.steps, presenter.led)), bytes((presenter.timeout_s,))
        return _to_cutter(profile) + _PRESENT + numbers[0] + mode + numbers[1]

    def cut_off(self, profile: Profile) -> bytes:
        """See ``Language``."""
        reset = escpos.INITIALISE + profile.push
        presenter = profile.presenter
        if presenter is None:
            return reset + profile.cut
        to_cutter = _to_cutter(profile) if presenter.steps else b""
        return reset + to_cutter + profile.cut + presenter.eject

    def real_time_hits(self, data: bytes) -> list[int]:
        """See ``Language``."""
        return escpos.real_time_hits(data)


def _dots_as_units(profile: Profile) -> bytes:
    return escpos.motion_units(profile.head.dpi, profile.head.dpi)


def _to_cutter(profile: Profile) -> bytes:
    """Presenter models cut where the paper is: feed first, or the last lines stay inside."""
    distance = round(profile.head.cutter_mm * profile.head.dots_per_mm)
    return _dots_as_units(profile) + escpos.feed(distance)


@dataclass
class EscPosPen:
    """See ``Pen``. It begins in the state that the preamble leaves."""

    profile: Profile
    _style: Style = field(default_factory=lambda: Style(font=Font.A))
    _align: Align = Align.LEFT
    _pitch: int = 0

    def write(self, element: Element) -> bytes:
        """See ``Pen``."""
        if isinstance(element, TextLine):
            return self._line(element)
        if isinstance(element, Gap):
            return escpos.feed(element.dots)
        if isinstance(element, Band):
            return self._aligned(Align.CENTER) + escpos.raster(element.data, element.width_bytes)
        level = self.profile.qr.level_m
        symbol = escpos.qr(element.data, module_dots=element.module, error_correction=level)
        return self._aligned(Align.CENTER) + symbol

    def _line(self, line: TextLine) -> bytes:
        out = b"" if line.align is self._align else self._aligned(line.align)
        if line.pitch != self._pitch:
            out += escpos.line_pitch(line.pitch)
            self._pitch = line.pitch
        for run in line.runs:
            if run.style is not self._style:
                out += self._styled(run.style)
            out += self.profile.code_page.encode(run.text)
        return out + escpos.LF

    def _aligned(self, align: Align) -> bytes:
        if align is self._align:
            return b""
        self._align = align
        return escpos.align(align)

    def _styled(self, style: Style) -> bytes:
        old, self._style = self._style, style
        out = b""
        if style.font is not old.font:
            out += escpos.font(style.font)
        if (style.width, style.height) != (old.width, old.height):
            out += escpos.size(style.width, style.height)
        if style.bold is not old.bold:
            out += escpos.bold(style.bold)
        if style.underline != old.underline:
            out += escpos.underline(style.underline)
        return out
