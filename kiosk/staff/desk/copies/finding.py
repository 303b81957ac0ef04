"""Certificates looked up: by what stands on a paper, or by the document of whose they are."""

from dataclasses import replace
from typing import Any

from kiosk.contract.staff import certificates as m
from kiosk.identity import IdType, InvalidId, parse_id
from kiosk.staff.desk.copies.stages import Certificates, Copying
from kiosk.staff.desk.effects import Ask
from kiosk.staff.desk.events import Answered, DeskEvent, Failed, Go, Select, Type
from kiosk.staff.desk.form import id_number
from kiosk.staff.desk.pages import beside
from kiosk.staff.desk.state import Desk, Step
from kiosk.station.capability import Service
from kiosk.visit.events import Back, Continue

FIND = "/v1/staff/certificates/find"
FIELDS = ("sold_code", "id")
CODE_MAX = 46


def certificates(desk: Desk, stage: Certificates, event: DeskEvent) -> Step:
    """The search, then the list of what was found."""
    match event:
        case Answered(reply=m.SoldCertificates() as found):
            return desk.at(_found(stage, found)), ()
        case Failed(code=code):
            return desk.at(replace(stage, error=code)), ()
        case _ if stage.found is None:
            return _searching(desk, stage, event)
        case _:
            return _looking(desk, stage, event)


def no_copy(desk: Desk, sold: m.SoldCertificate | None) -> str:
    """Why this one cannot be printed again here and now; empty if it can."""
    if sold is None:
        return "nothing-found"
    if sold.state != "valid":
        return "certificate-void" if sold.state == "void" else "certificate-in-process"
    if not sold.free:
        return "reprint-limit"
    # Without a printer it is kept as PDF.
    return desk.station.reason(Service.PRINT) if desk.setup.roll else ""


def find(desk: Desk, stage: Certificates) -> Step:
    """One question of all that was typed; what is no document is said first."""
    values: dict[str, Any] = {}
    error, form = "", stage.form
    if form.text("sold_code"):
        values["code"] = form.text("sold_code")
    if form.text("id"):
        try:
            parse_id(stage.id_type, form.text("id"))
        except InvalidId as invalid:
            error = f"id-{invalid.code}"
        number = "".join(char for char in form.text("id") if char.isalnum())
        values |= {"id_type": stage.id_type, "id_number": number}
    error = error if values else "sold-empty"
    if error:
        return desk.at(replace(stage, error=error)), ()
    desk = desk.asking().at(replace(stage, error=""))
    message = m.FindCertificates(staff_session=desk.who.session, **values)
    return desk, (Ask(desk.request, FIND, message, m.SoldCertificates),)


def _searching(desk: Desk, stage: Certificates, event: DeskEvent) -> Step:
    match event:
        case Type(name="sold_code", text=text):
            signs = "".join(char for char in text.upper() if char.isalnum() or char in "-_")
            return desk.at(_typed(stage, "sold_code", signs[:CODE_MAX])), ()
        case Type(name="id", text=text):
            return desk.at(_typed(stage, "id", id_number(text))), ()
        case Select(name="id_type", value=value) if value in IdType.__members__:
            return desk.at(replace(stage, id_type=IdType(value), error="")), ()
        case Continue():
            return find(desk, stage)
        case _:
            return desk, ()


def _typed(stage: Certificates, name: str, text: str) -> Certificates:
    return replace(stage, form=stage.form.put(name, text), error="")


def _found(stage: Certificates, found: m.SoldCertificates) -> Certificates:
    """The one that was looked at before stays chosen."""
    if not found.certificates:
        return replace(stage, found=None, error="nothing-found")
    known = {each.op_id for each in found.certificates}
    chosen = stage.chosen if stage.chosen in known else found.certificates[0].op_id
    return replace(stage, found=found, chosen=chosen, error="")


def _looking(desk: Desk, stage: Certificates, event: DeskEvent) -> Step:
    every = tuple(each.op_id for each in stage.listed)
    match event:
        case Go(to=("down" | "up") as to):
            return desk.at(replace(stage, chosen=beside(every, stage.chosen, to), error="")), ()
        case Select(name="certificate", value=value) if value in every:
            return desk.at(replace(stage, chosen=value, error="")), ()
        case Go(to="copy") if stage.sold is not None and not no_copy(desk, stage.sold):
            return desk.at(Copying(replace(stage, error=""), stage.sold)), ()
        case Go(to="refresh"):
            return find(desk, stage)
        case Go(to="search") | Back():
            return desk.at(Certificates(stage.id_type, stage.form)), ()
        case _:
            return desk, ()
