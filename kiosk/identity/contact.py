"""How somebody can be reached: mail, telephone, address and municipality, parsed once.

Only what cannot be right is refused; whether a mailbox or a number exists is shown by using it.
Sources: the prepaid form of the chambers' portal (its fields, ``CITY (DEP)``); Resolución CRC 5826
of 2019 (ten digits: mobile ``3…``, fixed ``60…``); RFC 5321 section 4.5.3.1 (lengths of a mailbox).
"""

import re

NAME_MAX = 60
LEGAL_NAME_MAX = 200
ADDRESS_MAX = 120
_MAILBOX = re.compile(r"[^\s@<>(),;:\"\\\[\]]{1,64}@(?P<domain>[^\s@<>(),;:\"\\\[\]]{3,253})")
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
_MUNICIPALITY = re.compile(r"(?P<city>[^\W\d_][^\d()_]{1,58}) ?\((?P<department>[^\W\d_]{3})\)")


class InvalidContact(ValueError):
    """What was typed cannot be right.

    Args:
        code: ``missing``, ``mail``, ``phone``, ``mobile``, ``municipality`` or ``length``; the
        screen has a sentence for each.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def parse_email(text: str) -> str:
    """A mail address; its domain in small letters, as it makes no difference there.

    >>> parse_email(" Ana.R@Correo.Example.INVALID ")
    'Ana.R@correo.example.invalid'

    Raises:
        InvalidContact: ``missing`` or ``mail``.
    """
    address = _written(text)
    found = _MAILBOX.fullmatch(address)
    # Other letters are allowed since RFC 6531, but few servers of those who write take them.
    if found is None or len(address) > 254 or not address.isascii():
        raise InvalidContact("mail")
    name, _, domain = address.partition("@")
    labels = domain.split(".")
    whole = len(labels) > 1 and all(_LABEL.fullmatch(label) for label in labels)
    if not whole or labels[-1].isdecimal() or ".." in name or name[0] == "." or name[-1] == ".":
        raise InvalidContact("mail")
    return f"{name}@{domain.lower()}"


def parse_phone(text: str) -> str:
    """The digits of a telephone: ten, or the seven that fixed lines had until 2021.

    >>> parse_phone("+57 (601) 555 00 01"), parse_phone("300 000 0001"), parse_phone("5550001")
    ('6015550001', '3000000001', '5550001')

    Raises:
        InvalidContact: ``missing`` or ``phone``.
    """
    digits = _digits(text)
    if digits is None or not re.fullmatch(r"(?:60[0-9]|3[0-9]{2})?[0-9]{7}", digits):
        raise InvalidContact("phone")
    return digits


def parse_mobile(text: str) -> str:
    """The ten digits of a mobile telephone.

    >>> parse_mobile("300 000 0001")
    '3000000001'

    Raises:
        InvalidContact: ``missing`` or ``mobile``.
    """
    digits = _digits(text)
    if digits is None or not re.fullmatch(r"3[0-9]{9}", digits):
        raise InvalidContact("mobile")
    return digits


def parse_municipality(text: str) -> str:
    """A municipality as the registry writes it: capitals, its department in brackets.

    >>> parse_municipality("Ibagué(tol)")
    'IBAGUÉ (TOL)'

    Raises:
        InvalidContact: ``missing`` or ``municipality``.
    """
    found = _MUNICIPALITY.fullmatch(_written(text))
    if found is None:
        raise InvalidContact("municipality")
    return f"{found['city'].strip().upper()} ({found['department'].upper()})"


def parse_name(text: str, longest: int = NAME_MAX) -> str:
    """A name or an address: one line, not longer than its place.

    >>> parse_name("  Ana   Lucía ")
    'Ana Lucía'

    Raises:
        InvalidContact: ``missing`` or ``length``.
    """
    name = _written(text)
    if len(name) > longest:
        raise InvalidContact("length")
    return name


def _written(text: str) -> str:
    """On one line, with single spaces.

    Raises:
        InvalidContact: ``missing``.
    """
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if not line:
        raise InvalidContact("missing")
    return line


def _digits(text: str) -> str | None:
    """Without separators and the country's prefix; None if there is anything else."""
    digits = re.sub(r"[\s().-]", "", _written(text))
    digits = re.sub(r"^(?:\+|00)57", "", digits)
    return digits if digits.isascii() and digits.isdigit() else None
