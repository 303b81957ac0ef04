"""A customer's page: how they are reached, and what may be done about it and about their keys."""

from dataclasses import replace

from kiosk.contract.staff import people as p
from kiosk.staff.desk.customers import find
from kiosk.staff.desk.events import Answered, DeskEvent, Failed, Go
from kiosk.staff.desk.form import Form
from kiosk.staff.desk.people import keypad
from kiosk.staff.desk.people.enter import fetch_consent, open_page
from kiosk.staff.desk.people.state import PersonForm, PersonPage
from kiosk.staff.desk.state import Customer, Desk, Step
from kiosk.visit.events import Back, Continue, Retry

PURPOSES: dict[str, p.Purpose] = {
    "confirm": "confirm-address",
    "prepaid_key": "set-prepaid-key",
    "secure_key": "reset-secure-key",
}


def person_page(desk: Desk, stage: PersonPage, event: DeskEvent) -> Step:
    """Choose with a key; Enter goes to the account."""
    match event:
        case Answered(reply=p.Contact() as contact):
            return desk.at(replace(stage, contact=contact, error="")), ()
        case Failed(code=code):
            return desk.at(replace(stage, error=code)), ()
        case Retry() | Go(to="refresh"):
            return open_page(desk, stage.whose)
        case Continue() | Back():
            form = Form({"id": stage.whose.number})
            return find(desk, Customer(stage.whose.id_type, form))
        case Go(to="contact") if may_change(desk, stage):
            return fetch_consent(desk, PersonForm(stage.whose, "change"))
        case Go(to=to) if to in offered(desk, stage):
            return desk.at(keypad.begin(stage, PURPOSES[to])), ()
        case _:
            return desk, ()


def may_change(desk: Desk, stage: PersonPage) -> bool:
    """Contact data may be changed here and now."""
    return stage.contact is not None and desk.who.may("change-contact")


def offered(desk: Desk, stage: PersonPage) -> tuple[str, ...]:
    """What is possible for this customer: no code goes where there is no address."""
    contact = stage.contact
    if contact is None:
        return ()
    reached = contact.mail and contact.email != ""
    helps = desk.who.may("help-with-keys")
    possible = {
        "confirm": reached and not contact.confirmed and helps,
        "prepaid_key": helps,
        "secure_key": reached and contact.signs_in and helps,
    }
    return tuple(name for name, offers in possible.items() if offers)
