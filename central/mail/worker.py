"""Empties the outbox on a thread of its own; several processes may do so on one database."""

import threading
from collections.abc import Callable
from dataclasses import replace
from email.headerregistry import Address

import structlog
from sqlalchemy.exc import SQLAlchemyError

from central.mail import outbox
from central.mail.failures import MailFailed, MailRefused, ServerAway
from central.mail.outbox import Claimed
from central.mail.transport import Attachment, deliver, message
from central.people.one_time import written
from central.services import Services

ROUND_MAX = 100
"""Mails of one round; the rest waits for the next one."""
log = structlog.get_logger("central.mail")

Render = Callable[[Services, str], Attachment]
"""Makes the attachment a reference names; raises ``MailFailed``."""


def deliver_due(services: Services, render: Render) -> int:
    """Send what is due; the number sent. Stops early when the server is away."""
    count = 0
    for _ in range(ROUND_MAX):
        mail = _claim(services)
        if mail is None:
            break
        try:
            _send(services, mail, render)
        except MailFailed as failure:
            _failed(services, mail, failure)
            if isinstance(failure, ServerAway):
                break
        else:
            _sent(services, mail)
            count += 1
    return count


def _claim(services: Services) -> Claimed | None:
    now = services.now()
    settings = services.settings.mail
    return services.database.run(lambda db: outbox.claim(db, settings, services.chamber, now))


def _send(services: Services, mail: Claimed, render: Render) -> None:
    """Outside any transaction: a slow server must not keep the database waiting."""
    settings = services.settings
    address = settings.mail.sender or settings.chamber.email
    sender = Address(settings.chamber.name, addr_spec=address)
    mail = replace(mail, letter=written(services, mail.letter))
    attachments = [render(services, reference) for reference in mail.letter.attachments]
    deliver(settings.mail, message(mail, sender, attachments, services.now()))


def _sent(services: Services, mail: Claimed) -> None:
    now = services.now()
    services.database.run(lambda db: outbox.sent(db, mail, now))


def _failed(services: Services, mail: Claimed, failure: MailFailed) -> None:
    settings = services.settings.mail
    final = isinstance(failure, MailRefused)
    services.database.run(lambda db: outbox.failed(db, settings, mail, failure.reason, final=final))


class MailWorker:
    """Runs ``deliver_due`` until it is stopped; does nothing without a mail server."""

    def __init__(self, services: Services, render: Render) -> None:
        self._services = services
        self._render = render
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="mail", daemon=True)

    def start(self) -> None:
        """Begin with what waited since the last run."""
        if self._services.settings.mail.host:
            self._thread.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """Ask it to end and wait a little for the mail that is going out."""
        self._stop.set()
        if self._thread.ident is not None:
            self._thread.join(timeout_s)

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                deliver_due(self._services, self._render)
            except SQLAlchemyError as error:
                # The database is away; what was claimed is tried again when its time comes.
                log.warning("mail-round-failed", error=type(error).__name__)
            except Exception as error:  # noqa: BLE001 - one odd mail must not end all mail
                log.error("mail-round-broken", error=type(error).__name__)  # noqa: TRY400
            self._stop.wait(self._services.settings.mail.poll_s)
