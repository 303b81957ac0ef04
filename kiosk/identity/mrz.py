"""The machine-readable zone of the digital cédula: TD1, three lines of thirty characters.

Source: ICAO Doc 9303 part 5 (layout) and part 3 section 4.9 (check digits, weights 7-3-1). Colombia
puts the holder's number (NUIP) into the optional data of line 2, and writes Ñ as N.
"""

import re

from kiosk.identity.documents import IdType, InvalidId, PersonId, parse_id
from kiosk.identity.holder import Holder

_LINE = 30
_VALUES = {char: value for value, char in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
_VALUES["<"] = 0
_WEIGHTS = (7, 3, 1)
_ZONE = re.compile(r"[0-9A-Z<]{90}")


def check_digit(text: str) -> str:
    """The check digit of a field.

    >>> check_digit("000000012"), check_digit("900101"), check_digit("300101")
    ('5', '1', '9')
    """
    total = sum(
        _VALUES[char] * _WEIGHTS[position % len(_WEIGHTS)] for position, char in enumerate(text)
    )
    return str(total % 10)


def read_mrz(text: str) -> Holder | None:
    """The holder of a Colombian digital cédula.

    Args:
        text: the zone as a reader sends it: with or without line ends.

    Returns:
        None unless it is a Colombian identity card whose check digits all fit.
    """
    zone = "".join(text.split())
    if not _ZONE.fullmatch(zone):
        return None
    first, second, third = (zone[start : start + _LINE] for start in (0, _LINE, 2 * _LINE))
    if first[0] not in "ICA" or first[2:5] != "COL" or second[15:18] != "COL":
        return None
    fields = (
        (first[5:14], first[14]),
        (second[:6], second[6]),
        (second[8:14], second[14]),
        (first[5:] + second[:7] + second[8:15] + second[18:29], second[29]),
    )
    if any(check_digit(field) != digit for field, digit in fields):
        return None
    number = second[18:29].rstrip("<")
    try:
        person = parse_id(IdType.CC, number.lstrip("0"))
    except InvalidId:
        return None
    surnames, _, names = third.rstrip("<").partition("<<")
    words = f"{surnames} {names}".replace("<", " ").split()
    return Holder(PersonId(person.id_type, person.number), " ".join(words))
