"""Stages of what was written down: shifts and their closes, reports, receipts."""

from dataclasses import dataclass, field
from typing import Literal

from kiosk.contract.staff import receipts as c
from kiosk.contract.staff import reports as m
from kiosk.contract.staff import shifts as s
from kiosk.identity import IdType
from kiosk.staff.desk.copies.stages import CopyStage
from kiosk.staff.desk.form import Form
from kiosk.staff.desk.paper import Paper


@dataclass(frozen=True)
class Records:
    """What there is to look up; ``chosen`` is its code."""

    chosen: str = ""


@dataclass(frozen=True)
class Shifts:
    """Shifts and their closes, the newest first; ``told`` is what became of a decision.

    ``report`` is the one of a close that was asked for.
    """

    shifts: tuple[s.ShiftState, ...] | None = None
    chosen: str = ""
    told: Literal["", "reopened", "recomputed", "same"] = ""
    error: str = ""
    report: m.ReportShiftClose | None = None

    @property
    def shift(self) -> s.ShiftState | None:
        """The chosen one."""
        return next((each for each in self.shifts or () if each.shift_id == self.chosen), None)


@dataclass(frozen=True)
class Deciding:
    """A shift is to be opened again, or counted against the ledger of now; with the reason."""

    shift: s.ShiftState
    action: Literal["reopen", "recompute"]
    form: Form = field(default_factory=Form)
    error: str = ""


@dataclass(frozen=True)
class AskReport:
    """What a report is about; ``asked`` once it was asked for, ``kiosks`` by point of sale."""

    name: m.ReportName
    id_type: IdType = IdType.CC
    form: Form = field(default_factory=Form)
    kiosks: tuple[tuple[str, str], ...] = ()
    asked: m.AskReport | None = None
    error: str = ""


@dataclass(frozen=True)
class ShowReport:
    """A report; ``page`` from 1, ``back`` is where it came from."""

    asked: m.AskReport
    report: m.Report
    back: AskReport | Shifts
    page: int = 1
    paper: Paper | None = None
    error: str = ""


@dataclass(frozen=True)
class Receipts:
    """The search, and once something was ``found`` the list with the chosen one.

    ``sent_to`` is the masked address a copy of the chosen one was mailed to.
    """

    id_type: IdType = IdType.CC
    form: Form = field(default_factory=Form)
    found: c.FoundReceipts | None = None
    chosen: str = ""
    sent_to: str = ""
    error: str = ""
    paper: Paper | None = None

    @property
    def listed(self) -> tuple[c.FoundReceipt | c.FoundOrderReceipt, ...]:
        """What was found, newest first."""
        return self.found.receipts if self.found else ()

    @property
    def receipt(self) -> c.FoundReceipt | c.FoundOrderReceipt | None:
        """The chosen one."""
        return next((each for each in self.listed if receipt_id(each) == self.chosen), None)


def receipt_id(found: c.FoundReceipt | c.FoundOrderReceipt) -> str:
    """Whose receipt it is: a movement's or an order's."""
    return (
        found.order.order_id
        if isinstance(found, c.FoundOrderReceipt)
        else found.movement.movement_id
    )


RecordStage = Records | Shifts | Deciding | AskReport | ShowReport | Receipts | CopyStage
