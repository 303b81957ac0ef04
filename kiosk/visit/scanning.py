"""What a scanned symbol does on the screen that is up; where nobody waits for one, nothing.

A document fills what would have been typed and proves nothing: the number is shown, and the key is
asked for all the same. The code of our own slip leads to its order, from wherever a code could be
typed.
"""

from dataclasses import replace

from kiosk.identity.holder import Holder
from kiosk.identity.scanned import RecoveryCode, Scanned
from kiosk.visit.claiming import look_up
from kiosk.visit.state import Attract, Home, Identification, Resume, Step, Visit

NO_DOCUMENT = "no-document"
"""Scanned where a document is wanted, and none."""
NO_CODE = "no-code"
"""Scanned where a recovery code is wanted, and none."""


def scan(visit: Visit, symbol: Scanned | None) -> Step | None:
    """The next step; None where the symbol changes nothing.

    Args:
        visit: its stage decides who waits for what.
        symbol: None for one that is none of ours.
    """
    match visit.stage:
        case Identification() as stage:
            return _document(visit, stage, symbol)
        case Resume(checking=False) as stage:
            return _code(visit, stage, symbol)
        case Attract() if isinstance(symbol, RecoveryCode):
            return look_up(visit, Resume(), symbol.code) if visit.station.takes_people else None
        case Home() if isinstance(symbol, RecoveryCode):
            return look_up(visit, Resume(), symbol.code) if visit.station.can_see_balance else None
        case _:
            return None


def _document(visit: Visit, stage: Identification, symbol: Scanned | None) -> Step | None:
    if isinstance(symbol, Holder):
        person = symbol.person
        after = Identification(person.id_type, person.number, scanned=True)
    else:
        after = replace(stage, error=NO_DOCUMENT)
    return None if after == stage else (visit.at(after), ())


def _code(visit: Visit, stage: Resume, symbol: Scanned | None) -> Step | None:
    if isinstance(symbol, RecoveryCode):
        is_there = stage.found is not None and stage.typed == symbol.code
        return None if is_there else look_up(visit, stage, symbol.code)
    if stage.found is not None or stage.error == NO_CODE:
        return None
    return visit.at(replace(stage, error=NO_CODE)), ()
