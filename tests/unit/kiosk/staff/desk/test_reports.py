"""Reports at the desk: who is offered which, what is asked, pages, paper and files."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk.contract.staff import kiosks as k
from kiosk.contract.staff import reports as m
from kiosk.contract.staff import shifts as s
from kiosk.staff.desk import events as e
from kiosk.staff.desk.effects import PutOnPaper
from kiosk.staff.desk.printing import FOLDER, DeskPapers
from kiosk.staff.desk.records import PARTS
from kiosk.staff.desk.report_files import KeptFile, ReportRoll
from kiosk.staff.desk.report_pages import ROWS_DOUBLE, ROWS_SINGLE
from kiosk.visit.events import Back
from tests.support.desk import CASHIER, NOW, Counter, closed, uuid
from tests.support.reports import MADE_AT, make_report
from ui.convert import to_qml

SUPERVISOR = (
    *CASHIER,
    "see-shifts",
    "see-reports",
    "see-movements",
    "see-key-changes",
    "see-kiosks",
    "copy-certificate",
)
ROW = (MADE_AT, "Certificado de matrícula", 2, -6_100)
FILE = m.ReportFile(name="../cash-detail.csv", media_type="text/csv", content=b"QTtC")


def at_form(part: str, actions: tuple[str, ...] = SUPERVISOR) -> Counter:
    counter = Counter().at_home(actions=actions)
    return counter.send(e.Go("records"), e.Select("part", part)).enter()


def at_report(*rows: Any, **changes: Any) -> Counter:
    counter = at_form("cash-detail").enter()
    return counter.replies(m.ReportGiven(report=make_report(*rows, **changes)))


def offered(actions: tuple[str, ...]) -> set[str]:
    body = Counter().at_home(actions=actions).send(e.Go("records")).body
    return {each.code for each in body.parts}


def test_each_role_is_offered_what_it_may_read() -> None:
    assert offered(CASHIER) == {"receipts", "shifts", "cash-detail"}
    assert "movements" in offered((*CASHIER, "see-movements"))
    assert offered(SUPERVISOR) == PARTS.keys()
    counter = Counter().at_home().send(e.Go("records"), e.Select("part", "key-changes")).enter()
    assert counter.view.screen == "desk/Receipts"  # what is not offered cannot be chosen


def test_today_stands_in_the_form_and_one_key_is_another_span() -> None:
    counter = at_form("cash-detail")
    assert [field.text for field in counter.body.fields] == ["21/11/2026", "21/11/2026", ""]
    counter.send(e.Go("month"))
    assert counter.body.fields[0].note == "1 de noviembre de 2026"
    message = counter.fill("cashier", "Sofia").enter().asked(m.ReportCashDetail)
    assert (message.first_day, message.last_day) == (date(2026, 11, 1), date(2026, 11, 21))
    assert message.login == "sofia"


def test_a_cashier_is_not_asked_for_a_cashier() -> None:
    counter = at_form("cash-detail", CASHIER)
    assert [field.name for field in counter.body.fields] == ["first_day", "last_day"]
    assert counter.fill("cashier", "sofia").enter().asked(m.ReportCashDetail).login is None


@pytest.mark.parametrize(
    ("part", "typed", "error"),
    [
        ("cash-detail", {"first_day": "31/02/2026"}, "first-day-wrong"),
        ("cash-detail", {"last_day": ""}, "last-day-wrong"),
        ("reversals", {"first_day": "22/11/2026"}, "days-wrong"),
        ("key-changes", {"first_day": "21/11/2024"}, "days-wrong"),
        ("daily-summary", {"day": "x"}, "day-wrong"),
        ("movements", {"id": ""}, "id-empty"),
    ],
)
def test_what_is_no_question_is_not_asked(part: str, typed: dict[str, str], error: str) -> None:
    counter = at_form(part)
    for name, text in typed.items():
        counter.fill(name, text)
    counter.enter()
    assert (counter.effects, counter.body.error) == ((), error)
    assert any(field.wrong for field in counter.body.fields)


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("daily-summary", m.ReportDailySummary),
        ("reversals", m.ReportReversals),
        ("key-changes", m.ReportKeyChanges),
    ],
)
def test_each_is_asked_for_by_its_own_question(part: str, kind: type[m.AskReport]) -> None:
    at_form(part).enter().asked(kind)


def test_an_account_is_asked_for_by_its_document() -> None:
    counter = at_form("movements").send(e.Select("id_type", "NIT")).fill("id", "990000000-2")
    message = counter.enter().asked(m.ReportMovements)
    assert (message.account_id_type.value, message.account_id_number) == ("NIT", "9900000002")


def test_a_dispenser_is_named_as_it_stands_in_the_hall() -> None:
    counter = at_form("kiosk-journal")
    counter.asked(k.ListKiosks)
    kiosk: Any = k.KioskState.model_construct(device_id=uuid(3), point_of_sale="K01")
    counter.replies(k.Kiosks.model_construct(kiosks=(kiosk,)))
    assert counter.body.kiosks == "K01"
    assert counter.fill("kiosk", "k09").enter().body.error == "kiosk-unknown"
    message = counter.fill("kiosk", "k01").enter().asked(m.ReportKioskJournal)
    assert (message.device_id, message.day) == (uuid(3), date(2026, 11, 21))


def test_a_page_shows_its_rows_and_the_totals_of_all() -> None:
    counter = at_report(*[ROW] * (ROWS_SINGLE + 1))
    assert (len(counter.body.rows), counter.body.page, counter.body.pages) == (ROWS_SINGLE, 1, 2)
    assert counter.body.rows[0].cells[1:] == ("Certificado de matrícula", "2", "-$6.100")
    assert counter.body.totals == ("", "", "20", "-$61.000")
    counter.send(e.Go("next"), e.Go("next"))
    assert (len(counter.body.rows), counter.body.page) == (1, 2)
    counter.send(e.Go("previous"), e.Go("previous"))
    assert counter.body.page == 1
    assert sum(column.share for column in counter.body.columns) == pytest.approx(1)
    to_qml(counter.view)


def test_long_cells_take_two_lines_and_so_fewer_rows() -> None:
    counter = at_report(*[(MADE_AT, "x" * 200, 1, 1)] * 20)
    assert len(counter.body.rows) == ROWS_DOUBLE
    assert counter.body.rows[0].cells[1].endswith("…")


def test_an_empty_report_has_nothing_to_add_up() -> None:
    assert (at_report().body.count, at_report().body.totals) == (0, ())


def test_it_goes_on_the_roll_and_says_what_became_of_it() -> None:
    counter = at_report(ROW).send(e.Go("print"))
    effect = counter.effect(PutOnPaper)
    assert isinstance(effect.data, ReportRoll)
    assert (effect.data.made_by, effect.data.report.rows) == ("carlos", (ROW,))
    assert counter.send(e.Go("print"), e.Go("csv")).effects == ()  # one paper at a time
    counter.send(e.PaperEnded(effect.paper, "paper_out", ""))
    assert (counter.body.paper.state, counter.body.paper.error) == ("failed", "paper_out")


@pytest.mark.parametrize("kind", ["csv", "xlsx", "pdf"])
def test_central_makes_the_file_and_it_is_kept_here(kind: str) -> None:
    counter = at_report(ROW).send(e.Go(kind))
    assert counter.asked(m.ReportCashDetail).as_file == kind
    counter.replies(m.ReportGiven(report=make_report(ROW), file=FILE))
    effect = counter.effect(PutOnPaper)
    assert isinstance(effect.data, KeptFile)
    assert (effect.data.name, effect.data.content) == ("../cash-detail.csv", b"A;B")
    counter.send(e.PaperEnded(effect.paper, "", "cash-detail.csv"))
    assert counter.body.paper.state == "file"
    assert counter.body.paper.file.endswith("/cash-detail.csv")


def test_back_leads_to_the_form_and_from_there_to_the_menu() -> None:
    counter = at_report(ROW).send(Back())
    assert (counter.view.screen, counter.body.report) == ("desk/AskReport", "cash-detail")
    counter.send(Back())
    assert [each.code for each in counter.body.parts if each.selected] == ["cash-detail"]


def test_the_report_of_a_close_is_asked_for_from_the_list() -> None:
    counter = (
        Counter()
        .at_home(actions=SUPERVISOR)
        .send(e.Go("records"), e.Select("part", "shifts"))
        .enter()
    )
    entry = s.ShiftState(
        shift_id=uuid(2),
        login="luisa",
        place="C02",
        base=0,
        opened_at=NOW,
        closed_at=NOW,
        closes=(closed(1, 1),),
    )
    counter.replies(s.Shifts(shifts=(entry,))).send(e.Go("report"))
    assert counter.asked(m.ReportShiftClose).shift_id == uuid(2)
    counter.replies(m.ReportGiven(report=make_report(ROW, name="shift-close")))
    assert counter.view.screen == "desk/ShowReport"
    assert counter.send(Back()).view.screen == "desk/Shifts"


def test_without_central_the_form_stays_and_says_so() -> None:
    counter = at_form("reversals").fill("first_day", "01/11/2026").enter().fails("central-offline")
    assert (counter.body.error, counter.body.fields[0].text) == ("central-offline", "01/11/2026")


def test_a_file_is_kept_for_this_user_alone_and_never_outside_its_folder(tmp_path: Path) -> None:
    papers = DeskPapers(tmp_path, None, None)  # type: ignore[arg-type]
    assert papers(KeptFile("../../report.csv", b"A;B")) == ("", "report.csv")
    kept = tmp_path / FOLDER / "report.csv"
    assert kept.read_bytes() == b"A;B"
    assert (kept.stat().st_mode & 0o777, kept.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_without_a_printer_a_report_is_a_pdf(tmp_path: Path) -> None:
    papers = DeskPapers(tmp_path, None, None)  # type: ignore[arg-type]
    error, name = papers(ReportRoll(make_report(ROW), "Cámara de Ejemplo", "carlos"))
    assert error == ""
    assert (tmp_path / FOLDER / name).read_bytes().startswith(b"%PDF")
