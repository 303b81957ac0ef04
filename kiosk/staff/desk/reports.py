"""Reports: which one, of which days, then the table, its paper and its files."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kiosk.contract.staff import kiosks as k
from kiosk.contract.staff import reports as m
from kiosk.identity import IdType, InvalidId, parse_id
from kiosk.staff.desk.days import day_signs, read_day, span_of, today, written
from kiosk.staff.desk.effects import Ask, PutOnPaper
from kiosk.staff.desk.events import Answered, DeskEvent, Failed, Go, PaperEnded, Select, Type
from kiosk.staff.desk.form import Form, id_number, login, sentence
from kiosk.staff.desk.papers import ended
from kiosk.staff.desk.records_state import AskReport, ShowReport
from kiosk.staff.desk.report_files import KeptFile, ReportRoll
from kiosk.staff.desk.report_pages import pages_of
from kiosk.staff.desk.state import Desk, Paper, Step
from kiosk.visit.events import Continue

PATH = "/v1/staff/reports/"
KIOSKS = "/v1/staff/kiosks/list"
FIELDS: dict[m.ReportName, tuple[str, ...]] = {
    "cash-detail": ("first_day", "last_day", "cashier"),
    "daily-summary": ("day",),
    "movements": ("id", "first_day", "last_day"),
    "reversals": ("first_day", "last_day"),
    "key-changes": ("first_day", "last_day"),
    "kiosk-journal": ("kiosk", "day"),
}
"""What is typed for each; the close of a shift is chosen in the list of shifts."""
DAYS = ("day", "first_day", "last_day")
_CLEAN: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(DAYS, day_signs),
    "cashier": login,
    "id": id_number,
    "kiosk": lambda text: sentence(text).upper()[:36],
}


def fields_of(desk: Desk, name: m.ReportName) -> tuple[str, ...]:
    """What is asked for; whoever sees only their own cash is not asked for a cashier."""
    every = desk.who.may("see-shifts")
    return tuple(field for field in FIELDS[name] if every or field != "cashier")


def begin(desk: Desk, name: m.ReportName) -> Step:
    """The form of a report, with today in it."""
    stage = AskReport(name, form=Form(dict.fromkeys(DAYS, written(today(desk.clock_at)))))
    if name != "kiosk-journal":
        return desk.at(stage), ()
    desk = desk.asking().at(stage)
    message = k.ListKiosks(staff_session=desk.who.session)
    return desk, (Ask(desk.request, KIOSKS, message, k.Kiosks),)


def ask_for(desk: Desk, message: m.AskReport, back: AskReport | ShowReport | None) -> Step:
    """Ask central for a report."""
    name = next(name for name, kind in KINDS.items() if isinstance(message, kind))
    desk = desk.asking()
    if back is not None:
        desk = desk.at(replace(back, error=""))
    return desk, (Ask(desk.request, PATH + name, message, m.ReportGiven),)


KINDS: dict[m.ReportName, type[m.AskReport]] = {
    "shift-close": m.ReportShiftClose,
    "cash-detail": m.ReportCashDetail,
    "daily-summary": m.ReportDailySummary,
    "movements": m.ReportMovements,
    "reversals": m.ReportReversals,
    "key-changes": m.ReportKeyChanges,
    "kiosk-journal": m.ReportKioskJournal,
}


def asking_report(desk: Desk, stage: AskReport, event: DeskEvent) -> Step:
    """Type, then Enter."""
    match event:
        case Answered(reply=k.Kiosks(kiosks=found)):
            known = tuple((each.point_of_sale, each.device_id) for each in found)
            return desk.at(replace(stage, kiosks=known)), ()
        case Answered(reply=m.ReportGiven(report=report)) if stage.asked is not None:
            return desk.at(ShowReport(stage.asked, report, back=stage)), ()
        case Failed(code=code):
            return desk.at(replace(stage, error=code)), ()
        case Type(name=name, text=text) if name in fields_of(desk, stage.name):
            form = stage.form.put(name, _CLEAN[name](text))
            return desk.at(replace(stage, form=form, error="")), ()
        case Select(name="id_type", value=value) if value in IdType.__members__:
            return desk.at(replace(stage, id_type=IdType(value), error="")), ()
        case Go(to=to) if (span := span_of(to, today(desk.clock_at))) is not None:
            values = dict(zip(("first_day", "last_day", "day"), (*span, span[1]), strict=True))
            form = stage.form
            for name, day in values.items():
                form = form.put(name, written(day))
            return desk.at(replace(stage, form=form, error="")), ()
        case Continue():
            made = _message(desk, stage)
            if isinstance(made, str):
                return desk.at(replace(stage, error=made)), ()
            return ask_for(desk, made, replace(stage, asked=made))
        case _:
            return desk, ()


def _message(desk: Desk, stage: AskReport) -> m.AskReport | str:
    """The question, or why what was typed is none."""
    values: dict[str, Any] = {"staff_session": desk.who.session}
    for name in fields_of(desk, stage.name):
        text = stage.form.text(name)
        if name in DAYS:
            values[name] = read_day(text, today(desk.clock_at))
            if values[name] is None:
                return f"{name.replace('_', '-')}-wrong"
        elif name == "kiosk":
            found = [device for point, device in stage.kiosks if point == text]
            if not found:
                return "kiosk-unknown"
            values["device_id"] = found[-1]
        elif name == "cashier":
            values["login"] = text or None
        else:
            try:
                parse_id(stage.id_type, text)
            except InvalidId as invalid:
                return f"id-{invalid.code}"
            values["account_id_type"] = stage.id_type
            values["account_id_number"] = "".join(char for char in text if char.isalnum())
    if "first_day" in values:
        days = (values["last_day"] - values["first_day"]).days
        if not 0 <= days < m.DAYS_MAX:
            return "days-wrong"
    return KINDS[stage.name](**values)


def showing_report(desk: Desk, stage: ShowReport, event: DeskEvent) -> Step:
    """Turn pages, print, keep."""
    match event:
        case Answered(reply=m.ReportGiven(file=m.ReportFile() as file)):
            return _put(desk, stage, KeptFile(file.name, file.content))
        case Failed(code=code):
            return desk.at(replace(stage, error=code)), ()
        case PaperEnded():
            return desk.at(replace(stage, paper=ended(stage.paper, event))), ()
        case Go(to=("previous" | "next") as to):
            page = min(max(stage.page + (1 if to == "next" else -1), 1), pages_of(stage.report))
            return desk.at(replace(stage, page=page)), ()
        case Go(to="print") if not is_working(stage):
            made_by, setup = desk.who.login, desk.setup
            roll = ReportRoll(stage.report, setup.chamber, made_by, setup.demonstration)
            return _put(desk, stage, roll)
        case Go(to=("csv" | "xlsx" | "pdf") as to) if not is_working(stage):
            return ask_for(desk, stage.asked.model_copy(update={"as_file": to}), stage)
        case _:
            return desk, ()


def is_working(stage: ShowReport) -> bool:
    """A paper or a file of it is on its way."""
    return stage.paper is not None and stage.paper.state == "working"


def _put(desk: Desk, stage: ShowReport, data: ReportRoll | KeptFile) -> Step:
    number = desk.papers + 1
    desk = replace(desk, papers=number)
    stage = replace(stage, paper=Paper(number), error="")
    return desk.at(stage), (PutOnPaper(number, data),)
