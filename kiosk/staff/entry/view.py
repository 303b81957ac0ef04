"""What the screen ``staff/SignIn`` draws of the door; of secrets only the length.

The answer to a challenge is shown as it is typed: it is read out over the telephone, is good for
this challenge alone, and has left the state when the door has judged it.
"""

from dataclasses import dataclass

from kiosk.contract.offline_entry import LENGTH
from kiosk.staff.entry.advance import CODE_LENGTH, may_continue
from kiosk.staff.entry.state import Entry
from kiosk.visit.typing_keys import SECRET_LENGTH_MAX
from kiosk.visit.views import Choice, KeyEntry
from kiosk.visit.wording import long_day

SCREEN = "staff/SignIn"


@dataclass(frozen=True)
class SignInBody:
    """The door.

    ``needs`` is the action it asks leave for, ``stage`` the step (login | key | code | role |
    challenge), ``error`` a code with a sentence, ``wait_s`` counts a refusal to look down.
    """

    needs: str
    stage: str
    login: str
    key: KeyEntry
    code_length: int
    code_size: int
    error: str
    tries_left: int
    wait_s: int
    checking: bool
    can_continue: bool
    can_go_offline: bool
    roles: tuple[Choice, ...]
    challenge: str
    fingerprint: str
    day: str
    answer: str
    answer_size: int


def body(entry: Entry, language: str) -> SignInBody:
    """Draw it; total over every step."""
    challenge = entry.challenge
    return SignInBody(
        needs=entry.needs,
        stage=entry.step,
        login=entry.login,
        key=_key(entry),
        code_length=len(entry.code),
        code_size=CODE_LENGTH,
        error=entry.error,
        tries_left=entry.tries_left,
        wait_s=entry.wait_s,
        checking=entry.checking,
        can_continue=may_continue(entry),
        can_go_offline=entry.offline and entry.step in ("login", "key") and entry.login != "",
        roles=tuple(Choice(role, selected=role == entry.role) for role in entry.roles),
        challenge=challenge.text if challenge else "",
        fingerprint=challenge.fingerprint if challenge else "",
        day=long_day(challenge.day, language) if challenge else "",
        answer=entry.answer,
        answer_size=LENGTH,
    )


def _key(entry: Entry) -> KeyEntry:
    key = entry.key
    return KeyEntry(
        length=min(len(key.text), SECRET_LENGTH_MAX),
        shown=key.text if key.showing else "",
        showing=key.showing,
        caps=key.caps,
        checking=entry.checking,
    )
