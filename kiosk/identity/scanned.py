"""What one scanned symbol is: a person's document, or a code of our own."""

import re
from dataclasses import dataclass

from kiosk.identity.cedula import read_cedula
from kiosk.identity.holder import Holder
from kiosk.identity.mrz import read_mrz

_AIM = re.compile(rb"^\][A-Za-z][0-9]")
_CERTIFICATE = re.compile(r"https?://[^\s/]{1,253}/(?:[^\s?#]{0,200}/)?v/(?P<code>[0-9A-Z]{8})/?")
_LONGEST_TEXT = 512


@dataclass(frozen=True)
class CertificateCode:
    """The verification code of a printed certificate."""

    code: str


Scanned = Holder | CertificateCode


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
    return CertificateCode(certificate["code"]) if certificate else read_mrz(text)
