"""The firmware of ESC/POS printers: Epson's commands, and Custom's dialect of them.

Written from the Epson command reference and the Custom KPM216H manual.
"""

import re
from collections.abc import Callable
from functools import partial

from drivers.virtual import sensors
from drivers.virtual.commands import Command, Parser, RealTimeScanner
from drivers.virtual.firmware import Say
from drivers.virtual.head import Head
from drivers.virtual.mechanism import Action, Mechanism
from drivers.virtual.nv_graphics import NvGraphics

# What may be lost without harm to the paper: questions, orders to report, and the head of one;
# what comes then of the rest stands as a letter on the paper, or nowhere.
_ONLY_QUESTIONS = re.compile(
    rb"(?:\x10\x04.|\x1d[\xe1-\xe5]|\x1d[\xe0IFar].|\x1b@|\x00)*"
    rb"(?:\x10\x04?|\x1d[\xe0IFar]?|\x1b)?",
    re.DOTALL,
)
_FULL_STATUS_QUERY = 20


class EscPosFirmware:
    """See ``Firmware``."""

    def __init__(self, mechanism: Mechanism, say: Say, forget: Callable[[], None]) -> None:
        self._mechanism = mechanism
        self._model = mechanism.model
        self._say = say
        self._forget = forget
        self._parser = Parser()
        self._scanner = RealTimeScanner()
        self._head = Head(mechanism)
        self.nv = NvGraphics(self._model.nv_bytes)
        self._push_mask = 0
        self._pushed: bytes | None = None
        self.name = self._model.name

    @property
    def unknown(self) -> list[bytes]:
        """See ``Firmware``."""
        return self._parser.unknown

    @property
    def has_open_line(self) -> bool:
        """See ``Firmware``."""
        return self._head.has_open_line

    def is_harmless(self, data: bytes | bytearray) -> bool:
        """See ``Firmware``."""
        return _ONLY_QUESTIONS.fullmatch(data) is not None

    def overflow(self) -> None:
        """Nobody is told."""

    def reset(self) -> None:
        """See ``Firmware``."""
        self._parser.reset()
        self._head.reset()
        self.nv.is_writing = False

    def power_up(self) -> None:
        """See ``Firmware``."""
        self.reset()
        self._scanner = RealTimeScanner()
        self._push_mask = 0

    def repeat_report(self) -> None:
        """See ``Firmware``."""
        self._pushed = None

    def status(self) -> bytes:
        """See ``Firmware``."""
        is_custom = self._model.dialect == "custom"
        return (sensors.full_status if is_custom else sensors.automatic)(self._mechanism)

    def report(self) -> bytes:
        """See ``Firmware``."""
        if not self._push_mask:
            return b""
        status = self.status()
        if status == self._pushed:
            return b""
        self._pushed = status
        return status

    def hear(self, byte: int) -> None:
        """See ``Firmware``."""
        found = self._scanner.feed(byte)
        if found is not None:
            self._real_time(*found)

    def _real_time(self, what: str, n: int) -> None:
        if self.nv.is_writing:
            return
        if what == "status":
            if n == _FULL_STATUS_QUERY and self._model.dialect == "custom":
                self._say(sensors.full_status(self._mechanism))
            elif n in (1, 2, 3, 4):
                self._say(sensors.real_time(self._mechanism, n))
        elif what == "clear" and self._model.dialect == "epson":
            self._forget()
            self._say(b"\x37\x25\x00")

    def read(self, byte: int) -> bool:
        """See ``Firmware``."""
        command = self._parser.feed(byte)
        if command is None:
            return False
        if self._head.handle(command):
            return True
        self._execute(command)
        return False

    def _execute(self, command: Command) -> None:
        mechanism, model = self._mechanism, self._model
        match command.name, command.args:
            case "cut_here", _:
                mechanism.enqueue(Action(0, mechanism.cut, model.cut_s, is_cut=True))
            case "cut_after_feed", (units,):
                self._head.handle(Command("feed", (units,)))
                dots = round(model.cutter_mm * model.dots_per_mm)
                mechanism.enqueue(Action(model.cutter_mm, partial(mechanism.paper.feed, dots)))
                mechanism.enqueue(Action(0, mechanism.cut, model.cut_s, is_cut=True))
            case "present", (_, _, mode, timeout_s):
                show = partial(mechanism.present, mode, timeout_s)
                took_s = model.cut_s + model.present_s
                mechanism.enqueue(Action(0, show, took_s, is_cut=True, is_presenting=True))
            case "ejector", (what, *_):
                moves = {2: mechanism.retract, 5: mechanism.eject}
                mechanism.enqueue(Action(0, moves.get(what, lambda: None)))
            case "extended", (kind,) if kind == ord("H"):
                digits = command.data[2:]
                mechanism.enqueue(Action(0, lambda: self._say(b"\x37\x22" + digits + b"\x00")))
            case "extended", (kind,) if kind == ord("k"):
                self._say(self._head.symbol(command.data))
            case "extended", (kind,) if kind == ord("L") and model.nv_bytes:
                self._graphics(command.data)
            case "queued_status", _:
                self._say(b"\x03" if mechanism.near_end else b"\x00")
            case "ident", _:
                self._say(b"\x5f" + self.name.encode() + b"\x00")
            case (("auto_status" | "auto_full_status"), (mask,)):
                self._push_mask = mask
                self._pushed = None
            case name, _ if name.startswith("read_"):
                self._say(sensors.reading(mechanism, name))
            case _:
                pass

    def _graphics(self, data: bytes) -> None:
        """``GS ( L``: a question is answered in its turn, a writing keeps the printer busy."""
        nv, mechanism = self.nv, self._mechanism
        if picture := nv.printed(data):
            self._head.print_picture(picture)
        elif took_s := nv.write_s(data):
            nv.is_writing = True
            mechanism.enqueue(Action(0, partial(self._write_graphics, data), took_s))
        else:
            mechanism.enqueue(Action(0, lambda: self._say(nv.answer(data))))

    def _write_graphics(self, data: bytes) -> None:
        self.nv.write(data)
        self.nv.is_writing = False
