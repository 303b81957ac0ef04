"""Somebody of the staff, with a key and an authenticator of their own.

marta = hired(central, "marta")           # enrolled by the real rules; has not signed in yet
marta.sign_in()                           # over HTTP, from the office
marta.ask("/v1/staff/kiosks/list", k.ListKiosks)
"""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pyotp

from central.staff.enrolment import enrol
from central.staff.members import reset
from central.staff.place import StaffPlace
from kiosk.contract.messages import Message
from kiosk.contract.staff import identity as i
from kiosk.contract.staff.base import StaffMessage
from tests.support.central import Central, Terminal

STEP_S = 30
OFFICE = StaffPlace(None, "127.0.0.1")
OPEN = "/v1/staff/sessions/open"


@dataclass
class Colleague:
    """A member of the staff; asks from the office, or at ``terminal``."""

    central: Central
    login: str
    key: str
    seed: str
    terminal: Terminal | None = None
    session: str = ""
    http: httpx.Client = field(init=False)

    def __post_init__(self) -> None:
        self.http = self.central.http()

    def code(self, steps: int = 0) -> str:
        """The code of the present time step, or of one so many steps away."""
        return pyotp.TOTP(self.seed).at(self.central.clock(), counter_offset=steps)

    def wrong_code(self) -> str:
        """A code that is none of those accepted now."""
        good = {self.code(steps) for steps in (-1, 0, 1)}
        return next(code for code in ("000000", "111111", "222222", "333333") if code not in good)

    def fresh_code(self) -> str:
        """A code nobody used yet: time passes."""
        self.central.clock.advance(STEP_S)
        return self.code()

    def open(self, **changes: Any) -> httpx.Response:
        """Try to sign in."""
        message = i.OpenStaffSession(login=self.login, key=self.key, code=self.code())
        return self.send(OPEN, message.model_copy(update=changes))

    def sign_in(self) -> i.StaffSessionOpened:
        """Sign in with a code nobody used yet."""
        answer = self.open(code=self.fresh_code())
        assert answer.status_code == 200, answer.text
        opened = i.StaffSessionOpened.model_validate_json(answer.content)
        self.session = opened.staff_session
        return opened

    def ask(self, path: str, kind: type[StaffMessage], **values: Any) -> httpx.Response:
        """Ask as who is signed in; the reason, where there must be one, is always good."""
        if "reason" in kind.model_fields:
            values = {"reason": "as agreed", **values}
        return self.send(path, kind(staff_session=self.session or "x" * 43, **values))

    def approve(self, op_id: str, **changes: Any) -> httpx.Response:
        """Allow a refund, wherever this colleague is."""
        message = i.Approve(
            login=self.login,
            key=self.key,
            code=self.fresh_code(),
            action="refund",
            subject=op_id,
            reason="seen the blank page",
        )
        return self.send("/v1/staff/approvals", message.model_copy(update=changes))

    def send(self, path: str, message: Message) -> httpx.Response:
        """Send, signed by the terminal if this colleague stands at one."""
        if self.terminal is not None:
            return self.terminal.post(path, message)
        return self.http.post(path, content=message.model_dump_json())


def hired(central: Central, login: str, terminal: Terminal | None = None) -> Colleague:
    """Somebody of ``tests.support.central.hire`` with a key and a seed of their own."""
    key = f"k-{login[::-1]}-2026"
    given = reset(central.services, login)
    told = enrol(central.services, OFFICE, i.StaffEnrol(login=login, key=given, new_key=key))
    return Colleague(central, login, key, seed_in(told.provisioning_uri), terminal)


def seed_in(provisioning_uri: str) -> str:
    """The seed as an authenticator reads it."""
    return parse_qs(urlsplit(provisioning_uri).query)["secret"][0]
