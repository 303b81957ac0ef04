"""A virtual printer on a pseudo-terminal with a driver on the other end, for tests of any layer."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from drivers.printer.job import JobLimits
from drivers.printer.link import LinkLimits
from drivers.printer.printer import EscPosPrinter
from drivers.printer.profile import Flow, Profile, load_profile
from drivers.printer.transport import serial_port_factory
from drivers.virtual import VirtualPrinter
from drivers.virtual.cable import Wiring
from drivers.virtual.models import Model
from kiosk.documents.model import (
    Banner,
    Column,
    Document,
    Field,
    Heading,
    Logo,
    Paragraph,
    QrCode,
    Rule,
    Space,
    Table,
    plain_text,
)

EPSON, CUSTOM, STAR = "epson-tm-t20iii", "custom-vkp80iii", "star-tup900"
FAST = 50.0  # times a real printer
SHORT_JOB = JobLimits(
    hold_s=0.6, stall_s=1.5, copy_s=30.0, delivery_s=1.0, poll_s=0.05, head_factor=0.1
)
SHORT_LINK = LinkLimits(
    reply_s=0.5, quiet_s=0.05, counter_s=0.6, clear_s=1.2, drain_s=0.6, pace_s=0.05
)
# For a printer that works on a machine that has other things to do: only people are not waited for.
CALM_JOB = replace(SHORT_JOB, stall_s=15.0, delivery_s=15.0, copy_s=60.0)
CALM_LINK = LinkLimits(reply_s=3.0, quiet_s=0.05, counter_s=3.0, clear_s=3.0, drain_s=3.0)


class RealClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return monotonic()


@dataclass
class Bench:
    """Both ends of the line."""

    virtual: VirtualPrinter
    driver: EscPosPrinter


@contextmanager
def printer_bench(
    folder: Path,
    profile: str | Profile = EPSON,
    *,
    played_by: Model | None = None,
    speed: float | None = FAST,
    baud: int | None = None,
    flow: Flow | None = None,
    wiring: Wiring | None = None,
    job_limits: JobLimits = SHORT_JOB,
    link_limits: LinkLimits = SHORT_LINK,
) -> Iterator[Bench]:
    """Start a virtual printer and a driver that talks to it; no watching thread, limits short.

    ``played_by``: another model than the one that the profile is for. ``wiring``: a cable with
    modem lines in place of a pseudo-terminal.
    """
    link = folder / "printer"
    model = load_profile(profile) if isinstance(profile, str) else profile
    played = played_by or model.name
    with VirtualPrinter(played, link=link, speed=speed, baud=baud, wiring=wiring) as virtual:
        driver = EscPosPrinter(
            serial_port_factory(virtual.device_path if wiring else str(link), model.serial, flow),
            model,
            RealClock(),
            job_limits=job_limits,
            link_limits=link_limits,
            poll_s=None,
        )
        try:
            yield Bench(virtual, driver)
        finally:
            driver.close()


def holds(text: str, document: Document) -> bool:
    """True if every word of the document stands in the text, in order."""
    at = 0
    for word in plain_text(document).split():
        at = text.find(word, at) + len(word)
        if at < len(word):
            return False
    return True


_LEGAL_TEXT = (
    "Que por documento privado del catorce de marzo de dos mil diecinueve, inscrito en esta cámara "
    "de comercio bajo el número 00012345 del libro noveno del registro mercantil, se constituyó la "
    "sociedad comercial denominada «ALMACÉN EL ÑANDÚ S.A.S.», de naturaleza comercial, con término "
    "de duración indefinido y domicilio en el municipio de Santa Rosa del Ejemplo."
)


def make_document(paragraphs: int = 3, code: str = "EJ3MPL0001") -> Document:
    """A certificate with every kind of block; 3 paragraphs make one sheet, 36 make three."""
    url = f"https://verificar.example.invalid/{code}"
    return Document(
        kind="certificate",
        title="Certificado de existencia y representación legal",
        footer=f"Código de verificación {code}",
        blocks=(
            Banner("DEMOSTRACIÓN SIN VALIDEZ JURÍDICA"),
            Logo("camara", "CÁMARA DE COMERCIO DE SANTA ROSA DEL EJEMPLO"),
            Heading("CERTIFICADO DE EXISTENCIA Y REPRESENTACIÓN LEGAL", 1),
            Field("Fecha de expedición", "2026/11/21 - 10:15:00"),
            Field("CÓDIGO DE VERIFICACIÓN", code, strong=True),
            Rule(),
            Heading("CERTIFICA"),
            *(Paragraph(f"{number}. {_LEGAL_TEXT}") for number in range(1, paragraphs + 1)),
            Table(
                (
                    Column("Capital", 2),
                    Column("Valor", 2, "right"),
                    Column("No. de acciones", 1, "right"),
                ),
                (
                    ("Autorizado", "$ 120.000.000", "1.200"),
                    ("Suscrito y pagado", "$ 80.000.000", "800"),
                ),
            ),
            Space(1),
            QrCode(url, url),
            Paragraph("Consérvese lejos del calor y de la luz.", style="small"),
            Paragraph("*** FINAL DEL CERTIFICADO ***", style="strong", align="center"),
        ),
    )
