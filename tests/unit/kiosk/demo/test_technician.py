"""The technician of a demonstration can sign in at the central that it runs."""

from dataclasses import dataclass
from pathlib import Path

import pyotp

from central.staff.add import add_staff
from central.staff.tables import Role
from kiosk.contract.staff import identity as i
from kiosk.demo.technician import hire, in_words
from tests.support.central import Central, RunningClock, fresh_database, make_central, running
from tests.support.staff import OPEN


@dataclass
class Console:
    """Central's command line, as the demonstration calls it."""

    central: Central
    url: str

    def command(self, *arguments: str) -> str:
        staff, add, login, name, option, role = arguments
        assert (staff, add, option) == ("staff", "add", "--role")
        return add_staff(self.central.services, login, name, Role(role)) + "\n"


def test_who_is_hired_for_a_demonstration_opens_the_maintenance(tmp_path: Path) -> None:
    central = make_central(tmp_path, fresh_database(tmp_path, "sqlite"), RunningClock())
    with running(central) as address:
        technician = hire(Console(central, address))
    code = pyotp.TOTP(technician.seed).at(central.clock())
    message = i.OpenStaffSession(login=technician.login, key=technician.key, code=code)
    reply = central.http().post(OPEN, content=message.model_dump_json())
    opened = i.StaffSessionOpened.model_validate_json(reply.content)
    central.close()

    assert (opened.role, "maintain-kiosk" in opened.actions) == ("technician", True)
    told = in_words(technician)
    assert technician.key in told
    assert technician.seed in told


def test_every_demonstration_has_a_key_of_its_own(tmp_path: Path) -> None:
    keys = set()
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        central = make_central(folder, fresh_database(folder, "sqlite"), RunningClock())
        with running(central) as address:
            keys.add(hire(Console(central, address)).key)
        central.close()
    assert len(keys) == 2
