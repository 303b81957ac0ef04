"""Colombian identity document types and numbers.

Numbers are text, never integers. A NIT is typed *with* its check digit, which is verified and kept
apart
from the base number; the cédula has no check digit, so only length and range can be judged.

Sources: DIAN, Orden Administrativa 4 of 1989 (check digit, through ``stdnum.co.nit``); length
rules of the
chambers' registry service (types 1-5, E, N, R).
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from stdnum.co import nit
from stdnum.exceptions import InvalidChecksum, ValidationError


class IdType(StrEnum):
    """Types of identity document; the value is the code on the wire and on paper."""

    CC = "CC"
    NIT = "NIT"
    CE = "CE"
    TI = "TI"
    PA = "PA"


class InvalidId(ValueError):
    """The typed number cannot be a document of this type.

    Args:
        code: ``empty``, ``length``, ``digits``, ``leading-zero`` or ``check-digit``; the screen
        has a sentence for each.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class PersonId:
    """A parsed identity: ``number`` without separators and without check digit."""

    id_type: IdType
    number: str
    check_digit: str = ""


# Lengths of the number as printed, without check digit: (shortest, longest).
_LENGTHS = {
    IdType.CC: (3, 10),
    IdType.NIT: (9, 10),
    IdType.CE: (3, 10),
    IdType.TI: (10, 11),
    IdType.PA: (4, 16),
}


def parse_id(id_type: IdType, text: str) -> PersonId:
    """Parse what somebody typed.

    >>> parse_id(IdType.NIT, "900.123.456-8")
    PersonId(id_type=<IdType.NIT: 'NIT'>, number='900123456', check_digit='8')
    >>> parse_id(IdType.CC, "1.990.000.001").number
    '1990000001'

    Raises:
        InvalidId: with the reason code.
    """
    number = re.sub(r"[.,\s-]", "", text).upper()
    if not number:
        raise InvalidId("empty")
    if id_type is not IdType.PA and not (number.isascii() and number.isdigit()):
        raise InvalidId("digits")
    if id_type is IdType.PA and not (number.isascii() and number.isalnum()):
        raise InvalidId("digits")
    check_digit = ""
    if id_type is IdType.NIT:
        number, check_digit = number[:-1], number[-1:]
    shortest, longest = _LENGTHS[id_type]
    if not shortest <= len(number) <= longest:
        raise InvalidId("length")
    if id_type is IdType.CC and number.startswith("0"):
        raise InvalidId("leading-zero")
    if id_type is IdType.NIT:
        try:
            nit.validate(number + check_digit)
        except InvalidChecksum as error:
            raise InvalidId("check-digit") from error
        except ValidationError as error:
            raise InvalidId("length") from error
    return PersonId(id_type, number, check_digit)


def format_id(person: PersonId) -> str:
    """Write an identity with thousands dots, and a NIT with its check digit.

    >>> format_id(PersonId(IdType.NIT, "900123456", "8"))
    '900.123.456-8'
    >>> format_id(PersonId(IdType.PA, "AX1234"))
    'AX1234'
    """
    if person.id_type is IdType.PA:
        return person.number
    dotted = f"{int(person.number):,}".replace(",", ".")
    return f"{dotted}-{person.check_digit}" if person.check_digit else dotted


def mask_id(person: PersonId) -> str:
    """Write an identity where others can read it: only the last three characters.

    >>> mask_id(PersonId(IdType.CC, "1990000001"))
    '••••• 001'
    """
    return f"••••• {person.number[-3:]}"
