"""The serial lines of this machine as its maintenance asks for them."""

from pathlib import Path

from drivers.printer.discover import Trust, find, serial_devices
from drivers.printer.printer import EscPosPrinter
from kiosk.staff.maintenance.workshop import LineAnswer


class SerialLines:
    """Every line, the printer's own among them: it is lent for the time of the question."""

    def __init__(self, printer: EscPosPrinter, device: str) -> None:
        """``device``: the printer's, as the settings name it."""
        self._printer = printer
        self._device = device

    def devices(self) -> tuple[str, ...]:
        """By the name that stays the same when a cable is put elsewhere; the printer's first."""
        others = [one for one in serial_devices() if not self.is_the_printers(one)]
        return (self._device, *sorted(others))

    def is_the_printers(self, device: str) -> bool:
        """Whether this is the line that the settings name, by whatever name."""
        return Path(device).resolve() == Path(self._device).resolve()

    def ask(self, device: str) -> LineAnswer:
        """Ask on this line at every speed; takes some ten seconds where nobody answers."""
        if not self.is_the_printers(device):
            return _asked(device)
        with self._printer.lend():
            return _asked(device)


def _asked(device: str) -> LineAnswer:
    found = find([device])
    if not found:
        return LineAnswer(device, "silent")
    [one] = found
    line = f"{one.baud} 8{one.parity}1"
    return LineAnswer(device, Trust(one.trust).value, line, one.profile, one.name)
