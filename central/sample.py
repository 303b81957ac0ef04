"""The sample chamber: invented people, companies, keys and balances for demonstration and tests.

Nobody here is real: cédulas from 1,990,000,000, NITs from 990,000,000, mail at
``example.invalid``. The keys are public on purpose, and only ever stored by ``seed``.
"""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central.certificates.prices import seed_prices
from central.clock import local_day
from central.db.ids import new_id
from central.ledger.accounts import open_account
from central.ledger.tables import AccountKind
from central.ledger.top_up import top_up
from central.people.register import ledger_name
from central.people.tables import Holder, Person
from central.registry.sample.seed import seed_registry
from central.registry.tables import Registration
from central.services import Services
from kiosk.identity import IdType, parse_id

SAMPLE_COMPANIES = 200
PAYMENT_FORM = "05"  # electronic payment, as the sample top-ups were made
_ADDRESS = "Calle 1 # 2-03, Ciudad Ejemplo"


@dataclass(frozen=True)
class SamplePerson:
    """Somebody of the demonstration; a company has no secure key, an empty prepaid key no account.

    ``id_number`` is what one types: a NIT with its check digit. ``balance`` is in pesos.
    """

    id_type: IdType
    id_number: str
    name: tuple[str, ...]
    secure_key: str
    prepaid_key: str
    balance: int
    about: str

    @property
    def full_name(self) -> str:
        """All parts of the name."""
        return " ".join(part for part in self.name if part)


ANA = SamplePerson(
    IdType.CC,
    "1990000001",
    ("Ana", "Lucía", "Rojas", "Peña"),
    "Clave-2026",
    "4821",
    100_000,
    "comerciante con establecimiento; representa a Distribuciones El Nogal S.A.S.",
)
BENITO = SamplePerson(
    IdType.CC,
    "1990000002",
    ("Benito", "", "Ñáñez", "Güiza"),
    "Clave-2027",
    "7305",
    5_000,
    "saldo pequeño: no alcanza para un certificado",
)
CLARA = SamplePerson(
    IdType.CC,
    "1990000003",
    ("Clara", "Inés", "Muñoz", "Ávila"),
    "Clave-2028",
    "",
    0,
    "sin cuenta de prepago",
)
EL_NOGAL = SamplePerson(
    IdType.NIT,
    "9900001018",
    ("Distribuciones El Nogal S.A.S.",),
    "",
    "9164",
    250_000,
    "cuenta de empresa: se compra a su cargo con su clave prepago",
)
PEOPLE = (ANA, BENITO, CLARA, EL_NOGAL)


def is_empty(services: Services) -> bool:
    """True if nobody and nothing is registered yet."""

    def work(db: Session) -> bool:
        people = db.scalar(select(func.count()).select_from(Person))
        companies = db.scalar(select(func.count()).select_from(Registration))
        return not people and not companies

    return services.database.run(work)


def seed(services: Services, companies: int = SAMPLE_COMPANIES) -> None:
    """Fill an empty chamber, all or nothing: the same people, companies and prices every time."""
    now = services.now()
    hashes = {key: services.hasher.hash(key) for key in _keys()}

    def work(db: Session) -> None:
        seed_registry(db, services.chamber, companies, local_day(now))
        seed_prices(db, services.chamber)
        for person in PEOPLE:
            if person.secure_key:
                db.add(_person(services.chamber, person, hashes[person.secure_key], now))
            if person.prepaid_key:
                _account(db, services.chamber, person, hashes[person.prepaid_key], now)

    services.database.run(work)


def as_table() -> str:
    """The people, their keys and balances, for the console."""
    head = ("Documento", "Nombre", "Clave segura", "Clave prepago", "Saldo", "")
    rows = [
        (
            f"{person.id_type} {person.id_number}",
            person.full_name,
            person.secure_key or "-",
            person.prepaid_key or "-",
            f"${person.balance:,}".replace(",", "."),
            person.about,
        )
        for person in PEOPLE
    ]
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (head, *rows)
    )
    return "\n".join(lines)


def as_data() -> list[dict[str, object]]:
    """The same for programs: one object a person."""
    return [{**asdict(person), "name": person.full_name} for person in PEOPLE]


def _address(sample: SamplePerson) -> str:
    """Where somebody reads mail; a company's account is told to who represents it."""
    return f"{sample.name[0].lower()}@example.invalid"


def _keys() -> set[str]:
    return {key for person in PEOPLE for key in (person.secure_key, person.prepaid_key) if key}


def _person(chamber: str, sample: SamplePerson, key_hash: str, now: datetime) -> Person:
    identity = parse_id(sample.id_type, sample.id_number)
    first, second, surname, second_surname = sample.name
    return Person(
        id=new_id(),
        chamber_code=chamber,
        id_type=identity.id_type,
        id_number=identity.number,
        check_digit=identity.check_digit,
        first_name=first,
        second_name=second,
        first_surname=surname,
        second_surname=second_surname,
        email=_address(sample),
        mobile="300 000 0001",
        secure_key_hash=key_hash,
        created_at=now,
    )


def _account(db: Session, chamber: str, sample: SamplePerson, key_hash: str, now: datetime) -> None:
    identity = parse_id(sample.id_type, sample.id_number)
    account = open_account(db, chamber, AccountKind.PREPAID, ledger_name(identity))
    db.add(
        Holder(
            id=new_id(),
            chamber_code=chamber,
            id_type=identity.id_type,
            id_number=identity.number,
            check_digit=identity.check_digit,
            name=sample.full_name,
            address=_ADDRESS,
            phone="300 000 0001",
            email=_address(sample) if sample.secure_key else "",
            account_id=account.id,
            prepaid_key_hash=key_hash,
            created_at=now,
        )
    )
    top_up(db, chamber, account.id, sample.balance, PAYMENT_FORM, new_id(), now)
