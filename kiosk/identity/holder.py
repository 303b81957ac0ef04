"""Who a document says its holder is."""

from dataclasses import dataclass

from kiosk.identity.documents import PersonId


@dataclass(frozen=True)
class Holder:
    """Read from a document: untrusted input, shown for confirmation and never proof of anything."""

    person: PersonId
    names: str
