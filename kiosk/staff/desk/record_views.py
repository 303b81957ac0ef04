"""What the screens of shifts, reports and receipts draw; the rules of ``views`` hold here too."""

from dataclasses import dataclass

from kiosk.staff.desk.copies.views import CopyBody
from kiosk.staff.desk.lines import FieldLine, FormLine, KeyLine, PaperLine
from kiosk.visit.views import Choice


@dataclass(frozen=True)
class RecordsBody:
    """What there is to look up."""

    parts: tuple[Choice, ...]
    keys: tuple[KeyLine, ...] = ()


@dataclass(frozen=True)
class ShiftLine:
    """A shift in the list. ``standing``: open | reopened | closed; ``sign``: even | over | short.

    ``difference`` is that of its last close; empty while it is open for the first time.
    """

    shift: str
    login: str
    place: str
    opened_at: str
    closed_at: str
    standing: str
    difference: str
    sign: str
    selected: bool


@dataclass(frozen=True)
class CloseLine:
    """A close of the chosen shift. ``kind``: counted | recomputed."""

    number: int
    kind: str
    at: str
    lines: tuple[FormLine, ...]
    difference: str
    sign: str
    explained: str
    unsent: int


@dataclass(frozen=True)
class ReopeningLine:
    """It was opened again."""

    at: str
    by: str
    reason: str


@dataclass(frozen=True)
class ShiftsBody:
    """Shifts and their closes; ``told``: reopened | recomputed | same; ``own``: only one's own."""

    rows: tuple[ShiftLine, ...]
    page: int
    pages: int
    base: str
    closes: tuple[CloseLine, ...]
    reopened: tuple[ReopeningLine, ...]
    own: bool
    told: str
    error: str
    keys: tuple[KeyLine, ...]


@dataclass(frozen=True)
class DecidingBody:
    """The reason for ``action``: reopen | recompute."""

    action: str
    login: str
    place: str
    opened_at: str
    closed_at: str
    fields: tuple[FieldLine, ...]
    error: str
    keys: tuple[KeyLine, ...] = ()


@dataclass(frozen=True)
class AskReportBody:
    """What a report is about; ``span``: days can be chosen by a key."""

    report: str
    id_types: tuple[Choice, ...]
    fields: tuple[FieldLine, ...]
    kiosks: str
    error: str
    keys: tuple[KeyLine, ...]


@dataclass(frozen=True)
class ReportColumnLine:
    """A column: ``share`` of the width, in hundredths."""

    title: str
    right: bool
    share: float


@dataclass(frozen=True)
class ReportRowLine:
    """Cells in the order of the columns."""

    cells: tuple[str, ...]


@dataclass(frozen=True)
class ShowReportBody:
    """A page of a report; ``cut``: central has more rows than it gave."""

    title: str
    about: str
    columns: tuple[ReportColumnLine, ...]
    rows: tuple[ReportRowLine, ...]
    totals: tuple[str, ...]
    notes: tuple[str, ...]
    count: int
    cut: bool
    page: int
    pages: int
    error: str
    paper: PaperLine | None
    keys: tuple[KeyLine, ...]


@dataclass(frozen=True)
class ReceiptLine:
    """A receipt in the list; ``standing``: stands | reversed | reversal."""

    receipt: str
    number: str
    at: str
    holder: str
    amount: str
    standing: str
    selected: bool


@dataclass(frozen=True)
class ReceiptPaper:
    """The chosen receipt, as its paper says it. ``kind``: top_up | reversal | order.

    Only an order has the last four; what ``paid`` it is in its paper's own words.
    """

    number: str
    kind: str
    reverses: str
    at: str
    cashier: str
    holder: str
    document: str
    form: str
    amount: str
    given: str
    change: str
    reference: str
    settlement: str
    reversed: bool
    copies: int
    mail_to: str
    order: str = ""
    recovery_code: str = ""
    paid: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReceiptsBody:
    """The search, or what it found; ``sent_to`` is masked, ``cut``: there are more."""

    id_types: tuple[Choice, ...]
    fields: tuple[FieldLine, ...]
    found: bool
    rows: tuple[ReceiptLine, ...]
    page: int
    pages: int
    cut: bool
    receipt: ReceiptPaper | None
    sent_to: str
    error: str
    paper: PaperLine | None
    keys: tuple[KeyLine, ...]


RecordBody = (
    RecordsBody | ShiftsBody | DecidingBody | AskReportBody | ShowReportBody | ReceiptsBody
    | CopyBody
)  # fmt: skip
