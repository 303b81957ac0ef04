"""How fast paper comes out, against what line and head can do by their data sheets.

Measured between the proofs of a strip's parts, so that neither start nor cut count. The strip is
text, as a certificate is: its bytes and its millimetres belong together, and what is slower of line
and head is what a certificate waits for.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from babel.numbers import format_decimal

from kiosk.documents.model import Banner, Document, Paragraph
from kiosk.locales import LOCALES
from kiosk.ports import PrintProgress
from kiosk.purchase.paper import prove_paper
from kiosk.staff.maintenance.bench import Bench, Deed, failed
from kiosk.staff.maintenance.bodies import Fact
from kiosk.staff.maintenance.events import Do
from kiosk.staff.maintenance.parts import PrinterModel
from kiosk.staff.maintenance.state import Told

_LINES = 90
_LINE = "PRUEBA DE VELOCIDAD 0123456789 abcdefghijklmnñopqrstuvwxyz"
_SLOW_PERCENT = 70
"""Of the expected speed: less is a wrong cable, a wrong speed, or a tired head."""


@dataclass(frozen=True)
class Measured:
    """A strip's speed: bytes and millimetres a second, and the share of what was to be expected."""

    bytes_s: float
    mm_s: float
    share: float
    line_limits: bool


def speed_strip() -> Document:
    """Some 440 mm of text on paper of 80 mm."""
    lines = tuple(Paragraph(f"{number:02d} {_LINE}", "small") for number in range(1, _LINES + 1))
    return Document("test_page", "Prueba de velocidad", (Banner("SIN VALIDEZ"), *lines))


def measure(
    marks: Sequence[tuple[float, float]], length_mm: int, size_bytes: int, model: PrinterModel
) -> Measured | None:
    """From the times at which parts were proved.

    Args:
        marks: monotonic time and the fraction of the paper proved by then, in order.
        length_mm: of the whole paper.
        size_bytes: likewise.
        model: with what line and head can do.

    Returns:
        None where the strip has too few parts, or no time passed.
    """
    proved = [(at_s, share) for at_s, share in marks if 0 < share < 1]
    if len(proved) < 2:
        return None
    (from_s, first), (until_s, last) = proved[0], proved[-1]
    took_s, share = until_s - from_s, last - first
    if took_s <= 0 or share <= 0 or not model.bytes_s or not model.speed_mm_s:
        return None
    mm_s, bytes_s = share * length_mm / took_s, share * size_bytes / took_s
    by_line = model.bytes_s * length_mm / size_bytes
    expected = min(by_line, model.speed_mm_s)
    return Measured(bytes_s, mm_s, mm_s / expected, by_line < model.speed_mm_s)


def _speed_test(bench: Bench, effect: Do) -> Told:
    parts, model = bench.parts, bench.parts.model()
    marks: list[tuple[float, float]] = []

    held = []

    def note(progress: PrintProgress) -> None:
        marks.append((parts.clock.monotonic(), progress.fraction))
        held.append(progress.waiting_for is not None)

    attempt = prove_paper(parts.journal, parts.printer, speed_strip(), note)
    if attempt.reason:
        return failed(effect, attempt.reason)
    found = measure(marks, attempt.length_mm, attempt.size_bytes, model)
    if found is None or any(held):  # a printer that waited for a hand tells nothing of its speed
        return failed(effect, "speed_unmeasured")
    percent = round(found.share * 100)  # judged as it is shown
    slow = percent < _SLOW_PERCENT
    tone = "care" if slow else "good"
    line, head = (tone, "info") if found.line_limits else ("info", tone)
    bench.found["printer"] = (
        Fact("speed_line", line, value=_of(found.bytes_s, model.bytes_s, "B/s", bench.language)),
        Fact("speed_head", head, value=_of(found.mm_s, model.speed_mm_s, "mm/s", bench.language)),
    )
    return Told(effect.act, "speed_slow" if slow else "speed_good", f"{percent} %", tone)


def _of(measured: float, possible: float, unit: str, language: str) -> str:
    """What was measured, of what is possible."""
    shown = (format_decimal(round(n), locale=LOCALES[language]) for n in (measured, possible))
    return f"{' / '.join(shown)} {unit}"


DEEDS: dict[str, Deed] = {"speed_test": _speed_test}
