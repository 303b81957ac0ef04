"""Star Line mode behind the interface of all languages."""

from dataclasses import dataclass, field

from drivers.printer import starline
from drivers.printer.elements import Align, Band, Element, Font, Gap, Style, TextLine
from drivers.printer.profile import Profile


@dataclass(frozen=True)
class StarLine:
    """Star's own commands; status is asked for, because the question is forbidden else."""

    initialise = starline.INITIALISE
    marker = starline.ETB
    whole_status = starline.STATUS_REQUEST
    rest = "printed"
    pushes = False
    counts_markers = True
    delivered_query = starline.DELIVERED_REQUEST
    symbol_size_request = starline.SYMBOL_SIZE_REQUEST

    def modes(self, profile: Profile) -> bytes:
        """See ``Language``; the ticket of this job is recovered as the profile says.

        All that a pen sets is set here: a job does not initialise, because the letter of an
        ``ESC @`` that a reset cuts in two would stand on the paper and nobody would know.
        """
        presenter = profile.presenter
        return (
            starline.code_page(profile.code_page.number)
            + starline.character_set_usa()
            + starline.letter_pitch_12()
            + starline.font(Font.A)
            + starline.size(1, 1)
            + starline.bold(False)
            + starline.underline(False)
            + starline.align(Align.LEFT)
            + (starline.recover_after(presenter.timeout_s) if presenter else b"")
        )

    def pen(self, profile: Profile) -> "StarPen":
        """See ``Language``."""
        return StarPen(profile)

    def store_symbol(self, data: str, *, module_dots: int, error_correction: int) -> bytes:
        """See ``Language``."""
        return starline.store_symbol(data, cell_dots=module_dots, error_correction=error_correction)

    def finish(self, profile: Profile) -> bytes:
        """See ``Language``; the cut feeds to the cutter, the presenter works of itself."""
        return profile.cut

    def cut_off(self, profile: Profile) -> bytes:
        """See ``Language``."""
        eject = profile.presenter.eject if profile.presenter else b""
        return starline.INITIALISE + profile.push + profile.cut + eject

    def real_time_hits(self, data: bytes) -> list[int]:
        """See ``Language``."""
        return starline.real_time_hits(data)


@dataclass
class StarPen:
    """See ``Pen``. Lines are fed by 3 or 4 mm, and what is taller than that by its own height."""

    profile: Profile
    _style: Style = field(default_factory=lambda: Style(font=Font.A))
    _align: Align = Align.LEFT
    _pitch: int = 0

    def write(self, element: Element) -> bytes:
        """See ``Pen``."""
        if isinstance(element, TextLine):
            return self._line(element)
        if isinstance(element, Gap):
            return starline.feed(element.dots)
        if isinstance(element, Band):
            # Every byte 04 or 05 of a picture is a question to it: its profile must have symbols.
            raise TypeError("a printer that draws no pictures was given one")
        level = self.profile.qr.level_m
        symbol = starline.qr(element.data, cell_dots=element.module, error_correction=level)
        return self._aligned(Align.CENTER) + symbol

    def _line(self, line: TextLine) -> bytes:
        out = self._aligned(line.align)
        pitch = starline.PITCH_4_MM if line.pitch == starline.PITCH_4_MM else starline.PITCH_3_MM
        if pitch != self._pitch:
            out += starline.line_pitch(pitch)
            self._pitch = pitch
        for run in line.runs:
            out += self._styled(run.style) + self.profile.code_page.encode(run.text)
        return out + starline.LF

    def _aligned(self, align: Align) -> bytes:
        if align is self._align:
            return b""
        self._align = align
        return starline.align(align)

    def _styled(self, style: Style) -> bytes:
        old, self._style = self._style, style
        out = b""
        if style.font is not old.font:
            out += starline.font(style.font)
        if (style.width, style.height) != (old.width, old.height):
            out += starline.size(style.width, style.height)
        if style.bold is not old.bold:
            out += starline.bold(style.bold)
        if bool(style.underline) is not bool(old.underline):
            out += starline.underline(bool(style.underline))
        return out
