"""The barcode reader: is it there, what kind of symbol came last, a symbol read on trial.

Nothing of what a symbol says is here: only its kind and its length.
"""

from kiosk.staff.maintenance.bench import Bench, Deed, failed
from kiosk.staff.maintenance.bodies import Fact, Found
from kiosk.staff.maintenance.events import Do, Look
from kiosk.staff.maintenance.look_line import clock_time
from kiosk.staff.maintenance.reading import BarcodeReader
from kiosk.staff.maintenance.state import Told

TRIAL_S = 20.0
"""To find a document in a pocket and hold it before the reader."""


def scanner(bench: Bench, _look: Look) -> Found:
    """The reader of the settings, and the last thing that it read."""
    reader = bench.parts.reader()
    settings = bench.parts.settings.scanner
    return Found(
        (
            _state(reader),
            Fact("scanner_device", value=settings.device or "—"),
            Fact("scanner_line", value=f"{settings.baud} 8N1 · {settings.suffix}"),
            _last(reader),
        )
    )


def _state(reader: BarcodeReader | None) -> Fact:
    if reader is None:
        return Fact("scanner", "info", "reader_none")
    if reader.is_connected:
        return Fact("scanner", "good", "reader_there")
    return Fact("scanner", "bad", "reader_gone")


def _last(reader: BarcodeReader | None) -> Fact:
    frame = None if reader is None else reader.last_frame
    if frame is None:
        return Fact("last_frame", word="nothing_read")
    size = f"{frame.size} B · {clock_time(frame.at)}"
    return Fact("last_frame", "info", f"frame_{frame.kind}", size)


def _test_scan(bench: Bench, effect: Do) -> Told:
    reader = bench.parts.reader()
    if reader is None or not reader.is_connected:
        return failed(effect, "reader_gone")
    frame = reader.await_frame(TRIAL_S)
    if frame is None:
        return failed(effect, "nothing_read")
    tone = "care" if frame.kind == "unknown" else "good"
    return Told(effect.act, f"read_{frame.kind}", str(frame.size), tone)


DEEDS: dict[str, Deed] = {"test_scan": _test_scan}
