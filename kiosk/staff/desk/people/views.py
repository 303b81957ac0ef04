"""What the screens about people draw; the rules of ``desk.views`` hold here too.

Of a key there is its length; the seed of a second factor is there once, as the dark runs of its QR
symbol and as text, because its owner has to read it.
"""

from dataclasses import dataclass

from kiosk.staff.desk.lines import FieldLine, KeyLine
from kiosk.visit.views import Choice


@dataclass(frozen=True)
class PersonField:
    """A field of the form; ``fault`` is what is wrong with it, ``optional``: may stay empty."""

    name: str
    text: str
    fault: str
    optional: bool
    wrong: bool = False
    kind: str = "text"
    note: str = ""
    length: int = 0


@dataclass(frozen=True)
class PersonFormBody:
    """A customer's data. ``stage``: register | change; ``consent`` are its paragraphs."""

    stage: str
    document: str
    id_type: str
    fields: tuple[PersonField, ...]
    consent: tuple[str, ...]
    agreed: bool
    agree_fault: bool
    error: str
    keys: tuple[KeyLine, ...] = ()


@dataclass(frozen=True)
class PersonBody:
    """A customer's page; what is empty is not there. ``told`` is what was done a moment ago."""

    holder: str
    document: str
    known: bool
    email: str
    confirmed: bool
    landline: str
    mobile: str
    address: str
    municipality: str
    signs_in: bool
    has_secure_key: bool
    has_prepaid_key: bool
    mail: bool
    told: str
    to: str
    error: str
    keys: tuple[KeyLine, ...]


@dataclass(frozen=True)
class CustomerKeyBody:
    """The keypad. ``stage``: ready | code | key | again; ``purpose`` as central names it.

    ``whys`` are the reasons to choose from, ``until`` when the code ends, ``wait_s`` counts down.
    """

    stage: str
    purpose: str
    document: str
    by_code: bool
    to: str
    sent_to: str
    until: str
    whys: tuple[Choice, ...]
    seen: bool
    fields: tuple[FieldLine, ...]
    key_min: int
    key_max: int
    error: str
    wait_s: int
    keys: tuple[KeyLine, ...]


@dataclass(frozen=True)
class OwnKeyBody:
    """One's own key. ``stage``: present | key | again | code | told; ``to``: a notice was sent."""

    stage: str
    fields: tuple[FieldLine, ...]
    to: bool
    error: str
    wait_s: int
    keys: tuple[KeyLine, ...] = ()


@dataclass(frozen=True)
class Run:
    """Dark modules side by side, in a row of a QR symbol."""

    row: int
    column: int
    length: int


@dataclass(frozen=True)
class EnrolBody:
    """The first time. ``stage``: login | given | key | again | scan.

    ``runs`` are the QR symbol of ``size`` modules, ``seed`` the same as text in groups of four.
    """

    stage: str
    login: str
    fields: tuple[FieldLine, ...]
    size: int
    runs: tuple[Run, ...]
    seed: str
    error: str
    wait_s: int
    keys: tuple[KeyLine, ...] = ()


PeopleBody = PersonFormBody | PersonBody | CustomerKeyBody | OwnKeyBody | EnrolBody
