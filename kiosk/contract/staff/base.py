"""What all messages of the staff have in common."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from kiosk.contract.messages import Message, Token
from kiosk.identity.contact import parse_email

Login = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]{0,39}$")]
TotpCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$"), Field(repr=False)]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=400)]
"""Kept for ever with the name of who gave it; no customer's data belongs there."""
Typed = Annotated[str, StringConstraints(max_length=300)]
"""As somebody typed it, before it is judged and tidied."""


def _email(text: str) -> str:
    return text and parse_email(text)


Email = Annotated[Typed, AfterValidator(_email), Field(repr=False)]
"""A mail address; empty: there is none."""
RoleName = Literal["cashier", "supervisor", "technician", "administrator"]


class StaffMessage(Message):
    """Base of what only somebody signed in may ask."""

    staff_session: Token


class Reasoned(StaffMessage):
    """Base of what changes something: why, for the audit trail."""

    reason: Reason
