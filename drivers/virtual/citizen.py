"""The firmware of the Citizen PPU-700: ESC/POS with a presenter, and status bytes of its own.

Written from the PPU-700 command reference p. 57-58 and 121. What that reference does not tell, a
command that is answered once a copy is printed and a sign of a reset, is not played here either.
"""

from functools import partial

from drivers.virtual.commands import Command
from drivers.virtual.escpos import EscPosFirmware
from drivers.virtual.mechanism import Action, Mechanism

_RETRACT = ord("R")
_COLLECT_NOW, _COLLECT_AFTER = 0x30, 0x31


def real_time(m: Mechanism, n: int) -> bytes:
    """The answer to ``DLE EOT n``, 1 to 6: pattern 0xx1xx10."""
    has_error = m.cutter_error or m.head_hot or m.presenter_error or m.paper_jammed
    bits = {
        1: 0x08 * m.stopped,
        2: 0x04 * m.cover_open | 0x20 * (not m.paper_present) | 0x40 * has_error,
        3: 0x04 * (m.presenter_error or m.paper_jammed) | 0x08 * m.cutter_error | 0x40 * m.head_hot,
        4: 0x0C * m.near_end | 0x20 * (not m.paper_present) | 0x40 * (m.ticket is not None),
        5: 0x04 * m.cover_open | 0x08 * m.head_hot,
        6: 0,
    }
    return bytes((0x12 | bits[n],))


def automatic(m: Mechanism) -> bytes:
    """Automatic status back: the third byte has the sensor of the presenter."""
    return bytes(
        (
            0x10 | 0x08 * m.stopped | 0x20 * m.cover_open,
            0x08 * m.cutter_error | 0x40 * m.head_hot,
            0x03 * m.near_end | 0x04 * (not m.paper_present) | 0x08 * (m.ticket is not None),
            0x0F,
        )
    )


class CitizenFirmware(EscPosFirmware):
    """See ``Firmware``."""

    _collect_s = 0

    def power_up(self) -> None:
        """See ``Firmware``."""
        super().power_up()
        self._collect_s = 0

    def status(self) -> bytes:
        """See ``Firmware``."""
        return automatic(self._mechanism)

    def _real_time(self, what: str, n: int) -> None:
        if what == "status":
            if n in range(1, 7):
                self._say(real_time(self._mechanism, n))
        elif what == "clear":
            self._forget()
            self._say(b"\x37\x25\x00")

    def _execute(self, command: Command) -> None:
        mechanism = self._mechanism
        match command.name, command.args:
            case "cut_here", _:
                self._cut()
            case "cut_after_feed", (units,):
                self._head.handle(Command("feed", (units,)))
                dots = round(self._model.cutter_mm * self._model.dots_per_mm)
                feed = partial(mechanism.paper.feed, dots)
                mechanism.enqueue(Action(self._model.cutter_mm, feed))
                self._cut()
            case "collector", (what, *_) if what == _COLLECT_NOW:
                mechanism.enqueue(Action(0, mechanism.retract))
            case "collector", (what, seconds) if what == _COLLECT_AFTER:
                self._collect_s = seconds
            case "extended", (kind,) if kind == ord("H"):
                self.unknown.append(b"\x1d(H")
            case "ident", _:
                pass  # what it calls itself is not known
            case _:
                super()._execute(command)

    def _cut(self) -> None:
        """The presenter pushes out what is cut, and pulls it back after the time that was set."""
        show = partial(self._mechanism.present, _RETRACT, self._collect_s)
        took_s = self._model.cut_s + self._model.present_s
        self._mechanism.enqueue(Action(0, show, took_s, is_cut=True, is_presenting=True))
