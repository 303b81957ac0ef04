"""What the screens of copies draw; the rules of ``kiosk.staff.desk.views`` hold here too."""

from dataclasses import dataclass

from kiosk.staff.desk.lines import FieldLine, KeyLine
from kiosk.visit.views import Choice


@dataclass(frozen=True)
class CertificateLine:
    """A certificate in the list; ``worth``: valid | in_process | void."""

    certificate: str
    code: str
    at: str
    name: str
    about: str
    worth: str
    selected: bool


@dataclass(frozen=True)
class CertificatePaper:
    """The chosen certificate: what it was. ``copies`` came out, ``free`` are left."""

    code: str
    state: str
    name: str
    registration: str
    about: str
    at: str
    place: str
    order: str
    recovery_code: str
    receipt: str
    holder: str
    price: str
    copies: int
    free: int


@dataclass(frozen=True)
class CertificatesBody:
    """The search, or what it found; ``no_copy``: why the chosen one cannot be printed again."""

    id_types: tuple[Choice, ...]
    fields: tuple[FieldLine, ...]
    found: bool
    rows: tuple[CertificateLine, ...]
    page: int
    pages: int
    cut: bool
    sold: CertificatePaper | None
    no_copy: str
    error: str
    keys: tuple[KeyLine, ...]


@dataclass(frozen=True)
class CopyingBody:
    """Why it is printed again; ``roll``: on paper, else it is kept as PDF."""

    sold: CertificatePaper
    roll: bool
    fields: tuple[FieldLine, ...]
    error: str
    keys: tuple[KeyLine, ...] = ()


@dataclass(frozen=True)
class CopyPrintingBody:
    """The engine's progress."""

    sold: CertificatePaper
    progress: float
    remaining_s: int
    waiting_for: str
    keys: tuple[KeyLine, ...] = ()


@dataclass(frozen=True)
class CopyToldBody:
    """How it ended. ``ended``: printed | kept | late | none | unknown.

    ``late``: it came out and central will count it when it hears of it. ``trouble`` is the
    printer's fault or the engine's reason, ``file`` the PDF.
    """

    sold: CertificatePaper
    ended: str
    trouble: str
    file: str
    keys: tuple[KeyLine, ...]


CopyBody = CertificatesBody | CopyingBody | CopyPrintingBody | CopyToldBody
