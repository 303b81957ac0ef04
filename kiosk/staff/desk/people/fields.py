"""The fields of a customer's form: which there are, what may be typed, what is wrong with it."""

from collections.abc import Callable, Mapping

from kiosk.identity import IdType
from kiosk.identity.contact import (
    ADDRESS_MAX,
    LEGAL_NAME_MAX,
    InvalidContact,
    parse_email,
    parse_mobile,
    parse_municipality,
    parse_name,
    parse_phone,
)

_REACHED = ("email", "landline", "mobile", "address", "municipality")
_PERSON = ("first_name", "second_name", "first_surname", "second_surname")
OPTIONAL = {"second_name", "second_surname", "email"}
_LONGEST = {"legal_name": LEGAL_NAME_MAX, "address": ADDRESS_MAX, "email": 254, "municipality": 66}
_NAME_LONGEST = 60
_PARSERS: dict[str, Callable[[str], str]] = {
    "email": parse_email,
    "landline": parse_phone,
    "mobile": parse_mobile,
    "municipality": parse_municipality,
    "address": lambda text: parse_name(text, ADDRESS_MAX),
    "legal_name": lambda text: parse_name(text, LEGAL_NAME_MAX),
}


def fields_of(mode: str, id_type: IdType) -> tuple[str, ...]:
    """In the order they are typed.

    >>> fields_of("register", IdType.NIT)
    ('legal_name', 'email', 'landline', 'mobile', 'address', 'municipality')
    """
    if mode == "change":
        return _REACHED
    return (("legal_name",) if id_type is IdType.NIT else _PERSON) + _REACHED


def cleaned(name: str, text: str) -> str:
    """What a field keeps of what was typed.

    >>> cleaned("mobile", "300 000x0001"), cleaned("municipality", "Ibagué (tol)")
    ('300 0000001', 'IBAGUÉ (TOL)')
    """
    line = "".join(char for char in text if char.isprintable())
    if name in ("landline", "mobile"):
        return "".join(char for char in line if char in "0123456789+() -")[:20]
    if name == "email":
        line = line.replace(" ", "")
    if name == "municipality":
        line = line.upper()
    return line[: _LONGEST.get(name, _NAME_LONGEST)]


def faults_in(mode: str, id_type: IdType, values: Mapping[str, str]) -> dict[str, str]:
    """What is wrong, by field; in a change an empty field means that it stays.

    >>> faults_in("change", IdType.CC, {"mobile": "601 555 0101"})
    {'mobile': 'mobile'}
    """
    faults = {}
    for name in fields_of(mode, id_type):
        text = values.get(name, "")
        if not text.strip() and (mode == "change" or name in OPTIONAL):
            continue
        try:
            _PARSERS.get(name, parse_name)(text)
        except InvalidContact as invalid:
            faults[name] = invalid.code
    return faults
