"""Customers at a desk: registering them, how to reach them, codes by mail and keys they set.

Whoever stands at the desk learns no key and sees no more of an address than what tells it apart.
"""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from kiosk.contract.messages import Instant, Number, Reply, Secret
from kiosk.contract.staff.base import Email, StaffMessage, Typed
from kiosk.identity import IdType
from kiosk.identity.contact import (
    ADDRESS_MAX,
    LEGAL_NAME_MAX,
    parse_mobile,
    parse_municipality,
    parse_name,
    parse_phone,
)

Purpose = Literal["confirm-address", "reset-secure-key", "set-prepaid-key"]
Why = Literal["first", "forgotten", "known-to-others", "wanted"]
"""Why a key is set: the first one, a forgotten one, one that others know, or just another."""
_Digits = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]
CodeTyped = Annotated[_Digits, Field(repr=False)]
Version = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z.-]{1,20}$")]


def _name(text: str) -> str:
    return text and parse_name(text)


def _legal_name(text: str) -> str:
    return text and parse_name(text, LEGAL_NAME_MAX)


def _address(text: str) -> str:
    return text and parse_name(text, ADDRESS_MAX)


def _landline(text: str) -> str:
    return text and parse_phone(text)


def _mobile(text: str) -> str:
    return text and parse_mobile(text)


def _municipality(text: str) -> str:
    return text and parse_municipality(text)


Name = Annotated[Typed, AfterValidator(_name)]
LegalName = Annotated[Typed, AfterValidator(_legal_name)]
Address = Annotated[Typed, AfterValidator(_address)]
Landline = Annotated[Typed, AfterValidator(_landline), Field(repr=False)]
Mobile = Annotated[Typed, AfterValidator(_mobile), Field(repr=False)]
Municipality = Annotated[Typed, AfterValidator(_municipality)]


class AboutPerson(StaffMessage):
    """Base of what is about one person or company; a NIT is typed with its check digit."""

    id_type: IdType
    id_number: Number


class FetchConsent(StaffMessage):
    """``POST /v1/staff/people/consent``: the words somebody has to agree to before anything."""


class ConsentText(Reply):
    """The words in force; ``version`` goes back with what they were agreed for."""

    version: Version
    paragraphs: tuple[str, ...]


class RegisterPerson(AboutPerson):
    """``POST /v1/staff/people/register``: somebody new, with a prepaid account of their own.

    A NIT has a ``legal_name``, any other document at least a first name and a first surname.
    ``email`` empty: they have none, and set their key at the desk.
    """

    first_name: Name = ""
    second_name: Name = ""
    first_surname: Name = ""
    second_surname: Name = ""
    legal_name: LegalName = ""
    email: Email = ""
    landline: Landline
    mobile: Mobile
    address: Address
    municipality: Municipality
    consent_version: Version

    @model_validator(mode="after")
    def _named_and_reachable(self) -> Self:
        if self.id_type is IdType.NIT:
            if not self.legal_name:
                raise ValueError("a company has a legal name")
        elif not (self.first_name and self.first_surname):
            raise ValueError("a person has a first name and a first surname")
        if not (self.landline and self.mobile and self.address and self.municipality):
            raise ValueError("telephones, address and municipality are needed")
        return self


class PersonRegistered(Reply):
    """There is an account now. ``before``: there was one already, and nothing of it was changed."""

    before: bool


class FindContact(AboutPerson):
    """``POST /v1/staff/people/contact/find``: how somebody can be reached; it is in the trail."""


class Contact(Reply):
    """Masked, so that it can be told apart and not copied; empty: there is none.

    ``confirmed``: a code that went to this address came back. ``signs_in``: a person who may have a
    secure key. ``mail``: central can send mail at all.
    """

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


class ChangeContact(AboutPerson):
    """``POST /v1/staff/people/contact/change``: what is empty stays as it is."""

    email: Email = ""
    landline: Landline = ""
    mobile: Mobile = ""
    address: Address = ""
    municipality: Municipality = ""
    consent_version: Version

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not (self.email or self.landline or self.mobile or self.address or self.municipality):
            raise ValueError("nothing is changed")
        return self


class ContactChanged(Reply):
    """How they can be reached now, and the masked addresses that are told about it."""

    contact: Contact
    told: tuple[str, ...]


class SendCode(AboutPerson):
    """``POST /v1/staff/people/codes/send``: a one-time code by mail; an older one is worth nothing.

    Only its owner reads it. Too many are ``throttled``.
    """

    purpose: Purpose


class CodeSent(Reply):
    """Where it went (masked), and until when it is good."""

    to: tuple[str, ...]
    expires_at: Instant


class ConfirmAddress(AboutPerson):
    """``POST /v1/staff/people/codes/confirm``: the code that came to the address is typed."""

    code: CodeTyped


class ResetSecureKey(AboutPerson):
    """``POST /v1/staff/people/keys/secure``: its owner types code and new key, unseen."""

    code: CodeTyped
    new_key: Secret
    why: Why


class SetPrepaidKey(AboutPerson):
    """``POST /v1/staff/people/keys/prepaid``: its holder types the new key, unseen.

    With the ``code`` that came by mail; ``code`` None: who has no address shows their document,
    and the cashier answers for having seen it.
    """

    new_key: Secret
    code: Annotated[_Digits | None, Field(repr=False)] = None
    document_seen: bool = False
    why: Why

    @model_validator(mode="after")
    def _proven_one_way(self) -> Self:
        if (self.code is None) is not self.document_seen:
            raise ValueError("by code or by document")
        return self


class KeySet(Reply):
    """It is set; ``told``: the masked addresses that are told about it."""

    told: tuple[str, ...]
