"""Movements at a desk as their receipts tell them, and the account they belong to."""

from dataclasses import dataclass

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import Session, aliased

from central.ledger.accounts import sums
from central.ledger.statement import movements
from central.ledger.tables import Posting
from central.payments.tables import Settlement
from central.people.names import masked
from central.people.prepaid_key import find_holder
from central.people.tables import Holder, Person
from central.records.record import audit
from central.services import Services
from central.staff.shifts.tables import DeskMovement, Shift
from central.staff.tables import StaffMember
from kiosk.identity import IdType, PersonId

LINES_SHOWN = 10
PAYMENTS_SHOWN = 12


@dataclass(frozen=True)
class Receipt:
    """A movement with what its paper says besides: who took it, whose it is, whether it stands.

    ``settlement`` is the number of the one it paid.
    """

    movement: DeskMovement
    cashier: str
    holder: Holder
    holder_name: str
    reversed: bool
    settlement: str


@dataclass(frozen=True)
class SeenAccount:
    """A prepaid account: pesos available and held, its newest postings and desk payments."""

    holder: Holder
    holder_name: str
    available: int
    held: int
    lines: tuple[tuple[Posting, int], ...]
    payments: tuple[Receipt, ...]


def own_open_shift(services: Services, staff_id: str) -> Shift | None:
    """The open shift of a cashier."""
    wanted = select(Shift).where(Shift.chamber_code == services.chamber, Shift.open_of == staff_id)
    return services.database.run(lambda db: db.scalar(wanted))


def receipt_of(services: Services, movement_id: str) -> Receipt | None:
    """A movement by its id; None: it was never made."""
    return services.database.run(lambda db: receipt_in(db, services.chamber, movement_id))


def receipt_in(db: Session, chamber: str, movement_id: str) -> Receipt | None:
    """The same, inside a transaction."""
    row = db.execute(all_receipts(chamber).where(DeskMovement.id == movement_id)).first()
    return receipt_from(db, *row) if row else None


def seen_account(services: Services, staff_id: str, identity: PersonId) -> SeenAccount | None:
    """Somebody's prepaid account, looked at by ``staff_id``; None: nobody has one."""
    now = services.now()

    def work(db: Session) -> SeenAccount | None:
        holder = find_holder(db, services.chamber, identity)
        if holder is None:
            return None
        audit(db, services.chamber, now, staff_id, "account-seen", holder.account_id)
        posted, held = sums(db, holder.account_id)
        payments = (
            all_receipts(services.chamber)
            .where(DeskMovement.account_id == holder.account_id)
            .order_by(DeskMovement.at.desc(), DeskMovement.id.desc())
            .limit(PAYMENTS_SHOWN)
        )
        return SeenAccount(
            holder=holder,
            holder_name=shown_name(db, holder),
            available=posted - held,
            held=held,
            lines=tuple(movements(db, holder.account_id, LINES_SHOWN)),
            payments=tuple(receipt_from(db, *row) for row in db.execute(payments).all()),
        )

    return services.database.run(work)


def all_receipts(chamber: str) -> Select[DeskMovement, str, Holder, bool, str | None]:
    """Every movement, as ``receipt_from`` takes it."""
    back = aliased(DeskMovement)
    was_reversed = exists().where(
        back.chamber_code == DeskMovement.chamber_code, back.reverses == DeskMovement.id
    )
    paid = select(Settlement.number).where(
        Settlement.chamber_code == DeskMovement.chamber_code,
        Settlement.payment_id == DeskMovement.id,
    )
    return (
        select(DeskMovement, StaffMember.login, Holder, was_reversed, paid.scalar_subquery())
        .join(StaffMember, StaffMember.id == DeskMovement.staff_id)
        .join(Holder, Holder.account_id == DeskMovement.account_id)
        .where(DeskMovement.chamber_code == chamber, Holder.chamber_code == chamber)
    )


def receipt_from(
    db: Session,
    movement: DeskMovement,
    login: str,
    holder: Holder,
    was_reversed: bool,
    settlement: str | None,
) -> Receipt:
    """A row of ``all_receipts``."""
    return Receipt(movement, login, holder, shown_name(db, holder), was_reversed, settlement or "")


def shown_name(db: Session, holder: Holder) -> str:
    """A company's name is public; a person's is masked."""
    if holder.id_type is IdType.NIT:
        return holder.name
    person = db.scalar(
        select(Person).where(
            Person.chamber_code == holder.chamber_code,
            Person.id_type == holder.id_type,
            Person.id_number == holder.id_number,
        )
    )
    if person is not None:
        return masked(person.first_name, person.first_surname)
    first, _, rest = holder.name.partition(" ")
    return masked(first, rest.rpartition(" ")[2])
