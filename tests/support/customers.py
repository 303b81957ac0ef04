"""Customers in tests: invented people, what a desk sends about them, and the mail they read.

NADIA.registers(carlos)                       # over HTTP, from where carlos stands
code = read_code(central)                     # out of the newest mail, as it goes out
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from sqlalchemy import select, text

from central.db.tables import metadata
from central.mail.outbox import Letter
from central.mail.tables import OutboxMail
from central.people.one_time import written
from central.settings import Mail
from kiosk.contract.staff import people as p
from kiosk.identity import IdType
from tests.support.central import Central
from tests.support.staff import Colleague

BOTH = pytest.mark.parametrize("mailing", ["sqlite", "postgresql"], indirect=True)
"""For what the database decides."""
PEOPLE = "/v1/staff/people"
MAIL = Mail(host="mail.invalid")
ADDRESS = "nadia@correo.example.invalid"
VERSION = "2026-1"
NEW_KEY = "Zq7-lluvia"
PREPAID = "482107"


@dataclass(frozen=True)
class Customer:
    """Somebody who comes to a desk; ``fields`` is what they say of themselves."""

    id_type: IdType
    id_number: str
    fields: dict[str, str]

    @property
    def who(self) -> dict[str, Any]:
        return {"id_type": self.id_type, "id_number": self.id_number}

    def registers(self, desk: Colleague, **changes: Any) -> httpx.Response:
        values = {**self.who, **self.fields, "consent_version": VERSION, **changes}
        return desk.ask(f"{PEOPLE}/register", p.RegisterPerson, **values)

    def asks_for_code(self, desk: Colleague, purpose: str) -> httpx.Response:
        return desk.ask(f"{PEOPLE}/codes/send", p.SendCode, **self.who, purpose=purpose)

    def sets_prepaid(self, desk: Colleague, key: str = PREPAID, **proof: Any) -> httpx.Response:
        values = {"new_key": key, "why": "first", **(proof or {"document_seen": True})}
        return desk.ask(f"{PEOPLE}/keys/prepaid", p.SetPrepaidKey, **self.who, **values)

    def sets_secure(self, desk: Colleague, code: str, key: str = NEW_KEY) -> httpx.Response:
        values = {"code": code, "new_key": key, "why": "forgotten"}
        return desk.ask(f"{PEOPLE}/keys/secure", p.ResetSecureKey, **self.who, **values)

    def confirms(self, desk: Colleague, code: str) -> httpx.Response:
        return desk.ask(f"{PEOPLE}/codes/confirm", p.ConfirmAddress, **self.who, code=code)

    def changes(self, desk: Colleague, **fields: Any) -> httpx.Response:
        values = {**self.who, "consent_version": VERSION, **fields}
        return desk.ask(f"{PEOPLE}/contact/change", p.ChangeContact, **values)

    def contact(self, desk: Colleague) -> p.Contact:
        answer = desk.ask(f"{PEOPLE}/contact/find", p.FindContact, **self.who)
        assert answer.status_code == 200, answer.text
        return p.Contact.model_validate_json(answer.content)


_REACHED = {
    "email": ADDRESS,
    "landline": "601 555 0101",
    "mobile": "300 000 0007",
    "address": "Calle 9 # 8-07",
    "municipality": "IBAGUÉ (TOL)",
}
NADIA = Customer(
    IdType.CC,
    "1990000077",
    {"first_name": "Nadia", "first_surname": "Ortiz", "second_surname": "Vélez", **_REACHED},
)
OLD_PEDRO = Customer(
    IdType.CC,
    "1990000078",
    {"first_name": "Pedro", "first_surname": "Mora", **_REACHED, "email": ""},
)
LA_CEIBA = Customer(IdType.NIT, "9900009994", {"legal_name": "La Ceiba S.A.S.", **_REACHED})


def letters(central: Central, kind: str = "") -> list[Letter]:
    """What is in the outbox, oldest first, as the database has it."""
    rows = select(OutboxMail).order_by(OutboxMail.created_at, OutboxMail.idempotency_key)
    found = central.services.database.run(lambda db: list(db.scalars(rows)))
    return [
        Letter(row.kind, row.recipient, row.subject, row.body, tuple(json.loads(row.attachments)))
        for row in found
        if kind in ("", row.kind)
    ]


def read_code(central: Central) -> str:
    """The code in the newest mail that brings one, as whoever reads it sees it."""
    body = written(central.services, letters(central, "one-time-code")[-1]).body
    (code,) = (line.strip() for line in body.splitlines() if line.strip().isdecimal())
    return code


def wrong(code: str) -> str:
    """Another code than this one."""
    return f"{(int(code) + 1) % 1_000_000:06d}"


def everything_in(central: Central) -> str:
    """All the database holds, as one text."""

    def read(db: Any) -> str:
        return "\n".join(
            str(tuple(row))
            for table in metadata.sorted_tables
            for row in db.execute(text(f"SELECT * FROM {table.name}"))
        )

    return central.services.database.run(read)


@contextmanager
def without_mail(central: Central) -> Iterator[None]:
    """A chamber that has no mail server."""
    settings = central.services.settings
    before = settings.mail
    settings.__dict__["mail"] = Mail()
    try:
        yield
    finally:
        settings.__dict__["mail"] = before
