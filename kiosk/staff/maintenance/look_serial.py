"""Looks at the serial lines: the printer's own, which there are, who answered on them."""

from collections.abc import Iterator

from kiosk.staff.maintenance.bench import Bench
from kiosk.staff.maintenance.bodies import Fact, Found, Row
from kiosk.staff.maintenance.events import Look
from kiosk.staff.maintenance.look_machine import page_of
from kiosk.staff.maintenance.workshop import LineAnswer, Workshop

LINE_ROWS = 4
_BY_ID = "/dev/serial/by-id/"
_TONES = {"named": "good", "kind": "care", "speaks": "care", "noise": "bad"}


def serial(bench: Bench, look: Look) -> Found:
    """The line of the settings, and every line of the machine with its answer."""
    model = bench.parts.model()
    rows = tuple(_rows(bench))
    page, pages = page_of(look.page, len(rows), LINE_ROWS)
    first = (page - 1) * LINE_ROWS
    facts = (
        Fact("line", value=model.line),
        _busy_wire(model.workshop),
        *bench.found.get("serial", ()),
    )
    return Found(facts, rows[first : first + LINE_ROWS], page, pages)


def _busy_wire(workshop: Workshop | None) -> Fact:
    """The wire by which the printer stops the host, as it is at this moment."""
    ready = None if workshop is None else workshop.busy_wire()
    if ready is None:
        return Fact("busy_wire", word="wire_unreadable")
    return Fact("busy_wire", "good", "wire_go") if ready else Fact("busy_wire", "care", "wire_stop")


def _rows(bench: Bench) -> Iterator[Row]:
    lines = bench.parts.model().lines
    for device in () if lines is None else lines.devices():
        is_printer = lines is not None and lines.is_the_printers(device)
        is_scanner = device == bench.parts.settings.scanner.device
        code = "line_printer" if is_printer else "line_scanner" if is_scanner else "line_other"
        answer = bench.answers.get(device)
        if answer is None:
            word = "line_listened" if is_scanner else "line_not_asked"
            yield Row(code, "", _short(device), word=word)
        else:
            tone = _TONES.get(answer.trust, "info")
            heard = _heard(answer)
            yield Row(code, "", _short(device), heard, f"line_{answer.trust}", tone=tone)


def _short(device: str) -> str:
    """A name by which a cable is known says enough without its folder."""
    return device.removeprefix(_BY_ID)


def _heard(answer: LineAnswer) -> str:
    """Speed, name and profile, as far as there are any."""
    return " · ".join(part for part in (answer.line, answer.name, answer.profile) if part)
