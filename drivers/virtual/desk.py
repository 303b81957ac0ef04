"""The virtual printer as the demonstration has it on its desk (``kiosk.demo.run.Paper``)."""

from pathlib import Path

from drivers.virtual.faults import FaultBoard
from drivers.virtual.printer import VirtualPrinter
from drivers.virtual.script import Entry, play


class VirtualPaper:
    """A printer behind a link, and everything that came out of it.

    Attributes:
        device_path: the device to open.
        faults: what can be done to it while somebody watches.
    """

    def __init__(self, model: str, folder: Path, script: tuple[Entry, ...] = ()) -> None:
        """Switch it on, and have it suffer the script."""
        self._printer = VirtualPrinter(model, link=folder / "printer")
        self.device_path = self._printer.device_path
        self.faults = FaultBoard(self._printer)
        play(script, self.faults)

    def text(self) -> str:
        """Everything on the paper, as text."""
        return "\n".join(strip.text for strip in self._printer.strips)

    def save(self, picture: Path, raw: Path) -> None:
        """Draw the paper, and write every byte that was received."""
        self._printer.save_paper(picture)
        raw.write_bytes(self._printer.bytes_received)

    def picture(self) -> tuple[int, int, bytes] | None:
        """The strip that is being printed, else the last one that was cut."""
        strips = self._printer.strips
        image = self._printer.partial_image()
        if self._printer.partial_text().strip() == "" and strips:
            image = strips[-1].image
        grey = image.convert("L")
        return grey.width, grey.height, grey.tobytes()

    def close(self) -> None:
        """Switch it off."""
        self._printer.close()
