"""All seven reports of one known day, on both databases: every row that there should be, no other.

The dispenser's journal, what was annulled and who allowed what have their own lines here; any day
at all is in ``test_days_of_reports``.
"""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from central.db.ids import new_id
from central.sample import ANA
from central.staff.find import active_member
from central.staff.reports import files
from central.staff.reports.cash_detail import cash_detail
from central.staff.reports.daily_summary import daily_summary
from central.staff.reports.key_changes import key_changes
from central.staff.reports.kiosk_journal import kiosk_journal
from central.staff.reports.made import Span
from central.staff.reports.movements import movements
from central.staff.reports.reversals import reversals
from central.staff.reports.shift_close import shift_close
from central.staff.shifts.money import Payment, reverse, top_up
from central.staff.shifts.work import open_shift
from kiosk.contract.staff.reports import Report
from kiosk.documents.report_table import ReportPaper
from kiosk.identity import parse_id
from kiosk.ports import Printed
from kiosk.staff.desk.report_files import ReportRoll
from tests.support import busy_day as b
from tests.support.central import CAFE, CAFE_PRICE, CAFE_TYPE, Central, enrolled
from tests.support.printer import EPSON, holds, printer_bench

TODAY = date(2026, 11, 21)
SPAN = Span(TODAY, TODAY)
SOLD = "01010101 Certificado de matrícula mercantil"


class Reader:
    """Reads reports of one central and day."""

    def __init__(self, central: Central) -> None:
        self.central, self.day = central, b.live(central)

    def read(self, make: Callable[..., Report], **asked: Any) -> Report:
        now = self.central.clock()
        return self.central.services.database.run(lambda db: make(db, "99", now, 100, **asked))

    def every(self) -> list[Report]:
        device_id = self.day.terminal.identity.device_id
        return [
            self.read(shift_close, shift_id=self.day.shift_id),
            self.read(cash_detail, span=SPAN),
            self.read(daily_summary, day=TODAY),
            self.read(movements, holder=self.day.holder, span=SPAN),
            self.read(reversals, span=SPAN),
            self.read(key_changes, span=SPAN),
            self.read(kiosk_journal, device_id=device_id, day=TODAY),
        ]


@pytest.fixture
def reader(central: Central) -> Reader:
    return Reader(central)


def without_instants(report: Report) -> list[tuple[Any, ...]]:
    return [tuple(cell for cell in row if not isinstance(cell, datetime)) for row in report.rows]


def test_every_report_of_a_known_day(reader: Reader) -> None:
    close, cash, summary, account, undone, keys, journal = reader.every()
    assert close.rows == (
        ("01 Efectivo", 1, b.SMALL, 0, 0, b.BASE, b.BASE + b.SMALL, b.COUNTED, -500),
        ("03 Tarjeta débito", 1, b.BIG, 1, b.BIG, 0, 0, 0, 0),
    )
    assert {each.label: each.value for each in close.parameters}["Explicación"] == b.WHY_SHORT
    assert cash.rows == (
        ("carlos", "2026-11-21", "01 Efectivo", 1, b.SMALL, 0, 0, b.SMALL),
        ("carlos", "2026-11-21", "03 Tarjeta débito", 1, b.BIG, 1, b.BIG, 0),
    )
    told = {(row[0], row[1]): [cell for cell in row[3:] if cell] for row in summary.rows}
    assert told[("C01", "Reversión 03 Tarjeta débito")] == [b.BIG]
    assert told[("K01", f"Venta {SOLD}")] == [CAFE_PRICE]
    assert told[("K01", f"Devolución {SOLD}")] == [CAFE_PRICE]
    assert told[("K01", "Reservas sin cobrar")] == [CAFE_PRICE]
    assert summary.totals[3:] == (CAFE_PRICE, CAFE_PRICE, 475_000, b.BIG, 0, CAFE_PRICE)
    assert [row[3:5] for row in account.rows] == [
        (100_000, None),
        (b.SMALL, None),
        (b.BIG, None),
        (None, b.BIG),
        (None, CAFE_PRICE),
        (CAFE_PRICE, None),
    ]
    assert account.rows[-1][5] == 100_000 + b.SMALL
    changed = {(row[1], row[2], row[3]) for row in keys.rows}
    assert ("tomas", "tomas", "Clave propia y segundo factor") in changed
    assert ("Equipo K01", "Equipo K01", "Llave del equipo inscrita") in changed
    _the_undone(undone)
    _the_journal(reader, journal)


