"""Whatever happens at one of the stages about people."""

from kiosk.staff.desk.events import DeskEvent
from kiosk.staff.desk.people.form_stage import person_form
from kiosk.staff.desk.people.keypad import keypad
from kiosk.staff.desk.people.own_key import enrolling, own_key
from kiosk.staff.desk.people.page import person_page
from kiosk.staff.desk.people.state import (
    Enrolling,
    Keypad,
    OwnKey,
    PeopleStage,
    PersonForm,
    PersonPage,
)
from kiosk.staff.desk.state import Desk, Step


def in_people(desk: Desk, stage: PeopleStage, event: DeskEvent) -> Step:
    """Each stage has its own way back, so that nothing typed survives it."""
    match stage:
        case PersonForm():
            return person_form(desk, stage, event)
        case PersonPage():
            return person_page(desk, stage, event)
        case Keypad():
            return keypad(desk, stage, event)
        case OwnKey():
            return own_key(desk, stage, event)
        case Enrolling():
            return enrolling(desk, stage, event)
