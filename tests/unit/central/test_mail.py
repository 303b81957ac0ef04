"""Mail through a real server on this machine: once, later, or parked, and silent about people."""

import datetime
import ipaddress
import json
import threading
from pathlib import Path
from typing import Any

import pytest
import structlog
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from pydantic import ValidationError
from sqlalchemy import select

from central.mail.failures import MailDelayed, MailRefused
from central.mail.keeping import forget_old
from central.mail.outbox import Letter, claim, queue, unpark
from central.mail.tables import MailState, OutboxMail
from central.mail.transport import Attachment
from central.mail.worker import MailWorker, deliver_due
from central.services import Services
from central.settings import Mail
from tests.support.central import Central, fresh_database, make_central
from tests.support.mail import Mailbox, free_port, mail_server

LETTER = Letter("test", "ana@example.invalid", "Asunto con ñ", "Texto con tilde: acción\n")


def no_paper(_services: Services, _reference: str) -> Attachment:
    raise MailRefused("no-such-paper")


def with_mail(tmp_path: Path, database_url: str, port: int, **more: Any) -> Central:
    values = {"host": "127.0.0.1", "port": port, "encryption": "none", "timeout_s": 5.0, **more}
    return make_central(tmp_path, database_url, mail=Mail(**values))


@pytest.fixture
def at(tmp_path: Path, database_url: str) -> Any:
    """Makes centrals that send to a port; they are closed in the end."""
    made: list[Central] = []

    def make(port: int, **more: Any) -> Central:
        made.append(with_mail(tmp_path, database_url, port, **more))
        return made[-1]

    yield make
    for central in made:
        central.close()


def put(central: Central, letter: Letter = LETTER, key: str = "k", wait_s: int = 0) -> bool:
    now = central.clock()
    return central.services.database.run(
        lambda db: queue(db, central.services.chamber, key, letter, now, wait_s)
    )


def rows(central: Central) -> list[OutboxMail]:
    query = select(OutboxMail).order_by(OutboxMail.id)
    return central.services.database.run(lambda db: list(db.scalars(query)))


def send(central: Central) -> int:
    return deliver_due(central.services, no_paper)


def test_a_mail_arrives_once_as_it_was_written(at: Any) -> None:
    with mail_server() as box:
        central = at(box.port, sender="avisos@example.invalid")
        assert put(central)
        assert not put(central)  # the same key
        assert (send(central), send(central)) == (1, 0)
        (mail,) = box.mails
        (row,) = rows(central)
    assert box.recipients == ["ana@example.invalid"]
    assert mail["Subject"] == "Asunto con ñ"
    assert mail["From"] == "Cámara de Comercio de Ejemplo <avisos@example.invalid>"
    assert mail["Message-ID"] == f"<{row.id}@example.invalid>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert "acción" in mail.get_content()
    assert (row.state, row.attempts, row.sent_at) == (MailState.SENT, 1, central.clock())


def test_a_server_that_is_away_is_tried_again_with_growing_pauses(at: Any) -> None:
    port = free_port()
    central = at(port, first_pause_s=30, pause_max_s=200, tries_max=20)
    put(central)
    pauses = []
    for _ in range(5):
        assert send(central) == 0
        (row,) = rows(central)
        assert (row.state, row.reason) == (MailState.WAITING, "server-away")
        pauses.append(round((row.next_try_at - central.clock()).total_seconds()))
        central.clock.advance(pauses[-1] - 1)
        assert send(central) == 0
        assert rows(central)[0].attempts == len(pauses)  # too early: not even tried
        central.clock.advance(1)
    assert pauses == [30, 60, 120, 200, 200]
    with mail_server(port=port) as box:
        assert send(central) == 1
    assert len(box.mails) == 1


def test_pauses_and_tries_survive_a_restart(tmp_path: Path, database_url: str) -> None:
    first = with_mail(tmp_path, database_url, free_port())
    put(first)
    send(first)
    first.close()
    second = with_mail(tmp_path, database_url, free_port())
    send(second)
    (row,) = rows(second)
    assert row.attempts == 1
    assert row.next_try_at == second.clock() + datetime.timedelta(seconds=30)
    second.close()


