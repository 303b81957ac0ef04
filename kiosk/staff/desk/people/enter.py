"""The two ways to these stages: a document nobody has, and a customer whose account is open."""

from kiosk.contract.staff import people as p
from kiosk.identity import IdType
from kiosk.staff.desk.effects import Ask
from kiosk.staff.desk.people.state import PersonForm, PersonPage, Told, Whose
from kiosk.staff.desk.state import Desk, Step

CONSENT = "/v1/staff/people/consent"
CONTACT = "/v1/staff/people/contact/find"


def begin_register(desk: Desk, id_type: IdType, typed: str) -> Step:
    """An empty form for a document that was typed and judged already."""
    number = "".join(char for char in typed if char.isalnum())
    return fetch_consent(desk, PersonForm(Whose(id_type, number), "register"))


def fetch_consent(desk: Desk, stage: PersonForm) -> Step:
    """Ask for the words that have to be agreed to."""
    desk = desk.asking().at(stage)
    message = p.FetchConsent(staff_session=desk.who.session)
    return desk, (Ask(desk.request, CONSENT, message, p.ConsentText),)


def open_page(desk: Desk, whose: Whose, told: Told = "", to: tuple[str, ...] = ()) -> Step:
    """A customer's page, with how they can be reached as central knows it now."""
    desk = desk.asking().at(PersonPage(whose, told=told, to=to))
    message = p.FindContact(
        staff_session=desk.who.session, id_type=whose.id_type, id_number=whose.number
    )
    return desk, (Ask(desk.request, CONTACT, message, p.Contact),)
