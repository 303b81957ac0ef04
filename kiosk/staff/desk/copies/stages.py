"""Stages of a certificate that is printed again as a copy."""

from dataclasses import dataclass, field

from kiosk.contract.staff import certificates as c
from kiosk.identity import IdType
from kiosk.purchase.order import PurchaseProgress, PurchaseResult
from kiosk.staff.desk.form import Form


@dataclass(frozen=True)
class Certificates:
    """The search, and once something was ``found`` the list with the chosen one (its ``op_id``)."""

    id_type: IdType = IdType.CC
    form: Form = field(default_factory=Form)
    found: c.SoldCertificates | None = None
    chosen: str = ""
    error: str = ""

    @property
    def listed(self) -> tuple[c.SoldCertificate, ...]:
        """What was found, newest first."""
        return self.found.certificates if self.found else ()

    @property
    def sold(self) -> c.SoldCertificate | None:
        """The chosen one."""
        return next((each for each in self.listed if each.op_id == self.chosen), None)


@dataclass(frozen=True)
class Copying:
    """The reason for a copy; ``copy_id`` is what it was asked for under, until another is typed."""

    back: Certificates
    sold: c.SoldCertificate
    form: Form = field(default_factory=Form)
    copy_id: str = ""
    error: str = ""


@dataclass(frozen=True)
class PrintingCopy:
    """The engine works; nothing can be pressed before it has ended."""

    back: Certificates
    sold: c.SoldCertificate
    reason: str
    progress: PurchaseProgress | None = None


@dataclass(frozen=True)
class CopyTold:
    """How it ended; ``result`` None: the engine broke off, and nobody here knows.

    ``file`` is the PDF it was kept as where there is no printer.
    """

    back: Certificates
    sold: c.SoldCertificate
    reason: str
    result: PurchaseResult | None
    file: str = ""


CopyStage = Certificates | Copying | PrintingCopy | CopyTold
