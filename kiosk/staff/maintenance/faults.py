"""The port to a printer that can be told to fail: only a demonstration has one.

The maintenance knows no virtual printer. Where the composition root gives it such a port, its
rehearsal offers the faults as switches; without one there is nothing to show.
"""

from collections.abc import Sequence
from typing import Literal, Protocol

from kiosk.staff.maintenance.bodies import Switch

AMOUNTS = {"mm": (100, 300, 1_000, 3_000), "ms": (200, 500, 1_000, 3_000)}
"""What a fault can be had with, by the unit that the screen shows."""
_MS = 1_000


class FaultKind(Protocol):
    """One thing that can go wrong."""

    @property
    def name(self) -> str:
        """A code."""
        ...

    @property
    def unit(self) -> Literal["", "s", "mm"]:
        """Of the amount that it takes; empty: it takes none."""
        ...

    @property
    def lasts(self) -> bool:
        """Whether it stays until it is mended."""
        ...


class FaultPort(Protocol):
    """Hands inside the printer; every member may be used from any thread."""

    @property
    def known(self) -> Sequence[FaultKind]:
        """What this printer can suffer."""
        ...

    @property
    def active(self) -> Sequence[str]:
        """What was set and not cleared."""
        ...

    def set(self, name: str, amount: float | None = None) -> None:
        """Let it happen now, with an amount in the fault's unit. Raises ``ValueError``."""
        ...

    def clear(self, name: str | None = None) -> None:
        """Mend one fault, or all. Raises ``ValueError``."""
        ...


def switches(port: FaultPort) -> tuple[Switch, ...]:
    """Every fault as a switch, in an order that does not change under the finger."""
    active = port.active
    return tuple(
        Switch(kind.name, kind.name in active, kind.lasts, *_amounts(kind.unit))
        for kind in port.known
    )


def _amounts(unit: str) -> tuple[str, tuple[int, ...]]:
    shown = "ms" if unit == "s" else unit
    return shown, AMOUNTS.get(shown, ())


def strike(port: FaultPort, name: str, amount: int) -> None:
    """Let a fault happen; ``amount`` in the unit of its switch, 0 for none.

    Raises:
        ValueError: there is no such fault, or not like that.
    """
    kind = next((kind for kind in port.known if kind.name == name), None)
    if kind is None:
        raise ValueError(f"no fault is called {name!r}")
    given = amount / _MS if kind.unit == "s" else float(amount)
    port.set(name, given if kind.unit else None)
