"""The typesetting half of a virtual Star printer: its pitches, sizes and symbols."""

from functools import partial

from drivers.virtual.commands import Command
from drivers.virtual.glyphs import FONT_STAR_B
from drivers.virtual.head import Head
from drivers.virtual.mechanism import Mechanism
from drivers.virtual.paper import qr_image

_DOTS_PER_MM = 8
_PITCH_3_MM, _PITCH_4_MM = 3 * _DOTS_PER_MM, 4 * _DOTS_PER_MM
_MODEL, _LEVEL, _CELL = 48, 49, 50
_LEVELS = ("L", "M", "Q", "H")
_CELL_DEFAULT = 3
_FONT_B = (1, 49)


class StarHead(Head):
    """Print modes and the line that is being composed."""

    def __init__(self, mechanism: Mechanism) -> None:
        self._symbol = b""
        super().__init__(mechanism)
        self._handlers |= {
            "font": self._star_font,
            "bold_on": lambda _c: self._embolden(True),
            "bold_off": lambda _c: self._embolden(False),
            "size": self._star_size,
            "letter_pitch": lambda _c: None,
            "pitch_3_mm": lambda _c: self._set_pitch(_PITCH_3_MM),
            "pitch": self._pitch_4_mm,
            "feed_eighths": lambda c: self._feed(c.args[0]),
            "feed_quarters": lambda c: self._feed(2 * c.args[0]),
            "initialise": self._initialise,
            "symbol_setting": self._symbol_setting,
            "symbol_data": self._symbol_data,
            "symbol_print": self._symbol_print,
        }

    def reset(self) -> None:
        """See ``Head``; the memory switch has a pitch of 4 mm."""
        super().reset()
        self._pitch = _PITCH_4_MM

    def end_line(self) -> None:
        """Print what stands in the line, as every command does that moves paper."""
        if self.has_open_line:
            self.flush(self._pitch)

    def _initialise(self, _command: Command) -> None:
        self.end_line()
        self.reset()

    def _set_pitch(self, dots: int) -> None:
        self._pitch = dots

    def _pitch_4_mm(self, command: Command) -> None:
        if command.args[0] % 48 == 1:
            self._pitch = _PITCH_4_MM

    def _embolden(self, on: bool) -> None:
        self._is_bold = on

    def _star_font(self, command: Command) -> None:
        self._font_number = FONT_STAR_B if command.args[0] in _FONT_B else 0

    def _star_size(self, command: Command) -> None:
        self._height, self._width = (n % 48 + 1 for n in command.args)

    # -- symbols ----------------------------------------------------------------------------------

    def forget_symbol(self) -> None:
        """Power-up: settings and data of the symbol are those of the factory."""
        self._symbol = b""
        self._level, self._cell = "L", _CELL_DEFAULT

    def symbol_side(self) -> int:
        """Side of the symbol in dots; 0 if there is none, or if it is too wide for the paper."""
        side = qr_image(self._symbol.decode("latin-1"), self._cell, self._level).width
        return side if self._symbol and side <= self._model.dots else 0

    def _symbol_setting(self, command: Command) -> None:
        what, value = command.args
        if what == _LEVEL and value < len(_LEVELS):
            self._level = _LEVELS[value]
        elif what == _CELL:
            self._cell = value

    def _symbol_data(self, command: Command) -> None:
        self._symbol = command.data

    def _symbol_print(self, _command: Command) -> None:
        if not self.symbol_side():
            return
        self.end_line()
        image = qr_image(self._symbol.decode("latin-1"), self._cell, self._level)
        self._move(image.height, partial(self._mechanism.paper.print_image, image, self._align))
