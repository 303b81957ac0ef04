"""What the sample registry knows of one registration, before it is worded."""

from dataclasses import dataclass
from datetime import date

from stdnum.co import nit

from central.registry.tables import Kind
from kiosk.identity import IdType, PersonId, format_id


@dataclass(frozen=True)
class Party:
    """A person or company by name and identity."""

    name: str
    identity: PersonId

    @property
    def id_text(self) -> str:
        """The identity as paper shows it: ``C.C. 1.990.000.001``, ``NIT 990.000.101-2``."""
        label = {IdType.CC: "C.C.", IdType.NIT: "NIT"}[self.identity.id_type]
        return f"{label} {format_id(self.identity)}"


@dataclass(frozen=True)
class Activity:
    """An economic activity by its code of the CIIU classification; ``sector`` chooses an object."""

    code: str
    text: str
    sector: str


@dataclass(frozen=True)
class Facts:
    """One registration; clauses, reforms and works decide how long its certificate is.

    ``owner`` is set for establishments and natural persons, ``representatives`` for companies.
    """

    number: str
    kind: Kind
    organisation: str
    name: str
    nit: PersonId
    municipality: str
    address: str
    email: str
    phone: str
    registered_on: date
    last_renewed_year: int | None
    activities: tuple[Activity, ...]
    assets_pesos: int
    staff: int
    owner: Party | None = None
    representatives: tuple[Party, ...] = ()
    directors: tuple[Party, ...] = ()
    auditors: tuple[Party, ...] = ()
    establishments: tuple[tuple[str, str], ...] = ()
    capital_pesos: int = 0
    object_clauses: int = 0
    faculty_clauses: int = 0
    reforms: int = 0
    processes: int = 0
    controlled: bool = False
    works: int = 0
    status: str = "ACTIVA"
    procedures_pending: bool = False


def nit_of(number: str) -> PersonId:
    """A NIT with its check digit, of a company or of a natural person's cédula.

    >>> nit_of("990000101").check_digit
    '8'
    """
    return PersonId(IdType.NIT, number, nit.calc_check_digit(number))


def cedula(number: int) -> PersonId:
    """The n-th invented cédula."""
    return PersonId(IdType.CC, str(1_990_000_000 + number))