def test_after_enough_tries_people_have_to_look(at: Any) -> None:
    central = at(free_port(), tries_max=3, first_pause_s=1)
    put(central)
    for _ in range(6):
        send(central)
        central.clock.advance(60)
    (row,) = rows(central)
    assert (row.state, row.attempts, row.reason) == (MailState.PARKED, 3, "server-away")
    now = central.clock()
    database, chamber = central.services.database, central.services.chamber
    assert database.run(lambda db: unpark(db, chamber, "k", now))
    assert not database.run(lambda db: unpark(db, chamber, "k", now))
    assert (rows(central)[0].state, rows(central)[0].attempts) == (MailState.WAITING, 0)


@pytest.mark.parametrize(
    ("at_rcpt", "at_data", "state", "reason"),
    [
        (["550 no such user ana@example.invalid"], [], MailState.PARKED, "recipient-refused 550"),
        (["450 later, ana@example.invalid"], [], MailState.WAITING, "recipient-refused 450"),
        ([], ["552 too large"], MailState.PARKED, "message-refused 552"),
        ([], ["451 busy"], MailState.WAITING, "message-refused 451"),
    ],
    ids=["nobody", "grey-listed", "too-large", "busy"],
)
def test_a_refused_mail_waits_or_is_parked_and_stops_no_other(
    at: Any, at_rcpt: list[str], at_data: list[str], state: MailState, reason: str
) -> None:
    with mail_server() as box:
        box.replies_to_rcpt, box.replies_to_data = list(at_rcpt), list(at_data)
        central = at(box.port)
        put(central, key="first")
        put(central, key="second")
        assert send(central) == 1
        first, second = rows(central)
    assert (first.state, first.reason) == (state, reason)
    assert second.state is MailState.SENT


@pytest.mark.parametrize("address", ["", "nobody", "a@b, c@d", "a@b\nBcc: c@d", "@", "<a@b>"])
def test_an_address_that_is_none_is_parked(at: Any, address: str) -> None:
    with mail_server() as box:
        central = at(box.port)
        put(central, Letter("test", address, "x", "x"))
        assert send(central) == 0
        (row,) = rows(central)
    assert (row.state, row.reason) == (MailState.PARKED, "address-invalid")
    assert box.mails == []


def test_a_paper_that_cannot_be_made_decides_about_its_mail(at: Any) -> None:
    def later(_services: Services, _reference: str) -> Attachment:
        raise MailDelayed("no-chamber-certificate")

    with mail_server() as box:
        central = at(box.port)
        put(central, Letter("test", LETTER.recipient, "x", "x", ("certificate:x",)))
        assert deliver_due(central.services, later) == 0
        assert (rows(central)[0].state, rows(central)[0].reason) == (
            MailState.WAITING,
            "no-chamber-certificate",
        )
        central.clock.advance(60)
        send(central)
    assert (rows(central)[0].state, rows(central)[0].reason) == (
        MailState.PARKED,
        "no-such-paper",
    )


def test_a_worker_that_died_while_sending_leaves_the_mail_for_later(at: Any) -> None:
    with mail_server() as box:
        central = at(box.port, first_pause_s=30)
        put(central)
        services, now = central.services, central.clock()
        taken = services.database.run(
            lambda db: claim(db, services.settings.mail, services.chamber, now)
        )
        assert taken is not None
        assert send(central) == 0  # it is that worker's for now
        central.clock.advance(30)
        assert send(central) == 1
        assert box.mails[0]["Message-ID"] == f"<{taken.id}@example.invalid>"


