"""Everything that can go wrong with a printer, by name: set it, clear it, list it.

For scripts, the maintenance screen and whoever types on the printer's console. What needs a person
to mend (paper, cover, a jam) is cleared the way that person would do it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from typing import Literal

from drivers.virtual.mechanism import ROLL_MM
from drivers.virtual.printer import VirtualPrinter

Hand = Callable[[VirtualPrinter], object]
Switch = Callable[[VirtualPrinter, bool], object]
Unit = Literal["", "s", "mm"]


class FaultRefused(ValueError):
    """There is no such fault, or it makes no sense so."""


@dataclass(frozen=True)
class Kind:
    """One thing that can go wrong.

    Attributes:
        name: in scripts and commands.
        strike: how it begins; takes the amount, 0 where there is none.
        clear: how it is mended; None where it is over at once.
        unit: of the amount it takes; empty: it takes none.
        needs_presenter: it makes no sense on a printer without one.
    """

    name: str
    strike: Callable[[VirtualPrinter, float], object]
    clear: Hand | None = None
    unit: Unit = ""
    needs_presenter: bool = False

    @property
    def lasts(self) -> bool:
        """Whether it stays until it is mended."""
        return self.clear is not None


def _switch(do: Switch, name: str) -> Kind:
    """A fault that is on or off."""
    return Kind(name, lambda p, _: do(p, True), lambda p: do(p, False))


def _jam(do: Switch, name: str, *, needs_presenter: bool = False) -> Kind:
    """One that some models report, mended or not, until they are switched off and on."""

    def free(printer: VirtualPrinter) -> None:
        do(printer, False)
        printer.power_cycle()

    return Kind(name, lambda p, _: do(p, True), free, needs_presenter=needs_presenter)


def _switch_off(printer: VirtualPrinter, _amount: float) -> None:
    printer.power_cycle()
    printer.unplug()


_CALLS_ITSELF = "RP-80X"
_XOFF, _XON = b"\x13", b"\x11"
_ALL = (
    Kind("paper_out", lambda p, _: p.paper_out(), lambda p: p.load_paper()),
    Kind(
        "paper_low", lambda p, mm: p.set_paper_left(mm), lambda p: p.set_paper_left(ROLL_MM), "mm"
    ),
    Kind("cover_open", lambda p, _: p.open_cover(), lambda p: p.close_cover()),
    _switch(VirtualPrinter.head_hot, "head_hot"),
    _jam(VirtualPrinter.cutter_jam, "cutter_jam"),
    _switch(VirtualPrinter.paper_jam, "paper_jam"),
    _jam(VirtualPrinter.presenter_jam, "presenter_jam", needs_presenter=True),
    _switch(VirtualPrinter.mute, "silent"),
    Kind("late_answers", lambda p, s: p.answer_late(s), lambda p: p.answer_late(0), "s"),
    Kind("unplugged", lambda p, _: p.unplug(), lambda p: p.replug()),
    Kind("switched_off", _switch_off, lambda p: p.replug()),
    Kind("power_cut", lambda p, _: p.power_cycle()),
    Kind("brown_out", lambda p, _: p.brown_out()),
    _switch(VirtualPrinter.cut_flow_wire, "no_busy_wire"),
    Kind("half_answer", lambda p, _: p.inject(b"\x37\x22@@")),
    Kind("stray_status", lambda p, _: p.inject(b"\x12\x12")),
    Kind("stray_xoff", lambda p, _: p.inject(_XOFF), lambda p: p.inject(_XON)),
    Kind(
        "status_in_answer",
        lambda p, _: p.interrupt_answers(b""),
        lambda p: p.interrupt_answers(None),
    ),
    Kind(
        "xoff_in_answer",
        lambda p, _: p.interrupt_answers(_XOFF + _XON),
        lambda p: p.interrupt_answers(None),
    ),
    Kind("other_name", lambda p, _: p.call_itself(_CALLS_ITSELF), lambda p: p.call_itself(None)),
    Kind("ticket_taken", lambda p, _: p.take_ticket(), needs_presenter=True),
)
KINDS = {kind.name: kind for kind in _ALL}


def find(name: str) -> Kind:
    """The fault of that name.

    Raises:
        FaultRefused: there is none.
    """
    if name not in KINDS:
        raise FaultRefused(f"no fault is called {name!r}; there are {', '.join(sorted(KINDS))}")
    return KINDS[name]


def check(name: str, amount: float | None, *, lasts: bool, has_presenter: bool = True) -> Kind:
    """The fault of that name, if it can be had so.

    Args:
        name: one of ``KINDS``.
        amount: as its unit says; None where it takes none.
        lasts: whether an end is asked for.
        has_presenter: whether the printer has one.

    Raises:
        FaultRefused: with what is wrong, for the person who asked.
    """
    kind = find(name)
    if kind.unit and amount is None:
        raise FaultRefused(f"{name} needs an amount in {kind.unit}")
    if amount is not None and not kind.unit:
        raise FaultRefused(f"{name} takes no amount")
    if amount is not None and not 0 < amount < inf:
        raise FaultRefused(f"{name}: {amount:g} {kind.unit} is no amount")
    if lasts and kind.clear is None:
        raise FaultRefused(f"{name} is over at once; it cannot last")
    if kind.needs_presenter and not has_presenter:
        raise FaultRefused(f"{name}: this printer has no presenter")
    return kind


class FaultBoard:
    """The faults of one virtual printer. Every method may be called from any thread."""

    def __init__(self, printer: VirtualPrinter) -> None:
        self.printer = printer
        self._active: dict[str, object] = {}

    @property
    def known(self) -> tuple[Kind, ...]:
        """What this printer can suffer, the commonest first."""
        has_presenter = self.printer.model.has_presenter
        return tuple(kind for kind in _ALL if has_presenter or not kind.needs_presenter)

    @property
    def active(self) -> tuple[str, ...]:
        """What was set and not cleared, oldest first; what is over at once never stands here."""
        return tuple(self._active)

    def set(self, name: str, amount: float | None = None, lasts_s: float | None = None) -> None:
        """Let it happen now.

        Args:
            name: one of ``known``.
            amount: where the fault has one: seconds or millimetres.
            lasts_s: cleared by itself after so many seconds of the printer's; None: by ``clear``.

        Raises:
            FaultRefused: there is no such fault, or not like that.
        """
        has_presenter = self.printer.model.has_presenter
        kind = check(name, amount, lasts=lasts_s is not None, has_presenter=has_presenter)
        if lasts_s is not None and not 0 < lasts_s < inf:
            raise FaultRefused(f"{name}: it cannot last {lasts_s:g} s")
        mark = object()  # who set it again in the meantime does not want it cleared
        if kind.clear is not None:
            self._active[name] = mark
        kind.strike(self.printer, amount or 0.0)
        if lasts_s is not None:
            self.printer.after_s(lasts_s, lambda: self._clear_if(name, mark))

    def clear(self, name: str | None = None) -> None:
        """Mend one fault, or all.

        Raises:
            FaultRefused: there is no such fault, or it is over at once.
        """
        for each in self.active if name is None else (name,):
            clear = find(each).clear
            if clear is None:
                raise FaultRefused(f"{each} is over at once; there is nothing to clear")
            self._active.pop(each, None)
            clear(self.printer)

    def _clear_if(self, name: str, mark: object) -> None:
        if self._active.get(name) is mark:
            self.clear(name)
