"""The readiness report: every self-test once, as facts and as a paper."""

import shutil
from collections.abc import Iterator
from datetime import datetime

from kiosk.documents.model import Banner, Block, Document, Field, Heading, Paragraph, Rule
from kiosk.errors import KioskError
from kiosk.staff.maintenance.bodies import Check
from kiosk.staff.maintenance.look_machine import DISK_BAD_MB
from kiosk.staff.maintenance.parts import Parts
from kiosk.staff.maintenance.readiness_words import found_of
from kiosk.staff.maintenance.state import Report
from kiosk.staff.maintenance.words import gigabytes, metres, seconds
from kiosk.station import proof
from kiosk.station.integrity import read_breaches
from kiosk.store import queries, witnesses
from kiosk.visit.wording import short_instant

_LANGUAGE = "es"
"""The paper is the chamber's: Spanish whatever the screen speaks."""
NAMES = {
    "printer": "Impresora",
    "paper": "Papel",
    "central": "Conexión con la central",
    "clock": "Reloj",
    "store": "Base de datos local",
    "audit": "Cadena de auditoría",
    "integrity": "Invariantes",
    "days": "Cierres de día",
    "queue": "Mensajes pendientes",
    "unfinished": "Compras por resolver",
    "disk": "Espacio en disco",
    "key": "Clave del equipo",
}
TONES = {"good": "bien", "care": "atención", "bad": "FALLA"}
VERDICTS = {
    "ready": "LISTO PARA ATENDER",
    "limited": "LISTO, CON AVISOS",
    "not_ready": "NO ESTÁ LISTO",
}


def examine(parts: Parts, language: str = _LANGUAGE) -> Report:
    """Test everything; one part that fails does not keep the others from being tested."""
    checks = tuple(_checks(parts))
    tones = {check.tone for check in checks}
    verdict = "not_ready" if "bad" in tones else "limited" if "care" in tones else "ready"
    now = parts.time.now()
    dated = short_instant(now, _LANGUAGE)
    return Report(verdict, short_instant(now, language), checks, dated)


def _checks(parts: Parts) -> Iterator[Check]:
    fault = parts.printer.preflight(0)
    yield Check("printer", "bad" if fault else "good", word=fault.value if fault else "")
    left = parts.budget.left_mm()
    if left is None:
        yield Check("paper", "care", word="left_unknown")
    else:
        yield Check("paper", "care" if left < 8_000 else "good", metres(left, _LANGUAGE))
    begun_s = parts.clock.monotonic()
    online = parts.is_reachable()
    took = seconds(parts.clock.monotonic() - begun_s, _LANGUAGE)
    yield Check("central", "good", took) if online else Check("central", "bad", word="no_answer")
    offset = seconds(parts.time.offset.total_seconds(), _LANGUAGE)
    tone = "bad" if not parts.time.trusted else "good" if parts.time.heard else "care"
    yield Check("clock", tone, word="offset", first=offset)
    yield from _records(parts)
    free_mb = shutil.disk_usage(parts.settings.state_dir).free // 2**20
    yield Check("disk", "bad" if free_mb < DISK_BAD_MB else "good", gigabytes(free_mb, _LANGUAGE))
    yield _key(parts)


def _records(parts: Parts) -> Iterator[Check]:
    store = parts.store
    sound = store.is_sound()
    yield Check("store", "good" if sound else "bad", word="" if sound else "damaged")
    verdict = proof.verify(store)
    if verdict.problems:
        yield Check("audit", "bad", "; ".join(verdict.problems))
    else:
        sizes = str(verdict.size), str(verdict.witnessed)
        yield Check("audit", "good", word="rows", first=sizes[0], second=sizes[1])
    breaches = [b.name for b in store.read(read_breaches) if b.accepted_at is None]
    yield Check("integrity", "bad" if breaches else "good", ", ".join(breaches))
    days = [
        str(day.day)
        for day in store.read(witnesses.read_days)
        if day.outcome in ("different", "refused")
    ]
    yield Check("days", "bad" if days else "good", ", ".join(days))
    queue = queries.queue(store)
    tone = "bad" if queue.parked else "care" if queue.length else "good"
    word = "queue_parked" if queue.parked else "queue"
    yield Check("queue", tone, word=word, first=str(queue.length), second=str(queue.parked))
    waiting = queries.count_waiting(store)
    yield Check("unfinished", "care" if waiting else "good", str(waiting) if waiting else "")


def _key(parts: Parts) -> Check:
    try:
        parts.key()
    except KioskError as error:
        return Check("key", "bad", error.code)
    return Check("key", "good")


def as_document(report: Report, parts: Parts, who: str) -> Document:
    """The report as a paper; of persons only the staff member's own login."""
    device = parts.device
    blocks: list[Block] = [
        Heading("Informe de preparación", 1),
        Banner(VERDICTS[report.verdict]),
        Field("Punto de venta", device.point_of_sale, strong=True),
        Field("Equipo", device.device_id.rpartition("-")[2]),
        Field("Versión", parts.version),
        Field("Fecha", report.dated),
        Field("Técnico", who),
        Rule(),
    ]
    blocks += [_line(check) for check in report.checks]
    blocks += [Rule(), Paragraph("No es un certificado. Guárdelo con la hoja del equipo.", "small")]
    return Document("report", "Informe de preparación", tuple(blocks))


def _line(check: Check) -> Field:
    found = found_of(check)
    said = TONES[check.tone] + (f" · {found}" if found else "")
    return Field(NAMES[check.code], said, strong=check.tone == "bad")


def file_name(at: datetime) -> str:
    """Where a saved report is found again.

    >>> from datetime import UTC
    >>> file_name(datetime(2026, 11, 21, 15, 35, 9, tzinfo=UTC))
    'readiness-20261121-153509.pdf'
    """
    return f"readiness-{at:%Y%m%d-%H%M%S}.pdf"
