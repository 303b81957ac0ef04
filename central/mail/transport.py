"""One mail through the chamber's SMTP server (RFC 5321), with TLS unless the settings say none."""

import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from central.mail.failures import MailDelayed, MailRefused, ServerAway
from central.mail.outbox import Claimed
from central.settings import Mail

_PERMANENT = range(500, 600)


@dataclass(frozen=True)
class Attachment:
    """A PDF and the name it gets."""

    name: str
    pdf: bytes


def message(
    mail: Claimed, sender: Address, attachments: Sequence[Attachment], now: datetime
) -> EmailMessage:
    """The mail as it travels.

    Raises:
        MailRefused: the recipient's address is none.
    """
    made = EmailMessage()
    try:
        made["To"] = Address(addr_spec=mail.letter.recipient)
    except (ValueError, IndexError, HeaderParseError) as error:
        raise MailRefused("address-invalid") from error
    made["From"] = sender
    made["Subject"] = mail.letter.subject
    made["Date"] = format_datetime(now)
    made["Message-ID"] = f"<{mail.id}@{sender.domain}>"
    made["Auto-Submitted"] = "auto-generated"  # RFC 3834: no absence notes, please
    made["Content-Language"] = "es-CO"
    made.set_content(mail.letter.body)
    for attachment in attachments:
        made.add_attachment(
            attachment.pdf, maintype="application", subtype="pdf", filename=attachment.name
        )
    return made


def deliver(settings: Mail, made: EmailMessage) -> None:
    """Hand it to the server.

    Raises:
        MailDelayed: not now (``ServerAway``: nothing goes out now).
        MailRefused: never.
    """
    try:
        with _connected(settings) as smtp:
            if settings.user:
                smtp.login(settings.user, settings.password.get_secret_value())
            smtp.send_message(made)
    except smtplib.SMTPRecipientsRefused as error:
        ((code, _text),) = error.recipients.values()
        _give_up_or_wait("recipient-refused", code, error)
    except smtplib.SMTPDataError as error:
        _give_up_or_wait("message-refused", error.smtp_code, error)
    except smtplib.SMTPNotSupportedError as error:
        raise ServerAway("not-supported") from error
    except smtplib.SMTPResponseException as error:
        # The greeting, our login or our own address: no mail would pass, people mend the settings.
        raise ServerAway(f"server-refused {error.smtp_code}") from error
    except ssl.SSLError as error:
        raise ServerAway("tls-failed") from error
    except (OSError, smtplib.SMTPException) as error:
        raise ServerAway("server-away") from error


def _give_up_or_wait(what: str, code: int, error: Exception) -> None:
    if code in _PERMANENT:
        raise MailRefused(f"{what} {code}") from error
    raise MailDelayed(f"{what} {code}") from error


def _connected(settings: Mail) -> smtplib.SMTP:
    """A connection on which it is safe to say a password."""
    if settings.encryption == "none":
        return smtplib.SMTP(settings.host, settings.port, timeout=settings.timeout_s)
    context = ssl.create_default_context(cafile=settings.ca_file)
    if settings.encryption == "tls":
        return smtplib.SMTP_SSL(
            settings.host, settings.port, timeout=settings.timeout_s, context=context
        )
    smtp = smtplib.SMTP(settings.host, settings.port, timeout=settings.timeout_s)
    try:
        smtp.starttls(context=context)
    except BaseException:
        smtp.close()
        raise
    return smtp
