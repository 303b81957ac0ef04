"""Looks at the printer with its line: what it is, its status bytes, what went over the wire.

The first page is the printer as a person sees it, the second what it is inside, the third its
status bytes; behind them stands the trace. What a model cannot tell is said to be so.
"""

from datetime import datetime

from kiosk.staff.maintenance import look_printer
from kiosk.staff.maintenance.bench import Bench
from kiosk.staff.maintenance.bodies import Fact, Found
from kiosk.staff.maintenance.events import Look
from kiosk.staff.maintenance.line_rows import ByteRow, WireRow
from kiosk.staff.maintenance.look_machine import page_of
from kiosk.staff.maintenance.workshop import StatusByte, TraceLine, Workshop
from kiosk.visit.wording import BOGOTA

WIRE_ROWS = 8
_PAGES_BEFORE = 3
_HEX_BYTES = 12
_NAMES = {"eot": "DLE EOT", "asb": "ASB", "full": "FULL STATUS", "star": "STAR ASB"}
_CARE = frozenset({"near_end", "ticket", "taken", "motor", "offline"})
_HEAD_HOT = "head_hot"


def printer(bench: Bench, look: Look) -> Found:
    """Page 1: state and model; 2: inside; 3: status bytes; from 4 on: the trace."""
    workshop = bench.parts.model().workshop
    lines = () if workshop is None else workshop.trace()
    status = () if workshop is None else workshop.status_bytes()
    page, pages = page_of(look.page, _PAGES_BEFORE * WIRE_ROWS + len(lines), WIRE_ROWS)
    match page:
        case 1:
            found = bench.found.get("printer", ())
            return Found((*look_printer.outside(bench.parts), *found), page=page, pages=pages)
        case 2:
            told = look_printer.inside(bench.parts, bench.language)
            return Found((*told, _head(workshop, status)), page=page, pages=pages)
        case 3:
            return Found(page=page, pages=pages, status=tuple(map(_byte, status)))
        case _:
            first = (page - 1 - _PAGES_BEFORE) * WIRE_ROWS
            wire = tuple(map(_wire, lines[first : first + WIRE_ROWS]))
            return Found(page=page, pages=pages, wire=wire)


def _head(workshop: Workshop | None, status: tuple[StatusByte, ...]) -> Fact:
    """No model tells a temperature in degrees; many tell that the head is too hot."""
    if workshop is None or _HEAD_HOT not in workshop.knows or not status:
        return Fact("head", word="cannot_tell")
    is_hot = any(_HEAD_HOT in byte.codes for byte in status)
    return Fact("head", "bad", "head_too_hot") if is_hot else Fact("head", "good", "head_fine")


def _byte(byte: StatusByte) -> ByteRow:
    kind = byte.name.rstrip("0123456789")
    tone = "good" if not byte.codes else "care" if _CARE.issuperset(byte.codes) else "bad"
    return ByteRow(
        f"{_NAMES.get(kind, kind)} {byte.name[len(kind) :]}",
        f"{byte.value:02X}",
        f"{byte.value >> 4:04b} {byte.value & 0xF:04b}",
        byte.codes,
        tone,
    )


def _wire(line: TraceLine) -> WireRow:
    shown = line.data[:_HEX_BYTES].hex(" ").upper()
    return WireRow(
        clock_time(line.at),
        line.is_out,
        line.size,
        tuple(code for code, _ in line.said),
        tuple(count for _, count in line.said),
        shown + (" …" if len(line.data) > _HEX_BYTES else ""),
        line.times,
    )


def clock_time(at: datetime) -> str:
    """A time of today, to the millisecond.

    >>> from datetime import UTC
    >>> clock_time(datetime(2026, 11, 21, 15, 35, 9, 42_000, tzinfo=UTC))
    '10:35:09.042'
    """
    return f"{at.astimezone(BOGOTA):%H:%M:%S}.{at.microsecond // 1000:03d}"