def _the_undone(undone: Report) -> None:
    """Reversed, refunded, annulled: with the reason of each, and who allowed the first two."""
    assert sorted(without_instants(undone), key=lambda row: row[0]) == [
        ("Anulación sin cobro", "Orden 000002", "", 0, CAFE_PRICE, "sofia", "", b.WHY_VOID),
        (
            "Devolución de certificado",
            "Orden 000001",
            "",
            CAFE_PRICE,
            0,
            "carlos",
            "sofia",
            b.WHY_REFUND,
        ),
        (
            "Reversión de recarga",
            "C01-000002",
            "C01-000003",
            b.BIG,
            0,
            "carlos",
            "sofia",
            b.WHY_BACK,
        ),
    ]
    assert undone.totals[5:7] == (b.BIG + CAFE_PRICE, CAFE_PRICE)


def _the_journal(reader: Reader, journal: Report) -> None:
    day = reader.day
    line = (CAFE_TYPE, CAFE)
    assert sorted(without_instants(journal)) == [
        ("000001", *line, "Cobrada", CAFE_PRICE, CAFE_PRICE, day.charged),
        ("000002", *line, "Anulada por el personal", CAFE_PRICE, 0, day.annulled),
        ("000003", *line, "Reservada", CAFE_PRICE, 0, None, day.held),
    ]
    assert journal.totals[6] == CAFE_PRICE


def test_another_dispenser_and_another_day_have_a_journal_of_their_own(reader: Reader) -> None:
    other = enrolled(reader.central, point_of_sale="K02")
    device_id = other.identity.device_id
    assert reader.read(kiosk_journal, device_id=device_id, day=TODAY).rows == ()
    mine = reader.day.terminal.identity.device_id
    assert reader.read(kiosk_journal, device_id=mine, day=date(2026, 11, 22)).rows == ()
    with pytest.raises(LookupError):
        reader.read(kiosk_journal, device_id="nobody", day=TODAY)


def test_a_reversal_that_nobody_had_to_allow_names_nobody(central: Central) -> None:
    services = central.services
    identity = parse_id(ANA.id_type, ANA.id_number)
    carlos = services.database.run(lambda db: active_member(db, "99", "carlos"))
    assert carlos is not None
    open_shift(services, carlos.id, "C01", 0)
    made = top_up(services, "carlos", new_id(), identity, Payment("01", b.SMALL))
    reverse(services, "carlos", made.id, new_id(), b.WHY_BACK)
    now = central.clock()
    undone = services.database.run(lambda db: reversals(db, "99", now, 100, span=SPAN))
    assert [row[7:] for row in undone.rows] == [("carlos", "", b.WHY_BACK)]


def test_every_report_becomes_every_file(office: Central) -> None:
    paper = ReportPaper("Cámara de Comercio de Ejemplo", "sofia")
    for report in Reader(office).every():
        for kind in files.MEDIA_TYPES:
            made = files.as_file(report, kind, paper)
            assert made.name.startswith(f"{report.name}-2026")
            assert len(made.content) > 100


def test_every_report_comes_out_of_a_receipt_printer(office: Central, tmp_path: Path) -> None:
    """Drawn dot by dot; what stands in a cell stands on the paper."""
    said: dict[str, str] = {}
    with printer_bench(tmp_path, EPSON) as bench:
        for number, report in enumerate(Reader(office).every()):
            document = ReportRoll(report, "Cámara de Comercio de Ejemplo", "sofia").document()
            roll = bench.driver.lay_out(document)
            done = bench.driver.print(roll, number * 50 + 1, lambda _progress: None)
            assert isinstance(done, Printed), (report.name, done)
            paper = " ".join(bench.virtual.strips[-1].text.split())
            assert report.title.upper() in paper
            said[report.name] = paper
            if len(report.columns) > 6:
                assert holds(paper, document)
    # A list of records has no line for what is empty.
    assert said["reversals"].count("Con recibo:") == 1
    assert said["kiosk-journal"].count("Final:") == 2
