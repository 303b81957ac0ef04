"""The typesetting half of the virtual printer: commands become lines and feeds."""

from collections.abc import Callable
from functools import partial

from PIL import Image

from drivers.virtual.commands import Command
from drivers.virtual.glyphs import Cell
from drivers.virtual.mechanism import Action, Mechanism
from drivers.virtual.paper import qr_image

_DEFAULT_UNITS_PER_INCH = 406  # vertical motion unit at power-up, in 1/406 inch
_DEFAULT_PITCH_DOTS = 34  # 1/6 inch
_QR, _QR_LEVEL, _QR_MODULE, _QR_STORE, _QR_PRINT, _QR_SIZE = 49, 69, 67, 80, 81, 82
_MODEL_2_DEFAULT_LEVEL = 48


class Head:
    """Print modes and the line that is being composed."""

    def __init__(self, mechanism: Mechanism) -> None:
        self._mechanism = mechanism
        self._model = mechanism.model
        self._handlers: dict[str, Callable[[Command], None]] = {
            "text": self._text,
            "line_feed": lambda _c: self.flush(self._pitch),
            "initialise": lambda _c: self.reset(),
            "code_page": self._code_page,
            "character_set": lambda _c: None,
            "font": self._font,
            "bold": self._bold,
            "underline": self._underline,
            "align": self._align_to,
            "size": self._size,
            "motion_units": self._motion_units,
            "line_pitch": self._line_pitch,
            "line_pitch_default": self._default_pitch,
            "feed": lambda c: self._feed(self._dots(c.args[0])),
            "feed_lines": lambda c: self._feed(c.args[0] * self._pitch),
            "raster_row": self._raster_row,
        }
        self.reset()

    def reset(self) -> None:
        """Power-up state; the line being composed is lost."""
        self._cells: list[Cell] = []
        self._codec = "cp437"
        self._font_number = 0
        self._is_bold = False
        self._width = self._height = 1
        self._underlined = 0
        self._align = 0
        self._units = _DEFAULT_UNITS_PER_INCH
        self._pitch = _DEFAULT_PITCH_DOTS
        self._qr_data = ""
        self._qr_module = 3
        self._qr_level = _MODEL_2_DEFAULT_LEVEL

    @property
    def has_open_line(self) -> bool:
        """True while characters wait for their line feed."""
        return bool(self._cells)

    def handle(self, command: Command) -> bool:
        """Execute a typesetting command; False if it is none."""
        handler = self._handlers.get(command.name)
        if handler is None:
            return False
        handler(command)
        return True

    def flush(self, pitch_dots: int) -> None:
        """Print the composed line and feed."""
        cells, self._cells = self._cells, []
        dots = max([pitch_dots, *(cell.dots[1] for cell in cells)])
        paper = self._mechanism.paper
        self._move(dots, partial(paper.print_cells, cells, self._align, dots))

    def _feed(self, dots: int) -> None:
        if self._cells:
            self.flush(dots)
        else:
            self._move(dots, partial(self._mechanism.paper.feed, dots))

    def _move(self, dots: int, do: Callable[[], None]) -> None:
        self._mechanism.enqueue(Action(dots / self._model.dots_per_mm, do))

    def _dots(self, units: int) -> int:
        return round(units * self._model.dpi / self._units)

    # -- commands ---------------------------------------------------------------------------------

    def _text(self, command: Command) -> None:
        character = command.data.decode(self._codec, errors="replace")
        cell = Cell(
            character,
            self._font_number,
            self._is_bold,
            self._width,
            self._height,
            self._underlined,
        )
        used = sum(c.dots[0] for c in self._cells)
        if used + cell.dots[0] > self._model.dots:
            self.flush(self._pitch)
        self._cells.append(cell)

    def _code_page(self, command: Command) -> None:
        self._codec = self._model.code_pages.get(command.args[0], "cp437")

    def _font(self, command: Command) -> None:
        self._font_number = command.args[0] & 1

    def _bold(self, command: Command) -> None:
        self._is_bold = bool(command.args[0] & 1)

    def _underline(self, command: Command) -> None:
        self._underlined = command.args[0] % 48

    def _align_to(self, command: Command) -> None:
        if not self._cells:
            self._align = command.args[0] % 48

    def _size(self, command: Command) -> None:
        n = command.args[0]
        self._width, self._height = (n >> 4) + 1, (n & 0xF) + 1

    def _motion_units(self, command: Command) -> None:
        self._units = command.args[1] or _DEFAULT_UNITS_PER_INCH

    def _line_pitch(self, command: Command) -> None:
        self._pitch = self._dots(command.args[0])

    def _default_pitch(self, _command: Command) -> None:
        self._pitch = _DEFAULT_PITCH_DOTS

    def _raster_row(self, command: Command) -> None:
        self._move(1, partial(self._mechanism.paper.print_rows, command.data, self._align))

    def print_picture(self, picture: Image.Image) -> None:
        """Print a stored picture; it is ordered at the beginning of a line, or not at all."""
        if not self._cells and picture.width <= self._model.dots:
            image, paper = picture.convert("L"), self._mechanism.paper
            self._move(image.height, partial(paper.print_image, image, self._align))

    def symbol(self, data: bytes) -> bytes:
        """``GS ( k``: store, measure and print QR symbols; returns the answer, if there is one."""
        kind, function, rest = data[0], data[1], data[2:]
        if kind != _QR:
            return b""
        if function == _QR_MODULE:
            self._qr_module = rest[0]
        elif function == _QR_LEVEL:
            self._qr_level = rest[0]
        elif function == _QR_STORE:
            self._qr_data = rest[1:].decode("latin-1")
        elif function == _QR_PRINT and self._qr_data and not self._cells:
            image = self._symbol_image()
            if image.width <= self._model.dots:  # a wider one prints nothing at all
                paper = self._mechanism.paper
                self._move(image.height, partial(paper.print_image, image, self._align))
        elif function == _QR_SIZE:
            side = b"%d" % (self._symbol_image().width if self._qr_data else 0)
            impossible = b"0" if self._qr_data else b"1"
            return b"\x37\x36" + b"\x1f".join((side, side, b"1", impossible)) + b"\x00"
        return b""

    def _symbol_image(self) -> Image.Image:
        level = self._model.qr_levels.get(self._qr_level, "L")
        return qr_image(self._qr_data, self._qr_module, level)
