"""Puts a registration's worded sections in the order its certificates have."""

from datetime import date

from central.registry.sample import wording, wording_company, wording_others
from central.registry.sample.dates import chance
from central.registry.sample.facts import Facts
from central.registry.sample.wording import Wording
from central.registry.tables import Kind


def worded(facts: Facts, last: date) -> list[Wording]:
    """All sections of a registration; nothing in them is later than ``last``."""
    rng = chance(facts.number)
    match facts.kind:
        case Kind.ESTABLISHMENT:
            assert facts.owner is not None, facts.number
            head = [wording.establishment(facts, facts.owner, last)]
            return head + _tail(facts, wording.MERCANTILE)
        case Kind.NATURAL_PERSON:
            return [
                wording.identity(facts, wording.MERCANTILE, last),
                *_tail(facts, wording.MERCANTILE),
                *_shops(facts, wording.MERCANTILE),
                wording.size(facts, wording.MERCANTILE),
            ]
        case Kind.LEGAL_PERSON:
            return [
                wording.identity(facts, wording.COMPANY, last),
                *wording_company.statutes(facts, rng, last),
                wording_company.capital(facts),
                *wording_company.organs(facts, rng, last),
                *wording_company.proceedings(facts, rng, last),
                *_tail(facts, wording.COMPANY),
                *_shops(facts, wording.COMPANY),
                wording.size(facts, wording.COMPANY),
                wording_others.books(facts, rng, last),
            ]
        case Kind.NONPROFIT:
            return [
                wording.identity(facts, wording.NONPROFIT, last),
                *wording_others.nonprofit(facts, rng, last),
                *_tail(facts, wording.NONPROFIT),
                wording_others.books(facts, rng, last),
            ]
        case Kind.BIDDER:
            return wording_others.bidder(facts, rng)


def _tail(facts: Facts, certificates: str) -> list[Wording]:
    return [wording.place(facts, certificates), wording.activity(facts, certificates)]


def _shops(facts: Facts, certificates: str) -> list[Wording]:
    return [wording.establishments(facts, certificates)] if facts.establishments else []
