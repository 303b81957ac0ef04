"""Operators are told by mail, through a real server: once when it begins, once when it is over."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from sqlalchemy import select

from central.alerts.letters import what
from central.alerts.rules import Rule
from central.alerts.severity import Severity, severity
from central.devices.state import set_state
from central.devices.tables import DeviceState
from central.jobs import look
from central.mail.failures import MailRefused
from central.mail.outbox import Letter, queue
from central.mail.tables import MailState, OutboxMail
from central.mail.transport import Attachment
from central.mail.worker import deliver_due
from central.records.record import IncidentKind, incident
from central.services import Services
from central.settings import Mail, Operators
from tests.support.central import Central, Terminal, enrolled, make_central
from tests.support.mail import Mailbox, mail_server

TO = ("turno@example.invalid", "jefe@example.invalid")


@pytest.fixture
def box() -> Iterator[Mailbox]:
    with mail_server() as running:
        yield running


@pytest.fixture
def at(tmp_path: Path, database_url: str, box: Mailbox) -> Iterator[Any]:
    """Makes centrals with a mail server; they are closed in the end."""
    made: list[Central] = []

    def make(host: str = "127.0.0.1", **operators: Any) -> Central:
        mail = Mail(host=host, port=box.port, encryption="none", timeout_s=5.0, tries_max=1)
        told = Operators(**{"addresses": TO, **operators})
        made.append(make_central(tmp_path, database_url, mail=mail, operators=told))
        return made[-1]

    yield make
    for central in made:
        central.close()


def no_paper(_services: Services, _reference: str) -> Attachment:
    raise MailRefused("no-such-paper")


def round_(central: Central) -> int:
    """What the sweeper and the mail worker do; how many mails went out."""
    look(central.services)
    return deliver_due(central.services, no_paper)


def freeze(central: Central, terminal: Terminal, state: DeviceState) -> None:
    now, id_ = central.clock(), terminal.identity.device_id
    central.services.database.run(lambda db: set_state(db, id_, state, "test", now))


def test_an_alert_and_its_all_clear_reach_each_address_once(at: Any, box: Mailbox) -> None:
    central = at()
    terminal = enrolled(central)
    freeze(central, terminal, DeviceState.FROZEN)
    assert (round_(central), round_(central)) == (2, 0)
    assert sorted(box.recipients) == sorted(TO)
    assert box.mails[0]["Subject"] == (
        "CC Ejemplo: [URGENTE] K01 (V-1): detenido: posible copia del equipo"
    )
    text = box.mails[0].get_content()
    assert "Desde: 2026-11-21 10:00" in text  # Colombia's time
    central.clock.advance(60)
    freeze(central, terminal, DeviceState.ACTIVE)
    assert (round_(central), round_(central)) == (2, 0)
    assert box.mails[2]["Subject"].startswith("CC Ejemplo: [Resuelto] K01 (V-1)")
    assert "Terminó: 2026-11-21 10:01" in box.mails[2].get_content()
    # It begins again: that is news.
    freeze(central, terminal, DeviceState.FROZEN)
    assert round_(central) == 2


def test_in_english_for_who_wants_it(at: Any, box: Mailbox) -> None:
    central = at(language="en", addresses=TO[:1])
    enrolled(central)
    central.clock.advance(181)
    assert round_(central) == 1
    assert box.mails[0]["Subject"] == "CC Ejemplo: [Warning] K01 (V-1): is silent"
    assert "Since: 2026-11-21 10:03" in box.mails[0].get_content()


def test_who_wants_only_urgent_mail_gets_no_other(at: Any, box: Mailbox) -> None:
    central = at(only_urgent=True, addresses=TO[:1])
    enrolled(central)
    central.clock.advance(181)
    assert round_(central) == 0
    now = central.clock()
    kind = IncidentKind.AUDIT_CHAIN_BROKEN
    central.services.database.run(lambda db: incident(db, "99", now, kind))
    assert round_(central) == 1
    assert "la bitácora del equipo fue alterada" in box.mails[0]["Subject"]


@pytest.mark.parametrize("without", [{"host": ""}, {"addresses": ()}], ids=["server", "addresses"])
def test_without_server_or_addresses_only_the_table_tells(at: Any, without: Any) -> None:
    central = at(**without)
    freeze(central, enrolled(central), DeviceState.FROZEN)
    look(central.services)
    assert central.services.database.run(lambda db: list(db.scalars(select(OutboxMail)))) == []


def test_several_watchers_send_one_mail(at: Any, box: Mailbox) -> None:
    central = at(addresses=TO[:1])
    freeze(central, enrolled(central), DeviceState.FROZEN)
    barrier = threading.Barrier(5)

    def watching() -> None:
        barrier.wait(20)
        look(central.services)

    threads = [threading.Thread(target=watching) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert round_(central) == len(box.mails) == 1


def test_a_mail_that_was_given_up_is_an_alert_that_does_not_feed_on_itself(
    at: Any, box: Mailbox
) -> None:
    central = at(addresses=TO[:1])
    now = central.clock()
    letter = Letter("test", "x@example.invalid", "x", "x")
    central.services.database.run(lambda db: queue(db, "99", "k", letter, now, 0))
    box.replies_to_rcpt = ["550 nobody"] * 2  # the mail, and the alert about it
    deliver_due(central.services, no_paper)
    for _ in range(4):
        round_(central)
        central.clock.advance(60)
    rows = central.services.database.run(
        lambda db: list(db.execute(select(OutboxMail.kind, OutboxMail.state)))
    )
    assert sorted(map(tuple, rows)) == [
        ("operator-alert", MailState.PARKED),
        ("test", MailState.PARKED),
    ]


def test_every_alert_has_words_in_both_languages() -> None:
    for rule in set(Rule) - {Rule.INCIDENT}:
        assert what(rule, "x", "es") != what(rule, "x", "en") != rule
    for kind in IncidentKind:
        assert what(Rule.INCIDENT, kind, "es") != what(Rule.INCIDENT, kind, "en") != kind
    assert what(Rule.INCIDENT, "unheard-of", "es") == "unheard-of"


def test_what_touches_money_or_identity_is_urgent() -> None:
    urgent = {kind for kind in IncidentKind if severity("incident", kind) is Severity.URGENT}
    assert set(IncidentKind) - urgent == {
        IncidentKind.LATE_CAPTURE,
        IncidentKind.OPERATION_STALE,
    }
    assert {rule for rule in Rule if severity(rule, "x") is Severity.URGENT} == {
        Rule.CLONED,
        Rule.GAP,
        Rule.PARKED,
        Rule.INCIDENT,
    }


@pytest.mark.parametrize(
    "address", ["", "nobody", "a@b, c@d", "Ana <a@b>", "a b@c", "a@b\nBcc:c@d"]
)
def test_an_operators_address_is_one_address(address: str) -> None:
    with pytest.raises(ValidationError):
        Operators(addresses=(address,))
