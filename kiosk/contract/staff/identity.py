"""Sign-in of the staff, its members, and leave given by a second person."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kiosk.contract.messages import Id, Instant, Message, Reply, Secret, Token
from kiosk.contract.staff.base import (
    Email,
    Login,
    Reason,
    Reasoned,
    RoleName,
    StaffMessage,
    TotpCode,
)


class StaffEnrol(Message):
    """``POST /v1/staff/enrol``: take a key of one's own and the seed of the second factor.

    ``key`` is the one that was handed over; it is worth nothing afterwards. May be asked again
    with the new key until the first code was typed, and never after that.
    """

    login: Login
    key: Secret
    new_key: Secret


class StaffEnrolled(Reply):
    """``otpauth://`` address of the seed, to be shown as a QR code and then forgotten."""

    provisioning_uri: Annotated[str, Field(repr=False)]


class OpenStaffSession(Message):
    """``POST /v1/staff/sessions/open``: sign in; a session elsewhere ends."""

    login: Login
    key: Secret
    code: TotpCode


class StaffSessionOpened(Reply):
    """Who is signed in. ``actions`` are the leaves of the role; ``idle_s`` the longest silence."""

    staff_session: Token
    name: str
    role: RoleName
    actions: tuple[str, ...]
    idle_s: int
    expires_at: Instant


class CloseStaffSession(StaffMessage):
    """``POST /v1/staff/sessions/close``: sign out."""


class ChangeStaffKey(StaffMessage):
    """``POST /v1/staff/key``: another key of one's own; the old one and a code prove who asks."""

    key: Secret
    code: TotpCode
    new_key: Secret


class StaffKeyChanged(Reply):
    """It is changed; ``told``: a notice goes to the member's own address."""

    told: bool


class Approve(Message):
    """``POST /v1/staff/approvals``: a second person allows one action on one thing, once.

    Without session: the second person proves who they are here and now, at whatever place.
    """

    login: Login
    key: Secret
    code: TotpCode
    action: Literal["refund", "reverse-top-up", "apply-payment", "return-payment"]
    subject: Id
    reason: Reason


class Approved(Reply):
    """Until when the approval may be used."""

    expires_at: Instant


class ListStaff(StaffMessage):
    """``POST /v1/staff/members/list``."""


class Member(Reply):
    """Somebody who works or worked here; ``enrolled``: with a second factor."""

    login: str
    name: str
    role: RoleName
    active: bool
    enrolled: bool


class Members(Reply):
    """Everybody, by login."""

    members: tuple[Member, ...]


class AddStaff(Reasoned):
    """``POST /v1/staff/members/add``."""

    login: Login
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
    role: RoleName
    email: Email = ""


class ResetStaff(Reasoned):
    """``POST /v1/staff/members/reset``: a fresh key, no second factor, no session, no lock-out."""

    login: Login


class RetireStaff(Reasoned):
    """``POST /v1/staff/members/retire``: somebody left; sessions end at once."""

    login: Login


class KeyGiven(Reply):
    """The key to hand over, shown once; it must be changed with the first use."""

    login: str
    key: Secret