def test_several_workers_send_each_mail_once(at: Any) -> None:
    with mail_server() as box:
        central = at(box.port)
        for number in range(12):
            put(central, key=f"k{number}")
        counts: list[int] = []
        threads = [threading.Thread(target=lambda: counts.append(send(central))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sum(counts) == len(box.mails) == 12
    assert {row.state for row in rows(central)} == {MailState.SENT}


def test_no_log_line_tells_about_people(at: Any) -> None:
    with mail_server() as box, structlog.testing.capture_logs() as lines:
        box.replies_to_rcpt = ["550 no such user ana@example.invalid"]
        central = at(box.port)
        put(central, key="refused")
        put(central, key="sent")
        send(central)
    assert [line["event"] for line in lines] == ["mail-parked", "mail-sent"]
    text = json.dumps(lines)
    assert "ana" not in text
    assert "Asunto" not in text


def test_words_and_addresses_go_after_some_time_keys_and_times_stay(at: Any) -> None:
    with mail_server() as box:
        box.replies_to_rcpt = ["550 nobody"]
        central = at(box.port, keep_days=30)
        put(central, key="parked")
        put(central, key="sent")
        put(central, key="waiting", wait_s=365 * 86_400)
        send(central)
    parked, _, waiting = rows(central)
    central.clock.advance(30 * 86_400)
    assert forget_old(central.services) == 0
    central.clock.advance(1)
    assert forget_old(central.services) == 2
    assert forget_old(central.services) == 0
    assert not put(central, key="sent")  # what was told once stays told
    for row, before in zip(rows(central), (parked, None, waiting), strict=True):
        if row.state is MailState.WAITING:
            assert (row.recipient, row.body) == (LETTER.recipient, LETTER.body)
        else:
            assert (row.recipient, row.subject, row.body) == ("", "", "")
        assert before is None or row.created_at == before.created_at
    now = central.clock()
    chamber = central.services.chamber
    assert not central.services.database.run(lambda db: unpark(db, chamber, "parked", now))


# TLS and login


def authority(tmp_path: Path) -> tuple[Path, Path]:
    """Certificate and key of a mail server at 127.0.0.1, its own authority."""
    key = generate_private_key(SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail.example.invalid")])
    today = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - datetime.timedelta(days=1))
        .not_valid_after(today + datetime.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    paths = tmp_path / "mail.crt", tmp_path / "mail.key"
    paths[0].write_bytes(certificate.public_bytes(Encoding.PEM))
    paths[1].write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return paths


def secured(tmp_path: Path, box: Mailbox, **changes: Any) -> Central:
    values = {
        "encryption": "starttls",
        "ca_file": tmp_path / "mail.crt",
        "user": "central",
        "password": "right",
        **changes,
    }
    return with_mail(tmp_path, fresh_database(tmp_path, "sqlite"), box.port, **values)


def test_login_and_mail_travel_encrypted(tmp_path: Path) -> None:
    with mail_server(authority(tmp_path)) as box:
        central = secured(tmp_path, box)
        put(central)
        assert send(central) == 1
        assert box.logins == [("central", "right")]
        assert "right" not in repr(central.services.settings)
        central.close()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"ca_file": None}, "tls-failed"),
        ({"password": "wrong"}, "server-refused 535"),
        ({"encryption": "none", "user": ""}, "server-refused 530"),
    ],
    ids=["stranger", "password", "clear"],
)
def test_a_server_not_set_up_rightly_gets_no_mail_and_parks_none(
    tmp_path: Path, changes: dict[str, Any], reason: str
) -> None:
    with mail_server(authority(tmp_path)) as box:
        central = secured(tmp_path, box, **changes)
        put(central)
        put(central, key="other")
        assert send(central) == 0
        first, other = rows(central)
        assert (first.state, first.reason) == (MailState.WAITING, reason)
        assert other.attempts == 0  # the round ended with the first
        assert box.mails == []
        central.close()


def test_a_password_never_goes_in_the_clear() -> None:
    with pytest.raises(ValidationError, match=r"mail\.encryption"):
        Mail(host="127.0.0.1", user="central", encryption="none")


# The thread of ``serve``


def test_the_thread_sends_what_waits_and_ends_when_asked(tmp_path: Path) -> None:
    arrived = threading.Event()

    class Box(Mailbox):
        async def handle_DATA(self, *arguments: Any) -> str:  # noqa: N802
            answer = await super().handle_DATA(*arguments)
            arrived.set()
            return answer

    with mail_server(box=Box()) as box:
        central = with_mail(tmp_path, fresh_database(tmp_path, "sqlite"), box.port, poll_s=0.02)
        put(central)
        worker = MailWorker(central.services, no_paper)
        worker.start()
        assert arrived.wait(20)
        worker.stop()
        assert rows(central)[0].state is MailState.SENT
        central.close()


def test_without_a_host_nothing_runs(tmp_path: Path) -> None:
    central = make_central(tmp_path, fresh_database(tmp_path, "sqlite"))
    before = threading.active_count()
    worker = MailWorker(central.services, no_paper)
    worker.start()
    assert threading.active_count() == before
    worker.stop()
    central.close()
