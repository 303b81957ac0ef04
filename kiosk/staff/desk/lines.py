"""Lines that every screen of a desk is made of: fields, keys, papers, forms of payment."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FieldLine:
    """A field to type into. ``kind``: text | pesos | count | number | secret | code.

    ``note`` is what the typed number means ("$20.000"), ``length`` what there is of a secret.
    """

    name: str
    kind: str
    text: str = ""
    note: str = ""
    length: int = 0
    wrong: bool = False


@dataclass(frozen=True)
class KeyLine:
    """A key of the keyboard that does something here; ``to`` is what."""

    key: str
    to: str
    enabled: bool = True


@dataclass(frozen=True)
class PaperLine:
    """A paper: working | printed | kept (as PDF) | both | file | failed, and its PDF's name."""

    state: str
    error: str = ""
    file: str = ""


@dataclass(frozen=True)
class FormLine:
    """A payment form of a close; ``sign``: even | over | short."""

    form: str
    expected: str
    counted: str
    difference: str
    sign: str
