"""What is typed into the fields of one screen; a secret never leaves it but in a message."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

DIGITS_MAX = 9
"""Pesos typed at a desk: more digits than any limit of a chamber, fewer than any overflow."""
TEXT_MAX = 400


@dataclass(frozen=True)
class Form:
    """Values by field; ``secrets`` apart, so that no view reads them by mistake."""

    values: Mapping[str, str] = field(default_factory=dict)
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)

    def text(self, name: str) -> str:
        """What a field says, without white space around it."""
        return self.values.get(name, "").strip()

    def pesos(self, name: str) -> int:
        """A field of digits as a number; 0 when nothing was typed."""
        return int(self.values.get(name) or 0)

    def put(self, name: str, value: str) -> "Form":
        """With another text in a field."""
        return replace(self, values={**self.values, name: value})

    def put_secret(self, name: str, value: str) -> "Form":
        """With another secret in a field."""
        return replace(self, secrets={**self.secrets, name: value})

    def without_secrets(self) -> "Form":
        """Nothing secret is left."""
        return replace(self, secrets={})


Clean = Callable[[str], str]


def digits(text: str) -> str:
    """The digits of what was typed, without leading zeros.

    >>> digits("$ 20.000"), digits("007"), digits("0")
    ('20000', '7', '0')
    """
    found = "".join(char for char in text if char in "0123456789")[:DIGITS_MAX]
    return found.lstrip("0") or found[:1]


def sentence(text: str) -> str:
    """One line of prose."""
    return "".join(char for char in text if char.isprintable())[:TEXT_MAX]


def login(text: str) -> str:
    """A login as central knows it.

    >>> login("Sofía.R"), login("-x")
    ('sofa.r', 'x')
    """
    signs = "".join(c for c in text.lower() if c in "abcdefghijklmnopqrstuvwxyz0123456789._-")
    return signs.lstrip("._-")[:40]


def reference(text: str) -> str:
    """The number on a voucher or cheque."""
    return "".join(char for char in text if char.isascii() and (char.isalnum() or char == "-"))[:40]


def id_number(text: str) -> str:
    """A document's number, as it may be typed with dots and dashes."""
    return "".join(char for char in text if char.isalnum() or char in ".-")[:20]


def settlement_code(text: str) -> str:
    """A settlement's number or recovery code, as it may be typed.

    >>> settlement_code("k7m 2qx"), settlement_code("000.123")
    ('K7M2QX', '000123')
    """
    return "".join(char for char in text.upper() if char.isascii() and char.isalnum())[:20]
