"""A customer's data: typed, judged field by field, agreed to by whose they are, and sent."""

from dataclasses import replace

from kiosk.contract.staff import people as p
from kiosk.staff.desk.effects import Ask
from kiosk.staff.desk.events import Answered, DeskEvent, Failed, Select, Type
from kiosk.staff.desk.form import Form
from kiosk.staff.desk.people.enter import fetch_consent, open_page
from kiosk.staff.desk.people.fields import cleaned, faults_in, fields_of
from kiosk.staff.desk.people.state import PersonForm
from kiosk.staff.desk.state import Customer, Desk, Step
from kiosk.visit.events import Back, Continue, Retry

REGISTER = "/v1/staff/people/register"
CHANGE = "/v1/staff/people/contact/change"


def person_form(desk: Desk, stage: PersonForm, event: DeskEvent) -> Step:
    """Nothing is sent before every field can be right and its owner has agreed."""
    match event:
        case Type(name=name, text=text) if name in fields_of(stage.mode, stage.whose.id_type):
            form = stage.form.put(name, cleaned(name, text))
            faults = {field: code for field, code in stage.faults.items() if field != name}
            return desk.at(replace(stage, form=form, faults=faults, error="")), ()
        case Select(name="agreed", value=value) if stage.consent is not None:
            faults = {field: code for field, code in stage.faults.items() if field != "agreed"}
            return desk.at(replace(stage, agreed=value == "yes", faults=faults, error="")), ()
        case Answered(reply=p.ConsentText() as consent):
            return desk.at(replace(stage, consent=consent, agreed=False)), ()
        case Answered(reply=p.PersonRegistered(before=before)):
            return open_page(desk, stage.whose, "registered-before" if before else "registered")
        case Answered(reply=p.ContactChanged(told=told)):
            return open_page(desk, stage.whose, "contact-changed", told)
        case Failed(code="consent-outdated"):
            return fetch_consent(desk, replace(stage, agreed=False, error="consent-outdated"))
        case Failed(code=code):
            return desk.at(replace(stage, error=code)), ()
        case Continue() if stage.consent is None:
            return fetch_consent(desk, replace(stage, error=""))
        case Retry() if stage.consent is None:
            return fetch_consent(desk, replace(stage, error=""))
        case Continue():
            return _send(desk, stage)
        case Back():
            return _leave(desk, stage)
        case _:
            return desk, ()


def _send(desk: Desk, stage: PersonForm) -> Step:
    assert stage.consent is not None, "asked for before"
    version = stage.consent.version
    values = {name: stage.form.text(name) for name in fields_of(stage.mode, stage.whose.id_type)}
    faults = faults_in(stage.mode, stage.whose.id_type, values)
    if not stage.agreed:
        faults["agreed"] = "agree"
    error = "nothing-typed" if stage.mode == "change" and not any(values.values()) else ""
    stage = replace(stage, faults=faults, error=error)
    if faults or error:
        return desk.at(stage), ()
    asked = {
        **values,
        "staff_session": desk.who.session,
        "id_type": stage.whose.id_type,
        "id_number": stage.whose.number,
        "consent_version": version,
    }
    desk = desk.asking().at(stage)
    if stage.mode == "register":
        new = p.RegisterPerson.model_validate(asked)
        return desk, (Ask(desk.request, REGISTER, new, p.PersonRegistered),)
    change = p.ChangeContact.model_validate(asked)
    return desk, (Ask(desk.request, CHANGE, change, p.ContactChanged),)


def _leave(desk: Desk, stage: PersonForm) -> Step:
    """Without saving."""
    if stage.mode == "change":
        return open_page(desk, stage.whose)
    whose = stage.whose
    return desk.at(Customer(whose.id_type, Form({"id": whose.number}))), ()
