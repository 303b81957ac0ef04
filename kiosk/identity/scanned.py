"""What one scanned symbol is: a person's document, or a code of our own."""

import re
from dataclasses import dataclass

from kiosk.identity.cedula import read_cedula
from kiosk.identity.holder import Holder
from kiosk.identity.mrz import read_mrz

_AIM = re.compile(rb"^\][A-Za-z][0-9]")
_CERTIFICATE = re.compile(r"https?://[^\s/]{1,253}/(?:[^\s?#]{0,200}/)?v/(?P<code>[0-9A-Z]{8})/?")
_RECOVERY_HEAD = "DISPENSADOR:RETOMAR:"
# Six letters without look-alikes, as central gives them.
_RECOVERY = re.compile(_RECOVERY_HEAD + r"(?P<code>[2-9A-HJKMNP-Z]{6})")
_SERVICE = re.compile(r"DISPENSADOR:SERVICIO:(?P<code>[0-9A-Z-]{8,40})")
_LONGEST_TEXT = 512


@dataclass(frozen=True)
class CertificateCode:
    """The verification code of a printed certificate."""

    code: str


@dataclass(frozen=True)
class RecoveryCode:
    """The recovery code of an interrupted purchase, from the kiosk's own slip."""

    code: str


@dataclass(frozen=True)
class ServiceCode:
    """The code of a service card: it leads to the door of the maintenance, and opens nothing."""

    code: str


Scanned = Holder | CertificateCode | RecoveryCode | ServiceCode


def recovery_symbol(code: str) -> str:
    """The text of the slip's QR symbol; only characters of its dense alphanumeric mode.

    >>> read_symbol(recovery_symbol("K7MPQ2").encode())
    RecoveryCode(code='K7MPQ2')
    """
    return f"{_RECOVERY_HEAD}{code}"


def read_symbol(payload: bytes) -> Scanned | None:
    """Read one symbol; None for whatever is none of ours.

    The payload may hold fingerprints: keep and log nothing of it but this function's answer.
    """
    holder = read_cedula(payload)
    if holder is not None:
        return holder
    payload = _AIM.sub(b"", payload)
    if len(payload) > _LONGEST_TEXT or not payload.isascii():
        return None
    text = payload.decode("ascii").strip("\x00\r\n\t ")
    certificate = _CERTIFICATE.fullmatch(text)
    if certificate:
        return CertificateCode(certificate["code"])
    service = _SERVICE.fullmatch(text)
    if service:
        return ServiceCode(service["code"])
    recovery = _RECOVERY.fullmatch(text)
    return RecoveryCode(recovery["code"]) if recovery else read_mrz(text)
