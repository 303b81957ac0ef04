"""The firmware of Star printers in Line mode, with the presenter of the TUP900.

Written from the STAR Line Mode Command Specifications for line thermal printers.
"""

import re
from collections.abc import Callable
from functools import partial

from drivers.virtual import star_sensors
from drivers.virtual.commands import Command
from drivers.virtual.firmware import Say
from drivers.virtual.mechanism import Action, Mechanism
from drivers.virtual.star_commands import StarParser
from drivers.virtual.star_head import StarHead
from drivers.virtual.star_sensors import Tickets

# What may be lost without harm to the paper: questions, the beginning of one, settings anew.
_ONLY_QUESTIONS = re.compile(
    rb"(?:[\x00\x04\x05\x17]|\x1b\x06.|\x1b\x1e[aE].|\x1b\x163.|\x1b@|\x1b\x1dyI)*"
    rb"(?:\x1b(?:\x06|\x1e[aE]?|\x163?|\x1dy?)?)?",
    re.DOTALL,
)
_MARKERS = 32
_HALF_SECOND = 0.5
_RETRACT = ord("R")
_TO_CUTTER = (2, 3, 50, 51)
_STATUS, _RESET = b"\x1b\x06\x01", b"\x1b\x06\x18"
_ENQ, _EOT = 0x05, 0x04


class StarFirmware:
    """See ``Firmware``."""

    def __init__(self, mechanism: Mechanism, say: Say, forget: Callable[[], None]) -> None:
        self._mechanism = mechanism
        self._model = mechanism.model
        self._say = say
        self._forget = forget
        self._parser = StarParser()
        self._head = StarHead(mechanism)
        self._tail = bytearray()
        self._tickets = Tickets(mechanism)
        self.name = self._model.name
        self.power_up()

    def power_up(self) -> None:
        """See ``Firmware``; the memory switch has automatic status off."""
        self.reset()
        self._head.forget_symbol()
        self._markers = 0
        self._marked = False  # bit 1 of the first byte: cleared once it was told
        self._overflowed = False
        self._automatic = False
        self._told: bytes | None = None
        self._recover_s = 0.0
        self._tickets.reset()

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
        """See ``Firmware``; the next status tells it, once."""
        self._overflowed = True

    def reset(self) -> None:
        """See ``Firmware``."""
        self._parser.reset()
        self._head.reset()

    # -- status -----------------------------------------------------------------------------------

    def report(self) -> bytes:
        """See ``Firmware``."""
        if not self._automatic:
            return b""
        status = self.status()
        if status == self._told and not self._marked:
            return b""
        self._told = status
        return self._tell()

    def repeat_report(self) -> None:
        """See ``Firmware``."""
        self._told = None

    def status(self) -> bytes:
        """See ``Firmware``."""
        return star_sensors.status(
            self._mechanism,
            self._tickets,
            markers=self._markers,
            marked=self._marked,
            overflowed=self._overflowed,
        )

    def _tell(self) -> bytes:
        """The status; what is only told once is told with it."""
        status = self.status()
        self._marked = self._overflowed = False
        return status

    def hear(self, byte: int) -> None:
        """See ``Firmware``; the one-byte questions are obeyed wherever they stand."""
        self._tail.append(byte)
        del self._tail[: -len(_STATUS)]
        if self._tail == _STATUS:
            self._say(self._tell())
        elif self._tail == _RESET:
            self._forget()
            self.power_up()
        elif byte == _ENQ:
            self._say(star_sensors.enquiry(self._mechanism))
        elif byte == _EOT:
            self._say(star_sensors.end_of_transmission(self._mechanism))

    # -- commands ---------------------------------------------------------------------------------

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
        mechanism = self._mechanism
        match command.name, command.args:
            case "cut", (n,):
                self._cut(feeds=n in _TO_CUTTER)
            case "etb", _:
                self._head.end_line()
                mechanism.enqueue(Action(0, self._mark))
            case "reset_etb", _:
                mechanism.enqueue(Action(0, self._reset_markers))
            case "auto_status", (n,):
                self._automatic = n % 48 > 0
                self._told = None
            case "symbol_size", _:
                self._say(b"\x1b\x1dyI" + self._head.symbol_side().to_bytes(2, "little"))
            case "recover", _:
                mechanism.enqueue(Action(0, mechanism.retract))
            case "recover_after", (n,):
                self._recover_s = n * _HALF_SECOND
            case "count_tickets", (n,):
                count = self._tickets.recovered if n % 48 else self._tickets.delivered
                self._say(bytes((0x1B, 0x16, 0x33, n)) + count.to_bytes(4, "big"))
            case "reset_tickets", _:
                self._tickets.reset()
            case _:
                pass

    def _reset_markers(self) -> None:
        self._markers, self._marked = 0, False

    def _mark(self) -> None:
        self._markers = (self._markers + 1) % _MARKERS
        self._marked = True

    def _cut(self, *, feeds: bool) -> None:
        mechanism, model = self._mechanism, self._model
        self._head.end_line()
        if feeds:
            dots = round(model.cutter_mm * model.dots_per_mm)
            mechanism.enqueue(Action(model.cutter_mm, partial(mechanism.paper.feed, dots)))
        show = partial(mechanism.present, _RETRACT, self._recover_s)
        took_s = model.cut_s + model.present_s
        mechanism.enqueue(Action(0, show, took_s, is_cut=True, is_presenting=True))
