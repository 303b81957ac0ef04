"""The screens about people: worded whole, worked by keyboard alone, and no key on their side."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent

from kiosk.contract.staff import people as p
from kiosk.identity import IdType
from kiosk.staff.desk.people.fields import fields_of
from kiosk.staff.desk.people.state import WHYS, Enrolling, OwnKey, Told
from tests.ui.desk_views import DESK
from tests.ui.test_desk_screens import Office, held_by, keys
from ui.lookup import find_item, visible_items
from ui.people_samples import URI

FAULTS = {"missing", "mail", "phone", "mobile", "municipality", "length"}
ERRORS = {"agree", "nothing-typed", "why-missing", "document-unseen", "code-short", "key-differs",
          "key-unanswered", "code-invalid", "code-needed", "consent-outdated", "malformed",
          "key-too-weak", "throttled", "mail-off", "no-mail-address", "not-possible",
          "account-unknown", "central-offline", "unavailable",
          *(f"key-{fault}" for fault in ("short", "long", "signs", "easy", "own-id"))}  # fmt: skip

OWN_ERRORS = {"login-missing", "given-missing", "present-missing", "code-short", "staff-key-short",
              "key-differs", "key-too-weak", "credentials-invalid", "already-enrolled",
              "key-expired", "key-blocked", "throttled", "central-offline", "own-unanswered",
              "enrol-unanswered"}  # fmt: skip


@pytest.fixture(scope="module")
def office(qapp: QGuiApplication, catalogues: Path) -> Iterator[Office]:
    office = Office()
    office.window.resize(1366, 768)
    yield office
    office.kiosk.close()


@pytest.fixture
def texts(office: Office) -> QObject:
    component = QQmlComponent(office.kiosk.engine)
    component.setData(
        b"import QtQml\nimport Dispensador\nQtObject { property var texts: PeopleTexts }", ""
    )
    holder = component.create()
    assert holder is not None, component.errorString()
    holder.setParent(office.window)
    found = holder.property("texts")
    assert isinstance(found, QObject)
    return found


def test_every_code_has_its_words(texts: QObject) -> None:
    typed = {field for kind in IdType for field in fields_of("register", kind)}
    assert keys(texts, "fields") == typed
    assert keys(texts, "faults") == FAULTS
    assert keys(texts, "whys") == set(WHYS)
    assert keys(texts, "purposes") == set(get_args(p.Purpose))
    assert keys(texts, "told") == set(get_args(Told)) - {""}
    assert keys(texts, "errors") == ERRORS
    own = {
        step for stage in (OwnKey, Enrolling) for step in get_args(get_type_hints(stage)["step"])
    }
    assert keys(texts, "ownSteps") == own
    assert keys(texts, "ownErrors") == OWN_ERRORS


def test_the_form_is_filled_from_field_to_field_and_ticked_by_the_space_bar(
    office: Office,
) -> None:
    office.show(DESK["53-desk-customer-register"])
    office.show(DESK["70-desk-register-empty"])
    assert office.focus() == "field_first_name"
    sent = office.types("N")
    assert sent[-1] == ("type", {"name": "first_name", "text": "N"})
    for name in ("second_name", "first_surname", "second_surname", "email", "landline", "mobile",
                 "address", "municipality"):  # fmt: skip
        office.presses("Tab")
        assert office.focus() == f"field_{name}"
    office.presses("Tab")
    assert office.presses("Space")[-1] == ("select", {"name": "agreed", "value": "yes"})
    assert office.presses("Return")[-1] == ("continue", {})


def test_no_box_is_ticked_before_the_customer_agrees(office: Office) -> None:
    office.show(DESK["70-desk-register-empty"])
    tick = find_item(office.window, "tick_agreed")
    assert tick is not None
    assert not any(item.property("name") == "check" for item in visible_items(tick))
    office.show(DESK["70-desk-register"])
    assert any(item.property("name") == "check" for item in visible_items(tick))


def test_the_reason_is_chosen_with_the_arrows(office: Office) -> None:
    office.show(DESK["72-desk-person"])
    office.show(DESK["73-desk-keypad"])
    assert office.presses("Right") == [("select", {"name": "why", "value": "forgotten"})]


def test_the_document_is_attested_by_the_space_bar(office: Office) -> None:
    office.show(DESK["72-desk-person"])
    office.show(DESK["73-desk-keypad-unseen"])
    office.presses("Tab")
    assert office.presses("Space")[-1] == ("select", {"name": "seen", "value": "yes"})


@pytest.mark.parametrize(
    ("view", "step"), [("code", "code"), ("key", "key"), ("again", "again")], ids=lambda x: x
)
def test_what_the_customer_types_is_never_on_the_screens_side(
    office: Office, view: str, step: str
) -> None:
    office.show(DESK["72-desk-person"])
    office.show(DESK["73-desk-keypad"])  # as it comes: first the reason, then the keypad
    office.show(DESK[f"73-desk-keypad-{view}"])
    sent = office.types("Zq7")
    assert sent == [("type_secret", {"name": step, "char": char}) for char in "Zq7"]
    assert not any("Zq7" in text for text in held_by(office.window.contentItem()))
    dots = find_item(office.window, "dots")
    assert dots is not None
    assert set(dots.property("text")) <= {"●"}
    assert office.presses("Backspace")[-1] == ("erase_secret", {"name": step})
    assert office.presses("Return")[-1] == ("continue", {})


def test_on_the_way_to_the_keypad_no_letter_is_taken_for_a_key(office: Office) -> None:
    office.show(DESK["73-desk-keypad"])
    assert office.types("Zq7") == []


@pytest.mark.parametrize(
    ("view", "step"),
    [
        ("74-desk-own-key", "present"),
        ("74-desk-own-key-code", "code"),
        ("75-desk-enrol-given", "given"),
        ("75-desk-enrol-again", "again"),
    ],
)
def test_keys_of_the_staff_are_typed_blindly(office: Office, view: str, step: str) -> None:
    office.show(DESK["51-desk-home"])
    office.show(DESK[view])
    assert office.types("Z7") == [("type_secret", {"name": step, "char": char}) for char in "Z7"]
    assert not any("Z7" in text for text in held_by(office.window.contentItem()))


def test_the_name_of_the_first_time_is_typed_where_one_can_read_it(office: Office) -> None:
    office.show(DESK["51-desk-home"])
    office.show(DESK["75-desk-enrol"])
    assert office.types("x")[-1][0] == "type"


def test_an_authenticator_reads_the_seed_off_the_screen(office: Office) -> None:
    office.show(DESK["75-desk-enrol-scan"])
    read = zxingcpp.read_barcodes(Image.fromqimage(office.window.grabWindow()))
    assert [symbol.text for symbol in read] == [URI]
