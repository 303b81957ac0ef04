"""Stages about people: a customer's form, their page, the keypad they type on, one's own key.

A key that is being typed is in ``form.secrets`` of one stage and leaves it with the question; no
other stage, no view and no effect but that one question ever has it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from kiosk.contract.staff import people as p
from kiosk.identity import IdType
from kiosk.staff.desk.form import Form

Told = Literal[
    "",
    "registered",
    "registered-before",
    "contact-changed",
    "address-confirmed",
    "secure-key-set",
    "prepaid-key-set",
]
WHYS: tuple[p.Why, ...] = ("first", "forgotten", "known-to-others", "wanted")


@dataclass(frozen=True)
class Whose:
    """A document, with a NIT's check digit; ``name`` masked, as far as it is known here."""

    id_type: IdType
    number: str
    name: str = ""


@dataclass(frozen=True)
class PersonForm:
    """Somebody's data: all of them to ``register``, or those that ``change``.

    ``faults`` are by field, once Enter was pressed; ``agreed`` only by who was asked.
    """

    whose: Whose
    mode: Literal["register", "change"]
    form: Form = field(default_factory=Form)
    consent: p.ConsentText | None = None
    agreed: bool = False
    faults: Mapping[str, str] = field(default_factory=dict)
    error: str = ""


@dataclass(frozen=True)
class PersonPage:
    """How a customer is reached, and what may be done; ``to`` are the addresses that were told."""

    whose: Whose
    contact: p.Contact | None = None
    told: Told = ""
    to: tuple[str, ...] = ()
    error: str = ""


@dataclass(frozen=True)
class Keypad:
    """Its owner types here, unseen.

    Steps: ``ready`` (why, and what proves who they are), the code, the new key, the key again.
    ``by_code``: one is sent first; else the document is ``seen``.
    """

    page: PersonPage
    purpose: p.Purpose
    by_code: bool
    step: Literal["ready", "code", "key", "again"] = "ready"
    why: p.Why | None = None
    seen: bool = False
    sent_to: tuple[str, ...] = ()
    until: datetime | None = None
    form: Form = field(default_factory=Form)
    error: str = ""
    wait_until_s: float = 0.0

    def at_code(self) -> "Keypad":
        """Where the code is typed, with nothing typed yet."""
        return replace(self, step="code", form=Form(), error="", wait_until_s=0.0)


@dataclass(frozen=True)
class OwnKey:
    """Somebody of the staff sets another key of their own; ``to``: a notice goes to their address.

    Steps: the present key, the new one twice, the code of the authenticator.
    """

    step: Literal["present", "key", "again", "code", "told"] = "present"
    form: Form = field(default_factory=Form)
    to: bool = False
    error: str = ""
    wait_until_s: float = 0.0


@dataclass(frozen=True)
class Enrolling:
    """The first time, before the door: what was handed over becomes a key of one's own.

    ``uri`` is shown once as a QR code and is gone with this stage.
    """

    step: Literal["login", "given", "key", "again", "scan"] = "login"
    form: Form = field(default_factory=Form)
    uri: str = field(default="", repr=False)
    error: str = ""
    wait_until_s: float = 0.0


PeopleStage = PersonForm | PersonPage | Keypad | OwnKey | Enrolling
