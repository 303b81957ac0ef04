"""The barcode of the yellow cédula and of the identity card: PDF417, 531 bytes, latin-1, binary.

Layout (offsets of the full payload; published reverse engineering of the card): document prefix
[0,2) ``02``, ``03`` or ``I3``; the marker ``PubDSK_1`` at 24; the number, zero-padded, [48,58);
two surnames and two names of 23 bytes each from 58, padded with NUL; ``0``, sex, birth date
YYYYMMDD from 150. What follows 165 are place, blood group and fingerprint templates.

Readers drop the NULs or add a byte, and one variant has no marker, so offsets cannot be trusted.
What holds in all of them: the number is the ten digits right before the first letter of the first
surname, with nothing but the eight of the fingerprint card before them, and the names end at ``0``,
sex and birth date. A payload without that end is no cédula.
"""

import re
from datetime import datetime

from kiosk.identity.documents import IdType, InvalidId, PersonId, parse_id
from kiosk.identity.holder import Holder

_LETTER = rb"A-Z\xc0-\xd6\xd8-\xde"
_CARD = re.compile(
    rb"(?:PubDSK_[0-9]|(?<![0-9]))(?:[0-9]{8})?(?P<number>[0-9]{10})"
    rb"(?P<names>[" + _LETTER + rb"][" + _LETTER + rb"\x00 '.-]{1,110}?)"
    rb"\x00*0(?P<sex>[MF])(?P<birth>[0-9]{8})"
)
_MINOR = b"I3"
_AIM = re.compile(rb"^\](?:L|d)[0-9]")


def read_cedula(payload: bytes) -> Holder | None:
    """The holder's number and names; nothing else of the card leaves this function.

    Args:
        payload: what the reader sent for one symbol, with or without its AIM prefix.

    Returns:
        None for anything that is not wholly a cédula: cut off, damaged, another symbol.
    """
    found = _CARD.search(payload)
    if found is None or not _is_date(found["birth"]):
        return None
    start = _AIM.sub(b"", payload).lstrip(b"\x00")
    id_type = IdType.TI if start.startswith(_MINOR) else IdType.CC
    number = found["number"].decode()
    try:
        person = parse_id(id_type, number if id_type is IdType.TI else number.lstrip("0"))
    except InvalidId:
        return None
    return Holder(PersonId(person.id_type, person.number), _names(found["names"]))


def _names(field: bytes) -> str:
    """Surnames and names in the card's order; without the NULs they cannot be told apart."""
    words = field.decode("latin-1").replace("\x00", " ").split()
    return " ".join(words)


def _is_date(digits: bytes) -> bool:
    try:
        datetime.strptime(digits.decode(), "%Y%m%d")  # noqa: DTZ007 - a birth date has no zone
    except ValueError:
        return False
    return True
