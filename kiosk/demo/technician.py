"""An invented technician for a demonstration on a screen: somebody must open the maintenance.

Made for this one run by central's own rules: a key that is drawn here, and a second factor that
the person's telephone reads from the console. Nothing of it is worth anything afterwards.
"""

import io
import secrets
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import parse_qs, urlsplit

import httpx
import qrcode

from kiosk.contract.staff.identity import StaffEnrol, StaffEnrolled

LOGIN, NAME = "teresa", "Teresa Ejemplo"
_ENROL_S = 10.0


class Commands(Protocol):
    """Central, as whoever runs it sees it."""

    @property
    def url(self) -> str:
        """Where it is."""
        ...

    def command(self, *arguments: str) -> str:
        """Run one of its commands and return what it printed."""
        ...


@dataclass(frozen=True)
class Technician:
    """Who may open the maintenance of this demonstration."""

    login: str
    key: str
    provisioning_uri: str

    @property
    def seed(self) -> str:
        """The second factor, for an authenticator into which it is typed."""
        return parse_qs(urlsplit(self.provisioning_uri).query)["secret"][0]


def hire(central: Commands) -> Technician:
    """Add and enrol them at a central that is running.

    Raises:
        httpx.HTTPError: central does not take them.
    """
    given = central.command("staff", "add", LOGIN, NAME, "--role", "technician").strip()
    key = f"t-{secrets.token_hex(4)}"
    message = StaffEnrol(login=LOGIN, key=given, new_key=key)
    with httpx.Client(base_url=central.url, timeout=_ENROL_S, trust_env=False) as http:
        reply = http.post("/v1/staff/enrol", content=message.model_dump_json())
        reply.raise_for_status()
    told = StaffEnrolled.model_validate_json(reply.content)
    return Technician(LOGIN, key, told.provisioning_uri)


def in_words(technician: Technician) -> str:
    """What is shown on the console: how to get in, and the code for the telephone."""
    code = qrcode.QRCode(border=2)
    code.add_data(technician.provisioning_uri)
    picture = io.StringIO()
    code.print_ascii(out=picture, invert=True)
    return (
        f"{picture.getvalue()}"
        "maintenance: touch the corners of the first screen, top left, bottom right, top right, "
        "bottom left\n"
        f"  technician {technician.login}   key {technician.key}   "
        f"second factor {technician.seed} (or the code above)"
    )
