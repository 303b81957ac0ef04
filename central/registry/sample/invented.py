"""Any number of further registrations, put together by chance, the same every time."""

import random
from collections.abc import Iterator
from datetime import date

from central.registry.sample.dates import chance
from central.registry.sample.facts import Facts, Party, cedula, nit_of
from central.registry.sample.texts import activities, names
from central.registry.tables import Kind

_FIRST_NUMBER = 70_001
_FIRST_NIT = 990_001_001
_FIRST_CEDULA = 1_001
_NOT_RENEWED_IN = 9
"""One registration in so many is behind with its renewal."""


def invented(count: int, year: int) -> Iterator[Facts]:
    """``count`` merchants: companies, nonprofits, and natural persons with a shop each."""
    for index in range(count):
        rng = chance(f"invented {index}")
        match index % 5:
            case 0 | 1:
                yield _company(index, rng, year)
            case 2:
                yield _nonprofit(index, rng, year)
            case _:
                yield from _merchant(index, rng, year)


def _company(index: int, rng: random.Random, year: int) -> Facts:
    organisation, suffix = rng.choice((("16", "S.A.S."), ("03", "Ltda."), ("04", "S.A.")))
    words = names()
    return _facts(
        index,
        rng,
        year,
        kind=Kind.LEGAL_PERSON,
        organisation=organisation,
        name=f"{rng.choice(words['trades'])} {rng.choice(words['places'])} {index} {suffix}",
        representatives=(_party(2 * index, rng), _party(2 * index + 1, rng)),
        capital_pesos=rng.randrange(5, 900) * 1_000_000,
        object_clauses=rng.randrange(2, 10),
        faculty_clauses=rng.randrange(4, 13),
        reforms=rng.randrange(0, 6),
    )


def _nonprofit(index: int, rng: random.Random, year: int) -> Facts:
    return _facts(
        index,
        rng,
        year,
        kind=Kind.NONPROFIT,
        organisation="14",
        prefix="S0",
        name=f"Fundación {rng.choice(names()['foundations'])} {index}",
        representatives=(_party(2 * index, rng),),
    )


def _merchant(index: int, rng: random.Random, year: int) -> Iterator[Facts]:
    owner = _party(2 * index, rng)
    words = names()
    shop = f"{rng.choice(words['shops'])} {rng.choice(words['shop_names'])} {index}"
    person = _facts(
        index,
        rng,
        year,
        kind=Kind.NATURAL_PERSON,
        organisation="01",
        name=owner.name,
        owner=owner,
        nit=owner.identity.number,
    )
    place = _facts(
        index,
        rng,
        year,
        kind=Kind.ESTABLISHMENT,
        organisation="02",
        prefix="01",
        name=shop,
        owner=owner,
        nit=owner.identity.number,
    )
    yield Facts(**{**vars(person), "establishments": ((place.number, shop.upper()),)})
    yield place


def _facts(
    index: int, rng: random.Random, year: int, *, prefix: str = "00", nit: str = "", **given: object
) -> Facts:
    words = names()
    behind = rng.randrange(_NOT_RENEWED_IN) == 0
    values: dict[str, object] = {
        "number": f"{prefix}{_FIRST_NUMBER + index:06d}",
        "nit": nit_of(nit or str(_FIRST_NIT + index)),
        "municipality": rng.choice(words["municipalities"]),
        "address": f"{rng.choice(words['streets'])} {rng.randrange(1, 90)} # "
        f"{rng.randrange(1, 60)}-{rng.randrange(1, 99):02d}",
        "email": f"registro{index}@example.invalid",
        "phone": f"300 000 00{index % 100:02d}",
        "registered_on": date(
            rng.randrange(1995, 2024), rng.randrange(1, 13), rng.randrange(1, 28)
        ),
        "last_renewed_year": year - rng.randrange(1, 4) if behind else year,
        "activities": tuple(rng.sample(activities(), 2)),
        "assets_pesos": rng.randrange(2, 4_000) * 500_000,
        "staff": rng.randrange(1, 120),
        **given,
    }
    return Facts(**values)  # type: ignore[arg-type]


def _party(index: int, rng: random.Random) -> Party:
    words = names()
    first, second = rng.sample(words["surnames"], 2)
    name = f"{rng.choice(words['first_names'])} {first} {second}"
    return Party(name, cedula(_FIRST_CEDULA + index))
